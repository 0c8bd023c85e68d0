/**
 * A weighted population as a posterior: ranges, draws, and what the data say of each parameter.
 *
 *   learned = 1 - variance of z;  the prior has variance 1, so 0 is nothing learned and 1 everything
 */
import { Stream, seedWords } from '../../random/keys.ts';
import type { Summaries } from './distance.ts';

export interface Particle {
  /** Where it stands in its priors, in standard deviations. */
  readonly z: readonly number[];
  readonly parameters: readonly number[];
  readonly summaries: Summaries;
  readonly distance: number;
  /** Weights sum to 1. */
  readonly weight: number;
}

export function weightedMean(particles: readonly Particle[]): number[] {
  return particles[0].z.map((_, d) => particles.reduce((sum, { z, weight }) => sum + weight * z[d], 0));
}

/** Covariance of z: sum of weight x deviations / (1 - sum of squared weights). */
export function weightedCovariance(particles: readonly Particle[]): number[][] {
  const center = weightedMean(particles);
  const lost = particles.reduce((sum, { weight }) => sum + weight * weight, 0);
  return center.map((_, i) =>
    center.map(
      (__, j) =>
        particles.reduce((sum, { z, weight }) => sum + weight * (z[i] - center[i]) * (z[j] - center[j]), 0) /
        (1 - lost),
    ),
  );
}

/** The value of parameter d below which a share p of the weight lies, halfway between neighbors. */
export function posteriorQuantile(particles: readonly Particle[], d: number, p: number): number {
  const rising = [...particles].sort((a, b) => a.parameters[d] - b.parameters[d]);
  let before = 0;
  let [lastShare, lastValue] = [0, rising[0].parameters[d]];
  for (const { parameters, weight } of rising) {
    const share = before + weight / 2;
    if (share >= p) {
      const part = share === lastShare ? 1 : (p - lastShare) / (share - lastShare);
      return lastValue + part * (parameters[d] - lastValue);
    }
    before += weight;
    [lastShare, lastValue] = [share, parameters[d]];
  }
  return lastValue;
}

/** Independent draws of the posterior, all alike in weight, as a table that can stand in for ranges. */
export function posteriorDraws(
  particles: readonly Particle[],
  count: number,
  seed: string,
): (readonly number[])[] {
  const stream = new Stream(seedWords(seed), 0, 'posterior draws');
  return Array.from({ length: count }, (_, i) => {
    let rest = stream.uniform(i);
    const found = particles.find(({ weight }) => {
      rest -= weight;
      return rest < 0;
    });
    return (found ?? particles[particles.length - 1]).parameters;
  });
}

/** How many particles of equal weight would say as much: 1 / sum of squared weights. */
export const effectiveSize = (particles: readonly Particle[]): number =>
  1 / particles.reduce((sum, { weight }) => sum + weight * weight, 0);

export interface Identified {
  /** By parameter; below `LITTLE` the data hardly say anything of it. */
  readonly learned: readonly number[];
  /** Pairs of which the data say only one number together. */
  readonly tied: readonly { readonly first: number; readonly second: number; readonly correlation: number }[];
}

export const LITTLE = 0.2;
const TIED = 0.9;

/** Which parameters the data tell apart. */
export function identified(particles: readonly Particle[]): Identified {
  const covariance = weightedCovariance(particles);
  const tied = covariance.flatMap((row, first) =>
    row.slice(0, first).map((value, second) => ({
      first,
      second,
      correlation: value / Math.sqrt(covariance[first][first] * covariance[second][second]),
    })),
  );
  return {
    learned: covariance.map((row, d) => Math.max(0, 1 - row[d])),
    tied: tied.filter(({ correlation }) => Math.abs(correlation) > TIED),
  };
}
