/**
 * Partial rank correlation: how closely the outcome rises or falls with an input, the other inputs held the same.
 *
 *   each input and the outcome as ranks;  R their correlations;  o the other inputs
 *   C[a][b] = R[a][b] - R[a][o] R[o][o]^-1 R[o][b]
 *   prcc = C[input][outcome] / sqrt(C[input][input] C[outcome][outcome])                             [-1, 1]
 *
 * Right for what only rises or only falls; blind to a hill. For any design that fills the cube (random, Latin hypercube,
 * Sobol). Iman and Conover 1979, doi:10.2307/1268507; Marino et al. 2008, doi:10.1016/j.jtbi.2008.04.011.
 *
 *   value       of the means over the K worlds that there are; luck in them draws it toward 0
 *   corrected   value / sqrt(reliability), what it would be without luck: Spearman 1904, doi:10.2307/1412159
 *   reliability 2 r / (1 + r), r the correlation of the outcome's ranks in even and in odd worlds, the other inputs held
 *               the same: by Spearman and Brown for all worlds
 *
 * The correction is exact for straight lines and normal luck, and otherwise near.
 */
import { inverted } from '../logistic.ts';
import { type Luck, meanOf, type Outcomes, worldErrors } from './luck.ts';
import { type Index, type Limits, rangeOf, refused, resampled, within } from './ranges.ts';
import { ranks, rising } from './ranks.ts';
import { type Asked, refusalOfAll, TIMES, type Variances, variances } from './variance.ts';

export interface RankCorrelations {
  readonly points: number;
  readonly worlds: number;
  readonly variance: Variances;
  /** By input. */
  readonly value: readonly Index[];
  readonly corrected: readonly Index[];
}

export const prccLimits: Limits = { width: 0.5, fewest: 30 };

export function prcc(
  asked: Asked,
  points: readonly (readonly number[])[],
  limits = prccLimits,
): RankCorrelations {
  const { outcomes, luck, seed, times = TIMES } = asked;
  const worlds = outcomes[0].length;
  const variance = variances(asked);
  const fewest = Math.max(limits.fewest, 3 * (points[0].length + 2));
  const none = refusalOfAll(asked, { count: points.length, fewest, unit: 'points' }, variance);
  const of = correlator(points, outcomes, luck);
  const values = of(new Float64Array(points.length).fill(1));
  const draws = resampled(points.length, times, seed, of);
  const errors = worldErrors(luck, worlds, (omit) =>
    correlator(points, without(outcomes, omit), luck)(new Float64Array(points.length).fill(1)),
  );
  const given = values.map((value, s) => {
    if (none !== null) return none;
    const own = draws[s].filter(Number.isFinite);
    if (!Number.isFinite(value) || own.length < times / 2) return refused('alike');
    return within(rangeOf(value, own, errors[s]), limits.width);
  });
  const half = given.length / 2;
  return {
    points: points.length,
    worlds,
    variance,
    value: given.slice(0, half),
    corrected: given.slice(half),
  };
}

const without = (outcomes: Outcomes, omit: number): Outcomes =>
  omit < 0 ? outcomes : outcomes.map((row) => Array.from(row).filter((_, k) => k !== omit));

/** By input the value, then by input the corrected one; NaN where they cannot be told apart. */
function correlator(points: readonly (readonly number[])[], outcomes: Outcomes, luck: Luck) {
  const columns = points[0].map((_, j) => points.map((point) => point[j]));
  const half = (parity: number) =>
    outcomes.map((row) => meanOf(Array.from(row).filter((_, k) => k % 2 === parity)));
  const isSplit = luck !== 'none' && outcomes[0].length > 1;
  const ys = [outcomes.map(meanOf), ...(isSplit ? [half(0), half(1)] : [])];
  const all = [...columns, ...ys];
  const orders = all.map(rising);
  const d = columns.length;
  return (counts: Float64Array): number[] => {
    const matrix = correlations(
      all.map((column, c) => ranks(column, counts, orders[c])),
      counts,
    );
    const inputs = columns.map((_, j) => j);
    const others = (j: number) => inputs.filter((i) => i !== j);
    const plain = inputs.map((j) => partial(matrix, j, d, others(j)));
    const corrected = plain.map((value, j) => {
      if (!isSplit) return value;
      const r = partial(matrix, d + 1, d + 2, others(j));
      return r > 0 ? Math.max(-1, Math.min(1, value / Math.sqrt((2 * r) / (1 + r)))) : Number.NaN;
    });
    return [...plain, ...corrected];
  };
}

/** What is left of a variance of 1 below which an input counts as settled by the others. */
const NOTHING = 1e-9;

/** Correlation of a and b, those `given` held the same; NaN where it does not exist. */
function partial(matrix: readonly Float64Array[], a: number, b: number, given: readonly number[]): number {
  const inverse = given.length === 0 ? [] : inverted(given.map((i) => given.map((j) => matrix[i][j])));
  if (inverse === null) return Number.NaN;
  const left = (x: number, y: number) =>
    matrix[x][y] -
    given.reduce(
      (sum, i, r) => sum + given.reduce((own, j, c) => own + matrix[x][i] * inverse[r][c] * matrix[j][y], 0),
      0,
    );
  const [own, other] = [left(a, a), left(b, b)];
  return own > NOTHING && other > NOTHING ? left(a, b) / Math.sqrt(own * other) : Number.NaN;
}

function correlations(columns: readonly Float64Array[], counts: Float64Array): Float64Array[] {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const scaled = columns.map((column) => {
    const center = column.reduce((sum, x, p) => sum + x * counts[p], 0) / n;
    const size = Math.sqrt(column.reduce((sum, x, p) => sum + (x - center) ** 2 * counts[p], 0));
    return column.map((x) => (x - center) / size);
  });
  return scaled.map((a) =>
    Float64Array.from(scaled, (b) => {
      let sum = 0;
      for (let p = 0; p < a.length; p++) sum += a[p] * b[p] * counts[p];
      return sum;
    }),
  );
}
