/** Small symmetric matrices: Cholesky's root, and Jacobi's eigenvectors (Golub and Van Loan 2013, 4.2.3 and 8.5). */

export type Matrix = readonly (readonly number[])[];

export const identity = (n: number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => (i === j ? 1 : 0)));

/** The lower L with L L' = the matrix; a diagonal that rounding has pulled below zero counts as a little above it. */
export function choleskyRoot(matrix: Matrix): number[][] {
  const n = matrix.length;
  const root = identity(n).map((row) => row.map(() => 0));
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i][j];
      for (let k = 0; k < j; k++) rest -= root[i][k] * root[j][k];
      root[i][j] = i === j ? Math.sqrt(Math.max(rest, 1e-12 * matrix[i][i] + 1e-300)) : rest / root[j][j];
    }
  return root;
}

export const times = (matrix: Matrix, x: readonly number[]): number[] =>
  matrix.map((row) => row.reduce((sum, m, j) => sum + m * x[j], 0));

/** The y with L y = x, for a lower L. */
export function solveLower(root: Matrix, x: readonly number[]): number[] {
  const y: number[] = [];
  for (let i = 0; i < x.length; i++) {
    let rest = x[i];
    for (let j = 0; j < i; j++) rest -= root[i][j] * y[j];
    y.push(rest / root[i][i]);
  }
  return y;
}

const MOST_SWEEPS = 50;

/** values[k] belongs to column k of vectors. */
export function eigen(matrix: Matrix): { values: number[]; vectors: number[][] } {
  const n = matrix.length;
  const a = matrix.map((row) => [...row]);
  const vectors = identity(n);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let off = 0;
    let size = 0;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        if (i !== j) off += a[i][j] ** 2;
        else size += a[i][i] ** 2;
    if (off <= 1e-30 * size) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) if (a[p][q] !== 0) rotate(a, vectors, p, q);
  }
  return { values: a.map((row, i) => row[i]), vectors };
}

/** Turns rows and columns p and q so that a[p][q] becomes 0. */
function rotate(a: number[][], vectors: number[][], p: number, q: number): void {
  const slope = (a[q][q] - a[p][p]) / (2 * a[p][q]);
  const t = (slope >= 0 ? 1 : -1) / (Math.abs(slope) + Math.sqrt(slope * slope + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (const row of [...a, ...vectors]) [row[p], row[q]] = [c * row[p] - s * row[q], s * row[p] + c * row[q]];
  for (let k = 0; k < a.length; k++)
    [a[p][k], a[q][k]] = [c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]];
}
