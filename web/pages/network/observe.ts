/** Runs the arms of one world side by side and writes down each evening of the people of the picture. */

import type { LifeEvent } from '../../../src/engine/life-event.ts';
import { startWorld } from '../../../src/engine/live.ts';
import type { Model } from '../../../src/engine/model.ts';
import { prepare } from '../../../src/engine/simulate.ts';
import { livesOf } from '../../../src/engine/two-lives.ts';
import { NEVER } from '../../../src/population/people.ts';
import { chooseDrawn } from './drawn.ts';
import { cutStretch, type Frames, openFrames, packEvening } from './frames.ts';
import type { WorldAnswer, WorldAsked } from './protocol.ts';

/** Evenings that are sent at once. */
const STRETCH = 15;

/** Yields what the page is to be told: who is there, then stretches of evenings of each arm in turn. */
export function* observe({ scenario, networks, world, arms }: WorldAsked): Generator<WorldAnswer> {
  const prepared = prepare(scenario, networks);
  const all = arms.map((arm) => startWorld(prepared, world, arm));
  const isSameStart = all.every(({ model }) => startAlike(all[0].model, model));
  const living = isSameStart ? all : all.slice(0, 1);
  const { model, days } = all[0];
  const drawn = chooseDrawn(model.people, model.friendships, model.reachable);
  const keys = model.people.key.slice(0, model.reachable);
  yield { opened: { drawn, keys, segments: model.segments.map(({ name }) => name), isSameStart, days } };
  const frames = openFrames(drawn.count, drawn.from.length, days, living.length);
  const shared = living.map((live) => new Int16Array(live.model.people.count).fill(NEVER));
  for (let from = 0; from <= days; from += STRETCH) {
    const evenings = Math.min(STRETCH, days + 1 - from);
    for (let arm = 0; arm < living.length; arm++) {
      for (let evening = from; evening < from + evenings; evening++) {
        if (evening > 0) living[arm].step();
        noteShares(living[arm].model, shared[arm], evening - 1);
        writeEvening(frames, arm, evening, living[arm].model, drawn, shared[arm]);
      }
      yield { stretch: cutStretch(frames, arm, from, evenings) };
    }
  }
}

/** The lives of one person, by their place in the world. */
export const observeLives = (
  { scenario, networks, world, arms }: WorldAsked,
  person: number,
): readonly (readonly LifeEvent[])[] => livesOf(prepare(scenario, networks), world, arms, person);

function writeEvening(
  frames: Frames,
  arm: number,
  evening: number,
  { people, friendships }: Model,
  drawn: ReturnType<typeof chooseDrawn>,
  sharedOn: Int16Array,
): void {
  packEvening(frames.arms[arm], evening, drawn, people, friendships, sharedOn);
}

function noteShares({ today }: Model, sharedOn: Int16Array, day: number): void {
  for (let i = 0; i < today.invitations.length; i += 2) sharedOn[today.invitations[i]] = day;
}

/** Whether two arms begin with the same people, of the same segments, with the same ties. */
function startAlike(a: Model, b: Model): boolean {
  return (
    a === b ||
    (isEqual(a.people.key, b.people.key) &&
      isEqual(a.people.segment, b.people.segment) &&
      isEqual(a.friendships.offsets, b.friendships.offsets) &&
      isEqual(a.friendships.friends, b.friendships.friends))
  );
}

const isEqual = (a: ArrayLike<number>, b: ArrayLike<number>): boolean => {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
};
