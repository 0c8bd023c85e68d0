import { expect, it } from 'vitest';
import { minimize } from '../../src/analysis/minimize.ts';

// Rosenbrock 1960: a bent valley with its least, 0, at (1, 1); Powell 1962: a singular one with its least at 0.
it('finds the ends of valleys that are made to be hard', () => {
  const bent = minimize(([x, y]) => 100 * (y - x * x) ** 2 + (1 - x) ** 2, [-1.2, 1]);
  for (const x of bent.at) expect(x).toBeCloseTo(1, 4);
  const flat = minimize(
    ([a, b, c, d]) => (a + 10 * b) ** 2 + 5 * (c - d) ** 2 + (b - 2 * c) ** 4 + 10 * (a - d) ** 4,
    [3, -1, 0, 1],
  );
  for (const x of flat.at) expect(Math.abs(x)).toBeLessThan(0.01);
});

it('keeps out of where there is no value', () => {
  const { at } = minimize(([x]) => x - Math.log(x), [5]);
  expect(at[0]).toBeCloseTo(1, 5);
});
