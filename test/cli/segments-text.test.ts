import { describe, expect, it } from 'vitest';
import { segmentLines } from '../../src/cli/segments-text.ts';
import { Terminal } from '../../src/cli/terminal.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { result, scenarioWith } from '../analysis/synthetic.ts';

const segments = [
  { name: 'fans', label: { en: 'the devoted', 'zh-CN': '铁粉' }, share: 0.5, people: {} },
  { name: 'others', share: 0.5, people: {} },
];

/** Lines of two arms whose segments have so many of a metric in every world, the baseline's first. */
function linesFor(
  metric: string,
  locale: 'en' | 'zh-CN',
  kinds: Scenario['arms'][number]['segments'] = segments,
  counts = [
    [100, 20],
    [110, 19],
  ],
) {
  const scenario = scenarioWith(2, { judge: { ...scenarioWith(2).judge, metric } });
  const arms = scenario.arms.map((arm) => ({ ...arm, segments: kinds }));
  const results = [0, 1, 2, 3].flatMap((world) =>
    counts.map((values, arm) => ({
      ...result(world, arm, {}),
      segments: { [metric]: Float64Array.from(values), people: Float64Array.from([50, 20]) },
    })),
  );
  return segmentLines(results, { ...scenario, arms }, new Terminal({ color: false, lang: locale }));
}

describe('who gains and who loses, below the table', () => {
  it('is a line for each arm in the judged metric', () => {
    expect(linesFor('orders', 'en')).toEqual([
      'By segment, orders with Tailored ads: the devoted +10% (better in over 99% of worlds); others −5% (better in under 1% of worlds).',
    ]);
    expect(linesFor('orders', 'zh-CN')[0]).toMatch(/^分人群看订单数?，.*：铁粉 \+10%（.*更好）；others −5%/);
  });

  it('says shares in points', () => {
    const counts = [
      [0.5, 0.6],
      [0.55, 0.58],
    ];
    expect(linesFor('trust', 'en', segments, counts)[0]).toMatch(
      /the devoted \+5 points .*; others −2 points /,
    );
  });

  it('is nothing for one segment, and for a metric that has no parts', () => {
    expect(linesFor('orders', 'en', segments.slice(0, 1))).toEqual([]);
    expect(linesFor('presentValue', 'en')).toEqual([]);
  });
});
