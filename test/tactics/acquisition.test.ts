import { describe, expect, it } from 'vitest';
import { outcome, played, standardError, sum } from '../engine/isolated.ts';

const community = { members: 0, prospects: 3000 };

describe('acquisition', () => {
  it('buys nobody at rate 0', () => {
    const model = played({ community, tactics: { acquisition: { arrivals: 0 } } });
    expect([outcome(model, 'paidJoins'), outcome(model, 'acquisitionCost')]).toEqual([0, 0]);
  });

  it('pays its price for each, to the cent', () => {
    const model = played({ community, tactics: { acquisition: { arrivals: '3 per day', cost: 17.35 } } });
    const joined = outcome(model, 'paidJoins');
    expect(joined).toBeGreaterThan(0);
    expect(outcome(model, 'acquisitionCost')).toBe((joined * 1735) / 100);
    expect(outcome(model, 'netRevenue')).toBe((joined * -1735) / 100);
  });

  it('buys on its days only', () => {
    const model = played({
      community,
      tactics: { acquisition: { arrivals: '20 per day', from: '5 days', until: '9 days' } },
    });
    const { paidJoins } = model.record.daily;
    expect([...paidJoins.keys()].filter((day) => paidJoins[day] > 0)).toEqual([5, 6, 7, 8]);
  });

  it('buys as many as it says, on average', () => {
    const model = played({
      horizon: '300 days',
      community,
      tactics: { acquisition: { arrivals: '4 per day' } },
    });
    expect(Math.abs(sum(model.record.daily.paidJoins) / 300 - 4)).toBeLessThan(4 * Math.sqrt(4 / 300));
  });

  it('brings people who leave sooner, by its fit', () => {
    const remains = (fit: number): number[] =>
      [0, 1, 2, 3].map((world) =>
        outcome(
          played(
            {
              horizon: '60 days',
              community,
              leave: { alpha: 2, beta: 20, period: '30 days', atOnce: '100%' },
              tactics: { acquisition: { arrivals: '30 per day', fit } },
            },
            world,
          ),
          'members',
        ),
      );
    const [fitting, others] = [remains(0), remains(1)];
    const losses = fitting.map((members, w) => members - others[w]);
    expect(sum(losses) / 4).toBeGreaterThan(4 * standardError(losses));
  });
});
