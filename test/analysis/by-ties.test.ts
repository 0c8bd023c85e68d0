import { describe, expect, it } from 'vitest';
import {
  addByTies,
  type ByTies,
  groupsByTies,
  linesByTies,
  MOST_TIES,
  openByTies,
  totalByTies,
} from '../../src/analysis/by-ties.ts';
import { prepare } from '../../src/engine/simulate.ts';
import { logit } from '../../src/random/math.ts';
import { type Changes, constantExit, merged, quietScenario, sum } from '../engine/isolated.ts';

const tableOf = (changes: Changes, worlds = 1) => {
  const table = openByTies();
  const prepared = prepare(quietScenario(changes));
  for (let world = 0; world < worlds; world++) addByTies(table, prepared, world, 0);
  return table;
};

const circles = (more: Changes = {}): Changes =>
  merged(
    {
      horizon: '60 days',
      community: { members: 4000, awake: '100%', network: { kind: 'random', ties: 4 } },
      ties: { sleep: '3650 days' },
    },
    more,
  );

describe('what members do by number of friends', () => {
  it('counts every member day once', () => {
    const table = tableOf(circles());
    const total = totalByTies(table);
    expect(sum(total.memberDays)).toBe(4000 * 60);
    expect(sum(total.exits)).toBe(0);
    const lines = linesByTies(table);
    expect(sum(lines.map(({ share }) => share))).toBeCloseTo(1, 12);
    // A random network's degrees: Poisson(4) at 0 and 4, e^-4 = .0183 and 4^4 e^-4 / 4! = .1954.
    expect(Math.abs(lines[0].share - 0.0183)).toBeLessThan(4 * Math.sqrt(0.018 / 4000));
    expect(Math.abs(lines[4].share - 0.1954)).toBeLessThan(4 * Math.sqrt((0.195 * 0.805) / 4000));
  });

  it('gives one rate to all where friends do not matter', () => {
    const table = tableOf(circles({ leave: constantExit(0.01), community: { members: 1000 } }), 16);
    const total = totalByTies(table);
    expect(sum(total.exits) / sum(total.memberDays)).toBeCloseTo(1 - Math.exp(-0.01), 3);
    for (const { exit, share, ties } of linesByTies(table)) {
      if (share < 0.05) continue;
      // Of a member day that is a toss: sqrt(h (1 - h) / days), 30 (1 - h)^29 times as much in 30 days.
      const tossed = (30 * Math.exp(-0.29) * Math.sqrt(0.01)) / Math.sqrt(share * sum(total.memberDays));
      expect(Math.abs(exit.rate - (1 - Math.exp(-0.3))), `${ties}`).toBeLessThan(4 * tossed);
      expect((exit.error ?? 0) / tossed, `${ties}`).toBeGreaterThan(0.4);
      expect((exit.error ?? 0) / tossed, `${ties}`).toBeLessThan(2);
    }
  });

  it('shows the drop up to enough friends: perTie log-odds for each that is missing, none beyond', () => {
    const base = 0.004;
    const leave = {
      alpha: base * 1e6,
      beta: (1 - base) * 1e6,
      period: '1 day',
      atOnce: '100%',
      enough: 5,
      perTie: 0.5,
    };
    const { memberDays, exits } = totalByTies(tableOf(circles({ leave })));
    const daily = (n: number) => exits[n] / memberDays[n];
    const expected = (n: number) => 1 / (1 + Math.exp(-(logit(base) + 0.5 * Math.max(0, 5 - n))));
    for (const n of [1, 2, 3, 4, 5, 6, 7]) {
      const error = Math.sqrt(expected(n) / memberDays[n]);
      expect(Math.abs(daily(n) - expected(n)), `${n} friends`).toBeLessThan(4 * error);
    }
  });

  it('shows the jump of contributions beyond some friends, and nothing else of it', () => {
    const writing = {
      people: { visits: '100%', posts: 73, postsSpread: 0 },
      community: { members: 4000, network: { ties: 6 } },
    };
    const plain = linesByTies(tableOf(circles(writing)));
    const lively = linesByTies(tableOf(circles(merged(writing, { engage: { livelyFrom: 6, lively: 2 } }))));
    // One post an active day: 30 in 30 days; twice that beyond 6 friends.
    for (const { ties, posts, visits } of plain) {
      expect(visits.rate, `${ties}`).toBe(30);
      expect(Math.abs(posts.rate - 30), `${ties}`).toBeLessThan(1.5);
    }
    for (const { ties, posts, postsAlike } of lively) {
      expect(Math.abs(posts.rate - (ties > 6 ? 60 : 30)), `${ties}`).toBeLessThan(ties > 6 ? 2.5 : 1.5);
      // One kind of people: at equal traits nothing changes.
      expect(postsAlike.rate, `${ties}`).toBeCloseTo(posts.rate, 4);
    }
  });

  it('puts whoever has more than the table into its last line', () => {
    const table = tableOf(
      circles({ community: { members: 30, network: { kind: 'regular', ties: 20 } }, horizon: '2 days' }),
    );
    expect(totalByTies(table).memberDays[MOST_TIES]).toBe(60);
    expect(linesByTies(table)).toMatchObject([{ ties: MOST_TIES, upTo: null, share: 1 }]);
  });
});

/** A table of twins, each with its sums by number of friends. */
const tableWith = (twins: readonly Readonly<Record<string, Readonly<Record<number, number>>>>[]): ByTies => {
  const line = (values: Readonly<Record<number, number>> = {}) =>
    Float64Array.from({ length: MOST_TIES + 1 }, (_, n) => values[n] ?? 0);
  const names = ['memberDays', 'exits', 'visits', 'posts', 'orders', 'exitsMeant', 'postsMeant'] as const;
  const sums = (twin: (typeof twins)[number]) =>
    Object.fromEntries(names.map((name) => [name, line(twin[name])])) as never;
  return new Map(twins.map((twin, i) => [i, sums(twin)]));
};

describe('standard errors', () => {
  it('are those of a ratio with twins as clusters', () => {
    const table = tableWith([
      { memberDays: { 3: 100 }, posts: { 3: 50 } },
      { memberDays: { 3: 100 }, posts: { 3: 70 } },
    ]);
    // .6 a day; sqrt(2 / 1 x (10^2 + 10^2)) / 200 = .1 a day.
    const [{ posts }] = linesByTies(table);
    expect(posts.rate).toBeCloseTo(18, 9);
    expect(posts.error).toBeCloseTo(3, 9);
  });

  it('are none where there is one twin', () => {
    const [{ posts, exit }] = linesByTies(tableWith([{ memberDays: { 0: 9 }, posts: { 0: 1 } }]));
    expect([posts.error, exit.error]).toEqual([null, null]);
  });

  it('are none where nothing happened: 0 of 9 is not sure to be 0', () => {
    const twin = { memberDays: { 0: 9 } };
    const [{ posts }] = linesByTies(tableWith([twin, twin]));
    expect(posts).toEqual({ rate: 0, error: null });
  });

  it('follow the chance of a day to that of thirty', () => {
    const table = tableWith([
      { memberDays: { 1: 1000 }, exits: { 1: 8 } },
      { memberDays: { 1: 1000 }, exits: { 1: 12 } },
    ]);
    // .01 a day, give or take sqrt(2 (4 + 4)) / 2000 = .002: 30 x .99^29 times as much.
    const [{ exit }] = linesByTies(table);
    expect(exit.rate).toBeCloseTo(1 - 0.99 ** 30, 9);
    expect(exit.error).toBeCloseTo(0.002 * 30 * 0.99 ** 29, 9);
  });
});

describe('wide groups', () => {
  it('put single lines together: up to 4, 5 and 6, 7 and more', () => {
    const days = Object.fromEntries(Array.from({ length: MOST_TIES + 1 }, (_, n) => [n, 10]));
    const table = tableWith([{ memberDays: days, posts: { 4: 5, 5: 2, 6: 4, 7: 6, 12: 12 } }]);
    const groups = groupsByTies(table);
    expect(groups.map(({ ties, upTo }) => [ties, upTo])).toEqual([
      [0, 4],
      [5, 6],
      [7, null],
    ]);
    expect(groups.map(({ share }) => Math.round(share * 13))).toEqual([5, 2, 6]);
    // 5 posts in 50 days, 6 in 20, 18 in 60: 3, 9 and 9 in 30.
    for (const [i, expected] of [3, 9, 9].entries()) expect(groups[i].posts.rate).toBeCloseTo(expected, 9);
  });
});

describe('rates at equal traits', () => {
  it('are what happened over what own traits led to expect, times the mean of what they did', () => {
    // With one friend twice as many leave as with two, and own traits led to expect just that: a mean of 3 in 200 days.
    const table = tableWith([
      {
        memberDays: { 1: 100, 2: 100 },
        exits: { 1: 4, 2: 2 },
        exitsMeant: { 1: 2, 2: 1 },
        visits: { 1: 100, 2: 100 },
        posts: { 1: 10, 2: 60 },
        postsMeant: { 1: 10, 2: 20 },
      },
    ]);
    const [one, two] = linesByTies(table);
    expect(one.exit.rate).toBeGreaterThan(two.exit.rate * 1.5);
    // 4 / 2 x 3 / 200 = .03 a day for both.
    expect(one.exitAlike.rate).toBeCloseTo(1 - 0.97 ** 30, 9);
    expect(two.exitAlike.rate).toBeCloseTo(1 - 0.97 ** 30, 9);
    // 10 / 10 and 60 / 20 times 30 / 200 a day.
    expect([one, two].map(({ postsAlike }) => postsAlike.rate)).toEqual([
      expect.closeTo(4.5, 9),
      expect.closeTo(13.5, 9),
    ]);
  });

  it('take away what only seems to come from friends', () => {
    // Founders have stayed for years and have friends; newcomers leave soon and have none yet. Friends do nothing.
    const table = tableOf(
      merged(circles(), {
        community: { members: 800, prospects: 6000, tenure: '3 years' },
        leave: { alpha: 0.5, beta: 20, period: '1 month', perTie: 0 },
        tactics: { acquisition: { arrivals: 15, cost: 0 } },
      }),
      8,
    );
    const lines = linesByTies(table).filter(({ share }) => share > 0.02);
    const [none] = lines;
    const many = lines[lines.length - 1];
    expect(none.ties).toBe(0);
    expect(none.exit.rate).toBeGreaterThan(1.5 * many.exit.rate);
    expect(Math.abs(none.exitAlike.rate - many.exitAlike.rate)).toBeLessThan(
      4 * Math.hypot(none.exitAlike.error ?? 0, many.exitAlike.error ?? 0),
    );
  });
});
