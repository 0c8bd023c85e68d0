import { describe, expect, it } from 'vitest';
import { extinction } from '../../src/laws/branching.ts';
import { Status } from '../../src/population/people.ts';
import {
  type Changes,
  differences,
  handmade,
  inErrors,
  merged,
  outcome,
  played,
  runDays,
  shareError,
  sum,
} from '../engine/isolated.ts';

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

  it('are scanned 3 x 40 x 25 % = 30 times on average by views alone, a Poisson number', () => {
    const year = { horizon: '3650 days', community: { members: 3 } };
    const { posterScans, posterForwards } = played(campaign({ views: 40, scan: '25%', forward: '0%' }, year))
      .record.daily;
    const scans = sum(posterScans) / 3650;
    expect(Math.abs(scans - 30)).toBeLessThan(4 * Math.sqrt(30 / 3650));
    const variance = sum(posterScans.map((n) => (n - scans) ** 2)) / 3649;
    expect(Math.abs(variance / 30 - 1)).toBeLessThan(4 * Math.sqrt(2 / 3650));
    expect(sum(posterForwards)).toBe(0);
  });

  it('come to seeds / (1 - K) postings below K = 1, and print that K', () => {
    // K = 10 x .5 x .1 = .5: three seeds make six postings, three of them forwards. Variance 3 K / (1 - K)^3 = 12.
    const model = played(campaign({}, { horizon: '3650 days' }));
    const forwards = sum(model.record.daily.posterForwards) / 3650;
    expect(Math.abs(forwards - 3)).toBeLessThan(4 * Math.sqrt(12 / 3650));
    expect(Math.abs(outcome(model, 'posterK') - 0.5)).toBeLessThan(4 * Math.sqrt(0.5 / (6 * 3650)));
    expect(outcome(model, 'postersEnded')).toBe(1);
  });

  it.each([1, 3, 10])('take off at K = 1.2 from %d seeds with chance 1 - q^seeds', (seeds) => {
    const model = played(campaign({ seeds, forward: '24%' }, { horizon: '3000 days' }));
    // q = exp(-1.2 (1 - q)): .6863.
    const ended = extinction.value({ offspring: 'poisson', mean: 1.2, trials: 0, dispersion: 0, seeds });
    expect(ended).toBeCloseTo(0.6863 ** seeds, 3);
    expect(Math.abs(outcome(model, 'postersEnded') - ended)).toBeLessThan(4 * shareError(ended, 3000));
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

  it('pay whoever brought three friends: P(Poisson(5) >= 3) = 87.5 % of them', () => {
    const values = { reward: 1, friends: 3, together: 1 };
    const model = played(campaign(values, { horizon: '1000 days', referralResponse: { invites: 0 } }));
    const share = 1 - Math.exp(-5) * (1 + 5 + 12.5);
    const forwards = outcome(model, 'posterForwards');
    expect(Math.abs(outcome(model, 'posterCost') / forwards - share)).toBeLessThan(
      4 * shareError(share, forwards),
    );
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

  describe('bring people', () => {
    it('first friends of those who began: all three of one who is seen by everybody', () => {
      const pairs = [
        [0, 1],
        [0, 2],
        [0, 3],
      ] as const;
      const { model, place } = handmade(
        { members: 1, prospects: 5 },
        pairs,
        campaign(
          { seeds: 1, views: 100, scan: SURE, forward: '0%', join: SURE },
          { horizon: '2 days', community: { members: 1 }, share: { open: 'off' } },
        ),
      );
      runDays(model);
      const inside = place.map((p) => model.people.status[p] !== Status.outside);
      expect(inside).toEqual([true, true, true, true, false, false]);
      expect(outcome(model, 'posterJoins')).toBe(3);
      expect([outcome(model, 'organicJoins'), outcome(model, 'invitedJoins')]).toEqual([3, 0]);
    });

    it('then the public: a hazard of scans x part that are prospects x -ln(1 - join), shared by all outside', () => {
      const crowd = {
        horizon: '2 days',
        community: { members: 50, prospects: 20_000 },
        share: { open: true, onProspects: '50%' },
      };
      const values = { seeds: 50, views: 400, scan: '50%', forward: '0%', join: '40%' };
      const model = played(campaign(values, crowd));
      const hazard = (model.record.daily.posterScans[0] * 0.5 * -Math.log(0.6)) / 20_000;
      const chance = 1 - Math.exp(-hazard);
      expect(Math.abs(model.record.daily.posterJoins[1] / 20_000 - chance)).toBeLessThan(
        4 * shareError(chance, 20_000),
      );
      expect(model.record.daily.joins[1]).toBe(model.record.daily.posterJoins[1]);
    });

    it('in proportion to their hazard, where others bring people too', () => {
      const crowd = {
        horizon: '2 days',
        community: { members: 50, prospects: 20_000 },
        join: { innovation: '0.1 per day', imitation: 0 },
        share: { open: true, onProspects: '50%' },
      };
      const model = played(
        campaign({ seeds: 50, views: 400, scan: '50%', forward: '0%', join: '40%' }, crowd),
      );
      const { posterJoins, joins, posterScans } = model.record.daily;
      const outside = 20_000 - joins[0];
      const posters = (posterScans[0] * 0.5 * -Math.log(0.6)) / outside;
      const share = posters / (posters + 0.1);
      expect(Math.abs(posterJoins[1] / joins[1] - share)).toBeLessThan(4 * shareError(share, joins[1]));
    });
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
