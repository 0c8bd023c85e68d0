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
    // Other offspring means, laws and seeds.
    ['chains-poisson.yaml', ['share.reach=0.7']],
    ['chains-poisson.yaml', ['share.reach=2.2', 'share.seeds=2']],
    ['chains-geometric.yaml', ['share.reach=1.8', 'share.seeds=2']],
    ['chains-binomial.yaml', ['share.reach=1.3', 'share.trials=3']],
    ['chains-negative-binomial.yaml', ['share.reach=0.7', 'share.dispersion=0.4']],
    ['chains-seeds.yaml', ['share.reach=1.2', 'share.seeds=10']],
    ['chains-borel.yaml', ['share.reach=0.8']],
    // Other people who leave, and other clocks.
    ['sbg.yaml', ['leave.alpha=1.4', 'leave.beta=2.5']],
    ['sbg.yaml', ['leave.alpha=0.4', 'leave.beta=0.9', 'leave.period=20 days']],
    ['geometric-retention.yaml', ['leave.rate=0.005 per day']],
    ['geometric-retention.yaml', ['leave.rate=0.08 per day']],
    // Other arrivals, exits and referral.
    ['ceiling.yaml', ['tactics.acquisition.arrivals=40 per day', 'leave.rate=0.04 per day']],
    ['ceiling-with-referral.yaml', ['leave.rate=0.06 per day', 'join.brings=0.02 per day']],
    ['second-inviter.yaml', ['join.invitation=0.3']],
    ['first-replies.yaml', ['onboard.firstPost=60%', 'onboard.reply=45%', 'onboard.againReplied=70%']],
    // Other loads of a help desk.
    ['helper-queue.yaml', ['engage.questions=16', 'tactics.helpdesk.staff=4']],
    ['helper-queue-single.yaml', ['tactics.helpdesk.minutes=1.5']],
    ['littles-law.yaml', ['engage.questions=6']],
    // Other infections, thresholds and networks.
    ['contagion-mixed-fixed.yaml', ['spread.contacts=2.5', 'spread.period=5 days']],
    ['contagion-mixed-geometric.yaml', ['spread.contacts=2', 'spread.period=6 days']],
    ['reed-frost.yaml', ['spread.contacts=1.7']],
    ['percolation-random.yaml', ['spread.chance=10%', 'spread.period=5 days']],
    ['percolation-random.yaml', ['community.network.ties=7', 'spread.length=geometric']],
    ['percolation-3-regular.yaml', ['spread.chance=80%']],
    ['percolation-4-regular.yaml', ['spread.chance=45%']],
    ['watts-strogatz.yaml', ['community.network.ties=8']],
    ['ads-slope.yaml', ['adResponse.slope=0.03', 'adResponse.memory=90 days']],
  ])('%s holds with %j', async (file, set) => {
    const results = await held(yardstickIn(file, { set }));
    expect(failures(results)).toEqual([]);
    expect(results.some(({ pass }) => pass === true)).toBe(true);
  });
});
