/**
 * What help desks carry over night, and what they have done so far.
 *
 *   L = lambda W, over the first days of a run, however many (Little 1961):
 *     mean of deskOpen  = questions a day x deskTime / 1440,   mean of deskQueue = questions a day x deskWait / 1440
 *
 * Both sides are counted apart: deskOpen day by day, deskTime question by question, those still open until tonight.
 */

/** A question at a desk. Moments are in days since the run began; Infinity is never. */
export interface Question {
  readonly p: number;
  readonly desk: string;
  readonly asked: number;
  /** Helpers' time that it takes, in times of an ordinary one. */
  readonly need: number;
  /** When a helper turns to it, and when it is answered. */
  starts: number;
  ends: number;
  /** When patience ends. */
  readonly late: number;
  /** Day on which it became an unanswered question of its asker. */
  markedOn: number;
}

/** What desks carry over night, and what they have done so far. */
export interface Helpdesks {
  /** When each helper of a desk is free again, in working days. */
  readonly free: Map<string, Float64Array>;
  open: Question[];
  questions: number;
  /** Questions that no helper turned to at once. */
  waited: number;
  /** Days from asking until a helper turned to it, and until the answer, of all answered questions. */
  waiting: number;
  spent: number;
  /** Of today: questions that waited, and that were there, averaged over the day. */
  queueToday: number;
  openToday: number;
}

export function openHelpdesks(): Helpdesks {
  return {
    free: new Map(),
    open: [],
    questions: 0,
    waited: 0,
    waiting: 0,
    spent: 0,
    queueToday: 0,
    openToday: 0,
  };
}

/** Means over all questions so far, as of tonight; those that are still open count until now. [shares, minutes] */
export function meansSoFar({ questions, waited, waiting, spent, open }: Helpdesks, tonight: number) {
  let [wait, time] = [waiting, spent];
  for (const { asked, starts } of open) {
    wait += Math.min(starts, tonight) - asked;
    time += tonight - asked;
  }
  const mean = (sum: number): number => (questions > 0 ? sum / questions : Number.NaN);
  return { waited: mean(waited), wait: 1440 * mean(wait), time: 1440 * mean(time) };
}
