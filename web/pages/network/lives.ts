/** Two lives of one person: where they part, and who parts most. */
import type { LifeEvent } from '../../../src/engine/life-event.ts';
import type { Drawn } from './drawn.ts';
import { type Frames, friendsAt, hasBought, isAwake, type Standing, standingAt } from './frames.ts';

/** A day on which something happened in either life. */
export interface LifeRow {
  readonly day: number;
  /** What happened, by arm. */
  readonly lives: readonly (readonly LifeEvent[])[];
  readonly isSame: boolean;
}

const signOf = ({ kind, other, amount, circumstance }: LifeEvent): string =>
  [kind, other, amount, circumstance?.kind].join(' ');

/** The days of both lives, in order; what is the same on both sides stands in one row. */
export function alignLives(lives: readonly (readonly LifeEvent[])[]): LifeRow[] {
  const days = [...new Set(lives.flatMap((events) => events.map(({ day }) => day)))].sort((a, b) => a - b);
  return days.map((day) => {
    const sides = lives.map((events) => events.filter((event) => event.day === day));
    const signs = sides.map((events) => events.map(signOf).join('\n'));
    return { day, lives: sides, isSame: signs.every((sign) => sign === signs[0]) };
  });
}

/** What a life came to by an evening. */
export interface Summary {
  readonly standing: Standing;
  /** Evenings on which they were a member, awake or quiet. */
  readonly daysInside: number;
  readonly friends: number;
  readonly hasBought: boolean;
}

export function summaryOf(frames: Frames, arm: number, evening: number, person: number): Summary {
  let daysInside = 0;
  for (let e = 1; e <= evening; e++) {
    const standing = standingAt(frames, arm, e, person);
    if (standing === 'active' || standing === 'quiet') daysInside++;
  }
  return {
    standing: standingAt(frames, arm, evening, person),
    daysInside,
    friends: friendsAt(frames, arm, evening, person),
    hasBought: hasBought(frames, arm, evening, person),
  };
}

const insideCode: Readonly<Record<Standing, number>> = {
  active: 1,
  quiet: 1,
  dormant: 2,
  left: 3,
  outside: 0,
};

/**
 * People by how much their two lives differ, most first; those whose lives do not differ are left out. A life differs by
 * the days on which the person is a member in one arm and not in the other, then by having bought in one alone, then by
 * friends.
 */
export function mostDifferent(frames: Frames, evening: number): number[] {
  if (frames.arms.length < 2) return [];
  const scores = new Float64Array(frames.people);
  for (let i = 0; i < frames.people; i++) {
    for (let e = 1; e <= evening; e++) {
      const a = insideCode[standingAt(frames, 0, e, i)];
      const b = insideCode[standingAt(frames, 1, e, i)];
      if (a !== b) scores[i] += a === 1 || b === 1 ? 1 : 0.25;
    }
    if (hasBought(frames, 0, evening, i) !== hasBought(frames, 1, evening, i)) scores[i] += 0.2;
    scores[i] += Math.abs(friendsAt(frames, 0, evening, i) - friendsAt(frames, 1, evening, i)) / 2048;
  }
  return Array.from(scores.keys())
    .filter((i) => scores[i] > 0)
    .sort((a, b) => scores[b] - scores[a] || a - b);
}

/** Friends of a person on one evening, as numbers of the picture. */
export function friendsOf(
  drawn: Drawn,
  frames: Frames,
  arm: number,
  evening: number,
  person: number,
): number[] {
  const found: number[] = [];
  for (let t = 0; t < frames.ties; t++) {
    if (drawn.from[t] !== person && drawn.to[t] !== person) continue;
    if (isAwake(frames, arm, evening, t)) found.push(drawn.from[t] === person ? drawn.to[t] : drawn.from[t]);
  }
  return found.sort((a, b) => a - b);
}
