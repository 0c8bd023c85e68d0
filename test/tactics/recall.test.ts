import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/engine/model.ts';
import { Status } from '../../src/population/people.ts';
import {
  type Changes,
  differences,
  inErrors,
  merged,
  modelOf,
  outcome,
  played,
  runDays,
  shareError,
} from '../engine/isolated.ts';
import { lively } from '../engine/lively.ts';

/** Everybody fell silent ten days ago. */
function silent(values: Changes, more: Changes = {}): Model {
  const model = modelOf(
    merged(merged({ horizon: '1 day', community: { members: 4000 } }, more), { tactics: { recall: values } }),
  );
  model.people.status.fill(Status.dormant);
  model.people.silentOn.fill(-10);
  return model;
}

const places = (model: Model, keeps: (p: number, key: number) => boolean): number[] =>
  [...model.people.key.keys()].filter((p) => keeps(p, model.people.key[p]));

const inside = (model: Model): number[] => places(model, (p) => model.people.status[p] === Status.member);

describe('recall', () => {
  it('for nobody changes nothing at all, and unread messages nobody', () => {
    const some = merged(lively, { leave: { period: '30 days' } });
    const without = played(some);
    const nobody = played(merged(some, { tactics: { recall: { to: { share: '0%' } } } }));
    expect(nobody.record.daily).toEqual(without.record.daily);
    expect(nobody.people).toEqual(without.people);
    const unread = played(merged(some, { tactics: { recall: { reach: '0%', cost: 0 } } }));
    expect(unread.people).toEqual(without.people);
    expect(unread.ledger).toEqual(without.ledger);
    expect(outcome(unread, 'recallMessages')).toBeGreaterThan(100);
    expect(outcome(unread, 'recalled')).toBe(0);
    expect(outcome(unread, 'returns')).toBe(outcome(without, 'returns'));
  });

  it('brings back who is not held out, reads and is won by 40 % x (1 + 1.5 x 20 / 40) = 70 %', () => {
    const model = silent({
      ...{ control: '25%', reach: '50%', returns: '40%', effect: 1.5, half: 20, shortens: 0.8 },
      ...{ gift: 20, cost: 0.05 },
    });
    const [held, reads, returns] = ['held', 'read', 'return'].map((what, i) =>
      model.stream(`recall:${what}:recall`).on(i === 0 ? -1 : 0),
    );
    const written = places(model, (_, key) => held.uniform(key) >= 0.25);
    const back = places(
      model,
      (p, key) => written.includes(p) && reads.uniform(key) < 0.5 && returns.uniform(key) < 0.7,
    );
    const before = model.people.exitLogit.slice();
    runDays(model);
    expect(inside(model)).toEqual(back);
    expect(Math.abs(back.length / written.length - 0.35)).toBeLessThan(4 * shareError(0.35, written.length));
    for (const [p, was] of before.entries())
      expect(model.people.exitLogit[p]).toBe(back.includes(p) ? Math.fround(was + 0.4) : was);
    expect(outcome(model, 'recallMessages')).toBe(written.length);
    expect(outcome(model, 'recalled')).toBe(back.length);
    expect(outcome(model, 'returns')).toBe(back.length);
    expect(outcome(model, 'recallCost')).toBe(Math.floor(5 * written.length + 2000 * back.length) / 100);
    expect(outcome(model, 'recallReturns')).toBe(back.length / written.length);
    expect(outcome(model, 'recallControl')).toBe(0);
  });

  // Of those written to (1 - .2)^messages e^(-29 rate) stay away, of the held out e^(-29 rate): day 0 is before the message.
  it.each([
    { returns: '0%', until: '1 day', left: 1 },
    { returns: '40%', until: '1 day', left: 0.8 },
    { returns: '40%', until: '20 days', left: 0.8 ** 3 },
  ])('shows by its hold-out what it caused: $returns back until $until', ({ returns, until, left }) => {
    const model = runDays(
      silent(
        { control: '50%', reach: '50%', returns, until, every: '1 week' },
        { horizon: '30 days', community: { members: 20_000 }, leave: { back: 0.01 } },
      ),
    );
    const away = Math.exp(-29 * 0.01);
    const { written, heldOut } = model.record.recalls;
    expect(heldOut).toBeGreaterThan(9000);
    const [treated, control] = ['recallReturns', 'recallControl'].map((name) => outcome(model, name));
    const near = (found: number, expected: number, error: number): void =>
      expect(Math.abs(found - expected)).toBeLessThan(4 * error);
    const errors = [shareError(1 - left * away, written), shareError(1 - away, heldOut)];
    near(treated, 1 - left * away, errors[0]);
    near(control, 1 - away, errors[1]);
    near(treated - control, (1 - left) * away, Math.hypot(...errors));
    expect(outcome(model, 'recalled') > 0).toBe(left < 1);
  });

  it('counts everybody once, from their first message on', () => {
    const model = silent(
      { control: '50%', reach: '100%', returns: '100%', from: '3 days' },
      { horizon: '8 days', community: { members: 200 } },
    );
    const early = model.stream('recall:held:recall').on(-1);
    const [heldOut] = places(model, (_, key) => early.uniform(key) < 0.5);
    const [written] = places(model, (_, key) => early.uniform(key) >= 0.5);
    model.people.status[heldOut] = Status.member; // back before it began, silent no more
    runDays(model, 5);
    const { record, people } = model;
    expect(record.recalls.written + record.recalls.heldOut).toBe(199);
    expect(record.daily.recallReturns[2]).toBeNaN();
    expect([record.daily.recallReturns[3], record.daily.recallControl[3]]).toEqual([1, 0]);
    people.status[written] = Status.dormant;
    people.silentOn[written] = 4;
    runDays(model, 8, 5);
    expect(people.status[written]).toBe(Status.member);
    expect(record.recalls.written + record.recalls.heldOut).toBe(199);
    expect(record.daily.recallReturns[7]).toBe(1);
  });

  it('writes to nobody who falls silent today, nor to members', () => {
    const model = silent({ control: '0%', reach: '100%', returns: '100%' }, { community: { members: 30 } });
    model.people.silentOn[3] = 0;
    model.people.status[4] = Status.member;
    model.people.status[5] = Status.left;
    runDays(model);
    expect(outcome(model, 'recallMessages')).toBe(27);
    expect(places(model, (p) => model.people.status[p] !== Status.member)).toEqual([3, 5]);
  });

  it('is for its audience: whoever came last at least 60 days ago', () => {
    const model = silent(
      { control: '0%', reach: '100%', returns: '100%', to: { minAway: '60 days' } },
      { community: { members: 100, tenure: '300 days' } },
    );
    for (let p = 0; p < 100; p++) model.people.lastVisitOn[p] = p % 2 === 0 ? -59 : -60;
    runDays(model);
    expect(inside(model)).toEqual(places(model, (p) => p % 2 === 1));
  });

  it('keeps to its budget, with messages and with gifts, and follows nobody on the day it ends', () => {
    const all = { control: '50%', reach: '100%', returns: '100%' };
    const messages = runDays(silent({ ...all, cost: 1, budget: 10.5 }, { horizon: '3 days' }));
    expect(outcome(messages, 'recallMessages')).toBe(10);
    expect(outcome(messages, 'recallCost')).toBe(10);
    expect(outcome(messages, 'recalled')).toBe(10);
    expect(messages.record.recalls.heldOut + messages.record.recalls.written).toBe(0);
    const gifts = runDays(silent({ ...all, cost: 0, gift: 20, budget: 95 }, { horizon: '3 days' }));
    expect(outcome(gifts, 'recalled')).toBe(4);
    expect(outcome(gifts, 'recallCost')).toBe(80);
    expect(outcome(gifts, 'refused')).toBeGreaterThan(0);
  });

  describe('in paired worlds', () => {
    /** Everybody falls silent with chance 2 % a day; some come back by themselves. */
    const leaving: Changes = {
      horizon: '120 days',
      community: { members: 800 },
      leave: { alpha: 2e4, beta: 98e4, period: '1 day', atOnce: '0%', forGood: 0.01, back: 0.005 },
    };
    const compared = (name: string, one: Changes, other: Changes): number[] => {
      const arms = [one, other].map((values) => ({
        tactics: { recall: { every: '2 weeks', reach: '50%', returns: '20%', ...values } },
      }));
      return differences(leaving, [arms[0], arms[1]], (model) => outcome(model, name));
    };

    it('messages bring people back and keep more of them inside, at a cost', () => {
      const none = { to: { share: '0%' } };
      expect(inErrors(compared('returns', {}, none))).toBeGreaterThan(4);
      expect(inErrors(compared('members', {}, none))).toBeGreaterThan(4);
      expect(inErrors(compared('netRevenue', {}, none))).toBeLessThan(-4);
    });

    it('a gift brings more of them back, for a shorter second life', () => {
      expect(inErrors(compared('recalled', { gift: 20 }, { gift: 0 }))).toBeGreaterThan(4);
      const shorter = compared('stay', { gift: 40, shortens: 3 }, { gift: 40, shortens: 0 });
      expect(inErrors(shorter)).toBeLessThan(-4);
    });
  });
});
