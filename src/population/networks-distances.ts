/** How far people are from each other, in ties: connected components, and distances from some people to all. */
import type { Ties } from './ties.ts';

/** Sizes of the connected components, the largest first. */
export function componentSizes(ties: Ties): number[] {
  const wave = new Wave(ties);
  const sizes: number[] = [];
  for (let p = 0; p < ties.people; p++) if (!wave.hasReached(p)) sizes.push(wave.spread(p).reached);
  return sizes.sort((a, b) => b - a);
}

export interface Distances {
  /** Sources and people they reach, by distance; at(0) is 0. */
  readonly pairs: readonly number[];
  /** From how many people distances were measured. */
  readonly sources: number;
}

/** Distances from all people, or from so many, spread evenly over their numbers, that about `work` tie ends are seen. */
export function measureDistances(ties: Ties, work = 20_000_000): Distances {
  const { people, friends } = ties;
  const sources = Math.min(people, Math.max(8, Math.floor(work / (friends.length + people))));
  const pairs: number[] = [0];
  const wave = new Wave(ties);
  for (let i = 0; i < sources; i++) {
    wave.forget();
    const { byDistance } = wave.spread(Math.floor(((i + 0.5) * people) / sources));
    for (let d = 1; d < byDistance.length; d++) pairs[d] = (pairs[d] ?? 0) + byDistance[d];
  }
  return { pairs, sources };
}

/**
 * The distance within which a share of all pairs that can reach each other lie. Between two whole distances it is read
 * off the straight line, as KONECT and SNAP do for the 90-percentile effective diameter. NaN without such pairs.
 */
export function distanceQuantile({ pairs }: Distances, share: number): number {
  const wanted = share * pairs.reduce((sum, count) => sum + count, 0);
  let before = 0;
  for (let d = 1; d < pairs.length; d++) {
    if (before + pairs[d] >= wanted) return d - 1 + (wanted - before) / pairs[d];
    before += pairs[d];
  }
  return Number.NaN;
}

/** Breadth-first search with memory of whom it has reached. */
class Wave {
  private readonly ties: Ties;
  private readonly queue: Uint32Array;
  /** Which search reached a person last; 0 none. */
  private readonly reachedIn: Uint32Array;
  private search = 1;

  constructor(ties: Ties) {
    this.ties = ties;
    this.queue = new Uint32Array(ties.people);
    this.reachedIn = new Uint32Array(ties.people);
  }

  hasReached(p: number): boolean {
    return this.reachedIn[p] === this.search;
  }

  forget(): void {
    this.search++;
  }

  /** Everyone whom p reaches and who has not been reached: how many in all (with p), and by distance from p. */
  spread(p: number): { reached: number; byDistance: number[] } {
    const { queue, reachedIn, search } = this;
    const { offsets, friends } = this.ties;
    const byDistance = [1];
    queue[0] = p;
    reachedIn[p] = search;
    let end = 1;
    for (let start = 0; start < end; ) {
      const ring = end;
      for (; start < ring; start++) {
        const q = queue[start];
        for (let t = offsets[q]; t < offsets[q + 1]; t++) {
          const friend = friends[t];
          if (reachedIn[friend] === search) continue;
          reachedIn[friend] = search;
          queue[end++] = friend;
        }
      }
      if (end > ring) byDistance.push(end - ring);
    }
    return { reached: end, byDistance };
  }
}
