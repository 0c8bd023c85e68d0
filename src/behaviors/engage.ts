/**
 * Engage: visitors write, ask, and find their five needs met or not.
 *
 *   posts     ~ Poisson(the person's own rate)                                   very unequal, van Mierlo 2014
 *   content C <- C exp(-ln 2 / halfLife) + posts, by category
 *   content met = 1 - exp(-fitting posts / enough);  fitting = focus C(favorite) + (1 - focus) mean of the others
 *   perks met   = holds a coupon;  answers met = no fresh unanswered question
 *   circle met  = min(1, friends / 5);  identity met = days inside / (days inside + 90)
 *   satisfaction <- satisfaction + (weighted mean of the five - satisfaction) / settle
 *
 * The five needs are the operators' own list (content, perks, answers, circle, identity); weights are assumptions.
 */
import type { Model, SegmentValues } from '../engine/model.ts';
import { CATEGORIES } from '../population/draw-people.ts';
import { poissonQuantile } from '../random/distributions.ts';
import { draw, threshold, toUniform } from '../random/draw.ts';
import { exp } from '../random/math.ts';
import type { EngageValues } from './engage.parameters.ts';

/** Friends at which the need for a circle is wholly met. */
const CIRCLE = 5;
/** Days inside at which the need for identity is half met. */
const BELONGING = 90;

/** Visitors write and ask; what they find settles how content they are. All meet the content of the morning. */
export function engage(model: Model, day: number): void {
  const { content, parameters } = model;
  for (let c = 0; c < CATEGORIES; c++) content[c] *= keptOvernight(parameters.engage);
  const worth = worthByKind(model);
  write(model, day);
  ask(model, day);
  settle(model, day, worth);
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

function write({ people, today, tally, content, stream }: Model, day: number): void {
  const { key, postRate } = people;
  const { a, b } = stream('post').on(day);
  for (let i = 0; i < today.visitorCount; i++) {
    const p = today.visitors[i];
    const u = toUniform(draw(a, b, key[p]));
    if (u < 1 - postRate[p]) continue; // exp(-rate) >= 1 - rate: no post, without working it out
    const posts = poissonQuantile(u, postRate[p]);
    if (posts === 0) continue;
    people.posts[p] = Math.min(65_535, people.posts[p] + posts);
    people.lastPostOn[p] = day;
    tally.posts += posts;
    content[people.favorite[p]] += posts;
  }
}

function ask({ people, today, tally, parameters, stream }: Model, day: number): void {
  const { a, b } = stream('ask').on(day);
  const answers = stream('answer').on(day);
  const bound = threshold(parameters.engage.asks);
  for (let i = 0; i < today.visitorCount; i++) {
    const p = today.visitors[i];
    if (draw(a, b, people.key[p]) >= bound) continue;
    tally.questions++;
    if (answers.uniform(people.key[p]) < parameters.engage.answered) continue;
    tally.unanswered++;
    people.unansweredOn[p] = day;
  }
}

/** Weights of the five needs, brought to sum 1. */
function weightsOf({ people }: SegmentValues): readonly number[] {
  const raw = [people.content, people.perks, people.answers, people.circle, people.identity];
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return raw.map((weight) => (sum > 0 ? weight / sum : 0));
}

function settle({ people, today, segments, parameters }: Model, day: number, worth: Float64Array): void {
  const { segment, favorite, satisfaction, friends, joinedOn, couponUntil, unansweredOn } = people;
  const weights = segments.map(weightsOf);
  const { forgets } = parameters.engage;
  const step = 1 / parameters.engage.settle;
  for (let i = 0; i < today.visitorCount; i++) {
    const p = today.visitors[i];
    const s = segment[p];
    const [content, perks, answers, circle, identity] = weights[s];
    const inside = day - joinedOn[p];
    let met = content * worth[s * CATEGORIES + favorite[p]] + (identity * inside) / (inside + BELONGING);
    if (couponUntil[p] >= day) met += perks;
    if (day - unansweredOn[p] > forgets) met += answers;
    met += friends[p] >= CIRCLE ? circle : (circle * friends[p]) / CIRCLE;
    satisfaction[p] += step * (met - satisfaction[p]);
  }
}
