/**
 * C3, paired-difference dotplot: does it beat the baseline, and by how much?
 *
 * 50 dots (20 on a phone) for the verdict's arm against the baseline in the same worlds; a dot takes the color of the
 * arm that it favors. The shaded zone is too small to matter. Further arms stand below as ranges on the same axis: one
 * distribution to count, the rest to compare.
 */
import { goodDirection, pairedDifferences } from '../../analysis/differences.ts';
import { quantile, spread as spreadOf } from '../../analysis/quantiles.ts';
import { inRanges, probability } from '../format.ts';
import { metricPhrase, voiceOf } from '../verdict/phrases.ts';
import { type DifferenceScale, differenceScale } from './difference-scale.ts';
import type { Row } from './drawing.ts';
import { pairedPicture } from './paired-picture.ts';
import { pairedWords } from './paired-words.ts';
import {
  type Chart,
  type ChartSource,
  columnOf,
  inLocale,
  type Reading,
  read,
  type ShownArm,
} from './source.ts';
import { type OutOf, outOf, quoted, say } from './words.ts';

/** Differences of one arm in the scale that is drawn, rising; only worlds that give one. */
export interface ArmDifferences {
  readonly arm: ShownArm;
  readonly rising: Float64Array;
  /** The world of each, and the difference there in the metric's unit. */
  readonly worlds: readonly { readonly world: number; readonly difference: number }[];
  readonly better: number;
  readonly worse: number;
}

export interface Paired {
  readonly source: ChartSource;
  readonly reading: Reading;
  readonly scale: DifferenceScale;
  /** +1 where more is good, -1 where less is, 0 where neither. */
  readonly direction: 1 | 0 | -1;
  readonly main: ArmDifferences;
  readonly others: readonly ArmDifferences[];
  /** Smallest difference that matters, in the scale. */
  readonly matters: number;
}

/** The judged metric, the verdict's arm minus the baseline, world by world. */
export function paired(source: ChartSource): Chart {
  const reading = read(source);
  const found = findings(source, reading);
  const title = titleOf(found);
  const subtitle = subtitleOf(found);
  const description = descriptionOf(found, title);
  return {
    name: 'paired',
    title,
    subtitle,
    description,
    table: tableOf(found),
    data: () => dataOf(found),
    draw:
      found.main.rising.length > 0
        ? (look) => pairedPicture(found, { title, subtitle, description }, look)
        : null,
  };
}

function findings(source: ChartSource, reading: Reading): Paired {
  const { metric, worlds, arms, arm } = reading;
  const baseline = columnOf(worlds, 0, metric.name);
  const { p05, p95 } = spreadOf(pairedDifferences(columnOf(worlds, arm.place, metric.name), baseline));
  const largest = Math.max(Math.abs(p05 ?? 0), Math.abs(p95 ?? 0));
  const scale = differenceScale(metric, spreadOf(baseline), largest, source);
  const direction = goodDirection(metric.better);
  const of = (each: ShownArm): ArmDifferences => {
    const differences = pairedDifferences(columnOf(worlds, each.place, metric.name), baseline);
    const found = [...differences]
      .map((difference, k) => ({ world: worlds.ids[k], difference }))
      .filter(({ difference }) => Number.isFinite(difference))
      .sort((a, b) => scale.of(a.difference) - scale.of(b.difference));
    const rising = Float64Array.from(found, ({ difference }) => scale.of(difference));
    const toward = direction === 0 ? 1 : direction;
    return {
      arm: each,
      rising,
      worlds: found,
      better: rising.filter((d) => d * toward > 0).length,
      worse: rising.filter((d) => d * toward < 0).length,
    };
  };
  return {
    source,
    reading,
    scale,
    direction,
    main: of(arm),
    others: arms.filter(({ place }) => place !== 0 && place !== arm.place).map(of),
    matters: Math.abs(scale.of(source.comparison.decision.matters)),
  };
}

function titleOf({ source, reading, direction, main }: Paired): string {
  const { locale } = source;
  const text = pairedWords[locale];
  const { metric, arm } = reading;
  const { rising, better, worse } = main;
  const total = rising.length;
  if (total === 0) return text.noNumbers;
  const ties = total - better - worse;
  if (ties === total) return say(text.same, { total }, locale);
  const leads = better >= worse;
  const earns = metric.unit === 'money' && metric.better === 'more';
  const [more, less] =
    direction === 0
      ? [text.higher, text.lower]
      : earns
        ? [text.earnsMore, text.earnsLess]
        : [text.better, text.worse];
  const happens = say(
    leads ? more : less,
    { arm: quoted(arm.label), metric: inLocale(metric.label, locale) },
    locale,
  );
  const shown = outOf(leads ? better : worse, total);
  const slots = { ...shown, happens };
  const share = (leads ? better : worse) / total;
  if (ties > 0.05 * total)
    return say(text.withTies, { ...slots, ties: sameTotal(ties, total, shown) }, locale);
  if (share <= 0.55) return say(text.either, slots, locale);
  return say(shown.part === shown.total ? text.every : text.some, slots, locale);
}

const sameTotal = (part: number, total: number, shown: OutOf): number =>
  shown.total === total ? part : Math.round((part / total) * shown.total);

function subtitleOf({ source, reading, scale, matters }: Paired): string {
  const { locale, scenario } = source;
  const text = pairedWords[locale];
  const { metric, arm, baseline } = reading;
  const named = metricPhrase(voiceOf(scenario, locale), metric);
  const slots = { metric: named, arm: quoted(arm.label), baseline: quoted(baseline.label) };
  const what = say(scale.unit === 'month' ? text.subtitleMonthly : text.subtitle, slots, locale);
  const shown = scale.show(matters, inRanges);
  return matters > 0 ? what + say(text.zone, { matters: shown }, locale) : what;
}

function descriptionOf({ source, scale, main, reading }: Paired, title: string): string {
  const { locale } = source;
  if (main.rising.length === 0) return title;
  const at = (p: number) => quantile(main.rising, p);
  return say(
    pairedWords[locale].description,
    {
      title,
      arm: quoted(reading.arm.label),
      baseline: quoted(reading.baseline.label),
      median: scale.show(at(0.5)),
      low: scale.show(at(0.05), inRanges),
      high: scale.show(at(0.95), inRanges),
    },
    locale,
  );
}

/** Every world of every arm. */
function dataOf({ main, others, reading }: Paired): readonly Row[] {
  return [main, ...others].flatMap(({ arm, worlds }) =>
    [...worlds]
      .sort((a, b) => a.world - b.world)
      .map(({ world, difference }) => ({
        world,
        arm: arm.name,
        baseline: reading.baseline.name,
        metric: reading.metric.name,
        difference,
      })),
  );
}

function tableOf({ source, scale, direction, main, others }: Paired): Chart['table'] {
  const { locale } = source;
  const text = pairedWords[locale];
  const points = [0.05, 0.25, 0.5, 0.75, 0.95];
  return {
    columns: [
      text.arm,
      ...points.map((p) => say(text.quantile, { p: p * 100 }, locale)),
      direction === 0 ? text.higherIn : text.betterIn,
    ],
    rows: [main, ...others].map(({ arm, rising, better }) => [
      arm.label,
      ...points.map((p) => (rising.length === 0 ? text.none : scale.show(quantile(rising, p)))),
      rising.length === 0 ? text.none : probability(better / rising.length, locale),
    ]),
  };
}
