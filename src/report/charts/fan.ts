/**
 * C1, fan over time: what happens over time, and how sure is it?
 *
 * Median line, bands that hold 50 % and 90 % of worlds, and a few single worlds as thin lines: bands alone make a range
 * look more likely than it is, single worlds show what one could live through (doi:10.1177/1473871618807121). The same
 * few worlds are drawn for every arm. Beyond three arms only the baseline and the verdict's arm keep their bands, the
 * others their medians; the table has all.
 */
import type { Metric } from '../../metrics/definitions.ts';
import { amount, inRanges } from '../format.ts';
import { type Moment, momentsOf, type Path, pathsOf, type TimeLine, timeLine } from './course.ts';
import type { Row } from './drawing.ts';
import { fanPicture } from './fan-picture.ts';
import { fanWords, tickTimes, timeLabel } from './fan-words.ts';
import { leadSentence, statesOf } from './lead.ts';
import { type Axis, axisFor } from './scale.ts';
import {
  type ArmSource,
  type Chart,
  inLocale,
  metricNamed,
  type Reading,
  read,
  type ShownArm,
} from './source.ts';
import { capital, quoted, say } from './words.ts';

const SINGLE_WORLDS = 5;
/** More arms than this and bands lie over each other beyond reading. */
const BANDS_FOR_ARMS = 3;

export interface ArmCourse {
  readonly arm: ShownArm;
  readonly moments: readonly Moment[];
  readonly singles: readonly Path[];
  readonly hasBands: boolean;
}

export interface Fan {
  readonly source: ArmSource;
  readonly metric: Metric;
  readonly line: TimeLine;
  readonly courses: readonly ArmCourse[];
  readonly y: Axis;
}

/** The metric by month (or day) in every arm: the judged one, or members where that has no daily value. */
export function fan(source: ArmSource): Chart {
  const reading = read(source);
  const { scenario, results } = source;
  const isDaily = reading.metric.summary !== 'state';
  const metric = isDaily ? reading.metric : metricNamed('members');
  const line = timeLine(scenario, metric.summary);
  const paths = pathsOf(results, reading.worlds.ids, reading.arms.length, metric, line);
  const drawn: Fan = {
    source,
    metric,
    line,
    ...coursesOf(reading, paths, metric, line, intervalOf(source) / 100),
  };
  const title = titleOf(reading, paths, drawn, isDaily);
  const subtitle = subtitleOf(drawn, isDaily);
  const description = descriptionOf(title, drawn);
  const hasNumbers = drawn.courses.some(({ moments }) => moments.length > 1);
  return {
    name: 'fan',
    title,
    subtitle,
    description,
    table: tableOf(drawn),
    data: () => dataOf(drawn),
    draw: hasNumbers ? (look) => fanPicture(drawn, { title, subtitle, description }, look) : null,
  };
}

/** Percent of worlds in the outer band. */
const intervalOf = ({ interval = 90 }: ArmSource): number => interval;

function coursesOf(reading: Reading, paths: readonly Path[][], metric: Metric, line: TimeLine, held: number) {
  const { arms, arm, worlds } = reading;
  const many = arms.length > BANDS_FOR_ARMS;
  const singles = singleWorlds(worlds.ids, many ? 3 : SINGLE_WORLDS);
  const courses = arms.map((each): ArmCourse => {
    const hasBands = !many || each.place === 0 || each.place === arm.place;
    return {
      arm: each,
      moments: momentsOf(paths[each.place], metric, line, held),
      singles: hasBands ? singles.map((w) => paths[each.place][w]) : [],
      hasBands,
    };
  });
  return { courses, y: heightOf(courses, metric) };
}

/** Places of the first worlds of different twins: any fixed choice is a fair sample, and everybody gets the same. */
function singleWorlds(ids: readonly number[], most: number): number[] {
  const places: number[] = [];
  const seen = new Set<number>();
  for (let k = 0; k < ids.length && places.length < most; k++) {
    const twin = Math.floor(ids[k] / 2);
    if (seen.has(twin)) continue;
    seen.add(twin);
    places.push(k);
  }
  return places;
}

/** All that is drawn fits. Amounts and counts stand on 0; shares and scores may start above it. */
function heightOf(courses: readonly ArmCourse[], metric: Metric): Axis {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { moments, singles, hasBands } of courses) {
    for (const moment of moments) {
      low = Math.min(low, hasBands ? moment.low : moment.median);
      high = Math.max(high, hasBands ? moment.high : moment.median);
    }
    for (const value of singles.flat()) {
      if (!Number.isFinite(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (!Number.isFinite(low)) return axisFor(0, 1, 4);
  const mayFloat = metric.unit === 'share' || metric.unit === 'score';
  if (!mayFloat || low < (high - low) * 1.5) low = Math.min(0, low);
  if (!mayFloat) high = Math.max(0, high);
  return axisFor(low, high, 4);
}

function titleOf(
  reading: Reading,
  paths: readonly Path[][],
  { metric, line, courses, source }: Fan,
  isDaily: boolean,
) {
  const { arm, baseline, arms, worlds } = reading;
  const { locale } = source;
  if (arm.place === 0) return capital(inLocale(metric.label, locale));
  const highest = Math.max(
    ...courses.flatMap(({ moments }) => moments.map(({ median }) => Math.abs(median))),
  );
  const states = statesOf(
    paths[arm.place],
    paths[baseline.place],
    metric.better === 'less' ? -1 : 1,
    highest,
  );
  const sentence = leadSentence({
    states,
    line,
    worlds: worlds.ids.length,
    arm: arm.label,
    baseline: baseline.label,
    alone: arms.length === 2,
    locale,
  });
  if (isDaily) return sentence;
  return say(fanWords[locale].onMembers, { sentence }, locale);
}

function subtitleOf({ source, metric, line, courses }: Fan, isDaily: boolean): string {
  const { locale } = source;
  const text = fanWords[locale];
  const label = capital(inLocale(metric.label, locale));
  const what = say(
    metric.summary === 'sum' ? text[line.unit].sum : text[line.unit].level,
    { metric: label, currency: source.scenario.currency },
    locale,
  );
  const interval = intervalOf(source);
  const held = interval === 50 ? text.heldOne : say(text.heldTwo, { interval }, locale);
  const bandsOf = say(
    courses.every(({ hasBands }) => hasBands) ? text.bands : text.someBands,
    { held },
    locale,
  );
  const replaced = isDaily
    ? ''
    : say(text.noDays, { metric: inLocale(metricNamed(source.scenario.judge.metric).label, locale) }, locale);
  return [what, bandsOf, replaced].filter((each) => each !== '').join(text.joint);
}

function descriptionOf(title: string, { source, metric, courses }: Fan): string {
  const { locale, scenario } = source;
  const interval = intervalOf(source);
  const ends = courses.flatMap(({ arm, moments }) => {
    const end = moments.at(-1);
    if (!end) return [];
    const show = (value: number) => amount(value, metric.unit, scenario.currency, locale, inRanges);
    return [
      say(
        fanWords[locale].end,
        {
          arm: quoted(arm.label),
          median: show(end.median),
          low: show(end.low),
          high: show(end.high),
          interval,
        },
        locale,
      ),
    ];
  });
  return say(fanWords[locale].description, { title, ends: ends.join(fanWords[locale].endJoint) }, locale);
}

/** Every moment of every arm. */
function dataOf({ metric, line, courses }: Fan): readonly Row[] {
  return courses.flatMap(({ arm, moments }) =>
    moments.map(({ time, ...quantiles }) => ({
      arm: arm.name,
      metric: metric.name,
      [line.unit]: time,
      ...quantiles,
    })),
  );
}

/** About a dozen moments of every arm. */
function tableOf({ source, metric, line, courses }: Fan): Chart['table'] {
  const { locale, scenario } = source;
  const text = fanWords[locale];
  const show = (value: number) => amount(value, metric.unit, scenario.currency, locale);
  const range = (low: number, high: number) => {
    const short = (value: number) => amount(value, metric.unit, scenario.currency, locale, inRanges);
    return say(text.range, { low: short(low), high: short(high) }, locale);
  };
  const ranges = say(text.ninety, { interval: intervalOf(source) }, locale);
  const times = courses[0].moments.map(({ time }) => time);
  const wanted = tickTimes(line.length, 12);
  const shown = times.filter(
    (time) => wanted.some((tick) => Math.abs(tick - time) < 1e-9) || time === line.length,
  );
  return {
    columns: [text.time[line.unit], ...courses.flatMap(({ arm }) => [arm.label, ranges])],
    rows: shown.map((time) => [
      timeLabel(time, line, locale),
      ...courses.flatMap(({ moments }) => {
        const moment = moments.find((each) => each.time === time);
        return moment ? [show(moment.median), range(moment.low, moment.high)] : [text.none, text.none];
      }),
    ]),
  };
}
