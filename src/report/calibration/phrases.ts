/** What a calibration says, on the command line and in its report, in both languages. */

import type { OwnText } from '../../scenario/scenario.ts';
import { say } from '../charts/words.ts';
import type { Locale } from '../format.ts';
import type { Slots } from '../format-message.ts';

const phrases = {
  asked: {
    en: '{arm}: {inputs, plural, one {# input} other {# inputs}}, {fitted, plural, one {# target} other {# targets}} to fit, {out} held out, {days} days a world',
    'zh-CN': '“{arm}”：{inputs} 个输入项，{fitted} 个目标用于拟合，留出 {out} 个，每个模拟世界 {days} 天',
  },
  pickedUp: {
    en: '{count, plural, one {# simulation} other {# simulations}} picked up from {folder}',
    'zh-CN': '沿用 {folder} 中的 {count} 次模拟',
  },
  replaced: {
    en: 'The scenario has a posterior already. It is left out: the ranges of the file are what is believed before data.',
    'zh-CN': '情景中已有 posterior。此次不用它：以文件中的区间作为数据之前的认识。',
  },
  stage: {
    en: 'tolerance {tolerance}, {kept}/{particles} kept',
    'zh-CN': '容差 {tolerance}，已保留 {kept}/{particles}',
  },
  stageFirst: { en: 'draws of the prior', 'zh-CN': '先验抽样' },
  stageBest: { en: 'best so far {tolerance}', 'zh-CN': '目前最好 {tolerance}' },
  stopped: {
    en: 'Stopped. {count, plural, one {# simulation is} other {# simulations are}} kept in {folder}.',
    'zh-CN': '已停止。{folder} 中保留了 {count} 次模拟。',
  },
  resume: { en: 'Resume  {command}', 'zh-CN': '继续  {command}' },
  heading: {
    en: '{arm}: {simulations} worlds, {particles} kept within {tolerance} errors of the targets on average ({effective} count in full).',
    'zh-CN':
      '“{arm}”：模拟 {simulations} 个世界，保留 {particles} 个，与目标平均相差不超过 {tolerance} 个误差（有效 {effective} 个）。',
  },
  headingBest: {
    en: '{arm}: {simulations} worlds; at the best point they are {tolerance} errors off the targets on average.',
    'zh-CN': '“{arm}”：模拟 {simulations} 个世界；在最佳点与目标平均相差 {tolerance} 个误差。',
  },
  noPosterior: {
    en: 'The best point alone: how surely it is known, only --method abc says.',
    'zh-CN': '这只是最佳点；有多大把握，要用 --method abc 才知道。',
  },
  endedSimulations: {
    en: 'It ended because {count} simulations were used up; more bring it nearer.',
    'zh-CN': '因用完 {count} 次模拟而结束；更多模拟可以更接近目标。',
  },
  endedKept: {
    en: 'It ended because fewer than one world in a hundred came any nearer: that is as near as luck and the inputs allow.',
    'zh-CN': '因更接近目标的模拟世界不到百分之一而结束：就运气与这些输入项而言，已无法更接近。',
  },
  input: { en: 'input', 'zh-CN': '输入项' },
  before: { en: 'before: median [5% .. 95%]', 'zh-CN': '之前：中位数 [5% .. 95%]' },
  after: { en: 'after: median [5% .. 95%]', 'zh-CN': '之后：中位数 [5% .. 95%]' },
  best: { en: 'best point', 'zh-CN': '最佳点' },
  learned: { en: 'learned', 'zh-CN': '得知' },
  target: { en: 'target', 'zh-CN': '目标' },
  day: { en: 'day', 'zh-CN': '日' },
  observed: { en: 'observed', 'zh-CN': '观测' },
  foretold: { en: 'foretold: median [5% .. 95%]', 'zh-CN': '预测：中位数 [5% .. 95%]' },
  off: { en: 'errors off', 'zh-CN': '偏差（误差数）' },
  inRange: { en: 'in range', 'zh-CN': '在区间内' },
  heldOut: { en: 'held out', 'zh-CN': '留出' },
  yes: { en: 'yes', 'zh-CN': '是' },
  no: { en: 'no', 'zh-CN': '否' },
  moreTargets: {
    en: '{count, plural, one {# more target, nearer to what is foretold, is} other {# more targets, nearer to what is foretold, are}} in the report.',
    'zh-CN': '另有 {count} 个偏差更小的目标，见报告。',
  },
  coverage: {
    en: 'Held out: {covered} of {count} targets lie in their 90 % ranges.',
    'zh-CN': '留出的 {count} 个目标中，有 {covered} 个落在各自的 90% 区间内。',
  },
  coverageLow: {
    en: 'That is fewer than 90 % ranges should hold, even by chance: the fit does not carry over to the days held out.',
    'zh-CN': '即使考虑偶然，也少于 90% 区间应有的数目：拟合结果不能推及留出的日子。',
  },
  notSettled: { en: 'What the data do not settle', 'zh-CN': '数据没有确定的' },
  unlearned: {
    en: '{input}: the data say hardly anything of it; it is about as wide as before.',
    'zh-CN': '“{input}”：数据几乎没有说明什么，与之前差不多一样宽。',
  },
  tied: {
    en: '{input} and {other} are known only together (correlation {correlation}): one can make up for the other.',
    'zh-CN': '“{input}”与“{other}”只能一起确定（相关系数 {correlation}）：此消彼长都符合数据。',
  },
  atEndlow: {
    en: '{input} lies at the low end of its range: the data ask for less than was thought possible.',
    'zh-CN': '“{input}”位于区间低端：数据要求的比预想的更低。',
  },
  atEndhigh: {
    en: '{input} lies at the high end of its range: the data ask for more than was thought possible.',
    'zh-CN': '“{input}”位于区间高端：数据要求的比预想的更高。',
  },
  unreached: {
    en: '{metric} on day {day}: nothing in the ranges comes near it; the scenario lacks something, or a range is too narrow.',
    'zh-CN': '第 {day} 天的{metric}：区间内没有任何取值能接近它；情景缺了什么，或区间太窄。',
  },
  tolerance: {
    en: 'The tolerance of {asked} was not reached ({reached}): ranges are wider than they need be, or the model cannot meet all targets at once.',
    'zh-CN': '没有达到容差 {asked}（现为 {reached}）：区间比必要的更宽，或者模型无法同时满足所有目标。',
  },
  checkHeading: {
    en: 'Check: {studies, plural, one {# world of known truth} other {# worlds of known truth}} fitted the same way',
    'zh-CN': '检验：用同样的方法拟合 {studies} 个已知真值的模拟世界',
  },
  truthHeld: { en: 'truth in the 90 % range', 'zh-CN': '真值在 90% 区间内' },
  ofStudies: { en: '{held} of {studies}', 'zh-CN': '{held}/{studies}' },
  signTest: { en: 'sign test', 'zh-CN': '符号检验' },
  checkAbout: {
    en: 'Sign test: the chance of ranks as lopsided as these, were the fit without bias; below 0.01 it is biased.',
    'zh-CN': '符号检验：若拟合无偏，出现如此偏斜的秩的概率；低于 0.01 即有偏。',
  },
  written: {
    en: '{count, plural, one {# target} other {# targets}} written to {file}',
    'zh-CN': '{count} 个目标已写入 {file}',
  },
  kind: { en: 'Calibration', 'zh-CN': '校准' },
  lead: {
    en: '{arm}, {days} days: what {fitted, plural, one {one observed number says} other {# observed numbers say}} of {inputs, plural, one {one input} other {# inputs}}',
    'zh-CN': '“{arm}”，{days} 天：{fitted} 个观测值对 {inputs} 个输入项说明了什么',
  },
  inputsHeading: { en: 'Inputs, before and after', 'zh-CN': '输入项：之前与之后' },
  inputTitle: { en: '{input}: {median} [{ends}]', 'zh-CN': '“{input}”：{median}（{ends}）' },
  inputSubtitle: {
    en: '{learned}% learned. Line: before data ({ends}). Bars: after. Equal widths are equal deviations of what was believed',
    'zh-CN': '得知 {learned}%。线：数据之前（{ends}）；柱：数据之后。横轴按先验的等距标准差划分',
  },
  inputSubtitleBest: {
    en: 'The best point. Line: what was believed before data ({ends})',
    'zh-CN': '最佳点。线：数据之前的认识（{ends}）',
  },
  share: { en: 'share', 'zh-CN': '占比' },
  from: { en: 'from', 'zh-CN': '从' },
  to: { en: 'to', 'zh-CN': '到' },
  beforeShare: { en: 'before', 'zh-CN': '之前' },
  afterShare: { en: 'after', 'zh-CN': '之后' },
  targetsHeading: { en: 'What was observed, and what is foretold', 'zh-CN': '观测与预测' },
  targetTitle: {
    en: '{metric}: {inside} of {count} in the 90% range',
    'zh-CN': '{metric}：{count} 个中有 {inside} 个在 90% 区间内',
  },
  targetSubtitle: {
    en: 'By day. Bars: what the posterior foretells (5% to 95%, median). Dots: observed; hollow ones were held out',
    'zh-CN': '按日。竖条：后验的预测（5% 到 95% 与中位数）；圆点：观测值，空心为留出的',
  },
  targetSubtitleSums: {
    en: 'Sums of {days} days. Bars: what the posterior foretells (5% to 95%, median). Dots: observed; hollow ones were held out',
    'zh-CN': '{days} 天合计。竖条：后验的预测（5% 到 95% 与中位数）；圆点：观测值，空心为留出的',
  },
  ranksTitle: {
    en: '{input}: truth held in {held} of {studies}',
    'zh-CN': '“{input}”：{studies} 次中有 {held} 次包含真值',
  },
  ranksSubtitle: {
    en: 'Ranks of the truth among draws of its posterior: level if the fit is exact (dotted), heaped at the ends if it is too sure, in the middle if too unsure, sloping if biased',
    'zh-CN':
      '真值在后验抽样中的秩：拟合准确时为平（虚线），过于自信时堆在两端，过于保守时堆在中间，有偏时倾斜',
  },
  rank: { en: 'rank', 'zh-CN': '秩' },
  studies: { en: 'studies', 'zh-CN': '次数' },
  nothingOpen: {
    en: 'Nothing that the checks would see: every input was learned of, none is at an end of its range, none is tied to another.',
    'zh-CN': '没有发现问题：每个输入项都有所得知，没有落在区间端点，也没有彼此纠缠。',
  },
  use: {
    en: 'The file fitted.yaml is the scenario with this posterior: every command takes it.',
    'zh-CN': 'fitted.yaml 是带有此后验的情景文件，所有命令都可使用。',
  },
  made: {
    en: 'Made by Seedbed {version} from {file}, seed {seed}.',
    'zh-CN': '由 Seedbed {version} 根据 {file} 生成，种子 {seed}。',
  },
  results: { en: 'Results', 'zh-CN': '结果' },
  report: { en: 'Report', 'zh-CN': '报告' },
  next: { en: 'Next', 'zh-CN': '下一步' },
} as const satisfies Readonly<Record<string, OwnText>>;

export type CalibratePhrase = keyof typeof phrases;

export const calibratePhrases: Readonly<Record<CalibratePhrase, OwnText>> = phrases;

export const calibratePhrase = (name: CalibratePhrase, locale: Locale, slots: Slots = {}): string =>
  say(phrases[name][locale], slots, locale);
