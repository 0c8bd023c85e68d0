/**
 * Small world (Watts and Strogatz 1998, doi:10.1038/30918): people stand on a ring and know their nearest; then each
 * tie, lap by lap, is rewired with chance b to a person drawn from all, never to oneself or to one who is a friend
 * already.
 *
 *   clustering C(b) = C(0) (1 - b)^3,  C(0) = 3 (k - 2) / (4 (k - 1))
 *
 * k mean ties of a person; each reaches k / 2 people forward (a broken number is met on average: one more with the
 * chance of the remainder). Places on the ring are by keyed draw.
 */
import { threshold } from '../random/draw.ts';
import { Stream } from '../random/keys.ts';
import type { NetworkPeople } from './networks.ts';
import { entryOrder } from './networks-order.ts';
import { Pairs, type Ties } from './ties.ts';

/** How often a place to rewire to is drawn before the tie is left where it is. */
const TRIES = 64;

export function tiesOnRing(
  people: NetworkPeople,
  ties: number,
  rewire: number,
  seed: Uint32Array,
  world: number,
): Ties {
  const { count, keys } = people;
  const order = entryOrder(people, new Stream(seed, world, 'network order'));
  const stream = new Stream(seed, world, 'network ring');
  const ring = new Ring(count, reaches(people, order, ties, stream));
  const rewires = threshold(rewire);
  for (let lap = 1; lap <= ring.longest; lap++) {
    for (let i = 0; i < count; i++) {
      if (ring.reach[i] < lap) continue;
      const key = keys[order[i]];
      const firstEvent = lap * (TRIES + 1);
      if (stream.drawEvent(key, firstEvent) >= rewires) continue;
      for (let tried = 1; tried <= TRIES; tried++) {
        const j = Math.floor((stream.drawEvent(key, firstEvent + tried) * count) / 4294967296);
        if (j === i || ring.tied(i, j)) continue;
        ring.rewire(i, lap, j);
        break;
      }
    }
  }
  return ring.toTies(order);
}

/** How many people forward each place knows, by keyed draw where half the ties is a broken number. */
function reaches(
  { count, keys }: NetworkPeople,
  order: Uint32Array,
  ties: number,
  stream: Stream,
): Uint32Array {
  const whole = Math.floor(ties / 2);
  const extra = threshold(ties / 2 - whole);
  return Uint32Array.from({ length: count }, (_, i) => whole + (stream.draw(keys[order[i]]) < extra ? 1 : 0));
}

/** The places on the ring, who has been rewired away from a neighbor, and to whom. */
class Ring {
  readonly longest: number;
  readonly reach: Uint32Array;
  private readonly count: number;
  /** For place i and lap: 1 when that tie has been rewired. */
  private readonly away: Uint8Array;
  /** Rewired ties as lists: the newest of each place, and the next older one after each. 0 ends a list. */
  private readonly newest: Uint32Array;
  private readonly others = [0];
  private readonly older = [0];

  constructor(count: number, reach: Uint32Array) {
    this.count = count;
    this.reach = reach;
    this.longest = reach.reduce((longest, r) => Math.max(longest, r), 0);
    this.away = new Uint8Array(count * this.longest);
    this.newest = new Uint32Array(count);
  }

  tied(i: number, j: number): boolean {
    return this.near(i, j) || this.near(j, i) || this.listed(i, j);
  }

  rewire(i: number, lap: number, j: number): void {
    this.away[i * this.longest + lap - 1] = 1;
    this.list(i, j);
    this.list(j, i);
  }

  toTies(order: Uint32Array): Ties {
    const pairs = new Pairs(this.reach.reduce((sum, r) => sum + r, 0));
    for (let i = 0; i < this.count; i++) {
      for (let lap = 1; lap <= this.reach[i]; lap++) {
        if (this.near(i, (i + lap) % this.count)) pairs.add(order[i], order[(i + lap) % this.count]);
      }
      for (let t = this.newest[i]; t > 0; t = this.older[t]) {
        if (this.others[t] < i) pairs.add(order[i], order[this.others[t]]);
      }
    }
    return pairs.toTies(this.count);
  }

  /** Whether i still knows j as one of the next people forward. */
  private near(i: number, j: number): boolean {
    const lap = j > i ? j - i : j - i + this.count;
    return lap <= this.reach[i] && this.away[i * this.longest + lap - 1] === 0;
  }

  private listed(i: number, j: number): boolean {
    for (let t = this.newest[i]; t > 0; t = this.older[t]) if (this.others[t] === j) return true;
    return false;
  }

  private list(i: number, j: number): void {
    this.older.push(this.newest[i]);
    this.newest[i] = this.others.push(j) - 1;
  }
}
