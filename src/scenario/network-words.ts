/** What can be wrong with a network file, in Chinese. `population/edge-list*.ts` find it and say it in English. */
import type { Locale } from '../report/format.ts';
import { recognizer } from './recognize.ts';
import { filled } from './tell.ts';

const columns = 'the first line must name the columns, as in source,target';

/** The English sentence, and the Chinese one. */
const rules: readonly (readonly [en: string, chinese: string])[] = [
  ['the file is in UTF-16; save it as UTF-8', '文件为 UTF-16 编码；请存为 UTF-8'],
  ['the file is empty', '文件为空'],
  ['there are no people in the file', '文件中没有人'],
  ['a file may hold {count} ties, and this has more', '一个文件最多 {count} 条关系，此文件超出'],
  ['a file may hold {count} people, and this has more', '一个文件最多 {count} 人，此文件超出'],
  ['a line may hold {most} characters; got {length}', '一行最多 {most} 个字符；现有 {length} 个'],
  ['a tie needs two people on a line', '一条关系须在一行中写出两个人'],
  [`${columns}, and no person of the file`, '首行须为列名，如 source,target，而不是文件中的人'],
  [columns, '首行须为列名，如 source,target'],
  ['a NUL character stands in the line; is this a text file?', '该行含有 NUL 字符；这是文本文件吗？'],
  ['a carriage return stands in the line; end lines with LF or CRLF', '行中含有回车符；请以 LF 或 CRLF 换行'],
  ['a character is not UTF-8; save the file as UTF-8', '有字符不是 UTF-8；请将文件存为 UTF-8'],
  ['a line may hold {most} fields', '一行最多 {most} 个字段'],
  ['a quote must end on the line where it begins', '引号须在同一行内闭合'],
  ['a space must follow a quoted field', '带引号的字段后须有空格'],
  ['a comma must follow a quoted field', '带引号的字段后须有逗号'],
  ['a semicolon must follow a quoted field', '带引号的字段后须有分号'],
  ['a tab must follow a quoted field', '带引号的字段后须有制表符'],
  ['text must not stand outside of the first element', '文字不能出现在首个元素之外'],
  ['only one element may stand on its own', '只能有一个最外层元素'],
  ['elements may stand {most} deep in each other', '元素最多嵌套 {most} 层'],
  ['<{name}> is not closed', '<{name}> 没有闭合'],
  ['there is no element in the file', '文件中没有元素'],
  ['{begin} must end with {finish}', '{begin} 须以 {finish} 结束'],
  [
    'a network file must not declare anything (<!DOCTYPE, <!ENTITY)',
    '关系网文件不能含有声明（<!DOCTYPE、<!ENTITY）',
  ],
  ['there is nothing to close here', '此处没有可闭合的元素'],
  ['</{name}> must stand here', '此处须为 </{name}>'],
  ['a name must follow <', '< 之后须为名称'],
  [
    'only &amp; &lt; &gt; &quot; &apos; and numbered characters may follow &',
    '& 之后只能是 &amp;、&lt;、&gt;、&quot;、&apos; 或数字编号的字符',
  ],
  ['<{name}> must have an attribute only once', '<{name}> 的同一属性只能出现一次'],
  ['<{name}> must go on with name="value" or end with >', '<{name}> 之后须为 name="value"，或以 > 结束'],
  [
    'a network file in XML is GraphML or GEXF and begins with that element',
    'XML 关系网文件须为 GraphML 或 GEXF，并以相应元素开头',
  ],
  ['a tie has two people; a hyperedge cannot be read', '一条关系有两个人；无法读取 hyperedge'],
  ['a node needs an id', '节点须有 id'],
  ['every node needs an id of its own', '每个节点的 id 不能重复'],
  ['an edge needs a source', '边须有 source'],
  ['an edge needs a target', '边须有 target'],
  ['an edge must name the ids of two nodes', '边须写出两个节点的 id'],
  ['and {count} more problem', '另有 {count} 个问题'],
  ['and {count} more problems', '另有 {count} 个问题'],
];

const recognize = recognizer(rules.map(([en, chinese]) => ({ en, 'zh-CN': chinese })));

/** A problem of a network file in the reader's language; in English where it is none of these. */
export function networkProblemIn(message: string, locale: Locale): string {
  if (locale === 'en') return message;
  const whole = recognize(message);
  if (whole) return filled(whole.message[locale], whole.slots, locale);
  const at = message.indexOf('; got ');
  const rule = at < 0 ? null : recognize(message.slice(0, at));
  return rule
    ? `${filled(rule.message[locale], rule.slots, locale)}；现为 ${message.slice(at + 6)}`
    : message;
}
