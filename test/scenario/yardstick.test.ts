import { describe, expect, it } from 'vitest';
import { planExperiment } from '../../src/experiment/plan.ts';
import { type ParseOptions, parseScenario } from '../../src/scenario/parse.ts';
import type { Yardstick } from '../../src/scenario/scenario.ts';
import { describePlace, jsonSchema } from '../../src/scenario/schema.ts';

/** A file with this in its `yardstick`, line by line, and these further lines. */
const file = (yardstick: readonly string[], more: readonly string[] = []): string =>
  [
    'seedbed: 1',
    'title: Test',
    'assumptions: fixed',
    'horizon: 100 days',
    'community: {members: 0, prospects: 500}',
    'join: {innovation: 0.01, imitation: 0.05}',
    ...more,
    'yardstick:',
    '  statement: A law.',
    '  source: A paper.',
    '  known: computed',
    ...yardstick.map((line) => `  ${line}`),
  ].join('\n');

const problemsOf = (text: string, options?: ParseOptions): string[] =>
  parseScenario(text, 'test.yaml', options).problems.map(({ path, message, text: { 'zh-CN': chinese } }) => {
    expect(chinese).toMatch(/\p{Script=Han}/u);
    return `${path} ${message}`;
  });

function yardstickOf(text: string, options?: ParseOptions): Yardstick {
  const { scenario, problems } = parseScenario(text, 'test.yaml', options);
  if (!scenario?.yardstick) throw new Error(JSON.stringify(problems));
  return scenario.yardstick;
}

const bass = 'law: {bass: {innovation: join.innovation, imitation: join.imitation, time: on}}';
const good = file([
  'settable: [join.innovation, horizon, community.network.ties]',
  `checks: [{metric: members, on: 50 days, per: community.prospects, expected: 0.7608, ${bass}}]`,
]);

describe('the yardstick of a file', () => {
  it('is read, its law at the numbers of the file', () => {
    const { checks, changed, settable } = yardstickOf(good);
    const [check] = checks;
    const left = Math.exp(-0.06 * 50);
    expect(check.expected).toBeCloseTo((1 - left) / (1 + 5 * left), 12);
    expect(check).toMatchObject({
      metric: 'members',
      arm: 'base',
      on: 50,
      from: null,
      per: 500,
      within: null,
    });
    expect(check.law).toEqual({ name: 'bass', given: { innovation: 0.01, imitation: 0.05, time: 50 } });
    expect(changed).toEqual([]);
    expect(settable).toContain('horizon');
    expect(Object.isFrozen(check)).toBe(true);
  });

  it('follows other numbers by its law, and says which were set', () => {
    const set = ['join.innovation=0.02', 'community.prospects=900', 'worlds=3'];
    const { checks, changed } = yardstickOf(good, { set, seed: 'other' });
    const left = Math.exp(-0.07 * 50);
    expect(checks[0].expected).toBeCloseTo((1 - left) / (1 + 2.5 * left), 12);
    expect(checks[0].per).toBe(900);
    expect(changed).toEqual(['join.innovation', 'community.prospects']);
  });

  it('enters no key, so no draw and no digest', () => {
    const { scenario } = parseScenario(good, 'test.yaml');
    const { scenario: without } = parseScenario(good.slice(0, good.indexOf('yardstick:')), 'test.yaml');
    if (!scenario || !without) throw new Error('unreadable');
    expect(without.yardstick).toBeNull();
    expect(planExperiment(scenario, new Map()).hash).toBe(planExperiment(without, new Map()).hash);
  });

  it('may take products, durations, words and numbers of other arms', () => {
    const text = file(
      [
        'checks:',
        '  - {metric: members, arm: b, against: a, on: 1 day, expected: 0.03, law: {little: {arrivals: [join.innovation, 3], wait: 24 hours}}}',
        '  - {metric: members, arm: a, expected: 0.02, law: {little: {arrivals: \'arms["b"].join.innovation\', wait: 1}}}',
        '  - {metric: members, arm: b, of: share, at least: horizon, expected: 0.5, law: {extinction: {offspring: geometric, mean: 2}}}',
      ],
      ['arms: [{name: a}, {name: b, join: {innovation: 0.02}}]'],
    ).replace('expected: 0.03', 'expected: 0.06');
    const { checks } = yardstickOf(text);
    expect(checks.map(({ expected }) => expected)).toEqual([0.06, 0.02, 0.5]);
    expect(checks[2].counts).toEqual({ kind: 'atLeast', value: 100 });
    expect(checks[0].against).toBe('a');
    const parts = 'law: {little: {arrivals: [3, /community.prospects, /join.innovation], wait: 1}}';
    const divided = yardstickOf(file([`checks: [{metric: members, expected: 0.6, ${parts}}]`]));
    expect(divided.checks[0].expected).toBeCloseTo(3 / 500 / 0.01, 12);
  });
});

describe('what is wrong with a yardstick', () => {
  it('is all told at once, with path, rule and value', () => {
    const text = file([
      'settable: [join.inovation]',
      'checks:',
      '  - {metric: membres, expected: 1}',
      '  - {metric: posters, on: 3 days, expected: 1}',
      '  - {metric: members, on: 101 days, expected: 1}',
      '  - {metric: members, from: 9 days, on: 9 days, expected: 1}',
      '  - {metric: members, from: 9 days, expected: 1}',
      '  - {metric: members, take: total, expected: 1}',
      '  - {metric: members, arm: x, against: base, expected: 1}',
      '  - {metric: members, of: share, expected: 1}',
      '  - {metric: members, equals: 1, expected: 1}',
      '  - {metric: members, within: -1, expected: one}',
      '  - {metric: members, expected: 1, per: join.imitaton}',
      '  - {metric: members, expected: 1, law: {bass: {innovation: 1, time: 3}}}',
      '  - {metric: members, expected: 1, law: {bas: {}}}',
      '  - {metric: members, expected: 1, law: {}}',
      '  - {metric: members, expected: 1, law: {extinction: {offspring: poison, mean: 2}}}',
      '  - {metric: members, expected: 1, law: {extinction: {offspring: binomial, mean: 2}}}',
      '  - {metric: members, expected: 1, law: {geometricRetention: {chance: 3, time: 2}}}',
      '  - {metric: members, expected: 1, law: {extinction: {offspring: geometric, mean: 2}}}',
    ]);
    const at = (i: number, rest: string): string => `yardstick.checks[${i}].${rest}`;
    expect(problemsOf(text)).toEqual([
      'yardstick.settable[0] must be a path that --set can change; got "join.inovation"; did you mean join.innovation?',
      at(0, 'metric must be a metric; got "membres"; did you mean members?'),
      at(
        1,
        'metric must be a metric with daily values where a day is named; posters has one number for the whole run',
      ),
      at(2, 'on must be a day from 1 to 100, the horizon; got "101 days"'),
      at(3, 'from must be before on, which is day 9; got day 9'),
      at(4, 'from needs `on`, the day at which it ends'),
      at(5, 'take needs `from` and `on`, the days that it counts'),
      at(6, 'arm no arm is named "x"; known: base'),
      at(6, 'against must be another arm than the one that is checked'),
      at(7, 'of needs one of equals, at least, at most: what the counted worlds have in common; got none'),
      at(8, 'equals belongs to `of: share`'),
      at(9, 'within must be at least 0; got -1'),
      at(9, 'expected must be a plain number; got "one"'),
      at(
        10,
        'per must be a number or a path with a number; got "join.imitaton"; did you mean join.imitation?',
      ),
      at(11, 'law.bass.imitation is missing'),
      at(12, 'law.bas is not known here; did you mean bass?'),
      at(13, 'law must name one law; got 0'),
      at(
        14,
        'law.extinction.offspring must be a number or a path with a number; got "poison"; did you mean poisson?',
      ),
      at(
        15,
        'law.extinction has no value at these numbers (offspring binomial, mean 2, trials 0, dispersion 0, seeds 1)',
      ),
      at(16, 'law.geometricRetention.chance must be a chance from 0 to 100 %; got 3'),
      ' and 1 more problem',
    ]);
  });

  it('is a number that its law does not give, and assumptions that are not fixed', () => {
    expect(problemsOf(good.replace('0.7608', '0.79'))).toEqual([
      "yardstick.checks[0].expected must be what its law gives at the file's own numbers, 0.760818; got 0.79",
    ]);
    expect(problemsOf(good.replace('assumptions: fixed\n', ''))).toEqual([
      'assumptions must be fixed where there is a yardstick: a law holds for settled numbers; got "plausible"',
    ]);
  });

  it('is a law without a value at what the command line set', () => {
    const text = file([
      'checks: [{metric: members, expected: 50, law: {ceiling: {arrivals: 1, exit: 0.03, referral: join.innovation}}}]',
    ]);
    expect(problemsOf(text)).toEqual([]);
    expect(problemsOf(text, { set: ['join.innovation=0.03'] })).toEqual([
      'yardstick.checks[0].law.ceiling has no value at these numbers (arrivals 1, exit 0.03, referral 0.03)',
    ]);
  });
});

describe('editors', () => {
  it('know its keys, its laws and their numbers', () => {
    expect(JSON.stringify(jsonSchema())).toContain('bassReaches');
    expect(describePlace(['yardstick', 'checks', 0, 'on'])?.about).toMatch(/^Days after the start/);
    expect(describePlace(['yardstick', 'checks', 0, 'law', 'bass', 'innovation'])?.about).toMatch(/^p: rate/);
    expect(describePlace(['yardstick', 'nothing'])).toBeNull();
  });
});
