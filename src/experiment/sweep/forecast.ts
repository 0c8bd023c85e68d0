/** What a sweep will take, from a few of its results: a pilot, whose results are kept. */

import type { Origin, Row } from '../shards/row.ts';
import { shardBytes } from '../shards/shard-bytes.ts';
import type { Need } from './jobs.ts';
import type { Sweep } from './run-sweep.ts';

export interface Forecast {
  /** Of the results that are still missing after the pilot. */
  readonly seconds: number;
  readonly bytes: number;
}

/** At most so many of the missing results, spread over the points: the first missing worlds of some of them. */
export function pilotNeeds(
  { points, worlds }: Sweep,
  isThere: (armKey: string, world: number) => boolean,
  most: number,
): Need[] {
  const some = new Set(
    Array.from({ length: most }, (_, i) => Math.round((i * (points.length - 1)) / Math.max(1, most - 1))),
  );
  const found: Need[] = [];
  const seen = new Set<string>();
  const spread = [...some].map((place) => points[place]);
  // Few points have few first worlds: more worlds of the same points then.
  for (let world = 0; world < worlds && found.length < most; world++)
    for (const point of spread) {
      const arms = point.armKeys.flatMap((armKey, arm) => {
        const isTaken = isThere(armKey, world) || seen.has(`${armKey} ${world}`);
        seen.add(`${armKey} ${world}`);
        return isTaken ? [] : [arm];
      });
      if (arms.length > 0 && found.length < most) found.push({ point, world, arms });
    }
  return found;
}

/** A store writes at the latest after a second, and at most this many results at once. */
const MOST_AT_ONCE = 256;

/** Time and disk for the results that are missing, after a pilot that made `rows`, so many a second. */
export function forecastFrom(
  rows: readonly Row[],
  perSecond: number,
  missing: number,
  origin: Origin,
): Forecast {
  if (rows.length === 0 || missing === 0) return { seconds: 0, bytes: 0 };
  const half = rows.slice(0, Math.floor(rows.length / 2));
  const whole = shardBytes(rows, origin).byteLength;
  const each =
    half.length === 0 ? whole : (whole - shardBytes(half, origin).byteLength) / (rows.length - half.length);
  const frame = Math.max(0, whole - each * rows.length);
  const together = Math.max(1, Math.min(MOST_AT_ONCE, perSecond, missing));
  return { seconds: missing / perSecond, bytes: missing * each + Math.ceil(missing / together) * frame };
}
