/**
 * Digests: two runs gave the same results if, and only if, these agree.
 *
 *   of one arm in one world   sha256(outcomes, then every daily metric in the order of `metrics`)
 *   of an experiment          sha256(those of all worlds and arms: world after world, in each the arms in their order)
 *
 * Numbers are hashed as little-endian doubles and every NaN as the same eight bytes, so the machine's byte order and an
 * engine's choice of NaN bits do not show.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { metrics } from '../metrics/definitions.ts';
import type { WorldResult } from './results.ts';

/** Metrics with a value for every day, in the order of `metrics`. */
export const allDailyMetrics: readonly string[] = metrics
  .filter(({ summary }) => summary !== 'state')
  .map(({ name }) => name);

/** Eight bytes a number, least significant first. */
export function doubleBytes(numbers: Float64Array): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 8);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < numbers.length; i++) {
    if (Number.isNaN(numbers[i])) view.setUint32(i * 8 + 4, 0x7ff8_0000, true);
    else view.setFloat64(i * 8, numbers[i], true);
  }
  return bytes;
}

/** Four bytes a number, least significant first. */
export function wordBytes(numbers: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 4);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < numbers.length; i++) view.setUint32(i * 4, numbers[i], true);
  return bytes;
}

/** Digest of what one arm did in one world. `daily` must have every daily metric. */
export function digestOf(outcomes: Float64Array, daily: Readonly<Record<string, Float64Array>>): string {
  const hash = sha256.create();
  hash.update(doubleBytes(outcomes));
  for (const name of allDailyMetrics) {
    const days = daily[name];
    if (days === undefined) throw new Error(`The record of a world lacks the daily metric ${name}.`);
    hash.update(doubleBytes(days));
  }
  return bytesToHex(hash.digest());
}

/** Digest of all results together, whatever the order that they came in. */
export function totalDigest(results: readonly WorldResult[]): string {
  const hash = sha256.create();
  for (const { digest } of inCanonicalOrder(results)) hash.update(hexToBytes(digest));
  return bytesToHex(hash.digest());
}

/** World after world, in each the arms in their order. */
export function inCanonicalOrder(results: readonly WorldResult[]): WorldResult[] {
  return [...results].sort((a, b) => a.world - b.world || a.arm - b.arm);
}

/** sha256 of a text, in hex. */
export function textDigest(text: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(text)));
}
