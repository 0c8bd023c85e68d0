/**
 * A log of events as a table of targets: a line for each thing that somebody did.
 *
 *   person   any name that stays the same
 *   day      from 1; or `date`, of which the first in the log is day 1
 *   event    join, visit, post, purchase, leave, tie
 *   amount   of purchases, in the currency of the scenario; without the column no revenue is fitted
 *   other    of ties: with whom
 *
 * By windows of 7 days, of 30 days where the log is over 26 weeks long; n and s are of one window, sums of squares over its people:
 *
 *   joins          joins in the window                             error sqrt(n)
 *   weeklyActives  people who came in it (activeMembers by 30 days)       sqrt(n)
 *   posts, orders, sales   what people did in it                          sqrt(sum s^2)
 *   members        came so far and not left, where leaves are logged; who does not join is there from the start
 *                                                                         sqrt(joins and leaves so far)
 *   tiesPerMember  both ends of the ties so far, by member                2 sqrt(ties) / members
 *
 * Errors are never below that of one event. Windows that end in the last quarter of days are held out. A kind of event that the
 * log never has makes no target. Members who fell silent without a word are members here and not in the model, so that
 * `members` fits a community only whose leaves are seen.
 */
import { metricIndex, metrics } from '../../metrics/definitions.ts';
import { dayNumber } from '../day-number.ts';
import { columnsOf, FitFileError, type FitProblem, type FitRule, type Row } from '../fit-rows.ts';
import { type CalibrationTarget, holdOutLast } from './targets.ts';

const kinds = ['join', 'visit', 'post', 'purchase', 'leave', 'tie'] as const;
type Kind = (typeof kinds)[number];

export interface LogEvent {
  readonly person: string;
  /** From 1. */
  readonly day: number;
  readonly event: Kind;
  readonly amount: number | null;
  readonly other: string | null;
}

const PERSON = ['person', 'member', 'user', 'customer', 'id'];
const WEEK = 7;
const MONTH = 30;
/** Logs longer than this are read by months. [days] */
const LONG = 26 * WEEK;
const FEWEST_WINDOWS = 4;
const HELD_OUT = 0.25;

/** Reads a log; throws a `FitFileError` with all that is wrong with it. */
export function readEvents(
  rows: readonly Row[],
  horizonDays: number,
  problems: FitProblem[] = [],
): LogEvent[] {
  const found = rows.length > 0 ? readRows(rows, horizonDays, problems) : [];
  const last = lastDay(found);
  if (problems.length === 0 && last < FEWEST_WINDOWS * WEEK)
    problems.push({
      line: rows[rows.length - 1].line,
      column: 1,
      path: 'day',
      rule: 'tooShort',
      detail: String(WEEK),
    });
  if (problems.length > 0) throw new FitFileError(problems);
  return found;
}

/** Logs are long: their days are no arguments of one call. */
const lastDay = (events: readonly LogEvent[]): number =>
  events.reduce((most, { day }) => Math.max(most, day), 0);

interface Places {
  readonly person: number;
  readonly when: number;
  readonly isDate: boolean;
  readonly event: number;
  readonly amount: number | null;
  readonly other: number | null;
}

function placesIn(head: Row, problems: FitProblem[]): Places | null {
  const place = (names: readonly string[]) => columnsOf(head, [names])?.[0] ?? null;
  const [person, event] = [place(PERSON), place(['event', 'kind', 'type'])];
  const [day, date] = [place(['day']), place(['date', 'time', 'timestamp'])];
  const when = day ?? date;
  if (person === null || event === null || when === null) {
    const detail = 'person,day,event,amount,other';
    problems.push({ line: head.line, column: 1, path: '', rule: 'columns', detail });
    return null;
  }
  if (day !== null && date !== null)
    problems.push({ line: head.line, column: head.fields[date].column, path: 'date', rule: 'oneTime' });
  return { person, when, isDate: day === null, event, amount: place(['amount']), other: place(['other']) };
}

function readRows(rows: readonly Row[], horizonDays: number, problems: FitProblem[]): LogEvent[] {
  const [head, ...body] = rows;
  const places = placesIn(head, problems);
  if (places === null) return [];
  const events = body.flatMap((row) => {
    const event = readEvent(row, places, problems);
    return event === null ? [] : [{ event, row }];
  });
  const earliest = events.reduce((least, { event }) => Math.min(least, event.day), Number.POSITIVE_INFINITY);
  const first = places.isDate ? earliest - 1 : 0;
  const late = events.find(({ event }) => event.day - first > horizonDays);
  if (late !== undefined)
    problems.push(
      wrongAt(late.row, places.when, places.isDate ? 'date' : 'day', 'horizon', String(horizonDays)),
    );
  return events.map(({ event }) => ({ ...event, day: event.day - first }));
}

function readEvent(row: Row, places: Places, problems: FitProblem[]): LogEvent | null {
  const text = (place: number | null) => (place === null ? '' : (row.fields[place]?.text.trim() ?? ''));
  const before = problems.length;
  const wrong = (place: number, path: string, rule: FitRule) => {
    problems.push(wrongAt(row, place, path, text(place) === '' ? 'missing' : rule));
  };
  const person = text(places.person);
  if (person === '') wrong(places.person, 'person', 'missing');
  const when = text(places.when);
  const day = places.isDate ? dayNumber(when) : /^[1-9]\d{0,5}(?:\.0*)?$/.test(when) ? Number(when) : null;
  if (day === null) wrong(places.when, places.isDate ? 'date' : 'day', places.isDate ? 'date' : 'day');
  const event = kinds.find((kind) => kind === text(places.event).toLowerCase());
  if (event === undefined) wrong(places.event, 'event', 'event');
  const isPaid = event === 'purchase' && places.amount !== null;
  const amount = isPaid && /^\d+(?:\.\d*)?$/.test(text(places.amount)) ? Number(text(places.amount)) : null;
  if (isPaid && amount === null) wrong(places.amount ?? 0, 'amount', 'number');
  const other = event === 'tie' ? text(places.other) : null;
  if (other === '') wrong(places.other ?? row.fields.length, 'other', 'missing');
  if (problems.length > before || day === null || event === undefined) return null;
  return { person, day, event, amount, other };
}

function wrongAt(row: Row, place: number, path: string, rule: FitRule, detail?: string): FitProblem {
  const field = row.fields[place];
  const last = row.fields[row.fields.length - 1];
  return {
    line: row.line,
    column: field?.column ?? last.column + last.text.length,
    path,
    rule,
    ...(field !== undefined && rule !== 'missing' && { value: field.text }),
    ...(detail !== undefined && { detail }),
  };
}

/** The targets that a log makes. */
export function targetsOfEvents(events: readonly LogEvent[], holdOut = HELD_OUT): CalibrationTarget[] {
  const last = lastDay(events);
  const window = last > LONG ? MONTH : WEEK;
  const ends = Array.from({ length: Math.floor(last / window) }, (_, i) => (i + 1) * window);
  const byWindow = new Map<string, LogEvent[]>();
  for (const event of events) {
    const key = `${event.event} ${Math.ceil(event.day / window) * window}`;
    const list = byWindow.get(key);
    if (list === undefined) byWindow.set(key, [event]);
    else list.push(event);
  }
  const within = (kind: Kind, end: number): readonly LogEvent[] => byWindow.get(`${kind} ${end}`) ?? [];
  const seen = new Set(events.map(({ event }) => event));
  const has = (kind: Kind) => seen.has(kind);
  const targets: CalibrationTarget[] = [];
  const add = (name: string, day: number, days: number, value: number, error: number) => {
    const metric = metrics[metricIndex[name]];
    targets.push({ metric, day, days, value, error, heldOut: false, counted: true });
  };
  const standing = new Standing(events);
  const paid = events.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  const usual = paid.reduce((sum, amount) => sum + amount, 0) / paid.length;
  for (const end of ends) {
    const count = within('join', end).length;
    if (has('join')) add('joins', end, window, count, Math.sqrt(Math.max(1, count)));
    if (has('visit')) {
      const came = new Set(within('visit', end).map(({ person }) => person)).size;
      add(window === WEEK ? 'weeklyActives' : 'activeMembers', end, 1, came, Math.sqrt(Math.max(1, came)));
    }
    for (const [kind, name] of [
      ['post', 'posts'],
      ['purchase', 'orders'],
    ] as const)
      if (has(kind)) add(name, end, window, ...clustered(within(kind, end), () => 1, 1));
    if (paid.length > 0)
      add('sales', end, window, ...clustered(within('purchase', end), ({ amount }) => amount ?? 0, usual));
    const { members, moves, ties } = standing.upTo(end);
    if (has('leave')) add('members', end, 1, members, Math.sqrt(Math.max(1, moves)));
    if (has('tie') && members > 0)
      add('tiesPerMember', end, 1, (2 * ties) / members, (2 * Math.sqrt(Math.max(1, ties))) / members);
  }
  return holdOutLast(targets, holdOut);
}

/** A total over events, and its error where each person's part comes as one. */
function clustered(
  events: readonly LogEvent[],
  of: (event: LogEvent) => number,
  least: number,
): [value: number, error: number] {
  const byPerson = new Map<string, number>();
  for (const event of events) byPerson.set(event.person, (byPerson.get(event.person) ?? 0) + of(event));
  const parts = [...byPerson.values()];
  const squares = parts.reduce((sum, part) => sum + part * part, 0);
  return [parts.reduce((sum, part) => sum + part, 0), Math.max(least, Math.sqrt(squares))];
}

/** Who is there, and which ties there are, evening by evening. */
class Standing {
  private readonly events: readonly LogEvent[];
  private readonly inside: Set<string>;
  private readonly ties = new Set<string>();
  private moves = 0;
  private next = 0;

  constructor(events: readonly LogEvent[]) {
    // On one day people come before they go.
    const order = (kind: Kind) => (kind === 'leave' ? 1 : 0);
    this.events = [...events].sort((a, b) => a.day - b.day || order(a.event) - order(b.event));
    const joiners = new Set(events.filter(({ event }) => event === 'join').map(({ person }) => person));
    const all = events.flatMap(({ person, other }) => (other === null ? [person] : [person, other]));
    this.inside = new Set(all.filter((person) => !joiners.has(person)));
  }

  /** Evenings must rise. */
  upTo(end: number): { readonly members: number; readonly moves: number; readonly ties: number } {
    for (; this.next < this.events.length && this.events[this.next].day <= end; this.next++) {
      const { person, event, other } = this.events[this.next];
      if (event === 'join') this.inside.add(person);
      else if (event === 'leave') this.inside.delete(person);
      else if (event === 'tie') this.ties.add([person, other].sort().join('\n'));
      if (event === 'join' || event === 'leave') this.moves++;
    }
    return { members: this.inside.size, moves: this.moves, ties: this.ties.size };
  }
}
