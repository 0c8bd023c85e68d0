import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  compare,
  htmlReport,
  metrics,
  parseScenario,
  prepare,
  type Scenario,
  simulateWorld,
  verdict,
  version,
} from '../../src/index.ts';
import { scenarioFrom } from './fake.ts';

const small: Scenario = { ...scenarioFrom(), worlds: 4, horizonDays: 40 };

describe('the library', () => {
  it('compares in this process and puts it into words', async () => {
    const { comparison, result } = await compare(small, 'small.yaml');
    expect(comparison).toMatchObject({
      schema: 'seedbed/compare@1',
      worlds: 4,
      version,
      digest: result.digest,
    });
    expect(verdict(comparison, small, 'en').text).toBe(comparison.verdict.text.en);
    expect(comparison.uncertainty.includes).toEqual(['luck', 'assumptions']);
    const { locale, ...page } = {
      comparison,
      scenario: small,
      results: result.results,
      locale: 'en',
    } as const;
    expect(await htmlReport({ ...page, locale })).toMatch(/^<!doctype html>/);
  });

  it('gives one arm of one world, the same every time', () => {
    const records = [0, 1].map(() => simulateWorld(prepare(small), 3, 1));
    expect(records[0]).toEqual(records[1]);
    expect(records[0].outcomes).toHaveLength(metrics.length);
  });

  it('has problems instead of a scenario where the text is wrong', () => {
    const { scenario, problems } = parseScenario('seedbed: 2', 'x.yaml');
    expect(scenario).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
  });

  it('says that nothing but luck counts where assumptions are fixed', async () => {
    const { comparison } = await compare({ ...small, worlds: 2, assumptions: 'fixed' }, 'small.yaml');
    expect(comparison.uncertainty.includes).toEqual(['luck']);
  });

  it('touches no files, processes or sockets', () => {
    const seen = new Set<string>();
    const visit = (path: string) => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const [, name] of readFileSync(path, 'utf8').matchAll(
        /^(?:import|export)(?! type)[^;]*? from '([^']+)'/gm,
      )) {
        expect(name, path).not.toMatch(/^node:/);
        if (name.startsWith('.')) visit(new URL(name, `file://${path}`).pathname);
      }
    };
    visit(new URL('../../src/index.ts', import.meta.url).pathname);
    expect(seen.size).toBeGreaterThan(40);
  });
});
