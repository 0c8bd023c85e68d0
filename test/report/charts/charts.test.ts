import { readFileSync } from 'node:fs';
import { compile } from 'vega-lite';
import { describe, expect, it, vi } from 'vitest';
import { metrics } from '../../../src/metrics/definitions.ts';
import type { ChartSpec } from '../../../src/report/charts/drawing.ts';
import { fan } from '../../../src/report/charts/fan.ts';
import { guardrails } from '../../../src/report/charts/guardrails.ts';
import { armColor, armDash, colorsOf, dark, type Look, light } from '../../../src/report/charts/look.ts';
import { money } from '../../../src/report/charts/money.ts';
import { paired } from '../../../src/report/charts/paired.ts';
import { renderSvg } from '../../../src/report/charts/render.ts';
import type { Chart, ChartSource } from '../../../src/report/charts/source.ts';
import type { Locale } from '../../../src/report/format.ts';
import { type ArmShape, blunt, type Made, make, none, tailored } from '../synthetic.ts';

const look: Look = { theme: 'light', size: 'wide', titled: true };
const all = [fan, paired, money, guardrails];
const inLocale = (made: Made, locale: Locale = 'en'): ChartSource => ({ ...made, locale });
const drawn = (chart: Chart, how: Look = look): ChartSpec => {
  if (!chart.draw) throw new Error(`nothing to draw: ${chart.title}`);
  return chart.draw(how);
};

const three = make({ arms: [blunt, tailored, none] });
const same = make({
  arms: [blunt, { ...blunt, name: 'again', label: { en: 'Again', 'zh-CN': '再来' } }],
  worlds: 40,
});

/** Two arms whose net revenue is given world by world, the baseline's 100 in each. */
function worldByWorld(net: readonly number[], judge: Parameters<typeof make>[0]['judge'] = {}): Made {
  return make({
    arms: [blunt, tailored],
    worlds: net.length,
    judge,
    spoil: (values, arm, world) => {
      for (const { name } of metrics) values.delete(name);
      values.set('netRevenue', arm === 0 ? 100 : net[world]);
      values.set('members', arm === 0 ? 100 : net[world]);
      values.set('complaints', arm === 0 ? 100 : net[world]);
    },
  });
}

/** A named data set of a chart. */
const rowsOf = (spec: ChartSpec, name: string) => (spec.datasets?.[name] ?? []) as Record<string, number>[];

const repeat = (count: number, value: number): number[] => Array.from({ length: count }, () => value);

describe('the paired-difference dotplot', () => {
  const title = (
    net: readonly number[],
    judge?: Parameters<typeof make>[0]['judge'],
    locale: Locale = 'en',
  ) => paired(inLocale(worldByWorld(net, judge), locale)).title;

  it('counts the worlds in which the arm earns more', () => {
    expect(title([...repeat(38, 110), 90, 95])).toBe(
      'In 38 of 40 worlds the same community earns more with “Tailored ads”',
    );
    expect(title([...repeat(194, 110), ...repeat(6, 90)])).toBe(
      'In 97 of 100 worlds the same community earns more with “Tailored ads”',
    );
    expect(title([...repeat(194, 110), ...repeat(6, 90)], {}, 'zh-CN')).toBe(
      '100 个模拟世界中有 97 个，同一社群采用“定向广告”赚得更多',
    );
  });

  it('says so when the arm earns less, and when it is all of them', () => {
    expect(title([...repeat(30, 90), ...repeat(10, 110)])).toBe(
      'In 30 of 40 worlds the same community earns less with “Tailored ads”',
    );
    expect(title(repeat(200, 101))).toBe(
      'In every one of 200 worlds the same community earns more with “Tailored ads”',
    );
  });

  it('does not call a near tie a lead', () => {
    expect(title([...repeat(21, 110), ...repeat(19, 90)])).toBe(
      'It could go either way: in 21 of 40 worlds the same community earns more with “Tailored ads”',
    );
  });

  it('names worlds in which nothing changes', () => {
    expect(title([...repeat(20, 110), ...repeat(10, 90), ...repeat(10, 100)])).toBe(
      'In 20 of 40 worlds the same community earns more with “Tailored ads”; in 10 nothing changes',
    );
    expect(title(repeat(40, 100))).toBe('No difference in any of 40 worlds');
    expect(title(repeat(40, 100), {}, 'zh-CN')).toBe('40 个模拟世界中均无差别');
  });

  it('speaks of better and worse where more is not money, and knows that less can be better', () => {
    expect(title([...repeat(38, 110), 90, 95], { metric: 'members' })).toBe(
      'In 38 of 40 worlds the same community does better on members with “Tailored ads”',
    );
    expect(title([...repeat(38, 110), 90, 95], { metric: 'complaints', guardrails: [] })).toBe(
      'In 38 of 40 worlds the same community does worse on complaints with “Tailored ads”',
    );
  });

  it('has nothing to draw without numbers', () => {
    const chart = paired(inLocale(worldByWorld(repeat(40, Number.NaN))));
    expect(chart.title).toBe('No world gives a difference to show');
    expect(chart.draw).toBeNull();
    expect(chart.table.rows[0]).toEqual(['Tailored ads', ...repeat(6, 0).map(() => 'no number')]);
  });

  it('draws 50 dots, 20 on a phone, those that favor the baseline in its grey', () => {
    const chart = paired(inLocale(worldByWorld([...repeat(190, 120), ...repeat(10, 80)])));
    const dotsOf = (spec: ChartSpec, color: string) =>
      spec.layer.flatMap((layer) => {
        const { mark, data } = layer as {
          mark: { type: string; color: string };
          data: { values: unknown[] };
        };
        return mark.type === 'point' && mark.color === color ? data.values : [];
      });
    const wide = drawn(chart);
    expect(dotsOf(wide, light.arms[1]).length + dotsOf(wide, light.arms[0]).length).toBe(50);
    expect(dotsOf(wide, light.arms[0]).length).toBe(3);
    const phone = drawn(chart, { ...look, size: 'phone' });
    expect(dotsOf(phone, light.arms[1]).length + dotsOf(phone, light.arms[0]).length).toBe(20);
  });

  it('shows money by month where a part of the baseline says nothing', () => {
    const made = worldByWorld([...repeat(100, 120), ...repeat(100, 90)]);
    const odd = make({
      arms: [blunt, tailored],
      spoil: (values, arm, world) => {
        values.set('netRevenue', arm === 0 ? (world % 2 === 0 ? -1200 : 1200) : 2400);
      },
    });
    expect(paired(inLocale(made)).table.rows[0]).toContain('+20%');
    expect(paired(inLocale(odd)).subtitle).toContain('by month');
    expect(paired(inLocale(odd)).table.rows[0]).toContain('+¥300');
  });
});

describe('the fan over time', () => {
  it('adds a sum up by month and ends where the outcomes do', () => {
    const chart = fan(inLocale(three));
    expect(chart.table.columns).toEqual([
      'Month',
      'Blunt ads',
      '90% range',
      'Tailored ads',
      '90% range',
      'No ads',
      '90% range',
    ]);
    expect(chart.table.rows.map(([month]) => month)).toEqual([
      'start',
      ...Array.from({ length: 12 }, (_, i) => `${i + 1} mo`),
    ]);
    const end = rowsOf(drawn(chart), 'arm1').at(-1)?.median ?? Number.NaN;
    expect(end).toBeCloseTo(three.comparison.arms[1].metrics.netRevenue.median ?? 0, 6);
  });

  it('shows a level as it is, and members where the judged metric has no daily value', () => {
    const members = make({
      arms: [blunt, tailored],
      judge: { metric: 'members', guardrails: [] },
      worlds: 20,
    });
    const chart = fan(inLocale(members));
    expect(chart.subtitle).toMatch(/^Members over the months/);
    expect(chart.table.rows[0][1]).not.toBe('0');
    const retention = make({
      arms: [blunt, tailored],
      judge: { metric: 'retention90', guardrails: [] },
      worlds: 20,
    });
    expect(fan(inLocale(retention)).title).toMatch(/^Members: /);
    expect(fan(inLocale(retention)).subtitle).toMatch(/^Members over the months/);
    expect(fan(inLocale(retention)).subtitle).toMatch(/90-day retention has no daily value$/);
  });

  it('counts a short horizon in days', () => {
    const chart = fan(inLocale(make({ arms: [blunt, tailored], days: 14, months: null, worlds: 20 })));
    expect(chart.table.columns[0]).toBe('Day');
    expect(chart.table.rows.at(-1)?.[0]).toBe('day 14');
    const hasDay = fan(inLocale(make({ arms: [blunt, tailored], days: 1, months: null, worlds: 20 })));
    expect(hasDay.table.rows.map(([day]) => day)).toEqual(['start', 'day 1']);
  });

  it('draws the same few worlds, of different twins, for every arm', () => {
    const spec = drawn(fan(inLocale(three)));
    const worlds = (name: string) => new Set(rowsOf(spec, name).map(({ world }) => world));
    expect([...worlds('worlds0')]).toEqual([0, 1, 2, 3, 4]);
    expect(worlds('worlds2')).toEqual(worlds('worlds0'));
  });

  it('keeps bands for two arms when there are more than three', () => {
    const shape = (i: number): ArmShape => ({
      ...tailored,
      name: `arm ${i}`,
      label: { en: `Arm ${i}` },
      sales: 0.2 + i / 50,
    });
    const five = fan(inLocale(make({ arms: [0, 1, 2, 3, 4].map(shape), worlds: 20 })));
    const areas = drawn(five).layer.filter(
      (layer) => (layer as { mark: { type: string } }).mark.type === 'area',
    );
    expect(areas.length).toBe(4);
    expect(five.subtitle).toContain('of the two arms that the verdict compares');
  });

  it('says that nothing differs where nothing does', () => {
    expect(fan(inLocale(same)).title).toBe('No difference in any of 40 worlds');
  });

  it('does without worlds that have no number', () => {
    const made = make({ arms: [blunt, tailored], worlds: 20, judge: { metric: 'members', guardrails: [] } });
    for (const { daily } of made.results) daily.members.fill(Number.NaN, 200);
    const { rows } = fan(inLocale(made)).table;
    expect(rows.at(-1)?.slice(1)).not.toContain('NaN');
    for (const { daily } of made.results) daily.members.fill(Number.NaN);
    expect(fan(inLocale(made)).draw).toBeNull();
  });
});

describe('money by source', () => {
  /** Net revenue and accounts of the arm in every world; the baseline's are all 0. */
  const moved = (accounts: Readonly<Record<string, number>>) =>
    make({
      arms: [blunt, tailored],
      worlds: 20,
      spoil: (values, arm) => {
        for (const { name } of metrics) values.delete(name);
        if (arm === 1) for (const [name, value] of Object.entries(accounts)) values.set(name, value);
      },
    });
  const title = (accounts: Readonly<Record<string, number>>, locale: Locale = 'en') =>
    money(inLocale(moved(accounts), locale)).title;

  it('names what the difference comes from', () => {
    expect(title({ adRevenue: 50, netRevenue: 50 })).toBe('The whole gain comes from higher ad revenue');
    expect(title({ sales: 90, adRevenue: 30, goodsCost: 40, netRevenue: 80 })).toBe(
      'The gain comes mostly from higher sales, despite higher goods costs',
    );
    expect(title({ sales: 90, adRevenue: 30, goodsCost: 40, netRevenue: 80 }, 'zh-CN')).toBe(
      '增益主要来自销售额增加，尽管商品成本上升',
    );
    expect(title({ sales: -90, adRevenue: -100, couponCost: 95, netRevenue: -285 })).toBe(
      'The largest part of the loss comes from lower ad revenue',
    );
    expect(title({ couponCost: -20, netRevenue: 20 })).toBe('The whole gain comes from lower coupon costs');
    expect(title({ sales: 100, goodsCost: 95, netRevenue: 5 })).toBe(
      'Higher sales and higher goods costs nearly cancel out',
    );
  });

  it('leaves out what never differs and adds up with what it does not know', () => {
    const { table } = money(inLocale(moved({ sales: 100, goodsCost: 40, netRevenue: 75 })));
    expect(table.rows.map(([account, gain]) => [account, gain])).toEqual([
      ['Sales', '+¥100'],
      ['Cost of goods', '−¥40'],
      ['Everything else', '+¥15'],
      ['Net revenue', '+¥75'],
    ]);
  });

  it('says on average where worlds disagree, and that nothing moves where nothing does', () => {
    expect(money(inLocale(three)).title).toMatch(/^The gain comes mostly/);
    const torn = make({
      arms: [blunt, tailored],
      worlds: 20,
      spoil: (values, arm, world) => {
        for (const { name } of metrics) values.delete(name);
        if (arm === 0) return;
        values.set('sales', world < 12 ? 100 : -50);
        values.set('netRevenue', world < 12 ? 100 : -50);
      },
    });
    expect(money(inLocale(torn)).title).toBe('On average the whole gain comes from higher sales');
    expect(money(inLocale(same))).toMatchObject({
      title: 'No money moves differently in any of 40 worlds',
      draw: null,
    });
  });
});

describe('guardrails', () => {
  const railed = (worse: number, judge: Parameters<typeof make>[0]['judge'] = {}) =>
    make({
      arms: [blunt, tailored],
      worlds: 100,
      judge,
      spoil: (values, arm, world) => {
        values.set('trust', arm === 1 && world < worse ? 0.5 : 0.7);
        values.set('retention90', 0.6);
        values.set('complaints', 10);
      },
    });
  const title = (worse: number) => guardrails(inLocale(railed(worse))).title;

  it('says how often the worst one holds', () => {
    expect(title(0)).toBe('Nothing that matters is hurt');
    expect(title(8)).toBe('Every guardrail holds in at least 92 of 100 worlds');
    expect(title(34)).toBe('Trust passes its limit in 34 of 100 worlds');
    expect(guardrails(inLocale(railed(34), 'zh-CN')).title).toBe('信任在 100 个模拟世界中的 34 个越过界限');
  });

  it('marks them by shape: held, at risk, broken', () => {
    const stateAt = (worse: number) => guardrails(inLocale(railed(worse))).table.rows[2].at(-1);
    expect([stateAt(10), stateAt(11), stateAt(49), stateAt(50)]).toEqual([
      '✓ held',
      '! at risk',
      '! at risk',
      '✕ broken',
    ]);
  });

  it('writes limits by their kind and direction', () => {
    const kinds = railed(0, {
      guardrails: [
        { metric: 'trust', kind: 'change', limit: 0.03 },
        { metric: 'complaints', kind: 'change', limit: 0.1 },
        { metric: 'retention90', kind: 'atLeast', limit: 0.55 },
        { metric: 'complaints', kind: 'atMost', limit: 12 },
      ],
    });
    expect(guardrails(inLocale(kinds)).table.rows.map((row) => row[3])).toEqual([
      '−3 points',
      '+10%',
      'at least 55%',
      'at most 12',
    ]);
  });

  it('says when one cannot be measured, and when there is none', () => {
    const blind = make({
      arms: [blunt, tailored],
      worlds: 20,
      spoil: (values) => values.set('trust', Number.NaN),
    });
    expect(guardrails(inLocale(blind)).title).toBe('Trust could not be checked: no world gives a number');
    expect(
      guardrails(inLocale(make({ arms: [blunt, tailored], worlds: 20, judge: { guardrails: [] } }))),
    ).toMatchObject({
      title: 'No guardrail is set',
      draw: null,
    });
  });
});

describe('every chart', () => {
  it('carries its answer, its question and its data', () => {
    for (const make of all) {
      const chart = make(inLocale(three));
      const spec = drawn(chart);
      const { text, subtitle } = spec.title as { text: string[]; subtitle: string[] };
      expect(text.join(' ')).toBe(chart.title);
      expect(subtitle.join(' ')).toBe(chart.subtitle);
      expect(spec.description).toBe(chart.description);
      expect(chart.description.startsWith(chart.title)).toBe(true);
      expect(JSON.stringify(spec)).not.toMatch(/"(?:url|href|expr|signal|params|transform|calculate)"/);
      expect(chart.table.rows.length).toBeGreaterThan(0);
      for (const row of chart.table.rows) expect(row.length).toBe(chart.table.columns.length);
    }
  });

  it('keeps the colors and dashes of arms, the baseline grey in both themes', () => {
    expect(light.arms).toEqual(['#5b6169', '#0072b2', '#d55e00', '#661100', '#aa11ff']);
    expect(dark.arms).toEqual(['#a7afb8', '#56b4e9', '#e69f00', '#bb44ff', '#dd5544']);
    expect(new Set([0, 1, 2, 3, 4].map((arm) => String(armDash(arm)))).size).toBe(5);
    expect(armColor(colorsOf('light'), 5)).toBe(light.arms[1]);
  });

  it('puts no name into an expression', () => {
    const name = "zz']}); alert(1)//";
    const hostile = make({ arms: [blunt, { ...tailored, name, label: { en: name } }], worlds: 20 });
    for (const make of all) {
      const { spec } = compile(drawn(make(inLocale(hostile))));
      const code: string[] = [];
      const walk = (value: unknown, key: string): void => {
        if (typeof value === 'string' && ['expr', 'signal', 'update', 'test', 'init'].includes(key))
          code.push(value);
        if (Array.isArray(value)) for (const item of value) walk(item, key);
        else if (typeof value === 'object' && value !== null)
          for (const [inner, item] of Object.entries(value)) if (inner !== 'values') walk(item, inner);
      };
      walk(spec, '');
      expect(code.length).toBeGreaterThan(0);
      expect(code.filter((text) => text.includes('zz'))).toEqual([]);
    }
  });
});

describe('drawings', () => {
  const draw = (chart: Chart, how: Partial<Look> = {}) => renderSvg(drawn(chart, { ...look, ...how }));
  const golden = (name: string) => `./goldens/${name}.svg`;

  it.each(all.map((make) => [make.name, make] as const))('%s matches its golden', async (name, make) => {
    await expect(await draw(make(inLocale(three)))).toMatchFileSnapshot(golden(name));
  });

  it('match their goldens in Chinese, dark, on a phone and for identical arms', async () => {
    await expect(
      await draw(paired(inLocale(three, 'zh-CN')), { theme: 'dark', size: 'phone' }),
    ).toMatchFileSnapshot(golden('paired-zh-dark-phone'));
    await expect(await draw(fan(inLocale(same)), { theme: 'page', titled: false })).toMatchFileSnapshot(
      golden('fan-same-page'),
    );
  });

  it('are the same every time', async () => {
    const chart = fan(inLocale(three));
    expect(await draw(chart)).toBe(await draw(fan(inLocale(make({ arms: [blunt, tailored, none] })))));
  });

  it('take their colors from the page where the page has them', async () => {
    for (const make of all) {
      const svg = await draw(make(inLocale(three)), { theme: 'page', titled: false });
      expect(svg).toContain('var(--arm1)');
      expect(svg).not.toMatch(/#[0-9a-f]{3,6}/i);
    }
  });

  it('write names as text', async () => {
    const name = '<script>alert(1)</script>"\'&';
    const hostile = make({ arms: [blunt, { ...tailored, label: { en: name } }], worlds: 20 });
    const svg = await draw(fan(inLocale(hostile)));
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).not.toContain('<script');
  });

  it('warn of nothing', async () => {
    const warn = vi.spyOn(console, 'warn');
    const error = vi.spyOn(console, 'error');
    for (const make of all) await draw(make(inLocale(three)));
    expect(warn).not.toHaveBeenCalled();
    expect(error).not.toHaveBeenCalled();
    warn.mockRestore();
    error.mockRestore();
  });

  it('load nothing, whatever a specification asks for', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('no network'));
    const asking = (more: object) => ({ ...drawn(fan(inLocale(three))), ...more }) as unknown as ChartSpec;
    const layer = { mark: 'point', encoding: { x: { field: 'a', type: 'quantitative' } } };
    for (const url of ['https://example.org/data.json', 'file:///etc/hostname', 'package.json'])
      await expect(renderSvg(asking({ layer: [{ ...layer, data: { url } }] }))).rejects.toThrow(
        'may load nothing',
      );
    const image = {
      data: { values: [{ a: 1, u: 'https://example.org/x.png' }] },
      mark: 'image',
      encoding: { url: { field: 'u' } },
    };
    await expect(renderSvg(asking({ layer: [image] }))).rejects.toThrow('may load nothing');
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });

  it('hold no number that is none', () => {
    for (const name of ['fan', 'paired', 'money', 'guardrails'])
      expect(readFileSync(new URL(`./goldens/${name}.svg`, import.meta.url), 'utf8')).not.toMatch(
        /NaN|undefined|null|Infinity/,
      );
  });
});
