/** The order of a day. Each phase: what tactics do in it, then the behaviors, top to bottom. */
import { spendTime } from '../behaviors/ad-response.ts';
import { attend } from '../behaviors/attend.ts';
import { buy } from '../behaviors/buy.ts';
import { climb, strive } from '../behaviors/climb.ts';
import { engage, fade } from '../behaviors/engage.ts';
import { expect, learn } from '../behaviors/expect.ts';
import { arrive } from '../behaviors/join.ts';
import { leave } from '../behaviors/leave.ts';
import { meet } from '../behaviors/meet.ts';
import { onboard } from '../behaviors/onboard.ts';
import { post } from '../behaviors/posters.ts';
import { propose } from '../behaviors/propose.ts';
import { recall } from '../behaviors/recall.ts';
import { share } from '../behaviors/share.ts';
import { spread } from '../behaviors/spread.ts';
import { subscribe } from '../behaviors/subscribe.ts';
import { taste } from '../behaviors/taste.ts';
import { regard } from '../behaviors/trust.ts';
import { visit } from '../behaviors/visit.ts';
import { recordDay } from '../metrics/record.ts';
import { beginTactics } from '../tactics/schedule.ts';
import type { Model } from './model.ts';
import { clearOffers } from './offers.ts';

export type PhaseName =
  | 'arrive'
  | 'onboard'
  | 'visit'
  | 'engage'
  | 'offer'
  | 'respond'
  | 'share'
  | 'leave'
  | 'recall'
  | 'record';

type Behavior = (model: Model, day: number) => void;

export const phases: readonly { readonly name: PhaseName; readonly behaviors: readonly Behavior[] }[] = [
  { name: 'arrive', behaviors: [arrive] },
  { name: 'onboard', behaviors: [onboard] },
  { name: 'visit', behaviors: [strive, propose, expect, visit] },
  { name: 'engage', behaviors: [subscribe, engage, attend, learn, meet, spread] },
  { name: 'offer', behaviors: [] },
  { name: 'respond', behaviors: [spendTime, buy, taste, regard] },
  { name: 'share', behaviors: [share, post, climb] },
  { name: 'leave', behaviors: [leave] },
  { name: 'recall', behaviors: [recall] },
  { name: 'record', behaviors: [recordDay] },
];

/** Clears what the day before left for its own evening, lets it fade, and settles what the operator does today. */
export function beginDay(model: Model, day: number): void {
  const { offers, today } = model;
  fade(model);
  clearOffers(offers);
  beginTactics(model, day);
  if (today.isNudged) today.nudge.fill(0);
  today.isNudged = false;
  today.bought.length = 0;
  today.complained.length = 0;
  today.asked.length = 0;
}

/** One day, phase by phase. */
export function runDay(model: Model, day: number): void {
  beginDay(model, day);
  for (const { name, behaviors } of phases) {
    for (const { running, act } of model.acts[name]) if (running.schedule.isOn) act(model, running, day);
    for (const behavior of behaviors) behavior(model, day);
  }
}
