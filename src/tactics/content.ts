import { payShared } from '../metrics/budget.ts';
import { counted, micros } from '../metrics/ledger.ts';
import { byOperator } from '../population/audience.ts';
import { CATEGORIES } from '../population/draw-people.ts';
import type { Section, Values } from '../scenario/parameter.ts';
import type { Tactic } from './tactic.ts';

export const contentParameters = {
  posts: {
    label: { en: 'Posts a day', 'zh-CN': '每天条数' },
    kind: 'positive',
    unit: 'posts a day',
    default: 2,
    range: [0.2, 10],
    min: 0,
    max: 10_000,
    ...byOperator,
    about: {
      en: 'Posts that the operator publishes on a day; a part of one counts as that part.',
      'zh-CN': '运营方每天发布的内容条数，可以不是整数。',
    },
  },
  quality: {
    label: { en: 'Worth of a post', 'zh-CN': '单条内容价值' },
    kind: 'positive',
    unit: 'times',
    default: 2,
    range: [0.5, 4],
    min: 0,
    max: 1000,
    chosen: false,
    known: 'assumption',
    source: {
      en: "Assumption: made with care, but not by one of the readers' own.",
      'zh-CN': '假设：制作更用心，但并非出自读者身边的人。',
    },
    about: {
      en: "What one post is worth to readers against one of a member's.",
      'zh-CN': '一条运营内容对读者的价值，相当于几条成员帖子。',
    },
  },
  fit: {
    label: { en: 'Fit to tastes', 'zh-CN': '内容契合度' },
    kind: 'share',
    unit: 'share',
    default: 1,
    range: [0.3, 1],
    ...byOperator,
    about: {
      en: 'Part of the posts that are about what members favour; the rest, about the sender, is worth nothing to them.',
      'zh-CN': '按成员偏好制作的内容比例；其余只讲运营方自己，对成员没有价值。',
    },
  },
  cost: {
    label: { en: 'Cost per post', 'zh-CN': '单条成本' },
    kind: 'money',
    unit: 'currency per post',
    default: 30,
    range: [5, 300],
    min: 0,
    max: 1e7,
    ...byOperator,
    about: { en: 'Cost of making one post.', 'zh-CN': '制作一条内容的成本。' },
  },
} as const satisfies Section;
export type ContentValues = Values<typeof contentParameters>;

/**
 * A content programme: the operator publishes posts of its own, ready before people read.
 *
 *   fresh content of category c += posts x quality x fit x share of the audience's members whose favorite is c
 *
 * It is there for all, whomever it is made for; a day that the budget does not cover whole has none. What it does to
 * people: behaviors/engage.ts.
 */
export const content: Tactic<typeof contentParameters> = {
  name: 'content',
  label: { en: 'Content programme', 'zh-CN': '内容计划' },
  about: {
    en: "Posts of the operator's own, about what members favour or not, at a cost each.",
    'zh-CN': '运营方自制内容：可按成员偏好制作，按条计费。',
  },
  parameters: contentParameters,
  acts: {
    engage(model, tactic) {
      const { posts, quality, fit, cost } = tactic.values;
      if (!payShared(model, tactic, 'contentCost', Math.round(posts * micros(cost)))) return;
      const { members, byFavorite } = counted(model, tactic);
      if (members === 0) return;
      for (let c = 0; c < CATEGORIES; c++)
        model.content[c] += (posts * quality * fit * byFavorite[c]) / members;
    },
  },
};
