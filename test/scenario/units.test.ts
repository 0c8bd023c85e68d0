import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kind, Parameter } from '../../src/scenario/parameter.ts';
import { printAmount, printRange, printValue } from '../../src/scenario/print.ts';
import { table } from '../../src/scenario/table.ts';
import type { Unit } from '../../src/scenario/unit-words.ts';
import { readMonths, readValue } from '../../src/scenario/units.ts';

const parameter = (kind: Kind, unit: Unit, more: Partial<Parameter> = {}): Parameter => ({
  label: { en: 'Test', 'zh-CN': '测试' },
  kind,
  unit,
  default: 1,
  range: [1, 1],
  chosen: false,
  known: 'assumption',
  source: { en: 'test' },
  about: { en: 'Test.', 'zh-CN': '测试。' },
  ...more,
});

const chance = parameter('chance', 'chance per day');
const rate = parameter('rate', 'per day');
const days = parameter('days', 'days');
const money = parameter('money', 'currency per newcomer');
const load = parameter('load', 'ads per hour of use', { max: 120 });
const count = parameter('count', 'people', { max: 5000 });
const positive = parameter('positive', 'log-odds');

const amountOf = (p: Parameter, raw: unknown) => {
  const reading = readValue(p, raw, 'CNY');
  return 'value' in reading ? reading.value.amount : reading.problem.en;
};

describe('readValue', () => {
  it.each([
    [chance, '10%', 0.1],
    [chance, 0.1, 0.1],
    [chance, '0.1', 0.1],
    [chance, '22% per day', 0.22],
    [chance, '5% to 12%', { low: 0.05, high: 0.12 }],
    [chance, '5 to 12%', { low: 0.05, high: 0.12 }],
    [chance, '0.05 to 0.12', { low: 0.05, high: 0.12 }],
    [days, '12 months', 365],
    [days, '1 month', 30],
    [days, '21 months', 639],
    [days, '2 weeks', 14],
    [days, '1 day', 1],
    [days, '36 hours', 1.5],
    [days, '30 to 60 days', { low: 30, high: 60 }],
    [money, '129 CNY', 129],
    [money, '20 CNY per newcomer', 20],
    [money, 129.5, 129.5],
    [money, '60 to 260 CNY', { low: 60, high: 260 }],
    [rate, '3 per day', 3],
    [rate, '2 per hour', 48],
    [rate, '14 per week', 2],
    [rate, '4% per month', 0.04 / 30.4375],
    [rate, '0.38 per year', 0.38 / 365.25],
    [load, '6 per hour', 6],
    [load, '6 ads per hour of use', 6],
    [load, 6, 6],
    [load, '3 to 12 per hour', { low: 3, high: 12 }],
    [count, '1500 people', 1500],
    [count, '3 to 7', { low: 3, high: 7 }],
    [count, '1e3', 1000],
    [positive, '0.35 log-odds', 0.35],
    [chance, -0, 0],
    [chance, '1e-2', 0.01],
    [parameter('rate', 'hazard per view'), '0.5% per view', 0.005],
    [parameter('days', 'visits'), '20 visits', 20],
    [parameter('signed', 'log-odds'), '-0.5 to 0.5', { low: -0.5, high: 0.5 }],
    [parameter('switch', 'on or off'), 'on', 1],
    [parameter('switch', 'on or off'), false, 0],
    [parameter('choice', 'people', { options: ['all', 'active'] }), 'active', 1],
  ])('reads %o as it is meant: %s', (p, raw, amount) => {
    expect(amountOf(p, raw)).toEqual(amount);
  });

  it('keeps what a load is counted by', () => {
    expect(readValue(load, '2 per visit', 'CNY')).toEqual({ value: { amount: 2, per: 'visit' } });
    expect(readValue(load, '3 per active day', 'CNY')).toEqual({ value: { amount: 3, per: 'active day' } });
    expect(readValue(load, '2 to 3 per visit', 'CNY')).toEqual({
      value: { amount: { low: 2, high: 3 }, per: 'visit' },
    });
  });

  it.each([
    [chance, 22, 'must be a chance from 0 to 100 %; got 22 (22 % is written 22%)'],
    [chance, '130%', 'must be a chance from 0 to 100 %; got "130%"'],
    [chance, '4% per month', 'must be a chance from 0 to 100 %'],
    [chance, '12% to 5%', 'must run from a lower to a higher number'],
    [chance, '5% to 5%', 'must run from a lower to a higher number'],
    [chance, '0% to 12%', 'try `1% to 12%`'],
    [chance, '99.5% to 100%', 'try `99.5% to 99.75%`'],
    [chance, '0.05 to 12%', '(write the % on both ends)'],
    [chance, '1% to 2% to 3%', 'a range has two ends'],
    [chance, '5%-12%', '(a range is written `low to high`)'],
    [count, '3..7', '(a range is written `low to high`)'],
    [load, -3, 'must be ads per hour, visit or active day, at least 0; got -3'],
    [load, '6 per hour to 8 per visit', 'both ends of a range must be in the same unit'],
    [load, 121, 'at most 120; got 121'],
    [load, '0 to 8 per visit', 'try `0.8 to 8 per visit`'],
    [money, '129 USD', "money is in CNY, the file's currency"],
    [rate, '4%', 'say how often: 4% per month'],
    [rate, '4 per moon', 'per hour, day, week, month or year'],
    [count, 2.5, 'must be a whole number (people); got 2.5'],
    [count, '1,500', 'write thousands without a comma'],
    [count, '0 to 1', 'try `1 to 2`'],
    [positive, 0, 'above 0; got 0'],
    [positive, Number.NaN, 'not a finite number'],
    [positive, '1e999', 'not a finite number'],
    [count, 2 ** 63, 'too large to be exact'],
    [positive, '9007199254740993', 'too large to be exact'],
    [positive, null, 'got nothing'],
    [positive, true, 'got true'],
    [positive, [], 'got a list'],
    [parameter('switch', 'on or off'), 'maybe', 'must be on or off; got "maybe"'],
    [parameter('choice', 'people', { options: ['all', 'active'] }), 'activ', 'did you mean active?'],
  ])('says what is wrong with %o, %o', (p, raw, words) => {
    expect(amountOf(p, raw)).toContain(words);
  });

  it('proposes ranges that it would take', () => {
    const ends = fc.tuple(fc.double({ min: 1e-6, max: 1 - 1e-9, noNaN: true }), fc.boolean());
    fc.assert(
      fc.property(ends, fc.constantFrom(chance, positive, money, load, days), ([x, top], p) => {
        const range = p === chance && top ? `${x} to 1` : `0 to ${x}`;
        const [, proposal] = /try `(.*)`/.exec(String(amountOf(p, range))) ?? [];
        if (proposal !== undefined) expect(amountOf(p, proposal)).toHaveProperty('low');
      }),
    );
  });

  it('is quick with long and strange texts', () => {
    const begin = process.cpuUsage();
    for (const text of [' '.repeat(1e5), `1${' '.repeat(1e5)}x`, '1'.repeat(1e5), 'to '.repeat(5e4)])
      expect(typeof amountOf(chance, text)).toBe('string');
    expect(process.cpuUsage(begin).user / 1000).toBeLessThan(200);
  });
});

describe('print', () => {
  it('prints as files write', () => {
    expect(printAmount(chance, 0.29, 'CNY')).toBe('29%');
    expect(printRange(rate, { low: 0.05 / 30.4375, high: 0.4 / 30.4375 }, 'CNY')).toBe(
      '0.05 to 0.4 per month',
    );
    expect(printRange(chance, { low: 0.05, high: 0.12 }, 'CNY')).toBe('5% to 12%');
    expect(printValue(load, { amount: { low: 2, high: 3 }, per: 'visit' }, 'CNY')).toBe('2 to 3 per visit');
    expect(printAmount(days, 1, 'CNY')).toBe('1 day');
    expect(printAmount(money, 129, 'CNY')).toBe('129 CNY');
  });

  const within = ({ kind, min, max, options = [] }: Parameter): fc.Arbitrary<number> => {
    if (kind === 'switch') return fc.constantFrom(0, 1);
    if (kind === 'choice') return fc.nat({ max: options.length - 1 });
    if (kind === 'count') return fc.integer({ min: min ?? 0, max: max ?? 1e6 });
    const top = max ?? (kind === 'chance' || kind === 'share' ? 1 : 1e9);
    return fc.double({ min: min ?? (kind === 'signed' ? -1e9 : 0), max: top, noNaN: true }).map((x) => x + 0);
  };

  it('is read back as the same number, whatever the parameter', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...table).chain(({ parameter: p }) => fc.tuple(fc.constant(p), within(p), within(p))),
        ([p, a, b]) => {
          expect(amountOf(p, printAmount(p, a, 'CNY'))).toBe(a);
          const [low, high] = a < b ? [a, b] : [b, a];
          if (p.kind === 'switch' || p.kind === 'choice' || low === high) return;
          if (low === 0 || (high === 1 && (p.kind === 'chance' || p.kind === 'share'))) return;
          expect(amountOf(p, printRange(p, { low, high }, 'CNY'))).toEqual({ low, high });
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('gives every default and plausible range a text that is read back', () => {
    for (const { parameter: p, path } of table)
      expect(amountOf(p, printAmount(p, p.default, 'CNY')), path).toBe(p.default);
  });
});

describe('readMonths', () => {
  it('knows whole months and years only', () => {
    expect(['12 months', '1 year', '1 month', '365 days', '1.5 years', 12].map(readMonths)).toEqual([
      12,
      12,
      1,
      null,
      null,
      null,
    ]);
  });
});
