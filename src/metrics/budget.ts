/** What tactics pay for themselves, as far as their budgets reach. */
import type { Model } from '../engine/model.ts';
import { draw } from '../random/draw.ts';
import type { RunningTactic } from '../tactics/tactic.ts';
import { type Account, AccountIndex, book, bookPerMember, bookShared, counted } from './ledger.ts';

/** A tactic as far as its money goes. */
export type Payer = Pick<RunningTactic, 'name' | 'schedule' | 'audience'>;

/** Books a cost that concerns p; refuses, and counts that, where the budget does not reach so far. */
export function pay(model: Model, { schedule }: Payer, account: Account, p: number, micro: number): boolean {
  if (!fits(model, schedule, micro, 1)) return false;
  schedule.spent += micro;
  book(model, AccountIndex[account], p, micro);
  return true;
}

/** Those of `claimants` for whom the budget reaches at `micro` each, in the order of a draw of the day; the others are refused. */
export function affordable(
  model: Model,
  { name, schedule }: Payer,
  claimants: readonly number[],
  micro: number,
  day: number,
): readonly number[] {
  const left = schedule.budget - schedule.spent;
  if (micro * claimants.length <= left) return claimants;
  schedule.isSpent = true;
  return firstInTurn(model, name, claimants, Math.floor(left / micro), day);
}

/** Books `micro` for each of `claimants` for whom the budget reaches, in the order of a draw of the day; gives those. */
export function payEach(
  model: Model,
  payer: Payer,
  account: Account,
  claimants: readonly number[],
  micro: number,
  day: number,
): readonly number[] {
  const served = affordable(model, payer, claimants, micro, day);
  payer.schedule.spent += micro * served.length;
  const at = AccountIndex[account];
  for (let i = 0; i < served.length; i++) book(model, at, served[i], micro);
  return served;
}

/** Those `most` of `claimants` who come first by a draw of the day; the others are refused. */
export function firstInTurn(
  { people: { key }, stream, tally }: Model,
  name: string,
  claimants: readonly number[],
  most: number,
  day: number,
): readonly number[] {
  if (claimants.length <= most) return claimants;
  const { a, b } = stream(`turn:${name}`).on(day);
  const drawn = Float64Array.from(claimants, (p) => draw(a, b, key[p]));
  const last = most > 0 ? drawn.slice().sort()[most - 1] : -1;
  const served = claimants.filter((_, i) => drawn[i] < last);
  const even = claimants.filter((_, i) => drawn[i] === last).sort((p, q) => key[p] - key[q]);
  for (let i = 0; served.length < most; i++) served.push(even[i]);
  tally.refused += claimants.length - served.length;
  return served;
}

/** Books `micro` for every member whom the tactic is for, or for none of them. */
export function payPerMember(model: Model, payer: Payer, account: Account, micro: number): boolean {
  const census = counted(model, payer);
  const { members } = census;
  if (!fits(model, payer.schedule, micro * members, members)) return false;
  payer.schedule.spent += micro * members;
  bookPerMember(model, AccountIndex[account], micro, census);
  return true;
}

/** Books a cost of all members alike, or refuses it whole. */
export function payShared(model: Model, { schedule }: Payer, account: Account, micro: number): boolean {
  if (!fits(model, schedule, micro, 1)) return false;
  schedule.spent += micro;
  bookShared(model, AccountIndex[account], micro);
  return true;
}

/** Books `micro` for as many of so many claims as the budget covers, to all members alike; the others are refused. */
export function payMany(
  model: Model,
  { schedule }: Payer,
  account: Account,
  claims: number,
  micro: number,
): void {
  const paid = micro > 0 ? Math.min(claims, Math.floor((schedule.budget - schedule.spent) / micro)) : claims;
  if (paid < claims) refuse(model, schedule, claims - paid);
  if (paid * micro === 0) return;
  schedule.spent += paid * micro;
  bookShared(model, AccountIndex[account], paid * micro);
}

function fits(model: Model, schedule: Payer['schedule'], micro: number, claims: number): boolean {
  if (schedule.spent + micro <= schedule.budget) return true;
  refuse(model, schedule, claims);
  return false;
}

function refuse({ tally }: Model, schedule: Payer['schedule'], claims: number): void {
  schedule.isSpent = true;
  tally.refused += claims;
}
