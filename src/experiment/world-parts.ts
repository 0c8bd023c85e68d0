/** Segments and cohorts of a world, as they stand in its line, and back. What is read is looked at before it is believed. */
import { monthsBegun } from '../metrics/calendar.ts';
import { type Cohorts, funnelSteps } from '../metrics/cohorts.ts';
import { segmentMetrics } from '../metrics/segments.ts';
import type { WorldResult } from './results.ts';

type Fields = Readonly<Record<string, unknown>>;

/** More segments than this no scenario has. */
const MOST_SEGMENTS = 255;

/** As JSON writes them; NaN as null. */
export function partsOf({ segments, cohorts }: Pick<WorldResult, 'segments' | 'cohorts'>): Fields {
  return { segments: listsOf(segments), cohorts: cohorts === null ? null : listsOf(cohorts) };
}

const listsOf = (fields: object): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value instanceof Float64Array ? [...value] : value]),
  );

/** Those that we know, of as many segments each; none where an earlier version wrote none. Undefined: not to be believed. */
export function readSegments(stored: unknown): WorldResult['segments'] | undefined {
  if (stored === undefined) return {};
  if (typeof stored !== 'object' || stored === null) return undefined;
  const segments: Record<string, Float64Array> = {};
  let count: number | undefined;
  for (const name of [...segmentMetrics, 'people']) {
    if (!Object.hasOwn(stored, name)) continue;
    const values = (stored as Fields)[name];
    count ??= Array.isArray(values) ? values.length : -1;
    const read = count <= MOST_SEGMENTS ? numbers(values, count) : undefined;
    if (read === undefined) return undefined;
    segments[name] = read;
  }
  return segments;
}

/** Null where an earlier version wrote none. Undefined: not to be believed. */
export function readCohorts(stored: unknown, days: number): Cohorts | null | undefined {
  if (stored === undefined || stored === null) return null;
  if (typeof stored !== 'object') return undefined;
  const fields = stored as Fields;
  const months = monthsBegun(days);
  const { carried } = fields;
  if (fields.months !== months || typeof carried !== 'number' || !Number.isFinite(carried)) return undefined;
  const table = (name: string): Float64Array | undefined => numbers(fields[name], (months + 1) * months);
  const read = {
    months,
    carried,
    size: numbers(fields.size, months + 1),
    seen: table('seen'),
    members: table('members'),
    came: table('came'),
    contribution: table('contribution'),
    funnel: numbers(fields.funnel, funnelSteps.length),
    each: numbers(fields.each, funnelSteps.length),
  };
  return isWhole(read) ? read : undefined;
}

type Read = { readonly [K in keyof Cohorts]: Cohorts[K] | undefined };

const isWhole = (read: Read): read is Cohorts => Object.values(read).every((part) => part !== undefined);

/** Exactly so many numbers, null standing for NaN. */
export function numbers(stored: unknown, count: number): Float64Array | undefined {
  if (!Array.isArray(stored) || stored.length !== count) return undefined;
  const result = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const value: unknown = stored[i];
    if (value === null) result[i] = Number.NaN;
    else if (typeof value === 'number' && Number.isFinite(value)) result[i] = value;
    else return undefined;
  }
  return result;
}
