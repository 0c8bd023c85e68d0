/**
 * Leave: who falls silent, who leaves for good, who comes back by themselves.
 *
 *   log-odds of falling silent today
 *     = the person's own + perTie max(0, enough - n) - perActive max(0, n - enough) A / n
 *       - satisfaction (S - 1/2) + unanswered (1 - days since the question / forgets) - bond B + rivals
 *   rivals = max(0, pull - perFriend n - perYear years inside), where there are any (tactics/rivals.ts)
 *   B <- B exp(-1 / bondDays)
 *   chance = 1 - (1 - logistic(log-odds)) exp(-rate - exit max(0, X - largest X so far))
 *   a newcomer is exposed for the rest of the first day only, from a keyed moment on
 *   of those who fall silent `atOnce` leave for good; the dormant leave at rate forGood and come back at rate back
 *
 * B: what activities have built (attend.ts).
 * rate: the same for everybody, off by default; alone it gives geometric retention exp(-rate t) and, against arrivals, the
 * ceiling arrivals / rate. n: awake friends, A: those who came today (Wu et al. 2013); own: Beta-distributed, so heterogeneity alone gives a
 * falling curve (sBG, Fader and Hardie 2007). perTie to infinity is the k-core rule (Garcia et al. 2013). X: usage loss
 * by annoyance (ad-response.ts); its `exit` part, 1 - shorter - fewer, drives people out as it rises, so that the share
 * who are gone follows the published course at any load. Sources: leave.parameters.ts.
 */
import type { Model } from '../engine/model.ts';
import { YEAR_DAYS } from '../metrics/calendar.ts';
import { countIn, countOut } from '../metrics/ledger.ts';
import { noteReturn } from '../metrics/recalls.ts';
import { isFor } from '../population/audience.ts';
import { ORDINARY } from '../population/draw-people.ts';
import { EARLIEST, putToSleep } from '../population/friendships.ts';
import { NEVER, Status } from '../population/people.ts';
import { draw } from '../random/draw.ts';
import { exp } from '../random/math.ts';
import { chanceFromLogit, chanceFromRate, rateFromChance, SCALE } from '../random/rates.ts';

/** Decide on everybody, then change their status, then let their friends notice. */
export function leave(model: Model, day: number): void {
  const silent = fallingSilent(model, day);
  moveDormant(model, day);
  silence(model, silent, day);
}

/** What communities elsewhere add to p's log-odds of falling silent. */
function pullOfRivals({ people, offers }: Model, p: number, day: number): number {
  const { rivals } = offers;
  let sum = 0;
  for (let i = 0; i < rivals.length; i++) {
    const { pull, perFriend, perYear } = rivals[i];
    const left = pull - perFriend * people.friends[p] - (perYear * (day - people.joinedOn[p])) / YEAR_DAYS;
    if (left > 0 && isFor(rivals[i].audience, p)) sum += left;
  }
  return sum;
}

function fallingSilent(model: Model, day: number): number[] {
  const { people, parameters, today, offers, stream } = model;
  const { key, status, joinedOn, exitLogit, friends, activeToday, satisfaction, unansweredOn } = people;
  const { faced, annoyed, peakLoss, bond } = people;
  const { leave, engage, adResponse } = parameters;
  const { enough, perTie, perActive } = leave;
  const exit = 1 - adResponse.shorter - adResponse.fewer;
  const kept = exp(-leave.rate);
  const holds = exp(-1 / leave.bondDays);
  const lossNow = adResponse.slope * adResponse.instant;
  const lossSlow = adResponse.slope * (1 - adResponse.instant);
  const { a, b } = stream('leave').on(day);
  const moment = stream('join:moment').on(day);
  const rivalry = offers.rivals.reduce((sum, { pull }) => sum + pull, 0); // at most
  const silent: number[] = [];
  for (let p = 0; p < people.count; p++) {
    if (status[p] !== Status.member) continue;
    const n = friends[p];
    let logit = exitLogit[p] - leave.satisfaction * (satisfaction[p] - ORDINARY) - bond[p];
    bond[p] *= holds;
    if (n < enough) logit += perTie * (enough - n);
    else if (n > enough) logit -= (perActive * (n - enough) * activeToday[p]) / n;
    const asked = day - unansweredOn[p];
    if (asked < engage.forgets) logit += leave.unanswered * (1 - asked / engage.forgets);
    const drawn = draw(a, b, key[p]);
    let more = 0;
    if (today.adsSeen) {
      const loss = lossNow * faced[p] + lossSlow * annoyed[p];
      more = Math.max(0, exit * (loss - peakLoss[p]));
      if (more > 0) peakLoss[p] = loss;
    }
    // 1 - (1 - h) exp(-x) <= h + x: what costs time is worked out only where that leaves it open.
    let bound = chanceFromLogit(logit + rivalry);
    const risen = SCALE * (1 - kept + more);
    if (rivalry > 0 && drawn < bound + risen) bound = chanceFromLogit(logit + pullOfRivals(model, p, day));
    if (kept < 1) bound = SCALE - (SCALE - bound) * kept;
    if (more > 0 && drawn < bound + SCALE * more) bound = SCALE - (SCALE - bound) * exp(-more);
    if (joinedOn[p] === day) bound = forRestOfDay(bound, moment.uniform(key[p]));
    if (drawn < bound) silent.push(p);
  }
  return silent;
}

/** The bound of somebody who is here from `moment` on, a part of the day. */
function forRestOfDay(bound: number, moment: number): number {
  if (bound >= SCALE) return bound;
  return SCALE * chanceFromRate(rateFromChance(bound / SCALE) * (1 - moment));
}

/** Some of the dormant leave for good, some come back; those who fall silent today are not yet among them. */
function moveDormant(model: Model, day: number): void {
  const { people, parameters, tally, stream } = model;
  const { forGood, back } = parameters.leave;
  const chance = chanceFromRate(forGood + back);
  if (chance === 0) return;
  const moves = stream('dormant').on(day);
  for (let p = 0; p < people.count; p++) {
    if (people.status[p] !== Status.dormant) continue;
    const u = moves.uniform(people.key[p]);
    if (u >= chance) continue;
    if (u < (chance * back) / (forGood + back)) {
      comeBack(model, p, day);
    } else {
      people.status[p] = Status.left;
      people.silentOn[p] = day;
      tally.leaves++;
    }
  }
}

/** Makes one of the dormant a member again, from this evening on. */
export function comeBack(model: Model, p: number, day: number): void {
  const { people, tally, record, days } = model;
  people.status[p] = Status.member;
  countIn(model, p);
  if (people.lastVisitOn[p] !== NEVER) record.earlierVisits.set(p, people.lastVisitOn[p]);
  people.lastVisitOn[p] = NEVER; // what they did in their first life is not counted again
  record.memberDays[people.segment[p]] += days - day;
  tally.returns++;
  noteReturn(record.recalls, p);
}

function silence(model: Model, silent: readonly number[], day: number): void {
  const { people, friendships, parameters, tally, record, days, stream } = model;
  const { offsets, friends, metOn } = friendships;
  const atOnce = stream('leave:at once').on(day);
  for (const p of silent) {
    const gone = atOnce.uniform(people.key[p]) < parameters.leave.atOnce;
    people.status[p] = gone ? Status.left : Status.dormant;
    countOut(model, p);
    people.silentOn[p] = day;
    people.complaintsSeen[p] = 0;
    people.departuresSeen[p] = 0;
    if (people.lastVisitOn[p] !== NEVER) record.comeBack[people.lastVisitOn[p]]--;
    record.memberDays[people.segment[p]] -= days - day;
    tally.silences++;
    if (gone) tally.leaves++;
  }
  for (const p of silent) {
    for (let t = offsets[p]; t < offsets[p + 1] && people.friends[p] > 0; t++) {
      if (metOn[t] < EARLIEST) continue;
      const q = friends[t];
      if (people.status[q] === Status.member && people.departuresSeen[q] < 255) people.departuresSeen[q]++;
      putToSleep(friendships, people, p, t);
    }
  }
}
