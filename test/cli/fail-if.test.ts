import { describe, expect, it } from 'vitest';
import { parseCondition } from '../../src/cli/fail-if.ts';
import { checkCondition, type Findings, type Scope, whatHolds } from '../../src/cli/fail-if-check.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { tiny } from './program.ts';

const { scenario } = parseScenario(tiny, 'tiny.yaml');
if (scenario === null) throw new Error('the tiny scenario has problems');
const scope: Scope = { scenario, compares: true };

const spread = (median: number) => ({
  median,
  mean: median + 1,
  p05: median - 10,
  p25: median - 5,
  p75: median + 5,
  p95: median + 10,
});
const difference = (arm: string, metric: string, median: number) => ({
  ...spread(median),
  arm,
  baseline: 'quiet',
  metric,
  relativeMedian: median / 1000,
  standardError: 2,
  chanceBetter: 0.9,
  chanceBetterField: null,
});
const findings: Findings = {
  arms: [
    { name: 'quiet', metrics: { netRevenue: spread(-1000), retention90: spread(0.8) } },
    { name: 'with ads', metrics: { netRevenue: spread(-900), retention90: spread(0.75) } },
    { name: 'coupons', metrics: { netRevenue: spread(-1100), retention90: spread(0.85) } },
  ],
  differences: [
    difference('with ads', 'netRevenue', 100),
    difference('coupons', 'netRevenue', -100),
    difference('with ads', 'retention90', -0.05),
  ],
  verdict: { status: 'talk-it-over', arm: 'with ads' },
};

const holds = (text: string) => {
  const condition = parseCondition(text);
  checkCondition(condition, scope);
  return whatHolds(condition, scope, findings) !== null;
};

describe('a condition', () => {
  it.each([
    // Without `of`, the arm that the verdict speaks of: with ads.
    ['netRevenue.median == -900', true],
    ['netRevenue.median of coupons == -1100', true],
    ["netRevenue.median of 'with ads' < -899.5", true],
    ['netRevenue.delta.median > 0', true],
    ['netRevenue.delta.median of coupons > 0', false],
    ['"net revenue".delta.p95 >= 110 and "net revenue".delta.p95 <= 110', true],
    ['netRevenue.delta.median == 100 CNY', true],
    ['1,000 < netRevenue.delta.median', false],
    ['-1e3 < netRevenue.delta.median', true],
    // Percent of a difference that is no share: of |the baseline's median|, here 1000.
    ['netRevenue.delta.median == 10%', true],
    ['netRevenue.delta.median of coupons < -9.9%', true],
    ['netRevenue.delta.relativeMedian == 10%', true],
    ['netRevenue.delta.chanceBetter < 95%', true],
    // Shares: 5 points are 5 %.
    ['retention90.delta.median == -5%', true],
    ['retention90.delta.median == -5 pts', true],
    ['retention90.delta.median == -0.05', true],
    ['retention90.median < 80%', true],
    // Either and both: `and` binds closer, parentheses closest.
    ['netRevenue.mean < 0 or netRevenue.mean > 0 and netRevenue.mean > 0', true],
    ['(netRevenue.mean < 0 or netRevenue.mean > 0) and netRevenue.mean > 0', false],
    ['netRevenue.mean<0&&netRevenue.p05<0||netRevenue.p95>0', true],
    ['netRevenue.p05 of quiet < netRevenue.p05 of "with ads"', true],
    ['verdict == talk-it-over', true],
    ['verdict != talk-it-over', false],
    ['dont == verdict', false],
    ['verdict.arm == "with ads" and verdict.status != early', true],
  ])('%s: %s', (text, expected) => {
    expect(holds(text)).toBe(expected);
  });

  it('says which claim holds, for which arm, and by how much', () => {
    const said = whatHolds(parseCondition('members.p05 < 0 or netRevenue.delta.p05 < 95 CNY'), scope, {
      ...findings,
      arms: findings.arms.map(({ name, metrics }) => ({
        name,
        metrics: { ...metrics, members: spread(50) },
      })),
    });
    expect(said).toEqual([
      'netRevenue.delta.p05 < 95 CNY: netRevenue.delta.p05 of with ads is 90 CNY < 95, by 5',
    ]);
  });

  it('ends loudly where there is no value to compare', () => {
    expect(() => holds('netRevenue.delta.chanceBetterField > 0')).toThrow('has no value in these results');
  });

  it('names everything unknown at once', () => {
    expect(() => holds('membrs.p05 < 0 and members.p5 < 0 or verdict == good')).toThrow(
      /membrs; did you mean members\?\n.*no field p5.*\n.*good is no verdict/,
    );
  });

  it('points to the place of a mistake', () => {
    expect(() => parseCondition('members.p05 < 3 xor 4')).toThrow('\n  members.p05 < 3 xor 4\n');
    expect(() => parseCondition('members.p05 ~ 3')).toThrow(/~ cannot stand here.*\n.*\n {14}\^/);
  });
});
