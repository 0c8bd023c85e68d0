import { describe, expect, it } from 'vitest';
import { prepare, simulateWorld } from '../../src/engine/simulate.ts';
import { metrics } from '../../src/metrics/definitions.ts';
import { outcomesOf } from '../../src/metrics/record.ts';
import { remarkIn } from '../../src/scenario/remarks.ts';
import { modelOf, quietScenario, runDays } from './isolated.ts';

describe('simulateWorld', () => {
  const changes = {
    horizon: '40 days',
    community: { members: 80, prospects: 40 },
    people: { visits: '30%' },
  };

  it('gives a number for every metric, and a course of days for those that have one', () => {
    const { outcomes, daily, remarks } = simulateWorld(prepare(quietScenario(changes)), 0, 0);
    expect(outcomes).toHaveLength(metrics.length);
    const named = metrics.filter(({ summary }) => summary !== 'state').map(({ name }) => name);
    expect(Object.keys(daily).sort()).toEqual([...named].sort());
    for (const days of Object.values(daily)) expect(days).toHaveLength(40);
    expect(remarks).toEqual([]);
  });

  it('is a model run through all its days', () => {
    const model = runDays(modelOf(changes, 3));
    const { outcomes, daily } = simulateWorld(prepare(quietScenario(changes)), 3, 0);
    expect(outcomes).toEqual(outcomesOf(model));
    expect(daily).toEqual(model.record.daily);
  });

  it('sums days, takes the last, as each metric says', () => {
    const { outcomes, daily } = simulateWorld(prepare(quietScenario(changes)), 0, 0);
    for (const [i, { name, summary }] of metrics.entries()) {
      const days = daily[name];
      if (summary === 'sum')
        expect(outcomes[i], name).toBeCloseTo(
          days.reduce((x, y) => x + y, 0),
          9,
        );
      if (summary === 'last') expect(outcomes[i], name).toBe(days[39]);
    }
  });

  describe('remarks that prospects ran out', () => {
    const remarksAt = (rate: number): readonly string[] => {
      const prepared = prepare(
        quietScenario({
          horizon: '1 day',
          community: { members: 1000, prospects: 100 },
          join: { innovation: rate },
        }),
      );
      return simulateWorld(prepared, 0, 0).remarks;
    };

    it('when over 80 % of them have joined, not before', () => {
      expect(remarksAt(100)).toHaveLength(1);
      expect(remarksAt(100)[0]).toMatch(/80/);
      expect(remarkIn(remarksAt(100)[0], 'zh-CN')).toMatch(/^超过 80% 的潜在成员已加入/);
      expect(remarksAt(0.5)).toEqual([]);
      expect(remarksAt(0)).toEqual([]);
    });

    it('never where there were none', () => {
      expect(simulateWorld(prepare(quietScenario()), 0, 0).remarks).toEqual([]);
    });
  });
});
