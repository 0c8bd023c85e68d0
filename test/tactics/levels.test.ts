import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/engine/model.ts';
import { Fact, Status } from '../../src/population/people.ts';
import { Role } from '../../src/population/standing.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import {
  type Changes,
  count,
  differences,
  inErrors,
  mean,
  merged,
  modelOf,
  outcome,
  played,
  quiet,
  runDays,
  shareError,
} from '../engine/isolated.ts';

/** Everybody comes every day; levels that do nothing but what a test says. */
const days: Changes = { horizon: '20 days', community: { members: 10 }, people: { visits: '100%' } };
const bare = { visit: 0, post: 0, order: 0, step: 10, levels: 3, helpers: 0, admins: 0, cost: 0 };

const programme = (values: Changes, more: Changes = {}): Changes =>
  merged(merged(days, more), { tactics: { levels: { ...bare, ...values } } });

/** Fills in what people have earned, as if before day 0. */
function earned(model: Model, points: (p: number) => number): Model {
  for (let p = 0; p < model.people.count; p++) model.standings[0].points[p] = points(p);
  return model;
}

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

  describe('make people strive', () => {
    const crowd: Changes = { horizon: '2 days', community: { members: 20_000 }, people: { visits: '50%' } };

    it('half way to the next level at a pull of 1 even odds become three to two', () => {
      const all = { responders: '100%', headStart: '100%', gradient: 1 };
      const model = played(programme({ endowed: '50%' }, merged(crowd, { climb: all })));
      // Newcomers of day 0 have all come; on day 1 the odds count.
      expect(Math.abs(model.record.daily.visits[1] / 20_000 - 0.6)).toBeLessThan(4 * shareError(0.6, 20_000));
    });

    it.each([
      ['20%', 0.34],
      ['10%', 0.27],
      ['80%', 0.34],
    ])('of those who have been given %s of the first level, a part of %d', (endowed, expected) => {
      const model = played(programme({ endowed }, merged(crowd, { climb: { responders: '20%' } })));
      const luck = model.stream('levels:strive:levels').on(-1);
      const striving = count(model.people.key, (key) => luck.uniform(key) < expected);
      expect(count(model.today.nudge, (nudge) => nudge > 0)).toBe(striving);
      expect(Math.abs(striving / 20_000 - expected)).toBeLessThan(4 * shareError(expected, 20_000));
    });

    it('a fifth later on, and nobody at the top', () => {
      const model = earned(modelOf(programme({ endowed: '20%' }, crowd)), (p) => (p % 2 === 0 ? 13 : 30));
      const { nudge } = runDays(model).today;
      // From level 1 on the plain share counts; 15 of 10 are half way to the next.
      const luck = model.stream('levels:strive:levels').on(-1);
      expect(nudge.every((x, p) => x > 0 === (p % 2 === 0 && luck.uniform(model.people.key[p]) < 0.2))).toBe(
        true,
      );
      expect(Math.max(...nudge)).toBeCloseTo(Math.log(1.2), 6);
    });
  });

  describe('meet needs', () => {
    const needs = (identity: number, perks: number): Changes => ({
      people: { content: 0, perks, answers: 0, circle: 0, identity },
      engage: { settle: 1 },
      horizon: '3 days',
    });

    it('for identity: half at one of two levels, which two days inside do not', () => {
      const values = { visit: 10, levels: 2 };
      const [one, two] = [2, 3].map((until) =>
        mean(runDays(modelOf(programme(values, needs(1, 0))), until).people.satisfaction),
      );
      expect(one).toBeCloseTo(0.5, 6);
      expect(two).toBeCloseTo(1, 6);
      const none = runDays(modelOf(programme({ ...values, visit: 0 }, needs(1, 0))), 2);
      expect(mean(none.people.satisfaction)).toBeCloseTo(2 / 92, 6);
    });

    it('for perks: half by benefits of 10 a month, two thirds by 20', () => {
      const values = { visit: 10, levels: 2, cost: 10 };
      const found = [2, 3].map((until) =>
        mean(
          runDays(modelOf(programme(values, merged(needs(0, 1), { climb: { benefit: 10 } }))), until).people
            .satisfaction,
        ),
      );
      expect(found[0]).toBeCloseTo(1 / 2, 6);
      expect(found[1]).toBeCloseTo(2 / 3, 6);
    });
  });

  it('cost what they say by level and day', () => {
    const values = { levels: 2, cost: 30.4375 };
    const rich = earned(modelOf(programme(values, { horizon: '3 days' })), (p) => (p < 4 ? 20 : 10));
    // From day 1 on: 4 x 2 + 6 x 1 a day.
    expect(outcome(runDays(rich), 'levelsCost')).toBe(28);
    const short = earned(modelOf(programme({ ...values, budget: 11 }, { horizon: '5 days' })), (p) =>
      p < 4 ? 20 : 10,
    );
    // On day 1 all six of level 1 get theirs, then two of the four of level 2, and then it is over.
    expect([outcome(runDays(short), 'levelsCost'), outcome(short, 'refused')]).toEqual([10, 2]);
  });

  describe('make helpers', () => {
    it('of the willing, who leave exp(-1/2 x helpers / questions) of the questions unanswered', () => {
      const crowd = { horizon: '2 days', community: { members: 20_000 } };
      const model = modelOf(
        programme(
          { helpers: 2, levels: 3 },
          merged(crowd, {
            engage: { asks: '100%', answered: '0%' },
            climb: { volunteers: '30%', helps: 0.5 },
          }),
        ),
      );
      runDays(earned(model, (p) => (p % 2 === 0 ? 25 : 10)));
      const { helpers, questions, unanswered } = model.record.daily;
      const luck = model.stream('levels:helper:levels').on(-1);
      expect(helpers[0]).toBe(count(model.people.key, (key, p) => p % 2 === 0 && luck.uniform(key) < 0.3));
      expect(unanswered[0]).toBe(20_000);
      const left = Math.exp((-0.5 * helpers[0]) / 20_000);
      expect(left).toBeLessThan(0.95);
      expect(questions[1]).toBe(20_000);
      expect(Math.abs(unanswered[1] / 20_000 - left)).toBeLessThan(4 * shareError(left, 20_000));
    });
  });

  describe('make admins', () => {
    it('of those at the top with most points, for as long as they are there', () => {
      const model = earned(modelOf(programme({ admins: 2 })), (p) => 28 + p);
      runDays(model, 1);
      const admins = (): number[] =>
        [...model.standings[0].role].flatMap((role, p) => (role === Role.admin ? [p] : []));
      expect(admins()).toEqual([8, 9]);
      model.people.status[9] = Status.left;
      model.standings[0].points[0] = 1000;
      runDays(model, 2, 1);
      expect(admins()).toEqual([0, 8]);
      expect(model.record.daily.admins.slice(0, 2)).toEqual(Float64Array.of(2, 2));
    });

    it('who each answer a first post half of the time: two leave a quarter', () => {
      const coming = {
        horizon: '2 days',
        community: { members: 2, prospects: 8000 },
        join: { innovation: 0.7 },
        onboard: { firstPost: '100%', reply: '0%' },
        climb: { welcomes: '50%' },
      };
      const model = runDays(earned(modelOf(programme({ admins: 2 }, coming)), () => 30));
      const joined = (day: number) =>
        count(
          model.people.joinedOn,
          (on, p) => on === day && model.people.status[p] !== Status.outside && p > 1,
        );
      const replied = count(
        model.people.facts,
        (facts, p) => (facts & Fact.firstReplied) !== 0 && model.people.joinedOn[p] === 1,
      );
      expect(joined(1)).toBeGreaterThan(1000);
      expect(Math.abs(replied / joined(1) - 0.75)).toBeLessThan(4 * shareError(0.75, joined(1)));
    });

    it('who invite three times as often', () => {
      const group = {
        horizon: '2 days',
        community: { members: 4000, prospects: 12_000, network: { kind: 'regular', ties: 12 } },
        people: { shares: 0.1, sharesShape: 1000, invites: 0.1 },
        climb: { invites: 3 },
      };
      const model = runDays(earned(modelOf(programme({ admins: 10_000 }, group)), () => 30));
      // Nearly everybody has one of twelve friends outside, so nearly every wish to invite finds somebody: 1 - exp(-.3).
      const { invitations } = model.record.daily;
      expect(invitations[1] / invitations[0]).toBeGreaterThan(
        (0.95 * (1 - Math.exp(-0.3))) / (1 - Math.exp(-0.1)),
      );
      expect(invitations[1] / invitations[0]).toBeLessThan(
        (1.1 * (1 - Math.exp(-0.3))) / (1 - Math.exp(-0.1)),
      );
    });
  });

  it('are taken one by one from who does not come, which hurts', () => {
    const model = earned(
      modelOf(
        programme(
          { keep: '5 days' },
          { people: { visits: '0%' }, leave: { bondDays: '3650 days' }, climb: { withdrawn: 0.25 } },
        ),
      ),
      () => 25,
    );
    const { meanLevel } = runDays(model).record.daily;
    expect([0, 4, 5, 9, 10, 19].map((day) => meanLevel[day])).toEqual([2, 2, 1, 1, 0, 0]);
    expect(mean(model.people.bond)).toBeCloseTo(-0.5, 2);
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
