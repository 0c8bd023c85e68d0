/**
 * What somebody should know who reads the results: remarks of validation, of worlds and of the comparison. Results keep
 * them as English sentences (the JSON of `compare`, files of worlds), so `remarkIn` finds the sentence again that a
 * remark was made from and says it in the reader's language, whoever made the file.
 */
import { findMetric } from '../metrics/definitions.ts';
import type { Locale } from '../report/format.ts';
import { recognizer } from './recognize.ts';
import type { OwnText } from './scenario.ts';
import { filled, type Slots } from './tell.ts';

const both = (en: string, chinese: string): OwnText => ({ en, 'zh-CN': chinese });

const words = {
  prospects: both('community.prospects is 0: nobody can join', 'community.prospects 为 0：没有人可以加入'),
  load: both(
    'tactics.{name}.load reaches {load} ads per hour of use: results beyond {most}, the most that was tested, are extrapolated',
    'tactics.{name}.load 达到每使用小时 {load} 条广告：超过实测上限 {most} 条，结果属于外推',
  ),
  late: both(
    'tactics.{name} begins on day {from}, after the {days} days of the run',
    'tactics.{name} 第 {from} 天才开始，晚于全程 {days} 天',
  ),
  nobody: both(
    'tactics.{name}.to.{end} is {value}: it is for nobody',
    'tactics.{name}.to.{end} 为 {value}：不面向任何人',
  ),
  never: both(
    'tactics.{name}.to.{end} is met by nobody: none of those whom {tactic} can reach can be so',
    'tactics.{name}.to.{end} 无人符合：{tactic} 触及的人都不可能满足',
  ),
  always: both(
    'tactics.{name} lasts {lasts} days of every {every}: it acts on all days',
    'tactics.{name} 每 {every} 天持续 {lasts} 天：等于每天都实施',
  ),
  startsLate: both(
    'tactics.{name}.starts looks back over {over} days and the tactic ends on day {until}: it never begins',
    'tactics.{name}.starts 要回看 {over} 天，而策略第 {until} 天就结束：永远不会开始',
  ),
  stopsLate: both(
    'tactics.{name}.stops looks back over {over} days and the tactic ends on day {until}: it never stops it',
    'tactics.{name}.stops 要回看 {over} 天，而策略第 {until} 天就结束：永远不会触发',
  ),
  idle: both(
    '{flag} changes nothing: every arm gives its own {path}',
    '{flag} 不起作用：每个方案都自定了 {path}',
  ),
  posteriorIdle: both(
    'posterior: {path} changes nothing: every arm has a plain number there',
    'posterior：{path} 不起作用：每个方案在此都给出了确定的数值',
  ),
  /** Said by `engine/simulate.ts`. */
  grownUp: both(
    'over {share} of prospects had joined: growth was at its ceiling, so more prospects would change the result',
    '超过 {share} 的潜在成员已加入：增长已触顶，潜在成员更多时结果会改变',
  ),
  short: both('there was no staff left for tactics.{name} on some days', 'tactics.{name} 有些天没有可用人手'),
  spent: both('the budget of tactics.{name} came to its end', 'tactics.{name} 的预算已用尽'),
  unfinished: both(
    'Only {count} of {worlds} worlds are finished in every arm.',
    '{worlds} 个模拟世界中，各方案均完成的只有 {count} 个。',
  ),
  unchecked: both(
    'Guardrail {metric} could not be checked for arm {arm}: no world gives a number, so it is not held.',
    '无法检查方案“{arm}”的护栏指标{metric}：没有模拟世界给出数值，视为未守住。',
  ),
  nearNought: both(
    "The baseline's {metric} may be near 0, so a part of it says little: give the smallest difference that matters {unit}. Meanwhile {percent}% of the baseline's median is used, and differences are amounts.",
    '基准的{metric}可能接近 0，按比例比较意义不大：请{unit}给出有意义的最小差异。目前暂用基准中位数的 {percent}%，差异以绝对量表示。',
  ),
} as const;

/** Around a remark: whose it is, and in how many worlds. */
const ofArm = both('{arm}: {remark}', '{arm}：{remark}');
const inWorlds = both(
  '{remark} (in {count} of {worlds} worlds)',
  '{remark}（{worlds} 个模拟世界中的 {count} 个）',
);

/** A remark as results keep it. */
export const remark = (name: keyof typeof words, slots: Slots = {}): string =>
  filled(words[name].en, slots, 'en');

/** A remark of one arm. */
export const remarkOfArm = (arm: string, text: string): string =>
  filled(ofArm.en, { arm, remark: text }, 'en');

/** A remark that some of the worlds make. */
export const remarkInWorlds = (text: string, count: number, worlds: number): string =>
  filled(inWorlds.en, { remark: text, count, worlds }, 'en');

const recognize = recognizer(Object.values(words));

/** A remark in the reader's language; in English where it is none of ours. `armLabel` gives an arm another name. */
export function remarkIn(
  text: string,
  locale: Locale,
  armLabel: (name: string) => string = (name) => name,
): string {
  return locale === 'en' ? text : (translated(text, locale, armLabel) ?? text);
}

type ArmLabel = (name: string) => string;

/** Longer texts are no remarks of ours. */
const MAX_LENGTH = 2000;

function translated(text: string, locale: Locale, armLabel: ArmLabel): string | null {
  const found = recognize(text);
  if (found !== null) {
    const slots = Object.entries(found.slots).map(([name, value]) => [
      name,
      inLanguage(name, value, locale, armLabel),
    ]);
    return filled(found.message[locale], Object.fromEntries(slots), locale);
  }
  if (text.length > MAX_LENGTH) return null;
  const [, inner, count, worlds] = /^(.*) \(in (\d+) of (\d+) worlds\)$/s.exec(text) ?? [];
  const counted = inner === undefined ? null : translated(inner, locale, armLabel);
  if (counted !== null) return filled(inWorlds[locale], { remark: counted, count, worlds }, locale);
  return afterName(text, locale, armLabel);
}

/** A name may have a colon in it, too: what stands before the first remark of ours. */
function afterName(text: string, locale: Locale, armLabel: ArmLabel): string | null {
  for (let at = text.indexOf(': '); at >= 0; at = text.indexOf(': ', at + 1)) {
    const rest = text.slice(at + 2);
    const found = recognize(rest) && translated(rest, locale, armLabel);
    if (found !== null)
      return filled(ofArm[locale], { arm: armLabel(text.slice(0, at)), remark: found }, locale);
  }
  return null;
}

/** What stands in a slot, as far as it has words of ours. */
function inLanguage(name: string, value: string, locale: Locale, armLabel: ArmLabel): string {
  if (name === 'metric') return findMetric(value)?.label[locale] ?? value;
  if (name === 'arm') return armLabel(value);
  if (name !== 'unit' || locale === 'en') return value;
  const currency = /^in ([A-Z]{3})$/.exec(value)?.[1];
  if (currency !== undefined) return `以 ${currency} `;
  return value === 'in points' ? '以百分点' : '以数值';
}
