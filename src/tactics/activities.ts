import { surprise, visitorsFor } from '../behaviors/visit.ts';
import { payShared } from '../metrics/budget.ts';
import { micros } from '../metrics/ledger.ts';
import { assumed, byOperator } from '../population/audience.ts';
import type { Section, Values } from '../scenario/parameter.ts';
import type { Tactic } from './tactic.ts';

export const activitiesParameters = {
  seats: {
    label: { en: 'Seats', 'zh-CN': '席位' },
    kind: 'count',
    unit: 'seats',
    default: 40,
    range: [5, 500],
    min: 0,
    max: 1e6,
    ...byOperator,
    about: {
      en: 'People who can take part in one activity; 0 is no activity.',
      'zh-CN': '一场活动最多容纳的人数；0 表示不办。',
    },
  },
  cost: {
    label: { en: 'Cost of an activity', 'zh-CN': '单场固定成本' },
    kind: 'money',
    unit: 'currency per activity',
    default: 500,
    range: [0, 20_000],
    min: 0,
    max: 1e9,
    ...byOperator,
    about: {
      en: 'Cost of one activity, however many come.',
      'zh-CN': '办一场活动的固定成本，与到场人数无关。',
    },
  },
  seatCost: {
    label: { en: 'Cost per seat taken', 'zh-CN': '每席成本' },
    kind: 'money',
    unit: 'currency per seat',
    default: 10,
    range: [0, 200],
    min: 0,
    max: 1e6,
    ...byOperator,
    about: { en: 'Cost of each person who takes part.', 'zh-CN': '每位参与者带来的成本。' },
  },
  ticket: {
    label: { en: 'Ticket price', 'zh-CN': '票价' },
    kind: 'money',
    unit: 'currency per seat',
    default: 0,
    range: [0, 500],
    min: 0,
    max: 1e6,
    ...byOperator,
    about: { en: 'Paid by each person who takes part.', 'zh-CN': '每位参与者支付的价格。' },
  },
  interest: {
    label: { en: 'Interest', 'zh-CN': '参与兴趣' },
    kind: 'chance',
    unit: 'chance',
    default: 0.15,
    range: [0.05, 0.4],
    ...assumed,
    about: {
      en: 'Chance that a visitor of the day wants a seat when it is free.',
      'zh-CN': '免费时当天访问者想参加的概率。',
    },
  },
  usual: {
    label: { en: 'Usual ticket price', 'zh-CN': '通常票价' },
    kind: 'money',
    unit: 'currency per seat',
    default: 60,
    range: [20, 150],
    min: 0.01,
    max: 1e6,
    ...assumed,
    about: {
      en: 'Ticket price at which only half as many want a seat.',
      'zh-CN': '票价达到多少时，想参加的人减半。',
    },
  },
  reminder: {
    label: { en: 'Pull of the occasion', 'zh-CN': '活动召唤力' },
    kind: 'signed',
    unit: 'log-odds',
    default: 0.3,
    range: [0.1, 0.8],
    min: -20,
    max: 20,
    ...assumed,
    about: {
      en: 'Log-odds of coming on the day that an activity adds for those it is for.',
      'zh-CN': '活动当天为目标人群增加的来访对数优势。',
    },
  },
  fresh: {
    label: { en: 'Interest comes back', 'zh-CN': '兴趣恢复期' },
    kind: 'days',
    unit: 'days',
    default: 7,
    range: [3, 30],
    min: 0,
    max: 3650,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption: what takes place every day is no occasion.',
      'zh-CN': '假设：天天都办，就算不上一件事。',
    },
    about: {
      en: 'Days after an activity at which half of its pull, and of the interest of who was there, has come back.',
      'zh-CN': '一场活动之后，召唤力和参加者的兴趣恢复一半所需的天数。',
    },
  },
  friends: {
    label: { en: 'New friends', 'zh-CN': '新交好友' },
    kind: 'positive',
    unit: 'ties per person',
    default: 1,
    range: [0.3, 3],
    min: 0,
    max: 1000,
    ...assumed,
    about: {
      en: 'New friends whom one person makes at one activity, where there are so many to be made.',
      'zh-CN': '一人在一场活动中平均新交的好友数（在场有足够可结识的人时）。',
    },
  },
  loyalty: {
    label: { en: 'Loyalty', 'zh-CN': '忠诚提升' },
    kind: 'signed',
    unit: 'log-odds',
    default: 0.2,
    range: [0.05, 0.5],
    min: -20,
    max: 20,
    ...assumed,
    about: {
      en: 'Log-odds against falling silent that taking part once adds; it fades.',
      'zh-CN': '参加一次所增加的不沉默的对数优势；会随时间消退。',
    },
  },
} as const satisfies Section;
export type ActivitiesValues = Values<typeof activitiesParameters>;

/**
 * Activities: one on each day of the schedule, with seats, paid for or free.
 *
 *   chance that a visitor wants a seat = interest x usual / (usual + ticket) x r(days since they last had one)
 *   log-odds of coming today + reminder x r(days since the last of which they heard) x min(1, seats / those who want one)
 *   r(d) = d^2 / (d^2 + fresh^2), 1 the first time; those who want one are reckoned from yesterday's visitors
 *
 * An activity that the budget does not cover does not take place. Who comes and what it does: behaviors/attend.ts.
 */
export const activities: Tactic<typeof activitiesParameters> = {
  name: 'activities',
  label: { en: 'Activities', 'zh-CN': '社群活动' },
  about: {
    en: 'Activities with seats: people meet there and grow loyal. Use `every`: without it there is one each day, of which people soon tire.',
    'zh-CN': '有席位的活动：人们在此结识并更忠诚。请设定 every：否则每天都办，人们很快会厌倦。',
  },
  parameters: activitiesParameters,
  acts: {
    visit(model, tactic, day) {
      const { name, audience, schedule, values } = tactic;
      const { seats, cost, seatCost, ticket, interest, usual, reminder, fresh, friends, loyalty } = values;
      if (seats < 1 || !payShared(model, tactic, 'activityCost', micros(cost))) return;
      const chance = (interest * usual) / (usual + ticket);
      model.offers.activities.push({
        name,
        audience,
        schedule,
        seats: Math.floor(seats),
        chance,
        fresh,
        seat: micros(seatCost),
        ticket: micros(ticket),
        friends,
        loyalty,
      });
      const wanted = chance * visitorsFor(model, tactic).length;
      const hope = wanted > 0 ? Math.min(1, seats / wanted) : 1;
      surprise(model, tactic, 'activities', day, reminder * hope, fresh);
    },
  },
};
