/**
 * Every yardstick in a small form. A world costs about as much as its people times its days times its arms, so each file
 * gets as many worlds as fit, and some fewer people too. Tolerances follow by themselves: 4 standard errors of these worlds,
 * or the file's own where that is wider. The full forms: yardsticks.long.test.ts.
 */
import { describe, expect, it } from 'vitest';
import { yardstickIndex } from '../src/report/yardsticks-index.ts';
import type { Scenario } from '../src/scenario/scenario.ts';
import { failures, files, held, yardstickIn } from './yardstick-files.ts';

/** Fewer people, where a whole world of the file takes seconds. */
const smaller: Readonly<Record<string, readonly string[]>> = {
  'bass.yaml': ['community.prospects=500'],
  'posting.yaml': ['community.members=6399'],
  'purchases.yaml': ['community.members=2000'],
  'ads-load.yaml': ['community.members=250'],
  'ads-slope.yaml': ['community.members=1000'],
  'first-replies.yaml': ['community.prospects=10000'],
  'k-core.yaml': ['community.members=2000'],
  'k-core-below-onset.yaml': ['community.members=2000'],
  'sbg.yaml': ['community.members=5000'],
  'geometric-retention.yaml': ['community.members=10000'],
  'percolation-3-regular.yaml': ['community.members=8000'],
  'percolation-4-regular.yaml': ['community.members=8000'],
};

/** Days of one person in all worlds of a small form. */
const PERSON_DAYS = 1.5e5;

function smallForm(file: string): Scenario {
  const set = smaller[file] ?? [];
  const whole = yardstickIn(file, { set });
  const people = Math.max(
    ...whole.arms.map(({ sections: { community } }) =>
      ['members', 'prospects'].reduce((sum, name) => sum + Number(community[name]?.amount ?? 1000), 0),
    ),
  );
  const days = people * whole.horizonDays * whole.arms.length;
  const worlds = Math.min(whole.worlds, 200, Math.max(6, Math.floor(PERSON_DAYS / days)));
  return yardstickIn(file, { set, worlds });
}

describe('yardsticks', () => {
  it('are listed as they are', async () => {
    const index = yardstickIndex(files.map((file) => ({ file, scenario: yardstickIn(file) })));
    await expect(index).toMatchFileSnapshot('../scenarios/yardsticks/README.md');
  });

  it('speak to people in both languages, and can be set to other numbers', () => {
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const { title, yardstick } = yardstickIn(file);
      expect(title['zh-CN'], file).toMatch(/\p{Script=Han}/u);
      expect(yardstick?.statement['zh-CN'], file).toMatch(/\p{Script=Han}/u);
      expect(yardstick?.checks.length, file).toBeGreaterThan(0);
    }
  });

  it.each(files)('%s holds', async (file) => {
    const results = await held(smallForm(file));
    expect(failures(results)).toEqual([]);
    expect(results.filter(({ pass }) => pass === true).length).toBeGreaterThan(0);
  });
});
