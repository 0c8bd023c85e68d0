/** Whom and when a tactic of a file is for: what is read, and what is said of nonsense. */
import { describe, expect, it } from 'vitest';
import { differingPaths } from '../../src/scenario/differing.ts';
import { formatProblem, parseScenario } from '../../src/scenario/parse.ts';

const file = (tactic: string, set: string[] = []) =>
  parseScenario(
    `seedbed: 1
title: Plans
community: {segments: {young: {share: 50%}, old: {share: 50%}}}
arms:
  - name: usual
  - name: aimed
    tactics:
      coupons: ${tactic}
`,
    'plan.yaml',
    { set },
  );

const problemsOf = (tactic: string, locale: 'en' | 'zh-CN' = 'en'): string[] =>
  file(tactic).problems.map((problem) => formatProblem('plan.yaml', problem, locale));

describe('the plan of a tactic', () => {
  it('is nothing but the days of the run where nothing is said', () => {
    const { scenario } = file('{depth: 20%}');
    expect(scenario?.arms[1].tactics[0].plan).toEqual({
      fromDay: 0,
      untilDay: 365,
      starts: null,
      stops: null,
      segments: null,
    });
  });

  it('is read with its units', () => {
    const { scenario, problems } = file(
      '{every: 2 weeks, lasts: 3 days, ramp: 1 month, budget: 5000 CNY, to: {segments: [old], share: 40%, minIdle: 2 months, maxFriends: 4}, starts: {metric: weekly actives, at least: 500}, stops: {metric: net revenue, at most: 0 CNY, over: 1 month}}',
    );
    expect(problems).toEqual([]);
    const [{ settings, plan }] = scenario?.arms[1].tactics ?? [];
    expect(plan.segments).toEqual(['old']);
    expect(plan.starts).toEqual({ metric: 'weeklyActives', kind: 'atLeast', limit: 500, over: 7 });
    expect(plan.stops).toEqual({ metric: 'netRevenue', kind: 'atMost', limit: 0, over: 30 });
    const amounts = Object.fromEntries(Object.entries(settings).map(([name, { amount }]) => [name, amount]));
    expect(amounts).toEqual({
      every: 14,
      lasts: 3,
      ramp: 30,
      budget: 5000,
      'to.share': 0.4,
      'to.minIdle': 61,
      'to.maxFriends': 4,
    });
  });

  it('can be set from outside', () => {
    const { scenario } = file('{}', [
      'arms[1].tactics.coupons.to.share=25%',
      'arms[1].tactics.coupons.budget=90',
    ]);
    expect(scenario?.arms[1].tactics[0].settings['to.share']).toEqual({ amount: 0.25 });
    expect(scenario?.arms[1].tactics[0].settings.budget).toEqual({ amount: 90 });
  });

  it('differs among arms in words that people read', () => {
    const { scenario } = file('{to: {segments: old}, starts: {metric: weekly actives, at least: 500}}');
    const rows = scenario === null ? [] : differingPaths(scenario);
    expect(rows[0].alike.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Starting condition of “Coupons”: weekly actives ≥ 500 (7 days)',
      'Segments that “Coupons” is for: old',
    ]);
  });

  it('says all that is wrong with it at once', () => {
    expect(
      problemsOf(
        '{evry: 2 weeks, budget: lots, to: {segments: [odd], share: 140%, level: 3}, starts: {metric: weekly actives}, stops: {metric: buyers, at least: 5%, at most: 6%, over: 0 days}}',
      ),
    ).toMatchInlineSnapshot(`
      [
        "plan.yaml:8:17 arms[1].tactics.coupons.evry is not known here; did you mean every?",
        "plan.yaml:8:40 arms[1].tactics.coupons.budget must be money such as \`129 CNY\`; got "lots"",
        "plan.yaml:8:61 arms[1].tactics.coupons.to.segments must name segments; got "odd"; did you mean old?",
        "plan.yaml:8:75 arms[1].tactics.coupons.to.share must be a share from 0 to 100 %; got "140%" (1.4 % is written 1.4%)",
        "plan.yaml:8:81 arms[1].tactics.coupons.to.level is not known here; known: share, holdOut, minTenure, maxTenure, minAway, maxAway, minIdle, maxIdle, minFriends, maxFriends, minOrders, maxOrders, minLevel, maxLevel, status, segments",
        "plan.yaml:8:100 arms[1].tactics.coupons.starts must say one of at least, at most; got none",
        "plan.yaml:8:142 arms[1].tactics.coupons.stops.metric must be a metric with a value for each day; buyers has one for the whole run only",
        "plan.yaml:8:183 arms[1].tactics.coupons.stops.over must be a duration such as \`30 days\`, at least 1 day; got "0 days"",
      ]
    `);
    expect(problemsOf('{to: {segments: odd}}', 'zh-CN')).toMatchInlineSnapshot(`
      [
        "plan.yaml:8:32 arms[1].tactics.coupons.to.segments 须为人群名称；现为 "odd"；是否指 old？",
      ]
    `);
    expect(problemsOf('{to: everybody, starts: soon}')).toMatchInlineSnapshot(`
      [
        "plan.yaml:8:21 arms[1].tactics.coupons.to must be a mapping of whom the tactic is for; got "everybody"",
        "plan.yaml:8:40 arms[1].tactics.coupons.starts must be a mapping of a condition (metric, over, and one of at least, at most); got "soon"",
      ]
    `);
  });
});
