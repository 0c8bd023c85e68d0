import { reopenDesk } from '../behaviors/answer.ts';
import { payShared } from '../metrics/budget.ts';
import { MONTH_DAYS } from '../metrics/calendar.ts';
import { micros } from '../metrics/ledger.ts';
import { assumed, byOperator } from '../population/audience.ts';
import type { Section, Values } from '../scenario/parameter.ts';
import type { Tactic } from './tactic.ts';

export const helpdeskParameters = {
  staff: {
    label: { en: 'Helpers on duty', 'zh-CN': '在岗答疑人数' },
    kind: 'count',
    unit: 'people',
    default: 1,
    range: [1, 5],
    min: 0,
    max: 1000,
    ...byOperator,
    about: {
      en: 'Helpers at the desk while it is open; with none there is no desk.',
      'zh-CN': '答疑台开放时在岗的人数；为零则没有答疑台。',
    },
  },
  opens: {
    label: { en: 'Opening hour', 'zh-CN': '开放时刻' },
    kind: 'positive',
    unit: 'hours after midnight',
    default: 9,
    range: [7, 11],
    min: 0,
    max: 24,
    ...byOperator,
    about: {
      en: 'Hour of the day at which the desk opens.',
      'zh-CN': '答疑台每天几点开放。',
    },
  },
  hours: {
    label: { en: 'Open hours a day', 'zh-CN': '每日开放时长' },
    kind: 'positive',
    unit: 'hours a day',
    default: 12,
    range: [8, 24],
    min: 0,
    max: 24,
    chosen: true,
    known: 'assumption',
    source: { en: 'Chosen by the operator; 24 never closes.', 'zh-CN': '由运营方设定；24 表示从不关闭。' },
    about: {
      en: 'Hours a day that the desk is open; what is waiting when it closes goes on the next morning.',
      'zh-CN': '答疑台每天开放的小时数；关闭时尚未答完的提问次日继续。',
    },
  },
  minutes: {
    label: { en: 'Minutes per answer', 'zh-CN': '单次答复用时' },
    kind: 'positive',
    unit: 'minutes',
    default: 6,
    range: [3, 12],
    min: 0.001,
    max: 1440,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption: time of a helper for one answer. Exponential, as in the M/M/c queue (Erlang 1917).',
      'zh-CN': '假设：一位答疑人员答复一次所需的时间。按指数分布，同 M/M/c 排队模型（Erlang 1917）。',
    },
    about: {
      en: 'Minutes of one helper that a question takes, on average; exponentially distributed.',
      'zh-CN': '一个提问平均占用一位答疑人员的分钟数；服从指数分布。',
    },
  },
  takes: {
    label: { en: 'Questions taken', 'zh-CN': '受理的提问' },
    kind: 'choice',
    unit: 'questions',
    default: 0,
    range: [0, 0],
    chosen: true,
    known: 'assumption',
    options: ['unanswered', 'all'],
    optionLabels: [
      { en: 'What members leave unanswered', 'zh-CN': '成员未答的提问' },
      { en: 'All questions', 'zh-CN': '全部提问' },
    ],
    source: { en: 'Chosen by the operator.', 'zh-CN': '由运营方设定。' },
    about: {
      en: 'Which questions come to the desk: those that members leave unanswered, or all of them.',
      'zh-CN': '哪些提问交给答疑台：成员未答的，或全部。',
    },
  },
  patience: {
    label: { en: 'Patience of askers', 'zh-CN': '提问者的耐心' },
    kind: 'days',
    unit: 'days',
    default: 1,
    range: [0.1, 2],
    min: 0,
    max: 3650,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption: as long as members have (engage.answered: on its day); the range reaches down to two hours.',
      'zh-CN': '假设：与成员作答的期限相同（engage.answered：当天）；区间下探到约两小时。',
    },
    about: {
      en: 'Time from asking after which a question counts as unanswered, until its answer comes.',
      'zh-CN': '提问后超过这段时间即算作无人回答，直到得到答复为止。',
    },
  },
  cost: {
    label: { en: 'Cost of a staff hour', 'zh-CN': '每人每小时成本' },
    kind: 'money',
    unit: 'currency per staff hour',
    default: 40,
    range: [25, 80],
    min: 0,
    max: 1e6,
    ...byOperator,
    about: {
      en: 'Cost of one helper for one hour on duty, whether they are busy or not.',
      'zh-CN': '一位答疑人员在岗一小时的成本，无论忙闲。',
    },
  },
  knowledge: {
    label: { en: 'Knowledge base', 'zh-CN': '知识库覆盖' },
    kind: 'share',
    unit: 'share',
    default: 0,
    range: [0.2, 0.9],
    ...byOperator,
    about: {
      en: 'Part of the questions that repeat which a knowledge base answers at once; 0 is none.',
      'zh-CN': '重复提问中由知识库立即答复的比例；0 表示没有知识库。',
    },
  },
  repeats: {
    label: { en: 'Questions that repeat', 'zh-CN': '重复的提问' },
    kind: 'share',
    unit: 'share',
    default: 0.4,
    range: [0.2, 0.6],
    ...assumed,
    about: {
      en: 'Part of all questions that have been asked and answered before.',
      'zh-CN': '全部提问中以前问过并已有答案的比例。',
    },
  },
  upkeep: {
    label: { en: 'Upkeep of knowledge', 'zh-CN': '知识库维护费' },
    kind: 'money',
    unit: 'currency per month',
    default: 300,
    range: [50, 2000],
    min: 0,
    max: 1e8,
    ...byOperator,
    about: {
      en: 'Cost in a month of keeping the knowledge base right, where there is one.',
      'zh-CN': '有知识库时，每月用于更新维护的费用。',
    },
  },
} as const satisfies Section;
export type HelpdeskValues = Values<typeof helpdeskParameters>;

/** Place of `all` among the options of `takes`. */
const ALL = helpdeskParameters.takes.options.indexOf('all');

/**
 * A help desk: staff who answer questions during open hours, and a knowledge base that answers those that repeat.
 *
 *   cost a day = cost x staff x hours, and upkeep / 30.4375 beside it, shared by all members alike
 *   chance that a question is answered at once = knowledge x repeats, before anybody else sees it
 *
 * How questions are asked: behaviors/engage.ts; how they are answered: behaviors/answer.ts.
 */
export const helpdesk: Tactic<typeof helpdeskParameters> = {
  name: 'helpdesk',
  label: { en: 'Help desk', 'zh-CN': '答疑台' },
  about: {
    en: 'A help desk: staff who answer questions during open hours, first come, first served, and a knowledge base.',
    'zh-CN': '答疑台：工作人员在开放时间内按先来后到答复提问，另可设知识库。',
  },
  parameters: helpdeskParameters,
  changes: (model, { name }, day) => reopenDesk(model, name, day),
  acts: {
    engage(model, tactic) {
      const { name, audience, values } = tactic;
      const { staff, opens, hours, minutes, takes, patience, cost, knowledge, repeats, upkeep } = values;
      if (knowledge > 0 && payShared(model, tactic, 'deskCost', micros(upkeep / MONTH_DAYS)))
        model.offers.knowledge.push({ name, audience, chance: knowledge * repeats });
      if (staff === 0 || hours === 0) return;
      if (!payShared(model, tactic, 'deskCost', micros(cost * staff * hours))) return;
      model.offers.desks.push({
        name,
        staff,
        opens,
        hours,
        minutes,
        patience,
        takesAll: takes === ALL,
        audience,
      });
    },
  },
};
