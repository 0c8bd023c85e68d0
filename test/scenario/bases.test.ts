/** Typical communities that a scenario may begin from. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prepare, simulateWorld } from '../../src/engine/simulate.ts';
import { metricIndex } from '../../src/metrics/definitions.ts';
import { merge } from '../../src/scenario/arms.ts';
import { baseNames, baseOf, wholeBase } from '../../src/scenario/bases.ts';
import { formatProblem, parseScenario } from '../../src/scenario/parse.ts';

const file = (text: string) => parseScenario(`seedbed: 1\ntitle: From a base\n${text}`, 'based.yaml');

describe('a base', () => {
  it('is each file of its folder', () => {
    const files = readdirSync('scenarios/bases').map((name) => name.replace('.yaml', ''));
    expect(files.sort()).toEqual([...baseNames].sort());
  });

  it.each(baseNames)('%s is a sound beginning, named in both languages, and it lives', (name) => {
    const { title, summary } = wholeBase(name);
    for (const text of [title, summary]) expect(text).toMatchObject({ en: /./, 'zh-CN': /\p{Script=Han}/u });
    expect(Object.keys(baseOf(name) ?? {})).not.toContain('title');
    const { scenario, problems } = file(`base: ${name}\nhorizon: 4 months\n`);
    expect(problems).toEqual([]);
    if (scenario === null) return;
    const { outcomes } = simulateWorld(prepare(scenario), 0, 0);
    const members = scenario.arms[0].sections.community.members.amount;
    expect(outcomes[metricIndex.members]).toBeGreaterThan(0.5 * Number(members));
    expect(outcomes[metricIndex.orders]).toBeGreaterThan(0);
  });

  it('counts below what the file and its arms say', () => {
    const { scenario } = file(`base: fan-club
community: { members: 900 }
arms:
  - name: one
  - name: two
    people: { visits: 10% }
`);
    const [one, two] = scenario?.arms ?? [];
    expect(one.sections.community.members).toEqual({ amount: 900 });
    expect(one.sections.community.prospects).toEqual({ amount: 6000 });
    expect([one, two].map(({ sections }) => sections.people.visits.amount)).toEqual([0.3, 0.1]);
    expect(two.sections.people.circle).toEqual({ amount: 1.6 });
  });

  it('gives the metrics to show where the file names none of its own', () => {
    const base = { judge: { metric: 'members', show: ['trust'] } };
    expect(merge(base, { judge: { metric: 'net revenue' } })).toEqual({
      judge: { metric: 'net revenue', show: ['trust'] },
    });
    expect(merge(base, { judge: { show: ['posts'] } })).toEqual({
      judge: { metric: 'members', show: ['posts'] },
    });
  });

  it('is set like anything else, and nothing else is one', () => {
    const set = parseScenario('seedbed: 1\ntitle: t', 'x.yaml', { set: ['base=group-buying'] });
    expect(set.scenario?.arms[0].sections.buy.basket).toEqual({ amount: 45 });
    expect(baseOf('constructor')).toBeNull();
    const told = file('base: fanclub\n').problems.map((problem) => formatProblem('based.yaml', problem));
    expect(told).toEqual([
      'based.yaml:3:7 base must be one of beauty-brand, online-course, b2b-customers, fan-club, group-buying; got "fanclub"; did you mean fan-club?',
    ]);
  });
});
