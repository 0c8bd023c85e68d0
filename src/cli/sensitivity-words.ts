/** What `seedbed sensitivity` says, in both languages. */
import type { IndexName } from '../analysis/sensitivity/of-design.ts';
import type { Locale } from '../report/format.ts';
import { fill, type Slots } from '../report/format-message.ts';
import type { OwnText } from '../scenario/scenario.ts';

const phrases = {
  heading: {
    en: '{metric}: {arm} against {baseline}. {count} {unit} of {design}, {worlds} worlds each',
    'zh-CN': '{metric}：“{arm}”对比“{baseline}”。{design} 设计，{count} 个{unit}，每个 {worlds} 个世界',
  },
  headingAlone: {
    en: '{metric} of {arm}. {count} {unit} of {design}, {worlds} worlds each',
    'zh-CN': '“{arm}”的{metric}。{design} 设计，{count} 个{unit}，每个 {worlds} 个世界',
  },
  luck: {
    en: 'Luck makes {luck} of the variance of a single run; what follows is of the rest, which the inputs make.',
    'zh-CN': '单次运行的方差中，{luck} 来自运气；下面说的是其余部分，即输入项带来的那部分。',
  },
  input: { en: 'input', 'zh-CN': '输入项' },
  floor: {
    en: 'PAWN up to {floor} is what an input without effect shows.',
    'zh-CN': 'PAWN 不超过 {floor} 时，与毫无作用的输入项无异。',
  },
  notGiven: { en: 'Not given: {index} of {inputs}: {why}.', 'zh-CN': '未给出：{inputs} 的{index}：{why}。' },
  allInputs: { en: 'all inputs', 'zh-CN': '全部输入项' },
  moving: {
    en: 'From half of the {unit} {index} of {input} was {before}, now it is {now}: more may move it on.',
    'zh-CN': '只用一半{unit}时，{input} 的{index}为 {before}，现为 {now}：增加后还可能变化。',
  },
  settled: {
    en: 'From half of the {unit} all indices were within their ranges.',
    'zh-CN': '只用一半{unit}时，各指数都在现有区间之内。',
  },
} as const satisfies Readonly<Record<string, OwnText>>;

export type SensitivityPhrase = keyof typeof phrases;

export const sensitivityPhrase = (name: SensitivityPhrase, locale: Locale, slots: Slots = {}): string =>
  fill(phrases[name][locale], slots, locale);

/** Indices: their names as columns, and in a line what they are. */
export const indexWords: Readonly<Record<IndexName, { readonly label: OwnText; readonly about: OwnText }>> = {
  muStar: {
    label: { en: 'mu*', 'zh-CN': 'mu*' },
    about: {
      en: 'mu*: by how much the outcome moves, on average, from one end of the input to the other.',
      'zh-CN': 'mu*：输入项从一端到另一端，结果平均变动多少。',
    },
  },
  mu: {
    label: { en: 'mu', 'zh-CN': 'mu' },
    about: { en: 'mu: the same with its direction.', 'zh-CN': 'mu：同上，但带方向。' },
  },
  sigma: {
    label: { en: 'sigma', 'zh-CN': 'sigma' },
    about: {
      en: 'sigma: how much that depends on where, or on other inputs.',
      'zh-CN': 'sigma：该变动随位置或其他输入项而变的程度。',
    },
  },
  total: {
    label: { en: 'total', 'zh-CN': '总效应' },
    about: {
      en: 'total: part of the variance that would stay if only this input were unknown, what it does with others included.',
      'zh-CN': '总效应：若只有该输入项未知，仍会剩下的方差比例，含与其他输入项的共同作用。',
    },
  },
  first: {
    label: { en: 'first', 'zh-CN': '一阶' },
    about: {
      en: 'first: part of the variance that knowing this input alone would take away.',
      'zh-CN': '一阶：只要弄清该输入项，就能消除的方差比例。',
    },
  },
  rank: {
    label: { en: 'PRCC', 'zh-CN': 'PRCC' },
    about: {
      en: 'PRCC: how closely the outcome rises (to 1) or falls (to -1) with the input, the others held the same; blind to a hill.',
      'zh-CN':
        'PRCC：其他输入项不变时，结果随该输入项上升（趋近 1）或下降（趋近 -1）的紧密程度；看不出先升后降。',
    },
  },
  rankWithoutLuck: {
    label: { en: 'PRCC, luck taken out', 'zh-CN': 'PRCC（除去运气）' },
    about: {
      en: 'PRCC, luck taken out: what it would be from very many worlds.',
      'zh-CN': 'PRCC（除去运气）：世界足够多时的数值。',
    },
  },
  pawn: {
    label: { en: 'PAWN', 'zh-CN': 'PAWN' },
    about: {
      en: 'PAWN: how far the whole distribution of outcomes moves when the input is known, from 0 to 1.',
      'zh-CN': 'PAWN：已知该输入项时，结果的整个分布移动多远，从 0 到 1。',
    },
  },
};
