import { describe, expect, it } from 'vitest';
import { fan } from '../../../src/report/charts/fan.ts';
import type { Look } from '../../../src/report/charts/look.ts';
import { paired } from '../../../src/report/charts/paired.ts';
import type { Chart } from '../../../src/report/charts/source.ts';
import { chartOf, drawnChart } from '../../../web/charts/drawn-chart.ts';
import { csvOf, fileLook, specOf } from '../../../web/charts/files.ts';
import { blunt, make, tailored } from '../../report/synthetic.ts';

const source = { ...make({ arms: [blunt, tailored], worlds: 40 }), locale: 'en' as const };
const sent = (chart: Chart): Chart => chartOf(JSON.parse(JSON.stringify(drawnChart(chart))));
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

describe.each([fan, paired])('a chart that was drawn beforehand', (makeChart) => {
  const chart = makeChart(source);
  const again = sent(chart);

  it('looks the same in every frame and file', () => {
    const looks: Look[] = [
      { theme: 'page', size: 'wide', titled: false },
      { theme: 'page', size: 'phone', titled: false },
      fileLook,
    ];
    for (const look of looks) expect(again.draw?.(look)).toEqual(plain(chart.draw?.(look)));
    expect(new Set(looks.map((look) => JSON.stringify(again.draw?.(look)))).size).toBe(looks.length);
  });

  it('says the same and has the same numbers', () => {
    const { title, subtitle, description, table, name } = chart;
    expect(again).toMatchObject(plain({ title, subtitle, description, table, name }));
    expect(csvOf(again.data())).toBe(csvOf(chart.data()));
    expect(specOf(again)).toBe(specOf(chart));
  });

  it('has nothing to draw where the chart has not', () => {
    expect(sent({ ...chart, draw: null }).draw).toBeNull();
  });
});
