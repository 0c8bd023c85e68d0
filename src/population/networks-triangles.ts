/**
 * Triangles: how often two friends of a person know each other.
 *
 *   local clustering of p = 2 triangles(p) / (k_p (k_p - 1)), 0 where p has fewer than two ties; its mean is over all
 *   transitivity          = sum of triangles(p) / sum of k_p (k_p - 1) / 2
 *
 * Counted exactly. Every tie points from its less to its more connected end; a triangle is then found once, from the
 * end that has two ties pointing out. No person has more than sqrt(2 x ties) of those, so hubs cost little
 * (Chiba and Nishizeki 1985, doi:10.1137/0214017).
 */
import type { Ties } from './ties.ts';

export interface Clustering {
  readonly meanLocal: number;
  readonly transitivity: number;
}

export function measureClustering(ties: Ties): Clustering {
  const { people, offsets } = ties;
  const triangles = countTriangles(ties);
  let local = 0;
  let closed = 0;
  let all = 0;
  for (let p = 0; p < people; p++) {
    const k = offsets[p + 1] - offsets[p];
    if (k < 2) continue;
    local += (2 * triangles[p]) / (k * (k - 1));
    closed += triangles[p];
    all += (k * (k - 1)) / 2;
  }
  return { meanLocal: people > 0 ? local / people : 0, transitivity: all > 0 ? closed / all : 0 };
}

/** Triangles by person. */
export function countTriangles(ties: Ties): Uint32Array {
  const { people } = ties;
  const { starts, up } = pointedUp(ties);
  const triangles = new Uint32Array(people);
  /** Who marked a person last, counted from 1. */
  const markedBy = new Uint32Array(people);
  for (let p = 0; p < people; p++) {
    for (let t = starts[p]; t < starts[p + 1]; t++) markedBy[up[t]] = p + 1;
    for (let t = starts[p]; t < starts[p + 1]; t++) {
      const q = up[t];
      for (let u = starts[q]; u < starts[q + 1]; u++) {
        if (markedBy[up[u]] !== p + 1) continue;
        triangles[p]++;
        triangles[q]++;
        triangles[up[u]]++;
      }
    }
  }
  return triangles;
}

/** For each person the friends with more ties, or with as many and a greater number. */
function pointedUp({ people, offsets, friends }: Ties): { starts: Uint32Array; up: Uint32Array } {
  const starts = new Uint32Array(people + 1);
  const up = new Uint32Array(friends.length / 2);
  let end = 0;
  for (let p = 0; p < people; p++) {
    const k = offsets[p + 1] - offsets[p];
    for (let t = offsets[p]; t < offsets[p + 1]; t++) {
      const q = friends[t];
      const ofFriend = offsets[q + 1] - offsets[q];
      if (ofFriend > k || (ofFriend === k && q > p)) up[end++] = q;
    }
    starts[p + 1] = end;
  }
  return { starts, up };
}
