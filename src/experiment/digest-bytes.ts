/** What digests are of: numbers as bytes, the same on every machine. Apart from the hashing, since some hosts bring their own. */
import { metrics } from '../metrics/definitions.ts';

/** Metrics with a value for every day, in the order of `metrics`. */
export const allDailyMetrics: readonly string[] = metrics
  .filter(({ summary }) => summary !== 'state')
  .map(({ name }) => name);

/** Eight bytes a number, least significant first. */
export function doubleBytes(numbers: Float64Array): Uint8Array<ArrayBuffer> {
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

/**
 * What one arm did in one world, as bytes: the outcomes, then every daily metric in the order of `metrics`. `daily` must
 * have every daily metric.
 */
export function recordBytes(
  outcomes: Float64Array,
  daily: Readonly<Record<string, Float64Array>>,
): Uint8Array<ArrayBuffer> {
  const parts = [outcomes];
  for (const name of allDailyMetrics) {
    if (daily[name] === undefined) throw new Error(`The record of a world lacks the daily metric ${name}.`);
    parts.push(daily[name]);
  }
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return doubleBytes(all);
}
