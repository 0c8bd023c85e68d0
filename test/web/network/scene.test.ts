import { describe, expect, it } from 'vitest';
import { changesBetween, openFrames } from '../../../web/pages/network/frames.ts';
import { keptOf, viewOf } from '../../../web/pages/network/kept-view.ts';
import type { Look } from '../../../web/pages/network/look.ts';
import {
  castOf,
  friendsOfSelected,
  personLook,
  type Scene,
  tieLook,
  touchedBy,
} from '../../../web/pages/network/scene.ts';
import { tinyDrawn, tinyFrames } from './tiny.ts';

const colors = { active: 'a', quiet: 'q', dormant: 'd', left: 'l', outside: 'o' };
const faded = { active: 'fa', quiet: 'fq', dormant: 'fd', left: 'fl', outside: 'fo' };
const look: Look = {
  standings: colors,
  faded,
  ink: 'ink',
  card: 'card',
  tie: 'tie',
  strong: 'strong',
  font: '',
};
const scene: Scene = { evening: 0, layer: null, selected: null, hovered: null, look };

/** A path 0 - 1 - 2 - 3: on evening 0 all ties are awake, on evening 1 only the first. */
function pathCast() {
  const ties = [
    [0, 1],
    [1, 2],
    [2, 3],
  ] as const;
  const drawn = tinyDrawn([0, 0, 0, 0], ties);
  const frames = openFrames(4, 3, 1, 1);
  frames.arms[0].awake[0] = 0b111;
  frames.arms[0].awake[1] = 0b001;
  frames.arms[0].marks[4 + 3] = 3;
  return castOf(drawn, frames, 600);
}

describe('what a person looks like', () => {
  const shown = castOf(
    tinyDrawn([0, 0], []),
    tinyFrames([[[{ standing: 'active', friends: 9 }, { standing: 'left' }]]]),
    600,
  );

  it('tells standings by shape and color, and friends by size', () => {
    const [one, other] = [0, 1].map((person) => personLook(shown, scene, 0, person, false));
    expect(one).toMatchObject({ color: 'a', halo: false, highlighted: false });
    expect(other.color).toBe('l');
    expect(other.shape).not.toBe(one.shape);
    expect(one.size).toBeGreaterThan(other.size);
  });

  it('steps back when a layer marks others or somebody else is looked at, but not when pointed at', () => {
    const fades = (changed: Partial<Scene>, isFriend = false) =>
      personLook(shown, { ...scene, ...changed }, 0, 0, isFriend).color === 'fa';
    expect(fades({ layer: 'bought' })).toBe(true);
    expect(fades({ selected: 1 })).toBe(true);
    expect(fades({ selected: 1 }, true)).toBe(false);
    expect(fades({ selected: 1, hovered: 0 })).toBe(false);
    expect(fades({ selected: 0 })).toBe(false);
  });
});

describe('what a tie looks like', () => {
  it('is hidden asleep, and strong when it is that of the one looked at', () => {
    const cast = pathCast();
    expect(tieLook(cast, { ...scene, evening: 1 }, 0, 1).hidden).toBe(true);
    expect(tieLook(cast, { ...scene, selected: 2 }, 0, 1)).toMatchObject({ hidden: false, color: 'strong' });
    expect(tieLook(cast, { ...scene, selected: 0 }, 0, 1).color).toBe('tie');
  });

  it('makes friends of the one looked at on that evening only', () => {
    const cast = pathCast();
    expect([...friendsOfSelected(cast, { ...scene, selected: 1 }, 0)].sort()).toEqual([0, 2]);
    expect([...friendsOfSelected(cast, { ...scene, selected: 1, evening: 1 }, 0)]).toEqual([0]);
    expect(friendsOfSelected(cast, scene, 0).size).toBe(0);
  });
});

describe('what has to be drawn anew', () => {
  it('is, from one evening to another, who changed and whose ties woke or fell asleep', () => {
    const cast = pathCast();
    expect(changesBetween(cast.frames, 0, 0, 1)).toEqual({ people: [3], ties: [1, 2] });
    const touched = touchedBy(cast, scene, { ...scene, evening: 1 }, 0);
    expect([...touched.people].sort()).toEqual([1, 2, 3]);
    expect([...touched.ties].sort()).toEqual([1, 2]);
  });

  it('is only who is pointed at when somebody is pointed at', () => {
    const touched = touchedBy(pathCast(), { ...scene, hovered: 0 }, { ...scene, hovered: 3 }, 0);
    expect(touched).toEqual({ people: [0, 3], ties: [] });
  });

  it('is everybody when somebody else is looked at, with the ties of both', () => {
    const touched = touchedBy(pathCast(), { ...scene, selected: 0 }, { ...scene, selected: 3 }, 0);
    expect(touched).toEqual({ people: 'all', ties: [0, 2] });
  });

  it('is everything when colors change', () => {
    const touched = touchedBy(pathCast(), scene, { ...scene, look: { ...look } }, 0);
    expect(touched).toEqual({ people: 'all', ties: 'all' });
  });

  it('never leaves out anybody who looks different afterwards', () => {
    const cast = pathCast();
    const scenes: Scene[] = [0, 1].flatMap((evening) =>
      [null, 0, 2].flatMap((selected) =>
        [null, 'bought' as const].map((layer) => ({ ...scene, evening, selected, layer, hovered: selected })),
      ),
    );
    for (const before of scenes)
      for (const after of scenes) {
        const { people, ties } = touchedBy(cast, before, after, 0);
        for (const person of [0, 1, 2, 3]) {
          const of = (s: Scene) => personLook(cast, s, 0, person, friendsOfSelected(cast, s, 0).has(person));
          if (JSON.stringify(of(before)) !== JSON.stringify(of(after)))
            expect(people === 'all' || people.includes(person)).toBe(true);
        }
        for (const tie of [0, 1, 2])
          if (JSON.stringify(tieLook(cast, before, 0, tie)) !== JSON.stringify(tieLook(cast, after, 0, tie)))
            expect(ties === 'all' || ties.includes(tie)).toBe(true);
      }
  });
});

describe('what a link keeps of the page', () => {
  it('comes back as it was, and is nothing where all is as usual', () => {
    const kept = { world: 7, arms: [2, 0], person: 2 ** 31 + 5 };
    expect(keptOf(viewOf(kept))).toEqual(kept);
    expect(
      Object.values(viewOf({ world: 0, arms: [0, 1], person: null })).every((v) => v === undefined),
    ).toBe(true);
  });

  it('is the usual where a link says nonsense', () => {
    const usual = { world: 0, arms: [0, 1], person: null };
    for (const odd of [-1, 1.5, 1e12, '3', Number.NaN, null, {}, [], true])
      expect(keptOf({ world: odd, left: odd, right: odd, person: odd })).toEqual(usual);
    expect(keptOf({ left: 1, right: 1 })).toEqual(usual);
    expect(keptOf({ left: 1 })).toEqual(usual);
  });
});
