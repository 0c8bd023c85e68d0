/** The picture in figures: who has most friends, how many friends members have, who is friends with whom. */
import type { Drawn } from './drawn.ts';
import { type Frames, friendsAt, isAwake, type Standing, standingAt } from './frames.ts';

export const isInside = (standing: Standing): boolean => standing === 'active' || standing === 'quiet';

/** Everybody of the picture by friends on that evening in the first arm; ties by number. */
export function byFriends(frames: Frames, evening: number): number[] {
  const sum = (i: number) => friendsAt(frames, 0, evening, i);
  return Array.from({ length: frames.people }, (_, i) => i).sort((a, b) => sum(b) - sum(a) || a - b);
}

/** A member and where they stand in each arm. */
export interface TopRow {
  readonly person: number;
  readonly arms: readonly { readonly friends: number; readonly standing: Standing }[];
}

/** Those who are members in any of the arms, by the friends that they have in the arm where they have most. */
export function topMembers(frames: Frames, evening: number, most = 50): TopRow[] {
  const rows: TopRow[] = [];
  for (let person = 0; person < frames.people; person++) {
    const arms = frames.arms.map((_, arm) => ({
      friends: friendsAt(frames, arm, evening, person),
      standing: standingAt(frames, arm, evening, person),
    }));
    if (arms.some(({ standing }) => isInside(standing))) rows.push({ person, arms });
  }
  const best = ({ arms }: TopRow) => Math.max(...arms.map(({ friends }) => friends));
  return rows.sort((a, b) => best(b) - best(a) || a.person - b.person).slice(0, most);
}

/** Bins of the histogram: from .. to friends, doubling. */
export const friendBins: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 1],
  [2, 2],
  [3, 4],
  [5, 8],
  [9, 16],
  [17, 32],
  [33, Number.POSITIVE_INFINITY],
];

/** How many members of each arm have how many friends, by bin. */
export function friendHistogram(frames: Frames, evening: number): number[][] {
  return frames.arms.map((_, arm) => {
    const bins = friendBins.map(() => 0);
    for (let i = 0; i < frames.people; i++) {
      if (!isInside(standingAt(frames, arm, evening, i))) continue;
      const friends = friendsAt(frames, arm, evening, i);
      bins[friendBins.findIndex(([from, to]) => friends >= from && friends <= to)]++;
    }
    return bins;
  });
}

/** Of the friendships that members of a row's segment have, the share with each segment; NaN in a row without any. */
export function mixing(drawn: Drawn, frames: Frames, arm: number, evening: number, segments: number) {
  const ends = Array.from({ length: segments }, () => new Array<number>(segments).fill(0));
  for (let t = 0; t < frames.ties; t++) {
    if (!isAwake(frames, arm, evening, t)) continue;
    const a = drawn.segments[drawn.from[t]];
    const b = drawn.segments[drawn.to[t]];
    ends[a][b]++;
    ends[b][a]++;
  }
  return ends.map((row) => {
    const all = row.reduce((sum, n) => sum + n, 0);
    return row.map((n) => n / all);
  });
}
