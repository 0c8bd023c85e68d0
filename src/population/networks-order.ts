/**
 * The order in which people enter a network: by a keyed draw of each, equal draws by key. So the front of the columns is
 * not full of hubs, and nobody's place in a column matters.
 */
import type { Stream } from '../random/keys.ts';

interface Keyed {
  readonly count: number;
  readonly keys: Uint32Array;
}

/** Person numbers in order of entry. */
export function entryOrder({ count, keys }: Keyed, stream: Stream): Uint32Array {
  const draws = new Uint32Array(count);
  for (let p = 0; p < count; p++) draws[p] = stream.draw(keys[p]);
  const order = sortedBy(draws);
  for (let i = 1; i < count; i++) {
    const p = order[i];
    let j = i;
    for (; j > 0 && draws[order[j - 1]] === draws[p] && keys[order[j - 1]] > keys[p]; j--)
      order[j] = order[j - 1];
    order[j] = p;
  }
  return order;
}

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/** Indexes by ascending value: three passes of radix sort, 11 bits each. */
function sortedBy(values: Uint32Array): Uint32Array {
  let order = new Uint32Array(values.length);
  for (let p = 0; p < values.length; p++) order[p] = p;
  let sorted = new Uint32Array(values.length);
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    const next = new Uint32Array(DIGITS + 1);
    for (let p = 0; p < values.length; p++) next[((values[p] >>> shift) & (DIGITS - 1)) + 1]++;
    for (let digit = 0; digit < DIGITS; digit++) next[digit + 1] += next[digit];
    for (let i = 0; i < values.length; i++) {
      const p = order[i];
      sorted[next[(values[p] >>> shift) & (DIGITS - 1)]++] = p;
    }
    [order, sorted] = [sorted, order];
  }
  return order;
}
