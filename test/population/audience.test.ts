import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/engine/model.ts';
import { AccountIndex } from '../../src/metrics/ledger.ts';
import { type Audience, meetAudience } from '../../src/population/audience.ts';
import { NEVER, Status } from '../../src/population/people.ts';
import { Role } from '../../src/population/standing.ts';
import {
  type Changes,
  count,
  merged,
  modelOf,
  played,
  runDays,
  shareError,
  sum,
} from '../engine/isolated.ts';

/** A model with one tactic that is aimed so. */
const aimed = (to: Changes, more: Changes = {}): Model =>
  modelOf(merged({ community: { members: 400 }, tactics: { coupons: { rate: 10, cost: 0, to } } }, more));

const audienceOf = ({ tactics }: Model): Audience => {
  const { audience } = tactics[0];
  if (audience === null) throw new Error('not aimed');
  return audience;
};

/** Places of those whom it is for on a day. */
function met(model: Model, day: number, begun = day): number[] {
  const audience = audienceOf(model);
  meetAudience(model, 'coupons', audience, day, begun);
  return [...audience.today.keys()].filter((p) => audience.today[p] === 1);
}

describe('an audience', () => {
  it('is everybody where nothing is said, or nothing that keeps anybody out', () => {
    expect(modelOf({ tactics: { coupons: {} } }).tactics[0].audience).toBeNull();
    const open = { share: '100%', holdOut: '0%', minTenure: '0 days', minFriends: 0, maxOrders: 65_535 };
    expect(aimed(open).tactics[0].audience).toBeNull();
  });

  it('is a random part, the same on every day, drawn by the name of the tactic', () => {
    const model = aimed({ share: '30%' });
    const first = met(model, 0);
    expect(met(model, 17)).toEqual(first);
    const draws = model.stream('aim:coupons').on(-1);
    expect(first).toEqual(
      [...model.people.key.keys()].filter((p) => draws.uniform(model.people.key[p]) < 0.3),
    );
    expect(Math.abs(first.length / 400 - 0.3)).toBeLessThan(4 * shareError(0.3, 400));
  });

  it('leaves a part out whatever the share, so that a greater share only adds people', () => {
    const model = aimed({ holdOut: '20%' });
    const all = new Set(met(model, 0));
    const draws = model.stream('aim:held:coupons').on(-1);
    for (let p = 0; p < 400; p++) expect(draws.uniform(model.people.key[p]) < 0.2).toBe(!all.has(p));
    const some = met(aimed({ holdOut: '20%', share: '40%' }), 0);
    for (const p of some) expect(all.has(p)).toBe(true);
    expect(some.length).toBeLessThan(all.size);
  });

  it('grows day by day while it is rolled out', () => {
    const model = aimed({ share: '50%' }, { tactics: { coupons: { ramp: '10 days' } } });
    const sizes = [0, 4, 9, 30].map((begun) => met(model, begun, begun));
    for (let i = 1; i < sizes.length; i++) for (const p of sizes[i - 1]) expect(sizes[i]).toContain(p);
    const shares = [0.05, 0.25, 0.5, 0.5];
    for (const [i, people] of sizes.entries())
      expect(Math.abs(people.length / 400 - shares[i])).toBeLessThan(4 * shareError(shares[i], 400));
  });

  it('is of the segments that it names', () => {
    const community = { segments: { young: { share: '25%' }, old: { share: '75%' } } };
    const young = met(aimed({ segments: 'young' }, { community }), 0);
    const both = aimed({ segments: ['young', 'old'] }, { community });
    expect(met(both, 0)).toHaveLength(400);
    expect(Math.abs(young.length / 400 - 0.25)).toBeLessThan(4 * shareError(0.25, 400));
    for (const p of young) expect(both.people.segment[p]).toBe(0);
  });

  describe('keeps its bounds', () => {
    /** On day 50: how long inside, away and idle, how many friends and orders. */
    function cast(to: Changes): number[] {
      const model = aimed(to, { community: { members: 5, prospects: 1, tenure: '100 days' } });
      const { people } = model;
      people.joinedOn.set([-50, 0, 40, 50, 20], 0);
      people.lastVisitOn.set([49, 20, -32768, 50, 45], 0);
      people.lastOrderOn.set([10, -32768, -32768, 50, 45], 0);
      people.friends.set([0, 3, 5, 7, 2], 0);
      people.orders.set([2, 0, 0, 1, 9], 0);
      return met(model, 50);
    }
    // 5 is outside: inside, away and idle for no time, without friends or orders.
    it.each([
      ['minTenure', '30 days', [0, 1, 4]],
      ['maxTenure', '10 days', [2, 3, 5]],
      ['minAway', '10 days', [1, 2]],
      ['maxAway', '5 days', [0, 3, 4, 5]],
      ['minIdle', '40 days', [0, 1]],
      ['maxIdle', '10 days', [2, 3, 4, 5]],
      ['minFriends', 5, [2, 3]],
      ['maxFriends', 2, [0, 4, 5]],
      ['minOrders', 2, [0, 4]],
      ['maxOrders', 0, [1, 2, 5]],
    ] as const)('%s %s', (name, bound, expected) => {
      expect(cast({ [name]: bound })).toEqual(expected);
    });

    it('counting days away over a silence: from the last visit, not from joining', () => {
      const model = modelOf({
        community: { members: 2, tenure: '60 days' },
        tactics: { ads: { to: { minAway: '20 days' } } },
      });
      const { people, record } = model;
      for (const [p, last] of [30, 45].entries()) {
        people.lastVisitOn[p] = NEVER;
        record.earlierVisits.set(p, last);
      }
      const { audience, name } = model.tactics[0];
      if (audience === null) throw new Error('aimed');
      meetAudience(model, name, audience, 50, 0);
      expect([...audience.today]).toEqual([1, 0]);
    });

    it('of status: members, the dormant, helpers and admins', () => {
      const found = ['anybody', 'members', 'dormant', 'helpers', 'admins'].map((status) => {
        const model = modelOf({
          community: { members: 5 },
          tactics: { levels: {}, ads: { to: { status } } },
        });
        model.people.status[1] = Status.dormant;
        model.standings[0].role.set([Role.none, Role.helper, Role.helper, Role.admin, Role.none]);
        runDays(model, 1);
        const ads = model.tactics.find(({ name }) => name === 'ads');
        return [...(ads?.audience?.today ?? [])].flatMap((isFor, p) => (isFor === 1 ? [p] : []));
      });
      expect(found).toEqual([[], [0, 2, 3, 4], [1], [2], [3]]);
    });

    it('all at once', () => expect(cast({ minTenure: '20 days', maxFriends: 2, minOrders: 3 })).toEqual([4]));
  });
});

describe('an aimed tactic', () => {
  const inSegments = (tactics: Changes, more: Changes = {}): Model =>
    played(
      merged(
        {
          horizon: '20 days',
          community: { members: 200, prospects: 300, segments: { young: { share: 1 }, old: { share: 1 } } },
          people: { visits: '100%' },
          visit: { hours: 1 },
          tactics,
        },
        more,
      ),
    );
  const to = { segments: ['old'] };
  /** Founders of each segment. */
  const founders = ({ people }: Model): number[] =>
    [0, 1].map((s) => count(people.segment.subarray(0, 200), (segment) => segment === s));
  /** Of a column, the sums in each segment. */
  const bySegment = ({ people }: Model, column: ArrayLike<number>): number[] =>
    [0, 1].map((s) => sum([...people.key.keys()].map((p) => (people.segment[p] === s ? column[p] : 0))));

  it('shows ads to nobody else, and pays for the targeting of nobody else', () => {
    const model = inSegments({ ads: { load: 4, targeting: '100%', cost: 30.4375, to } });
    const [young, old] = model.record.adsShown;
    expect(young).toBe(0);
    expect(old).toBeGreaterThan(1000);
    const paid = model.ledger.booked.subarray(
      2 * AccountIndex.targetingCost,
      2 * AccountIndex.targetingCost + 2,
    );
    expect([...paid]).toEqual([0, founders(model)[1] * 20 * 100]);
  });

  it('gives coupons to nobody else', () => {
    const model = inSegments({ coupons: { rate: 10, to } });
    const given = Int16Array.from(model.people.couponOn, (day) => (day >= 0 ? 1 : 0));
    expect(bySegment(model, given)).toEqual([0, founders(model)[1]]);
  });

  it('buys and takes in nobody else', () => {
    const model = inSegments({
      acquisition: { arrivals: 5, to },
      onboarding: { introduction: '100%', cost: 1, to: { segments: ['young'] } },
    });
    const joined = Int16Array.from(model.people.status, (status, p) =>
      status === Status.member && p >= 200 ? 1 : 0,
    );
    const [young, old] = bySegment(model, joined);
    expect([young, old > 50]).toEqual([0, true]);
    expect(sum(model.record.daily.onboardingCost)).toBe(0);
  });

  it('cuts prices for nobody else', () => {
    const buying = { buy: { chance: '100%', patience: '1 day' }, people: { needs: 100 } };
    const model = inSegments({ sale: { depth: '50%', to } }, buying);
    const paid = model.people.usedTo;
    for (let p = 0; p < 200; p++) if (model.people.segment[p] === 0) expect(paid[p]).toBe(1);
    expect(
      bySegment(
        model,
        paid.map((x, p) => (p < 200 ? x : 0)),
      )[1],
    ).toBeLessThan(0.99 * founders(model)[1]);
  });

  it('answers the questions of nobody else', () => {
    const model = inSegments(
      { helpdesk: { staff: 20, hours: 24, opens: 0, patience: '1 hour', minutes: 0.1, to } },
      { engage: { asks: '100%', answered: '0%' } },
    );
    const open = Int16Array.from(model.people.unansweredOn, (day) => (day >= 0 ? 1 : 0));
    const [young, old] = bySegment(model, open);
    expect([young, old]).toEqual([founders(model)[0], 0]);
  });
});
