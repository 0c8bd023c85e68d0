/** The log: which of what happened is shown, and whom it follows. */
import { signal } from '@preact/signals';
import type { LifeEvent, LifeKind } from '../../../src/engine/life-event.ts';
import type { ArmRun } from './stage-run.ts';

/** Kinds of events by what they are about, in the order of the filter. */
export const topics = {
  members: ['joined', 'joinedInvited', 'joinedBought', 'returned', 'fellSilent', 'left', 'gaveUp'],
  money: ['ordered', 'gotCoupon', 'usedCoupon'],
  ads: ['firstAds', 'manyAds', 'complained'],
  friends: ['befriended', 'driftedApart', 'friendLeft', 'invited'],
  talk: ['firstPostAnswered', 'firstPostUnanswered', 'posted', 'unanswered', 'visitedAgain'],
} as const satisfies Readonly<Record<string, readonly LifeKind[]>>;

export type Topic = keyof typeof topics;
export const topicNames = Object.keys(topics) as readonly Topic[];

const topicOf = new Map<LifeKind, Topic>(
  topicNames.flatMap((topic) => topics[topic].map((kind): [LifeKind, Topic] => [kind, topic])),
);

/** Place of the person who is followed; null for nobody. */
export const followed = signal<number | null>(null);
export const shownTopics = signal<ReadonlySet<Topic>>(new Set(['members', 'money', 'ads']));
/** The log stands still while somebody reads. */
export const isHeld = signal(false);
/** The arm whose log is shown. */
export const logArm = signal(0);

export const MOST_LINES = 300;

/** The latest lines before the evening of a day, the newest first. Of whoever is followed everything is told. */
export function linesOf(
  { events }: Pick<ArmRun, 'events'>,
  days: number,
  wanted: ReadonlySet<Topic>,
  person: number | null,
  most = MOST_LINES,
): LifeEvent[] {
  const lines: LifeEvent[] = [];
  for (let day = Math.min(days, events.length) - 1; day >= 0; day--) {
    const today = events[day];
    for (let i = today.length - 1; i >= 0; i--) {
      const event = today[i];
      if (person === null ? !isWanted(event, wanted) : event.person !== person) continue;
      lines.push(event);
      if (lines.length === most) return lines;
    }
  }
  return lines;
}

function isWanted({ kind }: LifeEvent, wanted: ReadonlySet<Topic>): boolean {
  const topic = topicOf.get(kind);
  return topic !== undefined && wanted.has(topic);
}

/** The same set with a topic more or less. */
export function toggled(set: ReadonlySet<Topic>, topic: Topic): ReadonlySet<Topic> {
  const next = new Set(set);
  if (!next.delete(topic)) next.add(topic);
  return next;
}
