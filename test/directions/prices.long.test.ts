/** A price cut in a whole default community, as published. */
import { describe, expect, it } from 'vitest';
import { sum } from '../engine/isolated.ts';
import { byWorld } from './paired.ts';

describe('a price cut of 20 % open to everybody', () => {
  // van Heerde and Neslin 2008: 20 % off sells 73 % more; Ailawadi et al. 2006: 45 % of the lift is incremental.
  it.each([
    [0, 14],
    [30, 14],
    [60, 28],
    [120, 14],
  ])(
    'from day %i for %i days sells 73 %% more, of which 45 %% remain over the next 90 days',
    (from, days) => {
      const [end, horizon] = [from + days, from + days + 90];
      const cut = { depth: '20%', from: `${from} days`, until: `${end} days` };
      const found = byWorld(
        { horizon: `${horizon} days`, community: { members: 12_000 } },
        [{}, { tactics: { sale: cut } }],
        16,
        ({ record: { daily } }) => [daily.orders.subarray(from, end), daily.orders.subarray(end)].map(sum),
      );
      const total = (arm: number, part: number): number => sum(found.map((arms) => arms[arm][part]));
      const lift = total(1, 0) - total(0, 0);
      expect(Math.abs(lift / total(0, 0) - 0.73)).toBeLessThan(0.1);
      expect(Math.abs((lift + total(1, 1) - total(0, 1)) / lift - 0.45)).toBeLessThan(0.06);
    },
  );
});
