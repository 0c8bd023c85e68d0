import { describe, expect, it } from 'vitest';
import { recordOf } from '../../src/engine/simulate.ts';
import { remarkIn } from '../../src/scenario/remarks.ts';
import { type Changes, merged, outcome, played } from '../engine/isolated.ts';

/** Two programmes that take hours: content three, a second one two. */
const two = (hours: number, more: Changes = {}): Changes =>
  merged(
    {
      horizon: '100 days',
      community: { members: 20 },
      staff: { hours, wage: 10 },
      tactics: {
        content: { posts: 1, cost: 0, staffHours: 3 },
        stories: { tactic: 'content', posts: 1, cost: 0, staffHours: 2 },
      },
    },
    more,
  );

describe('staff hours', () => {
  it('are none where no tactic takes any, and then change nothing', () => {
    const idle = played(two(4, { tactics: { content: { staffHours: 0 }, stories: { staffHours: 0 } } }));
    const free = played(two(0, { tactics: { content: { staffHours: 0 }, stories: { staffHours: 0 } } }));
    expect(idle.record.daily).toEqual(free.record.daily);
    expect(outcome(idle, 'staffHours')).toBe(0);
  });

  it('are paid on each day that a tactic acts', () => {
    const model = played(two(0, { tactics: { stories: { every: '10 days' } } }));
    expect(outcome(model, 'staffHours')).toBe(3 * 100 + 2 * 10);
    expect(outcome(model, 'staffCost')).toBe(3200);
    expect(recordOf(model).remarks).toEqual([]);
  });

  it('go to one of two where they do not reach for both, to each on about half of the days, and it is said', () => {
    const model = played(two(4));
    const worked = model.record.daily.staffHours;
    expect(new Set(worked)).toEqual(new Set([2, 3]));
    // By a fair draw: 100 days, standard deviation 5.
    expect(Math.abs(worked.filter((hours) => hours === 3).length - 50)).toBeLessThan(20);
    const { remarks } = recordOf(model);
    expect(remarks).toEqual([
      'there was no staff left for tactics.content on some days',
      'there was no staff left for tactics.stories on some days',
    ]);
    expect(remarkIn(remarks[0] ?? '', 'zh-CN')).toBe('tactics.content 有些天没有可用人手');
  });

  it('leave a tactic at rest on the day on which it gets none', () => {
    // Of three hours either content gets its three or stories their two, by a draw of the day.
    const oneDay = { horizon: '1 day', tactics: { stories: { posts: 5 } } };
    const model = played(two(3, oneDay));
    const hours = outcome(model, 'staffHours');
    expect([2, 3]).toContain(hours);
    const rests = { [hours === 3 ? 'stories' : 'content']: { posts: 0 } };
    const rested = played(two(0, merged(oneDay, { tactics: rests })));
    expect(model.content).toEqual(rested.content);
    expect(model.content).not.toEqual(played(two(0, oneDay)).content);
  });

  it('come out of the budget of whoever takes them', () => {
    const model = played(two(0, { tactics: { stories: { budget: '75 CNY' } } }));
    expect(outcome(model, 'staffHours')).toBe(3 * 100 + 2 * 3);
    expect(recordOf(model).remarks).toEqual(['the budget of tactics.stories came to its end']);
  });
});
