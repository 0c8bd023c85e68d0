/**
 * The lines of a file of worlds, after its head: one for each finished world, in the order of finishing. Every line is
 * sealed, but a seal can be forged: everything in a line is looked at before it is believed. Runs in Node and in browsers.
 */
import { metricIndex, metrics } from '../metrics/definitions.ts';
import { allDailyMetrics } from './digest-bytes.ts';
import type { FinishedWorld } from './executor.ts';
import type { Plan } from './plan.ts';
import type { WorldResult } from './results.ts';
import { sealed, unsealed } from './sealed-line.ts';
import { numbers, partsOf, readCohorts, readSegments } from './world-parts.ts';

/** What the lines of a file must hold. */
export interface LineShape {
  readonly arms: number;
  readonly days: number;
  /** Daily metrics of each arm. */
  readonly kept: readonly string[];
  /** Order of the outcomes. */
  readonly metrics: readonly string[];
}

/** Lines as the program writes them for a plan. */
export function shapeOf({ scenario, kept }: Plan): LineShape {
  const { arms, horizonDays } = scenario;
  return { arms: arms.length, days: horizonDays, kept, metrics: metrics.map(({ name }) => name) };
}

/** A finished world; NaN is written as null. */
export function worldLine(results: FinishedWorld): string {
  const arms = results.map(({ outcomes, daily, segments, cohorts, digest, remarks }) => ({
    outcomes: [...outcomes],
    daily: Object.fromEntries(Object.entries(daily).map(([name, days]) => [name, [...days]])),
    ...partsOf({ segments, cohorts }),
    digest,
    remarks,
  }));
  return sealed({ world: results[0].world, arms });
}

/** The world of a line (without its line feed); undefined when the line is cut, damaged or not of this shape. */
export function readWorldLine(line: string, shape: LineShape): FinishedWorld | undefined {
  const { world, arms } = fieldsOf(unsealed(line));
  if (typeof world !== 'number' || !Number.isSafeInteger(world) || world < 0) return undefined;
  if (!Array.isArray(arms) || arms.length !== shape.arms) return undefined;
  const results = arms.map((stored, arm) => readArm(fieldsOf(stored), world, arm, shape));
  return results.every((result) => result !== undefined) ? results : undefined;
}

type Fields = Readonly<Record<string, unknown>>;

const nothing: Fields = {};

/** The fields of a value from JSON; none where it is something else. */
function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : nothing;
}

function readArm(stored: Fields, world: number, arm: number, shape: LineShape): WorldResult | undefined {
  const { digest } = stored;
  const outcomes = numbers(stored.outcomes, shape.metrics.length);
  const daily = readDaily(fieldsOf(stored.daily), shape);
  const remarks = readRemarks(stored.remarks);
  const segments = readSegments(stored.segments);
  const cohorts = readCohorts(stored.cohorts, shape.days);
  if (segments === undefined || cohorts === undefined) return undefined;
  if (outcomes === undefined || daily === undefined || remarks === undefined) return undefined;
  if (typeof digest !== 'string' || !/^[0-9a-f]{64}$/.test(digest)) return undefined;
  const ours = inOurOrder(outcomes, shape.metrics);
  return { world, arm, outcomes: ours, daily, segments, cohorts, digest, remarks };
}

/** Another version may know other metrics: those that we know, where we have them; NaN for what it did not know. */
function inOurOrder(outcomes: Float64Array, names: readonly string[]): Float64Array {
  if (names.length === metrics.length && metrics.every(({ name }, place) => names[place] === name))
    return outcomes;
  const ours = new Float64Array(metrics.length).fill(Number.NaN);
  for (const [place, name] of names.entries()) {
    if (Object.hasOwn(metricIndex, name)) ours[metricIndex[name]] = outcomes[place];
  }
  return ours;
}

function readDaily(stored: Fields, { kept, days }: LineShape): WorldResult['daily'] | undefined {
  const daily: Record<string, Float64Array> = {};
  for (const name of kept) {
    const values = Object.hasOwn(stored, name) ? numbers(stored[name], days) : undefined;
    if (values === undefined) return undefined;
    if (allDailyMetrics.includes(name)) daily[name] = values;
  }
  return daily;
}

const MOST_REMARKS = 100;
const LONGEST_REMARK = 2000;

function readRemarks(stored: unknown): string[] | undefined {
  if (!Array.isArray(stored) || stored.length > MOST_REMARKS) return undefined;
  const isRemark = (remark: unknown) => typeof remark === 'string' && remark.length <= LONGEST_REMARK;
  return stored.every(isRemark) ? [...stored] : undefined;
}
