/**
 * What of this page belongs into a link: world, arms and person, so that whoever opens it sees the same two lives. It
 * stands in the view of the page beside what other pages keep there; unknown or impossible values mean the usual ones.
 */
import { effect, untracked } from '@preact/signals';
import { setView } from '../../app/edit.ts';
import { view } from '../../app/workspace.ts';
import { person, selectKey, wanted, world } from './state.ts';

interface Kept {
  readonly world: number;
  readonly arms: readonly number[];
  /** Key of the person; null for nobody. */
  readonly person: number | null;
}

const MOST = 100_000;
const isCount = (value: unknown, below: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < below;

/** Reads what a view keeps for this page. */
export function keptOf(from: Readonly<Record<string, unknown>>): Kept {
  const { left, right } = from;
  const isPair = isCount(left, 5) && isCount(right, 5) && left !== right;
  return {
    world: isCount(from.world, MOST) ? from.world : 0,
    arms: isPair ? [left, right] : [0, 1],
    person: isCount(from.person, 2 ** 32) ? from.person : null,
  };
}

/** What a view has to keep: nothing for the usual. */
export function viewOf(kept: Kept) {
  const isUsual = kept.arms[0] === 0 && kept.arms[1] === 1;
  return {
    world: kept.world === 0 ? undefined : kept.world,
    left: isUsual ? undefined : kept.arms[0],
    right: isUsual ? undefined : kept.arms[1],
    person: kept.person ?? undefined,
  };
}

/** Takes up what the view keeps, and keeps there what is chosen from now on. Gives back how to stop. */
export function followView(): () => void {
  const stopReading = effect(() => {
    const kept = keptOf(view.value);
    if (world.peek() !== kept.world) world.value = kept.world;
    if (wanted.peek().join() !== kept.arms.join()) wanted.value = kept.arms;
    if (person.peek() !== kept.person) selectKey(kept.person);
  });
  const stopWriting = effect(() => {
    const next = viewOf({ world: world.value, arms: wanted.value, person: person.value });
    untracked(() => {
      if (JSON.stringify(next) !== JSON.stringify(viewOf(keptOf(view.value)))) setView(next);
    });
  });
  return () => {
    stopReading();
    stopWriting();
  };
}
