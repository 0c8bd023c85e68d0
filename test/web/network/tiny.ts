/** Frames written by hand: who stands where, on each evening, in each arm. */
import type { Drawn } from '../../../web/pages/network/drawn.ts';
import { type Frames, openFrames, type Standing, standings } from '../../../web/pages/network/frames.ts';

export interface TinyPerson {
  readonly standing: Standing;
  readonly friends?: number;
  readonly bought?: boolean;
}

/** `evenings[arm][evening][person]`. No ties. */
export function tinyFrames(evenings: readonly (readonly (readonly TinyPerson[])[])[]): Frames {
  const people = evenings[0][0].length;
  const frames = openFrames(people, 0, evenings[0].length - 1, evenings.length);
  evenings.forEach((days, arm) => {
    days.forEach((persons, evening) => {
      persons.forEach(({ standing, friends = 0, bought = false }, i) => {
        frames.arms[arm].marks[evening * people + i] = standings.indexOf(standing) + (bought ? 64 : 0);
        frames.arms[arm].friends[evening * people + i] = friends;
      });
    });
  });
  return frames;
}

/** People 0, 1 ... of these segments with these ties. */
export function tinyDrawn(segments: readonly number[], ties: readonly (readonly [number, number])[]): Drawn {
  const count = segments.length;
  return {
    count,
    places: Uint32Array.from({ length: count }, (_, i) => i),
    keys: Uint32Array.from({ length: count }, (_, i) => i),
    segments: Uint8Array.from(segments),
    from: Uint32Array.from(ties, ([a]) => a),
    to: Uint32Array.from(ties, ([, b]) => b),
    tieAt: Uint32Array.from(ties, (_, t) => t),
    reachable: count,
    center: null,
  };
}
