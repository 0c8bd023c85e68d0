import { describe, expect, it } from 'vitest';
import { choleskyRoot, eigen, solveLower, times } from '../../../src/analysis/calibrate/matrix.ts';
import { lognormal, normalShare, uniform } from '../../../src/analysis/calibrate/prior.ts';

const matrix = [
  [4, 1, -2],
  [1, 3, 0.5],
  [-2, 0.5, 2],
];

const close = (found: readonly number[], exact: readonly number[]) => {
  expect(found).toHaveLength(exact.length);
  for (const [i, x] of found.entries()) expect(x).toBeCloseTo(exact[i], 12);
};

describe('small matrices', () => {
  // numpy.linalg.eigvalsh and cholesky.
  it('have the eigenvalues and the root of numpy', () => {
    const { values, vectors } = eigen(matrix);
    close(
      [...values].sort((a, b) => a - b),
      [0.4054333647131596, 3.2013052242071334, 5.393261411079707],
    );
    for (const [k, value] of values.entries()) {
      const column = vectors.map((row) => row[k]);
      close(
        times(matrix, column),
        column.map((x) => value * x),
      );
    }
    close(
      choleskyRoot(matrix).flat(),
      [2.0, 0.0, 0.0, 0.5, 1.6583123951777, 0.0, -1.0, 0.6030226891555273, 0.7977240352174656],
    );
  });

  it('are solved by their root', () => {
    const root = choleskyRoot(matrix);
    close(times(root, solveLower(root, [1, 2, 3])), [1, 2, 3]);
  });
});

describe('priors', () => {
  // scipy.stats.norm.cdf.
  it('know the normal distribution as scipy does', () => {
    const exact = [
      6.22096057427174e-16, 0.024997895148220435, 0.3820885778110474, 0.5, 0.5000000003989423,
      0.758036347776927, 0.9937903346742238,
    ];
    const found = [-8, -1.96, -0.3, 0, 1e-9, 0.7, 2.5].map(normalShare);
    close(
      found.map((share, i) => share / exact[i]),
      exact.map(() => 1),
    );
  });

  it('have their ends where they are said to be', () => {
    expect(uniform(2, 6).at(0)).toBe(4);
    expect(uniform(2, 6).at(-40)).toBeCloseTo(2, 12);
    expect(uniform(2, 6).at(40)).toBeCloseTo(6, 12);
    expect(lognormal(1, 100).at(1.6448536269514722)).toBeCloseTo(100, 9);
    expect(lognormal(1, 100).at(0)).toBeCloseTo(10, 12);
  });
});
