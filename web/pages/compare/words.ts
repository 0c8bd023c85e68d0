/** Words of the compare page. */
import type { Locale } from '../../../src/report/format.ts';

interface CompareWords {
  readonly run: string;
  readonly stop: string;
  readonly running: string;
  readonly runningLong: string;
  readonly stopped: string;
  readonly pause: string;
  readonly paused: string;
  readonly notify: string;
  readonly notified: { readonly done: string; readonly failed: string };
  readonly done: string;
  readonly stored: string;
  readonly stale: string;
  readonly seed: string;
  readonly luck: string;
  readonly assumptions: string;
  readonly close: string;
  readonly horizon: string;
  readonly months: string;
  readonly judge: string;
  readonly rails: string;
  readonly worse: string;
  readonly atLeast: string;
  readonly atMost: string;
  readonly railHelp: string;
  readonly addRail: string;
  readonly chooseRail: string;
  readonly removeRail: string;
  readonly railLimit: string;
  readonly options: string;
  readonly difference: string;
  readonly differences: { readonly relative: string; readonly absolute: string; readonly month: string };
  readonly interval: string;
  readonly worlds: string;
  readonly uncertainty: string;
  readonly uncertainties: { readonly plausible: string; readonly stated: string; readonly fixed: string };
  readonly matters: string;
  readonly newLuck: string;
  readonly seedLabel: string;
  readonly tabs: {
    readonly guardrails: string;
    readonly money: string;
    readonly segments: string;
    readonly differs: string;
    readonly luck: string;
    readonly figures: string;
  };
  readonly details: string;
  readonly change: string;
  readonly waiting: string;
  readonly invalid: string;
  readonly problems: string;
  readonly toSandbox: string;
  readonly failed: string;
  readonly diagnostic: string;
  readonly again: string;
  readonly keep: string;
}

export const compareWords: Readonly<Record<Locale, CompareWords>> = {
  en: {
    run: 'Run',
    stop: 'Stop',
    running: '{done} of {planned} worlds',
    runningLong: '{done} of {planned} worlds · {rate}/s · {left} s left',
    stopped: 'Stopped at {done} of {planned} worlds; shown as is',
    pause: 'Pause',
    paused: 'Paused at {done} of {planned} worlds; shown as is',
    notify: 'Notify me',
    notified: { done: 'All worlds are done', failed: 'The run has failed' },
    done: '{worlds} worlds · done in {seconds} s',
    stored: 'Stored result. It runs anew once you change something.',
    stale: 'From the settings before your change; new worlds are on their way.',
    seed: 'seed {seed}',
    luck: 'counts luck',
    assumptions: 'counts luck and assumptions',
    close: 'Close',
    horizon: 'How long',
    months: '{count, plural, one {# month} other {# months}}',
    judge: 'Judge by',
    rails: 'Without hurting',
    worse: 'worse by at most',
    atLeast: 'at least',
    atMost: 'at most',
    railHelp: 'As in files: 2 points, 10%.',
    addRail: 'Add a guardrail',
    chooseRail: 'Choose …',
    removeRail: 'Remove the guardrail {name}',
    railLimit: '{kind} {limit}',
    options: 'How it is compared',
    difference: 'Differences in',
    differences: { relative: 'percent', absolute: 'amounts', month: 'amounts a month' },
    interval: 'Ranges hold',
    worlds: 'Worlds',
    uncertainty: 'Counts',
    uncertainties: {
      plausible: 'luck and every assumption',
      stated: 'luck and the ranges I gave',
      fixed: 'luck alone',
    },
    matters: 'Smallest difference that matters',
    newLuck: 'New luck',
    seedLabel: 'Seed: {seed}',
    tabs: {
      guardrails: 'Guardrails',
      money: 'Where it comes from',
      segments: 'By segment',
      differs: 'What differs',
      luck: 'Luck or assumptions',
      figures: 'All figures',
    },
    details: 'Details',
    change: 'What would change this verdict',
    waiting: 'The first worlds are being simulated.',
    invalid: 'This scenario cannot run yet.',
    problems: '{count, plural, one {One thing to put right:} other {# things to put right:}}',
    toSandbox: 'Open in the sandbox',
    failed: 'Something went wrong while simulating.',
    diagnostic: 'For a report of the fault (no personal data):',
    again: 'Run again',
    keep: 'What you typed is kept.',
  },
  'zh-CN': {
    run: '运行',
    stop: '停止',
    running: '{done}/{planned} 个模拟世界',
    runningLong: '{done}/{planned} 个模拟世界 · 每秒 {rate} 个 · 还需 {left} 秒',
    stopped: '已在 {done}/{planned} 个模拟世界处停止，按现有结果显示',
    pause: '暂停',
    paused: '已在 {done}/{planned} 个模拟世界处暂停，按现有结果显示',
    notify: '完成后通知我',
    notified: { done: '全部模拟世界已完成', failed: '运行失败' },
    done: '{worlds} 个模拟世界 · 用时 {seconds} 秒',
    stored: '这是已存结果；一经修改便会重新运行。',
    stale: '以下是修改前的结果；新的模拟世界正在运行。',
    seed: '种子 {seed}',
    luck: '计入运气',
    assumptions: '计入运气与假设',
    close: '关闭',
    horizon: '时长',
    months: '{count, plural, other {# 个月}}',
    judge: '评判指标',
    rails: '同时不损害',
    worse: '变差不超过',
    atLeast: '不低于',
    atMost: '不高于',
    railHelp: '写法与文件相同：2 points、10%。',
    addRail: '添加护栏指标',
    chooseRail: '选择…',
    removeRail: '移除护栏指标“{name}”',
    railLimit: '{kind} {limit}',
    options: '如何比较',
    difference: '差异表示为',
    differences: { relative: '百分比', absolute: '数额', month: '每月数额' },
    interval: '区间包含',
    worlds: '模拟世界数',
    uncertainty: '计入',
    uncertainties: { plausible: '运气与全部假设', stated: '运气与我给出的区间', fixed: '仅运气' },
    matters: '有意义的最小差异',
    newLuck: '换一种运气',
    seedLabel: '种子：{seed}',
    tabs: {
      guardrails: '护栏指标',
      money: '钱从哪里来',
      segments: '分人群',
      differs: '差异项',
      luck: '运气还是假设',
      figures: '全部数字',
    },
    details: '详情',
    change: '什么会改变这个结论',
    waiting: '正在模拟第一批世界。',
    invalid: '该情景暂时无法运行。',
    problems: '{count, plural, other {有 # 处需要修正：}}',
    toSandbox: '在沙盘中打开',
    failed: '模拟时出错。',
    diagnostic: '用于反馈故障（不含个人数据）：',
    again: '重新运行',
    keep: '您输入的内容已保留。',
  },
};
