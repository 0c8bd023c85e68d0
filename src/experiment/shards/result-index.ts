/**
 * Which results there are: for every arm and world of one engine the digest, in 33 bytes a result, so that a store of
 * millions fits into memory.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { wordBytes } from '../digest-bytes.ts';

const DIGEST_BYTES = 32;

interface ArmResults {
  there: Uint8Array;
  digests: Uint8Array;
}

export class ResultIndex {
  private readonly arms = new Map<string, ArmResults>();
  private count = 0;

  get size(): number {
    return this.count;
  }

  get armKeys(): readonly string[] {
    return [...this.arms.keys()];
  }

  has(armKey: string, world: number): boolean {
    return this.arms.get(armKey)?.there[world] === 1;
  }

  /** In hex; undefined where there is no such result. */
  digest(armKey: string, world: number): string | undefined {
    const arm = this.arms.get(armKey);
    if (arm?.there[world] !== 1) return undefined;
    return bytesToHex(arm.digests.subarray(world * DIGEST_BYTES, (world + 1) * DIGEST_BYTES));
  }

  /** Takes a result; `different`: it is there with another digest, which is kept. */
  add(armKey: string, world: number, digest: string): 'new' | 'same' | 'different' {
    const known = this.digest(armKey, world);
    if (known !== undefined) return known === digest ? 'same' : 'different';
    const arm = this.roomFor(armKey, world);
    arm.there[world] = 1;
    arm.digests.set(hexToBytes(digest), world * DIGEST_BYTES);
    this.count++;
    return 'new';
  }

  /** Worlds of an arm, rising. */
  worlds(armKey: string): number[] {
    const there = this.arms.get(armKey)?.there ?? new Uint8Array();
    return Array.from(there.keys()).filter((world) => there[world] === 1);
  }

  private roomFor(armKey: string, world: number): ArmResults {
    const arm = this.arms.get(armKey) ?? {
      there: new Uint8Array(16),
      digests: new Uint8Array(16 * DIGEST_BYTES),
    };
    this.arms.set(armKey, arm);
    const room = arm.there.length;
    if (world >= room) {
      const more = Math.max(world + 1, room * 2);
      arm.there = extended(arm.there, more);
      arm.digests = extended(arm.digests, more * DIGEST_BYTES);
    }
    return arm;
  }
}

function extended(bytes: Uint8Array, length: number): Uint8Array {
  const longer = new Uint8Array(length);
  longer.set(bytes);
  return longer;
}

/**
 * Digest of the results of some arms in the worlds 0 .. worlds - 1:
 *
 *   sha256(of every arm, in the order of keys, world after world: key of the arm, world, digest)
 *
 * Results that are not there are left out. The same whatever the order, the machines or the number of jobs.
 */
export function digestOfResults(index: ResultIndex, armKeys: Iterable<string>, worlds: number): string {
  const all = Array.from({ length: worlds }, (_, world) => world);
  return digestOfArms(index, new Map(Array.from(armKeys, (armKey) => [armKey, all])));
}

/** The same of the worlds that each arm is given with, rising. */
export function digestOfArms(index: ResultIndex, arms: ReadonlyMap<string, readonly number[]>): string {
  const hash = sha256.create();
  for (const armKey of [...arms.keys()].sort()) {
    for (const world of arms.get(armKey) ?? []) {
      const digest = index.digest(armKey, world);
      if (digest === undefined) continue;
      hash.update(hexToBytes(armKey));
      hash.update(wordBytes(Uint32Array.of(world)));
      hash.update(hexToBytes(digest));
    }
  }
  return bytesToHex(hash.digest());
}
