import { describe, expect, it } from 'vitest';
import type { LifeEvent, LifeKind } from '../../../src/engine/life-event.ts';
import {
  changesSince,
  courseOf,
  figureAt,
  figuresFor,
  nextSeed,
} from '../../../web/pages/sandbox/figures.ts';
import { linesOf, type Topic, toggled } from '../../../web/pages/sandbox/log.ts';
import { advance } from '../../../web/pages/sandbox/player.ts';
import type { Cast } from '../../../web/pages/sandbox/stage-messages.ts';
import { codesOn, ghostOf, openRun, takeIn } from '../../../web/pages/sandbox/stage-run.ts';

const cast: Cast = {
  arm: 0,
  places: Int32Array.of(0, 1),
  keys: Uint32Array.of(0, 1),
  segment: Uint8Array.of(0, 0),
  segments: ['everyone'],
  reachable: 2,
  eve: Uint8Array.of(1, 4),
  allKeys: Uint32Array.of(0, 1),
};
const metrics = ['netRevenue', 'members', 'adsShown'];
const event = (day: number, person: number, kind: LifeKind): LifeEvent => ({
  day,
  person,
  key: person,
  kind,
});

function runOf(netRevenue: readonly number[], run = 1) {
  const opened = openRun({ is: 'cast', run, days: netRevenue.length, casts: [cast] }, metrics);
  const half = Math.floor(netRevenue.length / 2);
  for (const [from, to] of [
    [0, half],
    [half, netRevenue.length],
  ]) {
    const count = to - from;
    takeIn(opened, {
      is: 'days',
      run,
      from,
      to,
      arms: [
        {
          arm: 0,
          series: [
            Float64Array.from(netRevenue.slice(from, to)),
            new Float64Array(count).fill(2),
            new Float64Array(count).fill(4),
          ],
          codes: Uint8Array.from({ length: 2 * count }, (_, i) => (i % 2 === 0 ? 0 : 3)),
          events: [event(from, 0, 'ordered'), event(to - 1, 1, 'left')],
        },
      ],
    });
  }
  return opened;
}

describe('a run on the stage', () => {
  it('grows by the days that come, in their order', () => {
    const run = runOf([1, 2, 3, 4]);
    expect(run.known).toBe(4);
    expect([...run.arms[0].series[0]]).toEqual([1, 2, 3, 4]);
    expect([...codesOn(run.arms[0], 3)]).toEqual([0, 3]);
    expect(run.arms[0].events.map((day) => day.length)).toEqual([1, 1, 1, 1]);
  });

  it('shows the eve before its first day', () => {
    expect(codesOn(runOf([1, 2]).arms[0], -1)).toBe(cast.eve);
  });

  it('takes nothing of another run, and no day twice', () => {
    const run = runOf([1, 2, 3, 4]);
    expect(takeIn(run, { is: 'done', run: 2 })).toBe(false);
    expect(run.isDone).toBe(false);
    takeIn(run, { is: 'days', run: 1, from: 0, to: 2, arms: [] });
    expect(run.known).toBe(4);
  });

  it('leaves a ghost only when it came to its end', () => {
    expect(ghostOf(runOf([1, 2]), ['one'])?.arms[0].name).toBe('one');
    expect(ghostOf(openRun({ is: 'cast', run: 1, days: 2, casts: [cast] }, metrics), ['one'])).toBeNull();
    expect(ghostOf(null, [])).toBeNull();
  });
});

describe('the figures of a day', () => {
  it('add up money, and take members as they are', () => {
    const run = runOf([1, 2, 3, 4]);
    const at = (name: string, days: number) => {
      const figure = figuresFor('netRevenue').find((each) => each.name === name);
      return figure && figureAt(run, run.arms[0], figure, days);
    };
    expect(at('netRevenue', 3)).toBe(6);
    expect(at('members', 3)).toBe(2);
    expect(at('netRevenue', 0)).toBeNaN();
    expect(at('trust', 2)).toBeNaN();
    expect([...courseOf(run, run.arms[0], 'netRevenue')]).toEqual([1, 3, 6, 10]);
  });

  it('count ads by the week and member', () => {
    const run = runOf(Array(20).fill(0));
    const figure = figuresFor('netRevenue').find(({ name }) => name === 'adsPerMemberWeek');
    expect(figure && figureAt(run, run.arms[0], figure, 10)).toBe(14);
    expect(figure && figureAt(run, run.arms[0], figure, 3)).toBe(14);
  });

  it('have the judged metric first where it is none of the usual', () => {
    expect(figuresFor('posts')[0].name).toBe('posts');
    expect(figuresFor('posts')).toHaveLength(6);
    expect(figuresFor('members')[0].name).toBe('netRevenue');
  });

  it('say what a change did, by name of the arm, and nothing where nothing moved', () => {
    const ghost = ghostOf(runOf([1, 2, 3, 4]), ['one']);
    const now = runOf([2, 2, 3, 5], 2);
    if (ghost === null) throw new Error('there is a ghost');
    expect(changesSince(now, ghost, ['one'], 'netRevenue')).toEqual([
      { arm: 0, difference: 2, relative: 0.2 },
    ]);
    expect(changesSince(now, ghost, ['other'], 'netRevenue')).toEqual([]);
    expect(changesSince(runOf([1, 2, 3, 4], 3), ghost, ['one'], 'netRevenue')).toEqual([]);
    expect(changesSince(runOf([1, 2], 3), ghost, ['one'], 'netRevenue')).toBeNull();
  });

  it('give no percentage of a loss', () => {
    const ghost = ghostOf(runOf([-1, -1]), ['one']);
    const changes = ghost && changesSince(runOf([1, 1], 2), ghost, ['one'], 'netRevenue');
    expect(changes).toEqual([{ arm: 0, difference: 4, relative: null }]);
  });
});

describe('new luck', () => {
  it('is the next seed, never the same', () => {
    expect(nextSeed('private-domain-2026')).toBe('private-domain-2027');
    expect(nextSeed('seed 009')).toBe('seed 010');
    expect(nextSeed('99')).toBe('100');
    expect(nextSeed('luck')).toBe('luck 2');
    expect(nextSeed('luck 2')).toBe('luck 3');
  });
});

describe('the log', () => {
  const arm = {
    events: [[event(0, 0, 'ordered'), event(0, 1, 'joined')], [event(1, 0, 'posted')], [event(2, 0, 'left')]],
  };
  const all = new Set<Topic>(['members', 'money', 'ads', 'friends', 'talk']);
  const kinds = (lines: readonly LifeEvent[]) => lines.map(({ kind }) => kind);

  it('has the newest first, and nothing of days to come', () => {
    expect(kinds(linesOf(arm, 3, all, null))).toEqual(['left', 'posted', 'joined', 'ordered']);
    expect(kinds(linesOf(arm, 1, all, null))).toEqual(['joined', 'ordered']);
    expect(linesOf(arm, 0, all, null)).toEqual([]);
  });

  it('shows the wanted topics, and everything of whom it follows', () => {
    expect(kinds(linesOf(arm, 3, new Set<Topic>(['money']), null))).toEqual(['ordered']);
    expect(kinds(linesOf(arm, 3, new Set<Topic>(['money']), 0))).toEqual(['left', 'posted', 'ordered']);
  });

  it('ends at so many lines', () => {
    expect(linesOf(arm, 3, all, null, 2)).toHaveLength(2);
  });

  it('adds and takes away topics', () => {
    expect([...toggled(new Set(['money']), 'money')]).toEqual([]);
    expect([...toggled(new Set(['money']), 'ads')]).toEqual(['money', 'ads']);
  });
});

describe('the playhead', () => {
  it('goes by the clock and waits at the last day that is there', () => {
    expect(advance(10, 1000, 7, 365)).toBe(17);
    expect(advance(10, 1000, 28, 12)).toBe(12);
    expect(advance(10, 1, Number.POSITIVE_INFINITY, 300)).toBe(300);
    expect(advance(12, 1000, 7, 12)).toBe(12);
  });
});
