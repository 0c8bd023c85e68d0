/**
 * Posts: Poisson numbers of lognormal rates, rate = median e^(spread Z), Z standard normal.
 *
 * Sums over Z by equal steps of 1/100 from -9 to 9 + spread (posts weigh rates by themselves, which moves Z by spread).
 */
import { deviance, logGammaShare, logPoissonPeak } from '../random/special.ts';
import { law } from './law.ts';

const rates = {
  median: {
    kind: 'positive',
    unit: 'posts',
    min: 0,
    max: 1e6,
    about: 'Posts of a typical person in the time.',
  },
  spread: { kind: 'positive', unit: 'log', min: 0, max: 6, about: 'Spread of rates, as a logarithm.' },
} as const;
const source = 'van Mierlo 2014, JMIR 16(2):e33 (figures); Poisson-lognormal law, summed';

/** Chance that a Poisson number of this mean is at least `least`. */
function atLeast(mean: number, least: number): number {
  if (least <= 0) return 1;
  if (mean <= 0) return 0;
  return Math.exp(logGammaShare(least, mean, logPoissonPeak(least) - deviance(least, mean), false));
}

/** Mean of `weigh(rate)` over people. */
function overPeople(median: number, spread: number, weigh: (rate: number) => number): number {
  const step = 1 / 100;
  let [sum, mass] = [0, 0];
  for (let z = -9; z <= 9 + spread; z += step) {
    const density = Math.exp((-z * z) / 2);
    sum += density * weigh(median * Math.exp(spread * z));
    mass += density;
  }
  return sum / mass;
}

export const topPosts = law({
  label: { en: 'Share of posts of those who post most', 'zh-CN': '发帖最多者的帖子占比' },
  formula: 'E[posts; among the top] / E[posts], posts Poisson of rate median e^(spread Z)',
  source,
  unit: 'share',
  arguments: {
    ...rates,
    top: { kind: 'share', unit: 'share', about: 'Share of people, those who post most.' },
    below: { kind: 'share', unit: 'share', default: 0, about: 'Share of people above them, left out.' },
  },
  value: ({ median, spread, top, below }) => {
    const all = overPeople(median, spread, (rate) => rate);
    const upTo = (share: number): number => {
      const people = (n: number): number => overPeople(median, spread, (rate) => atLeast(rate, n));
      let [few, many] = [0, 1];
      while (people(many) > share && many < 1e9) many *= 2;
      while (many - few > 1) {
        const middle = Math.floor((few + many) / 2);
        if (people(middle) > share) few = middle;
        else many = middle;
      }
      const posts = overPeople(median, spread, (rate) => rate * atLeast(rate, many - 1));
      // The rest of the share is people with exactly `few` posts.
      return (posts + (share - people(many)) * few) / all;
    };
    return upTo(Math.min(1, below + top)) - (below > 0 ? upTo(below) : 0);
  },
});

export const posters = law({
  label: { en: 'Share that posts at all', 'zh-CN': '发过帖者占比' },
  formula: '1 - E[e^(-rate)], rate = median e^(spread Z)',
  source,
  unit: 'share',
  arguments: rates,
  value: ({ median, spread }) => overPeople(median, spread, (rate) => -Math.expm1(-rate)),
});
