import { describe, expect, it } from 'vitest';
import { bestText } from '../../../src/experiment/optimise/best.ts';
import {
  type Candidates,
  candidatesOf,
  type Mixing,
  problemsOfMixing,
} from '../../../src/experiment/optimise/candidates.ts';
import { chooseSets } from '../../../src/experiment/optimise/sets.ts';
import { type Mixable, mixableOf } from '../../../src/experiment/optimise/tactics.ts';
import { armKey } from '../../../src/experiment/plan.ts';
import { readInput } from '../../../src/experiment/sweep/inputs.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { documentOf } from '../../../src/scenario/places.ts';
import { scenarioFrom } from '../fake.ts';

const yaml = `
seedbed: 1
title: Mixes
horizon: 60 days
community: {members: 40, prospects: 10}
tactics:
  rivals: {}
arms:
  - name: plain
    tactics: {ads: {load: 4}}
  - name: small
    tactics: {ads: {load: 4}, coupons: {depth: 10%}}
  - name: large
    label: {en: Large, zh-CN: 大}
    tactics: {ads: {load: 4}, coupons: {depth: 30%}, referral: {}}
`;

function mixing({
  text = yaml,
  mix,
  vary = [],
  most = 64,
}: {
  text?: string;
  mix?: string[];
  vary?: string[];
  most?: number;
} = {}): Mixing {
  const scenario = scenarioFrom(text);
  const document = documentOf(text);
  const mixable = mixableOf(document, mix);
  if ('problems' in mixable) throw new Error(mixable.problems.join());
  const inputs = vary.map((one) => {
    const read = readInput(one, scenario, { text });
    if ('problem' in read) throw new Error(read.problem);
    return read.input;
  });
  const { seed, arms } = scenario;
  return {
    file: 'x.yaml',
    document,
    options: {},
    networks: new Map(),
    mixable,
    inputs,
    most,
    seed,
    baseline: arms[0],
  };
}

const names = ({ list }: Candidates) => list.map(({ name }) => name);

describe('what is mixed', () => {
  it('are the tactics that not all arms have alike, each as every arm has it; the others of the baseline stay', () => {
    const { mixable } = mixing();
    expect([...mixable.options.keys()]).toEqual(['coupons', 'referral']);
    expect(mixable.options.get('coupons')?.map(({ arm }) => arm)).toEqual([1, 2]);
    expect(Object.keys(mixable.always)).toEqual(['rivals', 'ads']);
  });

  it('are all tactics but rivals where arms are alike', () => {
    const { mixable } = mixing({
      text: yaml.replace(/arms:[\s\S]*/, 'arms: [{name: a, tactics: {ads: {}, sale: {}}}]\n'),
    });
    expect([...mixable.options.keys()]).toEqual(['ads', 'sale']);
  });

  it('are those that are named, of the table too; what is no tactic is a problem, all at once', () => {
    expect([...mixing({ mix: ['sale', 'ads'] }).mixable.options.keys()]).toEqual(['sale', 'ads']);
    expect(mixableOf(documentOf(yaml), ['cupons', 'nothing', 'ads'])).toEqual({
      problems: [
        expect.stringMatching(/^--mix cupons: .*did you mean coupons/),
        expect.stringMatching(/^--mix nothing: no arm has a tactic of that name/),
      ],
    });
  });
});

describe('candidates', () => {
  it('are the baseline, and every set of at most one option of each name', () => {
    expect(names(candidatesOf(mixing()))).toEqual([
      ...['plain', 'coupons (small)', 'coupons (large)', 'referral'],
      ...['coupons (small) + referral', 'coupons (large) + referral'],
    ]);
  });

  it('have keys of their own arms in the file: results are shared with compare', () => {
    const scenario = scenarioFrom(yaml);
    const keys = scenario.arms.map((arm) => armKey(scenario, arm, new Map()));
    const { list } = candidatesOf(mixing());
    expect([list[0], list[1], list[5]].map(({ armKey: key }) => key)).toEqual(keys);
  });

  it('have the empty set too where the baseline has what is mixed, and count once what is the same', () => {
    const found = candidatesOf(mixing({ mix: ['ads', 'referral'] }));
    expect(names(found)).toEqual(['plain', 'none of them', 'referral', 'ads + referral']);
    expect(found.same).toBe(1);
    expect(found.list[1].tactics).toEqual(['rivals']);
  });

  it('can do without a tactic that the file gives to all arms', () => {
    const { list } = candidatesOf(mixing({ mix: ['rivals'] }));
    expect(list.map(({ tactics }) => [...tactics].sort())).toEqual([['ads', 'rivals'], ['ads']]);
  });

  it('cross sets with settings of what they have, within the ends, in units of the file', () => {
    const found = candidatesOf(mixing({ vary: ['tactics.coupons.depth=5%..40%'], most: 21 }));
    const depths = found.list.flatMap(({ settings }) => settings.map(({ value }) => value));
    // Both options of coupons differ in nothing but what is varied, so half of 2 x 2 x 5 are the same.
    expect(depths).toHaveLength(10);
    expect(found.same).toBe(10);
    expect(Math.min(...depths)).toBeGreaterThanOrEqual(0.05);
    expect(Math.max(...depths)).toBeLessThanOrEqual(0.4);
    expect(found.list[1].settings[0].written).toMatch(/^[\d.]+%$/);
    expect(found.list[1].label['zh-CN']).toMatch(/^优惠券（同small） \(.+ [\d.]+%\)$/);
    expect(found.list.find(({ name }) => name === 'referral')?.settings).toEqual([]);
  });

  it('keep those that are there when more are wanted', () => {
    const depths = (most: number) =>
      candidatesOf(mixing({ vary: ['tactics.coupons.depth=5%..40%'], most })).list.flatMap(({ settings }) =>
        settings.map(({ value }) => value),
      );
    expect(depths(41)).toEqual(expect.arrayContaining(depths(21)));
  });

  it('that contradict themselves are left out, with the reason', () => {
    const text = yaml.replace('referral: {}', 'referral: {to: {minLevel: 1}}, levels: {}');
    const found = candidatesOf(mixing({ text, mix: ['referral', 'levels'] }));
    expect(names(found)).toEqual(['plain', 'levels', 'referral + levels']);
    expect(found.leftOut).toEqual([
      { name: 'referral', why: [expect.stringMatching(/^tactics\.referral\.to\.minLevel .*levels/)] },
    ]);
  });

  it('branch from the past of the baseline where the file does', () => {
    const { list, scenario } = candidatesOf(mixing({ text: `${yaml}branch: 20 days\n` }));
    expect(scenario.branchDay).toBe(20);
    expect(list[1].arm.past?.tactics.map(({ name }) => name)).toEqual(
      list[0].arm.tactics.map(({ name }) => name),
    );
    expect(list[0].arm.past).toBeUndefined();
  });

  it('need room for each tactic alone, and something to choose from', () => {
    expect(problemsOfMixing(mixing({ most: 2 }))).toEqual([
      '--candidates must be at least 3, for each tactic alone; got 2',
    ]);
    const bare = yaml.replace(/tactics:[\s\S]*/, 'arms: [{name: a}, {name: b}]\n');
    expect(problemsOfMixing(mixing({ text: bare }))).toEqual([
      expect.stringMatching(/nothing to choose from/),
    ]);
    expect(
      problemsOfMixing(mixing({ vary: ['tactics.ads.load=2..9', 'tactics.ads.load=2..9'], mix: ['sale'] })),
    ).toEqual(['--vary tactics.ads.load: is given twice']);
  });
});

describe('a sample of sets', () => {
  const six = new Map(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((tactic) => [
      tactic,
      [{ tactic, arm: 1, inBaseline: false, entry: {} }],
    ]),
  ) as Mixable['options'];
  const texts = (most: number, seed = 's') =>
    chooseSets({ options: six }, most, seed).map((set) => set.map(({ tactic }) => tactic).join(''));

  it('is all 2^n - 1 where there is room', () => {
    expect(new Set(texts(63)).size).toBe(63);
  });

  it('has every tactic alone, no set twice, and depends on the seed alone', () => {
    const sample = texts(20);
    expect(sample.slice(0, 6)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(new Set(sample).size).toBe(20);
    expect(texts(20)).toEqual(sample);
    expect(texts(20, 'other')).not.toEqual(sample);
  });
});

describe('the file of the best', () => {
  it('is a scenario of baseline and winner that comes to the same results', () => {
    // What both arms share must not be written as a reference, which files of scenarios may not have.
    const text = yaml.replace('- name: plain', '- name: plain\n    buy: {margin: 30%}');
    const source = mixing({ text, vary: ['tactics.coupons.depth=5%..40%'], most: 21 });
    const { list, scenario } = candidatesOf(source);
    const written = bestText({
      document: source.document,
      baseline: list[0],
      other: list[3],
      isWinner: true,
      seed: scenario.seed,
      worlds: 40,
      command: 'seedbed optimise x.yaml\nrm: 1',
      network: (name) => name,
    });
    const { scenario: best, problems } = parseScenario(written, 'best.yaml');
    expect(problems).toEqual([]);
    expect(best?.worlds).toBe(40);
    expect(best?.arms.map((arm) => best && armKey(best, arm, new Map()))).toEqual([
      list[0].armKey,
      list[3].armKey,
    ]);
    expect(written).not.toMatch(/[&*]a\d/);
  });
});
