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

export function growTies(people: NetworkPeople, rule: GrowthRule, seed: Uint32Array, world: number): Ties {
  const order = entryOrder(people, new Stream(seed, world, 'network order'));
  const growth = new Growth(people, order, rule, new Stream(seed, world, 'network growth'));
  const pairs = new Pairs(Math.ceil((people.count * rule.ties) / 2) + 16);
  for (let i = 0; i < people.count; i++) {
    const friends = growth.enter(i);
    for (let x = 0; x < growth.brought; x++) pairs.add(order[i], order[friends[x]]);
  }
  return pairs.toTies(people.count);
}

/** m with m n - m (m + 1) / 2 = n ties / 2: everyone brings m, but the first m can bring only 0, 1, ... m - 1. */
function tiesBrought(count: number, ties: number): number {
  const twice = 2 * count - 1;
  return (2 * count * ties) / (twice + Math.sqrt(Math.max(0, twice * twice - 4 * count * ties)));
}

/** The network while it grows. A person is a place in the order of entry. */
class Growth {
  /** Ties that the last one to enter brought: so many of the places that `enter` returned count. */
  brought = 0;
  private readonly stream: Stream;
  /** Keys and segments by place. One segment where segments do not matter. */
  private readonly keys: Uint32Array;
  private readonly segment: Uint8Array;
  private readonly m: number;
  private readonly extra: number;
  private readonly closes: number;
  private readonly keeps: number;
  private readonly everyone: Choice;
  private readonly within: Choice[];
  private readonly rows: Rows | null;
  /** Who took a place as a friend last, counted from 1. */
  private readonly takenBy: Uint32Array;
  private readonly friends: Uint32Array;
  /** The last friend chosen by attractiveness. */
  private pivot = -1;

  constructor(people: NetworkPeople, order: Uint32Array, rule: GrowthRule, stream: Stream) {
    const { count, keys, segment, segments } = people;
    this.stream = stream;
    this.keys = order.map((p) => keys[p]);
    const m = tiesBrought(count, rule.ties);
    this.m = Math.floor(m);
    this.extra = threshold(m - this.m);
    this.closes = threshold(rule.closure);
    this.keeps = threshold(rule.homophily);
    this.segment = new Uint8Array(count);
    this.everyone = new Choice(rule.entry * m, count, m);
    this.within = [];
    if (rule.homophily > 0) {
      for (let i = 0; i < count; i++) this.segment[i] = segment[order[i]];
      for (let s = 0; s < segments; s++) this.within.push(new Choice(rule.entry * m, count / segments, m));
    }
    this.rows = rule.closure > 0 ? new Rows(count, m) : null;
    this.takenBy = new Uint32Array(count);
    this.friends = new Uint32Array(Math.ceil(m) + 1);
  }

  /** Decides all friends of the next newcomer on the network as it is, then ties them. */
  enter(i: number): Uint32Array {
    const { friends, takenBy, everyone, within, rows, segment } = this;
    this.brought = Math.min(i, this.m + (this.stream.draw(this.keys[i]) < this.extra ? 1 : 0));
    this.pivot = -1;
    takenBy[i] = i + 1;
    for (let x = 0; x < this.brought; x++) {
      const friend = this.friendOf(i, x);
      takenBy[friend] = i + 1;
      friends[x] = friend;
    }
    for (let x = 0; x < this.brought; x++) {
      everyone.receive(friends[x]);
      if (within.length > 0) within[segment[friends[x]]].receive(friends[x]);
      rows?.tie(i, friends[x]);
    }
    everyone.enter(i);
    if (within.length > 0) within[segment[i]].enter(i);
    return friends;
  }

  /** The place of newcomer i's friend number x. */
  private friendOf(i: number, x: number): number {
    const { stream, segment, takenBy, everyone, within, rows, closes, keeps } = this;
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
        const of = segment[chosen];
        const friend = rows.find(
          this.pivot,
          stream.drawEvent(key, event + 3),
          (q) => takenBy[q] !== i + 1 && segment[q] === of,
        );
        if (friend >= 0) return friend;
      }
      if (takenBy[chosen] !== i + 1) {
        this.pivot = chosen;
        return chosen;
      }
    }
    return this.nextFree(i);
  }

  /** The first to have entered who is not taken: i has fewer friends than there are others. */
  private nextFree(i: number): number {
    let q = 0;
    while (this.takenBy[q] === i + 1) q++;
    return q;
  }
}
