import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEVER, Status } from '../../../src/population/people.ts';
import { HEAD, layOut, personAt } from '../../../web/pages/sandbox/dot-layout.ts';
import { castOf, countStates, Dot, dotOf, dotStates } from '../../../web/pages/sandbox/dot-states.ts';

const people = (status: number[], lastVisitOn: number[]) => ({
  status: Uint8Array.from(status),
  lastVisitOn: Int16Array.from(lastVisitOn),
});

describe('the state of a dot', () => {
  it('tells members who came today from those who did not', () => {
    const some = people(
      [Status.member, Status.member, Status.dormant, Status.left, Status.outside],
      [3, 2, 3, 3, NEVER],
    );
    expect([0, 1, 2, 3, 4].map((p) => dotStates[dotOf(some, p, 3)])).toEqual([
      'here',
      'member',
      'dormant',
      'left',
      'outside',
    ]);
  });

  it('has nobody here on the eve', () => {
    expect(dotOf(people([Status.member], [-1]), 0, -1)).toBe(Dot.member);
  });

  it('counts everybody once, in the segment that is theirs', () => {
    const counts = countStates(Uint8Array.from([0, 1, 1, 4]), Uint8Array.from([0, 0, 1, 1]), 2);
    expect(counts).toEqual([
      [1, 1, 0, 0, 0],
      [0, 1, 0, 0, 1],
    ]);
  });
});

describe('the cast', () => {
  it('is everybody where they are few, and an even sample where they are many', () => {
    expect([...castOf(4, 10)]).toEqual([0, 1, 2, 3]);
    expect([...castOf(10, 5)]).toEqual([0, 2, 4, 6, 8]);
  });

  it('names nobody twice', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 1, max: 600 }), (reachable, most) => {
        const cast = [...castOf(reachable, most)];
        expect(new Set(cast).size).toBe(Math.min(reachable, most));
        expect(cast.every((p) => p >= 0 && p < reachable)).toBe(true);
      }),
    );
  });
});

describe('the layout of dots', () => {
  const segmentsOf = (sizes: readonly number[]) =>
    Uint8Array.from(sizes.flatMap((n, s) => Array<number>(n).fill(s)));

  it('keeps everybody inside, apart, and in the block of their segment', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 320, max: 1200 }),
        fc.integer({ min: 110, max: 400 }),
        (sizes, width, height) => {
          const layout = layOut(segmentsOf(sizes), sizes.length, { width, height });
          const { x, y, pitch, blocks } = layout;
          const seats = new Set<string>();
          const segment = segmentsOf(sizes);
          for (let i = 0; i < x.length; i++) {
            const block = blocks.find((each) => each.segment === segment[i]);
            expect(block && x[i] > block.left && x[i] < block.left + block.width).toBe(true);
            expect(y[i]).toBeGreaterThan(HEAD);
            expect(y[i]).toBeLessThanOrEqual(layout.height);
            seats.add(`${Math.round((x[i] / pitch) * 2)} ${Math.round((y[i] / pitch) * 2)} ${segment[i]}`);
          }
          expect(seats.size).toBe(x.length);
          const last = blocks.at(-1);
          if (last) expect(last.left + last.width).toBeLessThanOrEqual(width + 0.01);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives 2,000 people dots of 6 pixels and more on a third of a stage', () => {
    expect(layOut(segmentsOf([500, 1500]), 2, { width: 585, height: 146 }).pitch).toBeGreaterThan(5.4);
  });

  it('finds who stands at a point, and nobody far from everybody', () => {
    const layout = layOut(segmentsOf([30]), 1, { width: 300, height: 200 });
    expect(personAt(layout, layout.x[17] + 1, layout.y[17] - 1)).toBe(17);
    expect(personAt(layout, 5000, 5000)).toBe(-1);
  });
});
