import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { armKey } from '../../src/experiment/plan.ts';
import { assumptionRows } from '../../src/report/html-assumptions.ts';
import { resolveArm, uncertainInputs, uncertainPaths } from '../../src/scenario/assumptions.ts';
import { explain } from '../../src/scenario/describe.ts';
import { drawsOf } from '../../src/scenario/draws.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { midRank, posteriorQuantile } from '../../src/scenario/posterior.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { jsonSchema } from '../../src/scenario/schema.ts';

const parsed = (text: string) => parseScenario(`seedbed: 1\ntitle: T\n${text}`, 'test.yaml');

function scenarioOf(text: string): Scenario {
  const { scenario, problems } = parsed(text);
  expect(problems).toEqual([]);
  return scenario as Scenario;
}

const two = 'posterior:\n  leave.perTie: [0.2, 0.3, 0.5]\n  people.visits: [90%, 0.3, 0.5]\n';
const numbers = (scenario: Scenario, world: number, arm = 0) => {
  const { sections } = resolveArm(scenario, scenario.arms[arm], world);
  return [sections.leave.perTie, sections.people.visits];
};
const rows = [
  [0.2, 0.9],
  [0.3, 0.3],
  [0.5, 0.5],
];

describe('a posterior in a scenario', () => {
  it('gives every world a row of it, twins alike, all rows as often', () => {
    const scenario = scenarioOf(two);
    const counts = [0, 0, 0];
    for (let world = 0; world < 1200; world += 2) {
      const own = numbers(scenario, world);
      expect(numbers(scenario, world + 1)).toEqual(own);
      const row = rows.findIndex((each) => each.join() === own.join());
      counts[row]++;
    }
    // 600 twins, a third each: standard error 11.5; 46 is 4 of them.
    for (const count of counts) expect(Math.abs(count - 200)).toBeLessThan(46);
  });

  it('gives medians where assumptions are fixed', () => {
    expect(numbers(scenarioOf(`assumptions: fixed\n${two}`), 5)).toEqual([0.3, 0.5]);
    const whole = scenarioOf('assumptions: fixed\nposterior: {community.members: [10, 13, 20, 31]}\n');
    expect(resolveArm(whole, whole.arms[0], 0).sections.community.members).toBe(17);
  });

  it('yields to a plain number, of the base or of an arm or the command line, and not to a range', () => {
    const arms =
      'arms:\n  - {name: a}\n  - {name: b, leave: {perTie: 0.9}}\n  - {name: c, leave: {perTie: 0.8 to 1}}\n';
    const scenario = scenarioOf(`${two}${arms}`);
    const [first, second] = numbers(scenario, 3);
    expect(numbers(scenario, 3, 1)).toEqual([0.9, second]);
    expect(numbers(scenario, 3, 2)).toEqual([first, second]);
    const set = parseScenario(`seedbed: 1\ntitle: T\n${two}`, '', { set: ['leave.perTie=0.7'] });
    expect(numbers(set.scenario as Scenario, 3)[0]).toBe(0.7);
  });

  it('reaches segments and tactics by name; a load given by visit is in the unit of its input then', () => {
    const scenario = scenarioOf(`community: {segments: {old: {share: 1, people: {visits: 10% to 20%}}}}
tactics: {spring: {tactic: ads, load: 1 to 2 per visit}}
posterior: {community.segments.old.people.visits: [0.25], tactics.spring.load: [7]}
`);
    const { segments, tactics } = resolveArm(scenario, scenario.arms[0], 0);
    expect([segments[0].people.visits, tactics[0].values.load]).toEqual([0.25, 7]);
    expect(uncertainPaths(scenario)).not.toContain('tactics.spring.load');
  });

  it('says where a world stands in the column, and what the column reaches', () => {
    const scenario = scenarioOf(two);
    const { paths, uniform } = drawsOf(scenario);
    expect(paths).toContain('people.visits');
    for (let world = 0; world < 20; world++) {
      const [tie, visits] = numbers(scenario, world);
      expect(uniform(world, 'leave.perTie')).toBe(midRank([0.2, 0.3, 0.5], tie));
      expect(uniform(world, 'people.visits')).toBe(midRank([0.9, 0.3, 0.5], visits));
    }
    const input = uncertainInputs(scenario).get('leave.perTie');
    expect(input).toMatchObject({ isFitted: true, range: { low: 0.2, high: 0.5 } });
    expect(input?.at(0.5)).toBe(0.3);
    const row = assumptionRows(scenario).find(({ path }) => path === 'leave.perTie');
    expect(row).toMatchObject({ range: '0.2 to 0.5', known: 'fitted' });
  });

  it('enters keys; without it they are what they were', () => {
    const key = (text: string) => {
      const scenario = scenarioOf(text);
      return armKey(scenario, scenario.arms[0], new Map());
    };
    expect(key(two)).not.toBe(key(''));
    expect(key(two)).not.toBe(key(two.replace('0.2', '0.21')));
    expect(scenarioOf('')).not.toHaveProperty('posterior');
  });

  it('is explained, and known to editors', () => {
    expect(explain('posterior')).toMatchObject({
      is: 'field',
      about: expect.stringContaining('equally likely'),
    });
    expect(JSON.stringify(jsonSchema())).toContain('stand in for ranges');
  });

  it('says so where it changes nothing', () => {
    expect(scenarioOf('leave: {perTie: 0.4}\nposterior: {leave.perTie: [0.1]}\n').notes).toEqual([
      'posterior: leave.perTie changes nothing: every arm has a plain number there',
    ]);
  });
});

describe('a posterior that cannot be used', () => {
  it.each([
    ['posterior: {}', 'posterior', 'must name an input; leave posterior out instead'],
    ['posterior: [1]', 'posterior', 'must be a mapping of paths to lists of draws; got a list'],
    [
      'posterior: {leave.perTie: []}',
      'posterior["leave.perTie"]',
      'must not be empty; leave draws out instead',
    ],
    ['posterior: {leave.perTie: 0.3}', 'posterior["leave.perTie"]', 'must be a list of draws; got 0.3'],
    [
      'posterior: {leave.perTies: [0.3]}',
      'posterior["leave.perTies"]',
      'is no input of any arm; did you mean leave.perTie?',
    ],
    [
      'posterior: {buy.quits: [1]}',
      'posterior["buy.quits"]',
      'is chosen, not drawn: give it a plain value instead',
    ],
    [
      'posterior: {leave.perTie: [0.3, 0.1 to 0.2]}',
      'posterior["leave.perTie"][1]',
      'must be one number, not a range; got "0.1 to 0.2"',
    ],
    [
      'posterior: {leave.perTie: [0.3, 0.2], people.visits: [1]}',
      'posterior["people.visits"]',
      'must have as many draws as leave.perTie, which has 2; got 1',
    ],
    ['arms: [{name: a, posterior: {leave.perTie: [1]}}]', 'arms[0].posterior', 'is not known here'],
  ])('%s', (text, path, message) => {
    const { problems } = parsed(`${text}\n`);
    expect(problems[0]).toMatchObject({ path, line: 3 });
    expect(problems[0].message).toContain(message);
    expect(problems).toHaveLength(1);
    expect(problems[0].text['zh-CN']).toMatch(/\p{Script=Han}/u);
  });

  it('has all its problems told at once, each at its place', () => {
    const { problems } = parsed(
      'posterior:\n  leave.perTie: [0.3, -1]\n  people.visits: [1, much]\n  sky: [1, 2]\n',
    );
    expect(problems.map(({ line, path }) => [line, path])).toEqual([
      [4, 'posterior["leave.perTie"][1]'],
      [5, 'posterior["people.visits"][1]'],
      [6, 'posterior.sky'],
    ]);
  });
});

describe('columns', () => {
  it('have quantiles that meet their mid-ranks', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (column) => {
        for (const draw of column)
          expect(posteriorQuantile(column, midRank(column, draw))).toBeCloseTo(draw, 6);
      }),
    );
    expect(midRank([1, 1, 1, 5], 1)).toBe(0.375);
  });
});
