/**
 * What people read and type in an input, in English and Chinese. Files speak English (`print.ts`, `units.ts`): Chinese is
 * put into those words before it is read, and a value is put into Chinese after it was written.
 */
import type { Locale } from '../report/format.ts';
import { printDecimal, readDecimal } from './decimal.ts';
import type { Parameter } from './parameter.ts';
import { printValue } from './print.ts';
import type { Value } from './scenario.ts';

/** What may follow "per", and what follows 每. */
const spans: ReadonlyMap<string, string> = new Map([
  ['hour', '小时'],
  ['day', '天'],
  ['week', '周'],
  ['month', '月'],
  ['year', '年'],
  ['visit', '次访问'],
  ['view', '次浏览'],
  ['active day', '活跃日'],
]);

const lengths: readonly (readonly [chinese: RegExp, english: string])[] = [
  [/小时$/, 'hours'],
  [/[天日]$/, 'days'],
  [/(?:周|星期|礼拜)$/, 'weeks'],
  [/个?月$/, 'months'],
  [/年$/, 'years'],
];

/** A value as people read it. */
export function printFor(parameter: Parameter, value: Value, currency: string, locale: Locale): string {
  const { kind, optionLabels = [] } = parameter;
  const { amount } = value;
  if (kind === 'choice' && typeof amount === 'number' && optionLabels[amount])
    return optionLabels[amount][locale];
  const text = printValue(parameter, value, currency);
  return locale === 'en' ? text : inChinese(text, parameter, currency);
}

/** The same for pages that are read, not typed in: thousands are grouped. */
export const readFor = (parameter: Parameter, value: Value, currency: string, locale: Locale): string =>
  printFor(parameter, value, currency, locale).replace(/(?<![\d.])\d{4,}/g, (digits) =>
    digits.replace(/(?=(?:\d{3})+$)(?!^)/g, ','),
  );

function inChinese(text: string, { kind }: Parameter, currency: string): string {
  if (kind === 'switch') return text === 'on' ? '开' : '关';
  const match = /^(.*?\d%?) ([A-Za-z ]+)$/.exec(text);
  const [numbers, unit] = match === null ? [text, ''] : match.slice(1);
  const figures = numbers.replace(' to ', ' 至 ');
  if (unit === 'day' || unit === 'days') return `${figures} 天`;
  if (unit === currency) return currency === 'CNY' ? `${figures} 元` : `${figures} ${unit}`;
  const span = unit.startsWith('per ') ? spans.get(unit.slice(4)) : undefined;
  if (span !== undefined) return `每${span} ${figures}${kind === 'load' ? ' 条' : ''}`;
  return unit === '' ? figures : `${figures} ${unit}`;
}

/** What somebody typed, in the words of a file: full-width signs, Chinese units, 万, thousands with a comma. */
export function fileWords(typed: string, parameter: Parameter, currency: string): string {
  const text = typed.normalize('NFKC').trim().slice(0, 200);
  if (parameter.kind === 'choice') return optionNamed(text, parameter);
  if (/^(?:开|打开|开启|是)$/.test(text)) return 'on';
  if (/^(?:关|关闭|否)$/.test(text)) return 'off';
  const plain = text.replace(/(\d),(?=\d{3}(?!\d))/g, '$1').replace(/。/g, '.');
  const ends = plain.split(/\s*(?:至|到)\s*/);
  if (ends.length === 1) return amountInFileWords(plain, currency);
  const per = /^每\S*?(?=[\s\d.+-])|^每次访问|^每活跃日/.exec(ends[0])?.[0];
  const shared = per === undefined ? ends : [ends[0], `${per} ${ends[1]}`];
  return shared.map((end) => amountInFileWords(end.trim(), currency)).join(' to ');
}

function optionNamed(text: string, { options = [], optionLabels = [] }: Parameter): string {
  const wanted = text.toLowerCase();
  const index = optionLabels.findIndex((label) =>
    Object.values(label).some((name) => name.toLowerCase() === wanted),
  );
  return options[index] ?? text;
}

function amountInFileWords(text: string, currency: string): string {
  const per =
    /^每\s*(\D+?)\s*([\d.+-].*)$/.exec(text) ?? swapped(/^([\d.+-].*?)\s*(?:\/|每)\s*(\D+)$/.exec(text));
  const span = per === null ? undefined : spanNamed(per[1]);
  if (per !== null && span !== undefined) return `${bare(per[2])} per ${span}`;
  const number = withMyriads(text);
  const money = /^(.*\d)\s*(?:元|块|圆|人民币)$/.exec(number) ?? /^¥\s*(\d.*)$/.exec(number);
  if (money !== null && currency === 'CNY') return `${money[1]} CNY`;
  for (const [chinese, english] of lengths)
    if (chinese.test(number)) return `${number.replace(chinese, '').trim()} ${english}`;
  return bare(number);
}

const swapped = (match: RegExpExecArray | null): string[] | null => match && ['', match[2], match[1]];

function spanNamed(chinese: string): string | undefined {
  const wanted = chinese
    .trim()
    .replace(/^个(?=月)/, '')
    .replace('日', '天')
    .replace('星期', '周');
  return [...spans].find(([, name]) => name.replace('日', '天') === wanted)?.[0];
}

/** Without the word that Chinese counts by. */
const bare = (text: string): string => withMyriads(text).replace(/(?<=[\d%])\s*[人条次倍笔张位个]$/, '');

/** `1.5万` is 15000. */
function withMyriads(text: string): string {
  return text.replace(/([\d.]+)\s*([万亿])/g, (whole, number: string, myriad: string) => {
    const value = readDecimal(number, myriad === '万' ? 4 : 8);
    return Number.isNaN(value) ? whole : printDecimal(value);
  });
}
