import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, planExperiment, resultKey } from '../../src/experiment/plan.ts';
import { tiesFromPairs } from '../../src/population/ties.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { planFrom, scenarioFrom } from './fake.ts';

const { hash } = planFrom();
const { arms } = scenarioFrom();
const withArm = (change: Partial<Scenario['arms'][number]>): Partial<Scenario> => ({
  arms: [arms[0], { ...arms[1], ...change }],
});

describe('hash of a scenario', () => {
  it.each<[string, Partial<Scenario>]>([
    ['title', { title: { en: 'Another' } }],
    ['question', { question: { en: 'Why?' } }],
    ['number of worlds', { worlds: 999 }],
    ['currency, which is only a name', { currency: 'USD' }],
    ['notes', { notes: ['a note'] }],
    ['judge', { judge: { ...scenarioFrom().judge, metric: 'members' } }],
    ['name and label of an arm', withArm({ name: 'renamed', label: { en: 'Renamed' } })],
  ])('does not change with the %s', (_, change) => {
    expect(planFrom(change).hash).toBe(hash);
  });

  it.each<[string, Partial<Scenario>]>([
    ['seed', { seed: 'another' }],
    ['horizon', { horizonDays: 7 }],
    ['kind of assumptions', { assumptions: 'fixed' }],
    [
      'value of a setting',
      withArm({ sections: { ...arms[1].sections, leave: { perTie: { amount: 0.3 } } } }),
    ],
    [
      'days of a tactic',
      withArm({
        tactics: arms[1].tactics.map((tactic) => ({ ...tactic, plan: { ...tactic.plan, fromDay: 2 } })),
      }),
    ],
    [
      'name of a tactic, as its draws are by name',
      withArm({ tactics: arms[1].tactics.map((t) => ({ ...t, name: 'x' })) }),
    ],
    ['segments', withArm({ segments: [{ name: 'all', share: 1, people: {} }] })],
    ['order of the arms', { arms: [arms[1], arms[0]] }],
    ['an arm that is left out', { arms: [arms[0]] }],
  ])('changes with the %s', (_, change) => {
    expect(planFrom(change).hash).not.toBe(hash);
  });

  it('goes by the ties of a network, not by the name of its file', () => {
    const pairs = (...ends: number[]) => tiesFromPairs(4, Uint32Array.of(0, 1), Uint32Array.from(ends));
    const hashWith = (name: string, ties: ReturnType<typeof pairs>) =>
      planExperiment({ ...scenarioFrom(), ...withArm({ networkFile: name }) }, new Map([[name, ties]])).hash;
    expect(hashWith('a.txt', pairs(1, 2))).toBe(hashWith('b.csv', pairs(1, 2)));
    expect(hashWith('a.txt', pairs(1, 2))).not.toBe(hashWith('a.txt', pairs(1, 3)));
    expect(hashWith('a.txt', pairs(1, 2))).not.toBe(hash);
  });

  it('refuses a network that was not read', () => {
    expect(() => planFrom(withArm({ networkFile: 'missing.txt' }))).toThrow('missing.txt');
  });
});

describe('key of a result', () => {
  it('is the same for arms that do the same, and different for each world', () => {
    const twins = planFrom({ arms: [arms[0], { ...arms[0], name: 'again' }] });
    expect(resultKey(twins, 5, 0)).toBe(resultKey(twins, 5, 1));
    expect(new Set([0, 1, 2, 10, 11].map((world) => resultKey(twins, world, 0))).size).toBe(5);
  });

  it('does not change when another arm is added or left out', () => {
    expect(resultKey(planFrom({ arms: [arms[1]] }), 3, 0)).toBe(resultKey(planFrom(), 3, 1));
  });
});

describe('canonical text', () => {
  it('is the same for any order of fields', () => {
    const value = fc.dictionary(fc.string(), fc.oneof(fc.double(), fc.string(), fc.array(fc.boolean())));
    fc.assert(
      fc.property(value, (fields) => {
        const turned = Object.fromEntries(Object.entries(fields).reverse());
        expect(canonical(turned)).toBe(canonical(fields));
      }),
    );
  });

  it('tells apart values that look alike', () => {
    const texts = [1, '1', null, 'null', [1], { 0: 1 }, [[1]], true, ''].map(canonical);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('takes a field that is undefined for one that is absent', () => {
    expect(canonical({ a: 1, b: undefined })).toBe(canonical({ a: 1 }));
  });
});

describe('what is kept of a day', () => {
  it('is what comparisons draw and judge by, or everything', () => {
    const judge = { ...scenarioFrom().judge, metric: 'complaints' };
    expect(planFrom({ judge }).kept).toEqual(['netRevenue', 'members', 'activeMembers', 'complaints']);
    expect(planFrom({ judge: { ...judge, metric: 'retention90' } }).kept).not.toContain('retention90');
    const everything = planExperiment(scenarioFrom(), new Map(), 'everything').kept;
    expect(everything.length).toBeGreaterThan(40);
  });
});
