import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.ts';

describe('parseScenario', () => {
  it('fills what a short file leaves out', () => {
    const { scenario, problems } = parseScenario('seedbed: 1\ntitle: Quiet\n', 'quiet.yaml');
    expect(problems).toEqual([]);
    expect(scenario?.arms.map(({ name }) => name)).toEqual(['base']);
    expect(scenario).toMatchObject({ horizonDays: 365, worlds: 200, currency: 'CNY', seed: 'seedbed' });
  });
});
