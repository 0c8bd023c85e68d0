/** What a network of many people does at once: random (Erdos-Renyi) and regular ones, grown ones, small worlds. */
import { crossing, law } from './law.ts';

/** Chance that a Poisson number is at least `least`. */
function atLeast(mean: number, least: number): number {
  let term = Math.exp(-mean);
  let below = 0;
  for (let i = 0; i < least; i++) {
    below += term;
    term *= mean / (i + 1);
  }
  return 1 - below;
}

const degree = { kind: 'positive', unit: 'ties', min: 0, max: 700, about: 'Mean ties of a person.' } as const;
const network = {
  kind: 'choice',
  unit: '',
  options: ['random', 'regular'],
  default: 'random',
  about: 'Ties at random (Poisson numbers), or as many for everybody.',
} as const;
const onward = {
  kind: 'chance',
  unit: 'chance',
  default: 1,
  about: 'Chance that a tie passes it on.',
} as const;

export const giantComponent = law({
  label: { en: 'Share that hangs together', 'zh-CN': '巨型连通分支占比' },
  formula:
    'random: S = 1 - e^(-degree chance S); regular: u = 1 - chance + chance u^(degree-1), S = 1 - u^degree',
  source: 'Newman 2002, Physical Review E 66:016128',
  unit: 'share',
  arguments: { network, degree, chance: onward },
  value: ({ network: kind, degree: k, chance }) => {
    if (kind === 'random') {
      const mean = k * chance;
      return mean <= 1 ? 0 : crossing((s) => s + Math.expm1(-mean * s), Math.log(mean) / mean, 1);
    }
    if (!Number.isInteger(k)) return Number.NaN;
    if (chance * (k - 1) <= 1) return chance === 1 && k === 2 ? 1 : 0;
    let u = 0;
    for (let i = 0; i < 100_000; i++) u = 1 - chance + chance * u ** (k - 1);
    return 1 - u ** k;
  },
});

export const percolationOnset = law({
  label: { en: 'Chance of passing on from which it spreads', 'zh-CN': '开始扩散的传递概率' },
  formula: '1 / (<k^2> / <k> - 1): random 1 / degree, regular 1 / (degree - 1)',
  source: 'Molloy and Reed 1995, Random Structures and Algorithms 6:161',
  unit: 'chance',
  arguments: { network, degree },
  value: ({ network: kind, degree: k }) => 1 / (kind === 'random' ? k : k - 1),
});

export const preferentialDegree = law({
  label: { en: 'Share of people with so many ties', 'zh-CN': '拥有若干关系的人的占比' },
  formula: '2 ties (ties + 1) / (degree (degree + 1) (degree + 2))',
  source:
    'Barabasi and Albert 1999, Science 286:509; Bollobas et al. 2001, Random Structures and Algorithms 18:279',
  unit: 'share',
  arguments: {
    ties: { kind: 'count', unit: 'ties', min: 1, about: 'Ties that everybody comes with.' },
    degree: { kind: 'count', unit: 'ties', about: 'How many ties.' },
  },
  value: ({ ties, degree: k }) => (k < ties ? 0 : (2 * ties * (ties + 1)) / (k * (k + 1) * (k + 2))),
});

export const smallWorldClustering = law({
  label: { en: 'Clustering of a small world', 'zh-CN': '小世界网络的聚类系数' },
  formula: '3 (neighbors - 2) / (4 (neighbors - 1)) (1 - rewire)^3',
  source: 'Watts and Strogatz 1998, Nature 393:440; Barrat and Weigt 2000, European Physical J. B 13:547',
  unit: 'share',
  arguments: {
    neighbors: { kind: 'count', unit: 'ties', min: 2, about: 'Ties of each on the ring, an even number.' },
    rewire: { kind: 'chance', unit: 'chance', about: 'Chance that a tie leads elsewhere.' },
  },
  value: ({ neighbors: k, rewire }) => ((3 * (k - 2)) / (4 * (k - 1))) * (1 - rewire) ** 3,
});

export const cascadeReach = law({
  label: { en: 'People tipped by one who tips', 'zh-CN': '一人越过阈值后带动的人数' },
  formula: 'degree P(Poisson(degree) <= 1 / threshold - 2); above 1 a cascade can reach nearly everybody',
  source: 'Watts 2002, PNAS 99(9):5766',
  unit: 'people',
  arguments: {
    degree,
    threshold: { kind: 'share', unit: 'share', about: 'Share of friends from which on a person joins.' },
  },
  value: ({ degree: z, threshold }) => {
    // The small addition keeps 1 / .1 at 10.
    const most = Math.floor(1 / threshold + 1e-9) - 2;
    return z * (1 - atLeast(z, most + 1));
  },
});

export const cascadePossible = law({
  label: { en: 'Whether a cascade can reach nearly everybody', 'zh-CN': '级联能否波及几乎所有人' },
  formula: '1 where degree P(Poisson(degree) <= 1 / threshold - 2) > 1, else 0',
  source: 'Watts 2002, PNAS 99(9):5766',
  unit: 'yes or no',
  arguments: cascadeReach.arguments,
  value: (given) => (cascadeReach.value(given) > 1 ? 1 : 0),
});

const core = {
  kind: 'count',
  unit: 'ties',
  min: 2,
  max: 500,
  about: 'Ties below which a person goes.',
} as const;

/** Lowest mean at which lambda / P(Poisson(lambda) >= k - 1) can be reached, and where. */
function onset(k: number): { degree: number; at: number } {
  if (k === 2) return { degree: 1, at: 0 };
  const needed = (mean: number): number => mean / atLeast(mean, k - 1);
  let [low, high] = [1e-9, 3 * k + 10];
  for (let i = 0; i < 200; i++) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
    if (needed(a) > needed(b)) low = a;
    else high = b;
  }
  return { degree: needed((low + high) / 2), at: (low + high) / 2 };
}

export const coreOnset = law({
  label: { en: 'Mean ties at which a core appears', 'zh-CN': '核心出现时的平均关系数' },
  formula: 'lowest lambda / P(Poisson(lambda) >= k - 1)',
  source: 'Pittel, Spencer and Wormald 1996, J. Combinatorial Theory B 67:111',
  unit: 'ties',
  arguments: { k: core },
  value: ({ k }) => onset(k).degree,
});

export const coreSize = law({
  label: { en: 'Share in the core of a random network', 'zh-CN': '随机网络中核心的占比' },
  formula:
    'P(Poisson(lambda) >= k), lambda = degree P(Poisson(lambda) >= k - 1) from above; 0 below the onset',
  source: 'Pittel, Spencer and Wormald 1996, J. Combinatorial Theory B 67:111',
  unit: 'share',
  arguments: { degree, k: core },
  value: ({ degree: c, k }) => {
    const least = onset(k);
    if (c <= least.degree) return 0;
    const lambda = crossing((x) => x - c * atLeast(x, k - 1), least.at, c);
    return atLeast(lambda, k);
  },
});
