/**
 * Everybody has as many ties as everybody else, with anybody: the random regular graph.
 *
 * The configuration model (Bollobas 1980, doi:10.1016/S0195-6698(80)80030-8): everybody holds k ends, ends are shuffled and
 * paired. A pair that ties somebody to themselves, or ties two people twice, changes partners with another pair drawn at
 * random, so that all degrees stay. More than half of all possible ties are drawn as those that are missing.
 *
 * A broken k is met on average: one end more with the chance of the remainder. Of an odd number of ends one stays free.
 */
import { threshold } from '../random/draw.ts';
import { Stream } from '../random/keys.ts';
import type { NetworkPeople } from './networks.ts';
import { entryOrder } from './networks-order.ts';
import { Pairs, type Ties } from './ties.ts';

/** How often partners are drawn for a pair that cannot stay, before all pairs are tried in turn. */
const TRIES = 64;
/** How often all is shuffled anew when no pair can take it. */
const SHUFFLES = 32;

export function regularTies(people: NetworkPeople, ties: number, seed: Uint32Array, world: number): Ties {
  const { count, keys } = people;
  const order = entryOrder(people, new Stream(seed, world, 'network order'));
  const stream = new Stream(seed, world, 'network regular');
  const missing = ties > (count - 1) / 2;
  const mean = missing ? count - 1 - ties : ties;
  const whole = Math.floor(mean);
  const extra = threshold(mean - whole);
  const ends = new Ends(
    order.map((p) => keys[p]),
    Uint32Array.from(order, (p) => whole + (stream.draw(keys[p]) < extra ? 1 : 0)),
    stream,
  );
  for (let shuffle = 0; shuffle < SHUFFLES; shuffle++) if (ends.pairUp(shuffle)) break;
  return missing ? complement(ends, order) : tiesOfEnds(ends, order);
}

function tiesOfEnds(ends: Ends, order: Uint32Array): Ties {
  const pairs = new Pairs(ends.mate.length / 2);
  ends.forEachTie((i, j) => pairs.add(order[i], order[j]));
  return pairs.toTies(order.length);
}

/** Everybody tied to everybody but those. */
function complement(ends: Ends, order: Uint32Array): Ties {
  const count = order.length;
  const apart = new Set<number>();
  ends.forEachTie((i, j) => apart.add(Math.min(i, j) * count + Math.max(i, j)));
  const pairs = new Pairs((count * (count - 1)) / 2 - apart.size);
  for (let i = 0; i < count; i++)
    for (let j = i + 1; j < count; j++) if (!apart.has(i * count + j)) pairs.add(order[i], order[j]);
  return pairs.toTies(count);
}

/** The ends of all ties. People are places in the order of entry; those of person i are start[i] .. start[i + 1]. */
class Ends {
  /** The end at the other side; itself where an end is free. */
  readonly mate: Uint32Array;
  private readonly owner: Uint32Array;
  private readonly start: Uint32Array;
  private readonly keys: Uint32Array;
  private readonly stream: Stream;

  constructor(keys: Uint32Array, degrees: Uint32Array, stream: Stream) {
    this.keys = keys;
    this.stream = stream;
    this.start = new Uint32Array(keys.length + 1);
    for (let i = 0; i < keys.length; i++) this.start[i + 1] = this.start[i] + degrees[i];
    this.mate = new Uint32Array(this.start[keys.length]);
    this.owner = new Uint32Array(this.mate.length);
    for (let i = 0; i < keys.length; i++) this.owner.fill(i, this.start[i], this.start[i + 1]);
  }

  /** Shuffles and pairs all ends. False when some pair could not stay and found nobody to change with: it is taken apart. */
  pairUp(shuffle: number): boolean {
    const { mate } = this;
    const shuffled = this.shuffled(shuffle);
    const odd = mate.length % 2;
    if (odd === 1) mate[shuffled[0]] = shuffled[0];
    for (let x = odd; x < mate.length; x += 2) this.join(shuffled[x], shuffled[x + 1]);
    let whole = true;
    for (let end = 0; end < mate.length; end++) {
      if (mate[end] === end || this.mayStay(end) || this.change(end, shuffle)) continue;
      const other = mate[end];
      mate[other] = other;
      mate[end] = end;
      whole = false;
    }
    return whole;
  }

  forEachTie(tell: (i: number, j: number) => void): void {
    const { mate, owner } = this;
    for (let end = 0; end < mate.length; end++) if (mate[end] > end) tell(owner[end], owner[mate[end]]);
  }

  /** All ends in an order by keyed draws (Fisher and Yates). */
  private shuffled(shuffle: number): Uint32Array {
    const ends = Uint32Array.from(this.mate, (_, end) => end);
    for (let end = ends.length - 1; end > 0; end--) {
      const at = Math.floor((this.drawn(end, shuffle, 0) * (end + 1)) / 4294967296);
      const moved = ends[at];
      ends[at] = ends[end];
      ends[end] = moved;
    }
    return ends;
  }

  /** Gives the pair of `end` and another pair each other's partners, if both can then stay. */
  private change(end: number, shuffle: number): boolean {
    const { length } = this.mate;
    for (let tried = 1; tried <= TRIES; tried++) {
      const at = Math.floor((this.drawn(end, shuffle, tried) * length) / 4294967296);
      if (this.changeWith(end, at)) return true;
    }
    for (let at = 0; at < length; at++) if (this.changeWith(end, at)) return true;
    return false;
  }

  private changeWith(end: number, other: number): boolean {
    const { mate, owner } = this;
    const [a, b, c, d] = [end, mate[end], other, mate[other]];
    if (c === d || c === a || c === b) return false;
    if (this.tied(owner[a], owner[c]) || this.tied(owner[b], owner[d])) return false;
    if (owner[a] === owner[c] || owner[b] === owner[d]) return false;
    if (owner[a] === owner[b] && owner[c] === owner[d]) return false;
    if (owner[a] === owner[d] && owner[b] === owner[c]) return false;
    this.join(a, c);
    this.join(b, d);
    return true;
  }

  private join(a: number, b: number): void {
    this.mate[a] = b;
    this.mate[b] = a;
  }

  /** Whether the tie at this end is to somebody else, and the only one between the two. */
  private mayStay(end: number): boolean {
    const { mate, owner, start } = this;
    const [i, j] = [owner[end], owner[mate[end]]];
    if (i === j) return false;
    let ties = 0;
    for (let e = start[i]; e < start[i + 1]; e++) if (owner[mate[e]] === j) ties++;
    return ties === 1;
  }

  private tied(i: number, j: number): boolean {
    const { mate, owner, start } = this;
    for (let e = start[i]; e < start[i + 1]; e++) if (owner[mate[e]] === j) return true;
    return false;
  }

  /** Draw number `what` for an end in a shuffle. */
  private drawn(end: number, shuffle: number, what: number): number {
    const i = this.owner[end];
    const which = end - this.start[i];
    return this.stream.drawEvent(this.keys[i], (which * SHUFFLES + shuffle) * (TRIES + 1) + what);
  }
}
