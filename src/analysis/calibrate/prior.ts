/**
 * What is believed of a parameter before data, as a function of a standard normal number z: so that every prior is the same
 * normal distribution in z, without ends that a search could run into.
 *
 *   normal(mean, deviation)   mean + deviation z
 *   lognormal(low, high)      5th and 95th percentile: the value whose logarithm is z / 1.645 of the way from middle to end
 *   uniform(low, high)        low + (high - low) Phi(z)
 */
import { exp, log } from '../../random/math.ts';
import { normalQuantile } from '../../random/normal.ts';
import { deviance, logGammaShare, logPoissonPeak } from '../../random/special.ts';

export interface Prior {
  /** The value at z. Rising. */
  readonly at: (z: number) => number;
}

const Z95 = normalQuantile(0.95);

export const normal = (mean: number, deviation: number): Prior => ({ at: (z) => mean + deviation * z });

export const uniform = (low: number, high: number): Prior => ({
  at: (z) => low + (high - low) * normalShare(z),
});

export const lognormal = (low: number, high: number): Prior => ({
  at: (z) => exp((log(low) + log(high)) / 2 + ((log(high) - log(low)) / 2) * (z / Z95)),
});

/** Phi(z), the share of the standard normal below z: half the gamma(1/2) share beyond z^2 / 2 on either side. */
export function normalShare(z: number): number {
  if (z === 0) return 0.5;
  const x = (z * z) / 2;
  const tail = exp(logGammaShare(0.5, x, logPoissonPeak(0.5) - deviance(0.5, x), true)) / 2;
  return z > 0 ? 1 - tail : tail;
}
