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
  /** Has had a friend here. */
  befriended: 128,
  /** Has paid for something other than an order: a ticket, a membership, entry, a starter. */
  paid: 256,
  /** Holds a membership, or once held one. */
  subscribed: 512,
} as const;

/** A day that never was. */
export const NEVER = -32768;

/** First key of prospects, and of those beyond reach. */
export const PROSPECT_KEYS = 0x80000000;
export const BEYOND_KEYS = 0xc0000000;

/**
 * Columns of zeros for `count` people, of whom `founders` are founding members.
 *
 * One literal, not a loop over names: engines keep objects of one written shape fast, and turn others into hash tables.
 */
export function emptyPeople(count: number, founders: number) {
  return {
    count,
    founders,

    key: new Uint32Array(count),
    segment: new Uint8Array(count),
    /** Category that they care for most. [0 .. 3] */
    favorite: new Uint8Array(count),
    /** Log-odds of coming on a day, habit of that level taken out. */
    visitLogit: new Float32Array(count),
    /** Posts a visit. */
    postRate: new Float32Array(count),
    /** Shares a visit. */
    shareRate: new Float32Array(count),
    /** Weight of annoyance; mean 1. */
    tolerance: new Float32Array(count),
    /** Needs a day. */
    needRate: new Float32Array(count),
    facts: new Uint16Array(count),

    status: new Uint8Array(count),
    channel: new Uint8Array(count),
    joinedOn: new Int16Array(count),
    /** Day on which they last fell silent or left. */
    silentOn: new Int16Array(count),
    lastVisitOn: new Int16Array(count),
    lastPostOn: new Int16Array(count),
    lastOrderOn: new Int16Array(count),
    /** Day of their latest question that nobody answered. */
    unansweredOn: new Int16Array(count),
    /** Log-odds of falling silent on a day, with enough ties and ordinary satisfaction. */
    exitLogit: new Float32Array(count),
    /** Log-odds against falling silent that tactics have built; it fades. */
    bond: new Float32Array(count),
    /** Share of recent days with a visit. */
    habit: new Float32Array(count),
    /** [0, 1], ordinary .5. */
    satisfaction: new Float32Array(count),
    /** [0, 1] */
    trust: new Float32Array(count),
    /** Annoyance-weighted ads an hour on the latest visit. */
    faced: new Float32Array(count),
    /** The slow memory of `faced`. */
    annoyed: new Float32Array(count),
    /** Largest usage loss so far: what has already driven people out. */
    peakLoss: new Float32Array(count),
    /** Recent ads seen. */
    exposures: new Float32Array(count),
    /** Ads shown in the current week (at most 255). */
    weekAds: new Uint8Array(count),
    /** Awake ties. */
    friends: new Uint16Array(count),
    /** Friends who came yesterday (at most 255), and who come today. */
    activeFriends: new Uint8Array(count),
    activeToday: new Uint8Array(count),
    complaintsSeen: new Uint8Array(count),
    departuresSeen: new Uint8Array(count),
    posts: new Uint16Array(count),
    orders: new Uint16Array(count),
    /** Number of needs so far: the event number of the need clock. */
    needs: new Uint16Array(count),
    /** Moment at which the current need opens. [days] */
    needOn: new Float32Array(count),
    /** Price that they are used to, in times the usual list price. */
    usedTo: new Float32Array(count),
    /** How much deal-seeking they have learned, in 255ths. */
    learned: new Uint8Array(count),
    couponOn: new Int16Array(count),
    couponUntil: new Int16Array(count),
    /** Hundredths of a percent off, of the coupon they hold or held last. */
    couponDepth: new Uint16Array(count),
    /** People who ever invited them (at most 255). */
    inviters: new Uint8Array(count),
    /** Hazard of joining that yesterday's invitations and views put on them. */
    pull: new Float32Array(count),
  };
}

export type People = Readonly<ReturnType<typeof emptyPeople>>;

type Column = Exclude<keyof People, 'count' | 'founders'>;
const names = Object.keys(emptyPeople(0, 0)).filter(
  (name) => name !== 'count' && name !== 'founders',
) as Column[];

/** Bytes that a person takes. */
export const bytesPerPerson: number = names.reduce(
  (sum, name) => sum + emptyPeople(0, 0)[name].BYTES_PER_ELEMENT,
  0,
);

/** The same people once more: what one arm does to them is unknown to the others. */
export function copyPeople(people: People): People {
  const copy = emptyPeople(people.count, people.founders);
  for (const name of names) copy[name].set(people[name]);
  return copy;
}
