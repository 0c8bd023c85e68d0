/**
 * Sobol indices: the part of the variance between points that each input makes.
 *
 *   first   S = Var(E[m | input]) / Var(m)            what fixing this input alone would take away
 *   total   T = E[Var(m | all others)] / Var(m)       what would stay if all others were fixed
 *
 * m is the mean over all worlds, so luck is in none of them (luck.ts). From Saltelli's blocks (a, b, a with one
 * coordinate of b), each world's outcomes less its mean over all a and b:
 *
 *   S Var = mean over blocks of cross(y(b), y(ab) - y(a))          Saltelli et al. 2010, doi:10.1016/j.cpc.2009.09.018
 *   T Var = mean over blocks of cross(y(a) - y(ab), itself) / 2    Jansen 1999, doi:10.1016/S0010-4655(98)00154-4
 *   Var   = mean over all a and b of cross(y, itself)
 *
 * Naively, with means over K worlds in place of cross, Var is too large by luck / K and T Var by the variance of the
 * luck of y(a) - y(ab) over 2 K: nothing where paired worlds add the same everywhere, luck / K where luck is independent.
 */
import { centered, cross, luckVariance, meanOf, minus, NONE, worldErrors } from './luck.ts';
import { type Index, type Limits, rangeOf, resampled, within } from './ranges.ts';
import { type Asked, refusalOfAll, TIMES, type Variances } from './variance.ts';

export interface SobolIndices {
  readonly blocks: number;
  readonly worlds: number;
  readonly variance: Variances;
  /** By input. */
  readonly first: readonly Index[];
  readonly total: readonly Index[];
}

export const sobolLimits: Limits = { width: 0.3, fewest: 64 };

export function sobolIndices(asked: Asked, dimensions: number, limits = sobolLimits): SobolIndices {
  const { outcomes, luck, seed, times = TIMES } = asked;
  const size = dimensions + 2;
  const blocks = Math.floor(outcomes.length / size);
  const worlds = outcomes[0].length;
  const own = outcomes.slice(0, blocks * size).filter((_, row) => row % size < 2);
  const rows = centered(outcomes, own);
  const all = termsOf(rows, dimensions, NONE);
  const values = indicesOf(all);
  const draws = resampled(blocks, times, seed, (counts) => indicesOf(all, counts));
  const errors = worldErrors(luck, worlds, (omit) => indicesOf(termsOf(rows, dimensions, omit)));
  const [inputs, ...indices] = values.map((value, s) => rangeOf(value, draws[s], errors[s]));
  const noise = luck === 'none' ? 0 : luckVariance(own);
  const sum = Math.max(0, inputs.value) + noise;
  const variance = { inputs, luck: noise, luckShare: sum > 0 ? noise / sum : null };
  const none = refusalOfAll(asked, { count: blocks, fewest: limits.fewest, unit: 'blocks' }, variance);
  const given = indices.map((range) => none ?? within(range, limits.width));
  return { blocks, worlds, variance, first: given.slice(0, dimensions), total: given.slice(dimensions) };
}

/** By statistic (variance, firsts, totals), then by block: what the indices are means of. */
function termsOf(rows: readonly Float64Array[], dimensions: number, omit: number): Float64Array[] {
  const size = dimensions + 2;
  const blocks = Math.floor(rows.length / size);
  const terms = Array.from({ length: 1 + 2 * dimensions }, () => new Float64Array(blocks));
  for (let block = 0; block < blocks; block++) {
    const [a, b, ...mixed] = rows.slice(block * size, (block + 1) * size);
    terms[0][block] = (cross(a, a, omit) + cross(b, b, omit)) / 2;
    mixed.forEach((ab, i) => {
      const moved = minus(ab, a);
      terms[1 + i][block] = cross(b, moved, omit);
      terms[1 + dimensions + i][block] = cross(moved, moved, omit) / 2;
    });
  }
  return terms;
}

/** The variance itself, then the other means over it. */
function indicesOf(terms: readonly Float64Array[], counts?: Float64Array): number[] {
  const means = terms.map((term) => {
    if (counts === undefined) return meanOf(term);
    let sum = 0;
    for (let b = 0; b < term.length; b++) sum += term[b] * counts[b];
    return sum / term.length;
  });
  return means.map((mean, s) => (s === 0 ? mean : mean / means[0]));
}
