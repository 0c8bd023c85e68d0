import { describe, expect, it } from 'vitest';
import type { MixFinding, Optimization, Reported } from '../../../src/analysis/optimise/findings.ts';
import { optimisePage } from '../../../src/report/optimise/page.ts';
import {
  answer,
  leftOutLines,
  sentences,
  shownMixes,
  tableOf,
} from '../../../src/report/optimise/sentences.ts';

const spread = (mean: number) => ({ mean, median: mean, p05: mean, p25: mean, p75: mean, p95: 2 * mean });

const reported = (mean: number, status: Reported['status'], held = true): Reported => ({
  gains: [{ metric: 'netRevenue', mean, low: mean - 100, high: mean + 100 }],
  chanceBetter: 0.9,
  status,
  levels: [spread(1000 + mean)],
  spending: spread(50),
  limits: [{ metric: 'spending', kind: 'atMost', limit: 200, chanceWorse: held ? 0.02 : 0.4, held }],
});

const mix = (name: string, more: Partial<MixFinding> = {}): MixFinding => ({
  name,
  label: { en: `The ${name}`, 'zh-CN': `${name}组合` },
  tactics: [name],
  settings: [],
  raceWorlds: 40,
  dropped: null,
  chosen: 700,
  reported: null,
  ...more,
});

const found = (more: Partial<Optimization> = {}): Optimization => ({
  schema: 'seedbed/optimise@1',
  version: '0',
  seed: 's',
  scenario: { file: 'x.yaml', title: 'X' },
  metric: 'netRevenue',
  against: null,
  budget: 200,
  currency: 'CNY',
  inputs: [],
  baseline: 'base',
  winner: 'ads',
  status: 'better',
  matters: 50,
  shrinkage: 200,
  race: { ended: 'worlds', worlds: 40, mostWorlds: 40, looks: 2, error: 0.05 },
  report: { worlds: 40, error: 0.05 },
  results: { used: 200, full: 500 },
  leftOut: [],
  same: 0,
  candidates: [
    mix('base', { reported: reported(0, 'same') }),
    mix('ads', { reported: reported(500, 'better') }),
    mix('worst', { raceWorlds: 20, dropped: { why: 'worse', by: 'ads' } }),
    mix('dear', { raceWorlds: 20, dropped: { why: 'broken', by: 'spending' } }),
  ],
  front: [],
  digest: 'd',
  ...more,
});

const en = (of: Optimization) => ({ found: of, locale: 'en' }) as const;
const zh = (of: Optimization) => ({ found: of, locale: 'zh-CN' }) as const;
const withWinner = (own: Reported) =>
  found({
    status: own.status,
    candidates: [mix('base', { reported: reported(0, 'same') }), mix('ads', { reported: own })],
  });

describe('the answer', () => {
  it.each([
    [
      found(),
      /^“The ads” does better than “The base”: net revenue \+¥500 on average \[\+¥400 \.\. \+¥600\], better in 90% of worlds\.$/,
      /^“ads组合”优于“base组合”：净收入平均 \+500/,
    ],
    [
      withWinner(reported(-500, 'worse')),
      /^“The ads” looked best, and is worse than “The base” in other worlds: net revenue −¥500/,
      /^“ads组合”在选择时看上去最好，但在其他模拟世界中不如/,
    ],
    [
      withWinner(reported(20, 'open')),
      /^Whether “The ads” does better than “The base” stays open: net revenue \+¥20/,
      /尚无定论/,
    ],
    [
      withWinner(reported(2, 'same')),
      /^No difference that matters: “The ads” against “The base” comes to net revenue \+¥2 /,
      /^没有要紧的差别：“ads组合”/,
    ],
    [
      found({ winner: 'base', status: 'baseline' }),
      /^No mix that keeps every limit did better than the baseline “The base” where mixes were chosen: stay with it\.$/,
      /没有守住全部限制的组合优于基准“base组合”/,
    ],
    [
      found({ winner: 'base', status: 'same' }),
      /^No difference that matters: no mix that was left differs from the baseline “The base”\.$/,
      /没有不同。$/,
    ],
    [
      found({ winner: null, status: 'none' }),
      /^No mix keeps every limit, the baseline “The base” included\.$/,
      /没有任何组合守住全部限制/,
    ],
  ])('is one sentence for what came out, in both languages (%#)', (of, english, chinese) => {
    expect(answer(en(of))).toMatch(english);
    expect(answer(zh(of))).toMatch(chinese);
  });
});

describe('the sentences below it', () => {
  it('tell the fresh figures from the flattered ones, what is spent, the limits and the effort', () => {
    expect(sentences(en(found()))).toEqual([
      'Less than ¥50 does not matter.',
      'These figures are from 40 worlds in which nothing was chosen. In the 40 worlds of the race the same mix looked like +¥700: ¥200 of that was the luck of the chosen.',
      'It spends ¥50 on average, in 19 of 20 worlds at most ¥100; the baseline ¥50.',
      'The budget of ¥200 is exceeded in 2% of worlds (holds).',
      'The race used its 40 worlds up; 2 mixes were left.',
      'It took 200 results; every mix in all its worlds would have taken 500, 2.5 times as many.',
    ]);
  });

  it('do not hide that a limit does not hold in the fresh worlds', () => {
    expect(sentences(en(withWinner(reported(500, 'better', false)))).join('\n')).toMatch(
      /The budget of ¥200 is exceeded in 40% of worlds \(does NOT hold\)/,
    );
  });

  it('do not say that luck flattered where the fresh figure is the larger one', () => {
    expect(sentences(en(found({ shrinkage: -5 })))[1]).toMatch(
      /looked like \+¥700, so luck did not flatter it\.$/,
    );
  });

  it('name some of those that were left out, with the reason, and count the others', () => {
    const leftOut = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, why: ['it needs levels'] }));
    const lines = leftOutLines(en(found({ leftOut })));
    expect(lines[0]).toBe('a was left out: it needs levels.');
    expect(lines.slice(3)).toEqual(['and 2 more left out.']);
  });
});

describe('the table', () => {
  it('has the winner first, the baseline as what it comes to, and nobody without fresh figures', () => {
    const better = mix('other', { reported: reported(900, 'better') });
    const of = found({ candidates: [...found().candidates, better] });
    expect(shownMixes(of).map(({ name }) => name)).toEqual(['ads', 'other', 'base']);
    expect(tableOf(en(of)).rows[2]).toEqual(['The base', '', '= ¥1K', '', '', '¥50', 'holds']);
  });
});

describe('the page', () => {
  it('escapes what people typed, says everything in one language, and asks for nothing', async () => {
    const of = found({ candidates: [...found().candidates, mix('<b>bold</b>', { label: { en: '<b>x' } })] });
    const title = { en: '<i>Title', 'zh-CN': '标题' };
    const english = await optimisePage({ found: of, locale: 'en', title, command: 'seedbed optimise <x>' });
    expect(english).not.toMatch(/<b>|<i>|optimise <x>|<script|https?:\/\/(?!www\.w3\.org)/);
    expect(english).toMatch(/<h3>“The ads” was left of 5 mixes<\/h3>/);
    expect(english).toMatch(/breaks the limit of /);
    const chinese = await optimisePage({ found: of, locale: 'zh-CN', title, command: 'c' });
    expect(chinese).toMatch(/<html lang="zh-CN">/);
    expect(chinese).toMatch(/<p class="title">标题<\/p>/);
  });
});
