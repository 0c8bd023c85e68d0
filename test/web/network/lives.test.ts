import { describe, expect, it } from 'vitest';
import type { LifeEvent, LifeKind } from '../../../src/engine/life-event.ts';
import { openFrames } from '../../../web/pages/network/frames.ts';
import { alignLives, friendsOf, mostDifferent, summaryOf } from '../../../web/pages/network/lives.ts';
import { tinyDrawn, tinyFrames } from './tiny.ts';

const event = (day: number, kind: LifeKind, more: Partial<LifeEvent> = {}): LifeEvent => ({
  day,
  person: 0,
  key: 0,
  kind,
  ...more,
});

describe('two lives side by side', () => {
  it('stand in one row a day, and say where they differ', () => {
    const a = [event(2, 'posted', { amount: 1 }), event(5, 'fellSilent')];
    const b = [event(2, 'posted', { amount: 1 }), event(4, 'ordered', { amount: 9 }), event(5, 'fellSilent')];
    expect(alignLives([a, b])).toEqual([
      { day: 2, lives: [[a[0]], [b[0]]], isSame: true },
      { day: 4, lives: [[], [b[1]]], isSame: false },
      { day: 5, lives: [[a[1]], [b[2]]], isSame: true },
    ]);
  });

  it('differ when the same thing happens with other people, sums or circumstances', () => {
    const differs = (one: Partial<LifeEvent>, other: Partial<LifeEvent>) =>
      !alignLives([[event(1, 'fellSilent', one)], [event(1, 'fellSilent', other)]])[0].isSame;
    expect(differs({}, {})).toBe(false);
    expect(differs({ other: 1 }, { other: 2 })).toBe(true);
    expect(differs({ amount: 1 }, { amount: 2 })).toBe(true);
    expect(differs({ circumstance: { kind: 'ads', amount: 1 } }, {})).toBe(true);
  });

  it('of one arm never differ, and of nobody are empty', () => {
    expect(alignLives([[event(1, 'posted')]]).every(({ isSame }) => isSame)).toBe(true);
    expect(alignLives([[], []])).toEqual([]);
  });
});

describe('who lives most differently', () => {
  const active = { standing: 'active' } as const;
  const left = { standing: 'left' } as const;
  const frames = tinyFrames([
    [
      [active, active, active, active],
      [active, active, active, { standing: 'active', bought: true }],
      [active, left, active, { standing: 'active', bought: true }],
    ],
    [
      [active, active, active, active],
      [left, active, { standing: 'quiet' }, active],
      [left, active, { standing: 'quiet', friends: 0 }, active],
    ],
  ]);

  it('is whoever is longest a member in one arm alone; then come those who bought in one alone', () => {
    expect(mostDifferent(frames, 2)).toEqual([0, 1, 3]);
  });

  it('looks no further than the evening that is asked for', () => {
    expect(mostDifferent(frames, 0)).toEqual([]);
    expect(mostDifferent(frames, 1)).toEqual([0, 3]);
  });

  it('is nobody where there is one arm', () => {
    expect(mostDifferent(tinyFrames([[[active], [left]]]), 1)).toEqual([]);
  });

  it('has a summary that counts evenings inside, from the first day on', () => {
    expect(summaryOf(frames, 0, 2, 1)).toEqual({
      standing: 'left',
      daysInside: 1,
      friends: 0,
      hasBought: false,
    });
    expect(summaryOf(frames, 0, 2, 3)).toMatchObject({ daysInside: 2, hasBought: true });
  });
});

describe('friends of a person', () => {
  it('are those at the other end of awake ties, on either side', () => {
    const drawn = tinyDrawn(
      [0, 0, 0, 0],
      [
        [0, 2],
        [1, 2],
        [2, 3],
      ],
    );
    const frames = openFrames(4, 3, 0, 1);
    frames.arms[0].awake[0] = 0b101;
    expect(friendsOf(drawn, frames, 0, 0, 2)).toEqual([0, 3]);
    expect(friendsOf(drawn, frames, 0, 0, 1)).toEqual([]);
  });
});
