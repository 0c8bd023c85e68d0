/** Words around the inputs. The inputs' own are in the parameter table. */

import type { Locale } from '../../src/report/format.ts';
import type { Known } from '../../src/scenario/parameter.ts';

interface InputWords {
  readonly plan: string;
  readonly planAbout: string;
  readonly search: string;
  readonly changedOnly: string;
  readonly nothingFound: string;
  readonly nothingChanged: string;
  readonly showAll: string;
  readonly resetAll: string;
  readonly basic: string;
  readonly basicAbout: string;
  readonly run: string;
  readonly runAbout: string;
  readonly seed: string;
  readonly seedAbout: string;
  readonly assumptions: string;
  readonly assumptionKinds: Readonly<Record<'plausible' | 'stated' | 'fixed', string>>;
  readonly scope: string;
  readonly allArms: string;
  readonly addArm: string;
  readonly reset: string;
  readonly resetOf: string;
  readonly uncertainOf: string;
  readonly from: string;
  readonly to: string;
  readonly fix: string;
  readonly goBack: string;
  readonly wrong: string;
  /** Between whole and part of a place. */
  readonly within: string;
  readonly beyond: string;
  readonly limits: string;
  readonly atLeast: string;
  readonly atMost: string;
  readonly notRun: string;
  readonly about: string;
  readonly unit: string;
  readonly source: string;
  readonly known: Readonly<Record<Known, string>>;
  readonly more: string;
  readonly usual: string;
  readonly drawn: string;
  readonly ownIn: string;
  readonly on: string;
  readonly off: string;
  readonly unreadable: string;
  readonly armName: string;
  readonly baseline: string;
  readonly makeBaseline: string;
  readonly copy: string;
  readonly remove: string;
  readonly tactics: string;
  readonly addTactic: string;
  readonly removeTactic: string;
  readonly noTactics: string;
  readonly sharedTactic: string;
  readonly armLimit: string;
  readonly copyName: string;
  readonly textLabel: string;
  readonly textHelp: string;
  readonly sound: string;
  readonly problems: string;
  readonly problemAt: string;
  readonly open: string;
  readonly download: string;
  readonly drop: string;
}

const en: InputWords = {
  plan: 'Whom and when',
  planAbout: 'Whom it is for, when, how fast it is rolled out, and what it may cost.',
  search: 'Find an input',
  changedOnly: 'Changed ({count})',
  nothingFound: 'No input matches “{text}”.',
  nothingChanged: 'Nothing is changed: every input says what the scenario began with.',
  showAll: 'Show all inputs',
  resetAll: 'Reset all',
  basic: 'First to change',
  basicAbout: 'What a strategist usually changes first.',
  run: 'Run',
  runAbout: 'How long, how many worlds, which chance, and what is uncertain.',
  seed: 'Seed',
  seedAbout: 'Any text; the same text gives the same numbers everywhere.',
  assumptions: 'What is uncertain',
  assumptionKinds: {
    plausible: 'Luck, and assumptions within their plausible ranges',
    stated: 'Luck, and only ranges that the scenario gives',
    fixed: 'Luck alone',
  },
  scope: 'Inputs of',
  allArms: 'All arms',
  addArm: 'Add an arm',
  reset: 'Reset',
  resetOf: 'Reset {label} to what the scenario began with',
  uncertainOf: '{label} is uncertain: a range, drawn anew in every world',
  from: 'From',
  to: 'to',
  fix: 'Use {value}',
  goBack: 'Back to {value}',
  wrong: '{label} {problem}',
  within: ' › ',
  beyond: 'Beyond the usual range, {low} to {high}.',
  limits: 'Allowed: {low} to {high}.',
  atLeast: 'Allowed: {low} and above.',
  atMost: 'Allowed: {high} and below.',
  notRun: 'Kept as you typed it, but not run.',
  about: 'About {label}',
  unit: 'Unit: {unit}.',
  source: 'Source ({known}): {source}',
  known: {
    measured: 'measured here',
    published: 'published',
    'second-hand': 'quoted by others',
    assumption: 'assumption',
  },
  more: 'In Methods',
  usual: 'Usual value: {value}.',
  drawn: 'Usual: drawn from {value}.',
  ownIn: '{arms} {count, plural, one {has a value of its own} other {have values of their own}}.',
  on: 'On',
  off: 'Off',
  unreadable: 'The text cannot be read as a scenario at the moment, so the inputs wait. Mend it in the text.',
  armName: 'Name of the arm',
  baseline: 'Baseline',
  makeBaseline: 'Make baseline',
  copy: 'Copy',
  remove: 'Remove',
  tactics: 'Tactics',
  addTactic: 'Add {label}',
  removeTactic: 'Take away {label}',
  noTactics: 'This arm does nothing: it shows what happens on its own.',
  sharedTactic: 'used by all arms',
  armLimit: 'A comparison holds two to five arms.',
  copyName: '{name}, changed',
  textLabel: 'The scenario as text (YAML)',
  textHelp: 'Indent with spaces; the Tab key moves on to the next control.',
  sound: 'No problems.',
  problems: '{count, plural, one {# problem} other {# problems}}: not run until mended.',
  problemAt: 'Line {line}',
  open: 'Open a file',
  download: 'Download',
  drop: 'Drop a scenario file here',
};

const zh: InputWords = {
  plan: '面向谁、何时',
  planAbout: '面向谁、何时实施、铺开多快、最多花多少。',
  search: '查找参数',
  changedOnly: '已改动（{count}）',
  nothingFound: '没有与“{text}”相符的参数。',
  nothingChanged: '没有改动：所有参数都与场景最初一致。',
  showAll: '显示全部参数',
  resetAll: '全部还原',
  basic: '最先调整',
  basicAbout: '运营者通常最先调整的参数。',
  run: '运行',
  runAbout: '多长时间、多少个模拟世界、哪种偶然，以及哪些不确定。',
  seed: '种子',
  seedAbout: '任意文字；相同的文字在任何地方得出相同的数字。',
  assumptions: '哪些不确定',
  assumptionKinds: {
    plausible: '运气，以及合理范围内的假设',
    stated: '运气，以及场景写明的范围',
    fixed: '只有运气',
  },
  scope: '参数适用于',
  allArms: '全部方案',
  addArm: '添加方案',
  reset: '还原',
  resetOf: '将“{label}”还原为场景最初的值',
  uncertainOf: '“{label}”不确定：给出范围，每个模拟世界各取一值',
  from: '从',
  to: '至',
  fix: '改为 {value}',
  goBack: '改回 {value}',
  wrong: '“{label}”{problem}',
  within: ' › ',
  beyond: '超出通常范围（{low} 至 {high}）。',
  limits: '允许范围：{low} 至 {high}。',
  atLeast: '允许范围：不小于 {low}。',
  atMost: '允许范围：不大于 {high}。',
  notRun: '已保留您输入的内容，但不会运行。',
  about: '关于“{label}”',
  unit: '单位：{unit}。',
  source: '来源（{known}）：{source}',
  known: { measured: '本项目实测', published: '已发表', 'second-hand': '转引', assumption: '假设' },
  more: '在“方法”中查看',
  usual: '通常值：{value}。',
  drawn: '通常从 {value} 中抽取。',
  ownIn: '{arms}另有取值。',
  on: '开',
  off: '关',
  unreadable: '当前文本无法读作场景，参数暂不可改。请先在文本中修正。',
  armName: '方案名称',
  baseline: '基准',
  makeBaseline: '设为基准',
  copy: '复制',
  remove: '删除',
  tactics: '策略',
  addTactic: '添加{label}',
  removeTactic: '移除{label}',
  noTactics: '本方案不采取任何策略，展示自然发展的结果。',
  sharedTactic: '全部方案共用',
  armLimit: '一次对比包含二到五个方案。',
  copyName: '{name}（改）',
  textLabel: '场景文本（YAML）',
  textHelp: '用空格缩进；按 Tab 键移到下一个控件。',
  sound: '没有问题。',
  problems: '{count} 个问题：修正后才会运行。',
  problemAt: '第 {line} 行',
  open: '打开文件',
  download: '下载',
  drop: '将场景文件拖放到此处',
};

export const inputWords: Readonly<Record<Locale, InputWords>> = { en, 'zh-CN': zh };
