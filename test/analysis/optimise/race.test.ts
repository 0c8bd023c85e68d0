import { describe, expect, it } from 'vitest';
import { finalistsOf, race, worldsOfHalf } from '../../../src/analysis/optimise/contest.ts';
import { paretoFront } from '../../../src/analysis/optimise/front.ts';
import { beforeRace, isOver, lookAt, type RaceData } from '../../../src/analysis/optimise/race.ts';

const ids = worldsOfHalf(0, 3);

/** Columns by candidate, a number a world. */
const dataFrom = (
  goals: readonly (readonly (readonly number[])[])[],
  beyond: readonly (readonly (readonly number[])[])[] = [],
  worlds = ids,
): RaceData => ({
  ids: worlds,
  goals: goals.map((columns) => (candidate) => columns[candidate]),
  beyond: (candidate) => beyond[candidate] ?? [],
});

const chances = { candidates: 3, looks: 2 };

describe('a look at a race', () => {
  it('drops who is surely worse than the leader, in pairs of worlds, one number a twin', () => {
    // Against candidate 1, candidate 0 has twins' differences -10, -11, -9: mean -10, s 1, and s / sqrt(3) = .577.
    // error .05 / (5 rivals at least x 2 looks) = .005, t(.005, 2) = 9.925: -10 + 5.73 < 0, so it is out.
    // Candidate 2: -1, -11, -18, mean -10, s 8.54: -10 + 48.9 > 0, so it stays, though its mean is the same.
    const state = lookAt(
      beforeRace(3),
      dataFrom([
        [
          [0, 20, 9, 9, 1, 1],
          [10, 30, 20, 20, 10, 10],
          [9, 29, 9, 9, -8, -8],
        ],
      ]),
      chances,
    );
    expect(state.leader).toBe(1);
    expect(state.left).toEqual([1, 2]);
    expect(state.dropped).toEqual([{ candidate: 0, why: 'worse', by: 1, worlds: 6 }]);
    expect(isOver(state)).toBe(false);
  });

  it('takes luck that both share for nothing: pairs decide, not means', () => {
    const luck = [0, 100, 40, 60, 90, 10];
    const state = lookAt(beforeRace(2), dataFrom([[luck.map((x, k) => x - 5 - 0.01 * k), luck]]), {
      candidates: 2,
      looks: 1,
    });
    expect(state.left).toEqual([1]);
    expect(isOver(state)).toBe(true);
  });

  it('drops whoever surely breaks a limit, be it the best, and never makes it the leader', () => {
    const worlds = worldsOfHalf(0, 10);
    const flat = (x: number) => worlds.map(() => x);
    const columns = [
      worlds.map((w) => w % 5),
      worlds.map((w) => 3 + (w % 7)),
      worlds.map((w) => 90 + (w % 3)),
    ];
    const state = lookAt(
      beforeRace(3),
      dataFrom([columns], [[flat(0)], [flat(0)], [flat(1)]], worlds),
      chances,
    );
    expect(state.dropped[0]).toEqual({ candidate: 2, why: 'broken', by: 0, worlds: 20 });
    expect(state.leader).toBe(1);
  });

  it('takes a difference that never varies for no luck only after 40 twins', () => {
    const columns = (twins: number) => [0, 5].map((x) => worldsOfHalf(0, twins).map((w) => x + w));
    const left = (twins: number) =>
      lookAt(beforeRace(2), dataFrom([columns(twins)], [], worldsOfHalf(0, twins)), chances).left;
    expect(left(39)).toEqual([0, 1]);
    expect(left(40)).toEqual([1]);
  });

  it('keeps identical candidates for ever', () => {
    const same = [3, 1, 4, 1, 5, 9];
    const state = lookAt(beforeRace(3), dataFrom([[same, same, same]]), chances);
    expect(state.left).toEqual([0, 1, 2]);
  });

  it('brings back who was dropped for a candidate that turns out to break a limit', () => {
    const worlds = worldsOfHalf(0, 10);
    const low = worlds.map((w) => (w % 3) + 0.1 * (w % 5));
    const middle = worlds.map((w) => 10 + (w % 3) + 0.1 * (w % 7));
    const high = worlds.map((w) => 20 + (w % 3) + 0.1 * (w % 11));
    const fine = worlds.map(() => 0);
    const before = lookAt(
      beforeRace(3),
      dataFrom([[low, middle, high]], [[fine], [fine], [fine]], worlds),
      chances,
    );
    expect(before.left).toEqual([2]);
    const bad = worlds.map(() => 1);
    const after = lookAt(before, dataFrom([[low, middle, high]], [[fine], [fine], [bad]], worlds), chances);
    expect(after).toMatchObject({ left: [0, 1], again: true });
    const then = lookAt(after, dataFrom([[low, middle, high]], [[fine], [fine], [bad]], worlds), chances);
    expect(then).toMatchObject({ left: [1], leader: 1, again: false });
  });

  it('with a second metric drops only who is surely beaten in both', () => {
    const up = (by: number) => ids.map((w) => by + 0.1 * ((w * (by + 3)) % 7));
    const state = lookAt(
      beforeRace(3),
      dataFrom([
        [up(0), up(10), up(5)],
        [up(0), up(5), up(10)],
      ]),
      chances,
    );
    expect(state.left).toEqual([1, 2]);
    expect(state.dropped).toMatchObject([{ candidate: 0, why: 'dominated', by: 1 }]);
  });
});

describe('a race', () => {
  /** Of means 0, 1, 3 and 3, with luck that all share and a little of its own. */
  const value = (candidate: number, world: number) =>
    [0, 1, 3, 3][candidate] + ((world * 37) % 11) + 0.01 * ((world * (candidate + 3)) % 7);

  it('asks each candidate for worlds only as long as it is in, the baseline to the end', async () => {
    const ran = new Map<number, number>();
    const found = await race({
      candidates: 4,
      twins: 40,
      data: (worlds) => ({
        ids: worlds,
        goals: [(candidate) => worlds.map((world) => value(candidate, world))],
        beyond: () => [],
      }),
      ensure: async (candidates, worlds) => {
        for (const candidate of candidates) ran.set(candidate, worlds.length);
        return true;
      },
    });
    expect(found).toMatchObject({ ended: 'worlds', state: { left: [2, 3] } });
    expect([...ran]).toEqual([
      [0, 80],
      [1, 20],
      [2, 80],
      [3, 80],
    ]);
  });

  it('ends as soon as one is left', async () => {
    const data = (worlds: readonly number[]) => ({
      ids: worlds,
      goals: [(candidate: number) => worlds.map((world) => value(candidate, world))],
      beyond: () => [],
    });
    const found = await race({ candidates: 3, twins: 40, data, ensure: async () => true });
    expect(found).toMatchObject({ ended: 'one', state: { left: [2] } });
    expect(found.worlds).toHaveLength(20);
  });

  it('says so when it was stopped, and stands by the last whole look', async () => {
    const same = (worlds: readonly number[]) => worlds.map((world) => value(1, world));
    const found = await race({
      candidates: 2,
      twins: 40,
      data: (worlds) => ({ ids: worlds, goals: [() => same(worlds)], beyond: () => [] }),
      ensure: async (_, worlds) => worlds.length <= 30,
    });
    expect(found).toMatchObject({ ended: 'stopped', state: { left: [0, 1] } });
    expect(found.worlds).toHaveLength(30);
  });

  it('never takes a world of the odd twins', () => {
    expect(worldsOfHalf(0, 3)).toEqual([0, 1, 4, 5, 8, 9]);
    expect(worldsOfHalf(1, 3)).toEqual([2, 3, 6, 7, 10, 11]);
  });

  it('reports on the baseline and the five best of those left that keep their limits', () => {
    const columns = [9, 1, 2, 3, 4, 5, 6, 7].map((x) => ids.map(() => -x));
    const left = [0, 1, 2, 3, 4, 5, 6, 7];
    const state = { left, dropped: [], leader: 1, worlds: 6, again: false };
    const beyond = left.map((c) => [ids.map(() => (c === 1 ? 1 : 0))]);
    const raced = { state, worlds: ids, ended: 'worlds', looks: [3] } as const;
    expect(finalistsOf(raced, dataFrom([columns], beyond))).toEqual([0, 2, 3, 4, 5, 6]);
  });
});

describe('a Pareto front', () => {
  it('has who is not surely beaten in both: a trade-off stays, and so does what only luck tells apart', () => {
    const wave = (by: number, size: number) =>
      ids.map((w, k) => by + size * [1, 1, -2, -2, 1, 1][k] + 0.01 * ((w * (by + 3)) % 7));
    const first = [wave(0, 0), wave(10, 0), wave(5, 0), wave(4, 8)];
    const second = [wave(0, 0), wave(5, 0), wave(10, 0), wave(9, 8)];
    expect(paretoFront([0, 1, 2, 3], dataFrom([first, second]))).toEqual([1, 2, 3]);
  });
});
