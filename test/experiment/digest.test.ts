import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf, totalDigest } from '../../src/experiment/digest.ts';
import { allDailyMetrics, doubleBytes, wordBytes } from '../../src/experiment/digest-bytes.ts';
import type { WorldResult } from '../../src/experiment/results.ts';
import { metrics } from '../../src/metrics/definitions.ts';
import { fakeRecord, fakeWorld, planFrom } from './fake.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('bytes of numbers', () => {
  it('puts the least significant byte first, whatever the machine', () => {
    // IEEE 754: 1 is 3ff0000000000000, -2.5 is c004000000000000, 2^-1074 is 0000000000000001.
    expect(hex(doubleBytes(Float64Array.of(1, -2.5, 2 ** -1074)))).toBe(
      '000000000000f03f00000000000004c00100000000000000',
    );
    expect(hex(wordBytes(Uint32Array.of(1, 0xdeadbeef)))).toBe('01000000efbeadde');
  });

  it('writes every NaN alike, whatever its bits', () => {
    const bits = new BigUint64Array([0x7ff8000000000000n, 0xfff8000000000001n, 0x7ff0000000000001n]);
    const bytes = hex(doubleBytes(new Float64Array(bits.buffer)));
    expect(bytes).toBe('000000000000f87f'.repeat(3));
  });

  it('tells 0 from -0', () => {
    expect(hex(doubleBytes(Float64Array.of(-0)))).not.toBe(hex(doubleBytes(Float64Array.of(0))));
  });
});

describe('digest of an arm in a world', () => {
  const { outcomes, daily } = fakeRecord(planFrom(), 3, 1);

  it('is sha256 over outcomes, then daily metrics in the order of the list', () => {
    const hash = createHash('sha256');
    const add = (numbers: Float64Array) => {
      const bytes = Buffer.alloc(numbers.length * 8);
      for (const [i, number] of numbers.entries()) {
        if (Number.isNaN(number)) bytes.set([0, 0, 0, 0, 0, 0, 0xf8, 0x7f], i * 8);
        else bytes.writeDoubleLE(number, i * 8);
      }
      hash.update(bytes);
    };
    add(outcomes);
    for (const { name, summary } of metrics) if (summary !== 'state') add(daily[name]);
    expect(digestOf(outcomes, daily)).toBe(hash.digest('hex'));
  });

  it('does not depend on the order in which a record lists its days', () => {
    const turned = Object.fromEntries(Object.entries(daily).reverse());
    expect(digestOf(outcomes, turned)).toBe(digestOf(outcomes, daily));
  });

  it('changes with the last bit of any number', () => {
    const before = digestOf(outcomes, daily);
    for (const name of [allDailyMetrics[0], allDailyMetrics[allDailyMetrics.length - 1]]) {
      const days = daily[name].slice();
      days[2] += Math.abs(days[2]) * 2 ** -52;
      expect(digestOf(outcomes, { ...daily, [name]: days })).not.toBe(before);
    }
  });

  it('refuses a record that lacks a daily metric', () => {
    const { members: _, ...others } = daily;
    expect(() => digestOf(outcomes, others)).toThrow('members');
  });
});

describe('digest of an experiment', () => {
  const plan = planFrom();
  const results = Array.from({ length: 8 }, (_, world) => fakeWorld(plan, world)).flat();

  it('is sha256 over the digests, world after world and arm after arm', () => {
    const inOrder = results.map(({ digest }) => digest).join('');
    const expected = createHash('sha256').update(Buffer.from(inOrder, 'hex')).digest('hex');
    expect(totalDigest(results)).toBe(expected);
  });

  it('is the same for any order of finishing', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(results, { minLength: results.length }), (shuffled: WorldResult[]) => {
        expect(totalDigest(shuffled)).toBe(totalDigest(results));
      }),
      { numRuns: 50 },
    );
  });

  it('changes when two worlds change places', () => {
    const swapped = results.map((result) => ({ ...result, world: result.world ^ 1 }));
    expect(totalDigest(swapped)).not.toBe(totalDigest(results));
  });
});
