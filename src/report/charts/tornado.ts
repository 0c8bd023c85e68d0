/**
 * C8, tornado: which assumption matters most, and would it turn the verdict?
 *
 * A bar for each uncertain input, from the mean difference in the lowest fifth of its draws to that in the highest,
 * the longest on top (`analysis/drivers.ts`). What lies beyond the line of no difference is hollow: there the other
 * arm is ahead.
 */

import { pairedDifferences } from '../../analysis/differences.ts';
import { type Driver, drivers, nearestFlip } from '../../analysis/drivers.ts';
import { numbersOf, spread } from '../../analysis/quantiles.ts';
import { type UncertainInput, uncertainInputs } from '../../scenario/assumptions.ts';
import { drawsOf } from '../../scenario/draws.ts';
import { readFor } from '../../scenario/input-words.ts';
import { labelAt } from '../../scenario/labels.ts';
import { asChange, inRanges } from '../format.ts';
import { metricPhrase, voiceOf } from '../verdict/phrases.ts';
import { type DifferenceScale, differenceScale } from './difference-scale.ts';
import type { Row } from './drawing.ts';
import { type Chart, type ChartSource, columnOf, plain, type Reading, read } from './source.ts';
import { tornadoPicture } from './tornado-picture.ts';
import { tornadoWords } from './tornado-words.ts';
import { capital, quoted, say } from './words.ts';

/** Bars that are drawn. */
const MOST = 10;

export interface TornadoBar extends Driver {
  readonly label: string;
  /** Its plausible range, in words. */
  readonly range: string;
}

export interface Tornado {
  readonly source: ChartSource;
  readonly reading: Reading;
  readonly scale: DifferenceScale;
  readonly mean: number;
  readonly bars: readonly TornadoBar[];
  /** What would turn the sign, and what is assumed of it, in words. */
  readonly flip: FlipPoint | null;
}

export interface FlipPoint {
  readonly path: string;
  readonly label: string;
  readonly side: 'above' | 'below';
  readonly value: string;
  readonly assumed: string;
  readonly range: string;
}

export function tornado(source: ChartSource): Chart {
  const found = findings(source);
  const heading = { title: titleOf(found), subtitle: subtitleOf(found) };
  const description = [heading.title, flipSentence(found)].join(tornadoWords[source.locale].stop);
  return {
    name: 'tornado',
    ...heading,
    description,
    table: tableOf(found),
    data: () => found.bars.map(rowOf),
    draw: found.bars.length > 0 ? (look) => tornadoPicture(found, { ...heading, description }, look) : null,
  };
}

const rowOf = ({ path, low, high, slope, clear, flipAt }: TornadoBar): Row => ({
  path,
  meanInLowestFifth: low,
  meanInHighestFifth: high,
  slope,
  clear,
  signTurnsAtQuantile: flipAt,
});

/** What would change the verdict, in one sentence. */
export const flipPoint = (source: ChartSource): string => flipSentence(findings(source));

export function findings(source: ChartSource): Tornado {
  const reading = read(source);
  const { metric, worlds, arm } = reading;
  const baseline = columnOf(worlds, 0, metric.name);
  const differences = pairedDifferences(columnOf(worlds, arm.place, metric.name), baseline);
  const { mean } = spread(differences);
  const inputs = uncertainInputs(source.scenario);
  const all = drivers(differences, worlds.ids, source.draws ?? drawsOf(source.scenario));
  const moving = all.filter(({ slope, low, high }) => slope !== 0 || low !== high);
  const largest = Math.max(0, ...moving.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const flip = nearestFlip(moving);
  const bars = moving.slice(0, MOST).map((driver) => ({
    ...driver,
    label: labelOf(driver.path, source),
    range: rangeText(inputs.get(driver.path), source),
  }));
  return {
    source,
    reading,
    scale: differenceScale(metric, spread(baseline), largest, source),
    mean: numbersOf(differences).length === 0 ? 0 : (mean ?? 0),
    bars,
    flip: flip && flipOf(flip, inputs.get(flip.path), source),
  };
}

const labelOf = (path: string, { locale, scenario }: ChartSource): string =>
  plain(labelAt(path, scenario, locale));

function rangeText(known: UncertainInput | undefined, { locale, scenario }: ChartSource): string {
  return known ? readFor(known.parameter, { amount: known.range }, scenario.currency, locale) : '';
}

function flipOf(
  driver: Driver & { readonly flipAt: number },
  known: UncertainInput | undefined,
  source: ChartSource,
): FlipPoint | null {
  if (!known) return null;
  const { parameter, at } = known;
  const print = (u: number) => {
    const value = Number(at(u).toPrecision(2));
    return readFor(parameter, { amount: value }, source.scenario.currency, source.locale);
  };
  return {
    path: driver.path,
    label: labelOf(driver.path, source),
    side: driver.flipAt > 0.5 ? 'above' : 'below',
    value: print(driver.flipAt),
    assumed: print(0.5),
    range: rangeText(known, source),
  };
}

function flipSentence({ source, flip, bars }: Tornado): string {
  const { locale } = source;
  const text = tornadoWords[locale];
  if (bars.length === 0) return text.noNumbers;
  if (!flip) return text.noFlip;
  const { label, value, assumed, range, side } = flip;
  return say(
    side === 'above' ? text.flipAbove : text.flipBelow,
    { label: quoted(label), value, assumed, range },
    locale,
  );
}

function titleOf({ source, bars, flip }: Tornado): string {
  const { locale } = source;
  const text = tornadoWords[locale];
  if (bars.length === 0) return text.noNumbers;
  const label = quoted(bars[0].label);
  if (!bars[0].clear) return text.noneClear;
  if (!flip) return say(text.most, { label }, locale);
  if (flip.path === bars[0].path) return say(text.mostFlips, { label }, locale);
  return say(text.mostOtherFlips, { label, other: quoted(flip.label) }, locale);
}

function subtitleOf({ source, reading, scale }: Tornado): string {
  const { locale, scenario } = source;
  const text = tornadoWords[locale];
  return say(
    scale.unit === 'month' ? text.subtitleMonthly : text.subtitle,
    {
      metric: metricPhrase(voiceOf(scenario, locale), reading.metric),
      arm: quoted(reading.arm.label),
      baseline: quoted(reading.baseline.label),
    },
    locale,
  );
}

function tableOf({ source, bars, scale }: Tornado): Chart['table'] {
  const text = tornadoWords[source.locale];
  const show = (value: number) => scale.show(scale.of(value), asChange);
  return {
    columns: [text.input, text.range, text.lowest, text.highest, text.turns],
    rows: bars.map(({ label, range, low, high, clear, flipAt }) => [
      capital(label),
      range,
      show(low),
      show(high),
      !clear ? text.unclear : flipAt === null ? text.no : text.yes,
    ]),
  };
}

/** A value of the scale as axis and notes write it. */
export const showValue = (scale: DifferenceScale, value: number): string =>
  scale.show(scale.of(value), { ...inRanges, signed: true });
