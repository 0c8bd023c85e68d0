import { describe, expect, it } from 'vitest';
import { Fact, Status } from '../../src/population/people.ts';
import { Role } from '../../src/population/standing.ts';
import {
  type Changes,
  count,
  mean,
  merged,
  modelOf,
  played,
  runDays,
  shareError,
} from '../engine/isolated.ts';
import { earned, programme } from '../tactics/ladder.ts';

describe('climbing', () => {
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
});
