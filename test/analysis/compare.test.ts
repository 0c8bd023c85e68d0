import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metrics } from '../../src/metrics/definitions.ts';
import { compare, drawsOf, normals, result, resultsOf, scenarioWith } from './synthetic.ts';

const rails = [{ metric: 'retention90', kind: 'change', limit: 0.02 }] as const;
const judge = { metric: 'netRevenue', matters: { relative: 0.02 }, guardrails: rails, show: [] } as const;
const three = scenarioWith(3, { judge, worlds: 60 });
const normal = normals('compare');
const outcome = (world: number, arm: number) => ({
  netRevenue: 1000 + 100 * normal('net', world) + (arm === 0 ? 0 : 20 * arm + 30 * normal('own', world, arm)),
  retention90: 0.5 + 0.01 * normal('stay', world, arm),
  members: world % 7 === 0 ? Number.NaN : 100 + world,
});
const results = resultsOf(60, 3, outcome);

describe('compareArms', () => {
  const found = compare(three, results, drawsOf(['a', 'b']));

  it('gives what the contract lists', () => {
    expect(found).toMatchObject({
      schema: 'seedbed/compare@1',
      version: '0.0.0',
      seed: 'seed',
      worlds: 60,
      scenario: { file: 'scenarios/test.yaml', title: 'Ads', hash: 'hash' },
      digest: 'digest',
      uncertainty: { includes: ['luck', 'assumptions'], luckShare: null },
      warnings: [],
    });
    expect(found.arms.map((arm) => arm.name)).toEqual(['blunt', 'tailored', 'none']);
    for (const arm of found.arms) expect(Object.keys(arm.metrics)).toEqual(metrics.map((m) => m.name));
    expect(found.guardrails.map((rail) => rail.arm)).toEqual(['tailored', 'none']);
    expect(found.verdict).toMatchObject({ status: found.decision.status, arm: found.decision.arm });
    expect(found.verdict.text.en).toMatch(/^Early estimate\. /);
    expect(found.verdict.text['zh-CN']).toMatch(/^初步估计：/);
  });

  it('has every other arm against the first, in every metric', () => {
    expect(found.differences).toHaveLength(2 * metrics.length);
    expect(new Set(found.differences.map((d) => d.baseline))).toEqual(new Set(['blunt']));
    expect(found.differences.map((d) => d.arm)).toEqual([
      ...metrics.map(() => 'tailored'),
      ...metrics.map(() => 'none'),
    ]);
  });

  it('survives JSON: no NaN, no infinity', () => {
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it('takes the worlds that have a number: 51 of 60 for members', () => {
    // Worlds 0, 7, ... 56 have none; the others hold 100 + world.
    const numbers = Array.from({ length: 60 }, (_, world) => world).filter((world) => world % 7 !== 0);
    expect(numbers).toHaveLength(51);
    expect(found.arms[0].metrics.members.median).toBe(100 + numbers[25]);
  });

  it('counts luck only where nothing is uncertain', () => {
    expect(compare(three, results).uncertainty.includes).toEqual(['luck']);
  });

  it('needs two arms', () => {
    expect(() => compare(scenarioWith(1), resultsOf(4, 1, outcome))).toThrow('at least two arms');
  });
});

describe('order', () => {
  it('of results changes nothing', () => {
    const draws = drawsOf(['a']);
    const expected = compare(three, results, draws);
    fc.assert(
      fc.property(fc.shuffledSubarray(results, { minLength: results.length }), (shuffled) => {
        expect(compare(three, shuffled, draws)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});

describe('identical arms', () => {
  it('differ by exactly 0 in every figure, a coin toss in every world', () => {
    const same = compare(
      scenarioWith(3, { judge }),
      resultsOf(60, 3, (world) => outcome(world, 0)),
    );
    for (const d of same.differences) {
      const isMeasured = ['netRevenue', 'retention90', 'members'].includes(d.metric);
      const zero = isMeasured ? 0 : null;
      expect([d.mean, d.median, d.p05, d.p95, d.standardError]).toEqual([zero, zero, zero, zero, zero]);
      expect([d.chanceBetter, d.chanceBetterField]).toEqual(isMeasured ? [0.5, 0.5] : [null, null]);
    }
    for (const rail of same.guardrails) expect(rail).toMatchObject({ chanceWorse: 0, held: true, median: 0 });
    expect(same.verdict.status).toBe('practically-the-same');
  });
});

describe('an interrupted run', () => {
  it('counts worlds that are finished in every arm, and says how many are not', () => {
    const some = results.filter(({ world, arm }) => world < 40 && !(world === 11 && arm === 2));
    const found = compare(three, some);
    expect(found.worlds).toBe(39);
    expect(found.warnings).toEqual(['Only 39 of 60 worlds are finished in every arm.']);
    expect(found).toEqual({
      ...compare(
        three,
        results.filter(({ world }) => world < 40 && world !== 11),
      ),
    });
  });
});

describe('warnings', () => {
  it('repeat what at least a tenth of the worlds of an arm remark, once', () => {
    const scenario = scenarioWith(2);
    const remarked = Array.from({ length: 40 }, (_, i) => {
      const [world, arm] = [Math.floor(i / 2), i % 2];
      const remarks = arm === 1 && world < 2 ? ['prospects ran out', 'prospects ran out'] : [];
      if (arm === 0 && world === 7) remarks.push('something rare');
      return result(world, arm, { netRevenue: 100 + world + 30 * arm }, remarks);
    });
    expect(compare(scenario, remarked).warnings).toEqual(['tailored: prospects ran out (in 2 of 20 worlds)']);
  });

  it('say which guardrail could not be checked', () => {
    const bare = compare(
      scenarioWith(2, { judge }),
      resultsOf(20, 2, (world, arm) => ({ netRevenue: 100 + world + arm })),
    );
    expect(bare.warnings).toEqual([expect.stringContaining('Guardrail retention90 could not be checked')]);
    expect(bare.guardrails[0]).toMatchObject({ chanceWorse: null, held: false });
  });
});
