/** Words of the methods page that its script needs; the prose is drawn beforehand. */
import type { Locale } from '../../../src/report/format.ts';
import type { Known } from '../../../src/scenario/parameter.ts';

interface MethodsWords {
  readonly search: string;
  readonly searchHint: string;
  readonly group: string;
  readonly allGroups: string;
  readonly known: string;
  readonly anyKnown: string;
  readonly knownNames: Readonly<Record<Known, string>>;
  readonly found: string;
  readonly none: string;
  readonly notFetched: string;
  readonly drawn: string;
  readonly chosen: string;
  readonly more: string;
  readonly less: string;
  readonly metricColumns: readonly string[];
}

export const methodsWords: Readonly<Record<Locale, MethodsWords>> = {
  en: {
    search: 'Search the numbers',
    searchHint: 'annoyance, coupon, leave.perTie …',
    group: 'Group',
    allGroups: 'All groups',
    known: 'How known',
    anyKnown: 'Any',
    knownNames: {
      measured: 'measured',
      published: 'published',
      'second-hand': 'second-hand',
      assumption: 'assumption',
    },
    found: '{count, plural, one {One number} other {# numbers}}',
    none: 'No number fits. Try a shorter word, or another group.',
    notFetched: 'The table of numbers could not be fetched. Reload the page when you are online.',
    drawn: 'drawn',
    chosen: 'chosen',
    more: 'more',
    less: 'less',
    metricColumns: ['Metric', 'Unit', 'Good', 'What it is'],
  },
  'zh-CN': {
    search: '搜索数值',
    searchHint: '反感、优惠券、leave.perTie……',
    group: '分组',
    allGroups: '全部分组',
    known: '依据',
    anyKnown: '不限',
    knownNames: { measured: '实测', published: '已发表', 'second-hand': '转引', assumption: '假设' },
    found: '{count} 个数值',
    notFetched: '无法获取参数表。请联网后重新载入本页。',
    none: '没有符合的数值。请换用更短的词，或换一个分组。',
    drawn: '抽取',
    chosen: '自定',
    more: '越多越好',
    less: '越少越好',
    metricColumns: ['指标', '单位', '好的方向', '含义'],
  },
};
