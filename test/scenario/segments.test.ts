import { describe, expect, it } from 'vitest';
import { planExperiment } from '../../src/experiment/plan.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { segmentLabel } from '../../src/scenario/texts.ts';

const fileOf = (label: string): string => `seedbed: 1
title: T
community:
  members: 30
  prospects: 10
  segments:
    a: { ${label}share: 20%, people: { visits: 40% } }
    b: { share: 80% }
arms: [{ name: A }, { name: B }]
`;

const scenarioOf = (text: string): Scenario => {
  const { scenario, problems } = parseScenario(text, 'test.yaml');
  if (scenario === null) throw new Error(problems.map(({ message }) => message).join('\n'));
  return scenario;
};

const labeled = scenarioOf(fileOf('label: { en: regulars, zh-CN: 常客 }, '));

describe('the label of a segment', () => {
  it('is what people read, in their language; else the name', () => {
    const [regulars, others] = labeled.arms[1].segments;
    expect(regulars).toMatchObject({ name: 'a', label: { en: 'regulars', 'zh-CN': '常客' } });
    expect([segmentLabel(regulars, 'en'), segmentLabel(regulars, 'zh-CN')]).toEqual(['regulars', '常客']);
    expect(segmentLabel(others, 'zh-CN')).toBe('b');
    const [inEnglish] = scenarioOf(fileOf('label: Regulars, ')).arms[0].segments;
    expect(segmentLabel(inEnglish, 'zh-CN')).toBe('Regulars');
  });

  it('of a community without segments is everyone', () => {
    const [whole] = scenarioOf('seedbed: 1\ntitle: T\narms: [{ name: A }]\n').arms[0].segments;
    expect([segmentLabel(whole, 'en'), segmentLabel(whole, 'zh-CN')]).toEqual(['everyone', '全体成员']);
  });

  it('changes no key and no hash, so that results stay what they are', () => {
    const bare = planExperiment(scenarioOf(fileOf('')), new Map());
    const named = planExperiment(labeled, new Map());
    const renamed = planExperiment(scenarioOf(fileOf('label: { en: x }, ')), new Map());
    expect(named.armKeys).toEqual(bare.armKeys);
    expect(named.hash).toBe(bare.hash);
    expect(renamed.hash).toBe(bare.hash);
  });

  it('must be a text', () => {
    const { problems } = parseScenario(fileOf('label: 3, '), 'test.yaml');
    expect(problems).toMatchObject([{ path: 'community.segments.a.label', line: 7 }]);
    expect(problems[0].text['zh-CN']).toMatch(/[一-鿿]/);
  });
});
