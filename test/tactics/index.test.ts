import { describe, expect, it } from 'vitest';
import { phases } from '../../src/engine/phases.ts';
import { findTactic, tactics } from '../../src/tactics/index.ts';
import { quietScenario } from '../engine/isolated.ts';

describe('tactics', () => {
  it('have names of their own, say what they are, and act in phases that there are', () => {
    const names = tactics.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const days = new Set<string>(phases.map(({ name }) => name));
    for (const { name, about, acts } of tactics) {
      expect(about.en, name).toMatch(/^[A-Z].*\.$/);
      expect(Object.keys(acts).length, name).toBeGreaterThan(0);
      for (const phase of Object.keys(acts)) expect(days, name).toContain(phase);
    }
  });

  it('are found by name', () => {
    for (const tactic of tactics) expect(findTactic(tactic.name)).toBe(tactic);
    expect(findTactic('hypnosis')).toBeUndefined();
  });

  it('can all be used as they stand, and twice under names of their own', () => {
    const all = Object.fromEntries(
      tactics.flatMap(({ name }) => [
        [name, {}],
        [`second ${name}`, { tactic: name }],
      ]),
    );
    const [arm] = quietScenario({ tactics: all }).arms;
    expect(arm.tactics.map(({ tactic }) => tactic).sort()).toEqual(
      tactics.flatMap(({ name }) => [name, name]).sort(),
    );
  });
});
