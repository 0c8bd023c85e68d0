import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findArm, formatProblem, type ParseOptions, parseScenario } from '../../src/scenario/parse.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

const fixture = (name: string) => readFileSync(`test/fixtures/scenarios/${name}`, 'utf8');

function scenarioOf(text: string, options: ParseOptions = {}): Scenario {
  const { scenario, problems } = parseScenario(text, 'test.yaml', options);
  expect(problems).toEqual([]);
  return scenario as Scenario;
}

const wrong = (text: string, options: ParseOptions = {}): string[] =>
  parseScenario(text, 'f.yaml', options).problems.map((problem) => formatProblem('f.yaml', problem));

const head = 'seedbed: 1\ntitle: T\n';

describe('parseScenario', () => {
  it('fills what a short file leaves out', () => {
    const scenario = scenarioOf(fixture('shortest.yaml'));
    expect(scenario).toMatchObject({
      title: { en: 'Short' },
      question: { en: 'Short' },
      horizonDays: 365,
      horizonMonths: 12,
      worlds: 200,
      currency: 'CNY',
      seed: 'seedbed',
      assumptions: 'plausible',
      judge: { metric: 'netRevenue', matters: { relative: 0.02 }, guardrails: [], show: [] },
      notes: [],
    });
    expect(scenario.arms).toHaveLength(1);
    expect(scenario.arms[0]).toMatchObject({
      name: 'base',
      networkFile: null,
      segments: [{ name: 'everyone', share: 1, people: {} }],
      tactics: [],
    });
  });

  it('reads every part of the format', () => {
    const scenario = scenarioOf(fixture('valid.yaml'));
    expect(scenario.title).toEqual({ en: 'Do tailored ads earn more?', 'zh-CN': '精准广告更赚钱吗？' });
    expect(scenario.judge).toEqual({
      metric: 'netRevenue',
      matters: { relative: 0.02 },
      guardrails: [
        { metric: 'retention90', kind: 'change', limit: 0.02 },
        { metric: 'trust', kind: 'atLeast', limit: 0.5 },
        { metric: 'leaves', kind: 'change', limit: 0.05 },
      ],
      show: [],
    });
    const [blunt, tailored, none] = scenario.arms;
    expect(blunt.label).toEqual({ en: 'Blunt ads', 'zh-CN': '粗放广告' });
    expect(none.label).toEqual({ en: 'No ads' });
    expect(blunt.sections.join.innovation).toEqual({ amount: 0.03 / 365.25 });
    expect(blunt.sections.network.closure).toEqual({ amount: { low: 0.4, high: 0.6 } });
    expect(blunt.tactics.map(({ name, tactic }) => [name, tactic])).toEqual([
      ['onboarding', 'onboarding'],
      ['spring coupons', 'coupons'],
      ['ads', 'ads'],
    ]);
    expect(blunt.tactics[1]).toMatchObject({ plan: { fromDay: 30, untilDay: 183 } });
    expect(blunt.tactics[2].settings.load).toEqual({ amount: 2, per: 'visit' });
    expect(tailored.tactics.map(({ name }) => name)).toEqual(['spring coupons', 'ads']);
    expect(tailored.segments[0].people).toEqual({ visits: { amount: 0.45 }, tolerance: { amount: 0.4 } });
    expect(tailored.sections.people.visits).toEqual({ amount: 0.22 });
    expect(none.sections.people.visits).toEqual({ amount: { low: 0.2, high: 0.3 } });
    expect(none.tactics[1].settings).toMatchObject({ depth: { amount: 0.3 }, whom: { amount: 1 } });
  });

  it('reads JSON by its content, tabs and escapes included', () => {
    const scenario = scenarioOf(fixture('json-with-tabs.yaml'));
    expect(scenario).toMatchObject({
      title: { en: 'Coupons — 🎟 or not?' },
      horizonDays: 90,
      horizonMonths: null,
    });
    expect(scenario.arms[1].tactics).toEqual([]);
    expect(wrong('{"seedbed": 1,\n "title": "T",\n "people": {"visits": 2}}')[0]).toMatch(
      /^f\.yaml:3:23 people\.visits/,
    );
  });

  it('gives something that nobody can change', () => {
    const scenario = scenarioOf(fixture('valid.yaml'));
    expect(() => ((scenario.arms[0].sections.people as { visits: unknown }).visits = 1)).toThrow(TypeError);
    expect(() => (scenario.notes as string[]).push('x')).toThrow(TypeError);
  });

  it('names all problems at once, in their order, with rules across parts among them', () => {
    const found = wrong(`title: T
horizon: 10 days
people: {visits: 7, tolerence: 1}
community:
  members: -1
  segments: {a: {share: 30%}, b: {share: 30%}}
arms:
  - name: A
  - name: A
    tactics: {ads: {load: lots}}
judge: {metric: 30-day retention, guardrails: [{metric: trst, worse: 1 point}]}
`);
    expect(found.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'f.yaml:1:1 seedbed',
      'f.yaml:3:18 people.visits',
      'f.yaml:3:21 people.tolerence',
      'f.yaml:5:12 community.members',
      'f.yaml:6:13 community.segments',
      'f.yaml:9:11 arms[1].name',
      'f.yaml:10:27 arms[1].tactics.ads.load',
      'f.yaml:11:17 judge.metric',
      'f.yaml:11:57 judge.guardrails[0].metric',
    ]);
  });

  it('shows twenty problems and counts the rest', () => {
    const keys = Array.from({ length: 27 }, (_, i) => `wrong${i}: 1\n`).join('');
    const found = wrong(head + keys);
    expect(found).toHaveLength(21);
    expect(found[20]).toBe('f.yaml:23:1 and 7 more problems');
  });

  it('tells of one mistake once, whatever the arms that share it', () => {
    expect(
      wrong(
        `${head}community: {segments: {a: {share: 30%}}}\ntactics: {ads: {from: 9 days, until: 3 days}}\narms: [{name: A}, {name: B}]\n`,
      ),
    ).toHaveLength(2);
  });

  it('blames the arm for what the arm says and the base for the rest', () => {
    const text = `${head}tactics: {ads: {until: 30 days}}\narms:\n  - name: A\n  - name: B\n    tactics: {ads: {from: 60 days}}\n`;
    expect(wrong(text)).toEqual([
      'f.yaml:3:24 tactics.ads.until must be after from, which is day 60; got day 30',
    ]);
  });

  it('lets an arm replace a network, segments, and switch tactics', () => {
    const { arms } = scenarioOf(`${head}community: {network: {ties: 9}}
tactics: {ads: off, coupons: {depth: 10%}}
arms:
  - {name: A, community: {network: friends.txt}, tactics: {ads: {}}}
  - {name: B, community: {segments: {a: {share: 1}, b: {share: 1}}}, tactics: {coupons: off}}
  - {name: C, tactics: {coupons: }}
`);
    expect(arms.map(({ networkFile }) => networkFile)).toEqual(['friends.txt', null, null]);
    expect(arms.map(({ tactics }) => tactics.map(({ name }) => name))).toEqual([
      ['ads', 'coupons'],
      [],
      ['coupons'],
    ]);
    expect(arms[1].segments.map(({ share }) => share)).toEqual([0.5, 0.5]);
    expect(arms[2].tactics[0].settings.depth).toEqual({ amount: 0.1 });
  });

  it('counts durations: months of 365.25/12 days, the total rounded', () => {
    const days = ['12 months', '1 month', '21 months', '1 year', '2 weeks', '90'].map(
      (horizon) => scenarioOf(`${head}horizon: ${horizon}\n`).horizonDays,
    );
    expect(days).toEqual([365, 30, 639, 365, 14, 90]);
  });

  it('remarks on what deserves a second look', () => {
    const { notes } = scenarioOf(`${head}community: {prospects: 0}
arms:
  - {name: A, tactics: {ads: {load: 20 per hour}}}
  - {name: B, tactics: {ads: {load: 6 per visit, from: 2 years}}}
  - {name: C, tactics: {ads: {load: 12 per hour}}}
`);
    expect(notes).toEqual([
      'A: community.prospects is 0: nobody can join',
      expect.stringMatching(/^A: tactics\.ads\.load reaches 20 ads per hour/),
      'B: tactics.ads begins on day 731, after the 365 days of the run',
      'B: community.prospects is 0: nobody can join',
      expect.stringMatching(/^B: tactics\.ads\.load reaches 20 ads per hour/),
      'C: community.prospects is 0: nobody can join',
    ]);
  });

  it('reads which metrics to show, by label, name or alias, each once', () => {
    const show = 'judge: { show: [visits that reminders caused, couponCost, net, net revenue] }';
    expect(scenarioOf(`${head}${show}\n`).judge).toMatchObject({
      metric: 'netRevenue',
      show: ['visitsCaused', 'couponCost', 'netRevenue'],
    });
    expect(scenarioOf(`${head}judge: { show: [] }\n`).judge.show).toEqual([]);
    // Too short a run refuses nothing; what it cannot have is not shown.
    const short = `${head}horizon: 40 days\njudge: { show: [90-day retention, 30-day retention] }\n`;
    expect(scenarioOf(short).judge.show).toEqual(['retention30']);
  });

  it('says of every metric to show that is none where it is and what may be meant', () => {
    expect(wrong(`${head}judge:\n  show:\n    - trst\n    - members\n    - [a]\n    - flowers\n`)).toEqual([
      'f.yaml:5:7 judge.show[0] must be a metric; got "trst"; did you mean trust?',
      'f.yaml:7:7 judge.show[2] must be text; got a list',
      'f.yaml:8:7 judge.show[3] must be a metric; got "flowers" (see `seedbed explain`)',
    ]);
    expect(wrong(`${head}judge: { show: trust }\n`)).toEqual([
      'f.yaml:3:16 judge.show must be a list of metrics; got "trust"',
    ]);
    const many = Array.from({ length: 21 }, () => 'trust').join(', ');
    expect(wrong(`${head}judge: { show: [${many}] }\n`)).toEqual([
      'f.yaml:3:16 judge.show must list at most 20 metrics',
    ]);
  });

  it('needs a horizon in which a judged metric can be seen', () => {
    const text = (days: number) => `${head}horizon: ${days}\njudge: {metric: 90-day retention}\n`;
    expect(wrong(text(90))).toHaveLength(1);
    expect(wrong(text(91))).toEqual([]);
  });

  it('reads the smallest difference that matters in the unit of the metric', () => {
    const matters = (metric: string, text: string) =>
      scenarioOf(`${head}judge: {metric: ${metric}, matters: ${text}}\n`).judge.matters;
    expect(matters('net revenue', '2000 CNY')).toEqual({ absolute: 2000 });
    expect(matters('90-day retention', '1 point')).toEqual({ absolute: 0.01 });
    expect(matters('90-day retention', '7%')).toEqual({ relative: 0.07 });
    expect(matters('members', '50 people')).toEqual({ absolute: 50 });
    expect(matters('orders', '50')).toEqual({ absolute: 50 });
  });

  it('keeps the worlds and the seed that the command line gives', () => {
    expect(scenarioOf(head, { worlds: 7, seed: 'x' })).toMatchObject({ worlds: 7, seed: 'x' });
    expect(wrong(head, { worlds: 0 })).toEqual([
      '--worlds 0: must be a whole number (worlds), at least 1; got 0',
    ]);
    expect(wrong(head, { worlds: Number.NaN, seed: '' })).toHaveLength(2);
  });

  it('takes whole numbers for seeds', () => {
    expect(scenarioOf(`${head}seed: 42\n`).seed).toBe('42');
  });
});

describe('parseScenario on hostile files', () => {
  const quick = (text: string): void => {
    // Time of this process, not of the clock: other tests may keep the machine busy.
    const begin = process.cpuUsage();
    const { problems } = parseScenario(text, 'f.yaml');
    expect(process.cpuUsage(begin).user / 1000).toBeLessThan(2000);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(21);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  };

  it.each([
    ['ten thousand unknown keys', head + Array.from({ length: 10_000 }, (_, i) => `key${i}: 1\n`).join('')],
    [
      'thousands of segments',
      `${head}community:\n  segments:\n${Array.from({ length: 5000 }, (_, i) => `    s${i}: {share: x}\n`).join('')}`,
    ],
    [
      'thousands of tactics',
      `${head}tactics:\n${Array.from({ length: 4000 }, (_, i) => `  t${i}: {tactic: ads, lod: 1}\n`).join('')}`,
    ],
    [
      'thousands of arms',
      `${head}arms:\n${Array.from({ length: 9000 }, (_, i) => `  - {name: a${i}}\n`).join('')}`,
    ],
    ['aliases', `${head}a: &a [1]\nb: [${'*a,'.repeat(90)}]\n`],
    ['deep lists', `${head}people: ${'['.repeat(100_000)}\n`],
    ['deep mappings', `${head}people: ${'{a: '.repeat(1000)}\n`],
    ['a long key', `${head}${'k'.repeat(200_000)}: 1\n`],
    ['a long text', `${head}question: ${'x '.repeat(100_000)}\n`],
    ['a long number', `${head}worlds: ${'9'.repeat(200_000)}\n`],
    ['much space', `${head}horizon: "1${' '.repeat(200_000)}x"\n`],
    ['many lines of faults', `${head}${'- x\ny\n'.repeat(9000)}`],
    ['many guardrails', `${head}judge:\n  guardrails:\n${'    - {metric: x, worse: 1}\n'.repeat(5000)}`],
    ['prototypes', `${head}people: {__proto__: {polluted: 1}}\n`],
    ['prototypes in JSON', '{"seedbed":1,"title":"T","__proto__":{"polluted":1}}'],
    ['constructors', `${head}tactics: {constructor: {prototype: {polluted: 1}}}\n`],
  ])('answers %s in time', (_what, text) => quick(text));

  it('takes names of the language for names like any other', () => {
    expect(wrong(`${head}toString: 1\nvalueOf: {}\n`)).toHaveLength(2);
    const { arms } = scenarioOf(
      `${head}community: {segments: {toString: {share: 1}}}\ntactics: {hasOwnProperty: {tactic: ads}}\n`,
    );
    expect(arms[0].segments[0].name).toBe('toString');
    expect(arms[0].tactics[0].name).toBe('hasOwnProperty');
  });
});

describe('findArm', () => {
  it('finds by name, or says which there are', () => {
    const scenario = scenarioOf(fixture('valid.yaml'));
    expect(findArm(scenario, 'No ads')).toBe(scenario.arms[2]);
    expect(findArm(scenario, 'no add')).toEqual({
      problem: 'no arm is named "no add"; did you mean "No ads"?',
    });
  });
});
