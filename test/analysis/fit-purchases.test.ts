import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../src/analysis/day-number.ts';
import { fitPurchases, logLikelihood, type Purchases } from '../../src/analysis/fit-purchases.ts';
import { readPurchases } from '../../src/analysis/fit-purchases-file.ts';
import { betaQuantile, exponentialQuantile, gammaQuantile } from '../../src/random/distributions.ts';
import { drawEvent, toUniform } from '../../src/random/draw.ts';
import { rulesBrokenBy } from './fit-faults.ts';

describe('the fit of purchases', () => {
  // Fader, Hardie and Lee 2005: r = .243, alpha = 4.414 weeks, a = .793, b = 2.426, log-likelihood -9582.4.
  const file = '../shared/data/cdnow_sample.txt';
  it.skipIf(!existsSync('../shared'))(
    'finds the published numbers in ../shared/data/cdnow_sample.txt',
    () => {
      const until = dayNumber('1997-09-30') ?? 0;
      const rows = readPurchases(readFileSync(file, 'utf8'), { until });
      const { r, alpha, a, b, logLikelihood: greatest, customers } = fitPurchases(rows);
      expect(customers).toBe(2357);
      expect(Math.abs(r - 0.243)).toBeLessThan(0.001);
      expect(Math.abs(alpha - 4.414)).toBeLessThan(0.005);
      expect(Math.abs(a - 0.793)).toBeLessThan(0.005);
      expect(Math.abs(b - 2.426)).toBeLessThan(0.005);
      expect(greatest).toBeCloseTo(-9582.43, 2);
    },
  );

  // Twice the gain over the truth is chi-squared with 4 degrees of freedom: mean 4, beyond 4 + 4 x sqrt(8) once in 4,000.
  it.each([
    [0.6, 8, 1.2, 3],
    [2, 3, 0.5, 4],
  ])('comes as near to customers of %d, %d, %d, %d as their number allows', (...truth) => {
    const rows = customers(1500, truth);
    const { r, alpha, a, b, logLikelihood: greatest } = fitPurchases(rows);
    const gain = 2 * (greatest - logLikelihood(rows, truth));
    expect(gain).toBeGreaterThanOrEqual(0);
    expect(gain).toBeLessThan(4 + 4 * Math.sqrt(8));
    expect(logLikelihood(rows, [r, alpha, a, b])).toBeCloseTo(greatest, 8);
    expect(logLikelihood(rows, [r * 1.01, alpha, a, b])).toBeLessThan(greatest);
    expect(logLikelihood(rows, [r, alpha, a, b * 0.99])).toBeLessThan(greatest);
  });

  /** Customers that buy as the law says, watched for 20 to 40 weeks. */
  function customers(count: number, [r, alpha, a, b]: readonly number[]): Purchases[] {
    return Array.from({ length: count }, (_, p) => {
      let event = 0;
      const u = (): number => toUniform(drawEvent(7, 11, p, event++));
      const watched = 20 + 20 * u();
      const rate = gammaQuantile(u(), r, 1 / alpha);
      const goes = betaQuantile(u(), a, b);
      let [time, last, repeats] = [0, 0, 0];
      for (;;) {
        time += exponentialQuantile(u(), 1 / rate);
        if (!(time < watched)) break;
        repeats++;
        last = time;
        if (u() < goes) break;
      }
      return { repeats, last, watched, customers: 1 };
    });
  }
});

describe('a file of purchases', () => {
  const first = [
    { repeats: 2, last: 2, watched: 3, customers: 1 },
    { repeats: 0, last: 0, watched: 1, customers: 1 },
  ];

  it('is a log, with or without names of columns; two purchases on a day are one', () => {
    const log =
      'Date,Customer\n2026-01-01,a\n2026-01-08,a\n2026-01-08,a\n2026-01-15,a\n2026-01-15,b\n2026-01-22,c\n';
    expect(readPurchases(log).slice(0, 2)).toEqual(first);
    const plain = ' a 7 20260101 1\n a 7 20260108 1\n a 7 20260115 1\n b 7 20260115 1\n c 7 20260122 1\n';
    expect(readPurchases(plain).slice(0, 2)).toEqual(first);
  });

  it('ends where it is told to, and leaves out who came later', () => {
    const log = 'a 20260101\na 20260108\na 20260201\nb 20260120\n';
    expect(readPurchases(log, { until: dayNumber('20260115') ?? 0 })).toEqual([
      { repeats: 1, last: 1, watched: 2, customers: 1 },
    ]);
  });

  it('is a table in weeks, or in days', () => {
    expect(readPurchases('x,t_x,T\n2,2,3\n0,0,1\n')).toEqual(first);
    expect(readPurchases('id,frequency,recency,T\n1,2,14,21\n2,0,0,7\n', { days: true })).toEqual(first);
  });

  it('is a table of customers alike', () => {
    const [first, second] = readPurchases('repeats,last,watched,customers\n2,2,3,17\n0,0,1,1\n');
    expect(first).toEqual({ repeats: 2, last: 2, watched: 3, customers: 17 });
    expect(second.customers).toBe(1);
  });

  it.each([
    [
      'x,tx,t,n\n1,2,3,0\n1,2,3,1.5\n',
      [
        [2, 7, 'customers', 'positive'],
        [3, 7, 'customers', 'positive'],
      ],
    ],
    ['what,ever\n1,2\n', [[1, 1, '', 'columns']]],
    ['repeats,last,watched\n1.5,2,3\n', [[2, 1, 'repeats', 'whole']]],
    ['repeats,last,watched\n1,4,3\n', [[2, 3, 'last', 'lastWithin']]],
    [
      'repeats,last,watched\n0,1,3\n1,0,3\n',
      [
        [2, 3, 'last', 'lastAndRepeats'],
        [3, 3, 'last', 'lastAndRepeats'],
      ],
    ],
    ['repeats,last,watched\n0,0,3\n', [[2, 1, 'repeats', 'nobodyAgain']]],
    [
      'customer,date\na,2026-02-30\nb\n',
      [
        [2, 3, 'date', 'date'],
        [3, 1, 'date', 'missing'],
      ],
    ],
  ])('%j is refused with every place', (text, places) => {
    expect(rulesBrokenBy(() => readPurchases(text))).toEqual(places);
  });
});
