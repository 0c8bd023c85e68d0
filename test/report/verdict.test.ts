/** Golden verdicts: every status, in both languages. They are read, not only compared: keep them true and plain. */
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/analysis/comparison.ts';
import { armLines } from '../../src/report/verdict/arm-lines.ts';
import { verdict } from '../../src/report/verdict/verdict.ts';
import type { Draws } from '../../src/scenario/draws.ts';
import type { Judge, Scenario } from '../../src/scenario/scenario.ts';
import { compare, type Outcome, resultsOf, scenarioWith } from '../analysis/synthetic.ts';

/** Evenly spread over (-1, 1), in another order for each step: luck that needs no generator. */
const wave = (k: number, step: number): number => (((((k + 1) * step) % 1) + 1) % 1) * 2 - 1;
const ownLuck = (world: number) => wave(world, 0.6180339887498949);
const sharedLuck = (world: number) => wave(world, 0.7548776662466927);
const truth = (world: number) => wave(Math.floor(world / 2), 0.8191725133961645);

const draws: Draws = {
  paths: ['tactics.ads.accuracy', 'people.unheard'],
  uniform: (world, path) =>
    (1 + (path === 'people.unheard' ? wave(Math.floor(world / 2), 0.5698402909980532) : truth(world))) / 2,
};

const rails: Judge['guardrails'] = [
  { metric: 'retention90', kind: 'change', limit: 0.02 },
  { metric: 'adsPerMemberWeek', kind: 'change', limit: 0.05 },
  { metric: 'trust', kind: 'atLeast', limit: 0.4 },
];
const judge = (changes: Partial<Judge> = {}): Judge => ({
  metric: 'netRevenue',
  matters: { relative: 0.02 },
  guardrails: rails,
  show: [],
  ...changes,
});

/** A year of about a million: each alternative adds its lead, give or take its swing, and some retention. */
const outcomes =
  (leads: readonly number[], swing: number, retention: readonly number[] = [0, 0.06, 0.1]) =>
  (world: number, arm: number): Outcome => ({
    netRevenue:
      1_000_000 +
      200_000 * sharedLuck(world) +
      (arm === 0 ? 0 : leads[arm - 1] + swing * (0.7 * truth(world) + 0.3 * ownLuck(world + 7 * arm))),
    retention90: 0.5 + 0.02 * sharedLuck(world) + retention[arm] + (arm === 0 ? 0 : 0.02 * ownLuck(world)),
    adsPerMemberWeek: 5,
    trust: 0.6 + 0.05 * sharedLuck(world),
  });

const two = scenarioWith(2, { judge: judge() });
const three = scenarioWith(3, { judge: judge() });
const run = (scenario: Scenario, worlds: number, outcome: ReturnType<typeof outcomes>) =>
  compare(scenario, resultsOf(worlds, scenario.arms.length, outcome), draws);
const text = ({ verdict: { status, text } }: Comparison) => `${status}\n\n${text.en}\n\n${text['zh-CN']}`;

describe('recommend', () => {
  it('says how sure, how much, what it rests on', () => {
    expect(text(run(two, 500, outcomes([150_000], 160_000)))).toMatchInlineSnapshot(`
      "recommend

      Recommend. In this model, “Tailored ads” beats “Blunt ads” on 12-month net revenue with over 99% probability (ahead in 499 of 500 paired worlds, ±1 point). Median +15% [3.4%, 27%], about +¥12K a month.
      Guardrails held: 90-day retention +6 points; ads per member and week unchanged; trust 60% (at least 40%).
      Weakest assumption: targeting accuracy (tactics.ads.accuracy); the higher it is, the better “Tailored ads” does against “Blunt ads”.
      By this model, a real A/B test of this size would show “Tailored ads” ahead 78% of the time.
      Counts luck and uncertain assumptions; not competitors or model error. Brackets span 90% of worlds. Luck's share of the spread: 21%. More worlds do not narrow it; better data on the assumptions would.

      建议采用：在本模型中，“定向广告”在 12 个月净收入上以超过 99% 的概率胜过“硬广”（500 个配对模拟世界中有 499 个领先，±1 个百分点）。差异中位数为 +15%［3.4%，27%］，约每月 +1.2万元。
      护栏指标均守住：90 日留存 +6 个百分点；人均周广告不变；信任 60%（不低于 40%）。
      最薄弱的假设：定向准确率（tactics.ads.accuracy）；取值越高，“定向广告”相对“硬广”越有利。
      按本模型推算，同等规模的真实 A/B 测试有 78% 的概率显示“定向广告”领先。
      已计入运气和不确定的假设；未计入竞争对手和模型误差。方括号涵盖 90% 的模拟世界。离散中运气所占的比例：21%。增加模拟世界不会使其收窄；更好的假设数据可以。"
    `);
  });

  it('says that it was picked from several on one half and measured on the other', () => {
    const found = run(three, 500, outcomes([180_000, -350_000], 80_000));
    expect(text(found)).toMatchInlineSnapshot(`
      "recommend

      Recommend. In this model, “Tailored ads” beats “Blunt ads” on 12-month net revenue with over 99% probability (ahead in 500 of 500 paired worlds, ±1 point). Median +18% [12%, 24%], about +¥15K a month.
      Guardrails held: 90-day retention +6 points; ads per member and week unchanged; trust 60% (at least 40%).
      Weakest assumption: targeting accuracy (tactics.ads.accuracy); the higher it is, the better “Tailored ads” does against “Blunt ads”.
      By this model, a real A/B test of this size would show “Tailored ads” ahead 88% of the time.
      Picked from 2 alternatives on one half of the worlds and measured on the other, so that a lucky pick does not flatter it.
      Counts luck and uncertain assumptions; not competitors or model error. Brackets span 90% of worlds. Luck's share of the spread: 21%. More worlds do not narrow it; better data on the assumptions would.

      建议采用：在本模型中，“定向广告”在 12 个月净收入上以超过 99% 的概率胜过“硬广”（500 个配对模拟世界中有 500 个领先，±1 个百分点）。差异中位数为 +18%［12%，24%］，约每月 +1.5万元。
      护栏指标均守住：90 日留存 +6 个百分点；人均周广告不变；信任 60%（不低于 40%）。
      最薄弱的假设：定向准确率（tactics.ads.accuracy）；取值越高，“定向广告”相对“硬广”越有利。
      按本模型推算，同等规模的真实 A/B 测试有 88% 的概率显示“定向广告”领先。
      从 2 个备选方案中，用一半模拟世界挑选、另一半检验，以免因运气挑中而高估。
      已计入运气和不确定的假设；未计入竞争对手和模型误差。方括号涵盖 90% 的模拟世界。离散中运气所占的比例：21%。增加模拟世界不会使其收窄；更好的假设数据可以。"
    `);
    expect(armLines(found, three, 'en')).toMatchInlineSnapshot(`
      [
        {
          "arm": "none",
          "text": "No ads: 12-month net revenue −35% [−41%, −30%] against “Blunt ads”, about −¥29K a month; better with under 1% probability.",
        },
      ]
    `);
    expect(armLines(found, three, 'zh-CN')).toMatchInlineSnapshot(`
      [
        {
          "arm": "none",
          "text": "无广告：12 个月净收入相对“硬广”−35%［−41%，−30%］，约每月 −2.9万元；更好的概率：不到 1%。",
        },
      ]
    `);
  });
});

describe('talk it over', () => {
  it('names the chance and the guardrail that block', () => {
    const found = run(two, 500, outcomes([60_000], 120_000, [0, -0.012]));
    expect(text(found)).toMatchInlineSnapshot(`
      "talk-it-over

      Talk it over. In this model, “Tailored ads” beats “Blunt ads” on 12-month net revenue with 84% probability (ahead in 418 of 500 paired worlds, ±4 points). Median +5.9% [−2.7%, 15%], about +¥4.9K a month.
      Guardrails: 90-day retention −1.2 points (beyond its limit in 30% of worlds); ads per member and week unchanged; trust 60% (at least 40%).
      What holds it back: It is ahead too seldom for a recommendation, which asks for 95% probability. Guardrail not held: 90-day retention falls by more than 2 points in 30% of worlds.
      If this is wrong, expect to lose about ¥1.6K a month.
      Weakest assumption: targeting accuracy (tactics.ads.accuracy); the higher it is, the better “Tailored ads” does against “Blunt ads”.
      By this model, a real A/B test of this size would show “Tailored ads” ahead 61% of the time.
      Counts luck and uncertain assumptions; not competitors or model error. Brackets span 90% of worlds. Luck's share of the spread: 21%. More worlds do not narrow it; better data on the assumptions would.

      需要讨论：在本模型中，“定向广告”在 12 个月净收入上以 84% 的概率胜过“硬广”（500 个配对模拟世界中有 418 个领先，±4 个百分点）。差异中位数为 +5.9%［−2.7%，15%］，约每月 +4,900 元。
      护栏指标：90 日留存 −1.2 个百分点（在 30% 的模拟世界中越过界限）；人均周广告不变；信任 60%（不低于 40%）。
      阻碍在于：领先得不够稳定，建议采用需要 95% 的概率。护栏指标未守住，90 日留存在 30% 的模拟世界中下降超过 2 个百分点。
      若判断有误，预计每月少赚约 1,600 元。
      最薄弱的假设：定向准确率（tactics.ads.accuracy）；取值越高，“定向广告”相对“硬广”越有利。
      按本模型推算，同等规模的真实 A/B 测试有 61% 的概率显示“定向广告”领先。
      已计入运气和不确定的假设；未计入竞争对手和模型误差。方括号涵盖 90% 的模拟世界。离散中运气所占的比例：21%。增加模拟世界不会使其收窄；更好的假设数据可以。"
    `);
  });

  it('names an effect that is too small', () => {
    expect(text(run(two, 500, outcomes([15_000], 15_500)))).toMatchInlineSnapshot(`
      "talk-it-over

      Talk it over. In this model, “Tailored ads” beats “Blunt ads” on 12-month net revenue with over 99% probability (ahead in 500 of 500 paired worlds, ±1 point). Median +1.5% [0.38%, 2.6%], about +¥1.2K a month.
      Guardrails held: 90-day retention +6 points; ads per member and week unchanged; trust 60% (at least 40%).
      What holds it back: Half the worlds or more fall short of 2%, the smallest difference that matters.
      Weakest assumption: targeting accuracy (tactics.ads.accuracy); the higher it is, the better “Tailored ads” does against “Blunt ads”.
      By this model, a real A/B test of this size would show “Tailored ads” ahead 50% of the time.
      Counts luck and uncertain assumptions; not competitors or model error. Brackets span 90% of worlds. Luck's share of the spread: 21%. More worlds do not narrow it; better data on the assumptions would.

      需要讨论：在本模型中，“定向广告”在 12 个月净收入上以超过 99% 的概率胜过“硬广”（500 个配对模拟世界中有 500 个领先，±1 个百分点）。差异中位数为 +1.5%［0.38%，2.6%］，约每月 +1,200 元。
      护栏指标均守住：90 日留存 +6 个百分点；人均周广告不变；信任 60%（不低于 40%）。
      阻碍在于：至少一半模拟世界达不到 2%，即有意义的最小差异。
      最薄弱的假设：定向准确率（tactics.ads.accuracy）；取值越高，“定向广告”相对“硬广”越有利。
      按本模型推算，同等规模的真实 A/B 测试有 50% 的概率显示“定向广告”领先。
      已计入运气和不确定的假设；未计入竞争对手和模型误差。方括号涵盖 90% 的模拟世界。离散中运气所占的比例：21%。增加模拟世界不会使其收窄；更好的假设数据可以。"
    `);
  });

  it('says when it is behind more often than ahead', () => {
    const found = run(two, 500, outcomes([-40_000], 120_000));
    expect(verdict(found, two, 'en').blocks).toMatchInlineSnapshot(
      `"What holds it back: It is behind more often than ahead. Half the worlds or more fall short of 2%, the smallest difference that matters."`,
    );
    expect(verdict(found, two, 'zh-CN').blocks).toMatchInlineSnapshot(
      `"阻碍在于：落后的时候多于领先。至少一半模拟世界达不到 2%，即有意义的最小差异。"`,
    );
    expect(verdict(found, two, 'en').sentence).toMatchInlineSnapshot(
      `"In this model, “Tailored ads” falls short of “Blunt ads” on 12-month net revenue with 72% probability (behind in 361 of 500 paired worlds, ±5 points). Median −4.1% [−13%, 4.7%], about −¥3.4K a month."`,
    );
  });

  it('names the two arms that the halves of the worlds choose', () => {
    const isEvenTwin = (world: number) => Math.floor(world / 2) % 2 === 0;
    const base = outcomes([150_000, 150_000], 60_000);
    const found = run(three, 500, (world, arm) => {
      const outcome = base(world, arm);
      const bonus = arm > 0 && isEvenTwin(world) === (arm === 1) ? 90_000 : 0;
      return { ...outcome, netRevenue: outcome.netRevenue + bonus };
    });
    expect(text(found)).toMatchInlineSnapshot(`
      "talk-it-over

      Talk it over. Picked on one half of the worlds and measured on the other, the leading alternative (“Tailored ads” or “No ads”) beats “Blunt ads” on 12-month net revenue with over 99% probability in this model (ahead in 500 of 500 paired worlds, ±1 point). Median +15% [11%, 19%], about +¥13K a month.
      Guardrails of “No ads” held: 90-day retention +10 points; ads per member and week unchanged; trust 60% (at least 40%).
      What holds it back: The two halves of the worlds choose differently, “Tailored ads” and “No ads”.
      Weakest assumption: targeting accuracy (tactics.ads.accuracy); the higher it is, the better “No ads” does against “Blunt ads”.
      Counts luck and uncertain assumptions; not competitors or model error. Brackets span 90% of worlds. Luck's share of the spread: 6%. More worlds do not narrow it; better data on the assumptions would.

      需要讨论：用一半模拟世界挑选、另一半检验，在本模型中领先的方案（“定向广告”或“无广告”）在 12 个月净收入上以超过 99% 的概率胜过“硬广”（500 个配对模拟世界中有 500 个领先，±1 个百分点）。差异中位数为 +15%［11%，19%］，约每月 +1.3万元。
      “无广告”的护栏指标均守住：90 日留存 +10 个百分点；人均周广告不变；信任 60%（不低于 40%）。
      阻碍在于：两半模拟世界的选择不同，分别是“定向广告”和“无广告”。
      最薄弱的假设：定向准确率（tactics.ads.accuracy）；取值越高，“无广告”相对“硬广”越有利。
      已计入运气和不确定的假设；未计入竞争对手和模型误差。方括号涵盖 90% 的模拟世界。离散中运气所占的比例：6%。增加模拟世界不会使其收窄；更好的假设数据可以。"
    `);
  });
});

describe("don't", () => {
  it('reads naturally when the arm loses', () => {
    expect(text(run(two, 500, outcomes([-90_000], 95_000)))).toMatchInlineSnapshot(`
      "dont

      Don't. In this model, “Tailored ads” earns less 12-month net revenue than “Blunt ads” with over 99% probability (behind in 500 of 500 paired worlds, ±1 point). Median −9.1% [−16%, −2.1%], about −¥7.6K a month.
      Guardrails held: 90-day retention +6 points; ads per member and week unchanged; trust 60% (at least 40%).
      Weakest assumption: targeting accuracy (tactics.ads.accuracy); the higher it is, the better “Tailored ads” does against “Blunt ads”.
      By this model, a real A/B test of this size would show “Tailored ads” ahead 33% of the time.
      Counts luck and uncertain assumptions; not competitors or model error. Brackets span 90% of worlds. Luck's share of the spread: 21%. More worlds do not narrow it; better data on the assumptions would.

      不建议：在本模型中，“定向广告”的 12 个月净收入以超过 99% 的概率低于“硬广”（500 个配对模拟世界中有 500 个落后，±1 个百分点）。差异中位数为 −9.1%［−16%，−2.1%］，约每月 −7,600 元。
      护栏指标均守住：90 日留存 +6 个百分点；人均周广告不变；信任 60%（不低于 40%）。
      最薄弱的假设：定向准确率（tactics.ads.accuracy）；取值越高，“定向广告”相对“硬广”越有利。
      按本模型推算，同等规模的真实 A/B 测试有 33% 的概率显示“定向广告”领先。
      已计入运气和不确定的假设；未计入竞争对手和模型误差。方括号涵盖 90% 的模拟世界。离散中运气所占的比例：21%。增加模拟世界不会使其收窄；更好的假设数据可以。"
    `);
  });

  it('opens with the guardrail that is broken', () => {
    const found = run(two, 500, outcomes([150_000], 80_000, [0, -0.03]));
    expect(text(found)).toMatchInlineSnapshot(`
      "dont

      Don't. Guardrail not held: 90-day retention falls by more than 2 points in 75% of worlds. In this model, “Tailored ads” beats “Blunt ads” on 12-month net revenue with over 99% probability (ahead in 500 of 500 paired worlds, ±1 point). Median +15% [9.2%, 21%], about +¥12K a month.
      Guardrails: 90-day retention −3 points (beyond its limit in 75% of worlds); ads per member and week unchanged; trust 60% (at least 40%).
      Weakest assumption: targeting accuracy (tactics.ads.accuracy); the higher it is, the better “Tailored ads” does against “Blunt ads”.
      By this model, a real A/B test of this size would show “Tailored ads” ahead 85% of the time.
      Counts luck and uncertain assumptions; not competitors or model error. Brackets span 90% of worlds. Luck's share of the spread: 21%. More worlds do not narrow it; better data on the assumptions would.

      不建议：护栏指标未守住，90 日留存在 75% 的模拟世界中下降超过 2 个百分点。在本模型中，“定向广告”在 12 个月净收入上以超过 99% 的概率胜过“硬广”（500 个配对模拟世界中有 500 个领先，±1 个百分点）。差异中位数为 +15%［9.2%，21%］，约每月 +1.2万元。
      护栏指标：90 日留存 −3 个百分点（在 75% 的模拟世界中越过界限）；人均周广告不变；信任 60%（不低于 40%）。
      最薄弱的假设：定向准确率（tactics.ads.accuracy）；取值越高，“定向广告”相对“硬广”越有利。
      按本模型推算，同等规模的真实 A/B 测试有 85% 的概率显示“定向广告”领先。
      已计入运气和不确定的假设；未计入竞争对手和模型误差。方括号涵盖 90% 的模拟世界。离散中运气所占的比例：21%。增加模拟世界不会使其收窄；更好的假设数据可以。"
    `);
  });
});

describe('practically the same', () => {
  it('says by how little the arms differ', () => {
    expect(text(run(two, 500, outcomes([2_000], 12_000)))).toMatchInlineSnapshot(`
      "practically-the-same

      Practically the same. In this model, “Tailored ads” and “Blunt ads” differ by less than 2% on 12-month net revenue with over 99% probability (500 paired worlds). Median +0.19% [−0.67%, 1.1%], about +¥160 a month. Pick the cheaper or kinder one.
      Guardrails held: 90-day retention +6 points; ads per member and week unchanged; trust 60% (at least 40%).
      Weakest assumption: targeting accuracy (tactics.ads.accuracy); the higher it is, the better “Tailored ads” does against “Blunt ads”.
      By this model, a real A/B test of this size would show “Tailored ads” ahead 50% of the time.
      Counts luck and uncertain assumptions; not competitors or model error. Brackets span 90% of worlds. Luck's share of the spread: 21%. More worlds do not narrow it; better data on the assumptions would.

      基本相同：在本模型中，“定向广告”与“硬广”在 12 个月净收入上的差异以超过 99% 的概率小于 2%（共 500 个配对模拟世界）。差异中位数为 +0.19%［−0.67%，1.1%］，约每月 +160 元。选成本更低或对成员更友善的那个即可。
      护栏指标均守住：90 日留存 +6 个百分点；人均周广告不变；信任 60%（不低于 40%）。
      最薄弱的假设：定向准确率（tactics.ads.accuracy）；取值越高，“定向广告”相对“硬广”越有利。
      按本模型推算，同等规模的真实 A/B 测试有 50% 的概率显示“定向广告”领先。
      已计入运气和不确定的假设；未计入竞争对手和模型误差。方括号涵盖 90% 的模拟世界。离散中运气所占的比例：21%。增加模拟世界不会使其收窄；更好的假设数据可以。"
    `);
  });

  it('says that identical arms are identical', () => {
    const base = outcomes([0], 0);
    expect(text(run(two, 40, (world) => base(world, 0)))).toMatchInlineSnapshot(`
      "practically-the-same

      Practically the same. In this model, “Tailored ads” and “Blunt ads” give exactly the same 12-month net revenue in all 40 paired worlds. Pick the cheaper or kinder one.
      Guardrails held: 90-day retention unchanged; ads per member and week unchanged; trust 60% (at least 40%).
      By this model, a real A/B test of this size would show “Tailored ads” ahead 50% of the time.
      Counts luck and uncertain assumptions; not competitors or model error. Brackets span 90% of worlds.

      基本相同：在本模型中，“定向广告”与“硬广”在全部 40 个配对模拟世界中的 12 个月净收入完全相同。选成本更低或对成员更友善的那个即可。
      护栏指标均守住：90 日留存不变；人均周广告不变；信任 60%（不低于 40%）。
      按本模型推算，同等规模的真实 A/B 测试有 50% 的概率显示“定向广告”领先。
      已计入运气和不确定的假设；未计入竞争对手和模型误差。方括号涵盖 90% 的模拟世界。"
    `);
  });
});

describe('early estimate', () => {
  it('leans, with a range and no label', () => {
    expect(text(run(two, 64, outcomes([100_000], 120_000)))).toMatchInlineSnapshot(`
      "early

      Early estimate. This model leans to “Tailored ads” over “Blunt ads” on 12-month net revenue: 89% to over 99% probability so far, after 64 of the 200 paired worlds that a verdict needs. Median +9.2% [0.85%, 19%], about +¥7.7K a month.
      Guardrails held: 90-day retention +6.1 points; ads per member and week unchanged; trust 60% (at least 40%).
      Weakest assumption: targeting accuracy (tactics.ads.accuracy); the higher it is, the better “Tailored ads” does against “Blunt ads”.
      By this model, a real A/B test of this size would show “Tailored ads” ahead 72% of the time.
      Counts luck and uncertain assumptions; not competitors or model error. Brackets span 90% of worlds.

      初步估计：本模型目前倾向于“定向广告”而非“硬广”（按 12 个月净收入判断）：目前概率为 89% 至超过 99%，已完成 64 个配对模拟世界，得出结论需要 200 个。差异中位数为 +9.2%［0.85%，19%］，约每月 +7,700 元。
      护栏指标均守住：90 日留存 +6.1 个百分点；人均周广告不变；信任 60%（不低于 40%）。
      最薄弱的假设：定向准确率（tactics.ads.accuracy）；取值越高，“定向广告”相对“硬广”越有利。
      按本模型推算，同等规模的真实 A/B 测试有 72% 的概率显示“定向广告”领先。
      已计入运气和不确定的假设；未计入竞争对手和模型误差。方括号涵盖 90% 的模拟世界。"
    `);
  });

  it('leans to the baseline, to none, or to what the halves disagree on', () => {
    const sentence = (scenario: Scenario, worlds: number, leads: number[], locale: 'en' | 'zh-CN') =>
      verdict(run(scenario, worlds, outcomes(leads, 120_000)), scenario, locale).sentence;
    expect(sentence(two, 64, [-100_000], 'en')).toMatchInlineSnapshot(
      `"This model leans to “Blunt ads” over “Tailored ads” on 12-month net revenue: 92% to over 99% probability so far, after 64 of the 200 paired worlds that a verdict needs. Median −11% [−19%, −1.3%], about −¥9K a month."`,
    );
    expect(sentence(two, 64, [-100_000], 'zh-CN')).toMatchInlineSnapshot(
      `"本模型目前倾向于“硬广”而非“定向广告”（按 12 个月净收入判断）：目前概率为 92% 至超过 99%，已完成 64 个配对模拟世界，得出结论需要 200 个。差异中位数为 −11%［−19%，−1.3%］，约每月 −9,000 元。"`,
    );
    expect(sentence(two, 10, [5_000], 'en')).toMatchInlineSnapshot(
      `"This model does not yet lean to “Tailored ads” or to “Blunt ads” on 12-month net revenue: the chance that “Tailored ads” is better is 12% to 77% so far, after 10 of the 200 paired worlds that a verdict needs. Median −1.5% [−6.2%, 9%], about −¥1.2K a month."`,
    );
    expect(sentence(two, 10, [5_000], 'zh-CN')).toMatchInlineSnapshot(
      `"本模型目前在“定向广告”与“硬广”之间尚无倾向（按 12 个月净收入判断）：“定向广告”更好的概率目前为 12% 至 77%，已完成 10 个配对模拟世界，得出结论需要 200 个。差异中位数为 −1.5%［−6.2%，9%］，约每月 −1,200 元。"`,
    );
    expect(sentence(three, 6, [95_000, 100_000], 'en')).toMatchInlineSnapshot(
      `"This model does not yet lean to one alternative on 12-month net revenue: the two halves of the worlds choose differently, “No ads” and “Tailored ads”, after 6 of the 200 paired worlds that a verdict needs. Median +11% [5.4%, 18%], about +¥9.2K a month."`,
    );
    expect(sentence(three, 6, [95_000, 100_000], 'zh-CN')).toMatchInlineSnapshot(
      `"本模型目前对各备选方案尚无倾向（按 12 个月净收入判断）：两半模拟世界的选择不同，分别是“无广告”和“定向广告”，已完成 6 个配对模拟世界，得出结论需要 200 个。差异中位数为 +11%［5.4%，18%］，约每月 +9,200 元。"`,
    );
  });

  it('says that there is no number', () => {
    expect(text(run(two, 0, outcomes([0], 0)))).toMatchInlineSnapshot(`
      "early

      Early estimate. This model cannot tell “Tailored ads” from “Blunt ads”: no paired world gives a number for 12-month net revenue.
      Guardrails: 90-day retention without a number; ads per member and week without a number; trust without a number.
      Counts luck and uncertain assumptions; not competitors or model error. Brackets span 90% of worlds.

      初步估计：本模型无法区分“定向广告”与“硬广”：没有任何配对模拟世界给出 12 个月净收入的数值。
      护栏指标：90 日留存无数值；人均周广告无数值；信任无数值。
      已计入运气和不确定的假设；未计入竞争对手和模型误差。方括号涵盖 90% 的模拟世界。"
    `);
  });
});

describe('other metrics and units', () => {
  it('shows money a month where the baseline may be 0, in the currency of the file', () => {
    const dollars = scenarioWith(2, { currency: 'USD', judge: judge({ guardrails: [] }) });
    const base = outcomes([60_000], 50_000);
    const found = run(dollars, 500, (world, arm) => {
      const outcome = base(world, arm);
      return { netRevenue: outcome.netRevenue - 1_000_000 };
    });
    expect(text(found)).toMatchInlineSnapshot(`
      "recommend

      Recommend. In this model, “Tailored ads” beats “Blunt ads” on 12-month net revenue with over 99% probability (ahead in 500 of 500 paired worlds, ±1 point). Median +$5K a month [$2K, $8K].
      Weakest assumption: targeting accuracy (tactics.ads.accuracy); the higher it is, the better “Tailored ads” does against “Blunt ads”.
      By this model, a real A/B test of this size would show “Tailored ads” ahead 51% of the time.
      Counts luck and uncertain assumptions; not competitors or model error. Brackets span 90% of worlds. Luck's share of the spread: 21%. More worlds do not narrow it; better data on the assumptions would.

      建议采用：在本模型中，“定向广告”在 12 个月净收入上以超过 99% 的概率胜过“硬广”（500 个配对模拟世界中有 500 个领先，±1 个百分点）。差异中位数为每月 +US$5,000［US$2,000，US$8,000］。
      最薄弱的假设：定向准确率（tactics.ads.accuracy）；取值越高，“定向广告”相对“硬广”越有利。
      按本模型推算，同等规模的真实 A/B 测试有 51% 的概率显示“定向广告”领先。
      已计入运气和不确定的假设；未计入竞争对手和模型误差。方括号涵盖 90% 的模拟世界。离散中运气所占的比例：21%。增加模拟世界不会使其收窄；更好的假设数据可以。"
    `);
    expect(found.warnings).toHaveLength(1);
  });

  it('shows amounts, not parts, where a baseline near 0 would make them absurd', () => {
    const dollars = scenarioWith(2, { currency: 'USD', judge: judge({ guardrails: [] }) });
    const sentence = (lead: number) =>
      verdict(
        run(dollars, 500, (world, arm) => ({ netRevenue: 1000 + (world % 10) + arm * lead })),
        dollars,
        'en',
      ).sentence;
    expect(sentence(9600)).toContain('Median +960% [960%, 960%], about +$800 a month.');
    expect(sentence(12_000)).toContain('Median +$1K a month [$1K, $1K].');
    expect(sentence(12_000)).not.toContain('%]');
  });

  it('shows shares in points', () => {
    const retention = scenarioWith(2, {
      judge: judge({ metric: 'retention90', matters: { absolute: 0.02 }, guardrails: [] }),
    });
    expect(text(run(retention, 500, outcomes([0], 0, [0, 0.02])))).toMatchInlineSnapshot(`
      "talk-it-over

      Talk it over. In this model, “Tailored ads” beats “Blunt ads” on 90-day retention with over 99% probability (ahead in 500 of 500 paired worlds, ±1 point). Median +2 points [0.19, 3.8].
      What holds it back: Half the worlds or more fall short of 2 points, the smallest difference that matters.
      By this model, a real A/B test of this size would show “Tailored ads” ahead 80% of the time.
      Counts luck and uncertain assumptions; not competitors or model error. Brackets span 90% of worlds. Luck's share of the spread: over 99%. More worlds or better data hardly narrow it; a larger community might.

      需要讨论：在本模型中，“定向广告”在 90 日留存上以超过 99% 的概率胜过“硬广”（500 个配对模拟世界中有 500 个领先，±1 个百分点）。差异中位数为 +2 个百分点［0.19，3.8］。
      阻碍在于：至少一半模拟世界达不到 2 个百分点，即有意义的最小差异。
      按本模型推算，同等规模的真实 A/B 测试有 80% 的概率显示“定向广告”领先。
      已计入运气和不确定的假设；未计入竞争对手和模型误差。方括号涵盖 90% 的模拟世界。离散中运气所占的比例：超过 99%。增加模拟世界或更好的数据都难以收窄；更大的社群或许可以。"
    `);
  });

  it('turns around where less is better, and counts days where the file does', () => {
    const leaves = scenarioWith(2, {
      horizonDays: 100,
      horizonMonths: null,
      judge: judge({ metric: 'leaves', matters: { absolute: 20 }, guardrails: [] }),
    });
    const found = run(leaves, 500, (world, arm) => ({
      leaves: 1000 + 100 * sharedLuck(world) - (arm === 1 ? 40 + 60 * truth(world) : 0),
    }));
    expect(text(found)).toMatchInlineSnapshot(`
      "talk-it-over

      Talk it over. In this model, “Tailored ads” beats “Blunt ads” on 100-day leaves with 83% probability (ahead in 414 of 500 paired worlds, ±5 points). Median −4% [−9.4%, 1.5%].
      What holds it back: It is ahead too seldom for a recommendation, which asks for 95% probability.
      If this is wrong, expect 100-day leaves to be worse by about 10.
      Weakest assumption: targeting accuracy (tactics.ads.accuracy); the higher it is, the better “Tailored ads” does against “Blunt ads”.
      By this model, a real A/B test of this size would show “Tailored ads” ahead 66% of the time.
      Counts luck and uncertain assumptions; not competitors or model error. Brackets span 90% of worlds. Luck's share of the spread: under 1%. More worlds do not narrow it; better data on the assumptions would.

      需要讨论：在本模型中，“定向广告”在 100 天离开人次上以 83% 的概率胜过“硬广”（500 个配对模拟世界中有 414 个领先，±5 个百分点）。差异中位数为 −4%［−9.4%，1.5%］。
      阻碍在于：领先得不够稳定，建议采用需要 95% 的概率。
      若判断有误，预计 100 天离开人次变差约 10。
      最薄弱的假设：定向准确率（tactics.ads.accuracy）；取值越高，“定向广告”相对“硬广”越有利。
      按本模型推算，同等规模的真实 A/B 测试有 66% 的概率显示“定向广告”领先。
      已计入运气和不确定的假设；未计入竞争对手和模型误差。方括号涵盖 90% 的模拟世界。离散中运气所占的比例：不到 1%。增加模拟世界不会使其收窄；更好的假设数据可以。"
    `);
  });

  it('speaks of people after the horizon, and of no good direction', () => {
    const members = scenarioWith(2, { judge: judge({ metric: 'members', guardrails: [] }) });
    const grown = run(members, 500, (world, arm) => ({ members: 2000 + 10 * arm * (8 + ownLuck(world)) }));
    expect(verdict(grown, members, 'en').sentence).toMatchInlineSnapshot(
      `"In this model, “Tailored ads” beats “Blunt ads” on members after 12 months with over 99% probability (ahead in 500 of 500 paired worlds, ±1 point). Median +4% [3.5%, 4.4%]."`,
    );
    expect(verdict(grown, members, 'zh-CN').sentence).toMatchInlineSnapshot(
      `"在本模型中，“定向广告”在 12 个月后的成员数上以超过 99% 的概率胜过“硬广”（500 个配对模拟世界中有 500 个领先，±1 个百分点）。差异中位数为 +4%［3.5%，4.4%］。"`,
    );
    const sales = scenarioWith(2, { judge: judge({ metric: 'sales', guardrails: [] }) });
    const sold = run(sales, 500, (world, arm) => ({ sales: 2000 + 100 * arm + world }));
    expect(verdict(sold, sales, 'en').sentence).toMatchInlineSnapshot(
      `"This model cannot say whether “Tailored ads” or “Blunt ads” is better: neither more nor less of 12-month sales counts as good. Median +4.4% [4.4%, 4.4%], about +¥8.3 a month."`,
    );
    expect(verdict(sold, sales, 'zh-CN').sentence).toMatchInlineSnapshot(
      `"本模型无法判断“定向广告”与“硬广”孰优：12 个月销售额的高低没有好坏之分。差异中位数为 +4.4%［4.4%，4.4%］，约每月 +8.3 元。"`,
    );
  });

  it('says that only luck counts where every assumption is fixed', () => {
    const found = compare(two, resultsOf(500, 2, outcomes([150_000], 80_000)));
    expect(verdict(found, two, 'en').counted).toMatchInlineSnapshot(
      `"Counts luck only, with every assumption held fixed; not competitors or model error. Brackets span 90% of worlds."`,
    );
    expect(verdict(found, two, 'zh-CN').counted).toMatchInlineSnapshot(
      `"只计入运气，所有假设固定不变；未计入竞争对手和模型误差。方括号涵盖 90% 的模拟世界。"`,
    );
  });
});

describe('a line for every other arm', () => {
  it('says which guardrail does not hold, and money a month where parts mislead', () => {
    const four = scenarioWith(4, { judge: judge() });
    const base = outcomes([180_000, 250_000, 90_000], 80_000, [0, 0.06, -0.04, 0.03]);
    const found = run(four, 500, (world, arm) => {
      const outcome = base(world, arm);
      return { ...outcome, netRevenue: outcome.netRevenue - 1_000_000 };
    });
    expect(found.verdict.arm).toBe('tailored');
    expect(armLines(found, four, 'en')).toMatchInlineSnapshot(`
      [
        {
          "arm": "none",
          "text": "No ads: 12-month net revenue +¥21K a month [¥16K, ¥25K] against “Blunt ads”; better with over 99% probability. Guardrail not held: 90-day retention falls by more than 2 points in over 99% of worlds.",
        },
        {
          "arm": "paid",
          "text": "Paid membership: 12-month net revenue +¥7.3K a month [¥2.8K, ¥12K] against “Blunt ads”; better with over 99% probability.",
        },
      ]
    `);
    expect(armLines(found, four, 'zh-CN')).toMatchInlineSnapshot(`
      [
        {
          "arm": "none",
          "text": "无广告：12 个月净收入相对“硬广”每月 +2.1万元［1.6万元，2.5万元］；更好的概率：超过 99%。护栏指标未守住，90 日留存在超过 99% 的模拟世界中下降超过 2 个百分点。",
        },
        {
          "arm": "paid",
          "text": "付费会员：12 个月净收入相对“硬广”每月 +7,300 元［2,800 元，1.2万元］；更好的概率：超过 99%。",
        },
      ]
    `);
  });
});

describe('labels', () => {
  it('fall back to English, and are never read as a message', () => {
    const named = scenarioWith(2, { judge: judge({ guardrails: [] }) });
    const arms = named.arms.map((arm, i) => ({
      ...arm,
      label: { en: i === 0 ? '{chance} off' : 'Plan $& #' },
    }));
    const scenario = { ...named, arms };
    const { sentence } = verdict(run(scenario, 500, outcomes([150_000], 80_000)), scenario, 'zh-CN');
    expect(sentence).toContain('“Plan $& #”');
    expect(sentence).toContain('“{chance} off”');
  });
});
