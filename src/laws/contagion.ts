/** What spreads from one to another in a mixed population: everybody meets everybody alike. */
import { crossing, law } from './law.ts';

const reproduction = {
  kind: 'positive',
  unit: 'people',
  min: 0,
  max: 1e6,
  about: 'How many others one person would reach where nobody was reached yet.',
} as const;

export const finalSize = law({
  label: { en: 'Share reached in the end', 'zh-CN': '最终触及比例' },
  formula: 'z = 1 - e^(-reproduction (seeded + (1 - seeded) z)); z: share of those who were not seeded',
  source: 'Kermack and McKendrick 1927, Proc. Royal Society A 115:700',
  unit: 'share',
  arguments: {
    reproduction,
    seeded: { kind: 'share', unit: 'share', default: 0, about: 'Share of all people with whom it begins.' },
  },
  value: ({ reproduction: r, seeded }) => {
    if (r * (1 - seeded) <= 1 && seeded === 0) return 0;
    const missing = (z: number): number => z + Math.expm1(-r * (seeded + (1 - seeded) * z));
    // Without seeds 0 is a root too: the other one lies above the lowest point.
    const lowest = seeded > 0 ? 0 : Math.max(0, Math.log(r) / r);
    return crossing(missing, lowest, 1);
  },
});

/** Chances of 0, 1, ... further people reached, from `infected` and `susceptible`: generation by generation. */
function reedFrostChances(susceptible: number, infected: number, chance: number): number[] {
  const known = new Map<number, number[]>();
  const choose = (n: number, k: number): number => {
    let ways = 1;
    for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
    return ways;
  };
  const from = (s: number, i: number): number[] => {
    if (i === 0 || s === 0) return [1];
    const key = s * 1000 + i;
    const before = known.get(key);
    if (before) return before;
    const spared = (1 - chance) ** i;
    const chances = new Array<number>(s + 1).fill(0);
    for (let next = 0; next <= s; next++) {
      const way = choose(s, next) * (1 - spared) ** next * spared ** (s - next);
      from(s - next, next).forEach((p, more) => {
        chances[next + more] += way * p;
      });
    }
    known.set(key, chances);
    return chances;
  };
  return from(susceptible, infected);
}

const reedFrostArguments = {
  susceptible: { kind: 'count', unit: 'people', max: 100, about: 'People who can be reached.' },
  infected: { kind: 'count', unit: 'people', min: 1, max: 100, about: 'People with whom it begins.' },
  chance: { kind: 'chance', unit: 'chance', about: 'Chance that one reaches one other.' },
} as const;

export const reedFrost = law({
  label: { en: 'Chance that so many more are reached', 'zh-CN': '恰好再触及若干人的概率' },
  formula: 'chain binomial: each of s escapes i people with (1 - chance)^i, generation by generation',
  source: 'Abbey 1952, Human Biology 24:201',
  unit: 'chance',
  arguments: {
    ...reedFrostArguments,
    more: {
      kind: 'count',
      unit: 'people',
      max: 100,
      about: 'People reached beside those with whom it begins.',
    },
  },
  value: ({ susceptible, infected, chance, more }) =>
    reedFrostChances(susceptible, infected, chance)[more] ?? 0,
});

export const reedFrostMean = law({
  label: { en: 'People reached, on average', 'zh-CN': '平均再触及人数' },
  formula: 'mean of the chain binomial',
  source: 'Abbey 1952, Human Biology 24:201',
  unit: 'people',
  arguments: reedFrostArguments,
  value: ({ susceptible, infected, chance }) =>
    reedFrostChances(susceptible, infected, chance).reduce((sum, p, more) => sum + p * more, 0),
});
