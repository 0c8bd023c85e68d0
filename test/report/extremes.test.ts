import { describe, expect, it } from 'vitest';
import type { WorldResult } from '../../src/experiment/results.ts';
import { extremesOf } from '../../src/report/extremes.ts';
import { blunt, make, none } from './synthetic.ts';

const { scenario } = make({ arms: [blunt, none], worlds: 2, days: 10 });

/** A world of an arm whose members leave on a day (`null`: they stay), perhaps to come back. */
function world(arm: number, emptyFrom: number | null, days = 365, backOn = days): WorldResult {
  const members = Float64Array.from({ length: days }, (_, day) =>
    emptyFrom !== null && day >= emptyFrom && day < backOn ? 0 : 5,
  );
  const outcomes = new Float64Array();
  return {
    world: 0,
    arm,
    outcomes,
    daily: { members },
    segments: {},
    cohorts: null,
    digest: '',
    remarks: [],
  };
}

const worlds = (count: number, arm: number, emptyFrom: number | null) =>
  Array.from({ length: count }, () => world(arm, emptyFrom));

describe('a community that empties', () => {
  it('is said in both languages: under which arm, when, in how many worlds', () => {
    const found = extremesOf(scenario, [
      ...worlds(100, 0, null),
      ...worlds(75, 1, null),
      ...worlds(25, 1, 100),
    ]);
    expect(found).toEqual([
      {
        en: 'Under “No ads” all members left, by month 4 in the middle case, in 25% of worlds.',
        'zh-CN': '在“无广告”下，25% 的模拟世界中所有成员都离开了（中位为第 4 个月）。',
      },
    ]);
  });

  it('is said of each arm by itself, with the middle of its days', () => {
    const days = [3, 40, 200];
    const found = extremesOf(scenario, [...days.map((day) => world(0, day)), ...worlds(3, 1, 0)]);
    expect(found.map(({ en }) => en)).toEqual([
      expect.stringMatching(/“Blunt ads”.* by month 2 .* 100% of worlds/),
      expect.stringMatching(/“No ads”.* by month 1 .* 100% of worlds/),
    ]);
  });

  it('is not said of less than one world in twenty', () => {
    expect(extremesOf(scenario, [...worlds(96, 0, null), ...worlds(4, 0, 9)])).toEqual([]);
    expect(extremesOf(scenario, [...worlds(95, 0, null), ...worlds(5, 0, 9)])).toHaveLength(1);
  });

  it('is not one to which people come back; one that empties again counts from the last time', () => {
    expect(extremesOf(scenario, [world(0, 10, 365, 200)])).toEqual([]);
    const twice = world(0, 10, 365, 200);
    twice.daily.members.fill(0, 300);
    expect(extremesOf(scenario, [twice])[0].en).toMatch(/by month 10 /);
  });

  it('is not read from worlds whose members were not kept, nor from none', () => {
    const unkept = { ...world(0, 0), daily: {} };
    const short = { ...world(0, 0), daily: { members: new Float64Array() } };
    for (const results of [[], [unkept], [short]]) expect(extremesOf(scenario, results)).toEqual([]);
  });

  it('keeps signs that turn the direction of words out of the name of its arm', () => {
    const label = { en: 'No\u202e ads', 'zh-CN': '无\u2066广告' };
    const arms = [scenario.arms[0], { ...scenario.arms[1], label }];
    const [text] = extremesOf({ ...scenario, arms }, [world(1, 0)]);
    expect(text.en + text['zh-CN']).not.toMatch(/[\u202e\u2066]/);
  });
});
