import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/engine/model.ts';
import { outcomesOf } from '../../src/metrics/record.ts';
import { toUniform } from '../../src/random/draw.ts';
import { type Changes, count, merged, outcome, played, shareError } from '../engine/isolated.ts';
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

  describe('with a knowledge base', () => {
    const asking: Changes = {
      horizon: '1 day',
      community: { members: 20_000 },
      people: { visits: '100%' },
      engage: { asks: '100%', answered: '50%' },
    };
    const knowing = (settings: Changes, more: Changes = {}): Model =>
      played(merged(merged(desk({ staff: 0, repeats: '40%', ...settings }), asking), more));

    it('answers 60 % of the 40 % that repeat at once, and leaves members the others', () => {
      const model = knowing({ knowledge: '60%' });
      expect(outcome(model, 'questions')).toBe(20_000);
      const luck = model.stream('answer:known').on(0);
      const known = count(model.people.key, (key) => toUniform(luck.drawEvent(key, 0)) < 0.24);
      expect(outcome(model, 'answeredAtOnce')).toBe(known);
      expect(Math.abs(known / 20_000 - 0.24)).toBeLessThan(4 * shareError(0.24, 20_000));
      expect(Math.abs(outcome(model, 'unanswered') / 20_000 - 0.38)).toBeLessThan(
        4 * shareError(0.38, 20_000),
      );
    });

    it('knows no more than all that repeats, however many bases there are', () => {
      const model = knowing(
        { knowledge: '100%' },
        { tactics: { wiki: { tactic: 'helpdesk', staff: 0, knowledge: '100%', repeats: '40%' } } },
      );
      expect(Math.abs(outcome(model, 'answeredAtOnce') / 20_000 - 0.4)).toBeLessThan(
        4 * shareError(0.4, 20_000),
      );
    });

    it('spares the desk what it knows', () => {
      const model = knowing({ knowledge: '60%', staff: 1, takes: 'all' });
      expect(outcome(model, 'deskQuestions') + outcome(model, 'answeredAtOnce')).toBe(20_000);
      expect(outcome(model, 'answeredAtOnce')).toBeGreaterThan(4000);
    });

    it('costs its upkeep, as long as the budget covers it', () => {
      // 304.375 a month are 10 a day; three days fit into 35.
      const values = { knowledge: '60%', upkeep: 304.375 };
      const more = { horizon: '5 days', community: { members: 100 } };
      expect(outcome(knowing(values, more), 'deskCost')).toBe(50);
      const short = knowing({ ...values, budget: 35 }, more);
      expect(outcome(short, 'deskCost')).toBe(30);
      expect([...short.record.daily.answeredAtOnce].map((n) => n > 0)).toEqual([
        true,
        true,
        true,
        false,
        false,
      ]);
    });

    it('knows only for its audience', () => {
      expect(outcome(knowing({ knowledge: '100%', to: { share: '0%' } }), 'answeredAtOnce')).toBe(0);
    });
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
