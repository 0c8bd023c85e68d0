import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/engine/model.ts';
import { Fact, Status } from '../../src/population/people.ts';
import {
  type Changes,
  count,
  differences,
  everybody,
  inErrors,
  merged,
  outcome,
  played,
  shareError,
} from '../engine/isolated.ts';

/** Everybody who can joins on day 0, and nothing else happens. */
const rush: Changes = {
  horizon: '3 days',
  community: { members: 100, prospects: 10_000 },
  join: { fit: 1, innovation: 100 },
};
const charged = (settings: Changes = {}, more: Changes = {}): Changes =>
  merged(merged(rush, more), { tactics: { entry: { fee: 20, worth: 50, ...settings } } });
const joined = ({ people }: Model): number[] =>
  everybody({ people } as Model).filter((p) => p >= 100 && people.status[p] === Status.member);

describe('a fee for coming in', () => {
  it('of nothing, or for nobody, changes nothing at all', () => {
    const lively: Changes = {
      horizon: '60 days',
      community: { prospects: 500, network: { kind: 'random', ties: 8 } },
      people: { visits: '40%', posts: 1 },
      ties: { chat: '40%' },
      join: { innovation: 0.01 },
    };
    const none = played(merged(rush, lively));
    for (const idle of [{ fee: 0 }, { to: { share: '0%' } }]) {
      const model = played(charged(idle, lively));
      expect(model.record.daily).toEqual(none.record.daily);
      expect(model.people).toEqual(none.people);
    }
  });

  it.each([
    [5, 50],
    [20, 50],
    [120, 60],
  ])(
    'of %d lets in exp(-fee / worth) of those to whom it is worth %d on average, each once',
    (fee, worth) => {
      const model = played(charged({ fee, worth }));
      const share = Math.exp(-fee / worth);
      expect(Math.abs(outcome(model, 'joins') / 10_000 - share)).toBeLessThan(4 * shareError(share, 10_000));
      expect(outcome(model, 'entryRevenue')).toBe(fee * outcome(model, 'joins'));
      expect(outcome(model, 'netRevenue')).toBe(outcome(model, 'entryRevenue'));
      expect(count(model.people.facts, (facts) => (facts & Fact.paid) !== 0)).toBe(outcome(model, 'joins'));
    },
  );

  it('lets in part of those whom a smaller one lets in', () => {
    const cheap = new Set(joined(played(charged({ fee: 10 }))));
    const dear = joined(played(charged({ fee: 60 })));
    expect(dear.length).toBeGreaterThan(1000);
    expect(dear.every((p) => cheap.has(p))).toBe(true);
  });

  it('keeps people out on its days only', () => {
    const { joins, entryRevenue } = played(charged({ until: '2 days' })).record.daily;
    expect(joins[0] + joins[1] + joins[2]).toBe(10_000);
    expect([joins[1], entryRevenue[0], entryRevenue[2]]).toEqual([0, 20 * joins[0], 0]);
  });

  it('is asked of its audience, the dearest of several', () => {
    const half = played(charged({ fee: 1e5, to: { share: '50%' } }));
    expect(Math.abs(outcome(half, 'joins') / 10_000 - 0.5)).toBeLessThan(4 * shareError(0.5, 10_000));
    expect(outcome(half, 'entryRevenue')).toBe(0);
    const two = played(
      merged(charged({ fee: 10 }), { tactics: { dear: { tactic: 'entry', fee: 30, worth: 50 } } }),
    );
    expect(outcome(two, 'entryRevenue')).toBe(30 * outcome(two, 'joins'));
  });

  it('is not asked of founders, nor of those who were bought; those whom members bring pay', () => {
    const bought = played({
      ...rush,
      join: { innovation: 0 },
      tactics: { entry: { fee: 1e5 }, acquisition: { arrivals: 50 } },
    });
    expect(outcome(bought, 'paidJoins')).toBeGreaterThan(80);
    expect(outcome(bought, 'entryRevenue')).toBe(0);
    const brought = played(charged({ fee: 1e5 }, { join: { innovation: 0, brings: 1 } }));
    expect(outcome(brought, 'joins')).toBe(0);
  });

  it('makes a smaller community that talks more and stays longer, in paired worlds', () => {
    const open: Changes = {
      horizon: '150 days',
      community: { members: 100, prospects: 800, network: { kind: 'random', ties: 10 } },
      people: { visits: '40%', posts: 2 },
      ties: { chat: '20%', wake: '30%' },
      join: { innovation: 0.02 },
      leave: { alpha: 1, beta: 9, period: '30 days' },
    };
    const compared = (read: (model: Model) => number): number =>
      inErrors(
        differences(open, [{ tactics: { entry: { fee: 60 } } }, { tactics: { entry: { fee: 0 } } }], read),
      );
    expect(compared((model) => outcome(model, 'joins'))).toBeLessThan(-4);
    expect(compared((model) => outcome(model, 'retention90'))).toBeGreaterThan(4);
    expect(compared((model) => outcome(model, 'posts') / outcome(model, 'visits'))).toBeGreaterThan(4);
  });
});
