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
import { recordBytes } from './digest-bytes.ts';
import type { WorldResult } from './results.ts';

/** Digest of what one arm did in one world. */
export const digestOf = (outcomes: Float64Array, daily: Readonly<Record<string, Float64Array>>): string =>
  bytesDigest(recordBytes(outcomes, daily));

/** sha256 of bytes, in hex. */
export const bytesDigest = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

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
  return bytesDigest(new TextEncoder().encode(text));
}
