/** The small form of chance.long.test.ts. */
import { expect, it } from 'vitest';
import { binned, forecast, offBy } from './chances.ts';

// 60 pairs, 12 worlds each, in two bins: about 30 outcomes a bin, so 4 standard errors are 20 to 30 points.
it('prints high chances for what is often better and low ones for what seldom is', () => {
  const forecasts = Array.from({ length: 60 }, (_, i) => forecast(i, 12));
  const bins = binned(forecasts, 2, 6);
  expect(bins).toHaveLength(2);
  for (const bin of bins) expect(Math.abs(offBy(bin)), JSON.stringify(bin)).toBeLessThan(4);
  // The same chances of the other arm: what is printed for one must not fit the other.
  const swapped = binned(
    forecasts.map(({ printed, better }) => ({ printed, better: 1 - better })),
    2,
    6,
  );
  for (const bin of swapped) expect(Math.abs(offBy(bin))).toBeGreaterThan(4);
});

it('bins by what was printed, worked by hand', () => {
  const forecasts = [0, 0.2, 0.5, 1].map((printed) => ({ printed, better: printed >= 0.5 ? 1 : 0 }));
  const [low, high] = binned(forecasts, 2, 2);
  expect(low).toMatchObject({ from: 0, to: 0.5, pairs: 2, meanPrinted: 0.1, shareBetter: 0 });
  // p = 1/4 and 1.4/4: 3/16 and .2275, times 3/2; over two pairs.
  expect(low.standardError).toBeCloseTo(Math.sqrt((3 / 16 + 0.2275) * 1.5) / 2, 12);
  expect(high).toMatchObject({ from: 0.5, to: 1, pairs: 2, meanPrinted: 0.75, shareBetter: 1 });
  expect(offBy(high)).toBeCloseTo(0.25 / high.standardError, 12);
});
