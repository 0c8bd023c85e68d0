import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/engine/model.ts';
import { Status } from '../../src/population/people.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import {
  type Changes,
  count,
  differences,
  inErrors,
  merged,
  modelOf,
  outcome,
  played,
  quiet,
  runDays,
} from '../engine/isolated.ts';
import { bare, days, earned, programme } from './ladder.ts';

const members = (model: Model): number => count(model.people.status, (status) => status === Status.member);

describe('levels', () => {
  it('of which there are none change nothing at all', () => {
    const lively = { people: { visits: '50%' }, ties: { chat: '20%' }, engage: { asks: '20%' } };
    const idle = played(programme({ levels: 0, visit: 5, helpers: 1, admins: 5, cost: 5 }, lively));
    const without = played(merged(days, lively));
    expect(idle.record.daily).toEqual(without.record.daily);
    expect(idle.people).toEqual(without.people);
    expect(without.standings).toEqual([]);
  });

  it('take so many points each, up to the last', () => {
    // 2 points a day, 10 a level: on the evenings of days 4, 9 and 14.
    const { meanLevel } = played(programme({ visit: 2 })).record.daily;
    expect([0, 3, 4, 8, 9, 13, 14, 19].map((day) => meanLevel[day])).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });

  it('are nearer by a head start: a fifth of ten points leaves eight', () => {
    const { meanLevel } = played(programme({ visit: 2, endowed: '20%' })).record.daily;
    expect([2, 3, 7, 8].map((day) => meanLevel[day])).toEqual([0, 1, 1, 2]);
  });

  it('give points for a day with a post and a day with an order', () => {
    const writing = played(programme({ post: 5 }, { people: { posts: 1000 }, horizon: '2 days' }));
    expect(outcome(writing, 'meanLevel')).toBe(1);
    const buying = modelOf(programme({ order: 10 }, { horizon: '2 days' }));
    buying.people.lastOrderOn[0] = 1;
    expect(outcome(runDays(buying), 'meanLevel')).toBe(0.1);
  });

  it('are for their audience', () => {
    expect(outcome(played(programme({ visit: 2, to: { share: '0%' } })), 'meanLevel')).toBe(0);
  });

  it('cost what they say by level and day', () => {
    const values = { levels: 2, cost: 30.4375 };
    const rich = earned(modelOf(programme(values, { horizon: '2 days' })), (p) => (p < 4 ? 20 : 10));
    // 4 x 2 + 6 x 1 a day.
    expect(outcome(runDays(rich), 'levelsCost')).toBe(28);
    const short = earned(modelOf(programme({ ...values, budget: 11 }, { horizon: '5 days' })), (p) =>
      p < 4 ? 20 : 10,
    );
    // On day 0 all six of level 1 get theirs, then two of the four of level 2, and then it is over.
    expect([outcome(runDays(short), 'levelsCost'), outcome(short, 'refused')]).toEqual([10, 2]);
  });

  it('can be aimed at: coupons for level 2 and above', () => {
    const model = earned(
      modelOf(
        merged(programme({}, { horizon: '2 days' }), {
          tactics: { coupons: { rate: '10 per day', to: { minLevel: 2 } } },
        }),
      ),
      (p) => 10 * (p % 4),
    );
    runDays(model);
    expect([...model.people.couponOn].map((on) => on === 1)).toEqual(
      Array.from({ length: 10 }, (_, p) => p % 4 >= 2),
    );
  });

  it('must be there to be aimed at', () => {
    const aimed = merged(quiet, { tactics: { coupons: { to: { minLevel: 2 } } } });
    expect(parseScenario(JSON.stringify(aimed), 'test.json').problems).toMatchObject([
      { path: 'tactics.coupons.to.minLevel', message: expect.stringContaining('levels') },
    ]);
    const none = merged(quiet, { tactics: { coupons: { to: { minLevel: 0 } } } });
    expect(parseScenario(JSON.stringify(none), 'test.json').problems).toEqual([]);
  });

  it('bring more visits and hold members in paired worlds', () => {
    const group: Changes = {
      horizon: '120 days',
      community: { members: 600 },
      people: { visits: '40%', visitsSpread: 1 },
      leave: { alpha: 2, beta: 8, period: '30 days', satisfaction: 2 },
      climb: { responders: '100%', headStart: '100%' },
    };
    const some = { ...bare, visit: 1 };
    const compared = (name: string): number[] =>
      differences(
        group,
        [{ tactics: { levels: some } }, { tactics: { levels: { ...some, levels: 0 } } }],
        (model) => outcome(model, name),
      );
    expect(inErrors(compared('visits'))).toBeGreaterThan(4);
    expect(inErrors(compared('members'))).toBeGreaterThan(4);
    expect(members(played(group))).toBeGreaterThan(0);
  });
});
