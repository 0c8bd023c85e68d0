/** The same person in several arms of one world: what differs between their lives is the tactics. */
import type { Prepared } from './compile.ts';
import type { LifeEvent } from './life-event.ts';
import { startWorld } from './live.ts';

/**
 * What happened to one person in each of these arms. `person`: their place in the first; in the others they are found by
 * key, and a life is empty where they do not exist.
 */
export function livesOf(
  prepared: Prepared,
  world: number,
  arms: readonly number[],
  person: number,
): LifeEvent[][] {
  let key: number | undefined;
  return arms.map((arm) => {
    const peek = startWorld(prepared, world, arm).model.people;
    key ??= peek.key[person];
    const place = key === undefined ? -1 : peek.key.indexOf(key);
    return place < 0 ? [] : lifeOf(prepared, world, arm, place);
  });
}

function lifeOf(prepared: Prepared, world: number, arm: number, only: number): LifeEvent[] {
  const living = startWorld(prepared, world, arm, { events: true, only });
  const life: LifeEvent[] = [];
  while (living.day < living.days) life.push(...living.step());
  return life;
}
