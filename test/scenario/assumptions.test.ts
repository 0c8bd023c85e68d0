import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seedWords } from '../../src/random/keys.ts';
import { assumptionUniform, atQuantile, resolveArm, uncertainPaths } from '../../src/scenario/assumptions.ts';
import type { Kind, Parameter } from '../../src/scenario/parameter.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { table } from '../../src/scenario/table.ts';

const parameter = (kind: Kind, more: Partial<Parameter> = {}): Parameter => ({
  kind,
  label: { en: 'Test', 'zh-CN': '测试' },
  unit: 'times',
  default: 1,
  range: [1, 1],
  chosen: false,
  known: 'assumption',
  source: { en: 'test' },
  about: { en: 'Test.', 'zh-CN': '测试。' },
  ...more,
});

function scenarioOf(text: string): Scenario {
  const { scenario, problems } = parseScenario(`seedbed: 1\ntitle: T\n${text}`, 'test.yaml');
  expect(problems).toEqual([]);
  return scenario as Scenario;
}

describe('atQuantile', () => {
  it.each([
    ['chance', 0.05, 0.12],
    ['share', 0.00001, 0.999],
    ['positive', 0.1, 0.4],
    ['days', 30, 365],
    ['rate', 1e-5, 1e-3],
    ['money', 8, 30],
    ['load', 3, 12],
    ['signed', -0.5, 0.8],
    ['count', 3, 700],
  ] as const)('puts the ends of a range of %s at the 5th and 95th percentile', (kind, low, high) => {
    const p = parameter(kind);
    // Rounding of the quantile, exp and log: some 1e-15 each, times the width of the range in logarithms.
    expect(atQuantile(p, { low, high }, 0.05) / low).toBeCloseTo(1, 12);
    expect(atQuantile(p, { low, high }, 0.95) / high).toBeCloseTo(1, 12);
  });

  it('has the median that the family says', () => {
    const range = { low: 0.1, high: 0.4 };
    expect(atQuantile(parameter('positive'), range, 0.5)).toBeCloseTo(Math.sqrt(0.1 * 0.4), 14);
    expect(atQuantile(parameter('signed'), range, 0.5)).toBeCloseTo(0.25, 14);
    // Odds: geometric mean of 1/9 and 2/3.
    const odds = Math.sqrt((0.1 / 0.9) * (0.4 / 0.6));
    expect(atQuantile(parameter('chance'), range, 0.5)).toBeCloseTo(odds / (1 + odds), 14);
  });

  it('meets scipy at a third quantile', () => {
    // scipy 1.17.1: lognorm(s=log(4)/(2*1.6448536269514722), scale=0.2).ppf(0.75) with ends .1 and .4
    expect(atQuantile(parameter('positive'), { low: 0.1, high: 0.4 }, 0.75)).toBeCloseTo(
      0.2657483347893607,
      12,
    );
  });

  it('rises with u, keeps the bounds, and rounds counts', () => {
    const u = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
    fc.assert(
      fc.property(u, u, fc.constantFrom(...table), (a, b, { parameter: p }) => {
        const [low, high] = p.range;
        if (p.kind === 'switch' || p.kind === 'choice' || !(low < high)) return;
        const [x, y] = [Math.min(a, b), Math.max(a, b)].map((at) => atQuantile(p, { low, high }, at));
        expect(x).toBeLessThanOrEqual(y);
        for (const value of [x, y]) {
          expect(value).toBeGreaterThanOrEqual(p.min ?? (p.kind === 'signed' ? -Infinity : 0));
          expect(value).toBeLessThanOrEqual(p.max ?? (p.kind === 'chance' || p.kind === 'share' ? 1 : 1e15));
          if (p.kind === 'count') expect(Number.isInteger(value)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('assumptionUniform', () => {
  it('is shared by twins and by nobody else', () => {
    const seed = seedWords('seed');
    const at = (world: number, path = 'leave.perTie') => assumptionUniform(seed, world, path);
    expect(at(6)).toBe(at(7));
    expect(at(6)).not.toBe(at(8));
    expect(at(6)).not.toBe(at(6, 'leave.perActive'));
    expect(at(6)).not.toBe(assumptionUniform(seedWords('other'), 6, 'leave.perTie'));
  });

  it('is uniform over worlds', () => {
    const seed = seedWords('seed');
    const draws = Array.from({ length: 2000 }, (_, j) => assumptionUniform(seed, 2 * j, 'leave.perTie'));
    // Fixed seed; 4 standard errors of a mean of 2,000 uniforms are 0.026.
    expect(Math.abs(draws.reduce((sum, u) => sum + u, 0) / 2000 - 0.5)).toBeLessThan(0.026);
    expect(draws.every((u) => u > 0 && u < 1)).toBe(true);
  });
});

const segments = `community:
  segments:
    devoted: {share: 1, people: {visits: 30% to 60%, posts: 0.2}}
    others: {share: 3}
`;
const arms = `arms:
  - name: Few
    tactics: {ads: {load: 2 to 4 per hour}}
  - name: Many
    tactics: {ads: {load: 20 to 40 per hour}}
`;

describe('resolveArm', () => {
  it('takes the given value, else the given range, else the plausible range, else the default', () => {
    const scenario = scenarioOf('leave: {perTie: 0.3, perActive: 0.1 to 0.2}\n');
    const draws = Array.from(
      { length: 40 },
      (_, j) => resolveArm(scenario, scenario.arms[0], 2 * j).sections,
    );
    expect(new Set(draws.map(({ leave }) => leave.perTie))).toEqual(new Set([0.3]));
    expect(new Set(draws.map(({ leave }) => leave.perActive)).size).toBe(40);
    expect(
      draws.filter(({ leave }) => leave.perActive > 0.1 && leave.perActive < 0.2).length,
    ).toBeGreaterThan(28);
    expect(new Set(draws.map(({ leave }) => leave.atOnce)).size).toBe(40);
    expect(new Set(draws.map(({ community }) => community.members))).toEqual(new Set([1500]));
  });

  it('draws only what is stated, or nothing, where the file says so', () => {
    for (const [assumptions, different] of [
      ['stated', 2],
      ['fixed', 1],
    ] as const) {
      const scenario = scenarioOf(`assumptions: ${assumptions}\nleave: {perActive: 0.1 to 0.2}\n`);
      const [a, b] = [0, 2].map((world) => resolveArm(scenario, scenario.arms[0], world).sections);
      expect(new Set([a.leave.perActive, b.leave.perActive]).size).toBe(different);
      expect(a.leave.atOnce).toBe(b.leave.atOnce);
      if (assumptions === 'fixed') expect(a.leave.perActive).toBeCloseTo(Math.sqrt(0.02), 14);
    }
  });

  it('gives every parameter of the table a finite number', () => {
    const scenario = scenarioOf('tactics: {ads: {}, coupons: {}, onboarding: {}, acquisition: {}}\n');
    const { sections, tactics } = resolveArm(scenario, scenario.arms[0], 5);
    const values = [...Object.values(sections), ...tactics.map((tactic) => tactic.values)].flatMap(
      Object.values,
    );
    expect(values).toHaveLength(
      table.filter(({ section }) => section.path !== `tactics.${section.name}`).length +
        tactics.reduce((sum, tactic) => sum + Object.keys(tactic.values).length, 0),
    );
    expect(values.every(Number.isFinite)).toBe(true);
  });

  it('puts arms with different ranges at the same quantile, whatever their names and order', () => {
    const scenario = scenarioOf(arms);
    const [few, many] = scenario.arms.map((arm) => resolveArm(scenario, arm, 12).tactics[0].values.load);
    expect(many / few).toBeCloseTo(10, 12);
    const turned = scenarioOf(arms.replace('Few', 'A').replace('Many', 'B'));
    expect(resolveArm(turned, turned.arms[0], 12).tactics[0].values.load).toBe(few);
  });

  it('keys tactics by their name in the file', () => {
    const scenario = scenarioOf(
      'tactics:\n  a: {tactic: ads, load: 2 to 4}\n  b: {tactic: ads, load: 2 to 4}\n',
    );
    const [a, b] = resolveArm(scenario, scenario.arms[0], 0).tactics;
    expect(a.values.load).not.toBe(b.values.load);
    expect(a.tactic).toBe('ads');
  });

  it('gives a segment its own traits and the rest of people, by one draw', () => {
    const scenario = scenarioOf(segments);
    const { segments: found, sections } = resolveArm(scenario, scenario.arms[0], 9);
    const [devoted, others] = found;
    expect(found.map(({ share }) => share)).toEqual([0.25, 0.75]);
    expect(devoted.people.posts).toBe(0.2);
    expect(devoted.people.visits).not.toBe(others.people.visits);
    expect(others.people).toEqual(sections.people);
    expect({ ...devoted.people, visits: 0, posts: 0 }).toEqual({ ...sections.people, visits: 0, posts: 0 });
  });

  it('draws each segment for itself, by its name', () => {
    const text = (first: string, second: string) =>
      `community:\n  segments:\n    ${first}: {share: 1, people: {visits: 10% to 20%}}\n    ${second}: {share: 1, people: {visits: 10% to 20%}}\npeople: {visits: 10% to 20%}\n`;
    const visits = (first: string, second: string) => {
      const scenario = scenarioOf(text(first, second));
      const { segments: found, sections } = resolveArm(scenario, scenario.arms[0], 9);
      return [...found.map(({ people }) => people.visits), sections.people.visits];
    };
    const [a, b, people] = visits('a', 'b');
    expect(new Set([a, b, people]).size).toBe(3);
    expect(visits('b', 'a')).toEqual([b, a, people]);
  });

  it('turns a load per visit into one per hour of that world', () => {
    const scenario = scenarioOf('tactics: {ads: {load: 3 per visit}}\n');
    for (const world of [0, 2, 4]) {
      const { tactics, sections } = resolveArm(scenario, scenario.arms[0], world);
      expect(tactics[0].values.load).toBe(3 / sections.visit.hours);
    }
  });

  it('does not depend on the number of worlds', () => {
    const [a, b] = ['worlds: 2\n', 'worlds: 900\n'].map(scenarioOf);
    expect(resolveArm(a, a.arms[0], 1)).toEqual(resolveArm(b, b.arms[0], 1));
  });
});

describe('uncertainPaths', () => {
  it('lists what is drawn, by name', () => {
    const paths = uncertainPaths(scenarioOf(`${segments}${arms}leave: {perTie: 0.2}\n`));
    expect(paths).toContain('community.segments.devoted.people.visits');
    expect(paths).toContain('tactics.ads.load');
    expect(paths).toContain('people.visits');
    expect(paths).toContain('community.network.ties');
    for (const settled of ['leave.perTie', 'community.members', 'buy.quits', 'tactics.coupons.cost'])
      expect(paths).not.toContain(settled);
    expect(paths.filter((path) => path.includes('devoted'))).toHaveLength(1);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('leaves out what no arm needs', () => {
    const whole = scenarioOf(
      'community:\n  network: friends.txt\n  segments: {all: {share: 1, people: {visits: 0.2}}}\n',
    );
    expect(uncertainPaths(whole).some((path) => path.startsWith('community.network'))).toBe(false);
    expect(uncertainPaths(whole)).not.toContain('people.visits');
    expect(uncertainPaths(scenarioOf('assumptions: fixed\nleave: {perTie: 0.1 to 0.2}\n'))).toEqual([]);
    expect(uncertainPaths(scenarioOf('assumptions: stated\nleave: {perTie: 0.1 to 0.2}\n'))).toEqual([
      'leave.perTie',
    ]);
  });

  it('names exactly the paths whose numbers differ among worlds', () => {
    const scenario = scenarioOf('tactics: {ads: {}, acquisition: {}}\n');
    const [arm] = scenario.arms;
    const flat = (world: number): Map<string, number> => {
      const { sections, tactics } = resolveArm(scenario, arm, world);
      const all = table.map(({ path, section, name }): [string, number | undefined] => [
        path,
        sections[section.name]?.[name] ?? tactics.find((t) => t.name === section.name)?.values[name],
      ]);
      return new Map(all.filter((entry): entry is [string, number] => entry[1] !== undefined));
    };
    const worlds = Array.from({ length: 12 }, (_, j) => flat(2 * j));
    const moving = [...worlds[0].keys()].filter((path) =>
      worlds.some((w) => w.get(path) !== worlds[0].get(path)),
    );
    expect(new Set(uncertainPaths(scenario))).toEqual(new Set(moving));
  });
});
