/** What a person and a tie look like in a picture, and what of a picture has to be drawn anew when the scene changes. */
import type { Drawn } from './drawn.ts';
import {
  changesBetween,
  type Frames,
  friendsAt,
  isAwake,
  isMarked,
  type Layer,
  type Standing,
  standingAt,
} from './frames.ts';
import { type Look, shapeOf } from './look.ts';

/** What is looked at. */
export interface Scene {
  readonly evening: number;
  readonly layer: Layer | null;
  readonly selected: number | null;
  readonly hovered: number | null;
  readonly look: Look;
}

/** Who is drawn, and their evenings. */
export interface Cast {
  readonly drawn: Drawn;
  readonly frames: Frames;
  /** Of all sizes: smaller where the picture is. */
  readonly scale: number;
  /** Ties of a person, by number. */
  readonly tiesOf: readonly (readonly number[])[];
}

/** `width`: of a picture. [px] */
export function castOf(drawn: Drawn, frames: Frames, width: number): Cast {
  const tiesOf: number[][] = Array.from({ length: drawn.count }, () => []);
  for (let tie = 0; tie < drawn.from.length; tie++) {
    tiesOf[drawn.from[tie]].push(tie);
    tiesOf[drawn.to[tie]].push(tie);
  }
  const scale = crowdScale(drawn.count) * Math.min(1, Math.max(0.62, width / 600));
  return { drawn, frames, scale, tiesOf };
}

/** The part of a marked person's disc that their own shape takes; the rest is halo. */
export const INSIDE_HALO = 0.56;

/** Radius of somebody without friends: shapes that are no discs need room to be told apart. [px] */
const leastSize: Readonly<Record<Standing, number>> = {
  active: 2.4,
  quiet: 3,
  dormant: 4.2,
  left: 3.6,
  outside: 1.5,
};

/** Dots shrink where there are many. */
const crowdScale = (people: number): number => Math.min(1.5, Math.max(0.62, Math.sqrt(1300 / people)));

export function personLook(
  { frames, scale }: Cast,
  scene: Scene,
  arm: number,
  person: number,
  isFriend: boolean,
) {
  const { evening, layer, selected, hovered, look } = scene;
  const standing = standingAt(frames, arm, evening, person);
  const halo = layer !== null && isMarked(frames, arm, evening, person, layer);
  const isPointed = person === selected || person === hovered;
  const isAside = (layer !== null && !halo) || (selected !== null && !isFriend);
  const friends = friendsAt(frames, arm, evening, person);
  const size = scale * (leastSize[standing] + 0.85 * Math.sqrt(friends));
  return {
    shape: shapeOf[standing],
    halo,
    size: halo ? size / INSIDE_HALO : size,
    color: (isAside && !isPointed ? look.faded : look.standings)[standing],
    highlighted: isPointed,
  };
}

export function tieLook(
  { drawn, frames }: Cast,
  { evening, selected, look }: Scene,
  arm: number,
  tie: number,
) {
  if (!isAwake(frames, arm, evening, tie)) return { hidden: true, color: look.tie, size: 0.6 };
  const isTheirs = selected !== null && (drawn.from[tie] === selected || drawn.to[tie] === selected);
  return { hidden: false, color: isTheirs ? look.strong : look.tie, size: isTheirs ? 1.6 : 0.6 };
}

/** Friends of the one who is looked at, on the evening of the scene. */
export function friendsOfSelected({ drawn, frames, tiesOf }: Cast, scene: Scene, arm: number): Set<number> {
  const { selected, evening } = scene;
  if (selected === null) return new Set();
  const awake = tiesOf[selected].filter((tie) => isAwake(frames, arm, evening, tie));
  return new Set(awake.map((tie) => drawn.from[tie] + drawn.to[tie] - selected));
}

/** People and ties to draw anew. */
export interface Touched {
  readonly people: readonly number[] | 'all';
  readonly ties: readonly number[] | 'all';
}

/** What differs between two scenes of one arm. */
export function touchedBy(cast: Cast, before: Scene, next: Scene, arm: number): Touched {
  if (before.look !== next.look) return { people: 'all', ties: 'all' };
  const pointed = [before.hovered, next.hovered, before.selected, next.selected].filter(
    (each) => each !== null,
  );
  const ties = [before.selected, next.selected].flatMap((each) => (each === null ? [] : cast.tiesOf[each]));
  if (before.evening === next.evening) {
    const isFar = before.layer !== next.layer || before.selected !== next.selected;
    return { people: isFar ? 'all' : pointed, ties: before.selected === next.selected ? [] : ties };
  }
  const changed = changesBetween(cast.frames, arm, before.evening, next.evening);
  const isFar = before.layer !== next.layer || before.selected !== next.selected;
  const ends = changed.ties.flatMap((tie) => [cast.drawn.from[tie], cast.drawn.to[tie]]);
  return {
    people: isFar ? 'all' : [...new Set([...changed.people, ...ends, ...pointed])],
    ties: [...new Set([...changed.ties, ...ties])],
  };
}
