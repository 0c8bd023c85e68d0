import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/engine/model.ts';
import { outcomesOf } from '../../src/metrics/record.ts';
import { type Changes, merged, outcome, played } from '../engine/isolated.ts';
import { lively } from '../engine/lively.ts';

const community = { members: 7 };
const desk = (settings: Changes): Changes => ({ community, tactics: { helpdesk: settings } });

describe('help desk', () => {
  it('costs its staff hours, to the cent, busy or not', () => {
    const model = played(desk({ staff: 2, hours: 7.5, cost: 33.33, from: '10 days', until: '17 days' }));
    expect(outcome(model, 'deskCost')).toBe(Math.round(7 * 2 * 7.5 * 33.33 * 100) / 100);
    expect(outcome(model, 'netRevenue')).toBe(-outcome(model, 'deskCost'));
    expect([...model.record.daily.deskCost.keys()].filter((d) => model.record.daily.deskCost[d] > 0)).toEqual(
      [10, 11, 12, 13, 14, 15, 16],
    );
  });

  it('costs as much where nobody is inside', () => {
    const model = played(
      merged(desk({ staff: 1, hours: 10, cost: 10 }), { community: { members: 0, prospects: 5 } }),
    );
    expect(outcome(model, 'deskCost')).toBe(3000);
  });

  it('without staff or hours changes nothing', () => {
    const without = outcomesOf(played(lively));
    for (const settings of [{ staff: 0 }, { hours: 0 }] as const)
      expect(outcomesOf(played(merged(lively, { tactics: { helpdesk: settings } })))).toEqual(without);
  });

  const lives = (settings: Changes): Model =>
    played(
      merged(desk(settings), {
        horizon: '60 days',
        community: { members: 1000 },
        people: { visits: '100%' },
        engage: { asks: '10%', answered: '30%' },
        leave: { alpha: 2, beta: 20, period: '30 days', unanswered: 2, atOnce: '100%' },
      }),
    );

  it('keeps askers whom nobody else answers', () => {
    const [without, overrun, able] = [{ staff: 0 }, { minutes: 600 }, { staff: 2, minutes: 6 }].map(lives);
    expect(outcome(able, 'members')).toBeGreaterThan(outcome(without, 'members') + 20);
    expect(outcome(able, 'members')).toBeGreaterThan(outcome(overrun, 'members') + 20);
    expect(outcome(able, 'unanswered')).toBe(0);
    expect(outcome(overrun, 'unanswered')).toBeGreaterThan(1000);
  });
});
