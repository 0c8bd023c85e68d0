/**
 * The Pareto front of two metrics: candidates that none other surely beats in both.
 *
 *   dominated   some candidate is surely better in both, in pairs of worlds; error / rivals for each, at least 5
 *
 * A candidate that is worse in both by its means, but not surely, stays: luck alone would take it off.
 */
import { errorOfPair } from './looks.ts';
import { differencesOf, isSurelyBelow, type RaceData } from './race.ts';
import { RANGE_ERROR } from './report.ts';

/** Those of the candidates that are not surely dominated, in their order. */
export function paretoFront(candidates: readonly number[], { goals, ids }: RaceData): number[] {
  const each = errorOfPair(candidates.length, 1, RANGE_ERROR);
  const isBeaten = (own: number, rival: number) =>
    goals.every((goal) => isSurelyBelow(differencesOf(goal(own), goal(rival), ids), each));
  return candidates.filter((own) => !candidates.some((rival) => rival !== own && isBeaten(own, rival)));
}
