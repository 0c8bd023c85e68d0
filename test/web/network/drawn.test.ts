import { describe, expect, it } from 'vitest';
import { emptyPeople, Status } from '../../../src/population/people.ts';
import { tiesFromPairs } from '../../../src/population/ties.ts';
import { chooseDrawn } from '../../../web/pages/network/drawn.ts';

/** A path 0 - 1 - 2 ... of `count` people, the first `founders` of them members, with keys 100, 101 ... */
function path(count: number, founders: number) {
  const people = emptyPeople(count, founders);
  people.status.fill(Status.member, 0, founders);
  for (let p = 0; p < count; p++) people.key[p] = 100 + p;
  const from = Uint32Array.from({ length: count - 1 }, (_, p) => p);
  return {
    people,
    ties: tiesFromPairs(
      count,
      from,
      from.map((p) => p + 1),
    ),
  };
}

const pairs = ({ from, to }: { from: Uint32Array; to: Uint32Array }) => [...from].map((p, t) => [p, to[t]]);

describe('who is drawn', () => {
  it('is everybody who can ever be inside, with each tie once and where it stands', () => {
    const { people, ties } = path(6, 3);
    const drawn = chooseDrawn(people, ties, 6);
    expect(drawn.center).toBeNull();
    expect([...drawn.keys]).toEqual([100, 101, 102, 103, 104, 105]);
    expect(pairs(drawn)).toEqual([0, 1, 2, 3, 4].map((p) => [p, p + 1]));
    for (let t = 0; t < drawn.from.length; t++) expect(ties.friends[drawn.tieAt[t]]).toBe(drawn.to[t]);
  });

  it('leaves out those beyond reach', () => {
    const { people, ties } = path(6, 3);
    const cut = { ...ties, offsets: ties.offsets.slice() };
    cut.offsets.fill(cut.offsets[5] - 1, 5);
    expect(chooseDrawn(people, cut, 5).count).toBe(5);
  });

  it('where there are too many, is those nearest to the founder with most ties', () => {
    const { people } = path(9, 3);
    // 0 - 1 - 2 - 3 - 4 ... and 2 - 8, so 2 has most ties among founders; 5 has as many but is no founder.
    const from = Uint32Array.from([0, 1, 2, 3, 4, 5, 6, 2, 5, 5]);
    const to = Uint32Array.from([1, 2, 3, 4, 5, 6, 7, 8, 8, 0]);
    const ties = tiesFromPairs(9, from, to);
    const drawn = chooseDrawn(people, ties, 9, { people: 4, ties: 99 });
    expect([...drawn.places]).toEqual([1, 2, 3, 8]);
    expect(drawn.center).toBe(1);
    expect(pairs(drawn)).toEqual([
      [0, 1],
      [1, 2],
      [1, 3],
    ]);
    expect(drawn.reachable).toBe(9);
  });

  it('stops at so many ties, too', () => {
    const count = 60;
    const from: number[] = [];
    const to: number[] = [];
    for (let p = 0; p < count; p++)
      for (let q = p + 1; q < count; q++) {
        from.push(p);
        to.push(q);
      }
    const ties = tiesFromPairs(count, Uint32Array.from(from), Uint32Array.from(to));
    const { people } = path(count, 10);
    const drawn = chooseDrawn(people, ties, count, { people: 50, ties: 100 });
    expect(drawn.from.length).toBeGreaterThanOrEqual(100);
    expect(drawn.from.length).toBeLessThan(130);
  });
});
