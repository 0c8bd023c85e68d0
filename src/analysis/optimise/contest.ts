/**
 * A race and the report on it, whoever runs the worlds: the even twins choose, the odd ones report.
 *
 *   even twins   worlds 0, 1, 4, 5, 8, 9 ...        odd twins   worlds 2, 3, 6, 7, 10, 11 ...
 */
import { meanOf } from '../quantiles.ts';
import { looksUpTo } from './looks.ts';
import { beforeRace, isOver, keepsLimits, leaderOf, lookAt, type RaceData, type RaceState } from './race.ts';

export interface Ground {
  /** How many; candidate 0 is the baseline. */
  readonly candidates: number;
  /** Twins of each half at most. */
  readonly twins: number;
  /** What candidates came to in some worlds, which are there. */
  readonly data: (worlds: readonly number[]) => RaceData;
  /** Sees to it that candidates have run these worlds; false when it was stopped before. */
  readonly ensure: (candidates: readonly number[], worlds: readonly number[]) => Promise<boolean>;
  readonly onLook?: (state: RaceState) => void;
}

export interface RaceResult {
  readonly state: RaceState;
  /** Numbers of the worlds of the last look. */
  readonly worlds: readonly number[];
  /** `one`: a single candidate was left; `worlds`: they are used up; `stopped`: the time was. */
  readonly ended: 'one' | 'worlds' | 'stopped';
  readonly looks: readonly number[];
}

/** The worlds of the first twins of a half: 0 even, 1 odd. */
export const worldsOfHalf = (parity: 0 | 1, twins: number): number[] =>
  Array.from({ length: twins }, (_, t) => 4 * t + 2 * parity).flatMap((world) => [world, world + 1]);

/** Races until one is left, or the worlds or the time are used up. */
export async function race({ candidates, twins, data, ensure, onLook }: Ground): Promise<RaceResult> {
  const looks = looksUpTo(twins);
  let state = beforeRace(candidates);
  let worlds: readonly number[] = [];
  for (const look of looks) {
    const next = worldsOfHalf(0, look);
    let after = state;
    do {
      // The baseline is in every comparison, so it runs on even where it has been dropped.
      if (!(await ensure([...new Set([0, ...after.left])], next)))
        return { state, worlds, ended: 'stopped', looks };
      after = lookAt(after, data(next), { candidates, looks: looks.length });
    } while (after.again);
    [state, worlds] = [after, next];
    onLook?.(state);
    if (isOver(state)) return { state, worlds, ended: 'one', looks };
  }
  return { state, worlds, ended: 'worlds', looks };
}

/** So many are shown beside the winner, and so many of a front. */
const FINALISTS = 5;
const ON_FRONT = 12;

/**
 * Whom to report on: the baseline, the winner and those left with the best means; with a second metric those that none other
 * beats in both means too. Who breaks a limit so far is not among them.
 */
export function finalistsOf({ state, worlds }: RaceResult, data: RaceData): number[] {
  const sound = state.left.filter((candidate) => keepsLimits(data, candidate));
  const known = new Map(
    sound.map((candidate) => [
      candidate,
      data.goals.map((goal) => meanOf(Array.from(goal(candidate))) ?? Number.NaN),
    ]),
  );
  const means = (candidate: number) => known.get(candidate) ?? [];
  const isBeaten = (own: number) =>
    sound.some((rival) => rival !== own && means(rival).every((mean, goal) => mean > means(own)[goal]));
  const ranked = sound.sort((a, b) => means(b)[0] - means(a)[0] || a - b);
  const front = data.goals.length > 1 ? ranked.filter((own) => !isBeaten(own)).slice(0, ON_FRONT) : [];
  const chosen = worlds.length === 0 ? [] : [0, ...ranked.slice(0, FINALISTS), ...front];
  return [...new Set(chosen)].sort((a, b) => a - b);
}

/** The winner: the best of those left, or of all that keep the limits where none is left; null where none does. */
export const winnerOf = ({ state }: RaceResult, data: RaceData): number | null => leaderOf(data, state.left);

/** Runs the other half for the finalists; gives its worlds, which are fewer when it was stopped. */
export async function reportWorlds(
  { twins, ensure }: Ground,
  finalists: readonly number[],
): Promise<readonly number[]> {
  let worlds: readonly number[] = [];
  for (const look of looksUpTo(twins)) {
    const next = worldsOfHalf(1, look);
    if (!(await ensure(finalists, next))) return worlds;
    worlds = next;
  }
  return worlds;
}
