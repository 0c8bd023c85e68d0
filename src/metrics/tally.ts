/** What is counted as a day goes by, by the name of its metric. `record` writes it down and starts afresh. */
export function newTally() {
  return {
    organicJoins: 0,
    invitedJoins: 0,
    paidJoins: 0,
    leaves: 0,
    silences: 0,
    returns: 0,
    visits: 0,
    visitsCaused: 0,
    awakenings: 0,
    hours: 0,
    posts: 0,
    questions: 0,
    unanswered: 0,
    answeredAtOnce: 0,
    firstPosts: 0,
    adsShown: 0,
    adClicks: 0,
    complaints: 0,
    couponsGiven: 0,
    couponsRedeemed: 0,
    couponOrdersCaused: 0,
    envelopes: 0,
    proposals: 0,
    proposalsTimely: 0,
    orders: 0,
    starters: 0,
    attendances: 0,
    staffHours: 0,
    renewals: 0,
    shares: 0,
    views: 0,
    invitations: 0,
    posterScans: 0,
    posterForwards: 0,
    posterJoins: 0,
    recallMessages: 0,
    recalled: 0,
    refused: 0,
  };
}

export type Tally = ReturnType<typeof newTally>;

/** The names of what is counted. */
export const tallied = Object.keys(newTally()) as readonly (keyof Tally)[];

export function clearTally(tally: Tally): void {
  for (const name of tallied) tally[name] = 0;
}
