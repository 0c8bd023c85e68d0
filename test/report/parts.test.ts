import { describe, expect, it } from 'vitest';
import { quantile, sorted } from '../../src/analysis/quantiles.ts';
import { tabulate } from '../../src/analysis/worlds.ts';
import { metricIndex, metrics } from '../../src/metrics/definitions.ts';
import { inRanges, type Locale, money, percent } from '../../src/report/format.ts';
import { comparisonParts, type ReportView } from '../../src/report/parts.ts';
import { blunt, make, none, tailored } from './synthetic.ts';

const made = make({
  arms: [blunt, tailored, none],
  judge: { show: ['retention90', 'activeMembers', 'invitedJoins'] },
});
const partsOf = (view: Partial<ReportView> = {}, locale: Locale = 'en') =>
  comparisonParts({ ...made, locale }, view);
const textOf = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/[ \n]+/g, ' ')
    .trim();

const { columns } = tabulate(made.results, 3, metrics.length);
const revenue = columns.map((arm) => arm[metricIndex.netRevenue]);
/** The ends of a share of the worlds, by the very definition. */
const ends = (values: Float64Array, interval: number) =>
  [0.5 - interval / 200, 0.5 + interval / 200].map((p) => quantile(sorted(values), p));
const figureOf = (markup: string, metric: string) =>
  textOf(markup)
    .split(/(?=Net revenue|Active members|90-day retention|Invited joins)/)
    .find((part) => part.startsWith(metric)) ?? '';

describe('the parts of a comparison', () => {
  it('show ranges that hold as many worlds as the view says, in key figures and in the table', () => {
    for (const interval of [50, 80, 90, 95] as const) {
      const { keyFigures, figures } = partsOf({ interval });
      const [low, high] = ends(revenue[1], interval).map((end) => money(end, 'CNY', 'en', inRanges));
      expect(figureOf(keyFigures, 'Net revenue'), String(interval)).toContain(`${low} to ${high}`);
      expect(figureOf(figures, 'Net revenue')).toContain(`${low} to ${high}`);
      expect(textOf(figures)).toContain(`${interval}% range`);
      expect(textOf(figures)).toContain(`the range that holds ${interval}% of them`);
      const differences = revenue[1].map((value, w) => value - revenue[0][w]);
      const middle = Math.abs(made.comparison.arms[0].metrics.netRevenue.median ?? 1);
      const [less, more] = ends(differences, interval).map((end) =>
        percent(end / middle, 'en', { digits: 2, signed: true }),
      );
      expect(figureOf(figures, 'Net revenue'), String(interval)).toContain(`${less} to ${more}`);
    }
  });

  it('have what the scenario shows beside the judged metric as key figures, five at most, and unfolded in the table', () => {
    const titles = (show: readonly string[]) => {
      const { keyFigures, figures } = comparisonParts(
        { ...make({ arms: [blunt, tailored], judge: { show } }), locale: 'en' },
        {},
      );
      const open = textOf(figures.split('<details>')[0]);
      for (const name of show)
        expect(open.toLowerCase(), name).toContain(metrics[metricIndex[name]].label.en.toLowerCase());
      return [...keyFigures.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, title]) => textOf(title));
    };
    expect(titles(['trust', 'retention90'])).toEqual(['Net revenue', 'Trust', '90-day retention']);
    expect(
      titles(['trust', 'retention90', 'complaints', 'activeMembers', 'adRevenue', 'joins']),
    ).toHaveLength(5);
  });

  it('say so where ranges hold another share than those of the verdict, which stay at 90%', () => {
    expect(partsOf({ interval: 50 }).verdict).toBe(partsOf().verdict);
    expect(textOf(partsOf({ interval: 50 }).keyFigures)).toContain('Ranges hold 50% of worlds here');
    expect(textOf(partsOf({ interval: 80 }, 'zh-CN').keyFigures)).toContain(
      '此处的区间涵盖 80% 的模拟世界；结论中的区间涵盖 90%。',
    );
    expect(textOf(partsOf().keyFigures)).not.toContain('Ranges hold');
  });

  it('show differences as parts, as amounts or by month, shares always in points', () => {
    const change = (view: Partial<ReportView>, locale: Locale = 'en') =>
      figureOf(partsOf(view, locale).keyFigures, locale === 'en' ? 'Net revenue' : '');
    expect(change({ difference: 'relative' })).toContain('▲ +27% vs Blunt ads');
    expect(change({ difference: 'absolute' })).toMatch(/▲ \+¥\d+K vs Blunt ads/);
    expect(change({ difference: 'month' })).toMatch(/▲ \+¥[\d.]+K a month vs Blunt ads/);
    expect(textOf(partsOf({ difference: 'month' }, 'zh-CN').keyFigures)).toMatch(/▲ 每月 \+[\d.,]+\s?元/);
    for (const difference of ['relative', 'absolute', 'month'] as const) {
      expect(figureOf(partsOf({ difference }).keyFigures, '90-day retention')).toContain('▲ +6 points');
      expect(figureOf(partsOf({ difference }).figures, '90-day retention')).toContain('+6 points');
    }
    expect(figureOf(partsOf({ difference: 'absolute' }).figures, 'Net revenue')).toMatch(/\+¥\d+K \+27% /);
    expect(figureOf(partsOf({ difference: 'relative' }).figures, 'Net revenue')).toMatch(/\+27% \+¥\d+K /);
  });

  it('without any world have no range to show', () => {
    const empty = make({ arms: [blunt, tailored], worlds: 0 });
    for (const interval of [50, 80, 95] as const)
      expect(textOf(comparisonParts({ ...empty, locale: 'en' }, { interval }).figures)).not.toMatch(/NaN/);
  });

  it('call what differs by its label and keep the path beside it, for explain', () => {
    expect(partsOf().differing).toMatch(
      /<span class="place">Targeting<\/span> <code class="path">tactics\.ads\.targeting<\/code>/,
    );
    expect(partsOf({}, 'zh-CN').differing).toContain('<span class="place">定向程度</span>');
    expect(partsOf().differing).toContain('role="region" aria-label="Table: What differs among the arms"');
  });
});
