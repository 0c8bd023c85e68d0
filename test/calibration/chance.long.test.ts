/**
 * Printed chances: 2,000 random pairs of arms, 40 worlds each, one fresh world each. Leaves out/calibration/chance.json.
 */
import { expect, it } from 'vitest';
import { binned, forecast, offBy, overconfident } from './chances.ts';
import { keep } from './experiments.ts';

it('prints in each of ten bins the chance with which the arm is better', () => {
  const worlds = 40;
  const forecasts = Array.from({ length: 2000 }, (_, i) => forecast(i, worlds));
  const bins = binned(forecasts, 10, worlds / 2);
  keep('chance', { worlds, pairs: forecasts.length, bins });
  console.log(
    bins
      .map((bin) => {
        const [printed, better] = [bin.meanPrinted, bin.shareBetter].map((p) => (100 * p).toFixed(1));
        return `${bin.pairs} pairs: printed ${printed} %, better ${better} %, ${offBy(bin).toFixed(1)} standard errors`;
      })
      .join('\n'),
  );
  expect(bins).toHaveLength(10);
  for (const bin of bins) {
    expect(bin.pairs, 'pairs enough for a bin to say something').toBeGreaterThan(50);
    expect(Math.abs(offBy(bin)), JSON.stringify(bin)).toBeLessThan(4);
  }
  const planted = binned(overconfident(forecasts), 10, worlds / 2).map((bin) => Math.abs(offBy(bin)));
  expect(Math.max(...planted)).toBeGreaterThan(4);
});
