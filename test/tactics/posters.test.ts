import { describe, expect, it } from 'vitest';
import { type Changes, differences, inErrors, merged, outcome, played } from '../engine/isolated.ts';

/** Everybody comes on the one day, and a few of them post a poster. */
const day: Changes = { horizon: '1 day', community: { members: 100 }, people: { visits: '100%' } };
const bare = { seeds: 3, views: 10, scan: '50%', forward: '10%', join: '0%' };

const campaign = (values: Changes, more: Changes = {}): Changes =>
  merged(merged(day, more), { tactics: { posters: { ...bare, ...values } } });

/** A chance of 1 that a file can give. */
const SURE = '100%';

describe('posters', () => {
  it('that nobody posts change nothing at all', () => {
    const lively = {
      horizon: '20 days',
      community: { prospects: 300 },
      join: { innovation: 2 },
      people: { visits: '50%', shares: 0.2, invites: 0.1 },
    };
    const idle = played(campaign({ seeds: 0, reward: 10, join: SURE }, lively));
    const without = played(merged(day, lively));
    expect(idle.record.daily).toEqual(without.record.daily);
    expect(idle.people).toEqual(without.people);
  });

  it('are passed on more for a reward, and twice as often where friends are to be brought', () => {
    const k = (values: Changes): number =>
      outcome(
        played(
          campaign(
            { together: 2, ...values },
            { horizon: '2000 days', referralResponse: { invites: 2, half: 20 } },
          ),
        ),
        'posterK',
      );
    // .5 plain; 20 of reward doubles a chance of forwarding of 5 %; friends double it as well.
    const few = { views: 10, scan: '50%', forward: '5%' };
    const found = [k(few), k({ ...few, reward: 20 }), k({ ...few, friends: 1 })];
    for (const [i, expected] of [0.25, 0.5, 0.5].entries())
      expect(Math.abs(found[i] - expected)).toBeLessThan(4 * Math.sqrt(expected / 2000 / 3));
  });

  it('pay each who passes them on, as far as the budget reaches', () => {
    const year = { horizon: '100 days' };
    const model = played(campaign({ reward: 4 }, merged(year, { referralResponse: { invites: 0 } })));
    expect(outcome(model, 'posterCost')).toBe(4 * outcome(model, 'posterForwards'));
    expect(outcome(model, 'posterForwards')).toBeGreaterThan(100);
    const short = played(
      campaign({ reward: 4, budget: 42 }, merged(year, { referralResponse: { invites: 0 } })),
    );
    expect(outcome(short, 'posterCost')).toBe(40);
    expect(outcome(short, 'refused')).toBe(outcome(short, 'posterForwards') - 10);
  });

  it('are posted on the days of their schedule, by visitors whom they are for', () => {
    const { posterScans } = played(campaign({ every: '5 days' }, { horizon: '12 days' })).record.daily;
    expect([...posterScans].flatMap((n, on) => (n > 0 ? [on] : []))).toEqual([0, 5, 10]);
    expect(outcome(played(campaign({ to: { share: '0%' } })), 'posterScans')).toBe(0);
    expect(
      outcome(
        played(campaign({}, { people: { visits: '0%' }, community: { tenure: '9 days' } })),
        'posterScans',
      ),
    ).toBe(0);
  });

  it('bring more members in paired worlds, the more are passed on', () => {
    const group: Changes = {
      horizon: '60 days',
      community: { members: 300, prospects: 1500, network: { kind: 'regular', ties: 10 } },
      people: { visits: '40%' },
    };
    const some = { ...bare, seeds: 20, join: '20%', every: '5 days' };
    const compared = (one: Changes, other: Changes): number[] =>
      differences(group, [{ tactics: { posters: one } }, { tactics: { posters: other } }], (model) =>
        outcome(model, 'members'),
      );
    expect(inErrors(compared(some, { ...some, seeds: 0 }))).toBeGreaterThan(4);
    expect(inErrors(compared({ ...some, forward: '18%' }, some))).toBeGreaterThan(4);
  });
});
