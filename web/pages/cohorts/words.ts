/** Words of the cohorts page. */
import type { FunnelStep } from '../../../src/metrics/cohorts.ts';
import type { Locale } from '../../../src/report/format.ts';
import type { Measure } from './grid.ts';

interface CohortWords {
  readonly title: string;
  readonly lead: string;
  readonly waiting: string;
  readonly running: string;
  readonly invalid: string;
  readonly failed: string;
  readonly without: string;
  readonly again: string;
  readonly edit: string;
  readonly arm: string;
  readonly funnel: string;
  readonly funnelLead: string;
  readonly steps: Readonly<Record<FunnelStep, string>>;
  readonly charts: string;
  readonly ofPrevious: string;
  readonly people: string;
  readonly nobody: string;
  readonly grid: string;
  readonly measure: string;
  readonly measures: Readonly<Record<Measure, string>>;
  readonly measureLeads: Readonly<Record<Measure, string>>;
  readonly ranges: string;
  readonly range: string;
  readonly cohort: string;
  readonly founders: string;
  readonly month: string;
  readonly size: string;
  readonly age: string;
  readonly scale: string;
  readonly small: string;
  readonly csv: string;
  readonly worlds: string;
}

export const cohortWords: Readonly<Record<Locale, CohortWords>> = {
  en: {
    title: 'Where newcomers are lost, who stays, and when they pay back',
    lead: 'People by the month in which they joined, followed month after month under each arm, in the same worlds with the same luck.',
    waiting: 'The scenario is being opened.',
    running: 'Simulating: {done} of {planned} worlds. The tables fill in by themselves.',
    invalid: 'This scenario cannot be run as it stands.',
    failed: 'The worlds could not be run: {why}',
    without: 'This result was stored without cohorts.',
    again: 'Run its worlds again',
    edit: 'Open in Compare',
    arm: 'Arm',
    funnel: 'Step by step, every arm',
    funnelLead:
      'Of all who joined during the run: who took each step and all before it. Bars are medians over worlds, thin lines the range that holds 90% of them.',
    steps: {
      joined: 'Joined',
      cameAgain: 'Came again',
      wrote: 'Wrote something',
      befriended: 'Made a friend',
      ordered: 'Ordered',
      orderedAgain: 'Ordered again',
      stayed: 'Still a member at the end',
    },
    charts: 'Charts',
    ofPrevious: '{share} of the step before',
    people: '{people} people',
    nobody: 'Nobody joins in this scenario, so there is no path of newcomers to show.',
    grid: 'Month by month',
    measure: 'Show',
    measures: {
      retention: 'Still members',
      came: 'Came that month',
      contribution: 'Earned per head',
      paidBack: 'Paid back',
    },
    measureLeads: {
      retention: 'Share of a cohort who are members at the end of each month of being inside.',
      came: 'Share of a cohort who came at least once in that month. Returning and staying are different things.',
      contribution:
        'Revenue less all costs that concern the people of a cohort, being acquired included, per head, up to the end of that month.',
      paidBack: 'Share of worlds in which the cohort has by then brought in all that it cost.',
    },
    ranges: 'Ranges in the cells',
    range: '{low} to {high}',
    cohort: 'Joined in',
    founders: 'Founders',
    month: 'Month {number}',
    size: 'People',
    age: 'Months inside',
    scale: 'Shades are fifths of all cells of all arms, from pale (lowest) to dark.',
    small: 'Cohorts of a few people jump from world to world: mind their ranges.',
    csv: 'Download CSV',
    worlds: '{worlds} worlds, all arms the same',
  },
  'zh-CN': {
    title: '新成员在哪里流失，谁留下来，何时回本',
    lead: '按加入月份分组，在相同的模拟世界、同样的运气中，逐月跟踪每个方案下的成员。',
    waiting: '正在打开场景。',
    running: '正在模拟：{done} / {planned} 个世界。表格会自动补全。',
    invalid: '这个场景目前无法运行。',
    failed: '模拟世界无法运行：{why}',
    without: '这份结果存储时未包含同期群。',
    again: '重新运行模拟世界',
    edit: '在对比页中打开',
    arm: '方案',
    funnel: '各方案逐步对照',
    funnelLead:
      '运行期间加入的全部成员中，完成该步骤及之前所有步骤的人。色条为各模拟世界的中位数，细线为含 90% 世界的区间。',
    steps: {
      joined: '加入',
      cameAgain: '再次来访',
      wrote: '发过言',
      befriended: '结识好友',
      ordered: '下单',
      orderedAgain: '再次下单',
      stayed: '期末仍是成员',
    },
    charts: '图表',
    ofPrevious: '上一步的 {share}',
    people: '{people} 人',
    nobody: '这个场景中没有人加入，因此没有新成员的路径可显示。',
    grid: '逐月表现',
    measure: '显示',
    measures: {
      retention: '仍是成员',
      came: '当月来过',
      contribution: '人均收益',
      paidBack: '已回本',
    },
    measureLeads: {
      retention: '同期群在加入后每个月末仍是成员的比例。',
      came: '同期群在当月至少来过一次的比例。回访与留存是两回事。',
      contribution: '截至该月末，与该同期群有关的全部收入减去全部成本（含获客成本），按人平均。',
      paidBack: '截至该月末，该同期群带来的收入已覆盖其全部成本的模拟世界所占比例。',
    },
    ranges: '在单元格中显示区间',
    range: '{low} 至 {high}',
    cohort: '加入时间',
    founders: '创始成员',
    month: '第 {number} 个月',
    size: '人数',
    age: '加入后的月数',
    scale: '深浅按所有方案全部单元格的五分位划分，由浅（最低）到深。',
    small: '人数很少的同期群在各世界间波动很大，请留意区间。',
    csv: '下载 CSV',
    worlds: '{worlds} 个模拟世界，各方案相同',
  },
};
