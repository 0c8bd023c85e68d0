import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepare, simulateWorld } from '../src/engine/simulate.ts';
import { metricIndex, metrics } from '../src/metrics/definitions.ts';
import { parseScenario } from '../src/scenario/parse.ts';

const files = readdirSync('scenarios')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => join('scenarios', name));

/** A scenario file made small, with other values for some of its paths. */
function load(file: string, set: readonly string[] = []) {
  const { scenario, problems } = parseScenario(readFileSync(file, 'utf8'), file, { set });
  expect(problems).toEqual([]);
  if (scenario === null) throw new Error(`${file} is not valid`);
  return scenario;
}

/** Mean paired difference of metrics between an arm and the baseline, and its standard error, twins being clusters. */
function differences(
  file: string,
  set: readonly string[],
  arms: readonly number[],
  names: readonly string[],
  twins: number,
) {
  const prepared = prepare(load(file, set));
  const worlds = Array.from({ length: 2 * twins }, (_, world) =>
    [0, ...arms].map((arm) => simulateWorld(prepared, world, arm).outcomes),
  );
  return arms.flatMap((_, i) =>
    names.map((name) => {
      const at = metricIndex[name];
      const d = worlds.map((outcomes) => outcomes[i + 1][at] - outcomes[0][at]);
      const means = Array.from({ length: twins }, (_, twin) => (d[2 * twin] + d[2 * twin + 1]) / 2);
      const mean = means.reduce((sum, each) => sum + each, 0) / twins;
      const variance = means.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (twins - 1);
      return { name, mean, standardError: Math.sqrt(variance / twins) };
    }),
  );
}

const small = ['horizon=4 months', 'community.members=400', 'community.prospects=300'];

describe('the gallery', () => {
  it('has the scenarios of the README', () => {
    expect(files.map((file) => file.replace(/^scenarios\//, ''))).toEqual(
      expect.arrayContaining([
        'a-a.yaml',
        'blunt-vs-tailored-ads.yaml',
        'coupon-rates.yaml',
        'first-24-hours.yaml',
        'growth-or-retention.yaml',
        'pessimistic.yaml',
      ]),
    );
  });

  it.each(files)('%s asks a question and sums its answer up in both languages', (file) => {
    const { title, summary } = load(file);
    expect(title.en).toMatch(/\?$/);
    for (const text of [title, summary]) {
      expect(text.en.length).toBeGreaterThan(10);
      expect(text['zh-CN']?.length).toBeGreaterThan(5);
    }
  });

  it.each(files)('%s gives a number for every metric that has people to count', (file) => {
    const scenario = load(file, small);
    const prepared = prepare(scenario);
    const mayLack =
      /Return$|^repost|^firstReplies$|^nextPosters$|^topPosters$|^desk|^clustering$|^payback$|^worth|^priceOfPaid$|^returnOnSpending$|^recall(Returns|Control)$|^poster(K|sEnded)$/;
    scenario.arms.forEach((_, arm) => {
      const { outcomes } = simulateWorld(prepared, 0, arm);
      const lacking = metrics.filter((m, i) => !Number.isFinite(outcomes[i]) && !mayLack.test(m.name));
      expect(lacking.map((m) => m.name)).toEqual([]);
    });
  });

  it('keeps the flagship in its order: blunt ads are the baseline, then tailored, then none', () => {
    expect(load('scenarios/blunt-vs-tailored-ads.yaml').arms.map((arm) => arm.name)).toEqual([
      'Blunt ads',
      'Tailored ads',
      'No ads',
    ]);
  });
});

// Directions: the mean paired difference lies on the stated side of 0 by 4 standard errors, over 15 twins of small worlds.
describe('stories', () => {
  it('tailored ads keep more people than blunt ones, and no ads keep more still', () => {
    const found = differences('scenarios/blunt-vs-tailored-ads.yaml', small, [1, 2], ['retention90'], 15);
    for (const { mean, standardError } of found) expect(mean).toBeGreaterThan(4 * standardError);
  });

  it('more coupons mean more sales and more given away', () => {
    const names = ['sales', 'discountCost', 'couponOrdersCaused'];
    const found = differences('scenarios/coupon-rates.yaml', small, [4], names, 15);
    for (const { name, mean, standardError } of found) expect(mean, name).toBeGreaterThan(4 * standardError);
  });

  it('a good first day keeps people if it has an effect, fewer if most of what goes with it is who they are', () => {
    const [all, none] = ['onboard.causal=100%', 'onboard.causal=0%'].map(
      (causal) => differences('scenarios/first-24-hours.yaml', [...small, causal], [1], ['members'], 15)[0],
    );
    expect(all.mean).toBeGreaterThan(4 * all.standardError);
    expect(none.mean).toBeLessThan(all.mean / 2);
  });

  it('bought growth brings more members than none', () => {
    const [{ mean, standardError }] = differences(
      'scenarios/growth-or-retention.yaml',
      small,
      [1],
      ['members'],
      15,
    );
    expect(mean).toBeGreaterThan(4 * standardError);
  });
});

describe('the preset of what surveys say', () => {
  // Localytics 2017: at 2 to 5 pushes a week 22 % would stop using an app, at 6 to 10 31 %. 41 % of the loss is people who go.
  it.each([
    [3.5, 0.22, 'high'],
    [8, 0.31, 'low'],
  ] as const)('at %d pushes a week loses the share %d that says it would go', (pushes, share, end) => {
    const { slope } = load('scenarios/pessimistic.yaml').arms[0].sections.adResponse;
    const amount = slope.amount;
    if (typeof amount === 'number') throw new Error('the slope is no range');
    const hoursAWeek = 0.22 * 0.3 * 7;
    const lost = 1 - Math.exp(-0.41 * amount[end] * 1.5 * (pushes / hoursAWeek));
    expect(Math.abs(lost - share)).toBeLessThan(0.005);
  });

  it('keeps fewer people among the pushed than the measured reaction does', () => {
    const [said, done] = [[], ['adResponse.slope=0.0213']].map(
      (set) => differences('scenarios/pessimistic.yaml', [...small, ...set], [2], ['members'], 6)[0],
    );
    expect(said.mean - done.mean).toBeGreaterThan(4 * Math.hypot(said.standardError, done.standardError));
  });
});
