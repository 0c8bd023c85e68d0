import { beforeAll, describe, expect, it } from 'vitest';
import { startWorld } from '../../../src/engine/live.ts';
import type { Model } from '../../../src/engine/model.ts';
import { type Prepared, prepare } from '../../../src/engine/simulate.ts';
import { EARLIEST } from '../../../src/population/friendships.ts';
import { Status } from '../../../src/population/people.ts';
import { chooseDrawn } from '../../../web/pages/network/drawn.ts';
import {
  countsAt,
  type Frames,
  friendsAt,
  hasBought,
  isAwake,
  isMarked,
  openFrames,
  standingAt,
  takeStretch,
} from '../../../web/pages/network/frames.ts';
import { observe } from '../../../web/pages/network/observe.ts';
import type { Opened } from '../../../web/pages/network/protocol.ts';
import { merged, scenarioOf } from '../../engine/isolated.ts';
import { busy, lively } from '../../engine/lively.ts';

const scenario = scenarioOf(merged(lively, { arms: [{ name: 'plain' }, { name: 'busy', tactics: busy }] }));
const asked = { scenario, networks: new Map(), world: 3, arms: [0, 1] };

let opened: Opened;
let frames: Frames;
let prepared: Prepared;

beforeAll(() => {
  for (const answer of observe(asked)) {
    if ('opened' in answer) {
      opened = answer.opened;
      frames = openFrames(opened.drawn.count, opened.drawn.from.length, opened.days, 2);
    } else if ('stretch' in answer) takeStretch(frames, answer.stretch);
  }
  prepared = prepare(scenario);
});

/** People and ties of whom the frames say something else than the model does. */
function wrong({ people, friendships }: Model, arm: number, evening: number): string[] {
  const { places, tieAt } = opened.drawn;
  const odd: string[] = [];
  const inside: Readonly<Record<number, readonly string[]>> = {
    [Status.outside]: ['outside'],
    [Status.member]: ['active', 'quiet'],
    [Status.dormant]: ['dormant'],
    [Status.left]: ['left'],
  };
  for (let i = 0; i < places.length; i++) {
    const p = places[i];
    if (friendsAt(frames, arm, evening, i) !== people.friends[p]) odd.push(`friends of ${p}`);
    if (hasBought(frames, arm, evening, i) !== people.orders[p] > 0) odd.push(`orders of ${p}`);
    if (!inside[people.status[p]].includes(standingAt(frames, arm, evening, i))) odd.push(`standing of ${p}`);
  }
  for (let t = 0; t < tieAt.length; t++)
    if (isAwake(frames, arm, evening, t) !== friendships.metOn[tieAt[t]] >= EARLIEST) odd.push(`tie ${t}`);
  return odd;
}

describe('frames', () => {
  it('have every evening of both arms as the engine has it', () => {
    for (const arm of [0, 1]) {
      const living = startWorld(prepared, 3, arm);
      for (let evening = 0; evening <= opened.days; evening++) {
        if (evening > 0) living.step();
        expect(wrong(living.model, arm, evening)).toEqual([]);
      }
    }
  });

  it('call a member active for seven days after a visit, and an order recent for thirty', () => {
    const living = startWorld(prepared, 3, 1);
    while (living.day < 50) living.step();
    const { people } = living.model;
    let quiet = 0;
    let old = 0;
    for (let i = 0; i < opened.drawn.count; i++) {
      const p = opened.drawn.places[i];
      if (people.status[p] === Status.member) {
        const isActive = people.lastVisitOn[p] >= 49 - 6;
        expect(standingAt(frames, 1, 50, i)).toBe(isActive ? 'active' : 'quiet');
        if (!isActive) quiet++;
      }
      const isRecent = people.orders[p] > 0 && people.lastOrderOn[p] >= 49 - 29;
      expect(isMarked(frames, 1, 50, i, 'bought')).toBe(isRecent);
      if (people.orders[p] > 0 && !isRecent) old++;
    }
    expect(Math.min(quiet, old)).toBeGreaterThan(0);
  });

  it('mark ads only where ads are shown', () => {
    expect(countsAt(frames, 0, opened.days).ads).toBe(0);
    expect(countsAt(frames, 1, opened.days).ads).toBeGreaterThan(0);
  });

  it('mark an invitation from its evening on for thirty', () => {
    const living = startWorld(prepared, 3, 0, { events: true });
    const first = new Map<number, number>();
    while (living.day < living.days) {
      const day = living.day;
      for (const { kind, person } of living.step())
        if (kind === 'invited' && !first.has(person)) first.set(person, day);
    }
    expect(first.size).toBeGreaterThan(0);
    for (const [person, day] of first) {
      const i = opened.drawn.places.indexOf(person);
      expect(isMarked(frames, 0, day, i, 'shared')).toBe(false);
      for (let evening = day + 1; evening <= Math.min(day + 30, opened.days); evening++)
        expect(isMarked(frames, 0, evening, i, 'shared')).toBe(true);
    }
    const ends = [...first].filter(([, day]) => day + 31 <= opened.days);
    expect(
      ends.some(([p, day]) => !isMarked(frames, 0, day + 31, opened.drawn.places.indexOf(p), 'shared')),
    ).toBe(true);
  });

  it('begin with the same eve in both arms and count everybody once', () => {
    for (let i = 0; i < frames.people; i++)
      expect(standingAt(frames, 0, 0, i)).toBe(standingAt(frames, 1, 0, i));
    const { active, quiet, dormant, left, outside } = countsAt(frames, 1, opened.days);
    expect(active + quiet + dormant + left + outside).toBe(frames.people);
  });
});

describe('observing a world', () => {
  it('shows one arm where the arms begin with different people', () => {
    const apart = scenarioOf(
      merged(lively, { arms: [{ name: 'plain' }, { name: 'larger', community: { members: 170 } }] }),
    );
    const answers = [...observe({ ...asked, scenario: apart })];
    expect(answers.flatMap((answer) => ('opened' in answer ? [answer.opened.isSameStart] : []))).toEqual([
      false,
    ]);
    expect(answers.every((answer) => !('stretch' in answer) || answer.stretch.arm === 0)).toBe(true);
  });

  it('tells people apart where no ties do', () => {
    const none = (members: number) => ({ members, prospects: 300 - members, network: { kind: 'none' } });
    const apart = scenarioOf(
      merged(lively, {
        arms: [
          { name: 'more in', community: none(160) },
          { name: 'fewer in', community: none(150) },
        ],
      }),
    );
    const [first] = observe({ ...asked, scenario: apart });
    expect('opened' in first && first.opened.isSameStart).toBe(false);
  });

  it('draws the same people for either order of the arms', () => {
    const [first] = observe({ ...asked, arms: [1, 0] });
    expect('opened' in first && first.opened.drawn).toEqual(opened.drawn);
    const { model } = startWorld(prepared, 3, 1);
    expect(chooseDrawn(model.people, model.friendships, model.reachable)).toEqual(opened.drawn);
  });
});
