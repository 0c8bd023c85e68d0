/** The designs there are, by name. A new one is a file and an entry here. */
import type { OwnText } from '../../scenario/scenario.ts';
import { type Design, type DesignOptions, problemIn } from './design.ts';
import { fewestOfGrid, grid, problemOfGrid } from './grid.ts';
import { latinHypercube } from './latin-hypercube.ts';
import { fewestOfMorris, morris, problemOfMorris } from './morris.ts';
import { fewestOneAtATime, oneAtATime, problemOfOneAtATime } from './one-at-a-time.ts';
import { random } from './random.ts';
import { fewestOfSaltelli, saltelli } from './saltelli.ts';
import { sobol } from './sobol.ts';
import { MOST_DIMENSIONS } from './sobol-directions.ts';

export type { Design, DesignOptions, Points } from './design.ts';
export { problemIn } from './design.ts';

const list = {
  grid: {
    about: {
      en: 'every combination of evenly spaced values; for one to three inputs',
      'zh-CN': '等距取值的所有组合；适合一到三个输入项',
    },
    keepsStart: false,
    fewest: fewestOfGrid,
    problem: problemOfGrid,
    points: grid,
  },
  'one-at-a-time': {
    about: {
      en: 'each input alone, the others in the middle of their ranges; blind to what inputs do together',
      'zh-CN': '每次只变一个输入项，其余取区间中点；看不到共同作用',
    },
    keepsStart: false,
    fewest: fewestOneAtATime,
    problem: problemOfOneAtATime,
    points: oneAtATime,
  },
  random: {
    about: {
      en: 'independent points by chance; can be widened at any time',
      'zh-CN': '相互独立的随机点；随时可以增加',
    },
    keepsStart: true,
    fewest: () => 1,
    points: random,
  },
  'latin-hypercube': {
    about: {
      en: 'every part of every range once; good for few points',
      'zh-CN': '每个区间的每一段各取一次；点数少时适用',
    },
    keepsStart: false,
    fewest: () => 2,
    points: latinHypercube,
  },
  sobol: {
    about: {
      en: 'fills the ranges evenly and can be widened at any time; best at powers of two',
      'zh-CN': '均匀填满各区间，随时可以增加；点数取 2 的幂最好',
    },
    keepsStart: true,
    fewest: () => 1,
    mostDimensions: MOST_DIMENSIONS,
    points: sobol,
  },
  morris: {
    about: {
      en: 'paths that move one input at a time; finds the few of many inputs that matter',
      'zh-CN': '每步只动一个输入项的路径；从众多输入项中找出少数要紧的',
    },
    keepsStart: true,
    fewest: fewestOfMorris,
    problem: problemOfMorris,
    points: morris,
  },
  saltelli: {
    about: {
      en: 'blocks of points for Sobol indices: how much of the variance each input makes, alone and with others',
      'zh-CN': '用于 Sobol 指数的点块：每个输入项单独及共同带来多少方差',
    },
    keepsStart: true,
    fewest: fewestOfSaltelli,
    mostDimensions: MOST_DIMENSIONS / 2,
    points: saltelli,
  },
} as const satisfies Readonly<Record<string, Design>>;

export type DesignName = keyof typeof list;

export const designNames = Object.keys(list) as readonly DesignName[];

export const designs = Object.fromEntries(
  Object.entries<Design>(list).map(([name, design]) => [name, { ...design, points: checked(name, design) }]),
) as Readonly<Record<DesignName, Design>>;

/** What is wrong with the options, in plain words; null where nothing is. */
export const problemWith = (name: DesignName, options: DesignOptions): string | null =>
  faultWith(name, options)?.en ?? null;

/** The same in every language. */
export const faultWith = (name: DesignName, options: DesignOptions): OwnText | null =>
  problemIn(list[name], options);

function checked(name: string, design: Design): Design['points'] {
  return (options) => {
    const problem = problemIn(design, options);
    if (problem !== null) throw new RangeError(`${name}: ${problem.en}`);
    return design.points(options);
  };
}
