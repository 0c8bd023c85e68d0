/**
 * A chart that was drawn beforehand, as plain data: a page shows, reads out and saves it like any other, without the
 * worlds that it was made from, which are megabytes.
 */
import type { ChartSpec, Row } from '../../src/report/charts/drawing.ts';
import type { Look, Size } from '../../src/report/charts/look.ts';
import type { Chart } from '../../src/report/charts/source.ts';
import { fileLook, type Origin } from './files.ts';

/** The looks in which pages ask for a chart: of the page's frame, by size, and of files. */
type Drawn = Readonly<Record<Size | 'file', ChartSpec>>;

export interface DrawnChart extends Omit<Chart, 'data' | 'draw'> {
  readonly data: readonly Row[];
  readonly drawn: Drawn | null;
}

const inPage = (size: Size): Look => ({ theme: 'page', size, titled: false });

export function drawnChart({ data, draw, ...rest }: Chart): DrawnChart {
  const drawn = draw && { wide: draw(inPage('wide')), phone: draw(inPage('phone')), file: draw(fileLook) };
  return { ...rest, data: data(), drawn };
}

export function chartOf({ data, drawn, ...rest }: DrawnChart): Chart {
  const draw = drawn && (({ theme, size }: Look) => drawn[theme === 'page' ? size : 'file']);
  return { ...rest, data: () => data, draw };
}

/** The charts of a stored result, and where it comes from. */
export interface DrawnCharts {
  readonly origin: Omit<Origin, 'link'>;
  readonly charts: readonly DrawnChart[];
}
