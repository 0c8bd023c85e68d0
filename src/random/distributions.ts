/**
 * Distributions as pure functions of one uniform u in (0, 1): monotone in u, so that two arms that give one person
 * different parameters give comparable luck. Each on its own page; this is the list.
 */
export {
  binomialQuantile,
  geometricQuantile,
  negativeBinomialQuantile,
  poissonQuantile,
} from './counts.ts';
export { lognormalQuantile, normalQuantile } from './normal.ts';
export { betaQuantile, categoricalQuantile, exponentialQuantile, gammaQuantile } from './traits.ts';
