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
      'tactics.onboarding': ['on', 'off', 'on'],
      'tactics.spring coupons.depth': ['20%', '20%', '30%'],
      'tactics.ads': ['on', 'on', 'off'],
      'tactics.ads.load': ['2 per visit', '6 to 9 per hour', 'off'],
      'tactics.ads.targeting': ['0%', '100%', 'off'],
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
    expect(found).toEqual([
      { path: 'people.visits', values: ['30%', '40%'] },
      { path: 'community.segments.a.people.tolerance', values: ['0.7', '0.4'] },
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
    expect(found).toContainEqual({ path: 'community.network', values: ['friends.txt', 'generated'] });
    expect(found).toContainEqual({ path: 'community.segments.a.share', values: ['25%', '0%'] });
    expect(found).toContainEqual({ path: 'tactics.ads.from', values: ['0 days', '30 days'] });
  });
});
