/**
 * Onboard: the first day. Three steps (introduction, benefits, icebreaker), a first post and its reply.
 *
 *   each completed step: exit log-odds - lift x causal
 *   icebreaker: wakes `meets` ties with members
 *   first post with chance firstPost; answered by members with chance reply, else by admins (climb.ts) or staff with theirs;
 *   written again with chance againReplied or again
 *
 * causal: with this chance luck settles whether a step is completed and the step has its effect; otherwise the person's
 * own exit trait settles it (those who stay anyway complete more) and the step has none. So the evidence's one open
 * question is one number. Reply effect: Joyce and Kraut 2006 (44 against 56 % post again; tone and quality do not matter).
 */
import type { Model } from '../engine/model.ts';
import { EARLIEST, wake } from '../population/friendships.ts';
import { Fact, Status } from '../population/people.ts';
import { leftByAdmins } from './climb.ts';

/** A programme that takes newcomers through their first day: chances in place of the usual ones. */
export interface Programme {
  readonly introduction: number;
  readonly benefits: number;
  readonly icebreaker: number;
  /** Chance that staff answer a first post which members left unanswered. */
  readonly replies: number;
  /** Newcomers whom it takes through. */
  readonly served: ReadonlySet<number>;
}

/** Take today's newcomers through their first day; ties wake at its end, so the order of newcomers does not matter. */
export function onboard(model: Model, day: number): void {
  const { people, parameters, today, offers } = model;
  const { onboard } = parameters;
  const exit = model.stream('trait:exit').on(-1);
  const bySelf = model.stream('onboard:self').on(day);
  const met: { p: number; t: number }[] = [];
  const silent = (1 - onboard.reply) * leftByAdmins(model, day);
  for (const p of today.newcomers) {
    const key = people.key[p];
    const staff = offers.programmes.filter(({ served }) => served.has(p));
    const unanswered = staff.reduce((none, { replies }) => none * (1 - replies), silent);
    const trait = exit.uniform(key);
    const settled = bySelf.uniform(key) >= onboard.causal;
    for (const step of ['introduction', 'benefits', 'icebreaker'] as const) {
      const u = settled ? trait : model.stream(`onboard:${step}`).on(day).uniform(key);
      const chance = staff.reduce((best, programme) => Math.max(best, programme[step]), onboard[step]);
      if (u >= chance) continue;
      if (!settled) people.exitLogit[p] -= onboard.lift;
      if (step === 'icebreaker') for (const t of breakIce(model, p, day)) met.push({ p, t });
    }
    firstPost(model, p, day, unanswered);
  }
  for (const { p, t } of met) wake(model.friendships, people, p, t, day);
}

/** Ties of p with members that wake today: those with the lowest draws of the pair. */
function breakIce({ people, friendships, parameters, stream }: Model, p: number, day: number): number[] {
  const { offsets, friends, metOn } = friendships;
  const pairs = stream('onboard:meets').on(day);
  const asleep: { t: number; drawn: number }[] = [];
  for (let t = offsets[p]; t < offsets[p + 1]; t++) {
    const q = friends[t];
    if (metOn[t] >= EARLIEST || people.status[q] !== Status.member) continue;
    asleep.push({ t, drawn: pairs.drawPair(people.key[p], people.key[q]) });
  }
  asleep.sort((x, y) => x.drawn - y.drawn);
  return asleep.slice(0, parameters.onboard.meets).map(({ t }) => t);
}

function firstPost(model: Model, p: number, day: number, unanswered: number): void {
  const { people, parameters, tally, content } = model;
  const { onboard } = parameters;
  const key = people.key[p];
  if (model.stream('onboard:post').on(day).uniform(key) >= onboard.firstPost) return;
  let posts = 1;
  tally.firstPosts++;
  people.facts[p] |= Fact.firstPosted;
  const replied = model.stream('onboard:reply').on(day).uniform(key) >= unanswered;
  if (replied) people.facts[p] |= Fact.firstReplied;
  else people.unansweredOn[p] = day;
  const again = replied ? onboard.againReplied : onboard.again;
  if (model.stream('onboard:again').on(day).uniform(key) < again) {
    people.facts[p] |= Fact.postedAgain;
    posts++;
  }
  people.posts[p] += posts;
  people.lastPostOn[p] = day;
  tally.posts += posts;
  content[people.favorite[p]] += posts;
}
