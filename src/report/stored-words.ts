/** Why a stored result cannot be shown, and what its viewer should know, in both languages. */
import type { Notice } from '../experiment/stored-head.ts';
import { visible } from '../scenario/path.ts';
import type { OwnText } from '../scenario/scenario.ts';
import type { Locale } from './format.ts';
import { fill } from './format-message.ts';

const english = {
  noFiles: 'No file was given.',
  tooMany:
    '{count} files are too many to look through; at most {most}. Choose one result, or the folder of one.',
  tooLarge: '{file} is larger than any result that can be shown here.',
  unreadable: '{file} could not be read: {reason}',
  nothing:
    'None of the {count} files is a result of Seedbed. Results are worlds-….ndjson, comparison.json and run.json, which compare and run write with -o.',
  nothingHere:
    '{file} is no result of Seedbed. Results are worlds-….ndjson, comparison.json and run.json, which compare and run write with -o.',
  newer: '{file} was made by a newer version of Seedbed; this is {have}.',
  cut: '{file} begins like a result of Seedbed, but is damaged or cut short.',
  damagedHead:
    'The first line of {file} is damaged, or of a version that did not keep the scenario there yet. The same command with the same -o writes it anew.',
  badScenario: 'The scenario in {file} cannot be used: {problem}',
  otherScenario:
    'The worlds of {file} were not made from the scenario in its first line. One of them was changed later, so nothing is shown.',
  otherMetrics:
    '{file} was made with version {made}, which measured other things. To see it here, run its scenario again.',
  noWorlds: '{file} has no finished worlds that can be shown.',
  contradiction: '{file} gives two different results for one world; neither can be trusted.',
  several: '{count} results were given. Open one at a time.',
  otherVersion: 'Made with version {made}; you have {have}. Shown as it was stored.',
  otherCode: 'Made by another state of version {made}. Shown as it was stored.',
  damaged: '{count, plural, one {# line was} other {# lines were}} cut short or damaged and left out.',
  stopped: 'Stopped early or not whole: {done} of {total} worlds are shown.',
  networkMissing:
    'Its network file is not part of the result: shown as it was stored; to run it again takes that file.',
  digestsDiffer:
    '{count, plural, one {# world has} other {# worlds have}} numbers that are not those of its digest: they were changed later.',
  numbersDiffer: 'The numbers of {file} are not those of the worlds beside it. The worlds are shown.',
  otherRun: '{file} is of another run than the worlds beside it. The worlds are shown.',
  earlier:
    '{count, plural, one {# other file of worlds in the same folder is} other {# other files of worlds in the same folder are}} not shown.',
  figuresOnly: 'This file has the figures without the worlds, so charts that need every world are missing.',
} as const;

export type StoredWord = keyof typeof english;

const chinese: Record<StoredWord, string> = {
  noFiles: '没有选择文件。',
  tooMany: '{count} 个文件太多，最多 {most} 个。请选择一个结果，或一个结果文件夹。',
  tooLarge: '{file} 过大，无法在此显示。',
  unreadable: '无法读取 {file}：{reason}',
  nothing:
    '{count} 个文件中没有 Seedbed 的结果。结果是 compare 和 run 用 -o 写出的 worlds-….ndjson、comparison.json 和 run.json。',
  nothingHere:
    '{file} 不是 Seedbed 的结果。结果是 compare 和 run 用 -o 写出的 worlds-….ndjson、comparison.json 和 run.json。',
  newer: '{file} 由更新版本的 Seedbed 生成；当前版本为 {have}。',
  cut: '{file} 的开头像 Seedbed 的结果，但文件已损坏或不完整。',
  damagedHead:
    '{file} 的第一行已损坏，或来自尚未在其中保存场景的旧版本。用同样的命令和同样的 -o 再运行一次即可重新写出。',
  badScenario: '{file} 中的场景无法使用：{problem}',
  otherScenario: '{file} 中的模拟世界不是由其第一行中的场景生成的。其中之一后来被改动过，因此不予显示。',
  otherMetrics: '{file} 由版本 {made} 生成，当时衡量的指标不同。要在此查看，请重新运行其场景。',
  noWorlds: '{file} 中没有可显示的已完成的模拟世界。',
  contradiction: '{file} 对同一个模拟世界给出了两个不同的结果，两者都不可信。',
  several: '共有 {count} 个结果，请一次打开一个。',
  otherVersion: '由版本 {made} 生成；当前版本为 {have}。按保存时的内容显示。',
  otherCode: '由版本 {made} 的另一个构建生成。按保存时的内容显示。',
  damaged: '{count} 行不完整或已损坏，未计入。',
  stopped: '提前停止或不完整：显示 {total} 个模拟世界中的 {done} 个。',
  networkMissing: '结果中不含其关系网络文件：按保存时的内容显示；重新运行则需要该文件。',
  digestsDiffer: '{count} 个模拟世界的数字与其摘要不符：后来被改动过。',
  numbersDiffer: '{file} 中的数字与旁边的模拟世界不一致。显示的是模拟世界。',
  otherRun: '{file} 与旁边的模拟世界不是同一次运行。显示的是模拟世界。',
  earlier: '同一文件夹中另有 {count} 个模拟世界文件，未显示。',
  figuresOnly: '该文件只有数字，没有各个模拟世界，因此缺少需要逐一模拟世界的图表。',
};

const messages: Readonly<Record<Locale, Readonly<Record<StoredWord, string>>>> = {
  en: english,
  'zh-CN': chinese,
};

/** A notice as text. What stands in its slots comes from outside. */
export function storedText({ name, slots }: Notice<StoredWord>): OwnText {
  const inWords = (locale: Locale): string => {
    const shown: [string, string | number][] = Object.entries(slots).map(([slot, value]) => {
      if (typeof value === 'number') return [slot, value];
      return [slot, shorten(visible(typeof value === 'string' ? value : value[locale]))];
    });
    return fill(messages[locale][name], Object.fromEntries(shown), locale);
  };
  return { en: inWords('en'), 'zh-CN': inWords('zh-CN') };
}

const LONGEST = 300;

const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
