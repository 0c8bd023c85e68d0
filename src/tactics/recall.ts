import { payEach } from '../metrics/budget.ts';
import { micros } from '../metrics/ledger.ts';
import { enrol } from '../metrics/recalls.ts';
import { assumed, byOperator, isFor } from '../population/audience.ts';
import { Status } from '../population/people.ts';
import { draw, threshold } from '../random/draw.ts';
import type { Section, Values } from '../scenario/parameter.ts';
import type { Tactic } from './tactic.ts';

export const recallParameters = {
  cost: {
    label: { en: 'Cost per message', 'zh-CN': '单条消息成本' },
    kind: 'money',
    unit: 'currency per message',
    default: 0.05,
    range: [0, 0.2],
    min: 0,
    max: 1e6,
    chosen: true,
    known: 'assumption',
    source: { en: 'Chosen by the operator: a message sent.', 'zh-CN': '由运营方设定：发送一条消息。' },
    about: { en: 'Cost of sending one message.', 'zh-CN': '发送一条消息的成本。' },
  },
  gift: {
    label: { en: 'Gift to the returned', 'zh-CN': '回归礼' },
    kind: 'money',
    unit: 'currency per return',
    default: 0,
    range: [0, 50],
    min: 0,
    max: 1e6,
    ...byOperator,
    about: {
      en: 'Given to whoever comes back upon a message; 0 is none.',
      'zh-CN': '因消息而回归的人领到的礼品价值；0 表示不送礼。',
    },
  },
  control: {
    label: { en: 'Held out to compare', 'zh-CN': '对照组比例' },
    kind: 'share',
    unit: 'share',
    default: 0.1,
    range: [0.05, 0.5],
    ...byOperator,
    about: {
      en: 'Part of those it is for who are never written to: what the campaign brought is the difference to them.',
      'zh-CN': '目标人群中始终不发消息的比例：与其之差即为召回真正带来的效果。',
    },
  },
  reach: {
    label: { en: 'Messages read', 'zh-CN': '消息阅读率' },
    kind: 'chance',
    unit: 'chance',
    default: 0.12,
    range: [0.06, 0.24],
    chosen: false,
    known: 'published',
    source: {
      en: '12 % of 300 million win-back messages were read (33 retailers, Return Path 2014).',
      'zh-CN': '3 亿条召回邮件中有 12% 被阅读（33 家零售商，Return Path 2014）。',
    },
    about: {
      en: 'Chance that a dormant member reads a message.',
      'zh-CN': '沉默成员阅读一条消息的概率。',
    },
  },
  returns: {
    label: { en: 'Return of readers', 'zh-CN': '阅读后回归率' },
    kind: 'chance',
    unit: 'chance',
    default: 0.05,
    range: [0.01, 0.1],
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption: over a campaign readers come back little more than they would anyway; no trial with a hold-out was found.',
      'zh-CN': '假设：整个召回期间，读者的回归只比本来略多；未找到带对照组的试验。',
    },
    about: {
      en: 'Chance that somebody who read a message without a gift is back the next morning because of it.',
      'zh-CN': '读到不附回归礼的消息后，因此在次日早晨回归的概率。',
    },
  },
  effect: {
    label: { en: 'Effect of a gift', 'zh-CN': '回归礼的作用' },
    kind: 'positive',
    unit: 'times',
    default: 1.5,
    range: [0.5, 3],
    min: 0,
    max: 100,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Sign: richer offers win more people back (Kumar, Bhagwat and Zhang 2015); size assumed.',
      'zh-CN': '方向：优惠越丰厚，赢回的人越多（Kumar, Bhagwat and Zhang 2015）；大小为假设。',
    },
    about: {
      en: 'By how many times more readers come back when the gift is very large.',
      'zh-CN': '回归礼价值极高时，读者的回归增加多少倍。',
    },
  },
  half: {
    label: { en: 'Gift of half effect', 'zh-CN': '半效礼品价值' },
    kind: 'money',
    unit: 'currency per return',
    default: 20,
    range: [10, 40],
    min: 0.01,
    max: 1e6,
    ...assumed,
    about: {
      en: 'Gift at which half of its largest effects is reached.',
      'zh-CN': '回归礼达到最大作用一半时的价值。',
    },
  },
  shortens: {
    label: { en: 'Shorter second life', 'zh-CN': '第二次停留缩短' },
    kind: 'positive',
    unit: 'log-odds',
    default: 0.7,
    range: [0.2, 1.4],
    min: 0,
    max: 100,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Sign: the richest offer gave the shortest second life (Kumar, Bhagwat and Zhang 2015); size assumed.',
      'zh-CN': '方向：优惠最丰厚者第二次停留最短（Kumar, Bhagwat and Zhang 2015）；大小为假设。',
    },
    about: {
      en: 'Log-odds of falling silent again that a very large gift adds for whoever took it.',
      'zh-CN': '回归礼价值极高时，领取者再次沉默的对数优势所增加的量。',
    },
  },
} as const satisfies Section;
export type RecallValues = Values<typeof recallParameters>;

/**
 * Recall: on each of its days a message to the dormant whom it is for, except to those who are held out for comparison.
 *
 *   back tomorrow with chance reach x returns x (1 + effect g)        g = gift / (gift + half)
 *   log-odds of falling silent again + shortens g
 *
 * Who falls silent today gets none yet. The held out are the same on every day, drawn by the tactic's name; both they and
 * those written to are followed from their first message on (metrics/recalls.ts), unless the budget reached only some of
 * that day. What people make of it: behaviors/recall.ts.
 */
export const recall: Tactic<typeof recallParameters> = {
  name: 'recall',
  label: { en: 'Winning back', 'zh-CN': '沉默召回' },
  about: {
    en: 'Messages to dormant members, with or without a gift, and a part held out for comparison. Use `every`: without it one goes out each day.',
    'zh-CN': '向沉默成员发送消息，可附回归礼，并留出一部分作对照。请设定 every：否则每天发送一条。',
  },
  parameters: recallParameters,
  acts: {
    recall(model, tactic, day) {
      const { name, audience, schedule, values } = tactic;
      const { people, record, tally } = model;
      const { cost, gift, control, reach, returns, effect, half, shortens } = values;
      const held = threshold(control);
      const { a, b } = model.stream(`recall:held:${name}`).on(-1);
      const claimants: number[] = [];
      const others: number[] = [];
      for (let p = 0; p < people.count; p++)
        if (people.status[p] === Status.dormant && people.silentOn[p] < day && isFor(tactic.audience, p))
          (draw(a, b, people.key[p]) < held ? others : claimants).push(p);
      const written = payEach(model, tactic, 'recallCost', claimants, micros(cost), day);
      tally.recallMessages += written.length;
      if (written.length === claimants.length) enrol(record.recalls, name, people.count, written, others);
      const part = gift / (gift + half);
      model.offers.recalls.push({
        name,
        audience,
        schedule,
        written,
        reach,
        returns: returns * (1 + effect * part),
        micro: micros(gift),
        exit: shortens * part,
      });
    },
  },
};
