import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BEYOND_KEYS,
  bytesPerPerson,
  Channel,
  copyPeople,
  emptyPeople,
  Fact,
  type People,
  PROSPECT_KEYS,
  Status,
} from '../../src/population/people.ts';
import { MAX_PEOPLE } from '../../src/scenario/fields.ts';

type Column = Uint8Array | Uint16Array | Uint32Array | Int16Array | Float32Array;
const columnsOf = (people: People): [string, Column][] =>
  Object.entries(people as Readonly<Record<string, unknown>>).filter((entry): entry is [string, Column] =>
    ArrayBuffer.isView(entry[1]),
  );

describe('emptyPeople', () => {
  it('has a place for everybody in every column, all zero', () => {
    const people = emptyPeople(3, 1);
    expect(people).toMatchObject({ count: 3, founders: 1 });
    for (const [, column] of columnsOf(people)) expect([...column]).toEqual([0, 0, 0]);
  });

  it('takes as many bytes a person as it says, at most 120', () => {
    const bytes = columnsOf(emptyPeople(10, 0)).reduce((sum, [, column]) => sum + column.byteLength, 0);
    expect(bytes).toBe(10 * bytesPerPerson);
    expect(bytesPerPerson).toBeLessThanOrEqual(120);
  });
});

describe('copyPeople', () => {
  it('copies every column, and what happens to the copy stays there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(), (count, start) => {
        const people = emptyPeople(count, 0);
        let value = start % 100;
        for (const [, column] of columnsOf(people)) for (let p = 0; p < count; p++) column[p] = value++ % 120;
        const copy = copyPeople(people);
        expect(copy).toEqual(people);
        for (const [, column] of columnsOf(copy)) column[0] += 1;
        for (const [name, column] of columnsOf(people))
          expect(copy[name as 'status'][0], name).toBe(column[0] + 1);
      }),
      { seed: 1, numRuns: 20 },
    );
  });
});

describe('codes', () => {
  it('tells statuses and channels apart', () => {
    expect(new Set(Object.values(Status)).size).toBe(5);
    expect(new Set(Object.values(Channel)).size).toBe(4);
  });

  it('gives every fact a bit of its own within two bytes', () => {
    const bits = Object.values(Fact);
    expect(bits.reduce((all, bit) => all | bit, 0)).toBe(bits.reduce((sum, bit) => sum + bit, 0));
    for (const bit of bits) expect(Math.log2(bit) % 1).toBe(0);
    expect(Math.max(...bits)).toBeLessThan(65_536);
  });

  it('keeps the keys of founders, prospects and people beyond reach apart, however many there are', () => {
    expect(MAX_PEOPLE).toBeLessThan(PROSPECT_KEYS);
    expect(PROSPECT_KEYS + MAX_PEOPLE).toBeLessThan(BEYOND_KEYS);
    expect(BEYOND_KEYS + MAX_PEOPLE).toBeLessThan(2 ** 32);
  });
});
