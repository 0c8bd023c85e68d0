/**
 * Chains of people who bring people (Galton-Watson). Everybody brings an independent number of others, all by one
 * offspring law with this mean.
 *
 *   poisson              variance mean
 *   geometric            variance mean + mean^2                 (on 0, 1, 2, ...)
 *   binomial             variance mean (1 - mean / trials)      (`trials` tries each)
 *   negative binomial    variance mean + mean^2 / dispersion    (a gamma of shape `dispersion` of Poisson means)
 *
 * Watson and Galton 1875, J. Anthropological Institute 4:138; Dwass 1969, J. Applied Probability 6(3):682.
 */
import { logGamma } from '../random/special.ts';
import { crossing, law } from './law.ts';

export const offspring = {
  offspring: {
    kind: 'choice',
    unit: '',
    options: ['poisson', 'geometric', 'binomial', 'negative binomial'],
    about: 'Law of how many others one person brings.',
  },
  mean: { kind: 'positive', unit: 'people', min: 0, max: 1e6, about: 'How many others one person brings.' },
  trials: { kind: 'count', unit: 'tries', min: 1, default: 0, about: 'Tries of each, binomial only.' },
  dispersion: {
    kind: 'positive',
    unit: 'shape',
    default: 0,
    about: 'Negative binomial only: the smaller, the more a few people bring nearly all.',
  },
  seeds: { kind: 'count', unit: 'people', min: 1, default: 1, about: 'People with whom it begins.' },
} as const;

interface Offspring {
  readonly offspring: (typeof offspring.offspring.options)[number];
  readonly mean: number;
  readonly trials: number;
  readonly dispersion: number;
}

/** ln G(s), G the generating function of the number of offspring; not a number where the law is not complete. */
function logGenerating({ offspring: kind, mean, trials, dispersion }: Offspring, s: number): number {
  const gone = mean * (1 - s);
  if (kind === 'poisson') return -gone;
  if (kind === 'geometric') return -Math.log1p(gone);
  if (kind === 'binomial')
    return trials > 0 && mean <= trials ? trials * Math.log1p(-gone / trials) : Number.NaN;
  return dispersion > 0 ? -dispersion * Math.log1p(gone / dispersion) : Number.NaN;
}

/** Variance of the number of offspring. */
function variance({ offspring: kind, mean, trials, dispersion }: Offspring): number {
  if (kind === 'poisson') return mean;
  if (kind === 'geometric') return mean + mean ** 2;
  if (kind === 'binomial') return trials > 0 && mean <= trials ? mean * (1 - mean / trials) : Number.NaN;
  return dispersion > 0 ? mean + mean ** 2 / dispersion : Number.NaN;
}

/** Chance that one person's chain dies out: the smallest q with q = G(q). */
function extinctionOfOne(given: Offspring): number {
  if (Number.isNaN(logGenerating(given, 0))) return Number.NaN;
  if (given.mean <= 1) return variance(given) === 0 && given.mean === 1 ? 0 : 1;
  // ln G(s) - ln s falls through 0 at q and comes back to it at 1: look below its lowest point.
  const above = (s: number): number => Math.log(s) - logGenerating(given, s);
  let lowest = 0.5;
  while (above(lowest) <= 0 && lowest < 1 - 1e-12) lowest = (1 + lowest) / 2;
  return crossing(above, 0, lowest);
}

/** ln of the chance that `people` persons have `children` together. */
function logTogether(given: Offspring, people: number, children: number): number {
  const { offspring: kind, mean, trials, dispersion } = given;
  const orders = logGamma(children + 1);
  if (mean === 0) return children === 0 ? 0 : Number.NEGATIVE_INFINITY;
  if (kind === 'poisson') return children * Math.log(people * mean) - people * mean - orders;
  if (kind === 'binomial') {
    const [tries, chance] = [people * trials, mean / trials];
    if (!(trials > 0) || chance > 1 || children > tries) return Number.NEGATIVE_INFINITY;
    const ways = logGamma(tries + 1) - orders - logGamma(tries - children + 1);
    const misses = tries === children ? 0 : (tries - children) * Math.log1p(-chance);
    return ways + children * Math.log(chance) + misses;
  }
  const shape = kind === 'geometric' ? 1 : dispersion;
  if (!(shape > 0)) return Number.NaN;
  const ways = logGamma(people * shape + children) - logGamma(people * shape) - orders;
  return ways - people * shape * Math.log1p(mean / shape) + children * Math.log(mean / (mean + shape));
}

export const extinction = law({
  label: { en: 'Chance that a chain dies out', 'zh-CN': '传播链中断的概率' },
  formula: 'q^seeds, q the smallest root of q = G(q)',
  source: 'Watson and Galton 1875, J. Anthropological Institute 4:138',
  unit: 'chance',
  arguments: offspring,
  value: (given) => extinctionOfOne(given) ** given.seeds,
});

export const progenyMean = law({
  label: { en: 'Mean size of a chain that dies out', 'zh-CN': '亚临界传播链的平均规模' },
  formula: 'seeds / (1 - mean), mean < 1; the seeds count',
  source: 'Watson and Galton 1875, J. Anthropological Institute 4:138',
  unit: 'people',
  arguments: { mean: offspring.mean, seeds: offspring.seeds },
  value: ({ mean, seeds }) => (mean < 1 ? seeds / (1 - mean) : Number.POSITIVE_INFINITY),
});

export const progenyVariance = law({
  label: { en: 'Variance of the size of a chain', 'zh-CN': '传播链规模的方差' },
  formula: 'seeds variance / (1 - mean)^3, mean < 1',
  source: 'Dwass 1969, J. Applied Probability 6(3):682',
  unit: 'people squared',
  arguments: offspring,
  value: (given) =>
    given.mean < 1 ? (given.seeds * variance(given)) / (1 - given.mean) ** 3 : Number.POSITIVE_INFINITY,
});

export const progenySize = law({
  label: { en: 'Chance that a chain has just this size', 'zh-CN': '传播链恰为某一规模的概率' },
  formula:
    'seeds / size P(size people bring size - seeds); Poisson and one seed: e^(-K n) (K n)^(n-1) / n! (Borel)',
  source: 'Borel 1942, Comptes Rendus 214:452; Dwass 1969, J. Applied Probability 6(3):682',
  unit: 'chance',
  arguments: {
    ...offspring,
    size: { kind: 'count', unit: 'people', min: 1, about: 'Size of the chain, its seeds included.' },
  },
  value: (given) => {
    const { size, seeds } = given;
    return size < seeds ? 0 : (seeds / size) * Math.exp(logTogether(given, size, size - seeds));
  },
});
