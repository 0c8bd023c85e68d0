import { describe, expect, it } from 'vitest';
import { funnelSteps } from '../../../src/metrics/cohorts.ts';
import { fan } from '../../../src/report/charts/fan.ts';
import { funnel } from '../../../src/report/charts/funnel.ts';
import { lifetime } from '../../../src/report/charts/lifetime.ts';
import type { Look } from '../../../src/report/charts/look.ts';
import { luck } from '../../../src/report/charts/luck.ts';
import { paired } from '../../../src/report/charts/paired.ts';
import { renderSvg } from '../../../src/report/charts/render.ts';
import { retention } from '../../../src/report/charts/retention.ts';
import { segments } from '../../../src/report/charts/segments.ts';
import type { Chart, ChartSource } from '../../../src/report/charts/source.ts';
import { flipPoint, tornado } from '../../../src/report/charts/tornado.ts';
import { locales } from '../../../src/report/format.ts';
import { blunt, draw, type Made, make, tailored } from '../synthetic.ts';
import { small } from './small.ts';

const all: readonly ((source: ChartSource) => Chart)[] = [
  segments,
  luck,
  tornado,
  funnel,
  retention,
  lifetime,
];
const two = make({ arms: [blunt, tailored] });
const source = (made: Omit<ChartSource, 'locale'>, more: Partial<ChartSource> = {}): ChartSource => ({
  ...made,
  locale: 'en',
  ...more,
});

describe('every further chart', { timeout: 120_000 }, () => {
  it('answers in both languages, with a table, tidy data and a drawing for every look', async () => {
    const made = await small();
    for (const locale of locales)
      for (const chartOf of all) {
        const chart = chartOf(source(made, { locale }));
        expect(chart.description.startsWith(chart.title)).toBe(true);
        for (const row of chart.table.rows) expect(row.length).toBe(chart.table.columns.length);
        const words = JSON.stringify([chart.title, chart.subtitle, chart.description, chart.table]);
        expect(words).not.toMatch(/NaN|undefined|null|Infinity|[{}](?!["\]},:])\w/);
        if (locale === 'zh-CN') expect(chart.title + chart.subtitle).not.toMatch(/[,;:!?]|\. /);
        if (!chart.draw) continue;
        for (const size of ['wide', 'phone'] as const) {
          const look: Look = { theme: 'page', size, titled: false };
          const svg = await renderSvg(chart.draw(look));
          expect(svg).not.toMatch(/NaN|undefined|Infinity/);
          expect(svg).not.toMatch(/#[0-9a-f]{3,6}/i);
        }
        expect(chart.data().length).toBeGreaterThan(0);
      }
  });

  it('has a clear answer where results say nothing of it', () => {
    const made = make({ arms: [blunt, tailored], worlds: 20 });
    const titles = Object.fromEntries(
      all.map((chartOf) => {
        const chart = chartOf(source(made));
        expect(chart.draw).toBeNull();
        expect(chart.data()).toEqual([]);
        return [chart.name, chart.title];
      }),
    );
    expect(titles).toMatchObject({
      segments: 'These results have no numbers by segment',
      luck: 'Too few worlds to tell luck from assumptions',
      funnel: 'Nobody joins in these results, or they have no cohorts',
      retention: 'These results have no cohorts',
    });
  });
});

describe('luck against assumptions', () => {
  const withShare = (luckShare: number | null, includes: readonly ('luck' | 'assumptions')[]): Made => ({
    ...two,
    comparison: { ...two.comparison, uncertainty: { includes, luckShare } },
  });
  const title = (
    share: number | null,
    includes: readonly ('luck' | 'assumptions')[] = ['luck', 'assumptions'],
  ) => luck(source(withShare(share, includes))).title;

  it('says what will help', () => {
    expect(title(0.17)).toBe('Better data will help: what we do not know makes 83% of the uncertainty');
    expect(title(0.75)).toBe('More worlds will help: luck makes 75% of the uncertainty');
    expect(title(0.5)).toBe('More worlds and better data will help about equally');
    expect(title(null)).toBe('Too few worlds to tell luck from assumptions');
    expect(title(null, ['luck'])).toBe('Only luck is counted here: every input is taken as certain');
    expect(luck(source(withShare(0.17, ['luck', 'assumptions']), { locale: 'zh-CN' })).title).toBe(
      '更好的数据会有帮助：83% 的不确定性来自未知的假设',
    );
    const { title: ends, description } = luck(
      source(withShare(0, ['luck', 'assumptions']), { locale: 'zh-CN' }),
    );
    expect(ends).toBe('更好的数据会有帮助：超过 99% 的不确定性来自未知的假设');
    expect(description).toContain('假设占超过 99%，运气占不到 1%');
  });

  it('shows both parts, which make a whole', () => {
    const { table } = luck(source(withShare(0.17, ['luck', 'assumptions'])));
    expect(table.rows.map((row) => row.slice(0, 2))).toEqual([
      ['Assumptions', '83%'],
      ['Luck', '17%'],
    ]);
  });
});

describe('the tornado', () => {
  /** Net revenue moves with one drawn input: from -100 where it is lowest to 300 where it is highest, or above. */
  const moved = (from: number, to: number): Omit<ChartSource, 'locale'> => {
    const u = (world: number, path: string) => draw(Math.floor(world / 2), path.length);
    const made = make({
      arms: [blunt, tailored],
      spoil: (values, arm, world) => {
        values.set('netRevenue', 1000 + (arm === 0 ? 0 : from + (to - from) * u(world, 'leave.perTie')));
      },
    });
    return { ...made, draws: { paths: ['leave.perTie', 'buy.basket'], uniform: u } };
  };

  it('names the input that moves the difference most', () => {
    const chart = tornado(source(moved(100, 500)));
    expect(chart.title).toMatch(/^“.+” moves the difference most; nothing in your ranges flips it$/);
    expect(chart.table.rows.length).toBe(2);
    expect(chart.table.rows[0].slice(-1)).toEqual(['no']);
    expect(chart.table.rows[1].slice(-1)).toEqual(['not clear']);
    expect(chart.data()[0]).toMatchObject({ path: 'leave.perTie', clear: true });
    expect(flipPoint(source(moved(100, 500)))).toBe('Nothing in your ranges flips it');
  });

  it('says from which value on it flips, what is assumed and what is plausible', () => {
    const sentence = flipPoint(source(moved(-100, 300)));
    expect(sentence).toMatch(
      /^It stays true on average unless “.+” is below [\d.]+ \(middle of your range [\d.]+, range [\d.]+ to [\d.]+\)$/,
    );
    const [value, assumed, low, high] = (sentence.match(/\d[\d.]*/g) ?? []).map(Number);
    expect(low).toBeLessThan(value);
    expect(value).toBeLessThan(assumed);
    expect(assumed).toBeLessThan(high);
    expect(flipPoint(source(moved(300, -100)))).toContain('is above');
    expect(tornado(source(moved(-100, 300))).title).toContain('within its range it flips');
    expect(flipPoint(source(moved(-100, 300), { locale: 'zh-CN' }))).toMatch(
      /^平均而言结论成立，除非“.+”低于/,
    );
  });

  it('draws hollow what lies on the other side', () => {
    const boxesOf = (from: number, to: number) => {
      const look: Look = { theme: 'light', size: 'wide', titled: false };
      const layers = tornado(source(moved(from, to))).draw?.(look).layer ?? [];
      return layers.filter((layer) => (layer as { mark: { type: string } }).mark.type === 'rect').length;
    };
    expect(boxesOf(100, 500)).toBe(1);
    expect(boxesOf(-100, 300)).toBe(2);
  });
});

describe('segments', () => {
  /** What each of two segments gains in every world. */
  const gaining = (regulars: number, visitors: number): Omit<ChartSource, 'locale'> => {
    const made = make({ arms: [blunt, tailored], worlds: 40 });
    const named = [
      { name: 'regulars', share: 0.4, people: {} },
      { name: 'visitors', share: 0.6, people: {} },
    ];
    const gain = (world: number) => [regulars, visitors].map((each, s) => each + 2 * draw(world, s) - 1);
    return {
      ...made,
      scenario: { ...made.scenario, arms: made.scenario.arms.map((arm) => ({ ...arm, segments: named })) },
      results: made.results.map((result) => ({
        ...result,
        segments: {
          people: Float64Array.of(40, 60),
          netRevenue: Float64Array.from(gain(result.world), (own) => 100 + (result.arm === 0 ? 0 : own)),
        },
      })),
    };
  };
  const title = (regulars: number, visitors: number) => segments(source(gaining(regulars, visitors))).title;

  it('say who gains and who loses', () => {
    expect(title(50, 60)).toBe('Every segment gains with “Tailored ads”');
    expect(title(-50, -60)).toBe('Every segment loses with “Tailored ads”');
    expect(title(50, -60)).toBe('With “Tailored ads” “regulars” gain and “visitors” lose');
    expect(title(0, 0)).toBe('For every segment it could go either way');
  });

  it('warn of many looks and keep both figures', () => {
    const chart = segments(source(gaining(50, 60)));
    expect(chart.subtitle).toContain('2 segments are 2 looks');
    expect(chart.table.rows.map(([name, people]) => [name, people])).toEqual([
      ['regulars', '40'],
      ['visitors', '60'],
    ]);
    expect(chart.data()[0]).toMatchObject({ name: 'regulars', people: 40, metric: 'netRevenue' });
  });
});

describe('newcomers', { timeout: 120_000 }, () => {
  it('go down the funnel and never up', async () => {
    const chart = funnel(source(await small()));
    const rows = chart.data().filter(({ arm }) => arm === 'ads');
    expect(rows.map(({ step }) => step)).toEqual([...funnelSteps]);
    const shares = rows.map(({ ofJoined }) => Number(ofJoined));
    expect(shares[0]).toBe(1);
    for (let k = 1; k < shares.length; k++) expect(shares[k]).toBeLessThanOrEqual(shares[k - 1]);
    expect(chart.title).toMatch(/^The narrowest step: [\d.]+% of those who .+$/);
  });

  it('are fewer with each month, in a triangle', async () => {
    const { table, data } = retention(source(await small()));
    const filled = table.rows.map((row) => row.filter((cell) => cell !== '').length);
    expect(filled[1]).toBeGreaterThan(filled[2]);
    const first = data().filter(({ cohort }) => cohort === 1);
    for (let k = 1; k < first.length; k++)
      expect(Number(first[k].members)).toBeLessThanOrEqual(Number(first[k - 1].members));
  });

  it('pay back or do not', async () => {
    const made = await small();
    expect(lifetime(source(made)).title).toBe(
      'Who joins in month 1 does not pay back within 3 months with “Ads”',
    );
    const paid = made.results.map((result) => ({
      ...result,
      cohorts: result.cohorts && {
        ...result.cohorts,
        contribution: result.cohorts.contribution.map(() => 5),
      },
    }));
    expect(lifetime(source({ ...made, results: paid })).title).toBe(
      'Who joins in month 1 pays back within a month with “Ads”',
    );
    const later = made.results.map((result) => ({
      ...result,
      cohorts: result.cohorts && {
        ...result.cohorts,
        contribution: result.cohorts.contribution.map((_, i) =>
          i % (result.cohorts?.months ?? 1) === 0 ? -5 : 5,
        ),
      },
    }));
    expect(lifetime(source({ ...made, results: later })).title).toBe(
      'Who joins in month 1 pays back after 2 months with “Ads”',
    );
  });

  it('are shown for the arm that is asked for', async () => {
    const made = await small();
    expect(retention(source(made, { arm: 'nothing' })).subtitle).toContain('“Nothing”');
    expect(funnel(source(made, { arm: 'nothing' })).subtitle).not.toContain('“Ads”');
    expect(retention(source(made, { arm: 'ads' })).subtitle).toContain('“Ads”');
    expect(retention(source(made, { arm: 'no such arm' })).subtitle).toMatch(/“(?:Ads|Nothing)”/);
  });
});

describe('ways of looking', () => {
  it('shows differences as parts, as they are, and by month', () => {
    const median = (difference: 'relative' | 'absolute' | 'month') =>
      paired(source(two, { difference })).table.rows[0][3];
    expect(median('relative')).toMatch(/^\+\d+%$/);
    expect(median('absolute')).toMatch(/^\+¥\d/);
    expect(median('month')).toMatch(/^\+¥\d/);
    expect(paired(source(two, { difference: 'month' })).subtitle).toContain('by month');
    expect(paired(source(two, { difference: 'absolute' })).subtitle).not.toContain('by month');
  });

  it('draws bands that hold what is asked for', () => {
    const chart = (interval: 50 | 80 | 90 | 95) => fan(source(two, { interval }));
    expect(chart(80).subtitle).toContain('bands hold 50% and 80% of worlds');
    expect(chart(50).subtitle).toContain('bands hold 50% of worlds');
    expect(chart(95).table.columns).toContain('95% range');
    const ends = ([50, 80, 90, 95] as const).map((interval) => chart(interval).data().at(-1));
    for (let k = 1; k < ends.length; k++) {
      expect(Number(ends[k]?.low)).toBeLessThan(Number(ends[k - 1]?.low));
      expect(Number(ends[k]?.high)).toBeGreaterThan(Number(ends[k - 1]?.high));
    }
    expect(fan(source(two)).title).toBe(chart(90).title);
  });
});
