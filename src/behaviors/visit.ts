/**
 * Visit: who comes today.
 *
 *   log-odds = base + habit H + satisfaction (S - 1/2) + friends A / max(n, enough) + nudge
 *   chance   = logistic(log-odds) x exp(-fewer X)
 *   H <- H + (visited or kept away by annoyance - H) / habitDays
 *
 * base: the person's own, habit of that level taken out, so that an ordinary person on ordinary days comes with chance
 * `people.visits`. n: awake friends, A: those of them who came yesterday; with few friends their number counts, with many
 * their share (Wu et al. 2013). nudge: reminders and occasions of today (tactics). X: usage loss by annoyance (ad-response.ts). The published loss is all that a person's own
 * annoyance comes to, the habit that goes with missed visits included, so a visit that annoyance alone prevents takes no
 * habit away: it would count twice. Newcomers are here on their first day.
 */
import type { Model } from '../engine/model.ts';
import { type ForSome, isFor } from '../population/audience.ts';
import { ORDINARY } from '../population/draw-people.ts';
import { EARLIEST } from '../population/friendships.ts';
import { NEVER, Status } from '../population/people.ts';
import { draw } from '../random/draw.ts';
import { exp } from '../random/math.ts';
import { chanceFromLogit } from '../random/rates.ts';

/** Days without a visit after which one counts as a lurker's who has woken up. */
const AWAY = 14;

/** Decide who comes, then let them be seen by their friends. */
export function visit(model: Model, day: number): void {
  decide(model, day);
  beSeen(model, day);
}

/** The latest visitors whom something is for: before `visit` has run those of yesterday. */
export function visitorsFor({ today }: Model, { audience }: ForSome): number[] {
  const found: number[] = [];
  for (let i = 0; i < today.visitorCount; i++)
    if (isFor(audience, today.visitors[i])) found.push(today.visitors[i]);
  return found;
}

/** Gives somebody a reason to come today: a message, an occasion. [log-odds] */
export function remind({ today }: Model, p: number, logOdds: number): void {
  today.nudge[p] += logOdds;
  today.isNudged = true;
}

/** By place: the day of the last occasion of a kind. */
export function lastOccasions({ occasions, people }: Model, kind: string): Int16Array {
  let last = occasions.get(kind);
  if (last === undefined) {
    last = new Int16Array(people.count).fill(NEVER);
    occasions.set(kind, last);
  }
  return last;
}

/** Part of an occasion's effect that has come back since the last one: d^2 / (d^2 + fresh^2) after d days; 1 the first time. */
export function renewed(last: number, day: number, fresh: number): number {
  if (last === NEVER) return 1;
  const squared = (day - last) * (day - last);
  return squared / (squared + fresh * fresh);
}

/** Gives the members of an audience a reason to come to an occasion of a kind; the less, the shorter ago theirs was. */
export function surprise(
  model: Model,
  { audience }: ForSome,
  kind: string,
  day: number,
  logOdds: number,
  fresh: number,
): void {
  const { count, status } = model.people;
  const last = lastOccasions(model, kind);
  for (let p = 0; p < count; p++) {
    if (status[p] !== Status.member || !isFor(audience, p)) continue;
    remind(model, p, logOdds * renewed(last[p], day, fresh));
    last[p] = day;
  }
}

function decide(model: Model, day: number): void {
  const { people, parameters, today, record, tally } = model;
  const { key, status, joinedOn, lastVisitOn, visitLogit, habit, satisfaction, friends, activeFriends } =
    people;
  const { faced, annoyed } = people;
  const { visit, leave, adResponse } = parameters;
  const enough = Math.max(1, leave.enough);
  const keep = 1 / visit.habitDays;
  const lossNow = -adResponse.fewer * adResponse.slope * adResponse.instant;
  const lossSlow = -adResponse.fewer * adResponse.slope * (1 - adResponse.instant);
  const { visitors, nudge, isNudged } = today;
  const { comeBack } = record;
  const { a, b } = model.stream('visit').on(day);
  let count = 0;
  activeFriends.set(people.activeToday);
  for (let p = 0; p < people.count; p++) {
    if (status[p] !== Status.member) continue;
    const n = friends[p];
    const active = activeFriends[p];
    let logit = visitLogit[p] + visit.habit * habit[p] + visit.satisfaction * (satisfaction[p] - ORDINARY);
    if (active > 0) logit += (visit.friends * active) / Math.max(n, enough);
    const own = logit;
    if (isNudged) logit += nudge[p];
    const bound = chanceFromLogit(logit);
    const drawn = draw(a, b, key[p]);
    if (drawn >= bound && joinedOn[p] !== day) {
      habit[p] -= keep * habit[p];
      continue;
    }
    habit[p] += keep * (1 - habit[p]);
    // Annoyance only lowers the chance, so it is worked out only for those who would come without it.
    const kept = annoyed[p] + faced[p] > 0 ? exp(lossNow * faced[p] + lossSlow * annoyed[p]) : 1;
    if (drawn < bound * kept || joinedOn[p] === day) {
      visitors[count++] = p;
      const last = lastVisitOn[p];
      if (last !== NEVER) comeBack[last]--;
      if (isNudged && nudge[p] !== 0 && joinedOn[p] < day && drawn >= chanceFromLogit(own) * kept) {
        tally.visitsCaused++;
        if (last !== NEVER && day - last > AWAY) tally.awakenings++;
      }
      lastVisitOn[p] = day;
    }
  }
  comeBack[day] += count;
  today.visitorCount = count;
  tally.visits += count;
}

/** Friends see who is here; friends who are both here keep their tie awake. */
function beSeen({ people, friendships, today }: Model, day: number): void {
  const { offsets, friends, metOn } = friendships;
  const { activeToday, lastVisitOn } = people;
  activeToday.fill(0);
  for (let i = 0; i < today.visitorCount; i++) {
    const p = today.visitors[i];
    if (people.friends[p] === 0) continue;
    for (let t = offsets[p]; t < offsets[p + 1]; t++) {
      if (metOn[t] < EARLIEST) continue;
      const q = friends[t];
      if (activeToday[q] < 255) activeToday[q]++;
      if (lastVisitOn[q] === day) metOn[t] = day;
    }
  }
}
