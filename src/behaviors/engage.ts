/**
 * Engage: visitors write, ask, and find their five needs met or not.
 *
 *   posts     ~ Poisson(the person's own rate, x lively beyond livelyFrom friends)   very unequal, van Mierlo 2014
 *   content C <- C exp(-ln 2 / halfLife) overnight, + posts, by category; first posts and the operator's are there before others read
 *   content met = 1 - exp(-fitting posts / enough);  fitting = focus C(favorite) + (1 - focus) mean of the others
 *   perks met   = holds a coupon or a membership, else what levels give;  answers met = no fresh unanswered question
 *   circle met  = min(1, friends / 5);  identity met = days inside / (days inside + 90)         levels: climb.ts
 *   questions ~ at most one with chance asks, and Poisson(questions) beside it; members answer each with chance `answered`,
 *   help desks what is left to them, knowledge bases some at once (answer.ts)
 *   satisfaction <- satisfaction + (weighted mean of the five - satisfaction) / settle
 *
 * The five needs are the operators' own list (content, perks, answers, circle, identity); weights are assumptions.
 */
import type { Model, SegmentValues } from '../engine/model.ts';
import { CATEGORIES } from '../population/draw-people.ts';
import { poissonQuantile } from '../random/distributions.ts';
import { draw, threshold, toUniform } from '../random/draw.ts';
import { exp } from '../random/math.ts';
import { answer, isForDesk, isKnown } from './answer.ts';
import { benefitsOf, leftByHelpers, rankOf } from './climb.ts';
import type { EngageValues } from './engage.parameters.ts';
import { membershipOf } from './subscribe.ts';

/** Friends at which the need for a circle is wholly met. */
const CIRCLE = 5;
/** Days inside at which the need for identity is half met. */
const BELONGING = 90;

/** Visitors write and ask; what they find settles how content they are. All meet the same content, that of before they write. */
export function engage(model: Model, day: number): void {
  const worth = worthByKind(model);
  write(model, day);
  ask(model, day);
  answer(model, day);
  settle(model, day, worth);
}

/** What is there to read loses value overnight; what is published later today is fresh. */
export function fade({ content, parameters }: Model): void {
  const kept = keptOvernight(parameters.engage);
  for (let c = 0; c < CATEGORIES; c++) content[c] *= kept;
}

/** Part of the content's value that a night leaves. */
export function keptOvernight({ halfLife }: EngageValues): number {
  return exp(-Math.LN2 / halfLife);
}

/** What the morning's content is worth, by segment and favorite category. */
function worthByKind({ segments, content, parameters }: Model): Float64Array {
  let all = 0;
  for (let c = 0; c < CATEGORIES; c++) all += content[c];
  const worth = new Float64Array(segments.length * CATEGORIES);
  for (let s = 0; s < segments.length; s++) {
    const { focus } = segments[s].people;
    for (let c = 0; c < CATEGORIES; c++) {
      const fitting = focus * content[c] + ((1 - focus) * (all - content[c])) / (CATEGORIES - 1);
      worth[s * CATEGORIES + c] = 1 - exp((-fitting * CATEGORIES) / parameters.engage.enough);
    }
  }
  return worth;
}

function write({ people, today, tally, content, parameters, stream }: Model, day: number): void {
  const { key, postRate, friends } = people;
  const { lively, livelyFrom } = parameters.engage;
  const { a, b } = stream('post').on(day);
  for (let i = 0; i < today.visitorCount; i++) {
    const p = today.visitors[i];
    const u = toUniform(draw(a, b, key[p]));
    const rate = friends[p] > livelyFrom ? lively * postRate[p] : postRate[p];
    if (u < 1 - rate) continue; // exp(-rate) >= 1 - rate: no post, without working it out
    const posts = poissonQuantile(u, rate);
    if (posts === 0) continue;
    people.posts[p] = Math.min(65_535, people.posts[p] + posts);
    people.lastPostOn[p] = day;
    tally.posts += posts;
    content[people.favorite[p]] += posts;
  }
}

function ask(model: Model, day: number): void {
  const { people, today, parameters, offers, tally, stream } = model;
  const { a, b } = stream('ask').on(day);
  const more = stream('ask:more').on(day);
  const { asks, questions } = parameters.engage;
  const bound = threshold(asks);
  const { answered } = parameters.engage;
  const left = offers.ladders.length > 0 ? leftByHelpers(model) : 1;
  const chance = left < 1 ? 1 - (1 - answered) * left : answered;
  for (let i = 0; i < today.visitorCount; i++) {
    const p = today.visitors[i];
    const key = people.key[p];
    const once = draw(a, b, key) < bound ? 1 : 0;
    const all = questions > 0 ? once + poissonQuantile(more.uniform(key), questions) : once;
    for (let event = 0; event < all; event++)
      if (offers.knowledge.length === 0 || !isKnown(model, day, p, event)) put(model, day, p, event, chance);
      else tally.answeredAtOnce++;
    tally.questions += all;
  }
}

/** p puts a question, the one of this number today: to members, and to a help desk where there is one for it. */
function put(
  { people, today, tally, offers, stream }: Model,
  day: number,
  p: number,
  event: number,
  chance: number,
) {
  const key = people.key[p];
  const answers = stream('answer').on(day);
  const drawn = event === 0 ? answers.draw(key) : answers.drawEvent(key, event);
  const answered = toUniform(drawn) < chance;
  if (isForDesk(offers, p, answered)) today.asked.push({ p, event, answered });
  else if (!answered) {
    tally.unanswered++;
    people.unansweredOn[p] = day;
  }
}

/** Weights of the five needs, brought to sum 1. */
function weightsOf({ people }: SegmentValues) {
  const { content, perks, answers, circle, identity } = people;
  const sum = content + perks + answers + circle + identity;
  const part = (weight: number): number => (sum > 0 ? weight / sum : 0);
  return {
    content: part(content),
    perks: part(perks),
    answers: part(answers),
    circle: part(circle),
    identity: part(identity),
  };
}

function settle(model: Model, day: number, worth: Float64Array): void {
  const { people, today, segments, parameters, offers } = model;
  const { segment, favorite, satisfaction, friends, joinedOn, couponUntil, unansweredOn } = people;
  const weights = segments.map(weightsOf);
  const { forgets } = parameters.engage;
  const step = 1 / parameters.engage.settle;
  const climbing = offers.ladders.length > 0;
  for (let i = 0; i < today.visitorCount; i++) {
    const p = today.visitors[i];
    const s = segment[p];
    const { content, perks, answers, circle, identity } = weights[s];
    const inside = day - joinedOn[p];
    let belongs = (identity * inside) / (inside + BELONGING);
    if (climbing) belongs = Math.max(belongs, identity * rankOf(offers, p));
    let met = content * worth[s * CATEGORIES + favorite[p]] + belongs;
    if (couponUntil[p] >= day || membershipOf(model, p, day) !== undefined) met += perks;
    else if (climbing) met += perks * benefitsOf(model, p);
    if (day - unansweredOn[p] > forgets) met += answers;
    met += friends[p] >= CIRCLE ? circle : (circle * friends[p]) / CIRCLE;
    satisfaction[p] += step * (met - satisfaction[p]);
  }
}
