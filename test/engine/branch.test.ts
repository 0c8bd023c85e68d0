import { describe, expect, it } from 'vitest';
import { startWorld } from '../../src/engine/live.ts';
import { prepare, simulateWorld } from '../../src/engine/simulate.ts';
import { planExperiment } from '../../src/experiment/plan.ts';
import { metricIndex } from '../../src/metrics/definitions.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { tactics } from '../../src/scenario/table.ts';
import { type Changes, merged, scenarioOf } from './isolated.ts';
import { lively } from './lively.ts';

const DAYS = 30;
const BRANCH = 12;

const forked = (first: Changes, others: readonly Changes[], more: Changes = {}): Changes =>
  merged(merged(lively, { horizon: `${DAYS} days`, branch: `${BRANCH} days`, ...more }), {
    arms: [first, ...others].map((arm, i) => ({ name: `arm ${i}`, ...arm })),
  });
const simulate = (document: Changes, arm: number, world = 3) =>
  simulateWorld(prepare(scenarioOf(document)), world, arm);
const without = ({ branch: _, ...rest }: Changes): Changes => rest;

describe('arms that branch', () => {
  it.each(tactics.map(({ name }) => name))(
    'meet %s from the branch on as if it had begun that day',
    (name) => {
      const from = { tactics: { [name]: { from: `${BRANCH} days` } } };
      const document = forked({}, [from]);
      const branched = simulate(document, 1);
      const plain = simulate(without(document), 1);
      expect(branched.outcomes).toEqual(plain.outcomes);
      expect(branched.daily).toEqual(plain.daily);
    },
  );

  it.each(tactics.map(({ name }) => name))('go on with %s where the first arm has it', (name) => {
    const both = { tactics: { [name]: {} } };
    const document = forked(both, [both]);
    expect(simulate(document, 1).daily).toEqual(simulate(without(document), 0).daily);
  });

  it('have one past and differ from the branch on', () => {
    const document = forked({}, [{ buy: { chance: '90%' } }, { tactics: { sale: { depth: '50%' } } }]);
    const prepared = prepare(scenarioOf(document));
    const [first, ...others] = [0, 1, 2].map((arm) => simulateWorld(prepared, 3, arm));
    for (const { daily } of others) {
      expect(daily.netRevenue.slice(0, BRANCH)).toEqual(first.daily.netRevenue.slice(0, BRANCH));
      expect(daily.netRevenue.slice(BRANCH)).not.toEqual(first.daily.netRevenue.slice(BRANCH));
    }
  });

  it('are the same in whatever order they run', () => {
    const document = forked({}, [{ tactics: { sale: { depth: '50%' } } }]);
    const prepared = prepare(scenarioOf(document));
    const alone = simulateWorld(prepared, 3, 1);
    simulateWorld(prepared, 4, 1);
    simulateWorld(prepared, 3, 0);
    expect(simulateWorld(prepared, 3, 1)).toEqual(alone);
  });

  it('end a tactic that they lack, which honors what it promised', () => {
    const coupons = { tactics: { coupons: { rate: '60 per month', depth: '50%', validity: '30 days' } } };
    const { daily } = simulate(forked(coupons, [{}]), 1);
    expect(daily.couponsGiven.slice(BRANCH).every((given) => given === 0)).toBe(true);
    expect(daily.couponsRedeemed.slice(BRANCH).some((redeemed) => redeemed > 0)).toBe(true);
  });

  it('keep what was spent of a budget, and may have another', () => {
    const posts = (budget: number): Changes => ({ tactics: { content: { posts: 1, cost: 10, budget } } });
    const document = forked(posts(1000), [posts(150)]);
    const cost = (arm: number) => simulate(document, arm).outcomes[metricIndex.contentCost];
    expect([cost(0), cost(1)]).toEqual([300, 150]);
  });

  it('keep their past where one of them runs alone', () => {
    const scenario = scenarioOf(forked({}, [{ tactics: { sale: { depth: '50%' } } }]));
    const alone = { ...scenario, arms: [scenario.arms[1]] };
    expect(simulateWorld(prepare(alone), 3, 0)).toEqual(simulateWorld(prepare(scenario), 3, 1));
    const keys = [scenario, alone].map((one) => planExperiment(one, new Map()).armKeys.at(-1));
    expect(keys[1]).toBe(keys[0]);
  });

  it('strive by their own assumptions', () => {
    const levels = { visit: 1, step: 2, levels: 100 };
    const first = { tactics: { levels }, climb: { responders: '100%', gradient: 2 } };
    const other = { tactics: { levels }, climb: { responders: '100%', gradient: 0 } };
    const living = startWorld(prepare(scenarioOf(forked(first, [other]))), 3, 1);
    const pulled: boolean[] = [];
    for (; living.day < living.days; living.step())
      if (living.day > 1) pulled.push(living.model.today.nudge.some((nudge) => nudge !== 0));
    expect(pulled.slice(0, BRANCH - 3).every(Boolean)).toBe(true);
    expect(pulled.slice(BRANCH - 1).some(Boolean)).toBe(false);
  });

  it('have as many helpers at a desk as they say', () => {
    const desk = (staff: number): Changes => ({
      tactics: { helpdesk: { staff, minutes: 60, takes: 'all' } },
      engage: { questions: 1 },
    });
    const prepared = prepare(scenarioOf(forked(desk(1), [desk(1), desk(12)])));
    const [few, many] = [1, 2].map((arm) => simulateWorld(prepared, 3, arm).daily.deskQueue);
    expect(many[BRANCH - 1]).toBe(few[BRANCH - 1]);
    expect(few[DAYS - 1]).toBeGreaterThan(2 * few[BRANCH]);
    expect(many[DAYS - 1]).toBeLessThan(few[BRANCH]);
  });

  it('ask their own fee of whoever renews', () => {
    const club = (fee: number): Changes => ({
      membershipResponse: { subscribe: '100%', renews: '100%', usual: 1000, pull: 0, unused: 0 },
      tactics: { membership: { fee, period: '10 days', trial: '0 days' } },
    });
    const { daily } = simulate(forked(club(10), [club(25)]), 1);
    const renewal = daily.renewals.findIndex((renewals, day) => day > BRANCH && renewals > 0);
    expect(renewal).toBeGreaterThan(BRANCH);
    const fees = daily.membershipRevenue[renewal];
    expect(fees % 25).toBe(0);
    expect(fees).toBeGreaterThanOrEqual(25 * daily.renewals[renewal]);
  });

  it('are lived through day by day like in one go', () => {
    const document = forked({}, [{ tactics: { sale: { depth: '50%' } } }]);
    const prepared = prepare(scenarioOf(document));
    const living = startWorld(prepared, 3, 1);
    while (living.day < living.days) living.step();
    expect(living.record()).toEqual(simulateWorld(prepared, 3, 1));
  });

  it('are of the same people, and part before the end', () => {
    const problemsOf = (more: Changes, arm: Changes) =>
      parseScenario(JSON.stringify(forked({}, [arm], more)), 'test.json').problems.map(
        ({ path, message }) => `${path} ${message}`,
      );
    expect(
      problemsOf({ branch: '60 days' }, { people: { visits: '10%' }, community: { members: 9 } }),
    ).toEqual([
      'branch must be before the end of the run, which is day 30; got day 60',
      'arms[1].community must be as in the first arm, since arms branch on day 60: people stay who they are',
    ]);
    expect(problemsOf({}, { people: { visits: '10%' } })).toEqual([
      'arms[1].people must be as in the first arm, since arms branch on day 12: people stay who they are',
    ]);
    expect(problemsOf({}, { tactics: { ads: {} } })).toEqual([]);
  });
});
