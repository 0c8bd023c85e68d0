/**
 * Morris' screening: how much an input moves the outcome, over Morris paths.
 *
 *   e = (y after - y before) / (u after - u before)       for each path and input, world by world
 *   mu     mean of e: direction and size
 *   mu*    mean of |e|: size, also where directions differ          (Campolongo, Cariboni and Saltelli 2007)
 *   sigma  standard deviation of e over paths: whether the effect depends on where, or on other inputs
 *
 * e is per whole range of the input. Of m, the mean over all worlds, rather than of K worlds:
 *
 *   sigma^2 = covariance over paths of e in one world and e in another, averaged over pairs of worlds  (no luck in it)
 *   mu*     = mean of e[k] x the sign of the mean of the other worlds' e
 *
 * A plain |mean of e| would see effects where there is only luck. With the sign from other worlds an input without
 * effect has mu* = 0 on average and one with a clear effect its own; where an effect is about as large as the luck of
 * its mean, mu* is somewhat low. Morris 1991, doi:10.2307/1269043.
 */
import { cross, meanOf, NONE, type Outcomes, worldErrors } from './luck.ts';
import { type Index, type Limits, rangeOf, resampled, within } from './ranges.ts';
import { type Asked, refusalOfAll, TIMES, type Variances, variances } from './variance.ts';

export interface MorrisIndices {
  readonly paths: number;
  readonly worlds: number;
  readonly variance: Variances;
  /** By input. */
  readonly mu: readonly Index[];
  readonly muStar: readonly Index[];
  readonly sigma: readonly Index[];
}

/** Widths in parts of the largest mu*. */
export const morrisLimits: Limits = { width: 1, fewest: 8 };

export function morrisIndices(
  asked: Asked,
  points: readonly (readonly number[])[],
  limits = morrisLimits,
): MorrisIndices {
  const { outcomes, luck, seed, times = TIMES } = asked;
  const dimensions = points[0].length;
  const worlds = outcomes[0].length;
  const effects = effectsOf(points, outcomes);
  const paths = effects[0].length;
  const all = effects.map((own) => statisticsOf(own, NONE));
  const one = new Float64Array(paths).fill(1);
  const values = all.flatMap((own) => own(one));
  const draws = resampled(paths, times, seed, (counts) => all.flatMap((own) => own(counts)));
  const errors = worldErrors(luck, worlds, (omit) => effects.flatMap((own) => statisticsOf(own, omit)(one)));
  const variance = variances(asked, dimensions + 1);
  const none = refusalOfAll(asked, { count: paths, fewest: limits.fewest, unit: 'paths' }, variance);
  const largest = Math.max(...values.filter((_, s) => s % 3 === 1));
  const given = values.map(
    (value, s) => none ?? within(rangeOf(value, draws[s], errors[s]), limits.width, largest),
  );
  const every = (place: number) => given.filter((_, s) => s % 3 === place);
  return { paths, worlds, variance, mu: every(0), muStar: every(1), sigma: every(2) };
}

/** By input, path and world. Each path is a start and a move of every input. */
function effectsOf(points: readonly (readonly number[])[], outcomes: Outcomes): Float64Array[][] {
  const dimensions = points[0].length;
  const effects = Array.from({ length: dimensions }, (): Float64Array[] => []);
  for (let row = 1; row < points.length; row++) {
    if (row % (dimensions + 1) === 0) continue;
    const moved = points[row].findIndex((u, j) => u !== points[row - 1][j]);
    const by = points[row][moved] - points[row - 1][moved];
    effects[moved].push(Float64Array.from(outcomes[row], (y, k) => (y - outcomes[row - 1][k]) / by));
  }
  return effects;
}

/** mu, mu* and sigma of an input, for paths that count several times. */
function statisticsOf(effects: readonly Float64Array[], omit: number) {
  const kept = effects.map((row) => (omit === NONE ? row : row.filter((_, k) => k !== omit)));
  const means = kept.map(meanOf);
  const sizes = kept.map(signedByOthers);
  const squares = kept.map((row) => cross(row, row));
  return (counts: Float64Array): number[] => {
    const n = kept.length;
    const mean = (of: readonly number[]) => of.reduce((sum, x, r) => sum + x * counts[r], 0) / n;
    const byWorld = kept[0].map((_, k) => kept.reduce((sum, row, r) => sum + row[k] * counts[r], 0) / n);
    const variance = (n / (n - 1)) * (mean(squares) - cross(byWorld, byWorld));
    return [mean(means), mean(sizes), Math.sqrt(Math.max(0, variance))];
  };
}

/** Mean over worlds of e with the sign that the other worlds have on average; of one world |e|. */
function signedByOthers(row: Float64Array): number {
  if (row.length === 1) return Math.abs(row[0]);
  const sum = row.reduce((total, e) => total + e, 0);
  return meanOf(row.map((e) => e * Math.sign(sum - e)));
}
