/**
 * The weakest assumption: the uncertain input whose drawn values go most with the difference.
 *
 *   rho = Spearman's rank correlation, over twins, of the input's drawn uniform and the twin's mean difference
 *   named only when |rho| > 3 / sqrt(twins): three times what chance alone gives
 *
 * Values rise with their uniforms, so ranks of uniforms are ranks of values.
 */
import { mean, sampleRankCorrelation } from 'simple-statistics';
import type { Draws } from '../scenario/draws.ts';
import { twins } from './worlds.ts';

/** The input that stands out most, if any; of equals the first. */
export function weakestAssumption(
  differences: ArrayLike<number>,
  ids: readonly number[],
  { paths, uniform }: Draws,
): { path: string; rho: number } | null {
  const clusters = twins(ids)
    .map((places) => ({
      world: ids[places[0]],
      own: places.map((k) => differences[k]).filter(Number.isFinite),
    }))
    .filter(({ own }) => own.length > 0);
  if (clusters.length < 2) return null;
  const means = clusters.map(({ own }) => mean(own));
  let weakest: { path: string; rho: number } | null = null;
  for (const path of paths) {
    const drawn = clusters.map(({ world }) => uniform(world, path));
    const rho = sampleRankCorrelation(drawn, means);
    if (Math.abs(rho) > Math.abs(weakest?.rho ?? 3 / Math.sqrt(clusters.length))) weakest = { path, rho };
  }
  return weakest;
}
