/** Whole runs over random scenarios: what must hold on every evening. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileModel, prepare } from '../../src/engine/compile.ts';
import { runDay } from '../../src/engine/phases.ts';
import { metrics } from '../../src/metrics/definitions.ts';
import { outcomesOf } from '../../src/metrics/record.ts';
import { columnFaults, lifeFaults, moneyFaults, statusFaults, tieFaults } from './invariants.ts';
import { type Changes, merged, scenarioOf, sum } from './isolated.ts';
import { busy, lively } from './lively.ts';

const share = (max = 1) => fc.double({ min: 0, max, noNaN: true });
const rarely = <T>(value: T) => fc.option(fc.constant(value), { nil: undefined, freq: 2 });

const community = fc.record({
  members: fc.nat(60),
  prospects: fc.integer({ min: 1, max: 60 }),
  outsiders: fc.nat(5),
  awake: share(),
  network: fc.oneof(
    fc.record({
      kind: fc.constantFrom(
        'random',
        'small world',
        'preferential',
        'clustered',
        'blocks',
        'none',
        'regular',
      ),
      ties: share(12),
    }),
  ),
});

const behaviors = fc.record(
  {
    people: fc.record({
      visits: share(),
      posts: share(100),
      postsSpread: share(4),
      shares: share(1),
      invites: share(1),
    }),
    join: fc.record({
      innovation: share(0.1),
      invitation: share(2),
      groups: fc.boolean(),
      views: share(0.2),
    }),
    onboard: fc.record({ icebreaker: share(), meets: fc.nat(5), firstPost: share(), causal: share() }),
    ties: fc.record({
      chat: share(),
      wake: share(),
      closure: share(),
      sleep: fc.integer({ min: 1, max: 30 }),
    }),
    leave: fc.record({
      alpha: share(3).map((x) => x + 0.01),
      beta: share(30).map((x) => x + 0.01),
      atOnce: share(),
      back: share(0.3),
      perTie: share(3),
    }),
    buy: fc.record({
      chance: share(),
      patience: share(30).map((x) => x + 0.1),
      scale: share(60).map((x) => x + 0.5),
      quits: fc.boolean(),
      margin: share(),
    }),
    couponResponse: fc.record({ redeem: share() }),
    adResponse: fc.record({ slope: share(0.5), click: share(), complaint: share() }),
    share: fc.record({
      reach: share(2),
      dispersion: share(3).map((x) => x + 0.01),
      views: share(50),
      open: fc.boolean(),
    }),
  },
  { requiredKeys: [] },
);

const tactics = fc.record({
  ads: fc.record({
    load: share(120),
    targeting: share(),
    intrusiveness: share(),
    cap: fc.nat(10),
    own: share(),
  }),
  'more ads': rarely({ tactic: 'ads', load: 5, cap: 3 }),
  coupons: fc.record({
    rate: share(2),
    depth: share(),
    whom: fc.constantFrom('all', 'active', 'lurkers', 'dormant', 'newcomers'),
    validity: fc.integer({ min: 1, max: 20 }),
  }),
  onboarding: fc.record({ introduction: share(), replies: share(), cost: share(30) }),
  acquisition: fc.record({ arrivals: share(5), cost: share(100), from: fc.nat(10) }),
});

/** Runs a world, asking every evening. */
function live(document: Changes, world: number): void {
  const prepared = prepare(scenarioOf(document));
  const model = compileModel(prepared, world, 0);
  const before = model.people.status.slice();
  for (let day = 0; day < model.days; day++) {
    runDay(model, day);
    expect(tieFaults(model)).toEqual([]);
    expect(lifeFaults(model, day)).toEqual([]);
    expect(statusFaults(before, model)).toEqual([]);
    expect(moneyFaults(model, day)).toEqual([]);
    expect(columnFaults(model, day)).toEqual([]);
    before.set(model.people.status);
  }
  const outcomes = outcomesOf(model);
  for (const [i, { name, unit }] of metrics.entries()) {
    if (Number.isNaN(outcomes[i])) continue;
    expect(Number.isFinite(outcomes[i]), name).toBe(true);
    if (unit === 'share') {
      expect(outcomes[i], name).toBeGreaterThanOrEqual(0);
      expect(outcomes[i], name).toBeLessThanOrEqual(1.000001);
    }
    if (unit === 'count' || unit === 'people') expect(Number.isInteger(outcomes[i]), name).toBe(true);
  }
  const { daily } = model.record;
  expect(sum(daily.netRevenue)).toBeCloseTo(model.ledger.cash / 100, 6);
  expect(sum(daily.couponsRedeemed)).toBeLessThanOrEqual(sum(daily.couponsGiven));
}

describe('on every evening', () => {
  it('of a lively community all is in order', () => {
    for (const world of [0, 1]) live(merged(lively, { tactics: busy }), world);
  });

  it('of any community all is in order', () => {
    const base = { seedbed: 1, title: 'Any', horizon: '25 days' };
    fc.assert(
      fc.property(community, behaviors, tactics, fc.nat(9), (who, how, what, world) => {
        const used = Object.fromEntries(Object.entries(what).filter(([, tactic]) => tactic !== undefined));
        live({ ...base, community: who, ...how, tactics: used }, world);
      }),
      { seed: 13, numRuns: 60 },
    );
  });
});
