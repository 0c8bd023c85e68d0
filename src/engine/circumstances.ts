/**
 * How somebody stood when they fell silent: of what the model weighs (behaviors/leave.ts), what weighed most.
 *
 *   weights in log-odds, against somebody with enough friends, all here, ordinary satisfaction and no open question
 *     few friends      perTie (enough - n)                    friends away   perActive (n - enough) (1 - A / n)
 *     unanswered       unanswered (1 - days / forgets)        unhappy        -satisfaction (S - 1/2)
 *     ads              ln((h + x) / h), x the exit that annoyance adds today, h the chance without it
 *
 * It is the largest of those, not the cause: chance decided, and the person's own inclination may weigh more.
 */

import { usageLoss } from '../population/annoyance.ts';
import { ORDINARY } from '../population/draw-people.ts';
import { EARLIEST } from '../population/friendships.ts';
import { NEVER } from '../population/people.ts';
import { exp, log, logistic } from '../random/math.ts';
import type { Morning } from './life-events.ts';
import type { Model } from './model.ts';

export const circumstances = [
  'noFriends',
  'fewFriends', // amount: friends that morning
  'friendsAway', // amount: days since any friend came
  'unanswered', // amount: days since the question
  'unhappy', // amount: satisfaction
  'ads', // amount: part of usage lost to annoyance, as a logarithm; never higher before
] as const;

export interface Circumstance {
  readonly kind: (typeof circumstances)[number];
  readonly amount: number;
}

/** What weighs less than this says nothing. [log-odds] */
const WORTH_SAYING = 0.1;
/** Friends are away who have not come for so long. [days] */
const AWAY = 7;

/** What weighed most on somebody who was here this morning and fell silent today; nothing on a first day. */
export function circumstanceOf(
  model: Model,
  morning: Morning,
  day: number,
  p: number,
): Circumstance | undefined {
  if (model.people.joinedOn[p] === day) return undefined;
  const weighed = [...ofFriends(model, morning, day, p), ...ofSelf(model, morning, day, p)];
  const worth = weighed.filter(({ weight }) => weight >= WORTH_SAYING);
  if (worth.length === 0) return undefined;
  const { kind, amount } = worth.reduce((most, one) => (one.weight > most.weight ? one : most));
  return { kind, amount };
}

interface Weighed extends Circumstance {
  readonly weight: number;
}

function ofFriends(model: Model, morning: Morning, day: number, p: number): Weighed[] {
  const { enough, perTie, perActive } = model.parameters.leave;
  const n = morning.friends[p];
  if (n < enough) {
    const weight = perTie * (enough - n);
    return [{ kind: n === 0 ? 'noFriends' : 'fewFriends', amount: n, weight }];
  }
  const last = lastFriend(model, morning, p);
  if (n === 0 || last === NEVER || day - last < AWAY) return [];
  return [{ kind: 'friendsAway', amount: day - last, weight: perActive * (n - enough) }];
}

/** The latest day on which any of this morning's friends came. */
function lastFriend({ people, friendships }: Model, { metOn }: Morning, p: number): number {
  const { offsets, friends } = friendships;
  let last: number = NEVER;
  for (let t = offsets[p]; t < offsets[p + 1]; t++)
    if (metOn[t] >= EARLIEST) last = Math.max(last, people.lastVisitOn[friends[t]]);
  return last;
}

function ofSelf(
  { people, parameters, today }: Model,
  { peakLoss }: Morning,
  day: number,
  p: number,
): Weighed[] {
  const { leave, engage, adResponse } = parameters;
  const satisfaction = people.satisfaction[p];
  const asked = day - people.unansweredOn[p];
  const unhappy = leave.satisfaction * (ORDINARY - satisfaction);
  const open = asked < engage.forgets ? leave.unanswered * (1 - asked / engage.forgets) : 0;
  const weighed: Weighed[] = [
    { kind: 'unhappy', amount: satisfaction, weight: unhappy },
    { kind: 'unanswered', amount: asked, weight: open },
  ];
  if (!today.adsSeen) return weighed;
  const loss = usageLoss(adResponse, people.faced[p], people.annoyed[p]);
  const added = (1 - adResponse.shorter - adResponse.fewer) * (loss - peakLoss[p]);
  const chance = 1 - (1 - logistic(people.exitLogit[p] + unhappy + open)) * exp(-leave.rate);
  if (added > 0 && chance > 0)
    weighed.push({ kind: 'ads', amount: loss, weight: log((chance + added) / chance) });
  return weighed;
}
