/** What the stage shows of a person at the end of a day: one small number each. */
import { type People, Status } from '../../../src/population/people.ts';

/** In the order in which people may go through them; also the order of the legend. */
export const dotStates = ['here', 'member', 'dormant', 'left', 'outside'] as const;
export type DotState = (typeof dotStates)[number];

/** Place of each state in `dotStates`: what a byte of a day's codes means. */
export const Dot = { here: 0, member: 1, dormant: 2, left: 3, outside: 4 } as const;

/** The state of person `p` on the evening of `day`; -1 before day 0, when nobody has come yet. */
export function dotOf(people: Pick<People, 'status' | 'lastVisitOn'>, p: number, day: number): number {
  const status = people.status[p];
  if (status === Status.member) return day >= 0 && people.lastVisitOn[p] === day ? Dot.here : Dot.member;
  if (status === Status.dormant) return Dot.dormant;
  return status === Status.left ? Dot.left : Dot.outside;
}

/** The codes of the people at `places`, written from `at` on. */
export function writeCodes(
  into: Uint8Array,
  at: number,
  people: Pick<People, 'status' | 'lastVisitOn'>,
  places: Int32Array,
  day: number,
): void {
  for (let i = 0; i < places.length; i++) into[at + i] = dotOf(people, places[i], day);
}

/** How many of each state, by segment. */
export function countStates(codes: Uint8Array, segment: Uint8Array, segments: number): number[][] {
  const counts = Array.from({ length: segments }, () => dotStates.map(() => 0));
  for (let i = 0; i < codes.length; i++) counts[segment[i]][codes[i]]++;
  return counts;
}

/** Places of the people who are drawn: all within reach, or an even sample of them where they are too many. */
export function castOf(reachable: number, most: number): Int32Array {
  const count = Math.min(reachable, most);
  return Int32Array.from({ length: count }, (_, i) => Math.floor((i * reachable) / count));
}
