/** What one arm comes to in each segment: those metrics that can be split so that their parts mean what the whole does. */
import type { Model } from '../engine/model.ts';
import { usageLoss } from '../population/annoyance.ts';
import { Channel, Status } from '../population/people.ts';
import { exp } from '../random/math.ts';
import { type Account, accounts, netCents } from './ledger.ts';

/** Followed shares by metric. */
const followed = [
  'day1Return',
  'day7Return',
  'day30Return',
  'day90Return',
  'retention30',
  'retention90',
] as const;

/** What is summed or counted over the people of a segment. The parts sum to the whole. */
const counts = [
  'members',
  'activeMembers',
  'dormant',
  'joins',
  'organicJoins',
  'invitedJoins',
  'paidJoins',
  'orders',
  'adsShown',
  'complaints',
] as const;

/** Means and shares among the people of a segment; NaN where there is nobody to take them of. */
const means = [
  'satisfaction',
  'trust',
  'tiesPerMember',
  'moreThan4',
  'moreThan6',
  'annoyance',
  'posters',
  'buyers',
  'adsPerMemberWeek',
  'retentionEnd',
] as const;

/** Metrics with a number for each segment. The parts of those that are sums of money or counts add up to the whole. */
export const segmentMetrics = ['netRevenue', ...accounts, ...counts, ...means, ...followed] as const;
export type SegmentMetric = (typeof segmentMetrics)[number];

/** The segment metrics whose parts add up to the whole, money to the cent. */
export const additiveMetrics: readonly SegmentMetric[] = ['netRevenue', ...accounts, ...counts];

/** One number per segment by metric; and `people`, how many of the segment were ever inside. */
export type SegmentValues = Readonly<Record<SegmentMetric | 'people', Float64Array>>;

const ratio = (part: Float64Array, whole: Float64Array): Float64Array =>
  part.map((value, s) => (whole[s] > 0 ? value / whole[s] : Number.NaN));

/** Every segment metric at the end of a run. */
export function segmentsOf(model: Model): SegmentValues {
  const { record, ledger, days } = model;
  const { people, posters, buyers, founders, foundersLeft, active, ...counted } = countEver(model);
  const money = accounts.map((name, account) => [name, moneyOf(model, account)] as const);
  const seven = record.adsShown.map((shown) => (days >= 7 ? 7 * shown : Number.NaN));
  return {
    people,
    netRevenue: netCents(ledger).map((cents) => cents / 100),
    ...(Object.fromEntries(money) as Record<Account, Float64Array>),
    ...counted,
    activeMembers: active,
    adsShown: record.adsShown.slice(),
    complaints: record.complaints.slice(),
    ...meansOf(model, counted.members),
    posters: ratio(posters, people),
    buyers: ratio(buyers, people),
    adsPerMemberWeek: ratio(seven, record.memberDays),
    retentionEnd: ratio(foundersLeft, founders),
    ...followedOf(model),
  };
}

function moneyOf({ ledger }: Model, account: number): Float64Array {
  const { segments, booked } = ledger;
  return booked.slice(account * segments, (account + 1) * segments).map((cents) => cents / 100);
}

function followedOf({ record }: Model): Record<(typeof followed)[number], Float64Array> {
  const shares = [...record.retention, ...record.returns].map(({ metric, seen, did }) => [
    metric,
    ratio(Float64Array.from(did), Float64Array.from(seen)),
  ]);
  return Object.fromEntries(shares) as Record<(typeof followed)[number], Float64Array>;
}

/** Counts of those who were ever inside. */
function countEver({ people, record, ledger, days }: Model) {
  const zero = (): Float64Array => new Float64Array(ledger.segments);
  const sums = {
    people: zero(),
    members: zero(),
    active: zero(),
    dormant: zero(),
    joins: zero(),
    organicJoins: zero(),
    invitedJoins: zero(),
    paidJoins: zero(),
    orders: zero(),
    posters: zero(),
    buyers: zero(),
    founders: zero(),
    foundersLeft: zero(),
  };
  for (let i = 0; i < record.joinedCount; i++) {
    const p = record.joined[i];
    const s = people.segment[p];
    const isMember = people.status[p] === Status.member;
    sums.people[s]++;
    if (isMember) sums.members[s]++;
    if (isMember && people.lastVisitOn[p] >= Math.max(0, days - 30)) sums.active[s]++;
    if (people.status[p] === Status.dormant) sums.dormant[s]++;
    sums.orders[s] += people.orders[p];
    if (people.posts[p] > 0) sums.posters[s]++;
    if (people.orders[p] > 0) sums.buyers[s]++;
    const channel = people.channel[p];
    if (channel === Channel.founder) {
      sums.founders[s]++;
      if (isMember) sums.foundersLeft[s]++;
      continue;
    }
    sums.joins[s]++;
    if (channel === Channel.organic) sums.organicJoins[s]++;
    else if (channel === Channel.invited) sums.invitedJoins[s]++;
    else sums.paidJoins[s]++;
  }
  return sums;
}

/** What members of each segment are like on the last evening. */
function meansOf({ people, parameters, ledger, today }: Model, members: Float64Array) {
  const zero = (): Float64Array => new Float64Array(ledger.segments);
  const [content, trusting, ties, over4, over6, lost] = [zero(), zero(), zero(), zero(), zero(), zero()];
  for (let p = 0; p < people.count; p++) {
    if (people.status[p] !== Status.member) continue;
    const s = people.segment[p];
    content[s] += people.satisfaction[p];
    trusting[s] += people.trust[p];
    ties[s] += people.friends[p];
    if (people.friends[p] > 4) over4[s]++;
    if (people.friends[p] > 6) over6[s]++;
    if (today.adsSeen) lost[s] += usageLoss(parameters.adResponse, people.faced[p], people.annoyed[p]);
  }
  return {
    satisfaction: ratio(content, members),
    trust: ratio(trusting, members),
    tiesPerMember: ratio(ties, members),
    moreThan4: ratio(over4, members),
    moreThan6: ratio(over6, members),
    annoyance: ratio(lost, members).map((loss) => 1 - exp(-loss)),
  };
}
