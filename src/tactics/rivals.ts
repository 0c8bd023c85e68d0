import { assumed } from '../population/audience.ts';
import { log } from '../random/math.ts';
import type { Section, Values } from '../scenario/parameter.ts';
import type { Tactic } from './tactic.ts';

export const rivalsParameters = {
  number: {
    label: { en: 'Equal communities', 'zh-CN': '同类社群数' },
    kind: 'count',
    unit: 'communities',
    default: 3,
    range: [1, 10],
    min: 0,
    max: 10_000,
    chosen: true,
    known: 'assumption',
    source: { en: 'Chosen by the scenario.', 'zh-CN': '由情景设定。' },
    about: {
      en: 'Communities elsewhere that offer members much the same.',
      'zh-CN': '别处提供大致相同价值的社群数量。',
    },
  },
  pull: {
    label: { en: 'Pull of rivals', 'zh-CN': '同类社群的吸引力' },
    kind: 'positive',
    unit: 'log-odds',
    default: 0.5,
    range: [0.2, 1],
    min: 0,
    max: 100,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption: three rivals double the odds that somebody without ties here falls silent.',
      'zh-CN': '假设：三个同类社群使在此没有牵绊的成员沉默的优势翻倍。',
    },
    about: {
      en: 'Log-odds of falling silent that each doubling of the choice (one more than the rivals) adds.',
      'zh-CN': '可选社群数（同类社群数加一）每翻一倍所增加的沉默对数优势。',
    },
  },
  perFriend: {
    label: { en: 'Friends hold', 'zh-CN': '每位好友的牵绊' },
    kind: 'positive',
    unit: 'log-odds',
    default: 0.15,
    range: [0.05, 0.3],
    min: 0,
    max: 100,
    ...assumed,
    about: {
      en: 'Part of that pull which each friend here takes away.',
      'zh-CN': '在这里的每位好友所抵消的吸引力。',
    },
  },
  perYear: {
    label: { en: 'Years hold', 'zh-CN': '每年资历的牵绊' },
    kind: 'positive',
    unit: 'log-odds',
    default: 0.3,
    range: [0.1, 0.6],
    min: 0,
    max: 100,
    ...assumed,
    about: {
      en: 'Part of that pull which each year inside takes away.',
      'zh-CN': '在群内的每一年所抵消的吸引力。',
    },
  },
} as const satisfies Section;
export type RivalsValues = Values<typeof rivalsParameters>;

/**
 * Rivals: communities elsewhere that offer the same. No tactic but a circumstance that an arm can have.
 *
 *   pull = pull x log2(1 + number)      less perFriend a friend and perYear a year inside, never below 0 [log-odds]
 *
 * What it does: behaviors/leave.ts. Paid membership, activities and standing hold against it as ever (`bond`).
 */
export const rivals: Tactic<typeof rivalsParameters> = {
  name: 'rivals',
  label: { en: 'Rival communities', 'zh-CN': '同类社群' },
  about: {
    en: 'Rivals: equal communities elsewhere that draw people away who have few friends and few years here.',
    'zh-CN': '同类社群：别处的同类社群会吸引走在此好友少、资历浅的人。',
  },
  parameters: rivalsParameters,
  acts: {
    leave(model, { audience, values }) {
      const { number, pull, perFriend, perYear } = values;
      const all = (pull * log(1 + number)) / Math.LN2;
      if (all > 0) model.offers.rivals.push({ audience, pull: all, perFriend, perYear });
    },
  },
};
