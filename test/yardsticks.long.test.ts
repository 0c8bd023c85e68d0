/** Every yardstick in full, as the record of the last run has it, and with numbers that stand in no file. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keptYardsticks, type YardstickRecord } from '../src/report/evidence.ts';
import { failures, files, held, yardstickIn } from './yardstick-files.ts';

const record: YardstickRecord = JSON.parse(readFileSync('docs/yardsticks.json', 'utf8'));

describe('yardsticks in full', () => {
  it.each(files)('%s holds, and comes to what docs/yardsticks.json says', async (file) => {
    const scenario = yardstickIn(file);
    const results = await held(scenario);
    expect(failures(results)).toEqual([]);
    for (const { check, pass, standardError } of results) {
      expect(pass).toBe(true);
      // The file's own tolerance is what judges: luck stays within it.
      if (check.within !== null) expect(4 * (standardError ?? 0)).toBeLessThanOrEqual(check.within);
    }
    const lines = results.map(({ check, ...found }) => ({ ...check, ...found, file, seed: scenario.seed }));
    expect(record.yardsticks.filter((kept) => kept.file === file)).toEqual(keptYardsticks(lines));
  });
});

describe('yardsticks with other numbers', () => {
  it.each([
    ['bass.yaml', ['join.innovation=0.01 per year', 'join.imitation=0.6 per year']],
    ['bass.yaml', ['join.innovation=0.1 per year', 'join.imitation=0']],
    ['posting.yaml', ['people.posts=0.2', 'people.postsSpread=2.5', 'community.members=30000']],
    ['purchases.yaml', ['buy.shape=0.6', 'buy.scale=40 days', 'buy.quitAlpha=1', 'buy.quitBeta=3']],
    [
      'ads-load.yaml',
      ['arms["fewer"].tactics.ads.load=1 per hour', 'arms["more"].tactics.ads.load=8 per hour'],
    ],
    ['k-core.yaml', ['community.network.ties=6', 'leave.enough=4']],
    ['k-core.yaml', ['community.network.ties=5', 'leave.enough=4']],
    ['k-core-below-onset.yaml', ['community.network.ties=4.8', 'leave.enough=4']],
    ['sharing-default.yaml', ['share.reach=0.5', 'share.dispersion=0.3']],
  ])('%s holds with %j', async (file, set) => {
    const results = await held(yardstickIn(file, { set }));
    expect(failures(results)).toEqual([]);
    expect(results.some(({ pass }) => pass === true)).toBe(true);
  });
});
