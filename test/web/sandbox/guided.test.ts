import { describe, expect, it } from 'vitest';
import { answerOf, dayOf, stops } from '../../../web/pages/sandbox/guided-stops.ts';
import type { Cast } from '../../../web/pages/sandbox/stage-messages.ts';
import { openRun, type StageRun, takeIn } from '../../../web/pages/sandbox/stage-run.ts';

const metrics = ['netRevenue', 'members'];
const days = 40;
const castOf = (arm: number): Cast => ({
  arm,
  places: Int32Array.of(0, 1, 2, 3, 4),
  keys: Uint32Array.of(0, 1, 2, 3, 4),
  segment: new Uint8Array(5),
  segments: ['everyone'],
  reachable: 5,
  eve: Uint8Array.of(1, 1, 1, 1, 4),
  allKeys: Uint32Array.of(0, 1, 2, 3, 4),
});

/** Two arms: the first earns early, the second late; the second keeps more members. Other worlds: by who leads them. */
function runOf(leaders: readonly number[] = []): StageRun {
  const run = openRun({ is: 'cast', run: 1, days, casts: [castOf(0), castOf(1)] }, metrics);
  const money = [(day: number) => (day < 30 ? 2 : 0), (day: number) => (day < 30 ? 1 : 9)];
  const line = (value: (day: number) => number) =>
    Float64Array.from({ length: days }, (_, day) => value(day));
  const arms = [0, 1].map((arm) => ({
    arm,
    series: [line(money[arm]), line(() => 3 + arm)],
    codes: Uint8Array.from({ length: 5 * days }, (_, i) => [0, 1, 2, 3, 1][i % 5]),
    events: [],
  }));
  takeIn(run, { is: 'days', run: 1, from: 0, to: days, arms });
  for (const leader of leaders)
    for (const arm of [0, 1])
      takeIn(run, {
        is: 'other',
        run: 1,
        arm,
        series: [line(() => (arm === leader ? 5 : 1)), line(() => 1)],
      });
  return run;
}

describe('the guided tour', () => {
  it('reads who leads off the day that it asks about', () => {
    expect(answerOf('early', runOf(), 'netRevenue')).toEqual({ is: 'leader', right: 0, values: [60, 30] });
    expect(answerOf('late', runOf(), 'netRevenue')).toEqual({ is: 'leader', right: 1, values: [60, 120] });
    expect(answerOf('members', runOf(), 'netRevenue')).toEqual({ is: 'leader', right: 1, values: [3, 4] });
    expect(dayOf('early', 10)).toBe(10);
  });

  it('counts as gone who was a member at the start and is none at the end, whoever has come since', () => {
    expect(answerOf('gone', runOf(), 'netRevenue')).toEqual({ is: 'gone', right: 3, share: 0.5 });
  });

  it('asks other worlds whether the same arm leads', () => {
    expect(answerOf('luck', runOf([1, 1]), 'netRevenue')).toMatchObject({ right: 0, same: 2, worlds: 2 });
    expect(answerOf('luck', runOf([1, 1, 0]), 'netRevenue')).toMatchObject({ right: 1, same: 2 });
    expect(answerOf('luck', runOf([1, 0]), 'netRevenue')).toMatchObject({ right: 2, same: 1 });
    expect(answerOf('luck', runOf(), 'netRevenue')).toBeNull();
  });

  it('answers nothing before all days are there', () => {
    const open = openRun({ is: 'cast', run: 1, days, casts: [castOf(0)] }, metrics);
    for (const stop of stops) expect(answerOf(stop, open, 'netRevenue')).toBeNull();
  });
});
