/** Figures of a run on one of its days, as pages show them: without a page. */
import { findMetric, type Metric } from '../../../src/metrics/definitions.ts';
import { type ArmRun, type Ghost, lineOf, runningTotal, type StageRun } from './stage-run.ts';

/** The course of a metric: its total since the start where days add up, else its value of each day. */
export function courseOf(run: StageRun, arm: ArmRun, name: string): Float64Array {
  const line = lineOf(run, arm, name) ?? new Float64Array(run.days);
  return adds(name) ? runningTotal(line, run.known) : line.subarray(0, run.known);
}

/** Whether the days of a metric add up to what it is about. */
export const adds = (name: string): boolean => findMetric(name)?.summary === 'sum';

/** The same of a line of another run, known in full. */
export const courseOfLine = (line: Float64Array, name: string): Float64Array =>
  adds(name) ? runningTotal(line, line.length) : line;

/** A figure of the strip. */
export interface Figure {
  readonly name: string;
  readonly metric: Metric;
  /** What it is over: everything so far, the last week, or today alone. */
  readonly over: 'soFar' | 'lastWeek' | 'today';
}

const strip: readonly (readonly [name: string, over: Figure['over']])[] = [
  ['netRevenue', 'soFar'],
  ['members', 'today'],
  ['activeMembers', 'today'],
  ['orders', 'soFar'],
  ['adsPerMemberWeek', 'lastWeek'],
  ['trust', 'today'],
];

/** The figures of the strip; the judged metric leads where it is none of them. */
export function figuresFor(judged: string): Figure[] {
  const known = strip.some(([name]) => name === judged);
  const all = known ? strip : [[judged, adds(judged) ? 'soFar' : 'today'] as const, ...strip.slice(0, 5)];
  return all.flatMap(([name, over]) => {
    const metric = findMetric(name);
    return metric ? [{ name, metric, over }] : [];
  });
}

/** The value of a figure after so many days; NaN where there is none. */
export function figureAt(run: StageRun, arm: ArmRun, { name, over }: Figure, days: number): number {
  if (days < 1 || days > run.known) return Number.NaN;
  if (name === 'adsPerMemberWeek') return adsPerWeek(run, arm, days);
  const line = lineOf(run, arm, name);
  if (line === undefined) return Number.NaN;
  return over === 'soFar' ? sum(line, 0, days) : line[days - 1];
}

/** Ads of the last seven days for each member of them. */
function adsPerWeek(run: StageRun, arm: ArmRun, days: number): number {
  const ads = lineOf(run, arm, 'adsShown');
  const members = lineOf(run, arm, 'members');
  if (ads === undefined || members === undefined) return Number.NaN;
  const from = Math.max(0, days - 7);
  const present = sum(members, from, days);
  return present > 0 ? (7 * sum(ads, from, days)) / present : Number.NaN;
}

function sum(line: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let day = from; day < to; day++) total += line[day];
  return total;
}

/** What the last change did to an arm by the end, in this world. */
export interface ChangeOf {
  readonly arm: number;
  readonly difference: number;
  /** Part of the value before; null where that is zero or below. */
  readonly relative: number | null;
}

/** Every arm that both runs have, and that is not the same to the last bit; null where the runs cannot be compared. */
export function changesSince(
  run: StageRun,
  ghost: Ghost,
  names: readonly string[],
  name: string,
): ChangeOf[] | null {
  const place = ghost.metrics.indexOf(name);
  if (ghost.days !== run.days || place < 0 || run.known < run.days) return null;
  return run.arms.flatMap((arm, i) => {
    const before = ghost.arms.find((each) => each.name === names[i]);
    if (before === undefined) return [];
    const now = courseOf(run, arm, name)[run.days - 1];
    const old = courseOfLine(before.series[place], name)[run.days - 1];
    const difference = now - old;
    return difference === 0 ? [] : [{ arm: i, difference, relative: old > 0 ? difference / old : null }];
  });
}

/** The seed after this one: one more where it ends in a number. */
export function nextSeed(seed: string): string {
  const [, head, digits] = /^(.*?)(\d{1,12})$/s.exec(seed) ?? [];
  if (digits === undefined) return `${seed.slice(0, 3900)} 2`;
  return `${head}${String(Number(digits) + 1).padStart(digits.length, '0')}`;
}
