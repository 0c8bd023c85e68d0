/**
 * The weakest assumption: the uncertain input whose drawn values go most with the difference.
 *
 *   rho = Spearman's rank correlation, over twins, of the input's drawn uniform and the twin's mean difference
 *   named only when |rho| > z / sqrt(twins), z = Phi^-1(1 - .00135 / inputs): 3 for one input, 4.3 for 150
 *
 * So where nothing matters one is named in 27 of 10,000 questions, however many inputs are tried (Bonferroni). Values rise
 * with their uniforms, so ranks of uniforms are ranks of values.
 */
import { sampleRankCorrelation } from 'simple-statistics';
import { normalQuantile } from '../random/distributions.ts';
import type { Draws } from '../scenario/draws.ts';
import { twinMeans } from './worlds.ts';

/** Standard errors that the largest of so many idle inputs passes 27 times in 10,000. */
export const beyondChance = (inputs: number): number => -normalQuantile(0.001349 / Math.max(1, inputs));

/** The input that stands out most, if any; of equals the first. */
export function weakestAssumption(
  differences: ArrayLike<number>,
  ids: readonly number[],
  { paths, uniform }: Draws,
): { path: string; rho: number } | null {
  const clusters = twinMeans(differences, ids);
  if (clusters.length < 2) return null;
  const means = clusters.map(({ mean }) => mean);
  const clear = beyondChance(paths.length) / Math.sqrt(clusters.length);
  let weakest: { path: string; rho: number } | null = null;
  for (const path of paths) {
    const drawn = clusters.map(({ world }) => uniform(world, path));
    const rho = sampleRankCorrelation(drawn, means);
    if (Math.abs(rho) > Math.abs(weakest?.rho ?? clear)) weakest = { path, rho };
  }
  return weakest;
}
