/** What the network page shows: which world, which evening, who is looked at. Changed by `session.ts` and the controls. */
import { batch, computed, signal } from '@preact/signals';
import type { LifeEvent } from '../../../src/engine/life-event.ts';
import type { Networks } from '../../../src/experiment/plan.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import type { Frames, Layer } from './frames.ts';
import type { Opened } from './protocol.ts';

/** A world that is open: who is drawn, and their evenings as far as they are known. */
export interface Stage extends Opened {
  readonly scenario: Scenario;
  readonly networks: Networks;
  readonly world: number;
  /** Places in the scenario of the arms that are shown; one where there is no other to show beside it. */
  readonly arms: readonly number[];
  readonly frames: Frames;
}

export interface Lives {
  readonly person: number;
  readonly lives: readonly (readonly LifeEvent[])[];
}

/** Worlds count from 0 inside and from 1 before people. */
export const world = signal(0);
/** Arms that are wanted: left and right. */
export const wanted = signal<readonly number[]>([0, 1]);
export const stage = signal<Stage | null>(null);
/** The last evening that is known in every arm; -1 before there is any. */
export const known = signal(-1);
export const evening = signal(0);
export const isPlaying = signal(false);
export const layer = signal<Layer | null>(null);
/** People by their number in the picture. */
export const selected = signal<number | null>(null);
export const hovered = signal<number | null>(null);
/** The lives of the selected person, once they are there. */
export const lives = signal<Lives | null>(null);
/** Where people stand as x, y, x, y ...; and how far settling is. */
export const positions = signal<Float32Array | null>(null);
export const settled = signal<{ readonly done: number; readonly of: number }>({ done: 0, of: 1 });
export const isTable = signal(false);
/** Why there is no picture: the drawing broke or cannot start here. */
export const noPicture = signal<'unsupported' | 'lost' | null>(null);
/** How often the viewer asked to try again. */
export const attempts = signal(0);
/** What went wrong in a worker. */
export const failure = signal<string | null>(null);
/** Network files that were given in this tab, by the name that scenarios have for them; and what they call people. */
export const networks = signal<Networks>(new Map());
export const fileNames = signal<ReadonlyMap<string, readonly string[]>>(new Map());

/** The evening to draw: the one asked for, or the last that is known. */
export const shownEvening = computed(() => Math.max(0, Math.min(evening.value, known.value)));

/** The key of whoever is looked at, or is to be as soon as there is such a person: it outlasts a change of world. */
export const person = signal<number | null>(null);

/** Looks at somebody of the picture, or at nobody. */
export const select = (at: number | null): void =>
  selectKey(at === null ? null : (stage.peek()?.drawn.keys[at] ?? null));

/** Looks at the person of this key, if they are in the picture. */
export function selectKey(key: number | null): void {
  const at = key === null ? -1 : (stage.peek()?.drawn.keys.indexOf(key) ?? -1);
  batch(() => {
    person.value = key;
    if (selected.peek() === (at < 0 ? null : at)) return;
    selected.value = at < 0 ? null : at;
    lives.value = null;
  });
}
