import { describe, expect, it } from 'vitest';
import { fitRetention, survival } from '../../src/analysis/fit-retention.ts';
import { readRetention } from '../../src/analysis/fit-retention-file.ts';
import { rulesBrokenBy } from './fit-faults.ts';

describe('the fit of retention', () => {
  // Fader and Hardie 2007: High End, percent surviving after 0 to 7 years.
  it('finds the published numbers of the published table', () => {
    const { alpha, beta, logLikelihood, alike } = fitRetention([
      100, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1,
    ]);
    expect(Math.abs(alpha - 0.668)).toBeLessThan(0.005);
    expect(Math.abs(beta - 3.806)).toBeLessThan(0.005);
    expect(logLikelihood).toBeCloseTo(-161.1158, 4);
    expect(alike).toBe(false);
  });

  it('predicts the years that it has not seen, within 2.5 points', () => {
    const { alpha, beta } = fitRetention([100, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1]);
    const later = survival(alpha, beta, 12).slice(8);
    for (const [i, seen] of [46.8, 44.5, 42.7, 40.9, 39.4].entries()) {
      expect(Math.abs(100 * later[i] - seen)).toBeLessThan(2.5);
    }
  });

  // Two periods, two numbers: alpha / (alpha + beta) = .2 and (beta + 1) / (alpha + beta + 1) = .875.
  it('is exact where two periods settle two numbers', () => {
    const { alpha, beta, firstChance } = fitRetention([100, 80, 70]);
    expect(firstChance).toBeCloseTo(0.2, 6);
    expect(alpha).toBeCloseTo(1 / 3, 4);
    expect(beta).toBeCloseTo(4 / 3, 4);
  });

  it.each([
    [0.395, 0.134],
    [0.4, 9.6],
    [1.8, 2.2],
    [6, 30],
  ])('finds %d and %d again in their own table', (a, b) => {
    const { alpha, beta, expected } = fitRetention(survival(a, b, 12).map((share) => 1000 * share));
    expect(alpha / a).toBeCloseTo(1, 4);
    expect(beta / b).toBeCloseTo(1, 4);
    expect(expected[12]).toBeCloseTo(survival(a, b, 12)[12], 6);
  });

  it('says so where people do not differ', () => {
    const { alike, firstChance } = fitRetention([1000, 900, 810, 729, 656.1]);
    expect(alike).toBe(true);
    expect(firstChance).toBeCloseTo(0.1, 4);
  });

  it('takes a table in which everybody has left in the end', () => {
    expect(fitRetention([10, 5, 2, 0]).expected[3]).toBeGreaterThan(0);
  });
});

describe('a file of retention', () => {
  it('may name its columns, in any order, and write percent', () => {
    expect(readRetention('alive;Year\n100%;0\n86.9%;1\n 74.3 % ; 2\n')).toEqual([100, 86.9, 74.3]);
    expect(readRetention('# High End\n0 100\n1 86.9\r\n2\t74.3\n\n')).toEqual([100, 86.9, 74.3]);
  });

  it.each([
    ['', [[1, 1, '', 'empty']]],
    ['when,who\n0,100\n', [[1, 1, '', 'columns']]],
    ['period,alive\n0,100\n2,90\n', [[3, 1, 'period', 'order']]],
    ['period,alive\n0,100\n1,101\n2,90\n', [[3, 3, 'alive', 'falls']]],
    ['period,alive\n0,0\n1,0\n2,0\n', [[2, 3, 'alive', 'first']]],
    [
      'period,alive\n0,many\n1,-5\n2\n',
      [
        [2, 3, 'alive', 'number'],
        [3, 3, 'alive', 'number'],
        [4, 2, 'alive', 'missing'],
      ],
    ],
    ['period,alive\n0,100\n1,90\n', [[3, 1, 'period', 'periods']]],
    ['period,alive\n0,100\n1,100\n2,100\n', [[4, 1, 'alive', 'nobodyLeft']]],
    ['period,alive\n0,100\n1,0\n2,0\n', [[4, 1, 'alive', 'nobodyStayed']]],
    ['period,alive\n0,"100\n', [[2, 3, '', 'split']]],
  ])('%j is refused with every place', (text, places) => {
    expect(rulesBrokenBy(() => readRetention(text))).toEqual(places);
  });
});
