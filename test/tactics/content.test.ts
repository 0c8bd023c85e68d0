import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/engine/model.ts';
import { Status } from '../../src/population/people.ts';
import {
  type Changes,
  differences,
  inErrors,
  merged,
  modelOf,
  outcome,
  played,
  runDays,
} from '../engine/isolated.ts';

const programme = (values: Changes, more: Changes = {}): Changes =>
  merged(more, { tactics: { content: values } });

/** Ten members: four favor topic 0, three 1, three 2; nobody comes. */
function cast(values: Changes, more: Changes = {}): Model {
  const model = modelOf(
    programme(values, merged({ community: { members: 10 }, engage: { halfLife: '1 day' } }, more)),
  );
  model.people.favorite.set([0, 0, 0, 0, 1, 1, 1, 2, 2, 2]);
  model.content.fill(0);
  return model;
}

const rounded = (content: Float64Array): number[] => Array.from(content, (x) => Math.round(x * 1e9) / 1e9);

describe('content', () => {
  it('of no posts changes nothing at all', () => {
    const lively = { horizon: '20 days', people: { visits: '50%', posts: 2, postsSpread: 1 } };
    const idle = played(programme({ posts: 0 }, lively));
    const without = played(lively);
    expect(idle.record.daily).toEqual(without.record.daily);
    expect(idle.people).toEqual(without.people);
    expect(outcome(without, 'posts')).toBeGreaterThan(100);
  });

  it('goes to topics as members favour them, and fades like any post', () => {
    // 5 posts of worth 2: 10 a day, 4 : 3 : 3 : 0, halved by every night: on the second day 5 + 10.
    const model = cast({ posts: 5, quality: 2, fit: '100%' });
    expect(rounded(runDays(model, 1).content)).toEqual([4, 3, 3, 0]);
    expect(rounded(runDays(model, 2, 1).content)).toEqual([6, 4.5, 4.5, 0]);
  });

  it('is worth nothing as far as it does not fit, and costs the same', () => {
    const model = cast({ posts: 5, quality: 2, fit: '30%', cost: 7.5 }, { horizon: '2 days' });
    expect(rounded(runDays(model, 1).content)).toEqual([1.2, 0.9, 0.9, 0]);
    expect(outcome(runDays(model, 2, 1), 'contentCost')).toBe(75);
    expect(rounded(runDays(cast({ posts: 5, fit: '0%' }), 5).content)).toEqual([0, 0, 0, 0]);
  });

  it('is made for its audience, of those who are members', () => {
    const model = cast({ posts: 4, quality: 1, to: { minOrders: 1 } });
    model.people.orders.set([0, 0, 0, 0, 0, 0, 1, 0, 1, 1]);
    model.people.status[9] = Status.left;
    expect(rounded(runDays(model, 1).content)).toEqual([0, 2, 2, 0]);
  });

  it('stops for good when its budget is spent', () => {
    const model = cast({ posts: 2, quality: 1, cost: 10, budget: 50 }, { horizon: '20 days' });
    expect(outcome(runDays(model), 'contentCost')).toBe(40);
    expect(outcome(model, 'refused')).toBe(1);
    expect(model.content[0]).toBeLessThan(1e-4);
  });

  it('makes readers 1 - exp(-fresh fitting posts / enough) content with what there is to read', () => {
    // One topic's fan among four: 20 posts, as fresh as they are, all his own: fitting .6 x 20, out of four categories.
    const model = modelOf(
      programme(
        { posts: 20, quality: 1 },
        {
          community: { members: 1 },
          people: { visits: '100%', focus: '60%', content: 1, perks: 0, answers: 0, circle: 0, identity: 0 },
          engage: { halfLife: '1 day', enough: 20, settle: 1 },
        },
      ),
    );
    model.content.fill(0);
    runDays(model, 1);
    expect(model.people.satisfaction[0]).toBeCloseTo(1 - Math.exp((-4 * 0.6 * 20) / 20), 6);
  });

  it('holds members in paired worlds, and costs money', () => {
    const group: Changes = {
      horizon: '120 days',
      community: { members: 800 },
      people: { visits: '40%', visitsSpread: 1 },
      visit: { satisfaction: 1 },
      leave: { alpha: 2, beta: 8, period: '30 days', satisfaction: 2 },
    };
    const compared = (name: string, one: Changes, other: Changes) =>
      differences(group, [{ tactics: { content: one } }, { tactics: { content: other } }], (model) =>
        outcome(model, name),
      );
    const some = { posts: 3, cost: 30 };
    expect(inErrors(compared('members', some, { posts: 0 }))).toBeGreaterThan(4);
    expect(inErrors(compared('visits', some, { ...some, fit: '20%' }))).toBeGreaterThan(4);
    expect(compared('netRevenue', some, { ...some, fit: '20%' }).every((x) => x === 0)).toBe(true);
  });
});
