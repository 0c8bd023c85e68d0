/**
 * Networks that are drawn: who could know whom, before anything has happened.
 *
 *   random         every pair alike                                             Erdos and Renyi 1959
 *   small world    a ring of near friends, some ties rewired to anybody         Watts and Strogatz 1998
 *   preferential   newcomers choose the well connected                          Barabasi and Albert 1999
 *   clustered      the same, and often a friend of the friend just made         Holme and Kim 2002
 *   blocks         every pair alike within a segment, and between segments      Holland et al. 1983
 *   regular        everybody has as many ties, with anybody                     Bollobas 1980
 *   none           nobody knows anybody
 *
 * Chance is keyed by a person's lasting key, never by a place in a column: the same people in another order get the
 * same ties, and one person more changes no draw of the others (though it may change whom they meet).
 */
import { tiesByChance } from './networks-chance.ts';
import { growTies } from './networks-growth.ts';
import { regularTies } from './networks-regular.ts';
import { tiesOnRing } from './networks-ring.ts';
import { type Ties, tiesFromPairs } from './ties.ts';

export interface NetworkSpec {
  readonly kind: 'random' | 'small world' | 'preferential' | 'clustered' | 'blocks' | 'none' | 'regular';
  /** Mean ties of a person; any number from 0, never more than there are others. */
  readonly ties: number;
  /** Small world: chance that a tie is rewired to anybody. */
  readonly rewire: number;
  /** Clustered: chance that a newcomer's next friend is looked for among the friends of the last one. */
  readonly closure: number;
  /**
   * Clustered, preferential, blocks: the share h of ties that are kept within a person's own segment beyond chance. A
   * tie stays within with chance h + (1 - h) c, where c is the segment's share of all that could be chosen.
   */
  readonly homophily: number;
}

export interface NetworkPeople {
  readonly count: number;
  /** A person's lasting key, different for everyone. */
  readonly keys: Uint32Array;
  readonly segment: Uint8Array;
  readonly segments: number;
}

/** Attractiveness on entry in a clustered network, in units of what a newcomer brings (networks-growth.ts). */
const CLUSTERED_ENTRY = 0.8;

export function generateNetwork(
  spec: NetworkSpec,
  people: NetworkPeople,
  seed: Uint32Array,
  world: number,
): Ties {
  const ties = Math.max(0, Math.min(spec.ties, people.count - 1));
  const kind = ties > 0 ? spec.kind : 'none';
  switch (kind) {
    case 'random':
      return tiesByChance(people, ties, 0, seed, world);
    case 'blocks':
      return tiesByChance(people, ties, spec.homophily, seed, world);
    case 'small world':
      return tiesOnRing(people, ties, spec.rewire, seed, world);
    case 'preferential':
      return growTies(people, { ties, closure: 0, homophily: spec.homophily, entry: 1 }, seed, world);
    case 'clustered':
      return growTies(
        people,
        { ties, closure: spec.closure, homophily: spec.homophily, entry: CLUSTERED_ENTRY },
        seed,
        world,
      );
    case 'regular':
      return regularTies(people, ties, seed, world);
    case 'none':
      return tiesFromPairs(people.count, new Uint32Array(0), new Uint32Array(0));
  }
}
