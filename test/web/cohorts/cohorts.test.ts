import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cohortTable } from '../../../src/analysis/cohorts.ts';
import { runExperiment } from '../../../src/experiment/experiment.ts';
import { localExecutor } from '../../../src/experiment/local.ts';
import { planExperiment } from '../../../src/experiment/plan.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import {
  cohortRows,
  measures,
  shadeBounds,
  shadeOf,
  shownValue,
  spanOf,
} from '../../../web/pages/cohorts/grid.ts';

const text = readFileSync('scenarios/first-24-hours.yaml', 'utf8')
  .replace('12 months', '3 months')
  .replace('worlds: 200', 'worlds: 4');
const { scenario } = parseScenario(text, 'first.yaml');
if (scenario === null) throw new Error('the scenario cannot be read');
const { results } = await runExperiment(planExperiment(scenario, new Map()), { executor: localExecutor() });
const tables = scenario.arms.map((_, arm) => cohortTable({ scenario, results }, arm));

describe('the triangle', () => {
  it('shades fifths of all cells of all arms alike', () => {
    const bounds = shadeBounds(tables, 'retention');
    expect(bounds).toEqual([...bounds].sort((a, b) => a - b));
    const counts = [0, 0, 0, 0, 0];
    for (const { cohorts } of tables)
      for (const { ages } of cohorts)
        for (const age of ages) {
          const { median } = spanOf(age, 'retention');
          if (median !== null) counts[shadeOf(median, bounds)]++;
        }
    const total = counts.reduce((sum, count) => sum + count);
    for (const count of counts) expect(count).toBeGreaterThanOrEqual(Math.floor(total / 5) - 2);
  });

  it('keeps its shades apart when one number is far above the others', () => {
    const age = (median: number) => ({ age: 0, retention: { median, p05: 0, p95: 1 } });
    const ages = [1, 2, 3, 4, 1e9].map(age);
    const table = {
      worlds: 1,
      funnel: [],
      cohorts: [{ cohort: 0, ages }],
    } as unknown as (typeof tables)[number];
    const bounds = shadeBounds([table], 'retention');
    expect([1, 2, 3, 4, 1e9].map((value) => shadeOf(value, bounds))).toEqual([0, 1, 2, 3, 4]);
  });

  it('has nothing to shade where there is nobody', () => {
    expect(shadeBounds([], 'came')).toEqual([0, 0, 0, 0]);
  });

  it('writes money as money and shares as shares', () => {
    const reader = { currency: 'CNY', locale: 'en' } as const;
    expect(shownValue(-19.2, 'contribution', reader)).toBe('−¥19');
    expect(shownValue(0.913, 'retention', reader)).toBe('91%');
  });
});

it('gives every number of every arm a line of its file', () => {
  const rows = cohortRows(scenario.arms.map(({ name }, arm) => ({ name, table: tables[arm] })));
  const cells = tables.reduce(
    (sum, { funnel, cohorts }) =>
      sum + 3 * funnel.length + measures.length * cohorts.reduce((ages, row) => ages + row.ages.length, 0),
    0,
  );
  expect(rows.length).toBe(1 + cells);
  expect(new Set(rows.map((row) => row.slice(0, 5).join(' '))).size).toBe(rows.length);
  expect(rows.every((row) => row.length === rows[0].length)).toBe(true);
});
