/** The charts that the page was written with, live before the worlds of its stored result are there. */
import { useEffect, useState } from 'preact/hooks';
import type { Chart } from '../../../src/report/charts/source.ts';
import type { Locale } from '../../../src/report/format.ts';
import { usePageData, useStatic } from '../../app/page-data.ts';
import { useLocale } from '../../app/Shell.tsx';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { chartOf, type DrawnCharts } from '../../charts/drawn-chart.ts';
import '../../charts/charts.css';
import { type BeforeProps, drawnCharts, onDrawn } from './first-charts.ts';

export function FirstCharts({ before }: BeforeProps) {
  const { story } = usePageData();
  const locale = useLocale();
  const drawn = useDrawnCharts(story?.name, locale);
  const drawings = useStatic('charts', locale);
  if (drawn === null || !story) return before;
  const link = location.origin + location.pathname;
  return (
    <div class="grid">
      {drawn.charts.map((chart) => (
        <ChartFigure
          key={chart.name}
          chart={chart}
          locale={locale}
          name={story.name}
          footer={{ ...drawn.origin, link }}
          stored={drawingOf(drawings, chart.name)}
          live
          onDrawn={onDrawn}
        />
      ))}
    </div>
  );
}

interface Live {
  readonly origin: DrawnCharts['origin'];
  readonly charts: readonly Chart[];
}

/** Null until they are there; for good where they cannot be had. */
function useDrawnCharts(story: string | undefined, locale: Locale): Live | null {
  const [live, setLive] = useState<Live | null>(null);
  useEffect(() => {
    let isWanted = true;
    if (story !== undefined)
      void drawnCharts(story, locale).then((drawn) => {
        if (isWanted && drawn) setLive({ origin: drawn.origin, charts: drawn.charts.map(chartOf) });
      });
    return () => {
      isWanted = false;
    };
  }, [story, locale]);
  return live;
}

/** The drawings of one chart, for wide and narrow frames, out of the markup of all. */
function drawingOf(markup: string, name: string): string {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return [...template.content.querySelectorAll(`figure.${name} > svg`)].map((svg) => svg.outerHTML).join('');
}
