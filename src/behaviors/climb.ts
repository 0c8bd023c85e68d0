/**
 * Climb: points, levels and status; who strives for them, what they do for others, and what it is to lose them.
 *
 *   points   for a day with a visit, with a post, with an order; beside them `endowed` x step from the start
 *   level    min(levels, floor(points / step)), settled in the evening
 *   below the top, with part d of the way to the next level done, `responders` have odds of coming x (1 + gradient d);
 *            before the first level  responders + (headStart - responders) min(1, endowed / .2)  of them
 *   identity met = max(days inside / (days inside + 90), level / levels)                        (engage.ts)
 *   perks met    = b / (b + benefit), b = cost x level a month, for who holds no coupon
 *   helpers      of those from level `helpers` on, the part `volunteers`; of Q questions that today's visitors ask on average, H
 *                helpers and admins among them leave unanswered  exp(-helps H / Q)  of what others leave
 *   admins       the `admins` members of the top level with most points, each as long as they hold it;
 *                A of them came yesterday: a first post stays unanswered with chance x (1 - welcomes)^A; they invite `invites` times as often
 *   after each `keep` days without a visit one level is taken: points become those of the level below, bond - withdrawn
 *
 * Hoernle et al. 2020 (few respond to badges, those more near a threshold); Nunes and Dreze 2006 (endowed progress). Sizes:
 * climb.parameters.ts.
 */
import type { Model } from '../engine/model.ts';
import { type ForSome, isFor } from '../population/audience.ts';
import { Status } from '../population/people.ts';
import { dropUnranked, Role, type Standing, setLevel } from '../population/standing.ts';
import { draw, threshold } from '../random/draw.ts';
import { exp, log } from '../random/math.ts';
import { remind } from './visit.ts';

/** A programme of levels that is there today. */
export interface Ladder extends ForSome {
  readonly standing: Standing;
  /** Points for a day with a visit, a post, an order. */
  readonly visit: number;
  readonly post: number;
  readonly order: number;
  /** Points of a level, how many levels there are, and the part of the first that is given. */
  readonly step: number;
  readonly levels: number;
  readonly endowed: number;
  /** Level from which members may help, and seats of admins; 0 is none. */
  readonly helpers: number;
  readonly admins: number;
  /** Days without a visit that cost a level; 0 is none. */
  readonly keep: number;
  /** Benefits of a level in a month, in currency units. */
  readonly cost: number;
  /** The day on which the programme began. */
  readonly begunOn: number;
}

/** Part of the first level at which a head start has all its effect: two stamps of ten. */
const HEAD_START = 0.2;

/** Gives those who strive a reason to come. */
export function strive(model: Model): void {
  const { people, offers, stream } = model;
  for (const ladder of offers.ladders) {
    const { audience, standing } = ladder;
    const { pull } = standing;
    const luck = stream(`levels:strive:${standing.name}`).on(-1); // settles once and for all who responds
    const parts = striving(model, ladder);
    const most = Math.max(parts.first, parts.later);
    standing.responders ??= [...people.key.keys()].filter((p) => luck.uniform(people.key[p]) < most);
    for (const p of standing.responders) {
      if (people.status[p] !== Status.member || !isFor(audience, p)) continue;
      if (Number.isNaN(pull[p])) {
        const part = standing.level[p] === 0 ? parts.first : parts.later;
        pull[p] = luck.uniform(people.key[p]) < part ? pullOf(model, ladder, p) : 0;
      }
      if (pull[p] !== 0) remind(model, p, pull[p]);
    }
  }
}

/** Part of members who strive: on the way to the first level, and later on. */
function striving({ parameters }: Model, { endowed }: Ladder): { first: number; later: number } {
  const { responders, headStart } = parameters.climb;
  const begun = Math.min(1, endowed / HEAD_START);
  return { first: responders + (headStart - responders) * begun, later: responders };
}

/** What draws p, who strives, as their points are now. */
function pullOf({ parameters }: Model, { standing, step, levels, endowed }: Ladder, p: number): number {
  const { points, level } = standing;
  const done = points[p] / step + endowed - level[p];
  return done > 0 && level[p] < levels ? log(1 + parameters.climb.gradient * Math.min(1, done)) : 0;
}

/** Part of the need for identity that levels meet. */
export function rankOf({ ladders }: Model['offers'], p: number): number {
  let rank = 0;
  for (let i = 0; i < ladders.length; i++)
    if (isFor(ladders[i].audience, p))
      rank = Math.max(rank, ladders[i].standing.level[p] / ladders[i].levels);
  return Math.min(1, rank);
}

/** Part of the need for perks that benefits meet. */
export function benefitsOf({ offers: { ladders }, parameters }: Model, p: number): number {
  let sum = 0;
  for (let i = 0; i < ladders.length; i++)
    if (isFor(ladders[i].audience, p)) sum += ladders[i].cost * ladders[i].standing.level[p];
  return sum / (sum + parameters.climb.benefit);
}

/** Part of the questions that others leave unanswered which helpers who are here today leave, too. */
export function leftByHelpers({ offers: { ladders }, people, today, parameters }: Model): number {
  let here = 0;
  for (const { standing } of ladders)
    for (let i = 0; i < today.visitorCount; i++) if (standing.role[today.visitors[i]] !== Role.none) here++;
  if (here === 0 || people.count === 0) return 1;
  const { asks, questions } = parameters.engage;
  return exp((-parameters.climb.helps * here) / (today.visitorCount * (asks + questions)));
}

/** Part of the first posts that others leave unanswered which admins leave, too. */
export function leftByAdmins({ offers: { ladders }, people, parameters }: Model, day: number): number {
  let left = 1;
  for (const { standing } of ladders)
    for (const p of standing.ranked)
      if (standing.role[p] === Role.admin && people.lastVisitOn[p] === day - 1)
        left *= 1 - parameters.climb.welcomes;
  return left;
}

/** How many times as often p invites by being an admin. */
export function invitesOfAdmin({ offers: { ladders }, parameters }: Model, p: number): number {
  for (let i = 0; i < ladders.length; i++)
    if (ladders[i].standing.role[p] === Role.admin) return parameters.climb.invites;
  return 1;
}

/** In the evening: what the day has brought or cost, and who helps from tomorrow on. */
export function climb(model: Model, day: number): void {
  for (const ladder of model.offers.ladders) {
    earn(model, ladder, day);
    appoint(model, ladder);
  }
}

/** Points of the day, and levels by them; who was not here may lose one. */
function earn(model: Model, ladder: Ladder, day: number): void {
  const { people, today } = model;
  const { visitors, visitorCount } = today;
  const { standing, visit, post, order, audience } = ladder;
  const { lastPostOn, lastOrderOn, status } = people;
  if (ladder.keep > 0) for (const p of standing.ranked) lapse(model, ladder, p, day);
  if (ladder.endowed + ROUNDING >= 1)
    for (let p = 0; p < people.count; p++)
      if (status[p] === Status.member && isFor(audience, p)) settle(ladder, p);
  for (let i = 0; i < visitorCount; i++) {
    const p = visitors[i];
    if (!isFor(audience, p)) continue;
    standing.points[p] += visit;
    if (lastPostOn[p] === day) standing.points[p] += post;
    if (lastOrderOn[p] === day) standing.points[p] += order;
    settle(ladder, p);
  }
}

/** Takes a level from a member who has stayed away. */
function lapse({ people, parameters }: Model, ladder: Ladder, p: number, day: number): void {
  const { standing, step, endowed, keep, begunOn, audience } = ladder;
  const { status, lastVisitOn, joinedOn, silentOn, bond } = people;
  if (status[p] !== Status.member || standing.level[p] === 0 || !isFor(audience, p)) return;
  const away = day - Math.max(lastVisitOn[p], joinedOn[p], silentOn[p], begunOn);
  if (away <= 0 || away % keep !== 0) return;
  standing.points[p] = (standing.level[p] - 1 - endowed) * step;
  bond[p] -= parameters.climb.withdrawn;
  settle(ladder, p);
}

/** Brings p's level to their points. */
function settle({ standing, step, levels, endowed }: Ladder, p: number): void {
  setLevel(standing, p, Math.min(levels, Math.floor(standing.points[p] / step + endowed + ROUNDING)));
  standing.pull[p] = Number.NaN;
}

/** Keeps the sums of fractions from missing a level. */
const ROUNDING = 1e-6;

function appoint({ people, parameters, stream }: Model, ladder: Ladder): void {
  const { standing, levels, helpers, admins } = ladder;
  const { points, level, role, name } = standing;
  const { key, status } = people;
  const { a, b } = stream(`levels:helper:${name}`).on(-1);
  const willing = threshold(parameters.climb.volunteers);
  const candidates: number[] = [];
  const lowest = helpers > 0 ? Math.min(helpers, levels) : levels;
  let seats = admins;
  for (const p of standing.ranked) {
    if (role[p] === Role.none && level[p] < lowest) continue; // as yet for nothing
    const counts = status[p] === Status.member && isFor(ladder.audience, p);
    const atTop = counts && level[p] === levels;
    if (atTop && role[p] === Role.admin) {
      seats--;
      continue;
    }
    const helps = counts && helpers > 0 && level[p] >= helpers && draw(a, b, key[p]) < willing;
    role[p] = helps ? Role.helper : Role.none;
    if (atTop) candidates.push(p);
  }
  dropUnranked(standing);
  if (seats <= 0 || candidates.length === 0) return;
  const turns = stream(`levels:admin:${name}`).on(-1);
  candidates.sort((p, q) => points[q] - points[p] || turns.draw(key[p]) - turns.draw(key[q]));
  for (const p of candidates.slice(0, seats)) role[p] = Role.admin;
}
