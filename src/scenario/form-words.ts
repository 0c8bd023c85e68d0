/** What can be wrong with the form of a file or a `--set`, in both languages, before its content is looked at. */
import type { OwnText } from './scenario.ts';

const both = (en: string, chinese: string): OwnText => ({ en, 'zh-CN': chinese });

export const formWords = {
  tooLong: both('must be at most 256 KiB; this file is larger', '文件最大 256 KiB；此文件超出'),
  control: both(
    'must be plain text; got control character U+{code}{cure}',
    '须为纯文本；含有控制字符 U+{code}{cure}',
  ),
  anchors: both(
    'anchors (`&name`) are not allowed: write the value out (a text that begins with & needs quotes)',
    '不允许锚点（`&name`）：请直接写出值（以 & 开头的文字要加引号）',
  ),
  aliases: both(
    'aliases (`*name`) are not allowed: write the value out (a text that begins with * needs quotes)',
    '不允许别名（`*name`）：请直接写出值（以 * 开头的文字要加引号）',
  ),
  tags: both(
    'tags (`!type`) are not allowed (a text that begins with ! needs quotes)',
    '不允许标签（`!type`）（以 ! 开头的文字要加引号）',
  ),
  directives: both(
    'directives (`%YAML`) are not allowed (a text that begins with % needs quotes)',
    '不允许指令（`%YAML`）（以 % 开头的文字要加引号）',
  ),
  tooDeep: both('must not be nested deeper than {most}', '嵌套不能超过 {most} 层'),
  tooMany: both('must have at most {most} parts', '最多 {most} 个组成部分'),
  unclosed: both('`{bracket}` is never closed', '`{bracket}` 没有闭合'),
  mergeKeys: both('merge keys (`<<`) are not allowed', '不允许合并键（`<<`）'),
  openQuote: both('a quote ({quote}) is never closed', '引号（{quote}）没有闭合'),
  closesNothing: both('`{bracket}` closes nothing that was opened so', '`{bracket}` 没有对应的开括号'),
  unreadable: both('is not readable as YAML or JSON', '无法作为 YAML 或 JSON 读取'),
  unreadableFrom: both('is not readable as YAML or JSON from here on', '从这里起无法作为 YAML 或 JSON 读取'),
  badKey: both('is not allowed as a name', '不允许用作名称'),
  twice: both('is given twice (first in line {line})', '重复给出（首次在第 {line} 行）'),
  BAD_INDENT: both('indentation does not fit the lines above', '缩进与上文不符'),
  TAB_AS_INDENT: both('tabs cannot indent: use spaces', '不能用制表符缩进：请用空格'),
  MULTILINE_IMPLICIT_KEY: both(
    'a key must stand in one line: does indentation fit, is a colon missing?',
    '键须在一行之内：缩进是否相符，是否漏了冒号？',
  ),
  BLOCK_AS_IMPLICIT_KEY: both(
    'only one `key: value` fits in a line: quote a text with `: ` in it, and see that the next line is not indented deeper',
    '一行只能有一个 `key: value`：含 `: ` 的文字要加引号，并检查下一行是否缩进过深',
  ),
  BLOCK_IN_FLOW: both('between { } or [ ] parts are separated by commas', '{ } 或 [ ] 之内各部分以逗号分隔'),
  MISSING_CHAR: both(
    'a colon, comma, quote, bracket or space is missing',
    '缺少冒号、逗号、引号、括号或空格',
  ),
  BAD_DQ_ESCAPE: both(
    'unknown escape after \\ in a quoted text: use single quotes, or \\\\',
    '引号内的 \\ 之后无法识别：请用单引号，或 \\\\',
  ),
  BAD_SCALAR_START: both(
    'a plain text cannot begin with this character: put it in quotes',
    '文字不能以此字符开头：请加引号',
  ),
  UNEXPECTED_TOKEN: both(
    'something here does not belong: check indentation, quotes, brackets and colons around it',
    '此处有多余的内容：请检查附近的缩进、引号、括号和冒号',
  ),
  NON_STRING_KEY: both('keys must be plain text', '键须为普通文字'),
  MULTIPLE_DOCS: both(
    'one file holds one scenario: remove `---` and what follows',
    '一个文件只含一个情景：请删去 `---` 及其后的内容',
  ),
  KEY_OVER_1024_CHARS: both(
    'a key has over 1,024 characters: is a colon or a quote missing?',
    '键超过 1,024 个字符：是否漏了冒号或引号？',
  ),
  setForm: both(
    'must be PATH=VALUE, such as tactics.ads.load=5 per hour',
    '须为 路径=值，如 tactics.ads.load=5 per hour',
  ),
  setLong: both('has a path of more than 20 steps', '的路径超过 20 级'),
  setKey: both('{name} is not allowed as a name', '{name} 不允许用作名称'),
  setValue: both('has a value that is not readable: {fault}', '的值无法读取：{fault}'),
  noPosition: both('{at} is a mapping and has no position {key}', '{at} 是映射，没有位置 {key}'),
  noParts: both('{at} is {got} and has no parts', '{at} 为 {got}，没有下级'),
  fewItems: both('{at} has {count} items, counted from 0', '{at} 有 {count} 项，从 0 数起'),
  noneNamed: both('{at} has nothing named {name}{hint}', '{at} 中没有名为 {name} 的项{hint}'),
} as const;
