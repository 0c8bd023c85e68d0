/** The verdict's words in Chinese: full-width punctuation; spaces beside numbers and Latin letters are set by `say`. */
import type { Messages } from './messages.en.ts';

export const zhCN: Messages = {
  'status.recommend': '建议采用',
  'status.talk-it-over': '需要讨论',
  'status.dont': '不建议',
  'status.practically-the-same': '基本相同',
  'status.early': '初步估计',
  headline: '{status}：{sentence}',

  'metric.sum': '{horizonBefore}{metric}',
  'metric.last': '{horizon}后的{metric}',
  'metric.mean': '{horizon}平均{metric}',
  'metric.state': '{metric}',
  'amount.monthly': '每月{amount}',
  'assumption.about': '{label}（{path}）',
  unchanged: '不变',

  ahead:
    '在本模型中，“{arm}”在{metric}上以{chance}的概率胜过“{baseline}”（{worlds}个配对模拟世界中有{count}个领先，±{margin}个百分点）。',
  behind:
    '在本模型中，“{arm}”在{metric}上以{chance}的概率不如“{baseline}”（{worlds}个配对模拟世界中有{count}个落后，±{margin}个百分点）。',
  'behind.earning':
    '在本模型中，“{arm}”的{metric}以{chance}的概率低于“{baseline}”（{worlds}个配对模拟世界中有{count}个落后，±{margin}个百分点）。',
  'ahead.halves':
    '用一半模拟世界挑选、另一半检验，在本模型中领先的方案（“{even}”或“{odd}”）在{metric}上以{chance}的概率胜过“{baseline}”（{worlds}个配对模拟世界中有{count}个领先，±{margin}个百分点）。',
  'behind.halves':
    '用一半模拟世界挑选、另一半检验，在本模型中领先的方案（“{even}”或“{odd}”）在{metric}上以{chance}的概率不如“{baseline}”（{worlds}个配对模拟世界中有{count}个落后，±{margin}个百分点）。',
  identical: '在本模型中，“{arm}”与“{baseline}”在全部{worlds}个配对模拟世界中的{metric}完全相同。',
  same: '在本模型中，“{arm}”与“{baseline}”在{metric}上的差异以{chance}的概率小于{matters}（共{worlds}个配对模拟世界）。',
  'same.halves':
    '用一半模拟世界挑选、另一半检验，在本模型中领先的方案（“{even}”或“{odd}”）与“{baseline}”在{metric}上的差异以{chance}的概率小于{matters}（共{worlds}个配对模拟世界）。',
  'same.advice': '选成本更低或对成员更友善的那个即可。',
  'early.ahead':
    '本模型目前倾向于“{arm}”而非“{baseline}”（按{metric}判断）：目前概率为{low}至{high}，已完成{worlds}个配对模拟世界，得出结论需要{needed}个。',
  'early.behind':
    '本模型目前倾向于“{baseline}”而非“{arm}”（按{metric}判断）：目前概率为{low}至{high}，已完成{worlds}个配对模拟世界，得出结论需要{needed}个。',
  'early.open':
    '本模型目前在“{arm}”与“{baseline}”之间尚无倾向（按{metric}判断）：“{arm}”更好的概率目前为{low}至{high}，已完成{worlds}个配对模拟世界，得出结论需要{needed}个。',
  'early.halves':
    '本模型目前对各备选方案尚无倾向（按{metric}判断）：两半模拟世界的选择不同，分别是“{even}”和“{odd}”，已完成{worlds}个配对模拟世界，得出结论需要{needed}个。',
  unmeasured: '本模型无法区分“{arm}”与“{baseline}”：没有任何配对模拟世界给出{metric}的数值。',
  directionless: '本模型无法判断“{arm}”与“{baseline}”孰优：{metric}的高低没有好坏之分。',

  'size.relative.monthly': '差异中位数为{median}［{low}，{high}］，约每月{monthly}。',
  'size.monthly': '差异中位数为每月{median}［{low}，{high}］。',
  'size.plain': '差异中位数为{median}［{low}，{high}］。',

  'rail.falls': '护栏指标未守住，{metric}在{chance}的模拟世界中下降超过{limit}。',
  'rail.rises': '护栏指标未守住，{metric}在{chance}的模拟世界中上升超过{limit}。',
  'rail.atLeast': '护栏指标未守住，{metric}在{chance}的模拟世界中低于{limit}。',
  'rail.atMost': '护栏指标未守住，{metric}在{chance}的模拟世界中高于{limit}。',
  'rail.unmeasured': '护栏指标未守住，没有任何模拟世界给出{metric}的数值。',
  'rails.held': '护栏指标均守住：{items}。',
  'rails.some': '护栏指标：{items}。',
  'rails.held.of': '“{arm}”的护栏指标均守住：{items}。',
  'rails.some.of': '“{arm}”的护栏指标：{items}。',
  'rails.item': '{metric}{value}',
  'rails.item.atLeast': '{metric}{value}（不低于{limit}）',
  'rails.item.atMost': '{metric}{value}（不高于{limit}）',
  'rails.item.broken': '{metric}{value}（在{chance}的模拟世界中越过界限）',
  'rails.item.unmeasured': '{metric}无数值',
  'rails.between': '；',

  blocks: '阻碍在于：{sentences}',
  'block.chance.behind': '落后的时候多于领先。',
  'block.chance': '领先得不够稳定，建议采用需要{needed}的概率。',
  'block.size': '至少一半模拟世界达不到{matters}，即有意义的最小差异。',
  'block.halves': '两半模拟世界的选择不同，分别是“{even}”和“{odd}”。',

  choice: '从{alternatives}个备选方案中，用一半模拟世界挑选、另一半检验，以免因运气挑中而高估。',
  'ifWrong.loses.monthly': '若判断有误，预计每月少赚约{amount}。',
  'ifWrong.loses.plain': '若判断有误，预计{metric}变差约{amount}。',
  'ifWrong.misses.monthly': '若判断有误，每月错过约{amount}。',
  'ifWrong.misses.plain': '若判断有误，{metric}错过约{amount}的改善。',
  'weakest.up': '最薄弱的假设：{assumption}；取值越高，“{arm}”相对“{baseline}”越有利。',
  'weakest.down': '最薄弱的假设：{assumption}；取值越高，“{arm}”相对“{baseline}”越不利。',
  'field.ahead': '按本模型推算，同等规模的真实 A/B 测试有{chance}的概率显示“{arm}”领先。',
  'counted.assumptions': '已计入运气和不确定的假设；未计入竞争对手和模型误差。方括号涵盖 90% 的模拟世界。',
  'counted.luck': '只计入运气，所有假设固定不变；未计入竞争对手和模型误差。方括号涵盖 90% 的模拟世界。',
  'luck.low': '离散中运气所占的比例：{luck}。增加模拟世界不会使其收窄；更好的假设数据可以。',
  'luck.middle': '离散中运气所占的比例：{luck}。增加模拟世界不会使其收窄；更好的假设数据可以收窄其余部分。',
  'luck.high': '离散中运气所占的比例：{luck}。增加模拟世界或更好的数据都难以收窄；更大的社群或许可以。',

  'arm.better.relative.monthly':
    '{arm}：{metric}相对“{baseline}”{median}［{low}，{high}］，约每月{monthly}；更好的概率：{chance}。',
  'arm.better.monthly':
    '{arm}：{metric}相对“{baseline}”每月{median}［{low}，{high}］；更好的概率：{chance}。',
  'arm.better.plain': '{arm}：{metric}相对“{baseline}”{median}［{low}，{high}］；更好的概率：{chance}。',
  'arm.unmeasured': '{arm}：在{metric}上没有可与“{baseline}”比较的数值。',
};
