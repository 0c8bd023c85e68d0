import { hasNeed } from '../behaviors/buy.ts';
import type { Model } from '../engine/model.ts';
import { payEach } from '../metrics/budget.ts';
import { micros } from '../metrics/ledger.ts';
import { assumed, isFor } from '../population/audience.ts';
import { CATEGORIES } from '../population/draw-people.ts';
import { Status } from '../population/people.ts';
import { draw, threshold } from '../random/draw.ts';
import { log } from '../random/math.ts';
import type { Section, Values } from '../scenario/parameter.ts';
import type { Acting, Tactic } from './tactic.ts';

export const proposalsParameters = {
  when: {
    label: { en: 'When proposals go out', 'zh-CN': '推荐时机' },
    kind: 'choice',
    unit: 'people',
    default: 0,
    range: [0, 0],
    chosen: true,
    known: 'assumption',
    options: ['need', 'all'],
    optionLabels: [
      { en: 'When a need shows', 'zh-CN': '看出需求时' },
      { en: 'To all at once', 'zh-CN': '群发' },
    ],
    source: { en: 'Chosen by the operator.', 'zh-CN': '由运营方设定。' },
    about: {
      en: 'To whom proposals go: those in whom a need is noticed, or all at once, with one product for everybody.',
      'zh-CN': '推荐发给谁：只发给看出有需求的人；或群发，人人同一款商品。',
    },
  },
  accuracy: {
    label: { en: 'Needs noticed', 'zh-CN': '需求识别率' },
    kind: 'chance',
    unit: 'chance',
    default: 0.5,
    range: [0.2, 0.8],
    ...assumed,
    about: {
      en: 'Chance that the operator notices an open need on a day of the tactic.',
      'zh-CN': '策略实施当天，运营方看出一项现有需求的概率。',
    },
  },
  mistakes: {
    label: { en: 'Needs imagined', 'zh-CN': '误判率' },
    kind: 'chance',
    unit: 'chance',
    default: 0.03,
    range: [0.01, 0.1],
    ...assumed,
    about: {
      en: 'Chance that the operator takes somebody without a need for one who has it.',
      'zh-CN': '运营方把没有需求的人误判为有需求的概率。',
    },
  },
  fit: {
    label: { en: 'Right product', 'zh-CN': '选对商品率' },
    kind: 'chance',
    unit: 'chance',
    default: 0.6,
    range: [0.4, 0.8],
    ...assumed,
    about: {
      en: 'Chance that the product proposed to somebody suits them; one sent to all suits those whose favorite it is.',
      'zh-CN': '所推荐的商品适合对方的概率；群发的商品只适合偏好该品类的人。',
    },
  },
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
  pull: {
    label: { en: 'Pull of service', 'zh-CN': '推荐召唤力' },
    kind: 'signed',
    unit: 'log-odds',
    default: 1,
    range: [0.4, 2],
    min: -20,
    max: 20,
    ...assumed,
    about: {
      en: 'Log-odds of coming today that a proposal of the right product adds for somebody in need of it.',
      'zh-CN': '商品合适、又正有需求时，推荐所增加的当天来访对数优势。',
    },
  },
  odds: {
    label: { en: 'Odds of buying', 'zh-CN': '购买优势比' },
    kind: 'positive',
    unit: 'odds ratio',
    default: 2,
    range: [1.3, 2.4],
    min: 0.01,
    max: 1000,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption: a fitting ad works about twice as well (Farahat and Bailey 2012); 6.8 against 2.8 % of clicks convert, selection included (Beales 2010).',
      'zh-CN':
        '假设：合适的广告效果约为两倍（Farahat and Bailey 2012）；点击转化率为 6.8% 对 2.8%，其中含选择效应（Beales 2010）。',
    },
    about: {
      en: 'By how much a proposal of the right product multiplies the odds of buying that day, for somebody in need of it.',
      'zh-CN': '商品合适、又正有需求时，推荐使当天购买优势增加的倍数。',
    },
  },
  weight: {
    label: { en: 'Weight of a message', 'zh-CN': '消息打扰度' },
    kind: 'load',
    unit: 'ads per hour of use',
    default: 6,
    range: [2, 12],
    min: 0,
    max: 120,
    ...assumed,
    about: {
      en: 'Blunt ads an hour that a message of no use is felt like, on its day.',
      'zh-CN': '一条无用的消息，在当天相当于每小时多少条硬广。',
    },
  },
} as const satisfies Section;
export type ProposalsValues = Values<typeof proposalsParameters>;

const ALL = 1;

/** Members whom a message is meant for today: all, or those in whom the operator sees a need. */
function meantFor(model: Model, tactic: Acting<typeof proposalsParameters>, day: number): number[] {
  const { name, audience } = tactic;
  const { when, accuracy, mistakes } = tactic.values;
  const { count, status, key } = model.people;
  const { a, b } = model.stream(`proposals:noticed:${name}`).on(day);
  const seen = threshold(when === ALL ? 1 : accuracy);
  const imagined = threshold(when === ALL ? 1 : mistakes);
  const found: number[] = [];
  for (let p = 0; p < count; p++) {
    if (status[p] !== Status.member || !isFor(audience, p)) continue;
    if (draw(a, b, key[p]) < (hasNeed(model, p, day) ? seen : imagined)) found.push(p);
  }
  return found;
}

/**
 * Proposals: messages that propose a product, to those in whom a need is noticed or to all.
 *
 *   need   an open need is noticed with chance accuracy, one imagined with chance mistakes; the product suits with chance fit
 *   all    everybody gets one; it is of a category drawn for the day and suits those whose favorite that is
 *
 * What people make of them: behaviors/propose.ts.
 */
export const proposals: Tactic<typeof proposalsParameters> = {
  name: 'proposals',
  label: { en: 'Proposals', 'zh-CN': '商品推荐' },
  about: {
    en: 'Messages that propose a product: at the right time a service, at the wrong time advertising. Use `every`: without it they go out each day.',
    'zh-CN': '推荐商品的消息：时机对了是服务，时机错了是广告。请设定 every：否则每天都发。',
  },
  parameters: proposalsParameters,
  acts: {
    visit(model, tactic, day) {
      const { name, values } = tactic;
      const { when, fit, cost, pull, odds, weight } = values;
      const { people, offers, tally, stream } = model;
      const written = payEach(model, tactic, 'proposalCost', meantFor(model, tactic, day), micros(cost), day);
      if (written.length === 0) return;
      tally.proposals += written.length;
      const product = Math.floor(stream(`proposals:product:${name}`).on(day).uniform(0) * CATEGORIES);
      const suits = stream(`proposals:suits:${name}`).on(day);
      const fits = (p: number): boolean =>
        when === ALL ? people.favorite[p] === product : suits.uniform(people.key[p]) < fit;
      const fitting = new Set(written.filter(fits));
      offers.proposals.push({
        written,
        fitting,
        pull,
        convinces: log(odds),
        weight,
        timely: new Set(),
        untimely: new Set(),
      });
    },
  },
};
