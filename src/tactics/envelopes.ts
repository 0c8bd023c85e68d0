import { surprise, visitorsFor } from '../behaviors/visit.ts';
import { firstInTurn, payEach } from '../metrics/budget.ts';
import { micros } from '../metrics/ledger.ts';
import { assumed, byOperator } from '../population/audience.ts';
import type { Section, Values } from '../scenario/parameter.ts';
import type { Tactic } from './tactic.ts';

export const envelopesParameters = {
  amount: {
    label: { en: 'Money in each', 'zh-CN': '单个金额' },
    kind: 'money',
    unit: 'currency per envelope',
    default: 5,
    range: [1, 30],
    min: 0,
    max: 1e6,
    ...byOperator,
    about: {
      en: 'Money in one envelope; 0 is no envelopes.',
      'zh-CN': '一个红包里的金额；0 表示不发。',
    },
  },
  number: {
    label: { en: 'Envelopes a day', 'zh-CN': '每次个数' },
    kind: 'count',
    unit: 'envelopes',
    default: 50,
    range: [10, 500],
    min: 0,
    max: 1e6,
    ...byOperator,
    about: {
      en: 'Envelopes on one day, one for each who comes until they are gone; 0 is as many as come.',
      'zh-CN': '一天发放的红包个数，来者每人一个，抢完为止；0 表示人人有份。',
    },
  },
  pull: {
    label: { en: 'Pull of a surprise', 'zh-CN': '红包召唤力' },
    kind: 'signed',
    unit: 'log-odds',
    default: 1,
    range: [0.4, 2],
    min: -20,
    max: 20,
    ...assumed,
    about: {
      en: 'Log-odds of coming today that a very large envelope, sure to get and not expected, adds.',
      'zh-CN': '出乎意料、人人有份且金额极高的红包所增加的当天来访对数优势。',
    },
  },
  half: {
    label: { en: 'Money of half effect', 'zh-CN': '半效金额' },
    kind: 'money',
    unit: 'currency per envelope',
    default: 5,
    range: [2, 12],
    min: 0.01,
    max: 1e6,
    ...assumed,
    about: {
      en: 'Money in an envelope at which half of its largest effects is reached.',
      'zh-CN': '达到最大作用一半时的红包金额。',
    },
  },
  fresh: {
    label: { en: 'Surprise comes back', 'zh-CN': '新鲜感恢复期' },
    kind: 'days',
    unit: 'days',
    default: 7,
    range: [3, 20],
    min: 0.01,
    max: 3650,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption: what comes every day surprises nobody.',
      'zh-CN': '假设：天天都有，就不再是惊喜。',
    },
    about: {
      en: 'Days after red envelopes at which half of their pull has come back.',
      'zh-CN': '发过一次红包后，召唤力恢复一半所需的天数。',
    },
  },
  lift: {
    label: { en: 'Joy of a gift', 'zh-CN': '满意度提升' },
    kind: 'share',
    unit: 'share',
    default: 0.02,
    range: [0.005, 0.05],
    ...assumed,
    about: {
      en: 'Part of what is missing to full satisfaction that a very large envelope makes up for.',
      'zh-CN': '金额极高的红包能补足满意度缺口的比例。',
    },
  },
} as const satisfies Section;
export type EnvelopesValues = Values<typeof envelopesParameters>;

/**
 * Red envelopes: small gifts of money for whoever comes first today.
 *
 *   hope = amount x min(1, number / visitors of yesterday whom it is for)
 *   log-odds of coming today + pull x hope / (hope + half) x d^2 / (d^2 + fresh^2)        d days since the person's last
 *   satisfaction + lift x amount / (amount + half) x (1 - satisfaction) for whoever gets one
 *
 * They are handed out in the order of a draw of the day. Whoever would have come anyway gets one as well, and nobody buys
 * because of one: what it may sell is what more visits sell.
 */
export const envelopes: Tactic<typeof envelopesParameters> = {
  name: 'envelopes',
  label: { en: 'Red envelopes', 'zh-CN': '红包' },
  about: {
    en: 'Red envelopes: small gifts of money that bring people in for a day. Use `every`: without it there are some each day.',
    'zh-CN': '红包：小额现金礼物，能把人叫来一天。请设定 every：否则每天都发。',
  },
  parameters: envelopesParameters,
  acts: {
    visit(model, tactic, day) {
      const { amount, number, pull, half, fresh } = tactic.values;
      if (amount <= 0) return;
      const others = visitorsFor(model, tactic).length;
      const hope = number > 0 && number < others ? (amount * number) / others : amount;
      surprise(model, tactic, 'envelopes', day, (pull * hope) / (hope + half), fresh);
    },
    engage(model, tactic, day) {
      const { amount, number, half, lift } = tactic.values;
      const { people, tally } = model;
      if (amount <= 0) return;
      const here = visitorsFor(model, tactic);
      const first = number > 0 ? firstInTurn(model, tactic.name, here, number, day) : here;
      const given = payEach(model, tactic, 'envelopeCost', first, micros(amount), day);
      const joy = (lift * amount) / (amount + half);
      for (const p of given) people.satisfaction[p] += joy * (1 - people.satisfaction[p]);
      tally.envelopes += given.length;
    },
  },
};
