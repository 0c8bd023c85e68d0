import { describe, expect, it } from 'vitest';
import { formatProblem, parseScenario } from '../../src/scenario/parse.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

const text = `seedbed: 1
title: T
community: {network: {ties: 8}}
tactics: {ads: {load: 6 per hour}}
arms:
  - {name: Blunt ads, tactics: {ads: {targeting: 0%}}}
  - {name: "Tailored v1.2", tactics: {ads: {targeting: 100%}}}
judge:
  guardrails:
    - {metric: 90-day retention, worse: 2 points}
`;

const parse = (...set: string[]) => parseScenario(text, 'f.yaml', { set });

function scenarioOf(...set: string[]): Scenario {
  const { scenario, problems } = parse(...set);
  expect(problems).toEqual([]);
  return scenario as Scenario;
}

const wrong = (...set: string[]): string[] =>
  parse(...set).problems.map((problem) => formatProblem('f.yaml', problem));

describe('--set', () => {
  it('changes any path of the file, units as there', () => {
    expect(scenarioOf('horizon=3 months', 'judge.matters=3%', 'assumptions=fixed', 'seed=7')).toMatchObject({
      horizonDays: 91,
      judge: { matters: { relative: 0.03 } },
      assumptions: 'fixed',
      seed: '7',
    });
    const { arms } = scenarioOf('tactics.ads.load=5 to 8 per visit', 'leave.perTie=0.2');
    expect(arms[1].tactics[0].settings.load).toEqual({ amount: { low: 5, high: 8 }, per: 'visit' });
    expect(arms[0].sections.leave.perTie).toEqual({ amount: 0.2 });
  });

  it('reaches arms by position and by name', () => {
    for (const arm of ['arms[1]', 'arms["Tailored v1.2"]']) {
      const { arms } = scenarioOf(`${arm}.tactics.ads.load=9`);
      expect(arms.map(({ tactics }) => tactics[0].settings.load.amount)).toEqual([6, 9]);
    }
    expect(scenarioOf('arms.Blunt ads.name=Blunt').arms[0].name).toBe('Blunt');
  });

  it('takes lists and mappings, and later sets over earlier ones', () => {
    expect(scenarioOf('community.network=friends.txt').arms[0].networkFile).toBe('friends.txt');
    expect(scenarioOf('community.network={kind: random}').arms[0].sections.network).toEqual({
      kind: { amount: 0 },
    });
    expect(scenarioOf('judge.guardrails=[]', 'horizon=30 days').judge.guardrails).toEqual([]);
    expect(scenarioOf('arms=[{name: Only}]').arms.map(({ name }) => name)).toEqual(['Only']);
    expect(scenarioOf('arms[2]={name: Third}').arms[2].name).toBe('Third');
    expect(
      scenarioOf('tactics.ads.load=1', 'tactics.ads.load=2').arms[0].tactics[0].settings.load.amount,
    ).toBe(2);
    expect(
      scenarioOf('tactics.ads=off', 'arms[0].tactics.ads=off', 'arms[1].tactics.ads=off').arms[0].tactics,
    ).toEqual([]);
    expect(scenarioOf('title=Ads: good or bad = which?').title.en).toBe('Ads: good or bad = which?');
    expect(scenarioOf('title="2026"').title.en).toBe('2026');
  });

  it('creates the mappings on the way', () => {
    expect(scenarioOf('community.segments.a.share=100%').arms[0].segments).toEqual([
      { name: 'a', share: 1, people: {} },
    ]);
  });

  it.each([
    [
      'tactics.ads.load=-3',
      '--set tactics.ads.load=-3: must be ads per hour, visit or active day, at least 0; got -3',
    ],
    ['arms.Blunt adz.people.visits=1', 'arms has nothing named "Blunt adz"; did you mean Blunt ads?'],
    ['arms[0].tactics.ads.laod=3', '--set arms[0].tactics.ads.laod=3: is not known here; did you mean load?'],
    ['arms.Blunt ads.tactics.ads.laod=3', ': arms[0].tactics.ads.laod is not known here; did you mean load?'],
    ['arms[7].name=x', 'arms has 2 items, counted from 0'],
    ['comunity.members=5', '--set comunity.members=5: comunity is not known here; did you mean community?'],
    [
      'community={members: -5}',
      '--set community={members: -5}: community.members must be a whole number (people)',
    ],
    ['title.en.x=1', 'title is "T" and has no parts'],
    ['judge[0]=1', 'judge is a mapping and has no position 0'],
    ['nothing', '--set nothing: must be PATH=VALUE'],
    ['=5', 'must be PATH=VALUE'],
    ['a..b=5', 'must be PATH=VALUE'],
    ['__proto__.polluted=1', '__proto__ is not allowed as a name'],
    ['people.constructor.prototype.polluted=1', 'constructor is not allowed as a name'],
    ['community={members: 5', 'has a value that is not readable: `{` is never closed'],
    ['people={a: &x 1}', 'has a value that is not readable: anchors'],
    ['people={"__proto__": {"polluted": 1}}', 'has a value that is not readable'],
    ['title=', '--set title=: must be text; got nothing'],
    ['\u001b[31m=1', '--set \\u001b[31m=1: must be PATH=VALUE'],
    [`${'a.'.repeat(30)}b=1`, 'more than 20 steps'],
  ])('names itself when %s is wrong', (set, words) => {
    const [line] = wrong(set);
    expect(line.startsWith('--set ')).toBe(true);
    expect(line).toContain(words);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('is blamed for what it spoils, the file for the rest', () => {
    expect(wrong('arms[1].name=Blunt ads', 'leave.perTie=x').map((line) => line.split(':')[0])).toEqual([
      '--set leave.perTie=x',
      '--set arms[1].name=Blunt ads',
    ]);
    expect(wrong('horizon=30 days')).toEqual([
      'f.yaml:10:16 judge.guardrails[0].metric needs a horizon of more than 90 days for 90-day retention; got 30 days',
    ]);
  });

  it('remarks when no arm feels it', () => {
    expect(scenarioOf('tactics.ads.targeting=50%').notes).toEqual([
      '--set tactics.ads.targeting=50% changes nothing: every arm gives its own tactics.ads.targeting',
    ]);
    expect(scenarioOf('tactics.ads.load=5').notes).toEqual([]);
    expect(scenarioOf('tactics.ads.load=5', 'arms[0].tactics.ads.load=3').notes).toEqual([]);
  });
});
