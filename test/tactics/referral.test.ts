import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/engine/model.ts';
import {
  type Changes,
  count,
  differences,
  inErrors,
  merged,
  outcome,
  played,
  shareError,
  sum,
} from '../engine/isolated.ts';

/** Everybody comes daily and invites with chance 1 - exp(-.04) a day, one of many friends outside. */
const inviting: Changes = {
  horizon: '2 days',
  community: { members: 2000, prospects: 4000, network: { kind: 'regular', ties: 30 } },
  people: { visits: '100%', shares: 0.1, sharesShape: 1000, invites: 0.04 },
  referralResponse: { invites: 2, accepts: 0.5, half: 20 },
};

const programme = (values: Changes, more: Changes = {}): Model =>
  played(merged(merged(inviting, more), { tactics: { referral: values } }));

const metric = (name: string) => (model: Model) => outcome(model, name);

describe('referral', () => {
  it('with no reward and no gift changes nothing at all', () => {
    const lively = { horizon: '20 days', join: { invitation: 0.3 } };
    const idle = programme({ reward: 0, gift: 0, quota: 1 }, lively);
    const without = played(merged(inviting, lively));
    expect(idle.record.daily).toEqual(without.record.daily);
    expect(idle.people).toEqual(without.people);
    expect(sum(without.record.daily.invitedJoins)).toBeGreaterThan(20);
  });

  it('makes members invite 1 + 2 x 20 / 40 = twice as often at a reward of 20', () => {
    // Own rate of sharing x .04 / .1 invitations a share x 2.
    const model = programme({ reward: 20, gift: 0 }, { horizon: '1 day' });
    const { key, shareRate } = model.people;
    const luck = model.stream('invite').on(0);
    const expected = count(
      key.subarray(0, 2000),
      (person, p) => luck.uniform(person) < 1 - Math.exp(-0.8 * shareRate[p]),
    );
    expect(model.record.daily.invitations[0]).toBe(expected);
    expect(Math.abs(expected / 2000 - (1 - Math.exp(-0.08)))).toBeLessThan(4 * shareError(0.08, 2000));
  });

  it('makes an invitation pull 1 + 1 x 60 / 80 = 1.75 times as strongly at a gift of 60', () => {
    const { daily } = programme(
      { reward: 0, gift: 60 },
      {
        people: { invites: 0.5 },
        join: { invitation: 0.4, second: 1, third: 1 },
        community: { members: 500, prospects: 20_000 },
        referralResponse: { accepts: 1 },
      },
    ).record;
    const [sent, joined] = [daily.invitations[0], daily.invitedJoins[1]];
    expect(sent).toBeGreaterThan(100);
    // Two invitations of one person make a chance of 1 - (1 - c)^2 together: too few of them to see.
    const chance = 1 - Math.exp(-0.4 * 1.75);
    expect(Math.abs(joined / sent - chance)).toBeLessThan(4 * shareError(chance, sent));
  });

  it('pays reward and gift for each who joined on an invitation, to the cent', () => {
    const model = programme({ reward: 7.25, gift: 2.5 }, { horizon: '10 days', join: { invitation: 0.5 } });
    const joined = outcome(model, 'invitedJoins');
    expect(joined).toBeGreaterThan(50);
    expect(outcome(model, 'referralCost')).toBe((joined * 975) / 100);
  });

  it('keeps to its budget, and counts whom it refused', () => {
    const model = programme(
      { reward: 10, gift: 0, budget: 95 },
      { horizon: '10 days', join: { invitation: 0.5 } },
    );
    expect(outcome(model, 'referralCost')).toBe(90);
    expect(outcome(model, 'refused')).toBeGreaterThan(0);
  });

  it('rewards no more invitations of a member and month than its quota', () => {
    const model = programme(
      { reward: 1, gift: 0, quota: 2 },
      {
        horizon: '37 days',
        people: { invites: 5 },
        community: { members: 20, prospects: 600, network: { ties: 60 } },
      },
    );
    const { used, month } = model.invited.get('referral') as { used: Map<number, number>; month: number };
    expect(month).toBe(1);
    expect([...used.values()].every((n) => n === 2)).toBe(true);
    expect(used.size).toBeGreaterThan(10);
  });

  it('is for its audience', () => {
    const held = programme({ reward: 20, to: { share: '0%' } });
    expect(held.record.daily).toEqual(played(inviting).record.daily);
  });

  describe('in paired worlds', () => {
    const grown: Changes = merged(inviting, { horizon: '60 days', join: { invitation: 0.05 } });
    const compared = (name: string, one: Changes, other: Changes): number[] =>
      differences(grown, [{ tactics: { referral: one } }, { tactics: { referral: other } }], metric(name));

    it('a reward brings more members and a larger K, at a cost', () => {
      const [some, none] = [
        { reward: 20, gift: 10 },
        { reward: 0, gift: 0 },
      ];
      expect(inErrors(compared('reproduction', some, none))).toBeGreaterThan(4);
      expect(inErrors(compared('invitedJoins', some, none))).toBeGreaterThan(4);
      expect(inErrors(compared('netRevenue', some, none))).toBeLessThan(-4);
    });

    it('the same money brings more invitations for the inviter than for the invited', () => {
      const found = compared('invitations', { reward: 20, gift: 0 }, { reward: 0, gift: 20 });
      expect(inErrors(found)).toBeGreaterThan(4);
    });
  });
});
