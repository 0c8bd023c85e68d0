import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../src/analysis/comparison.ts';
import { compare, parseScenario } from '../src/index.ts';

const files = readdirSync('scenarios').filter((name) => name.endsWith('.yaml'));

/** What each story must show at its full size, beside a verdict that is no early estimate. */
const stories: Readonly<Record<string, (comparison: Comparison) => void>> = {
  'a-a.yaml': ({ differences }) => {
    for (const { mean, median, p05, p95 } of differences)
      expect([mean, median, p05, p95].some(Boolean)).toBe(false);
  },
  'blunt-vs-tailored-ads.yaml': ({ differences }) => {
    for (const d of differences.filter(({ metric }) => metric === 'retention90'))
      expect(d.chanceBetter).toBeGreaterThan(0.95);
  },
  'coupon-rates.yaml': ({ differences }) => {
    const sales = differences.filter(({ metric }) => metric === 'sales').map(({ median }) => median ?? 0);
    expect(sales).toEqual([...sales].sort((a, b) => a - b));
  },
  // Which assumption is the weakest is no part of this story: with the icebreaker alone it is leave.perTie, not onboard.causal.
  'first-24-hours.yaml': ({ differences }) => {
    for (const d of differences.filter(({ metric }) => metric === 'members'))
      expect(d.chanceBetter).toBeGreaterThan(0.95);
  },
  'growth-or-retention.yaml': ({ differences }) => {
    for (const d of differences.filter(({ metric }) => metric === 'members'))
      expect(d.chanceBetter).toBeGreaterThan(0.95);
  },
  'pessimistic.yaml': ({ differences }) => {
    for (const d of differences.filter(({ metric }) => metric === 'retention90'))
      expect(d.chanceBetter).toBeGreaterThan(0.95);
  },
};

describe('the gallery in full', () => {
  it('has a story for every scenario', () => {
    expect(Object.keys(stories).sort()).toEqual(files.sort());
  });

  it.each(files)('%s tells its story', async (name) => {
    const file = join('scenarios', name);
    const { scenario, problems } = parseScenario(readFileSync(file, 'utf8'), file, { worlds: 200 });
    expect(problems).toEqual([]);
    if (scenario === null) return;
    const { comparison } = await compare(scenario, file);
    console.log(`${name}\n${comparison.verdict.text.en}\n`);
    expect(comparison.worlds).toBe(200);
    expect(comparison.verdict.status).not.toBe('early');
    stories[name](comparison);
  });
});
