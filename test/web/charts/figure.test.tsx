import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { fan } from '../../../src/report/charts/fan.ts';
import { paired } from '../../../src/report/charts/paired.ts';
import type { Chart } from '../../../src/report/charts/source.ts';
import { slotsOf } from '../../../src/report/format-message.ts';
import { ChartFigure } from '../../../web/charts/ChartFigure.tsx';
import { csvOf, fileName, jsonOf, originLines, specOf } from '../../../web/charts/files.ts';
import { makeCharts } from '../../../web/charts/make-charts.ts';
import { type Place, placeText, step } from '../../../web/charts/walk.ts';
import { chartWords } from '../../../web/charts/words.ts';
import { blunt, make, tailored } from '../../report/synthetic.ts';

const source = { ...make({ arms: [blunt, tailored], worlds: 40 }), locale: 'en' as const };
const chart = paired(source);
const footer = { seed: 'private-domain', worlds: 40, version: '0.1.0', link: 'https://example.org/#z=1' };
const markup = (of: Chart, stored = '') =>
  renderToString(
    <ChartFigure chart={of} locale="en" name="ads" footer={footer} live={false} stored={stored} />,
  );

describe('a chart in its frame', () => {
  it('has its answer, its question, its drawing and its buttons before any script runs', () => {
    const html = markup(chart, '<svg class="wide"></svg>');
    expect(html).toContain(`>${chart.title.replaceAll('"', '&quot;')}</h3>`);
    expect(html).toContain('<svg class="wide"></svg>');
    for (const button of ['Data', 'Table', 'Export'])
      expect(html).toMatch(new RegExp(`<button[^>]*>${button}<`));
    expect(html).toMatch(/tabindex="0"/i);
    expect(html).toContain('role="group"');
    expect(html).toContain('aria-live="polite"');
  });

  it('is one sentence, without frame and buttons, where there is nothing to draw', () => {
    const html = markup({ ...chart, draw: null });
    expect(html).toContain(`>${chart.title}.</p>`);
    expect(html).not.toMatch(/<figure|<button|class="drawing"/);
  });

  it('writes names as text', () => {
    const html = markup({ ...chart, title: '<script>alert(1)</script>' });
    expect(html).not.toContain('<script>');
  });

  it('has the same slots in both languages', () => {
    for (const [name, message] of Object.entries(chartWords.en)) {
      const other = chartWords['zh-CN'][name as keyof typeof chartWords.en];
      expect(slotsOf(other)).toEqual(slotsOf(message));
    }
  });
});

describe('reading by arrow keys', () => {
  const walk = (...keys: string[]) =>
    keys.reduce<Place | null>((place, key) => step(place, key, chart.table) ?? place, null);

  it('begins at the first number and stays inside', () => {
    expect(walk('ArrowRight')).toEqual({ row: 0, column: 1 });
    expect(walk('ArrowRight', 'ArrowRight', 'ArrowRight')).toEqual({ row: 0, column: 1 });
    expect(walk('ArrowDown', 'ArrowDown', 'ArrowDown')).toEqual({ row: 0, column: 3 });
    expect(walk('ArrowUp', 'ArrowUp')).toEqual({ row: 0, column: 1 });
    expect(walk('End')).toEqual({ row: 0, column: 1 });
    const months = fan(source).table;
    const place = step({ row: 3, column: 1 }, 'End', months);
    expect(place).toEqual({ row: months.rows.length - 1, column: 1 });
  });

  it('takes no other key and does nothing in an empty table', () => {
    expect(step(null, 'a', chart.table)).toBeNull();
    expect(step(null, 'ArrowRight', { columns: ['a'], rows: [] })).toBeNull();
  });

  it('says row, column and value', () => {
    expect(placeText({ row: 0, column: 3 }, chart.table, 'en')).toBe(
      `Tailored ads · 50% of worlds below: ${chart.table.rows[0][3]}`,
    );
  });
});

describe('files of a chart', () => {
  it('are named by what they show, whatever people call things', () => {
    expect(fileName('ads', chart, footer, 'png')).toBe('ads_netRevenue-paired_private-domain_0.1.0.png');
    expect(fileName('../../etc/pass wd', chart, { ...footer, seed: '<a|b>:"\u0000' }, 'csv')).toBe(
      'etc-pass-wd_netRevenue-paired_a-b_0.1.0.csv',
    );
    expect(fileName('广告', chart, { ...footer, seed: '///' }, 'svg')).toBe(
      '广告_netRevenue-paired_chart_0.1.0.svg',
    );
  });

  it('hold every world, unrounded', () => {
    expect(chart.data().length).toBe(40);
    expect(chart.data()[0]).toMatchObject({ world: 0, arm: 'tailored ads', metric: 'netRevenue' });
    const lines = csvOf(chart.data()).split('\r\n');
    expect(lines[0]).toBe('\uFEFFworld,arm,baseline,metric,difference');
    expect(lines.length).toBe(42);
  });

  it('run nothing in a spreadsheet', () => {
    const rows = [{ name: '=1+1', b: '+2', c: '-3', d: '@x', e: '\tx', f: 'a"b,c', g: -3, h: Number.NaN }];
    expect(csvOf(rows)).toBe(`\uFEFFname,b,c,d,e,f,g,h\r\n'=1+1,'+2,'-3,'@x,'\tx,"a""b,c",-3,\r\n`);
    expect(csvOf([{ '=evil': 1 }])).toContain("'=evil");
  });

  it('leave a cell empty where a row has no such number', () => {
    expect(csvOf([{ a: 1 }, { b: null, c: undefined }])).toBe('\uFEFFa,b,c\r\n1,,\r\n,,\r\n');
  });

  it('say where they come from', () => {
    expect(originLines(footer, 'en')).toEqual([
      'Seedbed 0.1.0 · seed private-domain · 40 worlds',
      'https://example.org/#z=1',
    ]);
    expect(originLines({ ...footer, link: '' }, 'zh-CN').length).toBe(1);
    expect(JSON.parse(jsonOf(chart, footer))).toMatchObject({ chart: 'paired', ...footer });
    expect(JSON.parse(specOf(chart) ?? '')).toMatchObject({ $schema: expect.stringContaining('vega-lite') });
  });

  it('show what the marks of the dotplot stand for', () => {
    const spec = JSON.stringify(chart.draw?.({ theme: 'light', size: 'wide', titled: true }));
    const notes = [...spec.matchAll(/"note":"(World \d+: [^"]*)"/g)].map(([, note]) => note);
    expect(notes.length).toBe(40);
    expect(new Set(notes.map((note) => note.split(':')[0])).size).toBe(40);
  });
});

describe('charts by name', () => {
  it('come in the order asked for', async () => {
    const made = await makeCharts(source, ['paired', 'fan']);
    expect(made.map(({ name }) => name)).toEqual(['paired', 'fan']);
    expect(made[0].title).toBe(chart.title);
  });
});
