/**
 * Results by world: a column of numbers per arm and metric, all in the same worlds.
 *
 * Twins: worlds 2j and 2j + 1 share their drawn assumptions and differ in luck.
 */
import { mean } from 'simple-statistics';
import type { WorldResult } from '../experiment/results.ts';
import { metricIndex } from '../metrics/definitions.ts';
import { ratio } from '../metrics/value.ts';

export interface Worlds {
  /** Numbers of the worlds, rising. Only those in which every arm is finished. */
  readonly ids: readonly number[];
  /** By place of the arm, then by place of the metric: one number per world, NaN where there is none. */
  readonly columns: readonly (readonly Float64Array[])[];
}

/** What all arms did in the worlds in which every arm is finished, world after world, the arms in their order. */
export function wholeWorlds(
  results: readonly WorldResult[],
  arms: number,
): readonly (readonly WorldResult[])[] {
  const byWorld = new Map<number, WorldResult[]>();
  for (const result of results) {
    if (!(result.arm >= 0 && result.arm < arms)) throw new RangeError(`there is no arm ${result.arm}`);
    const row = byWorld.get(result.world) ?? [];
    if (row[result.arm] !== undefined)
      throw new RangeError(`arm ${result.arm} of world ${result.world} is given twice`);
    row[result.arm] = result;
    byWorld.set(result.world, row);
  }
  const isWhole = (row: WorldResult[]) => row.filter(Boolean).length === arms;
  return [...byWorld.values()].filter(isWhole).sort(([a], [b]) => a.world - b.world);
}

/** The latest table of results: verdict and charts ask for the same one again and again. */
const kept = new WeakMap<readonly WorldResult[], Worlds>();

/** Sorts results of any order into columns. A world that lacks an arm (an interrupted run) is left out whole. */
export function tabulate(results: readonly WorldResult[], arms: number, metrics: number): Worlds {
  const known = kept.get(results);
  if (known?.columns.length === arms && known.columns[0]?.length === metrics) return known;
  const table = tabulated(results, arms, metrics);
  kept.set(results, table);
  return table;
}

function tabulated(results: readonly WorldResult[], arms: number, metrics: number): Worlds {
  const whole = wholeWorlds(results, arms);
  const column = (arm: number, metric: number) =>
    Float64Array.from(whole, (row) => row[arm].outcomes[metric]);
  const columns = Array.from({ length: arms }, (_, arm) =>
    Array.from({ length: metrics }, (_, metric) => column(arm, metric)),
  );
  for (const arm of columns.slice(1)) addReturn(arm, columns[0]);
  return { ids: whole.map(([{ world }]) => world), columns };
}

/**
 * What an arm brought for each unit of money that it spent more than the baseline: a metric of two arms, so no world knows it.
 *
 *   (net revenue of the arm - of the baseline) / (spending of the arm - of the baseline)         NaN unless it spent more
 */
function addReturn(arm: readonly Float64Array[], baseline: readonly Float64Array[]): void {
  const { netRevenue, spending, returnOnSpending } = metricIndex;
  const returns = arm[returnOnSpending];
  if (returns === undefined) return;
  for (let k = 0; k < returns.length; k++)
    returns[k] = ratio(
      arm[netRevenue][k] - baseline[netRevenue][k],
      arm[spending][k] - baseline[spending][k],
    );
}

/** Number of the twin that a world belongs to. */
export const twinOf = (world: number): number => Math.floor(world / 2);

/** The worlds whose twin has an even (0) or odd (1) number: two halves with nothing in common. */
export function half(worlds: Worlds, parity: 0 | 1): Worlds {
  const belongs = (_: unknown, k: number) => twinOf(worlds.ids[k]) % 2 === parity;
  return {
    ids: worlds.ids.filter(belongs),
    columns: worlds.columns.map((arm) => arm.map((column) => column.filter(belongs))),
  };
}

/** Places of the worlds of each twin: two, or one where the other is missing. */
export function twins(ids: readonly number[]): readonly (readonly number[])[] {
  const places = new Map<number, number[]>();
  ids.forEach((world, k) => {
    const twin = twinOf(world);
    const own = places.get(twin);
    if (own) own.push(k);
    else places.set(twin, [k]);
  });
  return [...places.values()];
}

/** The mean of each twin over those of its worlds that have a number, beside one of its worlds; twins without any are left out. */
export function twinMeans(
  numbers: ArrayLike<number>,
  ids: readonly number[],
): readonly { readonly world: number; readonly mean: number }[] {
  return twins(ids).flatMap((places) => {
    const own = places.map((k) => numbers[k]).filter(Number.isFinite);
    return own.length > 0 ? [{ world: ids[places[0]], mean: mean(own) }] : [];
  });
}
