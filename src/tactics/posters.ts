import { rewarded } from '../behaviors/refer.ts';
import { micros } from '../metrics/ledger.ts';
import { assumed, byOperator } from '../population/audience.ts';
import type { Section, Values } from '../scenario/parameter.ts';
import type { Tactic } from './tactic.ts';

const chance = { kind: 'chance', unit: 'chance', ...assumed } as const;

export const postersParameters = {
  seeds: {
    label: { en: 'Members who post it', 'zh-CN': '首发人数' },
    kind: 'count',
    unit: 'people',
    default: 10,
    range: [1, 50],
    min: 0,
    max: 500,
    ...byOperator,
    about: {
      en: 'Visitors of the day who post it first; 0 is no campaign.',
      'zh-CN': '当天来访者中首先发出海报的人数；0 表示不做。',
    },
  },
  reward: {
    label: { en: 'Reward', 'zh-CN': '转发奖励' },
    kind: 'money',
    unit: 'currency per posting',
    default: 0,
    range: [0, 20],
    min: 0,
    max: 1e6,
    ...byOperator,
    about: {
      en: 'Paid to each who scanned it and passed it on, and brought as many friends as are asked for.',
      'zh-CN': '付给扫码后转发、并带来规定好友数的每个人。',
    },
  },
  friends: {
    label: { en: 'Friends to bring', 'zh-CN': '须带好友数' },
    kind: 'count',
    unit: 'people',
    default: 0,
    range: [1, 5],
    min: 0,
    max: 1000,
    ...byOperator,
    about: {
      en: 'People who must scan what somebody passed on before its reward is paid; 0 is none.',
      'zh-CN': '转发出的海报须有多少人扫码才发奖励；0 表示不要求。',
    },
  },
  views: {
    label: { en: 'Views of a posting', 'zh-CN': '每次发布的浏览' },
    kind: 'positive',
    unit: 'views',
    default: 40,
    range: [15, 100],
    min: 0,
    max: 1e6,
    ...assumed,
    about: {
      en: 'People who see one posting, on average.',
      'zh-CN': '一次发布平均有多少人看到。',
    },
  },
  scan: {
    ...chance,
    label: { en: 'Scanned by viewers', 'zh-CN': '浏览后扫码' },
    about: { en: 'Chance that somebody who sees it scans it.', 'zh-CN': '看到海报的人扫码的概率。' },
    default: 0.1,
    range: [0.03, 0.25],
  },
  join: {
    ...chance,
    label: { en: 'Joined by scanners', 'zh-CN': '扫码后入群' },
    about: {
      en: 'Chance that a prospect who scans it joins the next day.',
      'zh-CN': '扫码的潜在成员次日入群的概率。',
    },
    default: 0.1,
    range: [0.03, 0.25],
  },
  forward: {
    ...chance,
    label: { en: 'Forwarded by scanners', 'zh-CN': '扫码后转发' },
    about: {
      en: 'Chance that somebody who scans it passes it on without a reward.',
      'zh-CN': '没有奖励时，扫码的人转发的概率。',
    },
    default: 0.02,
    range: [0.005, 0.08],
  },
  together: {
    label: { en: 'Playing together', 'zh-CN': '拉好友的作用' },
    kind: 'positive',
    unit: 'times',
    default: 2,
    range: [1.2, 4],
    min: 0,
    max: 1000,
    ...assumed,
    about: {
      en: 'How many times as many pass it on where friends have to be brought.',
      'zh-CN': '要求拉好友时，转发的人是原来的多少倍。',
    },
  },
} as const satisfies Section;
export type PostersValues = Values<typeof postersParameters>;

/**
 * Posters: a campaign on each day that the tactic acts, so give it a day (`from`, `until`) or a round (`every`).
 *
 *   K = views x scan x min(1, forward x (1 + invites reward / (reward + half)) x together)
 *
 * `together` counts where friends have to be brought; invites, half: referralResponse, as for invitations. What becomes of a
 * campaign: behaviors/posters.ts.
 */
export const posters: Tactic<typeof postersParameters> = {
  name: 'posters',
  label: { en: 'Poster campaigns', 'zh-CN': '海报裂变' },
  about: {
    en: 'Posters with a code, a campaign on each day that the tactic acts: seen, scanned, joined upon, passed on.',
    'zh-CN': '带二维码的海报，策略实施的每一天发起一次：有人看到、扫码、入群、转发。',
  },
  parameters: postersParameters,
  acts: {
    share(model, { name, audience, schedule, values }) {
      const { seeds, reward, friends, views, scan, join, forward, together } = values;
      if (seeds === 0) return;
      const { invites, half } = model.parameters.referralResponse;
      const more = rewarded(invites, reward, half) * (friends > 0 ? together : 1);
      model.offers.posters.push({
        name,
        audience,
        schedule,
        seeds,
        views,
        scan,
        join,
        forward: Math.min(1, forward * more),
        friends,
        reward: micros(reward),
      });
    },
  },
};
