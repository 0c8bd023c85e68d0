/** What is said of an optimization, in both languages. */
import { say } from '../charts/words.ts';
import type { Locale } from '../format.ts';
import type { Slots } from '../format-message.ts';

const english = {
  kind: 'Best mix',
  better:
    '“{winner}” does better than “{baseline}”: {metric} {mean} on average [{low} .. {high}], better in {share} of worlds.',
  worse:
    '“{winner}” looked best, and is worse than “{baseline}” in other worlds: {metric} {mean} on average [{low} .. {high}], better in {share} of worlds.',
  open: 'Whether “{winner}” does better than “{baseline}” stays open: {metric} {mean} on average [{low} .. {high}], better in {share} of worlds.',
  same: 'No difference that matters: “{winner}” against “{baseline}” comes to {metric} {mean} on average [{low} .. {high}].',
  baseline:
    'No mix that keeps every limit did better than the baseline “{baseline}” where mixes were chosen: stay with it.',
  alike: 'No difference that matters: no mix that was left differs from the baseline “{baseline}”.',
  none: 'No mix keeps every limit, the baseline “{baseline}” included.',
  matters: 'Less than {matters} does not matter.',
  fresh:
    'These figures are from {report} worlds in which nothing was chosen. In the {race} worlds of the race the same mix looked like {chosen}: {shrinkage} of that was the luck of the chosen.',
  freshPlain:
    'These figures are from {report} worlds in which nothing was chosen. In the {race} worlds of the race the same mix looked like {chosen}, so luck did not flatter it.',
  spends: 'It spends {spending} on average, in 19 of 20 worlds at most {high}; the baseline {baseline}.',
  budget: 'The budget of {budget} is exceeded in {share} of worlds ({held}).',
  limit: 'Guardrail {metric}: beyond its limit in {share} of worlds ({held}).',
  unknown: 'Guardrail {metric}: no world has a number, so it does not hold.',
  held: 'holds',
  broken: 'does NOT hold',
  raceOne: 'The race ended after {worlds} of {most} worlds: one mix was left.',
  raceNone: 'The race ended after {worlds} of {most} worlds: no mix was left, as each surely breaks a limit.',
  raceWorlds:
    'The race used its {worlds} worlds up; {left, plural, one {one mix was} other {# mixes were}} left.',
  raceStopped:
    'The time was over after {worlds} of {most} worlds of the race; {left, plural, one {one mix was} other {# mixes were}} left.',
  effort:
    'It took {used} results; every mix in all its worlds would have taken {full}, {times} times as many.',
  tableTitle: 'Those that were left, against “{baseline}” in {worlds} worlds that chose nothing: {metric}',
  mix: 'mix',
  chosen: 'in the race',
  mean: 'mean',
  range: '[95% range]',
  share: 'better in',
  spending: 'spends',
  limits: 'limits',
  outWorse: 'surely worse than “{by}”',
  outDominated: 'surely worse than “{by}” in both',
  outBroken: 'breaks the limit of {by}',
  stayed: 'left',
  leftOut: '{name} was left out: {why}.',
  moreLeftOut: '{count, plural, one {and one more} other {and # more}} left out.',
  sameMixes:
    '{count, plural, one {One mix comes to the same as another and was} other {# mixes come to the same as another and were}} not run twice.',
  frontTitle: 'Not surely beaten in both {metric} and {against}',
  front:
    '{count, plural, one {One mix is} other {# mixes are}} not surely beaten by another in both {metric} and {against}',
  frontAbout:
    'Mean difference to “{baseline}” with 95% ranges, in worlds that chose nothing: {metric} to the right, {against} up',
  frontAxis: '{against}, up; {metric}, to the right',
  raceTitle: '“{winner}” was left of {count} mixes',
  raceTitleOpen: 'No mix keeps every limit',
  raceAbout: 'Worlds that each mix ran before it was surely out; bars to the end were left',
  worldsShort: '{count} worlds',
  ran: 'worlds of the race',
  fate: 'what became of it',
  raceSection: 'The race',
  seed: 'Seed',
  digest: 'Digest',
  command: 'Command',
  version: 'Version',
  provenance: 'Where this comes from',
  how: 'Mixes were chosen in the even twins of worlds and reported in the odd ones. Ranges hold 95% of the time for the mean over worlds of the model, not for the real community.',
} as const;

const chinese: Record<keyof typeof english, string> = {
  kind: '最佳组合',
  better: '“{winner}”优于“{baseline}”：{metric}平均 {mean} [{low} .. {high}]，在 {share} 的模拟世界中更好。',
  worse:
    '“{winner}”在选择时看上去最好，但在其他模拟世界中不如“{baseline}”：{metric}平均 {mean} [{low} .. {high}]，在 {share} 的模拟世界中更好。',
  open: '“{winner}”是否优于“{baseline}”尚无定论：{metric}平均 {mean} [{low} .. {high}]，在 {share} 的模拟世界中更好。',
  same: '没有要紧的差别：“{winner}”与“{baseline}”相比，{metric}平均 {mean} [{low} .. {high}]。',
  baseline: '在选择用的模拟世界中，没有守住全部限制的组合优于基准“{baseline}”：维持现状即可。',
  alike: '没有要紧的差别：留到最后的组合与基准“{baseline}”没有不同。',
  none: '没有任何组合守住全部限制，基准“{baseline}”也不例外。',
  matters: '小于 {matters} 的差别不算数。',
  fresh:
    '以上数字来自未参与选择的 {report} 个模拟世界。在用于选择的 {race} 个模拟世界中，同一组合看上去是 {chosen}：其中 {shrinkage} 是入选者的运气。',
  freshPlain:
    '以上数字来自未参与选择的 {report} 个模拟世界。在用于选择的 {race} 个模拟世界中，同一组合看上去是 {chosen}，并未因运气而虚高。',
  spends: '平均支出 {spending}，二十个模拟世界中有十九个不超过 {high}；基准为 {baseline}。',
  budget: '在 {share} 的模拟世界中超出 {budget} 的预算（{held}）。',
  limit: '护栏指标{metric}：在 {share} 的模拟世界中越线（{held}）。',
  unknown: '护栏指标{metric}：没有模拟世界给出数字，因此视为未守住。',
  held: '守住',
  broken: '未守住',
  raceOne: '竞速在 {worlds}/{most} 个模拟世界后结束：只剩一个组合。',
  raceNone: '竞速在 {worlds}/{most} 个模拟世界后结束：每个组合都确定突破限制，一个不剩。',
  raceWorlds: '竞速用完了 {worlds} 个模拟世界；还剩 {left} 个组合。',
  raceStopped: '时间用完时竞速进行到 {worlds}/{most} 个模拟世界；还剩 {left} 个组合。',
  effort: '共用 {used} 个结果；若每个组合都跑满所有模拟世界，需要 {full} 个，是其 {times} 倍。',
  tableTitle: '留到最后的组合，在未参与选择的 {worlds} 个模拟世界中与“{baseline}”相比：{metric}',
  mix: '组合',
  chosen: '竞速中',
  mean: '平均',
  range: '[95% 区间]',
  share: '更优概率',
  spending: '支出',
  limits: '限制',
  outWorse: '确定不如“{by}”',
  outDominated: '两项都确定不如“{by}”',
  outBroken: '突破{by}的限制',
  stayed: '留到最后',
  leftOut: '{name} 未参加：{why}。',
  moreLeftOut: '另有 {count} 个未参加。',
  sameMixes: '有 {count} 个组合与另一个结果相同，没有重复运行。',
  frontTitle: '{metric}与{against}两项都未被确定胜过',
  front: '有 {count} 个组合在{metric}与{against}上没有被另一个确定地同时胜过',
  frontAbout: '在未参与选择的模拟世界中与“{baseline}”的平均差及 95% 区间：横向为{metric}，纵向为{against}',
  frontAxis: '纵向：{against}；横向：{metric}',
  raceTitle: '{count} 个组合中留下“{winner}”',
  raceTitleOpen: '没有组合守住全部限制',
  raceAbout: '每个组合在确定出局之前跑过的模拟世界数；到头的是留到最后的',
  worldsShort: '{count} 个模拟世界',
  ran: '竞速的模拟世界数',
  fate: '结局',
  raceSection: '竞速',
  seed: '种子',
  digest: '摘要',
  command: '命令',
  version: '版本',
  provenance: '出处',
  how: '组合在偶数号的孪生世界中选出，在奇数号的孪生世界中报告。区间针对模型中各模拟世界的平均，95% 的时候成立；它说的不是真实社区。',
};

export type OptimisePhrase = keyof typeof english;

export const optimisePhrases = { en: english, 'zh-CN': chinese } as const;

export const optimisePhrase = (name: OptimisePhrase, locale: Locale, slots: Slots = {}): string =>
  say(optimisePhrases[locale][name], slots, locale);
