/** Points that lie within what somebody has chosen of inputs and of the result, and their order in the table. */
import {
  direction,
  type Found,
  type FoundPoint,
  judged,
  meanOfPoint,
  placeIn,
  type Summary,
  summary,
} from '../../../src/report/charts/sweep/found.ts';
import type { Span } from './looking.ts';

/** Lowest and highest median of all points; null where there is none. */
export function resultEnds(found: Found): readonly [number, number] | null {
  const medians = found.points.map((point) => summary(judged(found, point))?.median ?? Number.NaN);
  const all = medians.filter(Number.isFinite);
  if (all.length === 0) return null;
  return [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
}

const SLACK = 1e-9;
const isWithin = (place: number, [low, high]: Span): boolean => place >= low - SLACK && place <= high + SLACK;
const isWhole = ([low, high]: Span): boolean => low <= 0 && high >= 1;

/** Null where nothing is narrowed. */
export function chosenNumbers(
  found: Found,
  spans: Readonly<Record<string, Span>>,
): ReadonlySet<number> | null {
  const narrowed = Object.entries(spans).filter(
    ([path, span]) => !isWhole(span) && (path === '' || found.inputs.some((input) => input.path === path)),
  );
  if (narrowed.length === 0) return null;
  const ends = resultEnds(found);
  const placeOf = (path: string, point: FoundPoint): number => {
    if (path !== '') {
      const i = found.inputs.findIndex((input) => input.path === path);
      return placeIn(found.inputs[i], point.values[i]);
    }
    const median = summary(judged(found, point))?.median;
    if (ends === null || median === undefined) return Number.NaN;
    return ends[1] > ends[0] ? (median - ends[0]) / (ends[1] - ends[0]) : 0.5;
  };
  return new Set(
    found.points
      .filter((point) => narrowed.every(([path, span]) => isWithin(placeOf(path, point), span)))
      .map(({ number }) => number),
  );
}

export interface PointRow {
  readonly point: FoundPoint;
  readonly all: Summary | null;
  /** Share of worlds in which the arm is ahead; null of a single arm. */
  readonly ahead: number | null;
}

export function pointRows(found: Found, chosen: ReadonlySet<number> | null): PointRow[] {
  const sign = direction(found);
  return found.points
    .filter(({ number }) => chosen?.has(number) ?? true)
    .map((point) => {
      const own = [...judged(found, point)].filter(Number.isFinite);
      const wins = own.reduce((sum, d) => sum + (sign * d > 0 ? 1 : d === 0 ? 0.5 : 0), 0);
      const ahead = found.arm.place === 0 || own.length === 0 ? null : wins / own.length;
      return { point, all: summary(own), ahead };
    });
}

/** `point`, `median`, `ahead`, or the place of an input. */
export type SortKey = 'point' | 'median' | 'ahead' | number;

export function sortedRows(rows: readonly PointRow[], key: SortKey, isRising: boolean): PointRow[] {
  const of = ({ point, all, ahead }: PointRow): number => {
    if (key === 'point') return point.number;
    if (key === 'median') return all?.median ?? Number.NaN;
    return key === 'ahead' ? (ahead ?? Number.NaN) : point.values[key];
  };
  const known = rows.filter((row) => Number.isFinite(of(row)));
  const unknown = rows.filter((row) => !Number.isFinite(of(row)));
  known.sort((a, b) => (isRising ? 1 : -1) * (of(a) - of(b)) || a.point.number - b.point.number);
  return [...known, ...unknown];
}

/** Rows for files: every input, then mean, median and range of what is judged, in the metric's own unit. */
export function fileRows(found: Found, rows: readonly PointRow[]) {
  return rows.map(({ point, all, ahead }) => ({
    point: point.number,
    ...Object.fromEntries(found.inputs.map(({ path }, i) => [path, point.values[i]])),
    metric: found.metric.name,
    arm: found.arm.name,
    baseline: found.arm.place === 0 ? null : found.arms[0].name,
    mean: all === null ? null : meanOfPoint(found, point),
    median: all?.median ?? null,
    p05: all?.p05 ?? null,
    p95: all?.p95 ?? null,
    shareAhead: ahead,
  }));
}
