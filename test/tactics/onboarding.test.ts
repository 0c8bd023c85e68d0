import { describe, expect, it } from 'vitest';
import { Fact } from '../../src/population/people.ts';
import {
  type Changes,
  handmade,
  merged,
  outcome,
  played,
  runDays,
  shareError,
  standardError,
  sum,
} from '../engine/isolated.ts';

const base: Changes = {
  horizon: '60 days',
  community: { members: 0, prospects: 4000 },
  join: { innovation: 0.02 },
  onboard: { introduction: '35%', benefits: '30%', icebreaker: '20%', firstPost: '100%', reply: '61%' },
  leave: { alpha: 2, beta: 20, period: '30 days', atOnce: '100%' },
};
const programme = { introduction: '90%', benefits: '90%', icebreaker: '90%', replies: '80%', cost: 6.5 };
const run = (changes: Changes, world = 0) => played(merged(base, changes), world);

describe('onboarding', () => {
  it('costs its price for each newcomer of its days, whatever they do', () => {
    const model = run({ tactics: { onboarding: { ...programme, from: '10 days', until: '20 days' } } });
    const newcomers = sum(model.record.daily.joins.subarray(10, 20));
    expect(newcomers).toBeGreaterThan(100);
    expect(outcome(model, 'onboardingCost')).toBe((newcomers * 650) / 100);
  });

  it('costs nothing without newcomers', () => {
    const model = run({ join: { innovation: 0 }, tactics: { onboarding: programme } });
    expect(outcome(model, 'onboardingCost')).toBe(0);
  });

  it('has staff answer what members leave unanswered', () => {
    const model = run({ tactics: { onboarding: { ...programme, replies: '100%' } } });
    expect(outcome(model, 'firstReplies')).toBe(1);
  });

  describe('with a buddy', () => {
    const idle = { introduction: '0%', benefits: '0%', icebreaker: '0%', replies: '0%', cost: 0 };
    /** Person 0 is inside and 1 to 3 join on day 1; 1 and 2 could know 0, nobody could know 3. */
    const arrival = (values: Changes) => {
      const { model, place } = handmade(
        { members: 1, prospects: 3 },
        [
          [0, 1],
          [0, 2],
        ],
        merged(base, {
          horizon: '1 day',
          community: { members: 1, prospects: 3 },
          join: { innovation: 100 },
          onboard: { introduction: '0%', benefits: '0%', icebreaker: '0%', reply: '0%' },
          tactics: { onboarding: { ...idle, ...values } },
        }),
      );
      runDays(model);
      const { friends, facts } = model.people;
      return place.map((p) => [friends[p], facts[p] & Fact.firstReplied ? 'replied' : '']);
    };

    it('newcomers know one member more, who answers their first post', () => {
      expect(arrival({ buddy: '0%' })).toEqual([0, 0, 0, 0].map((n) => [n, '']));
      expect(arrival({ buddy: '100%' })).toEqual([
        [2, ''],
        [1, 'replied'],
        [1, 'replied'],
        [0, ''],
      ]);
    });

    it('beside those whom the icebreaker finds', () => {
      // Their one acquaintance is met at the icebreaker: there is nobody left to be a buddy.
      expect(arrival({ buddy: '100%', icebreaker: '100%' })).toEqual([2, 1, 1, 0].map((n) => [n, '']));
    });

    it('get one with that chance', () => {
      const ties: Changes = { community: { members: 4000, network: { kind: 'regular', ties: 20 } } };
      const settings = { onboard: { icebreaker: '0%', reply: '0%' }, horizon: '20 days' };
      const model = run(
        merged(merged(ties, settings), { tactics: { onboarding: { ...idle, buddy: '40%' } } }),
      );
      const newcomers = sum(model.record.daily.joins);
      const found = outcome(model, 'firstReplies');
      const { key, joinedOn } = model.people;
      const lucky = (p: number): boolean =>
        joinedOn[p] >= 0 && model.stream('onboard:buddy').on(joinedOn[p]).uniform(key[p]) < 0.4;
      const expected = [...key.keys()].filter((p) => lucky(p)).length;
      expect(found * newcomers).toBeCloseTo(expected, 6);
      expect(Math.abs(found - 0.4)).toBeLessThan(4 * shareError(0.4, newcomers));
    });
  });

  const gains = (causal: string): number[] =>
    [0, 1, 2, 3].map((world) => {
      const settings = { onboard: { causal, lift: 0.7 } };
      const others = outcome(run(settings, world), 'members');
      return outcome(run({ ...settings, tactics: { onboarding: programme } }, world), 'members') - others;
    });

  it('keeps newcomers longer where the first day is a cause', () => {
    const more = gains('100%');
    expect(sum(more) / 4).toBeGreaterThan(4 * standardError(more));
  });

  it('keeps nobody longer where it is none', () => {
    expect(gains('0%')).toEqual([0, 0, 0, 0]);
  });
});
