/**
 * Ties by chance alone: every pair alike (Erdos and Renyi), or alike within each segment and between segments
 * (stochastic blocks).
 *
 *   everyone = (1 - h) k / (n - 1)          chance of any pair
 *   within   = everyone + h k / (n_s - 1)   chance of a pair in segment s, at most 1
 *
 * n people, n_s of them in segment s, k mean ties of a person, h homophily. Every person draws ties with those who
 * entered before. A row of pairs of chance x is not walked pair by pair; the number of pairs skipped is geometric:
 * floor(log u / log(1 - x)), Batagelj and Brandes 2005, doi:10.1103/PhysRevE.71.036113. Pairs within a segment get a
 * second row with the chance that is missing, (within - everyone) / (1 - everyone). A segment too small to hold its
 * share (h k > n_s - 1) is complete and the mean falls short.
 */
import { toUniform } from '../random/draw.ts';
import { Stream } from '../random/keys.ts';
import { log, log1p } from '../random/math.ts';
import type { NetworkPeople } from './networks.ts';
import { entryOrder } from './networks-order.ts';
import { Pairs, type Ties } from './ties.ts';

/** Events of a person's second row begin here. */
const SECOND_ROW = 0x80000000;

export function tiesByChance(
  people: NetworkPeople,
  ties: number,
  homophily: number,
  seed: Uint32Array,
  world: number,
): Ties {
  const { count, keys, segment } = people;
  const order = entryOrder(people, new Stream(seed, world, 'network order'));
  const stream = new Stream(seed, world, 'network chance');
  const pairs = new Pairs(Math.ceil(ties * count * 0.55));

  const everyone = Math.min(1, ((1 - homophily) * ties) / (count - 1));
  const within = chancesWithin(people, everyone, homophily * ties);
  const entered = within.map((_, s) => new Uint32Array(sizeOf(people, s)));
  const enteredCount = new Uint32Array(within.length);

  for (let i = 0; i < count; i++) {
    const p = order[i];
    addRow(pairs, stream, keys[p], 0, everyone, p, order, i);
    if (homophily === 0) continue;
    const s = segment[p];
    addRow(pairs, stream, keys[p], SECOND_ROW, within[s], p, entered[s], enteredCount[s]);
    entered[s][enteredCount[s]++] = p;
  }
  return pairs.toTies(count);
}

/** Ties p with each of the first `length` people in `row` with this chance. */
function addRow(
  pairs: Pairs,
  stream: Stream,
  key: number,
  firstEvent: number,
  chance: number,
  p: number,
  row: Uint32Array,
  length: number,
): void {
  if (chance <= 0) return;
  const perSkip = 1 / log1p(-chance);
  let event = firstEvent;
  let j = Math.floor(log(toUniform(stream.drawEvent(key, event++))) * perSkip);
  while (j < length) {
    pairs.add(p, row[j]);
    j += 1 + Math.floor(log(toUniform(stream.drawEvent(key, event++))) * perSkip);
  }
}

/** By segment, the chance of the second row. */
function chancesWithin(people: NetworkPeople, everyone: number, tiesWithin: number): number[] {
  return Array.from({ length: people.segments }, (_, s) => {
    const others = sizeOf(people, s) - 1;
    if (tiesWithin === 0 || others < 1 || everyone >= 1) return 0;
    return (Math.min(1, everyone + tiesWithin / others) - everyone) / (1 - everyone);
  });
}

function sizeOf({ count, segment }: NetworkPeople, s: number): number {
  let size = 0;
  for (let p = 0; p < count; p++) if (segment[p] === s) size++;
  return size;
}
