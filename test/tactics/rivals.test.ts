import { describe, expect, it } from 'vitest';
import { leave } from '../../src/behaviors/leave.ts';
import type { Model } from '../../src/engine/model.ts';
import { Status } from '../../src/population/people.ts';
import { rivals } from '../../src/tactics/rivals.ts';
import {
  type Changes,
  count,
  differences,
  inErrors,
  merged,
  modelOf,
  outcome,
  played,
} from '../engine/isolated.ts';

/** Everybody falls silent with chance 1 % a day. */
const onePercent: Changes = {
  horizon: '60 days',
  community: { members: 3000, tenure: '365 days' },
  leave: { alpha: 1e4, beta: 99e4, period: '1 day' },
};

const among = (values: Changes, more: Changes = {}): Model =>
  modelOf(merged(merged(onePercent, more), { tactics: { rivals: values } }));

/** Who falls silent on a day with this log-odds more than their own, by the draws of the day. */
const expected = (model: Model, day: number, more: number): number[] => {
  const { key, exitLogit } = model.people;
  const luck = model.stream('leave').on(day);
  return [...key.keys()].filter((p) => luck.uniform(key[p]) < 1 / (1 + Math.exp(-exitLogit[p] - more)));
};

/** Lets a day's rivals pull. */
const pulled = (model: Model, day: number): number[] => {
  for (const tactic of model.tactics) rivals.acts.leave?.(model, tactic as never, day);
  leave(model, day);
  return [...model.people.key.keys()].filter((p) => model.people.status[p] !== Status.member);
};

describe('rivals', () => {
  it('that are none change nothing at all', () => {
    const none = played(merged(onePercent, { tactics: { rivals: { number: 0 } } }));
    expect(none.record.daily).toEqual(played(onePercent).record.daily);
    expect(none.record.daily.silences[10]).toBeGreaterThan(5);
  });

  it('three add twice the pull of a doubling', () => {
    const model = among({ number: 3, pull: 1, perFriend: 0, perYear: 0 });
    const found = pulled(model, 5);
    expect(found).toEqual(expected(model, 5, 2));
    expect(found.length).toBeGreaterThan(150);
  });

  it('pull less whoever has friends and years here, never below nothing', () => {
    // A pull of 2; a friend takes .5, a year .75. Founders joined 365 days before day 0.
    const values = { number: 3, pull: 1, perFriend: 0.5, perYear: 0.75 };
    const withFriends = (friends: number): [number[], Model] => {
      const model = among(values);
      model.people.friends.fill(friends);
      return [pulled(model, 1), model];
    };
    const years = (1 + 365) / 365.25;
    const [alone, one] = withFriends(0);
    expect(alone).toEqual(expected(one, 1, 2 - 0.75 * years));
    const [tied, two] = withFriends(2);
    expect(tied).toEqual(expected(two, 1, 2 - 1 - 0.75 * years));
    const [rooted, three] = withFriends(20);
    expect(rooted).toEqual(expected(three, 1, 0));
  });

  it('pull their audience only, and on their days only', () => {
    const nobody = played(merged(onePercent, { tactics: { rivals: { to: { share: '0%' } } } }));
    expect(nobody.record.daily).toEqual(played(onePercent).record.daily);
    const later = played(
      merged(onePercent, { tactics: { rivals: { number: 100, pull: 2, from: '30 days' } } }),
    );
    const usual = played(onePercent).record.daily.silences;
    const { silences } = later.record.daily;
    expect(silences.subarray(0, 30)).toEqual(usual.subarray(0, 30));
    expect(silences[30]).toBeGreaterThan(10 * usual[30]);
    expect(count(silences, (n) => n > 0)).toBeGreaterThan(20);
  });

  it('in paired worlds leave fewer members, and more of them where friends hold', () => {
    const held = (one: Changes, other: Changes): number[] =>
      differences(
        merged(onePercent, {
          community: { members: 600, awake: '100%', network: { kind: 'random', ties: 4 } },
        }),
        [{ tactics: { rivals: one } }, { tactics: { rivals: other } }],
        (model) => outcome(model, 'members'),
      );
    expect(inErrors(held({ number: 3 }, { number: 0 }))).toBeLessThan(-4);
    expect(inErrors(held({ perFriend: 0.3 }, { perFriend: 0 }))).toBeGreaterThan(4);
  });
});
