/** What must hold on the evening of every day, whatever the scenario. Each function lists what does not. */
import type { Model } from '../../src/engine/model.ts';
import { accounts, earns, MICROS_PER_CENT } from '../../src/metrics/ledger.ts';
import { EARLIEST } from '../../src/population/friendships.ts';
import { NEVER, Status } from '../../src/population/people.ts';
import { findTie } from '../../src/population/ties.ts';

/** Ties are awake at both ends, among members only, and counted. */
export function tieFaults({ people, friendships: ties }: Model): string[] {
  const found: string[] = [];
  for (let p = 0; p < people.count; p++) {
    let awake = 0;
    for (let t = ties.offsets[p]; t < ties.offsets[p + 1]; t++) {
      const q = ties.friends[t];
      const [here, there] = [ties.metOn[t], ties.metOn[findTie(ties, q, p)]];
      if (here < EARLIEST !== there < EARLIEST) found.push(`tie ${p}-${q} is awake at one end`);
      if (here < EARLIEST) continue;
      awake++;
      if (here !== there) found.push(`tie ${p}-${q} met on ${here} and ${there}`);
      if (people.status[p] !== Status.member) found.push(`${p} is no member but has a friend`);
    }
    if (awake !== people.friends[p]) found.push(`${p} has ${awake} friends, counted ${people.friends[p]}`);
  }
  return found;
}

/** Nobody outside has done anything, nobody gone does. */
export function lifeFaults({ people, today }: Model, day: number): string[] {
  const found: string[] = [];
  const visitors = new Set(today.visitors.subarray(0, today.visitorCount));
  for (let p = 0; p < people.count; p++) {
    const status = people.status[p];
    if (status === Status.outside || status === Status.beyond) {
      const did = people.orders[p] + people.posts[p] + people.friends[p] + people.exposures[p];
      if (did > 0 || people.lastVisitOn[p] !== NEVER) found.push(`${p} is outside but did something`);
      if (people.couponOn[p] !== NEVER) found.push(`${p} is outside but got a coupon`);
    }
    if (people.lastOrderOn[p] === day && !visitors.has(p)) found.push(`${p} bought but did not come`);
    if (people.lastPostOn[p] === day && !visitors.has(p)) found.push(`${p} wrote but did not come`);
    if (people.lastVisitOn[p] > day || people.joinedOn[p] > day) found.push(`${p} lives tomorrow`);
  }
  return found;
}

/** What became of somebody in a day. */
const LEGAL = new Set(
  [
    [Status.outside, Status.outside],
    [Status.outside, Status.member],
    [Status.outside, Status.dormant], // joined and fell silent on one day
    [Status.outside, Status.left],
    [Status.member, Status.member],
    [Status.member, Status.dormant],
    [Status.member, Status.left],
    [Status.dormant, Status.dormant],
    [Status.dormant, Status.member],
    [Status.dormant, Status.left],
    [Status.left, Status.left],
    [Status.beyond, Status.beyond],
  ].map(([from, to]) => `${from} ${to}`),
);

export function statusFaults(before: Uint8Array, { people }: Model): string[] {
  return [...before.keys()]
    .filter((p) => !LEGAL.has(`${before[p]} ${people.status[p]}`))
    .map((p) => `${p} went from ${before[p]} to ${people.status[p]}`);
}

/** All that was ever booked, each account by its sign. [micro-units] */
function microsOf({ segments, booked, open }: Model['ledger'], sign: (account: number) => number): number {
  let all = 0;
  for (let i = 0; i < booked.length; i++)
    all += sign(Math.floor(i / segments)) * (booked[i] * MICROS_PER_CENT + open[i]);
  return all;
}

/** The books balance. */
export function moneyFaults({ ledger }: Model, day: number): string[] {
  const found: string[] = [];
  let cash = 0;
  for (const [account, name] of accounts.entries()) {
    let bySegment = 0;
    for (let i = account * ledger.segments; i < (account + 1) * ledger.segments; i++) {
      bySegment += ledger.booked[i];
      const open = ledger.open[i];
      if (!(open >= 0 && open < MICROS_PER_CENT && Number.isInteger(open)))
        found.push(`${name} leaves ${open}`);
    }
    let byDay = 0;
    for (let d = 0; d <= day; d++) byDay += ledger.byDay[account][d];
    if (byDay !== bySegment) found.push(`${name}: ${byDay} by day, ${bySegment} by segment`);
    if (ledger.byDay[account][day] < 0) found.push(`${name} is negative`);
    cash += earns[account] ? byDay : -byDay;
  }
  if (cash !== ledger.cash) found.push(`cash ${ledger.cash}, but ${cash} was booked`);
  const net = microsOf(ledger, (account) => (earns[account] ? 1 : -1));
  for (const [name, { open, booked }] of Object.entries({ cells: ledger.cells, channels: ledger.channels })) {
    let kept = 0;
    for (let i = 0; i < open.length; i++) kept += booked[i] * MICROS_PER_CENT + open[i];
    if (kept !== net) found.push(`${name} keep ${kept} micro-units, accounts ${net}`);
  }
  return found;
}

/** Daily values that have no number before the first chain, first post or question at a desk, or where they are not asked for. */
const mayHaveNone = new Set([
  'reached',
  'clustering',
  'chainsEnded',
  'chainLength',
  'chainVariance',
  'chainsThisLong',
  'chainsThisDeep',
  'deskWaited',
  'deskWait',
  'deskTime',
  'firstReplies',
  'posterK',
  'postersEnded',
  'repostReplied',
  'repostUnreplied',
  'posterK',
  'postersEnded',
  'recallReturns',
  'recallControl',
]);

const isNumber = (x: number): boolean => !Number.isNaN(x); // who never or always comes has log-odds without end

/** Every column holds numbers, and shares lie in [0, 1]. */
export function columnFaults({ people, content, record, tactics }: Model, day: number): string[] {
  const found: string[] = [];
  for (const [name, column] of Object.entries(people))
    if (column instanceof Float32Array && !column.every(name === 'visitLogit' ? isNumber : Number.isFinite))
      found.push(`${name} is not finite`);
  for (const name of ['habit', 'satisfaction', 'trust'] as const)
    if (!people[name].every((x) => x >= 0 && x <= 1.000001)) found.push(`${name} is out of [0, 1]`);
  // Nobody is used to more than the usual price, times what price lists put on it.
  const dearest = tactics
    .filter(({ tactic }) => tactic.name === 'prices')
    .reduce((most, { values }) => most * Math.max(1, values.level), 1);
  if (!people.usedTo.every((x) => x >= 0 && x <= dearest * 1.000001))
    found.push(`usedTo is out of [0, ${dearest}]`);
  for (const name of ['faced', 'annoyed', 'peakLoss', 'exposures', 'tolerance', 'needRate', 'pull'] as const)
    if (!people[name].every((x) => x >= 0)) found.push(`${name} is negative`);
  if (!content.every((x) => x >= 0 && Number.isFinite(x))) found.push(`content is ${content}`);
  for (const [name, days] of Object.entries(record.daily))
    if (Number.isNaN(days[day]) && record.daily.members[day] > 0 && !mayHaveNone.has(name))
      found.push(`${name} has no number`);
  return found;
}
