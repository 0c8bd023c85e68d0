/**
 * The money of one arm in one world: double entry by day, account and segment, in whole minor units (cents).
 *
 * Every booking moves money between an account and cash, so all accounts and cash sum to zero at all times. Amounts
 * come in micro-units (a millionth of a cent), since one ad costs a fraction of a cent: they are summed exactly, whole
 * cents are booked when the day closes and the remainder is carried over.
 *
 * Beside it the same money is kept by the channel through which that person came, and by cell: by the month in which the person whom it concerns joined, and how many
 * months they had been inside, revenue less costs.
 */
import type { Model } from '../engine/model.ts';
import { type Audience, everybody, type ForSome, isFor } from '../population/audience.ts';
import { CATEGORIES } from '../population/draw-people.ts';
import { type People, Status } from '../population/people.ts';
import { monthOfDays, monthsBegun } from './calendar.ts';

export const accounts = [
  'adRevenue',
  'sales',
  'starterRevenue',
  'ticketRevenue',
  'membershipRevenue',
  'entryRevenue',
  'goodsCost',
  'discountCost',
  'couponCost',
  'starterCost',
  'envelopeCost',
  'proposalCost',
  'targetingCost',
  'acquisitionCost',
  'referralCost',
  'posterCost',
  'recallCost',
  'contentCost',
  'activityCost',
  'staffCost',
  'membershipCost',
  'levelsCost',
  'ritualCost',
  'onboardingCost',
  'deskCost',
] as const;
export type Account = (typeof accounts)[number];

const income: readonly string[] = [
  'adRevenue',
  'sales',
  'starterRevenue',
  'ticketRevenue',
  'membershipRevenue',
  'entryRevenue',
];

/** Which accounts bring money in; the others cost. */
export const earns: readonly boolean[] = accounts.map((name) => income.includes(name));

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
  readonly cells: Cells;
  /** Of everybody, and of the audience that was asked for last. */
  readonly census: Census;
  readonly aimed: Census;
  /** Revenue less costs by channel. */
  readonly channels: Pot;
  /** Cents booked on each day, revenue less costs, that concern people who joined in the run. */
  readonly newcomers: Float64Array;
}

/** Revenue less costs. */
interface Pot {
  /** Micro-units since the last close. */
  readonly open: Float64Array;
  /** Cents booked. */
  readonly booked: Float64Array;
}

/** Places for channels; more than there are. */
const CHANNELS = 8;

/** Revenue less costs by cohort and age: at [cohort * months + age]. Cohort 0 are founders. */
interface Cells extends Pot {
  readonly months: number;
  /** The month of a run or of a life that a day is in. */
  readonly monthOf: Uint16Array;
  /** The day that is open. */
  today: number;
}

/** How many members there are, by where their money is kept and by favorite, and the one of the lowest key. */
interface Census {
  /** Whether it holds. */
  isFresh: boolean;
  members: number;
  first: number;
  readonly bySegment: Int32Array;
  readonly byChannel: Int32Array;
  readonly byFavorite: Int32Array;
  /** By day of joining, founders first. */
  readonly byJoining: Int32Array;
  readonly byCell: Int32Array;
  /** The day of which `byCell` is, -1 while it is of none. */
  cellsOn: number;
}

const openCensus = (days: number, segments: number, cells: number): Census => ({
  isFresh: false,
  members: 0,
  first: 0,
  bySegment: new Int32Array(segments),
  byChannel: new Int32Array(CHANNELS),
  byFavorite: new Int32Array(CATEGORIES),
  byJoining: new Int32Array(days + 1),
  byCell: new Int32Array(cells),
  cellsOn: -1,
});

export function openLedger(days: number, segments: number): Ledger {
  const months = monthsBegun(days);
  const cells = (months + 1) * months;
  return {
    segments,
    open: new Float64Array(accounts.length * segments),
    booked: new Float64Array(accounts.length * segments),
    byDay: accounts.map(() => new Float64Array(days)),
    cash: 0,
    channels: { open: new Float64Array(CHANNELS), booked: new Float64Array(CHANNELS) },
    newcomers: new Float64Array(days),
    cells: {
      months,
      monthOf: monthOfDays(days),
      open: new Float64Array(cells),
      booked: new Float64Array(cells),
      today: 0,
    },
    census: openCensus(days, segments, cells),
    aimed: openCensus(days, segments, cells),
  };
}

type Books = Pick<Model, 'ledger' | 'people'>;

/** Books `micro` (whole, >= 0) to an account. It concerns person p, who is inside or has been. */
export function book({ ledger, people }: Books, account: number, p: number, micro: number): void {
  const { segments, open, cells, channels } = ledger;
  const signed = earns[account] ? micro : -micro;
  open[account * segments + people.segment[p]] += micro;
  cells.open[cellOf(cells, people.joinedOn[p])] += signed;
  channels.open[people.channel[p]] += signed;
}

/** Where money of today is kept that concerns somebody who joined on a day; founders joined before day 0. */
function cellOf({ months, monthOf, today }: Cells, joinedOn: number): number {
  return joinedOn < 0 ? monthOf[today] : (1 + monthOf[joinedOn]) * months + monthOf[today - joinedOn];
}

/** Books `micro` for every member of today, or for those of an audience that was counted, to an account. */
export function bookPerMember(
  books: Books,
  account: number,
  micro: number,
  { bySegment, byChannel, byCell }: Census = counted(books, everybody),
): void {
  const { open, segments, cells, channels } = books.ledger;
  const signed = earns[account] ? micro : -micro;
  for (let s = 0; s < segments; s++) open[account * segments + s] += bySegment[s] * micro;
  for (let c = 0; c < CHANNELS; c++) channels.open[c] += byChannel[c] * signed;
  for (let c = 0; c < byCell.length; c++) if (byCell[c] > 0) cells.open[c] += byCell[c] * signed;
}

/** Members of an audience. Everybody is counted once; then who comes and goes is added and taken away. */
export function counted({ ledger, people }: Books, { audience }: ForSome): Census {
  const census = audience === null ? ledger.census : ledger.aimed;
  if (audience !== null || !census.isFresh) count(census, people, audience);
  if (census.cellsOn !== ledger.cells.today) countCells(census, ledger.cells);
  return census;
}

function count(census: Census, people: People, audience: Audience | null): void {
  census.members = 0;
  census.cellsOn = -1;
  for (const counts of [census.bySegment, census.byChannel, census.byFavorite, census.byJoining])
    counts.fill(0);
  for (let p = 0; p < people.count; p++)
    if (people.status[p] === Status.member && isFor(audience, p)) add(census, people, p, 1);
  census.isFresh = true;
}

/** p comes (1) or goes (-1). */
function add(census: Census, { segment, channel, favorite, joinedOn, key }: People, p: number, one: 1 | -1) {
  if (one === 1 && (census.members === 0 || key[p] < key[census.first])) census.first = p;
  census.members += one;
  census.bySegment[segment[p]] += one;
  census.byChannel[channel[p]] += one;
  census.byFavorite[favorite[p]] += one;
  census.byJoining[Math.max(0, joinedOn[p] + 1)] += one;
  census.cellsOn = -1;
}

function countCells(census: Census, cells: Cells): void {
  const { byCell, byJoining } = census;
  byCell.fill(0);
  for (let day = -1; day <= cells.today; day++) byCell[cellOf(cells, day)] += byJoining[day + 1];
  census.cellsOn = cells.today;
}

/** p has become a member. */
export function countIn({ ledger: { census }, people }: Books, p: number): void {
  if (census.isFresh) add(census, people, p, 1);
}

/** p is a member no more. */
export function countOut({ ledger: { census }, people }: Books, p: number): void {
  if (!census.isFresh) return;
  if (p === census.first) census.isFresh = false;
  else add(census, people, p, -1);
}

/** Members have changed in some other way. */
export function recount({ census }: Ledger): void {
  census.isFresh = false;
}

/**
 * Books `micro` (whole, >= 0) to all members of today alike, and what does not divide to the one of the lowest key; all of
 * it to whoever has that where nobody is inside.
 */
export function bookShared(books: Books, account: number, micro: number): void {
  const census = counted(books, everybody);
  const { members, first } = census;
  const each = members > 0 ? Math.floor(micro / members) : 0;
  if (members > 0) bookPerMember(books, account, each, census);
  book(books, account, members > 0 ? first : lowest(books.people.key), micro - each * members);
}

/** Place of the lowest key. */
function lowest(key: Uint32Array): number {
  let first = 0;
  for (let p = 0; p < key.length; p++) if (key[p] < key[first]) first = p;
  return first;
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
    if (day === byDay[account].length - 1) sum += bookRest(ledger, account);
    byDay[account][day] = sum;
    ledger.cash += earns[account] ? sum : -sum;
  }
  close(ledger.cells);
  ledger.cells.today = day + 1;
  ledger.newcomers[day] = close(ledger.channels);
}

/** On the last day: whole cents that are left of an account over all segments, in the segments with most of it. */
function bookRest({ segments, open, booked }: Ledger, account: number): number {
  const places = Array.from({ length: segments }, (_, s) => account * segments + s);
  const left = places.reduce((sum, i) => sum + open[i], 0);
  const cents = Math.floor(left / MICROS_PER_CENT);
  places.sort((i, j) => open[j] - open[i] || i - j);
  for (const i of places.slice(0, cents)) booked[i]++;
  for (const i of places) open[i] = 0;
  open[account * segments] = left - cents * MICROS_PER_CENT;
  return cents;
}

/** Books whole cents; returns how many of them do not concern founders, who are at the first place of channels. */
function close({ open, booked }: Pot): number {
  let others = 0;
  for (let i = 0; i < open.length; i++) {
    const cents = Math.floor(open[i] / MICROS_PER_CENT);
    open[i] -= cents * MICROS_PER_CENT;
    booked[i] += cents;
    if (i > 0) others += cents;
  }
  return others;
}

/** Revenue less costs of a day. [cents] */
export function netOf(ledger: Ledger, day: number): number {
  let net = 0;
  for (let account = 0; account < accounts.length; account++) {
    net += earns[account] ? ledger.byDay[account][day] : -ledger.byDay[account][day];
  }
  return net;
}

/** Revenue less costs of the whole run by segment. [cents] */
export function netCents({ segments, booked }: Ledger): Float64Array {
  const net = new Float64Array(segments);
  for (let i = 0; i < booked.length; i++)
    net[i % segments] += earns[Math.floor(i / segments)] ? booked[i] : -booked[i];
  return net;
}
