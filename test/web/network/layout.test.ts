import { describe, expect, it } from 'vitest';
import { roundsFor, settle } from '../../../web/pages/network/layout.ts';

/** Two rings of `size` people, apart from one tie, and one person who knows nobody. */
function twoRings(size: number) {
  const from: number[] = [0];
  const to: number[] = [size];
  for (const start of [0, size])
    for (let i = 0; i < size; i++) {
      from.push(start + i);
      to.push(start + ((i + 1) % size));
    }
  return { count: 2 * size + 1, from: Uint32Array.from(from), to: Uint32Array.from(to) };
}

const last = (order: Parameters<typeof settle>[0]) => [...settle(order)].at(-1);

describe('the layout', () => {
  it('is the same on every visit', () => {
    expect(last(twoRings(30))).toEqual(last(twoRings(30)));
  });

  it('tells how far it is, and ends after a fixed number of rounds', () => {
    const done = [...settle(twoRings(10))].map((answer) => answer.done);
    expect(done[0]).toBe(0);
    expect(done.at(-1)).toBe(roundsFor(21));
    expect(done).toEqual([...done].sort((a, b) => a - b));
  });

  it('puts friends nearer to each other than strangers', () => {
    const order = twoRings(40);
    const positions = last(order)?.positions ?? new Float32Array();
    const apart = (a: number, b: number) =>
      Math.hypot(positions[2 * a] - positions[2 * b], positions[2 * a + 1] - positions[2 * b + 1]);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const friends = mean([...order.from].map((a, t) => apart(a, order.to[t])));
    const strangers = mean(Array.from({ length: 40 }, (_, i) => apart(i, 40 + ((i + 20) % 40))));
    expect(friends).toBeLessThan(strangers / 2);
  });

  it('has a finite place for everybody, nobody and people without ties too', () => {
    for (const order of [
      { count: 0, from: new Uint32Array(), to: new Uint32Array() },
      { count: 3, from: new Uint32Array(), to: new Uint32Array() },
      twoRings(3),
    ])
      expect([...(last(order)?.positions ?? [Number.NaN])].every(Number.isFinite)).toBe(true);
  });
});
