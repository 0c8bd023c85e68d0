/**
 * Shares explained by a few numbers: logit(share) = sum of coefficient x feature, by the likelihood of binomial counts, where it is
 * greatest (Newton's method; McCullagh and Nelder 1989, Generalized linear models, 4.4).
 */

export interface Trial {
  readonly features: readonly number[];
  readonly people: number;
  readonly responses: number;
}

export interface LogisticFit {
  readonly coefficients: readonly number[];
  /** Of the coefficients: the inverse of the information there. */
  readonly covariance: readonly (readonly number[])[];
}

const MOST_STEPS = 60;
/** Where a share of none or all would send a coefficient to infinity, it stops here. [log-odds] */
const END = 30;

/** Null where the trials cannot tell the coefficients apart. */
export function fitLogistic(trials: readonly Trial[]): LogisticFit | null {
  const n = trials[0].features.length;
  let coefficients = new Array<number>(n).fill(0);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { gradient, information } = slopes(trials, coefficients);
    const inverse = inverted(information);
    if (inverse === null) return null;
    const moves = inverse.map((row) => dot(row, gradient));
    coefficients = coefficients.map((c, i) => c + Math.max(-2, Math.min(2, moves[i])));
    if (coefficients.some((c) => Math.abs(c) > END)) return null;
    if (moves.every((move) => Math.abs(move) < 1e-10)) return { coefficients, covariance: inverse };
  }
  return null;
}

export function predicted(features: readonly number[], coefficients: readonly number[]): number {
  return 1 / (1 + Math.exp(-dot(features, coefficients)));
}

function slopes(trials: readonly Trial[], coefficients: readonly number[]) {
  const gradient = coefficients.map(() => 0);
  const information = coefficients.map(() => coefficients.map(() => 0));
  for (const { features, people, responses } of trials) {
    const share = predicted(features, coefficients);
    for (const [i, x] of features.entries()) {
      gradient[i] += x * (responses - people * share);
      for (const [j, y] of features.entries()) information[i][j] += x * y * people * share * (1 - share);
    }
  }
  return { gradient, information };
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + x * b[i], 0);

/** By elimination with the largest pivot; null for a matrix that has no inverse. */
export function inverted(matrix: readonly (readonly number[])[]): number[][] | null {
  const n = matrix.length;
  const size = Math.max(...matrix.map((row, i) => Math.abs(row[i])));
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(rows[r][c]) > Math.abs(rows[pivot][c])) pivot = r;
    if (!(Math.abs(rows[pivot][c]) > 1e-12 * size)) return null;
    [rows[c], rows[pivot]] = [rows[pivot], rows[c]];
    const lead = rows[c][c];
    rows[c] = rows[c].map((x) => x / lead);
    for (let r = 0; r < n; r++) {
      const factor = rows[r][c];
      if (r !== c && factor !== 0) rows[r] = rows[r].map((x, j) => x - factor * rows[c][j]);
    }
  }
  return rows.map((row) => row.slice(n));
}
