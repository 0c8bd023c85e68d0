/**
 * C15, lifetime value: when do newcomers pay back?
 *
 * What somebody who joined in month 1, the newcomers followed longest, has brought in per head less all that they cost,
 * being acquired included, by months since joining. Drawn as the fan is: a line and a band for each arm.
 */
import { type CohortAge, cohortTable } from '../../analysis/cohorts.ts';
import { asChange, inRanges, money, type NumberStyle, probability } from '../format.ts';
import { cohortWords } from './cohort-words.ts';
import type { Moment } from './course.ts';
import type { Row } from './drawing.ts';
import type { Fan } from './fan.ts';
import { fanPicture } from './fan-picture.ts';
import { axisFor } from './scale.ts';
import { type Chart, type ChartSource, metricNamed, type Reading, read, type ShownArm } from './source.ts';
import { quoted, say } from './words.ts';

/** The cohort that is shown: those who joined in the first month of the run. */
const SHOWN = 1;

interface ArmLife {
  readonly arm: ShownArm;
  readonly ages: readonly CohortAge[];
}

export function lifetime(source: ChartSource): Chart {
  const reading = read(source);
  const { locale } = source;
  const text = cohortWords[locale];
  const lives = reading.arms
    .map((arm) => {
      const row = cohortTable(source, arm.place).cohorts.find(({ cohort }) => cohort === SHOWN);
      const ages =
        row && row.worlds > 0 ? row.ages.filter(({ contribution }) => contribution.median !== null) : [];
      return { arm, ages };
    })
    .filter(({ ages }) => ages.length > 0);
  const title = titleOf(source, reading, lives);
  const subtitle = text.lifetimeSubtitle;
  const description = descriptionOf(source, lives, title);
  return {
    name: 'lifetime',
    title,
    subtitle,
    description,
    table: tableOf(source, lives),
    data: () => lives.flatMap(({ arm, ages }) => ages.map((age) => rowOf(arm, age))),
    draw:
      lives.length > 0
        ? (look) => fanPicture(asFan(source, lives), { title, subtitle, description }, look)
        : null,
  };
}

const rowOf = ({ name }: ShownArm, { age, contribution, paidBack }: CohortAge): Row => ({
  arm: name,
  cohort: SHOWN,
  monthsSince: age + 1,
  contributionPerHead: contribution.median,
  p05: contribution.p05,
  p95: contribution.p95,
  paidBack,
});

/** Every arm as a course over months since joining; it begins with nothing. */
function asFan(source: ChartSource, lives: readonly ArmLife[]): Fan {
  const courses = lives.map(({ arm, ages }) => ({
    arm,
    moments: [{ time: 0, low: 0, p25: 0, median: 0, p75: 0, high: 0 }, ...ages.map(momentOf)],
    singles: [],
    hasBands: lives.length <= 3 || arm.place < 2,
  }));
  const length = Math.max(...lives.map(({ ages }) => ages.length));
  const months = Array.from({ length }, (_, i) => i + 1);
  const ends = courses.flatMap(({ moments, hasBands }) =>
    moments.flatMap(({ low, median, high }) => (hasBands ? [low, high] : [median])),
  );
  return {
    source,
    metric: metricNamed('netRevenue'),
    line: { unit: 'month', length, days: months, times: months },
    courses,
    y: axisFor(Math.min(0, ...ends), Math.max(0, ...ends), 4),
  };
}

/** Only the median and the outer range are known: the inner band has no width. */
function momentOf({ age, contribution }: CohortAge): Moment {
  const median = contribution.median ?? 0;
  const { p05, p95 } = contribution;
  return { time: age + 1, low: p05 ?? median, p25: median, median, p75: median, high: p95 ?? median };
}

function titleOf({ locale }: ChartSource, { arm }: Reading, lives: readonly ArmLife[]): string {
  const text = cohortWords[locale];
  const own = lives.find((life) => life.arm.place === arm.place);
  if (!own) return text.noNewcomers;
  const slots = { arm: quoted(own.arm.label) };
  const isBack = ({ contribution }: CohortAge) => (contribution.median ?? -1) >= 0;
  // Paid back is who stays so: a gain that is lost again is none.
  const since = own.ages.length - [...own.ages].reverse().findIndex((age) => !isBack(age));
  if (own.ages.every(isBack)) return say(text.lifetimeAtOnce, slots, locale);
  if (since === own.ages.length) return say(text.lifetimeNever, { ...slots, count: own.ages.length }, locale);
  return say(text.lifetimeBack, { ...slots, count: since + 1 }, locale);
}

function descriptionOf({ locale, scenario }: ChartSource, lives: readonly ArmLife[], title: string): string {
  const text = cohortWords[locale];
  if (lives.length === 0) return title;
  const items = lives.map(({ arm, ages }) => {
    const end = ages[ages.length - 1];
    const value = money(end.contribution.median ?? 0, scenario.currency, locale, asChange);
    const share = probability(end.paidBack ?? 0, locale);
    return say(text.lifetimeItem, { arm: quoted(arm.label), value, share }, locale);
  });
  return say(text.lifetimeDescription, { title, items: items.join(text.joint) }, locale);
}

function tableOf({ locale, scenario }: ChartSource, lives: readonly ArmLife[]): Chart['table'] {
  const text = cohortWords[locale];
  const length = Math.max(0, ...lives.map(({ ages }) => ages.length));
  const show = (value: number | null, style: NumberStyle = asChange) =>
    value === null ? text.none : money(value, scenario.currency, locale, style);
  return {
    columns: [text.age, ...lives.flatMap(({ arm }) => [arm.label, text.ninety, text.paidBack])],
    rows: Array.from({ length }, (_, i) => [
      say(text.after, { count: i + 1 }, locale),
      ...lives.flatMap(({ ages }) => {
        const own = ages[i];
        if (!own) return [text.none, text.none, text.none];
        const { median, p05, p95 } = own.contribution;
        const signed = { ...inRanges, signed: true };
        return [
          show(median),
          say(text.range, { low: show(p05, signed), high: show(p95, signed) }, locale),
          own.paidBack === null ? text.none : probability(own.paidBack, locale),
        ];
      }),
    ]),
  };
}
