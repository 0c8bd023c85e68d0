/**
 * Chains of shares since day 0: how many have ended, how long they were, how deep they went.
 *
 *   length   shares in all, the first included         depth   times that it was passed on in a row
 *
 * A chain that reached 1,000 shares has taken off and is followed no further: it counts among all chains, its length and
 * depth in no mean. So the mean and the variance are those of chains that end, whatever the reach.
 */

/** Length at which a chain of shares counts as taken off and is followed no further. */
export const TAKEN_OFF = 1000;

export function openChains() {
  return {
    started: 0,
    ended: 0,
    /** Over chains that ended: sum of lengths and of their squares. */
    lengths: 0,
    squares: 0,
    /** Of the length and of the depth that the scenario asks for. */
    thisLong: 0,
    thisDeep: 0,
  };
}

export type Chains = ReturnType<typeof openChains>;

/** Counts a chain that has ended or, at `TAKEN_OFF` shares, taken off. */
export function countChain(
  chains: Chains,
  asked: { readonly length: number; readonly depth: number },
  length: number,
  depth: number,
): void {
  chains.started++;
  if (length >= TAKEN_OFF) return;
  chains.ended++;
  chains.lengths += length;
  chains.squares += length * length;
  if (length === asked.length) chains.thisLong++;
  if (depth === asked.depth) chains.thisDeep++;
}

export function openCampaigns() {
  return { begun: 0, ended: 0, postings: 0, forwards: 0 };
}

export type Campaigns = ReturnType<typeof openCampaigns>;

/** Counts a poster campaign that has ended or taken off: of `postings` in all, `followed` were followed and had `forwards`. */
export function countCampaign(
  campaigns: Campaigns,
  followed: number,
  forwards: number,
  postings: number,
): void {
  campaigns.begun++;
  if (postings < TAKEN_OFF) campaigns.ended++;
  campaigns.postings += followed;
  campaigns.forwards += forwards;
}

/** The metrics of poster campaigns on the evening of a day; NaN as long as there was none. */
export function writeCampaigns(
  { begun, ended, postings, forwards }: Campaigns,
  daily: Readonly<Record<string, Float64Array>>,
  day: number,
): void {
  daily.postersEnded[day] = ended / begun;
  daily.posterK[day] = forwards / postings;
}

/** The metrics of chains on the evening of a day; NaN as long as there was none. */
export function writeChains(
  { started, ended, lengths, squares, thisLong, thisDeep }: Chains,
  daily: Readonly<Record<string, Float64Array>>,
  day: number,
): void {
  daily.chainsEnded[day] = ended / started;
  daily.chainLength[day] = lengths / ended;
  daily.chainVariance[day] = ended > 1 ? (squares - (lengths * lengths) / ended) / (ended - 1) : Number.NaN;
  daily.chainsThisLong[day] = thisLong / started;
  daily.chainsThisDeep[day] = thisDeep / started;
}
