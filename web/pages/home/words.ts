import type { Locale } from '../../../src/report/format.ts';

interface HomeWords {
  readonly title: string;
  readonly lead: string;
  readonly open: string;
  readonly own: string;
  readonly search: string;
  readonly all: string;
  readonly tactic: string;
  readonly metric: string;
  readonly found: string;
  readonly nothing: string;
  readonly nearest: string;
  readonly blank: string;
  readonly unrun: string;
  readonly made: string;
}

export const homeWords: Readonly<Record<Locale, HomeWords>> = {
  en: {
    title: 'Rehearse what your community will live through',
    lead: 'The same people, the same friendships, the same luck: only the tactic differs. Open a question, change one thing, send the link.',
    open: 'Open',
    own: 'Try your own',
    search: 'Search the questions',
    all: 'All',
    tactic: 'Tactic',
    metric: 'Judged by',
    found: '{count, plural, one {One question} other {# questions}}',
    nothing: 'No question has all of this. The nearest:',
    nearest: 'Nearest questions',
    blank: 'Start with a blank scenario',
    unrun: 'Not run yet: opens and runs in your browser.',
    made: '{worlds} worlds · {date} · Seedbed {version}',
  },
  'zh-CN': {
    title: '先演练，再上线',
    lead: '同一群人、同样的关系、同样的运气，只有策略不同。打开一个问题，改动一处，把链接发出去。',
    open: '打开',
    own: '试试您自己的',
    search: '搜索问题',
    all: '全部',
    tactic: '策略',
    metric: '评判指标',
    found: '{count, plural, other {共 # 个问题}}',
    nothing: '没有完全符合的问题。最接近的是：',
    nearest: '最接近的问题',
    blank: '从空白情景开始',
    unrun: '尚未运行：打开后在您的浏览器中运行。',
    made: '{worlds} 个模拟世界 · {date} · Seedbed {version}',
  },
};
