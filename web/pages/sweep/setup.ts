/** What a sweep is asked to try. It is part of how a page looks at its scenario, so links, undo and reload keep it. */
import { computed } from '@preact/signals';
import { type DesignName, designNames } from '../../../src/experiment/designs/index.ts';
import { setView } from '../../app/edit.ts';
import { view } from '../../app/workspace.ts';
import type { Plain } from '../../state/plain.ts';

export interface Setup {
  /** As `--vary` takes them: a path, or a path with its range behind `=`. Null: those that the page suggests. */
  readonly vary: readonly string[] | null;
  readonly design: DesignName;
  readonly points: number;
  readonly worlds: number;
}

export const usualSetup: Setup = { vary: null, design: 'latin-hypercube', points: 64, worlds: 16 };

export const MOST_INPUTS = 6;
/** A link may name more than can be varied, which is said; it may not name any number. */
const MOST_READ = 64;
export const MOST_POINTS = 2048;
export const MOST_WORLDS = 512;

/** Anything from a link or a storage as a setup: what makes no sense is as usual. */
export function setupOf(kept: unknown): Setup {
  const { vary, design, points, worlds } = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<
    string,
    unknown
  >;
  const whole = (value: unknown, most: number, usual: number) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most ? value : usual;
  const paths = Array.isArray(vary) ? vary.filter((each): each is string => typeof each === 'string') : null;
  return {
    vary: paths?.slice(0, MOST_READ) ?? null,
    design: designNames.find((name) => name === design) ?? usualSetup.design,
    points: whole(points, MOST_POINTS, usualSetup.points),
    worlds: whole(worlds, MOST_WORLDS, usualSetup.worlds),
  };
}

export const setup = computed((): Setup => setupOf(view.value.sweep));

/** What differs from the usual alone is kept. */
export function setSetup(changed: Partial<Setup>): void {
  const next = { ...setup.value, ...changed };
  const kept = Object.entries(next).filter(([name, value]) => usualSetup[name as keyof Setup] !== value);
  setView({ sweep: Object.fromEntries(kept) as Plain });
}
