import { describe, expect, it } from 'vitest';
import type { StoryCard } from '../../../web/app/page-data.ts';
import { findStories } from '../../../web/pages/home/find.ts';

const story = (
  name: string,
  en: string,
  zh: string,
  tactics: string[],
  metric = 'netRevenue',
): StoryCard => ({
  name,
  title: { en, 'zh-CN': zh },
  question: { en: '', 'zh-CN': '' },
  tactics,
  metric,
  result: null,
});

const stories = [
  story('ads', 'Do tailored ads earn more?', '定向广告更赚钱吗？', ['ads']),
  story('coupons', 'Do coupons buy loyalty?', '优惠券能买来忠诚吗？', ['coupons']),
  story('growth', 'Growth or keeping?', '增长还是留存？', ['acquisition', 'onboarding'], 'members'),
];
const names = (found: ReturnType<typeof findStories>) => found.stories.map(({ name }) => name);
const wanted = { words: '', tactic: null, metric: null };

describe('finding questions', () => {
  it('finds all where nothing is asked', () => {
    expect(names(findStories(stories, wanted))).toEqual(['ads', 'coupons', 'growth']);
  });

  it('finds by words of either language, whatever their order and case', () => {
    expect(names(findStories(stories, { ...wanted, words: 'LOYALTY coupons' }))).toEqual(['coupons']);
    expect(names(findStories(stories, { ...wanted, words: '广告' }))).toEqual(['ads']);
  });

  it('finds by tactic and metric together', () => {
    expect(names(findStories(stories, { ...wanted, tactic: 'acquisition', metric: 'members' }))).toEqual([
      'growth',
    ]);
  });

  it('gives the nearest, and says so, where nothing has all of it', () => {
    const found = findStories(stories, { words: 'coupons volcano', tactic: 'coupons', metric: null });
    expect(found.isNear).toBe(true);
    expect(names(found)[0]).toBe('coupons');
  });
});
