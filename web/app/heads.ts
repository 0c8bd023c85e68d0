/** Title and description of every page, for tabs, search engines and previews. */
import type { Locale } from '../../src/report/format.ts';
import type { RouteName } from './routes.ts';

interface Head {
  readonly title: string;
  readonly description: string;
}

export const pageHeads: Readonly<Record<RouteName, Readonly<Record<Locale, Head>>>> = {
  home: {
    en: {
      title: 'Rehearse what your community will live through',
      description:
        'Compare ads, coupons, onboarding and more on the same simulated people with the same luck, and read which one wins, by how much and how sure.',
    },
    'zh-CN': {
      title: '先演练，再上线',
      description: '让同一群模拟成员、同样的运气经历不同的策略，看哪一个更好、好多少、有多大把握。',
    },
  },
  story: {
    en: {
      title: 'A question',
      description: 'A question about a community, its verdict, and what it depends on.',
    },
    'zh-CN': { title: '一个问题', description: '一个社群问题、它的结论，以及结论取决于什么。' },
  },
  compare: {
    en: {
      title: 'Compare',
      description:
        'Two to five ways to run the same community, in the same simulated worlds, with a verdict.',
    },
    'zh-CN': {
      title: '对比',
      description: '同一社群的两到五种运营方案，在相同的模拟世界中比较，并给出结论。',
    },
  },
  sandbox: {
    en: {
      title: 'Sandbox',
      description: 'Change any input of a scenario and watch its people live through it.',
    },
    'zh-CN': { title: '沙盘', description: '修改情景的任意参数，看成员如何经历其中。' },
  },
  sweep: {
    en: {
      title: 'Sweep',
      description: 'Many values of a few inputs at once: which of them would turn the answer, and where.',
    },
    'zh-CN': { title: '扫描', description: '同时尝试几个输入项的许多取值：哪些会改变答案，在哪里改变。' },
  },
  network: {
    en: {
      title: 'Network',
      description: 'Who knows whom, what a tactic does to them, and two lives side by side.',
    },
    'zh-CN': { title: '关系网络', description: '谁认识谁，策略如何影响他们，以及同一个人的两种人生。' },
  },
  cohorts: {
    en: { title: 'Cohorts', description: 'Where newcomers are lost, who stays, and when they pay back.' },
    'zh-CN': { title: '同期群', description: '新成员在哪一步流失，谁留下来，何时回本。' },
  },
  methods: {
    en: {
      title: 'Methods',
      description: 'How the model works, where every number comes from, and what it cannot say.',
    },
    'zh-CN': { title: '方法', description: '模型如何运作、每个数字的出处，以及它不能说明什么。' },
  },
  data: {
    en: {
      title: 'Data',
      description: 'Scenarios, results, networks and their dictionary, for tools of your own.',
    },
    'zh-CN': { title: '数据', description: '情景、结果、关系网络及其字段说明，供您自己的工具使用。' },
  },
  embed: {
    en: { title: 'Chart', description: 'One chart of a comparison, to be shown in another page.' },
    'zh-CN': { title: '图表', description: '一次对比中的一张图，可嵌入其他页面。' },
  },
  report: {
    en: { title: 'Report', description: 'A comparison as pages to print.' },
    'zh-CN': { title: '报告', description: '可打印的对比报告。' },
  },
};
