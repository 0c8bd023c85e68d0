/** What is added to the table of parameters stays there: this file shares nothing with others (vite.config.ts). */
import { describe, expect, it } from 'vitest';
import {
  addTactic,
  compare,
  isFor,
  jsonSchema,
  micros,
  type Parameter,
  parseScenario,
  payPerMember,
  remind,
  type Tactic,
} from '../../src/index.ts';
import { table } from '../../src/scenario/table.ts';

const own = (more: Partial<Parameter>): Parameter => ({
  label: { en: 'Pull', 'zh-CN': '召唤力' },
  kind: 'signed',
  unit: 'log-odds',
  default: 1,
  range: [0.5, 2],
  chosen: false,
  known: 'assumption',
  source: { en: 'Assumption of a test.', 'zh-CN': '测试用假设。' },
  about: { en: 'Log-odds of coming.', 'zh-CN': '来访的对数优势。' },
  ...more,
});
const parameters = {
  pull: own({}),
  cost: own({ kind: 'money', unit: 'currency per message', default: 1, range: [0.5, 2], chosen: true }),
};
const letter: Tactic<typeof parameters> = {
  name: 'letter',
  label: { en: 'Letter', 'zh-CN': '信' },
  about: { en: 'A letter to all.', 'zh-CN': '给所有人的信。' },
  parameters,
  acts: {
    visit(model, tactic) {
      const { values, audience } = tactic;
      if (!payPerMember(model, tactic, 'contentCost', micros(values.cost))) return;
      for (let p = 0; p < model.people.count; p++) if (isFor(audience, p)) remind(model, p, values.pull);
    },
  },
};

const text = (tactic: string) => `
seedbed: 1
title: A letter
horizon: 30 days
worlds: 4
community: { members: 100, prospects: 0 }
arms:
  - name: without
  - { name: with, tactics: { ${tactic} } }
judge: { metric: visits, matters: 1% }
`;
const read = (tactic: string) => parseScenario(text(tactic), 'own.yaml');

describe('a tactic of one’s own', () => {
  it('is unknown before it is added, and afterwards like any other: numbers, ranges, plan, schema', async () => {
    const before = read('letter: { pull: 2 }');
    expect(before.scenario).toBeNull();
    expect(before.problems.map(({ message }) => message).join()).toMatch(/no tactic|unknown/i);
    addTactic(letter);
    const { scenario, problems } = read(
      'letter: { pull: 1 to 3, cost: 0.5 CNY, every: 10 days, to: { share: 50% } }',
    );
    expect(problems).toEqual([]);
    if (scenario === null) throw new Error('not read');
    expect(table.map(({ path }) => path)).toContain('tactics.letter.pull');
    expect(JSON.stringify(jsonSchema())).toContain('Log-odds of coming.');
    const { comparison } = await compare(scenario, 'own.yaml');
    const [without, with_] = comparison.arms;
    expect(with_.metrics.visits.mean).toBeGreaterThan(without.metrics.visits.mean ?? 0);
    expect(without.metrics.contentCost.mean).toBe(0);
    expect(with_.metrics.contentCost.mean).toBeGreaterThan(0);
  });

  it('has its numbers held to their bounds', () => {
    expect(read('letter: { pull: much }').problems[0].path).toContain('tactics.letter.pull');
    expect(read('letter: { cost: -1 CNY }').problems[0].path).toContain('tactics.letter.cost');
  });

  it.each([
    [{ ...letter }, 'there is a tactic "letter" already'],
    [{ ...letter, name: 'ads' }, 'there is a tactic "ads" already'],
    [
      { ...letter, name: 'my letter' },
      'a tactic\'s name is letters and digits, such as "newsletter"; this is "my letter"',
    ],
    [
      { ...letter, name: 'dear', parameters: { every: parameters.pull } },
      'tactic "dear": every tactic has a number "every"; call this one otherwise',
    ],
  ])('is refused with the reason', (tactic, message) => {
    const known = table.length;
    expect(() => addTactic(tactic as unknown as Tactic)).toThrow(new RangeError(message));
    expect(table.length).toBe(known);
  });
});
