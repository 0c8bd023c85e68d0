/**
 * The day's record: a column per metric, a row per day; and at the end one number per metric.
 *
 * Retention N: share still a member after N whole days, among those seen that long. Return N: share of newcomers who
 * came on day N after joining. Both are read off as their day comes, from people in the order in which they joined.
 */

import type { Model } from '../engine/model.ts';
import { usageLoss } from '../population/annoyance.ts';
import { awakeTies } from '../population/friendships.ts';
import { measureClustering } from '../population/networks-triangles.ts';
import { Channel, Fact, type People, Status } from '../population/people.ts';
import { isRanked, levelOf, Role, roleOf } from '../population/standing.ts';
import { exp } from '../random/math.ts';
import {
  type Campaigns,
  type Chains,
  openCampaigns,
  openChains,
  writeCampaigns,
  writeChains,
} from './chains.ts';
import { type Ages, followAges, openAges } from './cohorts.ts';
import { metricIndex, metrics } from './definitions.ts';
import { meansSoFar } from './helpdesks.ts';
import { accounts, closeDay, netOf } from './ledger.ts';
import { seenFrom } from './presence.ts';
import { openRecalls, type Recalls } from './recalls.ts';
import { clearTally, tallied } from './tally.ts';
import { ratio, worthOf } from './value.ts';

const RETENTION_DAYS = [30, 90] as const;
const RETURN_DAYS = [1, 7, 30, 90] as const;

/** How many of those who were seen for long enough did what is asked, by segment. */
interface Followed {
  readonly metric: string;
  readonly days: number;
  /** Next place in `joined` to look at. */
  next: number;
  readonly seen: Int32Array;
  readonly did: Int32Array;
}

export interface DayRecord {
  /** Daily values by metric, for every metric that has them. */
  readonly daily: Readonly<Record<string, Float64Array>>;
  /** People whose latest visit was on a day, by that day. */
  readonly comeBack: Int32Array;
  /** Places of all who were ever inside, founders first, then newcomers as they came. */
  readonly joined: Int32Array;
  joinedCount: number;
  readonly retention: readonly Followed[];
  readonly returns: readonly Followed[];
  readonly ages: Ages;
  readonly chains: Chains;
  readonly campaigns: Campaigns;
  /** What became of first posts so far. */
  readonly firsts: { posts: number; replied: number; again: number; againReplied: number };
  readonly recalls: Recalls;
  /** Evenings as members of the run, by segment: credited to its end when a stay begins, taken back when it ends. */
  readonly memberDays: Float64Array;
  /** Ads shown and complaints in the whole run, by segment. */
  readonly adsShown: Float64Array;
  readonly complaints: Float64Array;
  /** Latest visit before they fell silent of those who came back, by place: their column starts afresh. */
  readonly earlierVisits: Map<number, number>;
}

export function openRecord(days: number, people: People, segments: number): DayRecord {
  const daily = metrics
    .filter((m) => m.summary !== 'state')
    .map((m) => [m.name, new Float64Array(days)] as const);
  const follow = (after: number, metric: string): Followed => ({
    metric,
    days: after,
    next: 0,
    seen: new Int32Array(segments),
    did: new Int32Array(segments),
  });
  const record: DayRecord = {
    daily: Object.fromEntries(daily),
    comeBack: new Int32Array(days),
    joined: new Int32Array(people.count),
    joinedCount: 0,
    retention: RETENTION_DAYS.map((after) => follow(after, `retention${after}`)),
    returns: RETURN_DAYS.map((after) => follow(after, `day${after}Return`)),
    ages: openAges(days),
    chains: openChains(),
    campaigns: openCampaigns(),
    firsts: { posts: 0, replied: 0, again: 0, againReplied: 0 },
    recalls: openRecalls(),
    memberDays: new Float64Array(segments),
    adsShown: new Float64Array(segments),
    complaints: new Float64Array(segments),
    earlierVisits: new Map(),
  };
  for (let p = 0; p < people.count; p++)
    if (people.status[p] === Status.member) {
      record.joined[record.joinedCount++] = p;
      record.memberDays[people.segment[p]] += days;
    }
  return record;
}

/** Writes the day down and starts the next on a clean page. */
export function recordDay(model: Model, day: number): void {
  const { record, today, tally } = model;
  for (const p of today.newcomers) record.joined[record.joinedCount++] = p;
  closeDay(model.ledger, day);
  writeMoney(model, day);
  writeTally(model, day);
  writeFirsts(model, day);
  writeRecalls(record, day);
  writeDesks(model, day);
  writeMembers(model, day);
  writeStanding(model, day);
  writeClustering(model, day);
  writeChains(record.chains, record.daily, day);
  writeCampaigns(record.campaigns, record.daily, day);
  writeSpread(model, day);
  writeMemberships(model, day);
  follow(model, day);
  followAges(model, day);
  clearTally(tally);
}

/** Levels and roles of members tonight. */
function writeStanding({ people, standings, record: { daily } }: Model, day: number): void {
  if (standings.length === 0) return;
  let levels = 0;
  let helpers = 0;
  let admins = 0;
  for (let i = 0; i < standings.length; i++) {
    for (const p of standings[i].ranked) {
      if (people.status[p] !== Status.member || isRanked(standings, p, i)) continue; // each person once
      levels += levelOf(standings, p);
      const role = roleOf(standings, p);
      if (role === Role.helper) helpers++;
      else if (role === Role.admin) admins++;
    }
  }
  daily.helpers[day] = helpers;
  daily.admins[day] = admins;
  daily.meanLevel[day] = daily.members[day] > 0 ? levels / daily.members[day] : 0;
}

/** How often friends of a member are friends, where the scenario asks for it. */
function writeClustering({ people, friendships, parameters, record }: Model, day: number): void {
  const members = record.daily.members[day];
  if (parameters.ties.measured === 0 || members === 0) {
    record.daily.clustering[day] = Number.NaN;
    return;
  }
  record.daily.clustering[day] =
    (measureClustering(awakeTies(friendships)).meanLocal * people.count) / members;
}

function writeSpread({ spread, record }: Model, day: number): void {
  if (spread === null) return;
  const { starters, reached } = spread;
  record.daily.spreadReached[day] = ratio(reached - starters, record.joinedCount - starters);
  record.daily.spreading[day] = spread.spreadToday;
}

function writeMemberships({ memberships, people, record: { daily } }: Model, day: number): void {
  let paying = 0;
  for (const [p, { isPaid }] of memberships) if (isPaid && people.status[p] === Status.member) paying++;
  daily.payingMembers[day] = paying;
  daily.payingShare[day] = ratio(paying, daily.members[day]);
}

function writeMoney({ ledger, record }: Model, day: number): void {
  for (let i = 0; i < accounts.length; i++) record.daily[accounts[i]][day] = ledger.byDay[i][day] / 100;
  record.daily.netRevenue[day] = netOf(ledger, day) / 100;
}

function writeTally({ people, reachable, tally, record }: Model, day: number): void {
  for (const name of tallied) record.daily[name][day] = tally[name];
  record.daily.reached[day] = ratio(record.joinedCount - people.founders, reachable - people.founders);
  record.daily.joins[day] = tally.organicJoins + tally.invitedJoins + tally.paidJoins;
}

/** What became of first posts so far: first posts and what follows them happen on the day of joining. */
function writeFirsts({ people, today, record: { firsts, daily } }: Model, day: number): void {
  for (const p of today.newcomers) {
    const facts = people.facts[p];
    if ((facts & Fact.firstPosted) === 0) continue;
    const replied = (facts & Fact.firstReplied) !== 0;
    firsts.posts++;
    if (replied) firsts.replied++;
    if ((facts & Fact.postedAgain) === 0) continue;
    firsts.again++;
    if (replied) firsts.againReplied++;
  }
  const { posts, replied, again, againReplied } = firsts;
  daily.firstReplies[day] = ratio(replied, posts);
  daily.repostReplied[day] = ratio(againReplied, replied);
  daily.repostUnreplied[day] = ratio(again - againReplied, posts - replied);
}

function writeRecalls({ recalls, daily }: DayRecord, day: number): void {
  const { written, writtenBack, heldOut, heldOutBack } = recalls;
  daily.recallReturns[day] = ratio(writtenBack, written);
  daily.recallControl[day] = ratio(heldOutBack, heldOut);
}

function writeDesks({ helpdesks, today, record: { daily } }: Model, day: number): void {
  const { waited, wait, time } = meansSoFar(helpdesks, day + 1);
  daily.deskQuestions[day] = today.asked.length;
  daily.deskWaited[day] = waited;
  daily.deskWait[day] = wait;
  daily.deskTime[day] = time;
  daily.deskQueue[day] = helpdesks.queueToday;
  daily.deskOpen[day] = helpdesks.openToday;
}

/** What members are like tonight, in one pass. */
function writeMembers({ people, parameters, record, today }: Model, day: number): void {
  const { status, satisfaction, trust, friends, faced, annoyed } = people;
  const { counted } = parameters.ties;
  let members = 0;
  let dormant = 0;
  let content = 0;
  let trusting = 0;
  let ties = 0;
  let over4 = 0;
  let over6 = 0;
  let thatMany = 0;
  let lost = 0;
  for (let p = 0; p < people.count; p++) {
    if (status[p] === Status.dormant) dormant++;
    if (status[p] !== Status.member) continue;
    members++;
    content += satisfaction[p];
    trusting += trust[p];
    ties += friends[p];
    if (friends[p] > 4) over4++;
    if (friends[p] > 6) over6++;
    if (friends[p] === counted) thatMany++;
    if (today.adsSeen) lost += usageLoss(parameters.adResponse, faced[p], annoyed[p]);
  }
  const { daily } = record;
  const mean = (sum: number): number => (members > 0 ? sum / members : Number.NaN);
  daily.members[day] = members;
  daily.stay[day] = ratio(eveningsSoFar(record, members, day), record.joinedCount);
  daily.dormant[day] = dormant;
  daily.satisfaction[day] = mean(content);
  daily.trust[day] = mean(trusting);
  daily.tiesPerMember[day] = mean(ties);
  daily.moreThan4[day] = mean(over4);
  daily.moreThan6[day] = mean(over6);
  daily.thatManyFriends[day] = mean(thatMany);
  daily.annoyance[day] = 1 - exp(-mean(lost));
  daily.weeklyActives[day] = cameWithin(record, day, 7);
  daily.activeMembers[day] = cameWithin(record, day, 30);
}

/** Evenings as members so far; by Little's law their mean a person, times people a day, is the mean of members. */
function eveningsSoFar({ memberDays, daily }: DayRecord, members: number, day: number): number {
  let credited = 0;
  for (const days of memberDays) credited += days;
  return credited - members * (daily.members.length - day - 1);
}

/** Members who came in the last `days` days, today included. */
function cameWithin({ comeBack }: DayRecord, day: number, days: number): number {
  let came = 0;
  for (let d = Math.max(0, day - days + 1); d <= day; d++) came += comeBack[d];
  return came;
}

/** Looks at those for whom today is the day that a retention or a return asks about. */
function follow({ people, record }: Model, day: number): void {
  for (const kept of record.retention) {
    for (; kept.next < record.joinedCount; kept.next++) {
      const p = record.joined[kept.next];
      if (seenFrom(people, p) > day - kept.days + 1) break;
      kept.seen[people.segment[p]]++;
      if (people.status[p] === Status.member) kept.did[people.segment[p]]++;
    }
  }
  for (const back of record.returns) {
    for (; back.next < record.joinedCount; back.next++) {
      const p = record.joined[back.next];
      if (seenFrom(people, p) > day - back.days) break;
      if (people.channel[p] === Channel.founder) continue;
      back.seen[people.segment[p]]++;
      if (people.lastVisitOn[p] === day) back.did[people.segment[p]]++;
    }
  }
}

/** One number per metric, in the order of `metrics`; NaN where there is none to give. */
export function outcomesOf(model: Model): Float64Array {
  const { record, days } = model;
  const outcomes = new Float64Array(metrics.length).fill(Number.NaN);
  for (let i = 0; i < metrics.length; i++) {
    const daily = record.daily[metrics[i].name];
    if (daily === undefined) continue;
    if (metrics[i].summary === 'last') outcomes[i] = daily[days - 1];
    else {
      let sum = 0;
      for (let d = 0; d < days; d++) sum += daily[d];
      outcomes[i] = metrics[i].summary === 'sum' ? sum : sum / days;
    }
  }
  // Money is summed in cents, so that a year of days adds up to the cent.
  for (const name of [...accounts, 'netRevenue'])
    outcomes[metricIndex[name]] = Math.round(outcomes[metricIndex[name]] * 100) / 100;
  for (const [name, value] of Object.entries(states(model))) outcomes[metricIndex[name]] = value;
  return outcomes;
}

/** The metrics that are read off people at the end. */
function states(model: Model): Record<string, number> {
  const { people, record, days } = model;
  const ever = record.joined.subarray(0, record.joinedCount);
  let posters = 0;
  let buyers = 0;
  let founders = 0;
  let foundersLeft = 0;
  for (const p of ever) {
    if (people.posts[p] > 0) posters++;
    if (people.orders[p] > 0) buyers++;
    if (people.channel[p] === Channel.founder) {
      founders++;
      if (people.status[p] === Status.member) foundersLeft++;
    }
  }
  const sum = (name: string): number => record.daily[name].reduce((total, value) => total + value, 0);
  const memberDays = sum('members');
  const inAll = (counts: Int32Array): number => counts.reduce((all, part) => all + part, 0);
  const followed = Object.fromEntries(
    [...record.retention, ...record.returns].map((f) => [f.metric, ratio(inAll(f.did), inAll(f.seen))]),
  );
  return {
    ...followed,
    ...worthOf(model),
    ...topShares(people, ever),
    posters: ratio(posters, ever.length),
    buyers: ratio(buyers, ever.length),
    retentionEnd: ratio(foundersLeft, founders),
    adsPerMemberWeek: days >= 7 ? ratio(7 * sum('adsShown'), memberDays) : Number.NaN,
    postsPerMemberWeek: ratio(7 * sum('posts'), memberDays),
    reproduction: ratio(sum('invitedJoins'), ever.length),
  };
}

/** Shares of all posts by the top 1 % of writers and by the next 9 %, among everybody who was ever inside. */
function topShares(people: People, ever: Int32Array): { topPosters: number; nextPosters: number } {
  const posts = Float64Array.from(ever, (p) => people.posts[p]).sort();
  const all = posts.reduce((total, n) => total + n, 0);
  const upTo = (share: number): number =>
    posts.subarray(posts.length - Math.round(posts.length * share)).reduce((total, n) => total + n, 0);
  return { topPosters: ratio(upTo(0.01), all), nextPosters: ratio(upTo(0.1) - upTo(0.01), all) };
}
