import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSegments, shrink } from '../../src/analysis/segments.ts';
import type { WorldResult } from '../../src/experiment/results.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { result, scenarioWith } from './synthetic.ts';

const kinds = (...names: string[]): Scenario['arms'][number]['segments'] =>
  names.map((name) => ({ name, share: 1 / names.length, people: {} }));

function twoArms(first = kinds('fans', 'others'), second = first): Scenario {
  const scenario = scenarioWith(2);
  const [one, other] = scenario.arms;
  return {
    ...scenario,
    arms: [
      { ...one, segments: first },
      { ...other, segments: second },
    ],
  };
}

/** The result of an arm in a world: values of a metric by segment, and people by segment. */
const inWorld = (
  world: number,
  arm: number,
  metric: string,
  values: number[],
  people: number[],
): WorldResult => ({
  ...result(world, arm, {}),
  segments: { [metric]: Float64Array.from(values), people: Float64Array.from(people) },
});

describe('segments of an arm against the baseline', () => {
  it('are compared in the same worlds, each against itself', () => {
    const results = [0, 1, 2, 3].flatMap((world) => [
      inWorld(world, 0, 'orders', [100 + world, 10], [50, 20]),
      inWorld(world, 1, 'orders', [110 + world, 10 - world], [50, 20]),
    ]);
    const [compared, ...rest] = compareSegments({ scenario: twoArms(), results });
    expect(rest).toEqual([]);
    expect(compared).toMatchObject({ arm: 'tailored', baseline: 'blunt', metric: 'orders' });
    const [fans, others] = compared.segments;
    expect(fans).toMatchObject({ name: 'fans', people: 50 });
    expect(fans.difference).toEqual({
      median: 10,
      p05: 10,
      p95: 10,
      relativeMedian: 10 / 101.5,
      chanceBetter: 1,
    });
    expect(others.difference).toMatchObject({ median: -1.5, p05: -3, p95: 0, chanceBetter: 0.125 });
  });

  it('are found by name, and left out where an arm does not have them', () => {
    const scenario = twoArms(kinds('fans', 'others', 'guests'), kinds('guests', 'fans'));
    const results = [0, 1].flatMap((world) => [
      inWorld(world, 0, 'trust', [0.5, 0.6, 0.7], [10, 10, 10]),
      inWorld(world, 1, 'trust', [0.8, 0.4], [10, 10]),
    ]);
    const [{ segments }] = compareSegments({ scenario, results });
    expect(segments.map(({ name }) => name)).toEqual(['fans', 'guests']);
    expect(segments[0].difference.median).toBeCloseTo(-0.1, 12);
    expect(segments[1].difference.median).toBeCloseTo(0.1, 12);
  });

  it('have no numbers where no world has any, and say nothing of results that were not split', () => {
    const scenario = twoArms();
    const none = [0, 1].flatMap((world) => [
      inWorld(world, 0, 'retention90', [Number.NaN, 0.5], [0, 9]),
      inWorld(world, 1, 'retention90', [Number.NaN, 0.6], [0, 9]),
    ]);
    const [{ segments }] = compareSegments({ scenario, results: none });
    expect(segments[0].difference).toEqual({
      median: null,
      p05: null,
      p95: null,
      relativeMedian: null,
      chanceBetter: null,
    });
    expect(segments[0].shrunk).toEqual({ median: null, p05: null, p95: null });
    expect(segments[1].shrunk.median).toBeCloseTo(0.1, 12);
    expect(compareSegments({ scenario, results: [result(0, 0, {}), result(0, 1, {})] })).toEqual([]);
    expect(compareSegments({ scenario, results: [] })).toEqual([]);
  });

  it('leave out a world in which an arm is not finished', () => {
    const results = [
      inWorld(0, 0, 'orders', [1, 1], [1, 1]),
      inWorld(0, 1, 'orders', [3, 1], [1, 1]),
      inWorld(1, 0, 'orders', [1000, 1], [1, 1]),
    ];
    const [{ segments }] = compareSegments({ scenario: twoArms(), results });
    expect(segments[0].difference.median).toBe(2);
  });
});

describe('shrinking', () => {
  const row = (...values: number[]): Float64Array => Float64Array.from(values);

  it('goes by the formula, worked by hand', () => {
    // Two segments of 1 and 3 people; differences of a mean in one twin.
    const [one, other] = shrink([row(4, 8), row(0, 0)], [row(1, 1), row(3, 3)], false, [0, 1]);
    // m = 1, 2; e = 3, 6 and -1, -2; v = 4.5 and .5; t = ((22.5 - 4.5) + (2.5 - .5)) / 2 = 10
    expect([...one]).toEqual([1 + (3 * 10) / 14.5, 2 + (6 * 10) / 14.5]);
    expect([...other]).toEqual([1 - 10 / 10.5, 2 - 20 / 10.5]);
  });

  it('takes money and counts by head, so that a large segment is not drawn down for being large', () => {
    const differences = [row(100, 100), row(1, 1)];
    const shrunk = shrink(differences, [row(100, 100), row(1, 1)], true, [0, 1]);
    expect(shrunk).toEqual(differences);
  });

  it('draws all to the whole where segments differ by luck alone', () => {
    const shrunk = shrink(
      [row(5, -5, 5, -5), row(-5, 5, -5, 5)],
      [row(1, 1, 1, 1), row(1, 1, 1, 1)],
      false,
      [0, 1, 2, 3],
    );
    expect(shrunk.map((own) => [...own])).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
  });

  it('gives nothing without a complete twin, since luck is then unknown', () => {
    expect([...shrink([row(1, 2)], [row(1, 1)], false, [0, 3])[0]]).toEqual([Number.NaN, Number.NaN]);
  });

  it('never goes beyond the whole, nor away from it, and leaves a lone segment alone', () => {
    const differences = fc.array(
      fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(differences, (pairs) => {
        const own = pairs.map((pair) => row(...pair));
        const people = pairs.map((_, s) => row(s + 1, s + 1));
        const heads = people.reduce((sum, [n]) => sum + n, 0);
        const shrunk = shrink(own, people, false, [0, 1]);
        for (const w of [0, 1]) {
          const whole = own.reduce((sum, d, s) => sum + d[w] * people[s][w], 0) / heads;
          for (const [s, d] of own.entries()) {
            const [from, to] = [d[w] - whole, shrunk[s][w] - whole];
            expect(Math.abs(to)).toBeLessThanOrEqual(Math.abs(from) + 1e-9);
            expect(from * to).toBeGreaterThanOrEqual(-1e-9);
            if (own.length === 1) expect(shrunk[s][w]).toBe(d[w]);
          }
        }
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});
