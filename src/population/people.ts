/**
 * People as columns: everything that is known of person p stands at place p of a typed array.
 *
 * Traits are drawn once a world and never change; state moves. `key` names a person in every draw, whatever their place:
 * founders are 0, 1, 2 ..., prospects 2^31, 2^31 + 1, ..., so that one more of either changes nobody else's draws.
 */

/** Where a person stands; `beyond` is outside the reachable market, for good. */
export const Status = { outside: 0, member: 1, dormant: 2, left: 3, beyond: 4 } as const;

/** How a person came. */
export const Channel = { founder: 0, organic: 1, invited: 2, paid: 3 } as const;

/** Yes-or-no facts, as bits of `facts`. */
export const Fact = {
  dealProne: 1,
  friendPaid: 2,
  referrer: 4,
  quit: 8,
  firstPosted: 16,
  firstReplied: 32,
  postedAgain: 64,
} as const;

/** A day that never was. */
export const NEVER = -32768;

/** First key of prospects, and of those beyond reach. */
export const PROSPECT_KEYS = 0x80000000;
export const BEYOND_KEYS = 0xc0000000;

const columns = {
  key: Uint32Array,
  segment: Uint8Array,
  /** Category that they care for most. [0 .. 3] */
  favorite: Uint8Array,
  /** Log-odds of coming on a day, habit of that level taken out. */
  visitLogit: Float32Array,
  /** Posts a visit. */
  postRate: Float32Array,
  /** Shares a visit. */
  shareRate: Float32Array,
  /** Weight of annoyance; mean 1. */
  tolerance: Float32Array,
  /** Needs a day. */
  needRate: Float32Array,
  facts: Uint8Array,

  status: Uint8Array,
  channel: Uint8Array,
  joinedOn: Int16Array,
  /** Day on which they last fell silent or left. */
  silentOn: Int16Array,
  lastVisitOn: Int16Array,
  lastPostOn: Int16Array,
  lastOrderOn: Int16Array,
  /** Day of their latest question that nobody answered. */
  unansweredOn: Int16Array,
  /** Log-odds of falling silent on a day, with enough ties and ordinary satisfaction. */
  exitLogit: Float32Array,
  /** Share of recent days with a visit. */
  habit: Float32Array,
  /** [0, 1], ordinary .5. */
  satisfaction: Float32Array,
  /** [0, 1] */
  trust: Float32Array,
  /** Annoyance-weighted ads an hour on the latest visit. */
  faced: Float32Array,
  /** The slow memory of `faced`. */
  annoyed: Float32Array,
  /** Largest usage loss so far: what has already driven people out. */
  peakLoss: Float32Array,
  /** Recent ads seen. */
  exposures: Float32Array,
  /** Ads shown in the current week (at most 255). */
  weekAds: Uint8Array,
  /** Awake ties. */
  friends: Uint16Array,
  /** Friends who came yesterday (at most 255), and who come today. */
  activeFriends: Uint8Array,
  activeToday: Uint8Array,
  complaintsSeen: Uint8Array,
  departuresSeen: Uint8Array,
  posts: Uint16Array,
  orders: Uint16Array,
  /** Number of needs so far: the event number of the need clock. */
  needs: Uint16Array,
  /** Moment at which the current need opens. [days] */
  needOn: Float32Array,
  /** Price that they are used to, as part of the list price. */
  usedTo: Float32Array,
  /** How much deal-seeking they have learned, in 255ths. */
  learned: Uint8Array,
  couponOn: Int16Array,
  couponUntil: Int16Array,
  /** Hundredths of a percent off, of the coupon they hold or held last. */
  couponDepth: Uint16Array,
  /** People who ever invited them (at most 255). */
  inviters: Uint8Array,
  /** Hazard of joining that yesterday's invitations and views put on them. */
  pull: Float32Array,
} as const;

type Columns = { readonly [name in keyof typeof columns]: InstanceType<(typeof columns)[name]> };

export interface People extends Columns {
  readonly count: number;
  /** Number of founding members. */
  readonly founders: number;
}

const names = Object.keys(columns) as (keyof typeof columns)[];

/** Bytes that a person takes. */
export const bytesPerPerson: number = names.reduce((sum, name) => sum + columns[name].BYTES_PER_ELEMENT, 0);

/** Columns of zeros for `count` people. Columns are added in one order, so that all People have one shape for the engine. */
export function emptyPeople(count: number, founders: number): People {
  const people: Record<string, unknown> = { count, founders };
  for (const name of names) people[name] = new columns[name](count);
  return people as unknown as People;
}

/** The same people once more: what one arm does to them is unknown to the others. */
export function copyPeople(people: People): People {
  const copy = emptyPeople(people.count, people.founders);
  for (const name of names) copy[name].set(people[name]);
  return copy;
}
