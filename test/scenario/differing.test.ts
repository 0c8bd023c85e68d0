import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { differingPaths } from '../../src/scenario/differing.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

const scenarioOf = (text: string) => parseScenario(text, 'test.yaml').scenario as Scenario;

describe('differingPaths', () => {
  it('lists what differs, arm by arm, in the words of the file', () => {
    const found = differingPaths(scenarioOf(readFileSync('test/fixtures/scenarios/valid.yaml', 'utf8')));
    expect(Object.fromEntries(found.map(({ path, values }) => [path, values]))).toMatchObject({
      'people.visits': ['22%', '22%', '20% to 30%'],
      'community.segments.devoted.people.tolerance': [expect.any(String), '0.4', expect.any(String)],
      'tactics.onboarding': ['used', 'not used', 'used'],
      'tactics.spring coupons.depth': ['20%', '20%', '30%'],
      'tactics.ads': ['used', 'used', 'not used'],
      'tactics.ads.load': ['2 per visit', '6 to 9 per hour', '–'],
      'tactics.ads.targeting': ['0%', '100%', '–'],
    });
    for (const { values } of found) expect(new Set(values).size).toBeGreaterThan(1);
  });

  it('is empty for identical arms', () => {
    expect(differingPaths(scenarioOf('seedbed: 1\ntitle: T\narms: [{name: A}, {name: B}]\n'))).toEqual([]);
  });

  it('lists a trait of a segment only where an arm changes it there, against people where another does not', () => {
    const found = differingPaths(
      scenarioOf(`seedbed: 1
title: T
people: {tolerance: 0.7}
community: {segments: {a: {share: 1}}}
arms:
  - {name: A, people: {visits: 30%}}
  - {name: B, community: {segments: {a: {people: {tolerance: 0.4}}}}, people: {visits: 40%}}
`),
    );
    expect(found).toMatchObject([
      { path: 'people.visits', label: 'Daily visit chance', values: ['30%', '40%'] },
      {
        path: 'community.segments.a.people.tolerance',
        label: 'Spread in minding ads of “a”',
        values: ['0.7', '0.4'],
      },
    ]);
  });

  it('folds what all arms with a tactic have alike into the row of the tactic', () => {
    const scenario = scenarioOf(`seedbed: 1
title: T
arms:
  - {name: A}
  - {name: B, tactics: {spring: {tactic: coupons, depth: 20%, rate: 1 per week}}}
  - {name: C, tactics: {spring: {tactic: coupons, depth: 30%, rate: 1 per week}}}
`);
    expect(differingPaths(scenario)).toEqual([
      {
        path: 'tactics.spring',
        label: 'spring',
        values: ['not used', 'used', 'used'],
        alike: [
          { path: 'tactics.spring.rate', label: 'Coupons per member in “spring”', value: '1 per week' },
        ],
      },
      {
        path: 'tactics.spring.depth',
        label: 'Discount depth in “spring”',
        values: ['–', '20%', '30%'],
        alike: [],
      },
    ]);
  });

  it('speaks Chinese: labels, values, times, used or not', () => {
    const scenario = scenarioOf(`seedbed: 1
title: T
community: {segments: {a: {label: {en: Regulars, zh-CN: 常客}, share: 1}}}
arms:
  - {name: A, community: {members: 1400}}
  - {name: B, people: {}, community: {segments: {a: {people: {visits: 40%}}}}, tactics: {ads: {load: 6 per hour}}}
  - {name: C, tactics: {ads: {load: 3 to 12 per hour, from: 30 days}}}
`);
    const rows = differingPaths(scenario, 'zh-CN').map(({ label, values }) => [label, ...values]);
    expect(rows).toEqual([
      ['初始成员数', '1,400', '1,500', '1,500'],
      ['“常客”的日访问概率', expect.stringMatching(/%$/), '40%', expect.stringMatching(/%$/)],
      ['广告', '不使用', '使用', '使用'],
      ['每小时广告数', '–', '每小时 6 条', '每小时 3 至 12 条'],
      ['“广告”的开始时间', '0 天', '0 天', '30 天'],
    ]);
  });

  it('knows networks, segments and times', () => {
    const found = differingPaths(
      scenarioOf(`seedbed: 1
title: T
tactics: {ads: {}}
arms:
  - {name: A, community: {network: friends.txt, segments: {a: {share: 1}, b: {share: 3}}}}
  - {name: B, tactics: {ads: {from: 30 days}}}
`),
    );
    expect(found).toContainEqual({
      path: 'community.network',
      label: 'Network',
      alike: [],
      values: ['friends.txt', 'generated'],
    });
    expect(found).toContainEqual({
      path: 'community.segments.a.share',
      label: 'Share of “a”',
      alike: [],
      values: ['25%', '0%'],
    });
    expect(found).toContainEqual({
      path: 'tactics.ads.from',
      label: 'Start of “Ads”',
      alike: [],
      values: ['0 days', '30 days'],
    });
  });
});
