/**
 * The money of one arm in one world: double entry by day, account and segment, in whole minor units (cents).
 *
 * Every booking moves money between an account and cash, so all accounts and cash sum to zero at all times. Amounts
 * come in micro-units (a millionth of a cent), since one ad costs a fraction of a cent: they are summed exactly, whole
 * cents are booked when the day closes and the remainder is carried over.
 */
import type { Model } from '../engine/model.ts';
import { Status } from '../population/people.ts';

export const accounts = [
  'adRevenue',
  'sales',
  'goodsCost',
  'discountCost',
  'couponCost',
  'targetingCost',
  'acquisitionCost',
  'onboardingCost',
] as const;
export type Account = (typeof accounts)[number];

/** Which accounts bring money in; the others cost. */
const earns: readonly boolean[] = accounts.map((name) => name === 'adRevenue' || name === 'sales');

/** Places of the accounts, for booking in loops. */
export const AccountIndex = Object.freeze(
  Object.fromEntries(accounts.map((name, i) => [name, i])),
) as Readonly<Record<Account, number>>;

export const MICROS_PER_CENT = 1_000_000;

/** Whole micro-units of an amount in currency units. */
export function micros(units: number): number {
  return Math.round(units * 100 * MICROS_PER_CENT);
}

export interface Ledger {
  readonly segments: number;
  /** Micro-units since the last close, by account and segment; never negative. */
  readonly open: Float64Array;
  /** Cents booked in the whole run, by account and segment. */
  readonly booked: Float64Array;
  /** Cents booked on each day, by account. */
  readonly byDay: readonly Float64Array[];
  /** Cents in cash: what came in less what went out. */
  cash: number;
}

export function openLedger(days: number, segments: number): Ledger {
  return {
    segments,
    open: new Float64Array(accounts.length * segments),
    booked: new Float64Array(accounts.length * segments),
    byDay: accounts.map(() => new Float64Array(days)),
    cash: 0,
  };
}

/** Books `micro` (whole, >= 0) to an account. A segment is that of the person whom it concerns. */
export function book(ledger: Ledger, account: number, segment: number, micro: number): void {
  ledger.open[account * ledger.segments + segment] += micro;
}

/** Books `micro` for every member of today to an account. */
export function bookPerMember(
  { ledger, people }: Pick<Model, 'ledger' | 'people'>,
  account: number,
  micro: number,
): void {
  const { status, segment } = people;
  const members = new Int32Array(ledger.segments);
  for (let p = 0; p < people.count; p++) if (status[p] === Status.member) members[segment[p]]++;
  for (let s = 0; s < ledger.segments; s++) book(ledger, account, s, members[s] * micro);
}

/** Turns the day's whole cents into bookings and carries the rest. */
export function closeDay(ledger: Ledger, day: number): void {
  const { segments, open, booked, byDay } = ledger;
  for (let account = 0; account < accounts.length; account++) {
    let sum = 0;
    for (let i = account * segments; i < (account + 1) * segments; i++) {
      const cents = Math.floor(open[i] / MICROS_PER_CENT);
      open[i] -= cents * MICROS_PER_CENT;
      booked[i] += cents;
      sum += cents;
    }
    byDay[account][day] = sum;
    ledger.cash += earns[account] ? sum : -sum;
  }
}

/** Revenue less costs of a day. [cents] */
export function netOf(ledger: Ledger, day: number): number {
  let net = 0;
  for (let account = 0; account < accounts.length; account++) {
    net += earns[account] ? ledger.byDay[account][day] : -ledger.byDay[account][day];
  }
  return net;
}
