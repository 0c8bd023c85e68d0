import { NEVER, type People } from '../population/people.ts';
import type { DayRecord } from './record.ts';

/** Day from which p is followed: that of joining, for founders day 0. */
export const seenFrom = (people: People, p: number): number => Math.max(0, people.joinedOn[p]);

/** The latest day on which p came, NEVER if they have not. */
export function lastVisit(
  { lastVisitOn }: Pick<People, 'lastVisitOn'>,
  record: DayRecord,
  p: number,
): number {
  const last = lastVisitOn[p];
  return last === NEVER ? (record.earlierVisits.get(p) ?? NEVER) : last;
}
