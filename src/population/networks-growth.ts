/**
 * Growing networks: people enter one by one and each brings m ties to people who are there.
 *
 *   attractiveness of q = ties that q received + a m
 *   degree tail         P(k) ~ k^-(2 + a)
 *
 * a = 1 is preferential attachment in proportion to all ties (Barabasi and Albert 1999,
 * doi:10.1126/science.286.5439.509); the general form is Dorogovtsev, Mendes and Samukhin 2000,
 * doi:10.1103/PhysRevLett.85.4633. With chance `closure` a newcomer's next friend is not the one so chosen but a friend
 * of the last one who was (Holme and Kim 2002, doi:10.1103/PhysRevE.65.026107).
 *
 * Homophily h: with chance h the choice is among the newcomer's segment, else among all; a friend of a friend must be of
 * the segment of the one whose place it takes. So a tie stays within a segment with chance h + (1 - h) c, where c is
 * the segment's share of all attractiveness.
 *
 * m is such that n people have `ties` ties on average although the first of them find fewer than m others there; a
 * broken m is met on average: one more with the chance of the remainder.
 */
import { threshold } from '../random/draw.ts';
import { Stream } from '../random/keys.ts';
import type { NetworkPeople } from './networks.ts';
import { Choice, Rows } from './networks-entered.ts';
import { entryOrder } from './networks-order.ts';
import { Pairs, type Ties } from './ties.ts';

export interface GrowthRule {
  /** Mean ties of a person, above 0 and at most the number of others. */
  readonly ties: number;
  readonly closure: number;
  readonly homophily: number;
  /** a: attractiveness on entry, in units of m. */
  readonly entry: number;
}

/** Draws of one try to find a friend: own segment?, whom, a friend of a friend?, which. */
const DRAWS = 4;
/** How often a friend is drawn before the next free person is taken. */
const TRIES = 32;
/** Tries that may be kept to the newcomer's segment, which may have nobody free. */
const TRIES_WITHIN = 16;
/** How many friends of a friend are looked at in a row, from a drawn place on. */
const GLANCE = 16;

export function growTies(people: NetworkPeople, rule: GrowthRule, seed: Uint32Array, world: number): Ties {
  const order = entryOrder(people, new Stream(seed, world, 'network order'));
  const growth = new Growth(people, order, rule, new Stream(seed, world, 'network growth'));
  for (let i = 0; i < people.count; i++) growth.enter(i);
  growth.pairs.rename(order);
  return growth.pairs.toTies(people.count);
}

/** m with m n - m (m + 1) / 2 = n ties / 2: everyone brings m, but the first m can bring only 0, 1, ... m - 1. */
function tiesBrought(count: number, ties: number): number {
  const twice = 2 * count - 1;
  return (2 * count * ties) / (twice + Math.sqrt(Math.max(0, twice * twice - 4 * count * ties)));
}

/** The network while it grows. A person is a place in the order of entry, counted from 0. */
class Growth {
  readonly pairs: Pairs;
  private readonly stream: Stream;
  private readonly keys: Uint32Array;
  /** All zero where segments do not matter. */
  private readonly segment: Uint8Array;
  private readonly m: number;
  private readonly extra: number;
  private readonly closes: number;
  private readonly keeps: number;
  private readonly everyone: Choice;
  private readonly within: Choice[];
  private readonly rows: Rows | null;
  /** The last newcomer who took a person for a friend, counted from 1. */
  private readonly takenBy: Uint32Array;
  /** The friends of the present newcomer. */
  private readonly friends: Uint32Array;
  /** The last of them chosen by attractiveness, or -1. */
  private pivot = -1;

  constructor(people: NetworkPeople, order: Uint32Array, rule: GrowthRule, stream: Stream) {
    const { count, keys, segment, segments } = people;
    const m = tiesBrought(count, rule.ties);
    const entry = rule.entry * m;
    this.pairs = new Pairs(Math.ceil(m * count));
    this.stream = stream;
    this.keys = order.map((p) => keys[p]);
    this.segment = new Uint8Array(count);
    if (rule.homophily > 0) for (let i = 0; i < count; i++) this.segment[i] = segment[order[i]];
    this.m = Math.floor(m);
    this.extra = threshold(m - this.m);
    this.closes = threshold(rule.closure);
    this.keeps = threshold(rule.homophily);
    this.everyone = new Choice(entry, count, m);
    this.within = [];
    for (let s = 0; rule.homophily > 0 && s < segments; s++)
      this.within.push(new Choice(entry, count / segments, m));
    this.rows = rule.closure > 0 ? new Rows(count, m) : null;
    this.takenBy = new Uint32Array(count);
    this.friends = new Uint32Array(this.m + 1);
  }

  /** Decides all friends of newcomer i on the network as it is, then ties them. */
  enter(i: number): void {
    const { pairs, segment, everyone, within, rows, takenBy, friends } = this;
    const brought = Math.min(i, this.m + (this.stream.draw(this.keys[i]) < this.extra ? 1 : 0));
    this.pivot = -1;
    for (let x = 0; x < brought; x++) {
      const q = this.friendOf(i, x);
      takenBy[q] = i + 1;
      friends[x] = q;
    }
    for (let x = 0; x < brought; x++) {
      const q = friends[x];
      pairs.add(i, q);
      everyone.receive(q);
      if (within.length > 0) within[segment[q]].receive(q);
      if (rows !== null) rows.tie(i, q);
    }
    everyone.enter(i);
    if (within.length > 0) within[segment[i]].enter(i);
  }

  /** Friend number x of newcomer i. */
  private friendOf(i: number, x: number): number {
    const { stream, segment, everyone, within, rows, closes, keeps, takenBy } = this;
    const key = this.keys[i];
    for (let tried = 0; tried < TRIES; tried++) {
      const event = (x * TRIES + tried) * DRAWS;
      let choice = everyone;
      if (keeps > 0 && tried < TRIES_WITHIN && stream.drawEvent(key, event) < keeps) {
        const own = within[segment[i]];
        if (own.weight > 0) choice = own;
      }
      const chosen = choice.pick(stream.drawEvent(key, event + 1));
      if (rows !== null && this.pivot >= 0 && stream.drawEvent(key, event + 2) < closes) {
        const friend = this.friendOfPivot(rows, i, segment[chosen], stream.drawEvent(key, event + 3));
        if (friend >= 0) return friend;
      }
      if (takenBy[chosen] !== i + 1) {
        this.pivot = chosen;
        return chosen;
      }
    }
    return this.nextFree(i);
  }

  /** A free friend of the pivot in segment s, or -1 when a glance at some of them shows none. */
  private friendOfPivot({ start, length, pool }: Rows, i: number, s: number, draw: number): number {
    const { segment, takenBy, pivot } = this;
    const friends = length[pivot];
    let at = Math.floor((draw * friends) / 4294967296);
    for (let looked = Math.min(GLANCE, friends); looked > 0; looked--) {
      const q = pool[start[pivot] + at];
      if (segment[q] === s && takenBy[q] !== i + 1) return q;
      at = at + 1 === friends ? 0 : at + 1;
    }
    return -1;
  }

  /** The first to have entered whom newcomer i has not taken: there always is one. */
  private nextFree(i: number): number {
    let q = 0;
    while (this.takenBy[q] === i + 1) q++;
    return q;
  }
}
