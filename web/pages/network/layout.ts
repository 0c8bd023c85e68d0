/**
 * Where people stand in the picture: ForceAtlas2 (Jacomy et al. 2014, doi 10.1371/journal.pone.0098679) over all ties of
 * the world, awake or not, from a start without chance and for a fixed number of rounds. So the picture of a world is the
 * same on every visit and in both arms.
 */
import iterate from 'graphology-layout-forceatlas2/iterate.js';
import type { LayoutAnswer, LayoutOrder } from './protocol.ts';

/** Columns of a node in the rows of the layout; the seventh is its mass, the eighth its convergence, the ninth its size. */
const NODE = 10;
const TIE = 3;
/** Rounds between two looks. */
const LOOK = 10;

/** Fewer rounds where each takes longer. */
export const roundsFor = (count: number): number => (count <= 2500 ? 130 : 90);

/** Settles people and yields where they stand now and then. */
export function* settle({ count, from, to }: LayoutOrder): Generator<LayoutAnswer> {
  const nodes = startingRows(count, from, to);
  const ties = new Float32Array(from.length * TIE);
  for (let t = 0; t < from.length; t++) ties.set([from[t] * NODE, to[t] * NODE, 1], t * TIE);
  const of = roundsFor(count);
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 10,
    strongGravityMode: true,
    gravity: 0.05,
    slowDown: 1 + Math.log(Math.max(2, count)),
    barnesHutOptimize: count > 800,
    barnesHutTheta: 0.7,
  };
  yield { positions: positionsOf(nodes, count), done: 0, of };
  for (let done = 1; done <= of; done++) {
    iterate(settings, nodes, ties);
    if (done % LOOK === 0 || done === of) yield { positions: positionsOf(nodes, count), done, of };
  }
}

function positionsOf(nodes: Float32Array, count: number): Float32Array {
  const positions = new Float32Array(2 * count);
  for (let i = 0; i < count; i++) {
    positions[2 * i] = nodes[i * NODE];
    positions[2 * i + 1] = nodes[i * NODE + 1];
  }
  return positions;
}

/** Everybody on a sunflower spiral, friends near each other: in the order of a walk, breadth first, from the most tied. */
function startingRows(count: number, from: Uint32Array, to: Uint32Array): Float32Array {
  const nodes = new Float32Array(count * NODE);
  const golden = Math.PI * (3 - Math.sqrt(5));
  const ties = new Uint32Array(count);
  for (let t = 0; t < from.length; t++) {
    ties[from[t]]++;
    ties[to[t]]++;
  }
  walkOrder(count, from, to, ties).forEach((i, step) => {
    const radius = 10 * Math.sqrt(step + 0.5);
    nodes[i * NODE] = radius * Math.cos(step * golden);
    nodes[i * NODE + 1] = radius * Math.sin(step * golden);
    nodes[i * NODE + 6] = 1 + ties[i];
    nodes[i * NODE + 7] = 1;
    nodes[i * NODE + 8] = 1;
  });
  return nodes;
}

function walkOrder(count: number, from: Uint32Array, to: Uint32Array, ties: Uint32Array): number[] {
  const friends: number[][] = Array.from({ length: count }, () => []);
  for (let t = 0; t < from.length; t++) {
    friends[from[t]].push(to[t]);
    friends[to[t]].push(from[t]);
  }
  const starts = Array.from({ length: count }, (_, i) => i).sort((a, b) => ties[b] - ties[a] || a - b);
  const isIn = new Uint8Array(count);
  const order: number[] = [];
  for (const start of starts) {
    if (isIn[start]) continue;
    isIn[start] = 1;
    order.push(start);
    for (let next = order.length - 1; next < order.length; next++) {
      for (const friend of friends[order[next]]) {
        if (isIn[friend]) continue;
        isIn[friend] = 1;
        order.push(friend);
      }
    }
  }
  return order;
}
