import { describe, expect, it } from 'vitest';
import { addByTies, linesByTies, MOST_TIES, openByTies } from '../../src/analysis/by-ties.ts';
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
    expect(sum(table.memberDays)).toBe(4000 * 60);
    expect(sum(table.exits)).toBe(0);
    const lines = linesByTies(table);
    expect(sum(lines.map(({ share }) => share))).toBeCloseTo(1, 12);
    // A random network's degrees: Poisson(4) at 0 and 4, e^-4 = .0183 and 4^4 e^-4 / 4! = .1954.
    expect(Math.abs(lines[0].share - 0.0183)).toBeLessThan(4 * Math.sqrt(0.018 / 4000));
    expect(Math.abs(lines[4].share - 0.1954)).toBeLessThan(4 * Math.sqrt((0.195 * 0.805) / 4000));
  });

  it('gives one rate to all where friends do not matter', () => {
    const table = tableOf(circles({ leave: constantExit(0.01) }));
    const lines = linesByTies(table);
    expect(sum(table.exits) / sum(table.memberDays)).toBeCloseTo(1 - Math.exp(-0.01), 3);
    for (const { exit, exitError, share } of lines)
      if (share > 0.01) expect(Math.abs(exit - (1 - Math.exp(-0.3)))).toBeLessThan(4 * exitError);
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
    const { memberDays, exits } = tableOf(circles({ leave }));
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
      expect(visits, `${ties}`).toBe(30);
      expect(Math.abs(posts - 30), `${ties}`).toBeLessThan(1.5);
    }
    for (const { ties, posts } of lively)
      expect(Math.abs(posts - (ties > 6 ? 60 : 30)), `${ties}`).toBeLessThan(ties > 6 ? 2.5 : 1.5);
  });

  it('puts whoever has more than the table into its last line', () => {
    const table = tableOf(
      circles({ community: { members: 30, network: { kind: 'regular', ties: 20 } }, horizon: '2 days' }),
    );
    expect(table.memberDays[MOST_TIES]).toBe(60);
    expect(linesByTies(table)).toMatchObject([{ ties: MOST_TIES, isLast: true, share: 1 }]);
  });
});
