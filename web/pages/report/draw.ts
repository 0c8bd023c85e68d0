/** Charts drawn once, as markup, in the size that print has room for: two beside each other on a page. */
import type { ChartSource } from '../../../src/report/charts/source.ts';
import { makeCharts } from '../../charts/make-charts.ts';
import { svgOf } from '../../charts/open-board.ts';

export interface DrawnChart {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly markup: string;
}

/** Of a report, in order. */
const names = ['fan', 'paired', 'money', 'guardrails'] as const;

export async function drawCharts(source: ChartSource): Promise<DrawnChart[]> {
  const drawn: DrawnChart[] = [];
  for (const chart of await makeCharts(source, names)) {
    if (!chart.draw) continue;
    const { name, title, subtitle, description } = chart;
    const svg = await svgOf(chart.draw({ theme: 'page', size: 'phone', titled: false }));
    drawn.push({ name, title, subtitle, markup: labeled(svg, description) });
  }
  return drawn;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** In a page a drawing has the page's width, and the words of our own description. */
export function labeled(svg: string, description: string): string {
  const label = description.replace(/[&<>"]/g, (sign) => entities[sign]);
  // Vega names every mark for machines; the picture as a whole has one name.
  const bare = svg.replace(
    / (?:role="graphics-[\w-]+"|aria-roledescription="[^"]*"|aria-label="[^"]*")/g,
    '',
  );
  return bare.replace(/^<svg [^>]*>/, (tag) =>
    tag
      .replace(/ (?:xmlns|xmlns:xlink|version|class|width|height|style)="[^"]*"/g, '')
      .replace('<svg', () => `<svg role="img" aria-label="${label}"`),
  );
}
