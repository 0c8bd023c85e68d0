import { describe, expect, it } from 'vitest';
import { onboard, type Programme } from '../../src/behaviors/onboard.ts';
import type { Model } from '../../src/engine/model.ts';
import { Fact, NEVER, Status } from '../../src/population/people.ts';
import {
  befriend,
  type Changes,
  count,
  everybody,
  handmade,
  mean,
  modelOf,
  outcome,
  played,
  shareError,
} from '../engine/isolated.ts';

/** Lets everybody who is outside in today. */
function letIn(model: Model, day: number, newcomers = everybody(model)): Model {
  for (const p of newcomers) {
    if (model.people.status[p] !== Status.outside) continue;
    model.people.status[p] = Status.member;
    model.people.joinedOn[p] = day;
    model.today.newcomers.push(p);
  }
  return model;
}

const crowd = (settings: Changes, prospects = 2000): Model =>
  letIn(modelOf({ community: { members: 0, prospects }, onboard: settings }), 0);

const all = new Set(Array.from({ length: 10_000 }, (_, p) => p));
const programme: Programme = {
  introduction: 0,
  benefits: 0,
  icebreaker: 0,
  buddy: 0,
  replies: 0,
  served: all,
};

/** Logarithm of the odds of leaving that the first day took away. */
function lifts(model: Model, day = 0): number[] {
  const before = Float32Array.from(model.people.exitLogit);
  onboard(model, day);
  return Array.from(model.people.exitLogit, (logit, p) => before[p] - logit);
}

describe('onboard', () => {
  it('does nothing to anybody where no step is ever completed and nobody posts', () => {
    const model = crowd({ lift: 1 }, 50);
    expect(lifts(model)).toEqual(Array(50).fill(0));
    expect(model.tally.firstPosts).toBe(0);
    expect(count(model.people.facts, (facts) => (facts & Fact.firstPosted) !== 0)).toBe(0);
  });

  it('takes its lift for each of three steps from the log-odds of leaving', () => {
    const model = crowd({
      introduction: '100%',
      benefits: '100%',
      icebreaker: '100%',
      lift: 0.35,
      causal: '100%',
    });
    for (const lift of lifts(model)) expect(lift).toBeCloseTo(1.05, 5);
  });

  it('has no effect where the person alone settles it, and then those complete steps who stay anyway', () => {
    const steps: Changes = { icebreaker: '40%', meets: 1, lift: 0.35, causal: '0%' };
    const pairs = Array.from({ length: 1000 }, (_, i) => [0, i + 1] as const);
    const { model, place } = handmade({ members: 1, prospects: 1000 }, pairs, {
      onboard: steps,
      leave: { alpha: 0.4, beta: 9.6, period: '30 days' },
    });
    expect(lifts(letIn(model, 0))).toEqual(Array(1001).fill(0));
    const logits = Float32Array.from(model.people.exitLogit).sort();
    const bound = logits[400];
    const met = place.slice(1).filter((p) => model.people.friends[p] > 0);
    expect(met.length).toBeGreaterThan(350);
    expect(met.filter((p) => model.people.exitLogit[p] > bound + 0.5)).toEqual([]);
  });

  it('lets a programme raise the chances of steps, never lower them, and the best of several counts', () => {
    const model = crowd(
      { introduction: '100%', benefits: '0%', icebreaker: '0%', lift: 1, causal: '100%' },
      50,
    );
    model.offers.programmes.push({ ...programme, benefits: 1 }, { ...programme, benefits: 0.2 });
    for (const lift of lifts(model)) expect(lift).toBeCloseTo(2, 5);
  });

  it('completes each step at its own chance, independently of the others', () => {
    const n = 4000;
    const model = crowd(
      { introduction: '35%', benefits: '30%', icebreaker: '20%', lift: 1, causal: '100%' },
      n,
    );
    const steps = lifts(model).map(Math.round);
    const expected = [0.65 * 0.7 * 0.8, 0, 0, 0.35 * 0.3 * 0.2];
    for (const k of [0, 3]) {
      const share = count(steps, (lift) => lift === k) / n;
      expect(Math.abs(share - expected[k])).toBeLessThan(4 * shareError(expected[k], n));
    }
    // Sum of three independent yes-or-nos.
    const variance = 0.35 * 0.65 + 0.3 * 0.7 + 0.2 * 0.8;
    expect(Math.abs(mean(steps) - 0.85)).toBeLessThan(4 * Math.sqrt(variance / n));
  });

  it('has its effect with chance causal', () => {
    const n = 4000;
    const model = crowd({ introduction: '100%', lift: 1, causal: '30%' }, n);
    const share = mean(lifts(model));
    expect(Math.abs(share - 0.3)).toBeLessThan(4 * shareError(0.3, n));
  });
});

describe('an icebreaker', () => {
  const steps: Changes = { icebreaker: '100%', meets: 2, causal: '100%' };

  it('wakes as many ties with members as it says, where there are so many', () => {
    // A newcomer (4) who could know members 0 to 3 and a prospect who stays outside (5); another (6) who knows only 0.
    const { model, place } = handmade(
      { members: 4, prospects: 3 },
      [
        [4, 0],
        [4, 1],
        [4, 2],
        [4, 3],
        [4, 5],
        [6, 0],
      ],
      { onboard: steps },
    );
    befriend(model, place[4], place[3]);
    letIn(model, 0, [place[4], place[6]]);
    onboard(model, 0);
    const { friends } = model.people;
    expect([friends[place[4]], friends[place[6]], friends[place[5]]]).toEqual([3, 1, 0]);
  });

  it('takes nobody for a member who is dormant or gone', () => {
    const { model, place } = handmade(
      { members: 2, prospects: 1 },
      [
        [2, 0],
        [2, 1],
      ],
      { onboard: steps },
    );
    model.people.status[place[0]] = Status.dormant;
    model.people.status[place[1]] = Status.left;
    letIn(model, 0, [place[2]]);
    onboard(model, 0);
    expect(model.people.friends[place[2]]).toBe(0);
  });

  it('wakes the same ties in whatever order newcomers are taken', () => {
    const pairs: [number, number][] = [];
    for (let p = 0; p < 12; p++) for (let q = 0; q < p; q++) pairs.push([p, q]);
    const ties = [false, true].map((backwards) => {
      const { model, place } = handmade({ members: 2, prospects: 10 }, pairs, { onboard: steps });
      letIn(model, 0, backwards ? place.slice(2).reverse() : place.slice(2));
      onboard(model, 0);
      return [...model.friendships.metOn];
    });
    expect(ties[0]).toEqual(ties[1]);
  });
});

describe('a first post', () => {
  it('is written by everybody at chance 1, and answered as often as replies and staff make it', () => {
    const model = crowd({ firstPost: '100%', reply: '0%', again: '0%' }, 100);
    onboard(model, 5);
    const { people, tally } = model;
    expect([tally.firstPosts, tally.posts]).toEqual([100, 100]);
    expect(count(people.unansweredOn, (day) => day === 5)).toBe(100);
    expect(count(people.lastPostOn, (day) => day === 5)).toBe(100);
    expect(model.content.reduce((sum, posts) => sum + posts, 0)).toBe(100);
  });

  it('that is answered leaves no question open', () => {
    const model = crowd({ firstPost: '100%', reply: '100%', againReplied: '100%' }, 100);
    onboard(model, 5);
    expect(count(model.people.unansweredOn, (day) => day === NEVER)).toBe(100);
    expect(count(model.people.posts, (posts) => posts === 2)).toBe(100);
    expect(model.tally.posts).toBe(200);
  });

  it('is answered by staff where members do not', () => {
    const model = crowd({ firstPost: '100%', reply: '61%' }, 4000);
    model.offers.programmes.push({ ...programme, replies: 0.5 }, { ...programme, replies: 0.2 });
    onboard(model, 0);
    const answered = count(model.people.facts, (facts) => (facts & Fact.firstReplied) !== 0) / 4000;
    const chance = 1 - 0.39 * 0.5 * 0.8;
    expect(Math.abs(answered - chance)).toBeLessThan(4 * shareError(chance, 4000));
  });

  // Joyce and Kraut 2006: 61 % answered, 56 % of those and 44 % of the others post again.
  it('is answered and repeated by default as often as published', () => {
    const model = played({
      horizon: '10 days',
      community: { members: 0, prospects: 30_000 },
      join: { innovation: 10 },
      onboard: { firstPost: '100%' },
    });
    const answered = outcome(model, 'firstReplies');
    const n = 30_000;
    expect(Math.abs(answered - 0.61)).toBeLessThan(4 * shareError(0.61, n));
    expect(Math.abs(outcome(model, 'repostReplied') - 0.56)).toBeLessThan(4 * shareError(0.56, 0.61 * n));
    expect(Math.abs(outcome(model, 'repostUnreplied') - 0.44)).toBeLessThan(4 * shareError(0.44, 0.39 * n));
  });
});
