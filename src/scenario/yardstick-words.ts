/** What can be wrong with a yardstick, in both languages. */
import type { OwnText } from './scenario.ts';

const both = (en: string, chinese: string): OwnText => ({ en, 'zh-CN': chinese });

export const yardstickWords = {
  notFixed: both(
    'must be fixed where there is a yardstick: a law holds for settled numbers; got {got}',
    '有 yardstick 时须为 fixed：定律只对确定的数值成立；现为 {got}',
  ),
  plainNumber: both('must be a plain number; got {got}', '须为普通数值；现为 {got}'),
  noLess: both('must be at least 0; got {got}', '须至少为 0；现为 {got}'),
  wholeDay: both(
    'must be a day from 1 to {days}, the horizon; got {got}',
    '须为第 1 天到第 {days} 天（时长）之间的整数天；现为 {got}',
  ),
  beforeOn: both(
    'must be before on, which is day {on}; got day {from}',
    '须早于 on（第 {on} 天）；现为第 {from} 天',
  ),
  needsOn: both('needs `on`, the day at which it ends', '需要 `on`，即截止的那一天'),
  needsFrom: both('needs `from` and `on`, the days that it counts', '需要 `from` 与 `on`，即所计的天数'),
  noDays: both(
    'must be a metric with daily values where a day is named; {metric} has one number for the whole run',
    '指明日期时须为有每日数值的指标；{metric}全期只有一个数值',
  ),
  needsBound: both(
    'needs one of {limits}: what the counted worlds have in common; got {given}',
    '需要 {limits} 之一，说明计入的模拟世界有何共同点；现为 {given}',
  ),
  onlyShare: both('belongs to `of: share`', '只用于 `of: share`'),
  otherArm: both('must be another arm than the one that is checked', '须为被检验方案以外的方案'),
  manyArms: both(
    'cannot be given with {other}: a change against an arm is one of means',
    '不能与 {other} 同用：相对另一方案的变化只比较均值',
  ),
  oneLaw: both('must name one law; got {count}', '须写明一条定律；现有 {count} 条'),
  argumentForm: both(
    'must be a number, a path such as `share.reach`, or a list of them whose product counts (`/path` divides); got {got}',
    '须为数值、路径（如 `share.reach`），或由它们组成、取乘积的列表（`/路径` 为除以）；现为 {got}',
  ),
  noPath: both(
    'must be a number or a path with a number; got {got}{hint}',
    '须为数值，或指向数值的路径；现为 {got}{hint}',
  ),
  noSetting: both(
    'must be a path that --set can change; got {got}{hint}',
    '须为 --set 可改的路径；现为 {got}{hint}',
  ),
  lawValue: both('has no value at these numbers ({numbers})', '在这些数值下没有值（{numbers}）'),
  lawBound: both('must be {noun}{bound}; got {got}', '须为{noun}{bound}；现为 {got}'),
  notItsLaw: both(
    "must be what its law gives at the file's own numbers, {value}; got {got}",
    '须为其定律在文件自身数值下的值 {value}；现为 {got}',
  ),
} as const;
