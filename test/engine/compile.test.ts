import { describe, expect, it } from 'vitest';
import { compileModel, prepare } from '../../src/engine/compile.ts';
import { Status } from '../../src/population/people.ts';
import { tieFaults } from './invariants.ts';
import {
  type Changes,
  count,
  merged,
  modelOf,
  outcome,
  played,
  quietScenario,
  runDays,
  shareError,
  sum,
  tiesOf,
} from './isolated.ts';

describe('prepare', () => {
  it('wants every network that an arm names', () => {
    const scenario = quietScenario({ community: { network: 'friends.txt' } });
    expect(() => prepare(scenario)).toThrow('friends.txt');
    expect(() => prepare(scenario, new Map([['friends.txt', tiesOf(2, [[0, 1]])]]))).not.toThrow();
  });
});

describe('compileModel', () => {
  const two: Changes = {
    community: { members: 50, prospects: 30, network: { kind: 'random', ties: 6 }, awake: '50%' },
    people: { visits: '50%' },
    arms: [
      { name: 'one' },
      { name: 'other', tactics: { coupons: {} } },
      { name: 'third', leave: { alpha: 2 } },
    ],
  };

  it('gives arms the same people and ties, each to change for itself', () => {
    const prepared = prepare(quietScenario(two));
    const one = compileModel(prepared, 0, 0);
    const other = compileModel(prepared, 0, 1);
    expect(other.people).toEqual(one.people);
    expect(other.friendships).toEqual(one.friendships);
    const before = compileModel(prepare(quietScenario(two)), 0, 1);
    runDays(one);
    expect(other.people).toEqual(before.people);
    expect(other.friendships).toEqual(before.friendships);
    expect(compileModel(prepared, 0, 0).people).toEqual(before.people);
  });

  it('draws people anew where an arm makes them others, in the same luck', () => {
    const prepared = prepare(quietScenario(two));
    const one = compileModel(prepared, 0, 0).people;
    const third = compileModel(prepared, 0, 2).people;
    expect(third.needRate).toEqual(one.needRate);
    expect(third.exitLogit).not.toEqual(one.exitLogit);
  });

  it('has founders and prospects within reach, outsiders beyond', () => {
    const model = modelOf({ community: { members: 5, prospects: 4, outsiders: 3 } });
    expect([model.reachable, model.everJoined, model.people.count]).toEqual([9, 5, 12]);
    expect([...model.people.status]).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0, 4, 4, 4]);
  });

  it('draws ties among those within reach only', () => {
    const { friendships } = modelOf({
      community: { members: 30, prospects: 20, outsiders: 10, network: { kind: 'random', ties: 8 } },
    });
    expect(friendships.people).toBe(60);
    expect(Math.max(...friendships.friends)).toBeLessThan(50);
    expect(friendships.offsets[60]).toBe(friendships.offsets[50]);
  });

  it('takes ties from a file for the scenario’s members and prospects, in their proportion', () => {
    const ring = tiesOf(
      40,
      Array.from({ length: 40 }, (_, p) => [p, (p + 1) % 40] as const),
    );
    const model = modelOf(
      { community: { members: 300, prospects: 100, outsiders: 7, network: 'ring', awake: '100%' } },
      0,
      0,
      new Map([['ring', ring]]),
    );
    expect(model.people.count).toBe(40);
    expect(model.people.founders).toBe(30);
    expect(model.reachable).toBe(40);
    expect(model.friendships.friends).toBe(ring.friends);
    expect(tieFaults(model)).toEqual([]);
  });

  it('wakes ties among founders at the stated chance', () => {
    const model = modelOf({
      community: { members: 3000, prospects: 1000, network: { kind: 'random', ties: 10 }, awake: '40%' },
    });
    const { status } = model.people;
    const { offsets, friends } = model.friendships;
    let possible = 0;
    for (let p = 0; p < 4000; p++)
      for (let t = offsets[p]; t < offsets[p + 1]; t++)
        if (status[p] === Status.member && status[friends[t]] === Status.member) possible++;
    const share = sum(model.people.friends) / possible;
    expect(Math.abs(share - 0.4)).toBeLessThan(4 * shareError(0.4, possible / 2));
    expect(count(model.people.friends, (n, p) => n > 0 && status[p] !== Status.member)).toBe(0);
    expect(tieFaults(model)).toEqual([]);
  });

  it('starts with the content that founders’ habits keep there', () => {
    const settings = {
      community: { members: 200, prospects: 200 },
      people: { visits: '30%', visitsSpread: 1, posts: 7.3, postsSpread: 0 },
      visit: { habit: 1.2 },
      engage: { window: 73, halfLife: '3 days' },
    };
    const { people, content } = modelOf(settings);
    // A tenth of a post a visit; half of a post is left after three days: 1 / (1 - 2^(-1/3)) days of posts in all.
    const daily = sum(people.habit.subarray(0, 200)) / 10;
    expect(sum(content)).toBeCloseTo(daily / (1 - 2 ** (-1 / 3)), 4);
    expect(count(content, (posts) => posts > 0)).toBe(4);
  });

  it('acts the same in whatever order a file names its tactics', () => {
    const coupon = (depth: string) => ({
      tactic: 'coupons',
      rate: '10 per month',
      depth,
      validity: '30 days',
    });
    const shop: Changes = {
      horizon: '40 days',
      community: { members: 200 },
      people: { visits: '50%', needs: 5 },
      buy: { chance: '30%' },
    };
    const found = [
      { shallow: coupon('10%'), deep: coupon('50%') },
      { deep: coupon('50%'), shallow: coupon('10%') },
    ].map((tactics) => played(merged(shop, { tactics })));
    expect(outcome(found[0], 'couponsRedeemed')).toBeGreaterThan(20);
    expect(found[1].record.daily).toEqual(found[0].record.daily);
  });

  it('hands out one stream a name, whatever else was asked', () => {
    const model = modelOf(merged(two, {}), 5);
    const draws = [model.stream('visit').on(3).draw(8), model.stream('leave').on(3).draw(8)];
    model.stream('other').on(9);
    expect([model.stream('visit').on(3).draw(8), model.stream('leave').on(3).draw(8)]).toEqual(draws);
    expect(draws[0]).not.toBe(draws[1]);
    expect(modelOf(two, 6).stream('visit').on(3).draw(8)).not.toBe(draws[0]);
  });
});
