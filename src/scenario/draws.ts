/** Where the uncertain inputs of a scenario stand in its worlds. */
import { seedWords } from '../random/keys.ts';
import { assumptionUniform, uncertainInputs } from './assumptions.ts';
import { midRank, posteriorRow } from './posterior.ts';
import type { Scenario } from './scenario.ts';

/** The inputs that are uncertain, and where each stands (0 to 1) in a world; twins stand alike. */
export interface Draws {
  readonly paths: readonly string[];
  readonly uniform: (world: number, path: string) => number;
}

const kept = new WeakMap<Scenario, Draws>();

/** What a scenario draws; depends on its seed alone, and is worked out once, since charts ask again at every change. */
export function drawsOf(scenario: Scenario): Draws {
  const known = kept.get(scenario);
  if (known !== undefined) return known;
  const seed = seedWords(scenario.seed);
  const byPath = new Map<string, Map<number, number>>();
  const inputs = uncertainInputs(scenario);
  const placeOf = (world: number, path: string): number => {
    const column = inputs.get(path)?.isFitted ? scenario.posterior?.[path] : undefined;
    const row = posteriorRow(scenario, seed, world);
    return column === undefined || row === 'median'
      ? assumptionUniform(seed, world, path)
      : midRank(column, column[row]);
  };
  const draws: Draws = {
    paths: [...inputs.keys()],
    uniform(world, path) {
      const drawn = byPath.get(path) ?? new Map<number, number>();
      byPath.set(path, drawn);
      const twin = Math.floor(world / 2);
      const u = drawn.get(twin) ?? placeOf(world, path);
      drawn.set(twin, u);
      return u;
    },
  };
  kept.set(scenario, draws);
  return draws;
}
