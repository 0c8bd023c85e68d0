/** Keys that go from person to person: those with most friends first. */
import { type Stage, select, selected, shownEvening } from './state.ts';
import { byFriends } from './tables.ts';

/** Does what a key asks for; false for keys that mean nothing here. */
export function stepThroughPeople(stage: Stage, { key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  if (key === 'Escape') {
    if (selected.value === null) return false;
    select(null);
    return true;
  }
  if (key === 'Enter') {
    document.querySelector<HTMLElement>('.net-person')?.focus();
    return selected.value !== null;
  }
  const order = byFriends(stage.frames, shownEvening.value);
  const at = selected.value === null ? -1 : order.indexOf(selected.value);
  const to = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: order.length - 1,
  }[key];
  if (to === undefined) return false;
  select(order[Math.max(0, Math.min(order.length - 1, to))]);
  return true;
}
