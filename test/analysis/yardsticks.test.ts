import { describe, expect, it } from 'vitest';
import { checkedMetrics, holdAgainst } from '../../src/analysis/yardsticks.ts';
import type { WorldResult } from '../../src/experiment/results.ts';
import { metricIndex, metrics } from '../../src/metrics/definitions.ts';
import type { Check, Scenario } from '../../src/scenario/scenario.ts';
import { scenarioWith } from './synthetic.ts';

const check = (changes: Partial<Check>): Check => ({
  metric: 'members',
  arm: 'tailored',
  against: null,
  on: null,
  from: null,
  take: 'mean',
  per: 1,
  reaches: null,
  counts: null,
  expected: 10,
  within: null,
  law: null,
  ...changes,
});

const names = scenarioWith(2).arms.map(({ name }) => name);

const scenarioOf = (checks: readonly Partial<Check>[], changed: readonly string[] = []): Scenario =>
  scenarioWith(2, {
    yardstick: {
      statement: { en: 'A law.' },
      source: { en: 'A paper.' },
      known: 'computed',
      settable: [],
      checks: checks.map((one) => check({ arm: names[0], ...one })),
      changed,
    },
  });

/** Worlds in which each arm has these days of `members`; the outcome is the last day. */
function worlds(...days: readonly (readonly (readonly number[])[])[]): WorldResult[] {
  return days.flatMap((arms, world) =>
    arms.map((members, arm) => {
      const outcomes = new Float64Array(metrics.length).fill(Number.NaN);
      outcomes[metricIndex.members] = members[members.length - 1];
      const daily = { members: Float64Array.from(members) };
      return { world, arm, outcomes, daily, segments: {}, cohorts: null, digest: '', remarks: [] };
    }),
  );
}

const four = worlds(
  [
    [1, 2, 8],
    [10, 10, 10],
  ],
  [
    [3, 4, 10],
    [10, 10, 20],
  ],
  [
    [3, 4, 10],
    [10, 10, 20],
  ],
  [
    [5, 6, 12],
    [10, 10, 30],
  ],
);

const hold = (changes: Partial<Check>, results = four, changed: readonly string[] = []) =>
  holdAgainst(scenarioOf([changes], changed), results)[0];

describe('a check', () => {
  it('is the mean over worlds with its standard error, and passes within 4 of them', () => {
    const found = hold({});
    expect(found).toMatchObject({ worlds: 4, observed: 10, pass: true, why: null });
    // 8, 10, 10, 12: variance 8 / 3, over 4 worlds.
    expect(found.standardError).toBeCloseTo(Math.sqrt(8 / 3 / 4), 12);
    expect(found.tolerance).toBeCloseTo(4 * Math.sqrt(2 / 3), 12);
    expect(hold({ expected: 13.2 }).pass).toBe(true);
    expect(hold({ expected: 13.3 }).pass).toBe(false);
  });

  it('keeps the tolerance of the file where that is wider', () => {
    expect(hold({ expected: 14, within: 4.01 })).toMatchObject({ pass: true, tolerance: 4.01 });
    expect(hold({ expected: 13.2, within: 0.1 }).pass).toBe(true);
  });

  it('reads a day, days as a mean or a total, and divides', () => {
    expect(hold({ on: 1, expected: 3 }).observed).toBe(3);
    expect(hold({ from: 1, on: 3 }).observed).toBe(7);
    expect(hold({ from: 0, on: 2, take: 'total', per: 7 }).observed).toBe(1);
  });

  it('finds the first day at a number, of worlds that come to it', () => {
    expect(hold({ reaches: 4 }).observed).toBe((3 + 2 + 2 + 1) / 4);
    expect(hold({ reaches: 0.5, per: 10 })).toMatchObject({ observed: (3 + 3 + 3 + 1) / 4 });
    expect(hold({ reaches: 11 })).toMatchObject({
      observed: 3,
      worlds: 1,
      pass: null,
      why: 'too few worlds',
    });
    expect(hold({ reaches: 99 })).toMatchObject({ observed: null, pass: false });
  });

  it('counts worlds, with the error of the expected share', () => {
    const found = hold({ counts: { kind: 'equals', value: 10 }, expected: 0.25 });
    expect(found.observed).toBe(0.5);
    expect(found.standardError).toBeCloseTo(Math.sqrt(0.1875 / 4), 12);
    expect(hold({ counts: { kind: 'atLeast', value: 10 }, expected: 0.5 }).observed).toBe(0.75);
    expect(hold({ counts: { kind: 'atMost', value: 8 }, expected: 0.5 }).observed).toBe(0.25);
    expect(hold({ counts: { kind: 'atMost', value: 8 }, expected: 0 }).pass).toBe(false);
    expect(hold({ counts: { kind: 'atMost', value: 7 }, expected: 0 }).pass).toBe(true);
  });

  it('compares with an arm of the same worlds as a ratio of means', () => {
    const found = hold({ arm: names[1], against: names[0], expected: 1 });
    expect(found.observed).toBeCloseTo(1, 12);
    // a - 2 b: -6, 0, 0, 6.
    expect(found.standardError).toBeCloseTo(Math.sqrt(24 / 4) / 10, 12);
  });

  it("is not judged without a law at numbers that are not the file's own", () => {
    expect(hold({ expected: 99 }, four, ['join.innovation'])).toMatchObject({
      pass: null,
      why: 'settings changed',
      observed: 10,
    });
    const law = { name: 'little', given: {} };
    expect(hold({ expected: 99, law }, four, ['join.innovation']).pass).toBe(false);
  });

  it('of one world is judged only by a tolerance of the file', () => {
    const one = four.slice(0, 2);
    expect(hold({}, one)).toMatchObject({ pass: null, standardError: null, why: 'too few worlds' });
    expect(hold({ within: 2 }, one).pass).toBe(true);
    expect(hold({ within: 1 }, one).pass).toBe(false);
  });
});

it('results keep the days of the metrics that checks read', () => {
  expect(checkedMetrics(scenarioOf([{}, { metric: 'posters' }, { metric: 'orders' }]))).toEqual([
    'members',
    'orders',
  ]);
  expect(checkedMetrics(scenarioWith(2))).toEqual([]);
  expect(holdAgainst(scenarioWith(2), four)).toEqual([]);
});
