/**
 * Answer: help desks work through the questions that are put to them, in continuous time inside the day.
 *
 *   a question arrives at a keyed moment of its day and takes one helper  need x minutes,  need ~ Exponential(1)
 *   first come, first served (ties by key), by `staff` helpers; whatever is open when the desk closes goes on when it opens
 *   knowledge: a part of all questions is answered at once and goes nowhere else
 *   a question whose desk is not there today waits for its next day; work begun on it is begun afresh
 *   several desks: a question goes to the one that will have answered it first
 *   late: not answered within `patience`; from then until the answer it is an unanswered question of its asker
 *
 * Time at a desk runs on its own clock, in working days: moment t of the calendar is  d + min((x - d) / h, 1)  there, where
 * x = t - opens / 24, d = floor(x), h = hours / 24; so nights take no time on it and the queue is an ordinary one. Poisson
 * questions (engage.questions) at a desk that never closes are the M/M/c queue (Erlang 1917).
 */
import type { Model } from '../engine/model.ts';
import type { Offers } from '../engine/offers.ts';
import type { Helpdesks, Question } from '../metrics/helpdesks.ts';
import { type ForSome, isFor } from '../population/audience.ts';
import { NEVER } from '../population/people.ts';
import { exponentialQuantile } from '../random/distributions.ts';
import { toUniform } from '../random/draw.ts';

const NEVER_ENDS = Number.POSITIVE_INFINITY;

/** What a tactic puts up: a desk that is there today. At least one helper, more than no hours. */
export interface Desk extends ForSome {
  readonly name: string;
  readonly staff: number;
  /** Hour of the day, and hours a day. */
  readonly opens: number;
  readonly hours: number;
  /** Minutes that an answer takes, on average. */
  readonly minutes: number;
  /** [days] */
  readonly patience: number;
  /** Whether it takes questions that members would have answered, too. */
  readonly takesAll: boolean;
}

/** What answers a part of all questions at once. */
export interface Knowledge extends ForSome {
  readonly name: string;
  /** Chance that it has the answer. */
  readonly chance: number;
}

/** Whether the question of this number that p asks today is answered at once: what one base knows, a smaller one does not add to. */
export function isKnown({ offers, people, stream }: Model, day: number, p: number, event: number): boolean {
  const drawn = toUniform(stream('answer:known').on(day).drawEvent(people.key[p], event));
  return offers.knowledge.some(({ audience, chance }) => drawn < chance && isFor(audience, p));
}

/** A question on its way to a desk: number `event` that p asks today. */
export interface Asked {
  readonly p: number;
  readonly event: number;
  readonly answered: boolean;
}

/** Whether a desk that is there today takes this question. */
export function isForDesk({ desks }: Offers, p: number, answered: boolean): boolean {
  return desks.some((desk) => takes(desk, p, answered));
}

const takes = (desk: Desk, p: number, answered: boolean): boolean =>
  (!answered || desk.takesAll) && isFor(desk.audience, p);

/** Today's questions come in, helpers work until midnight. */
export function answer(model: Model, day: number): void {
  const { today, helpdesks } = model;
  helpdesks.queueToday = 0;
  helpdesks.openToday = 0;
  if (today.asked.length === 0 && helpdesks.open.length === 0) return;
  const waiting = stopWithoutDesk(model, day);
  admit(model, day, waiting);
  measure(helpdesks, day);
  work(model, day);
}

/** Nobody works on questions to desks that are not there today; gives those whose desk is there again. */
function stopWithoutDesk({ helpdesks, offers }: Model, day: number): Question[] {
  const waiting: Question[] = [];
  for (const question of helpdesks.open) {
    const isThere = offers.desks.some(({ name }) => name === question.desk);
    if (isThere && question.ends === NEVER_ENDS) waiting.push(question);
    if (!isThere) putOff(helpdesks, question, day);
  }
  return waiting;
}

/** The question waits for a day with its desk. */
function putOff(helpdesks: Helpdesks, question: Question, day: number): void {
  helpdesks.free.delete(question.desk);
  question.ends = NEVER_ENDS;
  if (question.starts >= day) question.starts = NEVER_ENDS;
}

/** A desk goes on with other helpers or hours: whatever is open there begins afresh. */
export function reopenDesk({ helpdesks }: Model, name: string, day: number): void {
  for (const question of helpdesks.open) if (question.desk === name) putOff(helpdesks, question, day);
  helpdesks.free.delete(name);
}

/** Lets those that waited for their desk, then today's questions, join their queues, in the order in which they were asked. */
function admit(
  { people, today, offers, helpdesks, stream }: Model,
  day: number,
  waiting: readonly Question[],
): void {
  for (const question of waiting) {
    const desks = offers.desks.filter(({ name }) => name === question.desk);
    const { starts, ends } = join(helpdesks, desks, question.p, day, question.need);
    question.starts = Math.min(question.starts, starts);
    question.ends = ends;
  }
  const moments = stream('ask:moment').on(day);
  const needs = stream('answer:need').on(day);
  const arriving = today.asked.map(({ p, event, answered }) => {
    const key = people.key[p];
    const asked = day + toUniform(moments.drawEvent(key, event));
    return { p, key, event, answered, asked };
  });
  arriving.sort((x, y) => x.asked - y.asked || x.key - y.key || x.event - y.event);
  for (const { p, key, event, answered, asked } of arriving) {
    const need = exponentialQuantile(toUniform(needs.drawEvent(key, event)), 1);
    const desks = offers.desks.filter((desk) => takes(desk, p, answered));
    helpdesks.open.push(join(helpdesks, desks, p, asked, need));
  }
}

/** The question joins the queue of the desk that answers it first; of equals the one whose name comes first. */
function join({ free }: Helpdesks, desks: readonly Desk[], p: number, asked: number, need: number): Question {
  const turns = desks.map((desk) => turnAt(desk, helpersOf(free, desk), asked, need));
  const { desk, helper, starts, ends, until } = turns.reduce((best, turn) =>
    turn.ends < best.ends || (turn.ends === best.ends && turn.desk.name < best.desk.name) ? turn : best,
  );
  helpersOf(free, desk)[helper] = until;
  return { p, desk: desk.name, asked, need, starts, ends, late: asked + desk.patience, markedOn: NEVER };
}

function helpersOf(free: Helpdesks['free'], { name, staff }: Desk): Float64Array {
  let helpers = free.get(name);
  if (helpers === undefined) {
    helpers = new Float64Array(staff).fill(Number.NEGATIVE_INFINITY);
    free.set(name, helpers);
  }
  return helpers;
}

/** What would come of a question at a desk: its helper, when they begin and end, and the end in working days. */
function turnAt(desk: Desk, helpers: Float64Array, asked: number, need: number) {
  const open = desk.hours / 24;
  const x = asked - desk.opens / 24;
  const part = (x - Math.floor(x)) / open;
  const comes = Math.floor(x) + Math.min(part, 1);
  let helper = 0;
  for (let i = 1; i < helpers.length; i++) if (helpers[i] < helpers[helper]) helper = i;
  const begins = Math.max(comes, helpers[helper]);
  const until = begins + (need * desk.minutes) / 1440 / open;
  const starts = begins === comes && part < 1 ? asked : calendar(desk, begins);
  return { desk, helper, starts, ends: calendar(desk, until), until };
}

/** The moment of the calendar at which a desk's clock shows so many working days. */
function calendar({ opens, hours }: Desk, working: number): number {
  const day = Math.floor(working);
  return day + (opens + (working - day) * hours) / 24;
}

/** Counts who waited, and averages over the day who was waiting and who was there. */
function measure(helpdesks: Helpdesks, day: number): void {
  const tonight = day + 1;
  for (const { asked, starts, ends } of helpdesks.open) {
    const from = Math.max(asked, day);
    helpdesks.queueToday += Math.max(0, Math.min(starts, tonight) - from);
    helpdesks.openToday += Math.min(ends, tonight) - from;
    if (asked < day) continue;
    helpdesks.questions++;
    if (starts > asked) helpdesks.waited++;
  }
}

/** Closes what is answered by midnight; askers whose patience ended feel unanswered until their answer comes. */
function work(model: Model, day: number): void {
  const { helpdesks, people, tally } = model;
  const tonight = day + 1;
  const relieved = new Set<number>();
  const open: Question[] = [];
  for (const question of helpdesks.open) {
    const { p, asked, starts, ends, late, markedOn } = question;
    if (late >= day && late < tonight && ends > late) tally.unanswered++;
    if (ends < tonight) {
      helpdesks.waiting += starts - asked;
      helpdesks.spent += ends - asked;
      if (markedOn !== NEVER && people.unansweredOn[p] === markedOn) relieved.add(p);
      continue;
    }
    open.push(question);
    if (late >= tonight || markedOn !== NEVER) continue;
    question.markedOn = day;
    people.unansweredOn[p] = day;
  }
  helpdesks.open = open;
  relieve(model, relieved);
}

/** Whose question was answered has none left, but for others that are still late. */
function relieve({ helpdesks, people: { unansweredOn } }: Model, relieved: ReadonlySet<number>): void {
  if (relieved.size === 0) return;
  for (const p of relieved) unansweredOn[p] = NEVER;
  for (const { p, markedOn } of helpdesks.open)
    if (relieved.has(p)) unansweredOn[p] = Math.max(unansweredOn[p], markedOn);
}
