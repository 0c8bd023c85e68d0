/**
 * A network in figures, to be held against measured ones.
 *
 * All is exact but the distances, which are taken from a part of the people where a network is large: `distanceSources`
 * says from how many. Definitions: networks-triangles.ts, networks-distances.ts, networks-tail.ts.
 */
import { UndirectedGraph } from 'graphology';
import { undirectedDensity } from 'graphology-metrics/graph/density';
import { componentSizes, distanceQuantile, measureDistances } from './networks-distances.ts';
import { fitTail, type Tail } from './networks-tail.ts';
import { measureClustering } from './networks-triangles.ts';
import type { Ties } from './ties.ts';

export interface NetworkDescription {
  readonly people: number;
  readonly ties: number;
  /** Ties in all of those there could be. */
  readonly density: number;
  readonly meanDegree: number;
  readonly medianDegree: number;
  readonly maxDegree: number;
  /** Ties of the person at the end of a tie, <k^2> / <k>: above 2 most people hang together (Molloy and Reed). Null without ties. */
  readonly friendDegree: number | null;
  readonly degreeQuantiles: { readonly [share in '.05' | '.25' | '.5' | '.75' | '.95' | '.99']: number };
  readonly shareOver4: number;
  readonly shareOver6: number;
  readonly meanLocalClustering: number;
  readonly transitivity: number;
  /** Correlation of the degrees at the two ends of a tie; null where all are equal. */
  readonly degreeAssortativity: number | null;
  readonly components: number;
  /** Share of people in the largest component. */
  readonly largestShare: number;
  /** Within it lie 9 of 10 pairs that can reach each other. [ties] Null without ties. */
  readonly distance90: number | null;
  readonly meanDistance: number | null;
  readonly distanceSources: number;
  readonly tail: Tail | null;
  /** Given segments. Null where all are of one segment, or there are no ties. */
  readonly homophily: number | null;
}

/** Segments, where they are given, tell whether people know their own kind. */
export function describeNetwork(ties: Ties, segment?: ArrayLike<number>): NetworkDescription {
  const { people, friends } = ties;
  const degrees = degreesOf(ties).sort();
  const { meanLocal, transitivity } = measureClustering(ties);
  const components = componentSizes(ties);
  const distances = measureDistances(ties);
  const none = friends.length === 0;
  return {
    people,
    ties: friends.length / 2,
    density: undirectedDensity(people, friends.length / 2),
    meanDegree: people > 0 ? friends.length / people : 0,
    medianDegree: quantile(degrees, 0.5),
    maxDegree: people > 0 ? degrees[people - 1] : 0,
    friendDegree: none ? null : degrees.reduce((sum, k) => sum + k * k, 0) / friends.length,
    degreeQuantiles: {
      '.05': quantile(degrees, 0.05),
      '.25': quantile(degrees, 0.25),
      '.5': quantile(degrees, 0.5),
      '.75': quantile(degrees, 0.75),
      '.95': quantile(degrees, 0.95),
      '.99': quantile(degrees, 0.99),
    },
    shareOver4: shareOver(degrees, 4),
    shareOver6: shareOver(degrees, 6),
    meanLocalClustering: meanLocal,
    transitivity,
    degreeAssortativity: degreeAssortativity(ties),
    components: components.length,
    largestShare: people > 0 ? components[0] / people : 0,
    distance90: none ? null : distanceQuantile(distances, 0.9),
    meanDistance: none ? null : meanDistance(distances.pairs),
    distanceSources: distances.sources,
    tail: fitTail(peopleByDegree(degrees)),
    homophily: segment === undefined ? null : homophily(ties, segment),
  };
}

/**
 * The network for graphology, which draws, writes and measures further: a node for each person, its key the person's
 * number and its label the name. (Names are no keys: graphology keeps ties in plain objects, where `__proto__` fails.)
 */
export function toGraph({ people, offsets, friends }: Ties, names?: readonly string[]): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (let p = 0; p < people; p++) graph.addNode(p, names === undefined ? {} : { label: names[p] });
  for (let p = 0; p < people; p++) {
    for (let t = offsets[p]; t < offsets[p + 1]; t++) if (friends[t] > p) graph.addEdge(p, friends[t]);
  }
  return graph;
}

/**
 * Homophily: (w - c) / (1 - c), with w the share of ties within a segment and c what chance would give: the sum over
 * segments of the square of the segment's share of tie ends. Newman 2003, doi:10.1103/PhysRevE.67.026126, equation 2.
 */
export function homophily({ people, offsets, friends }: Ties, segment: ArrayLike<number>): number | null {
  const endsOf = new Map<number, number>();
  let within = 0;
  for (let p = 0; p < people; p++) {
    endsOf.set(segment[p], (endsOf.get(segment[p]) ?? 0) + offsets[p + 1] - offsets[p]);
    for (let t = offsets[p]; t < offsets[p + 1]; t++) if (segment[friends[t]] === segment[p]) within++;
  }
  let chance = 0;
  for (const ends of endsOf.values()) chance += (ends / friends.length) * (ends / friends.length);
  return chance < 1 ? (within / friends.length - chance) / (1 - chance) : null;
}

/** Correlation over all tie ends of the degrees here and there. Newman 2002, doi:10.1103/PhysRevLett.89.208701. */
function degreeAssortativity(ties: Ties): number | null {
  const { people, offsets, friends } = ties;
  const degrees = degreesOf(ties);
  let sum = 0;
  let squares = 0;
  let products = 0;
  for (let p = 0; p < people; p++) {
    const k = degrees[p];
    sum += k * k;
    squares += k * k * k;
    let ofFriends = 0;
    for (let t = offsets[p]; t < offsets[p + 1]; t++) ofFriends += degrees[friends[t]];
    products += k * ofFriends;
  }
  const mean = sum / friends.length;
  const variance = squares / friends.length - mean * mean;
  return variance > 1e-9 * mean * mean ? (products / friends.length - mean * mean) / variance : null;
}

function degreesOf({ people, offsets }: Ties): Uint32Array {
  const degrees = new Uint32Array(people);
  for (let p = 0; p < people; p++) degrees[p] = offsets[p + 1] - offsets[p];
  return degrees;
}

function peopleByDegree(sortedDegrees: Uint32Array): Uint32Array {
  const counts = new Uint32Array((sortedDegrees[sortedDegrees.length - 1] ?? 0) + 1);
  for (const k of sortedDegrees) counts[k]++;
  return counts;
}

function shareOver(degrees: Uint32Array, bound: number): number {
  let over = 0;
  for (const k of degrees) if (k > bound) over++;
  return degrees.length > 0 ? over / degrees.length : 0;
}

/** Quantile at share (n + 1) of the sorted values, counted from 1, with a straight line between two (type 6). */
function quantile(sorted: Uint32Array, share: number): number {
  const n = sorted.length;
  if (n === 0) return 0;
  const place = Math.min(n, Math.max(1, share * (n + 1)));
  const below = Math.floor(place);
  const low = sorted[below - 1];
  return below === n ? low : low + (place - below) * (sorted[below] - low);
}

function meanDistance(pairs: readonly number[]): number {
  let sum = 0;
  let count = 0;
  for (let d = 1; d < pairs.length; d++) {
    sum += d * pairs[d];
    count += pairs[d];
  }
  return sum / count;
}
