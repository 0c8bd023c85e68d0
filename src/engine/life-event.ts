import type { Circumstance } from './circumstances.ts';

/** What can happen to a person, in the order in which their day tells it. */
export const lifeKinds = [
  'joined', // of their own accord
  'joinedInvited', // other: an inviter
  'joinedBought',
  'returned', // amount: days of silence
  'visitedAgain', // amount: days since the visit before
  'firstPostAnswered',
  'firstPostUnanswered',
  'posted', // amount: posts
  'unanswered', // a question that nobody answered
  'befriended', // other: the friend; told of both
  'driftedApart', // other: the friend of old; amount: days without one on which both came
  'friendLeft', // other: the friend who fell silent or left today
  'firstAds', // amount: ads today
  'manyAds', // amount: ads so far this week
  'complained',
  'gotCoupon', // amount: part of the price that it takes off
  'usedCoupon', // amount: the same
  'ordered', // amount: paid, in whole units of the currency
  'invited', // other: the invited
  'fellSilent', // may come back
  'left', // a member, for good
  'gaveUp', // somebody who was silent, for good
] as const;
export type LifeKind = (typeof lifeKinds)[number];

export interface LifeEvent {
  readonly day: number;
  /** Place and key of the person whom it happened to. */
  readonly person: number;
  readonly key: number;
  readonly kind: LifeKind;
  /** Place of somebody else whom it is about. */
  readonly other?: number;
  readonly amount?: number;
  /** With `fellSilent` and `left`: what weighed most, where anything did. */
  readonly circumstance?: Circumstance;
}
