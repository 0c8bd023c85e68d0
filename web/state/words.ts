/** What is said of links, files and edits that are not what they should be, and of links that are long. */
import type { Locale } from '../../src/report/format.ts';
import { fill } from '../../src/report/format-message.ts';
import type { EditFault } from './change.ts';
import { type FileFault, MAX_FILES, MAX_SCENARIO_BYTES, MAX_TOTAL_BYTES } from './files.ts';
import type { BadLink } from './link.ts';

type Words<Name extends string> = Readonly<Record<Locale, Readonly<Record<Name, string>>>>;

export const badLinks: Words<Exclude<BadLink, 'absent'>> = {
  en: {
    incomplete: 'This link is incomplete (some chat apps cut links). Ask for the file.',
    damaged:
      'This link was changed on its way: its check sum does not fit. Ask for it again, or for the file.',
    'too large': 'This link holds more than any scenario can. It was not opened.',
    newer: 'This link was made with a newer version of Seedbed than the one on this page.',
    'unknown preset': 'This link starts from a scenario that is not in this gallery. Ask for the file.',
    'preset changed':
      'The gallery scenario that this link starts from has changed since, and the changes no longer fit it. Ask for the file.',
    refused: 'This link holds something that no page of Seedbed makes. It was not opened.',
  },
  'zh-CN': {
    incomplete: '链接不完整（有些聊天软件会截断链接）。请向对方索要文件。',
    damaged: '链接在传递途中被改动：校验和不符。请让对方重新发送，或索要文件。',
    'too large': '链接的内容超出任何情景的上限，未打开。',
    newer: '该链接由更新版本的 Seedbed 生成，本页面的版本较旧。',
    'unknown preset': '该链接所依据的情景不在本站的情景库中。请向对方索要文件。',
    'preset changed': '该链接所依据的情景后来有了改动，链接中的修改已无法套用。请向对方索要文件。',
    refused: '链接中含有 Seedbed 页面不会生成的内容，未打开。',
  },
};

/** Said beside a bad link, and of a link that is read but old. */
export const linkWords: Words<'openedPreset' | 'presetChanged' | 'long' | 'file' | 'query'> = {
  en: {
    openedPreset: 'Opened the gallery scenario as it is.',
    presetChanged:
      'The gallery scenario that this link starts from has changed since. What you see is the changes of the link on the scenario of today.',
    long: 'This link has {length} characters. Some chat apps cut links of that length.',
    file: 'This link has {length} characters, more than many chat apps let pass. Send the file instead.',
    query:
      'This form survives apps that drop what follows a #. Whoever hosts this site can then see the scenario.',
  },
  'zh-CN': {
    openedPreset: '已打开情景库中的原始情景。',
    presetChanged: '该链接所依据的情景后来有了改动。您看到的是把链接中的修改套用到现行情景后的结果。',
    long: '该链接有 {length} 个字符，有些聊天软件会截断这么长的链接。',
    file: '该链接有 {length} 个字符，超过许多聊天软件的限度。请改为发送文件。',
    query: '有些软件会丢弃 # 之后的内容，这种形式可以避免。但本站的托管方会因此看到该情景。',
  },
};

export const editFaults: Words<EditFault> = {
  en: {
    unreadable: 'The text cannot be read as a scenario file. Mend the marked lines first.',
    'no place': 'The file has something else in that place. Change it in the text.',
    'not allowed': 'This name or value is not allowed in a scenario file.',
    'no such arm': 'There is no such arm any more.',
    'last arm': 'A scenario needs at least one arm.',
    'too many arms': 'A scenario has at most 20 arms.',
    'bad name': 'An arm needs a name of 1 to 60 characters.',
  },
  'zh-CN': {
    unreadable: '文本无法作为情景文件读取，请先修正标出的行。',
    'no place': '文件在这个位置写有别的内容，请在文本中修改。',
    'not allowed': '情景文件中不允许使用这个名称或值。',
    'no such arm': '该方案已不存在。',
    'last arm': '一个情景至少要有一个方案。',
    'too many arms': '一个情景最多可有 20 个方案。',
    'bad name': '方案名称须为 1 至 60 个字符。',
  },
};

const fileFaults: Words<FileFault> = {
  en: {
    none: 'There was no file in that. Drop a scenario (.yaml or .json), or results of seedbed compare or seedbed run.',
    'too many': 'That is more than {most} files. Drop one scenario, or the folder of one result.',
    'too large': 'The files together are larger than {mib} MiB.',
    'scenario too large': '{names} is larger than {kib} KiB, the most that a scenario file can have.',
    'several scenarios': 'These are several scenarios: {names}. Open one at a time.',
    'several results': 'These are several results: {names}. Open one at a time.',
    unknown: '{names} is neither a scenario nor a result of seedbed compare or seedbed run.',
    unreadable: '{names} cannot be read. Was it moved, or is it a folder?',
    empty: '{names} is empty.',
  },
  'zh-CN': {
    none: '其中没有文件。请拖入情景文件（.yaml 或 .json），或 seedbed compare、seedbed run 的结果。',
    'too many': '文件超过 {most} 个。请拖入一个情景文件，或一份结果所在的文件夹。',
    'too large': '所有文件合计超过 {mib} MiB。',
    'scenario too large': '{names} 超过 {kib} KiB，即情景文件的大小上限。',
    'several scenarios': '其中有多个情景：{names}。请一次打开一个。',
    'several results': '其中有多份结果：{names}。请一次打开一份。',
    unknown: '{names} 既不是情景，也不是 seedbed compare 或 seedbed run 的结果。',
    unreadable: '{names} 无法读取。它是否已被移走，或者是一个文件夹？',
    empty: '{names} 是空文件。',
  },
};

/** Names are shown up to this many, and as long. */
const MOST_NAMES = 3;
const MOST_LETTERS = 60;

/** What is wrong with files that were picked, in one or two sentences. */
export function fileFaultText(fault: FileFault, names: readonly string[], locale: Locale): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => {
    const visible = name.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');
    return visible.length > MOST_LETTERS ? `${visible.slice(0, MOST_LETTERS)}…` : visible;
  });
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'long' });
  const all = names.length > MOST_NAMES ? [...shown, '…'] : shown;
  const slots = {
    names: list.format(all),
    most: MAX_FILES,
    mib: MAX_TOTAL_BYTES / 1024 / 1024,
    kib: MAX_SCENARIO_BYTES / 1024,
  };
  return fill(fileFaults[locale][fault], slots, locale);
}
