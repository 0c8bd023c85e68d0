/**
 * From rates to chances and back, and a fast logistic for hot loops.
 *
 *   chance = 1 - exp(-rate x days)            rate [1/day] >= 0, chance [0, 1]
 *   rate   = -ln(1 - chance) / days
 */
import { expm1, log1p, logistic } from './math.ts';

/** The chance that something of this constant rate happens within `days`. */
export function chanceFromRate(rate: number, days = 1): number {
  return -expm1(-rate * days);
}

/** The constant rate at which something happens within `days` with this chance; Infinity for chance 1. [1/day] */
export function rateFromChance(chance: number, days = 1): number {
  return -log1p(-chance) / days;
}

const LARGEST = 32;
const STEPS_PER_UNIT = 32;
const STEPS = 2 * LARGEST * STEPS_PER_UNIT;
/** Number of different draws: chances compared with a draw are chances times this. */
export const SCALE = 4294967296;

/** 2^32 x logistic(x) at x = -32, -32 + 1/32, ..., 32. */
export const logisticTable: Float64Array = Float64Array.from(
  { length: STEPS + 1 },
  (_, i) => SCALE * logistic(i / STEPS_PER_UNIT - LARGEST),
);

/**
 * The chance with log-odds x, times 2^32, to compare with a draw: `draw(...) < chanceFromLogit(x)`.
 * Linear between table entries: off by less than 2 x 10^-4 of the chance; 0 below -32 and for NaN, 2^32 above 32.
 */
export function chanceFromLogit(x: number): number {
  const at = (x + LARGEST) * STEPS_PER_UNIT;
  if (!(at >= 0 && at < STEPS)) return at > 0 ? SCALE : 0;
  const i = at | 0;
  const low = logisticTable[i];
  return low + (logisticTable[i + 1] - low) * (at - i);
}
