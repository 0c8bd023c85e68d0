/** The chart of an embedded page, drawn live. Loaded when there is something to draw. */
import { useEffect, useState } from 'preact/hooks';
import type { Chart, ChartName } from '../../../src/report/charts/source.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { doc, type Shown, view } from '../../app/workspace.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { makeCharts } from '../../charts/make-charts.ts';
import '../../charts/charts.css';
import { embedWords } from './words.ts';

export function Drawn({ result, name }: { readonly result: Shown; readonly name: ChartName }) {
  const words = useWords(embedWords);
  const locale = useLocale();
  const [chart, setChart] = useState<Chart | null | undefined>(undefined);
  const { difference, interval } = view.value;
  useEffect(() => {
    let isWanted = true;
    const { comparison, results, scenario } = result;
    void makeCharts({ comparison, results, scenario, locale, difference, interval }, [name]).then(
      ([made]) => {
        if (isWanted) setChart(made ?? null);
      },
    );
    return () => {
      isWanted = false;
    };
  }, [result, name, locale, difference, interval]);
  if (chart === undefined) return <p class="embed-state">{words.waiting}</p>;
  if (chart === null) return <p class="embed-state">{words.nothing}</p>;
  const { seed, worlds, version } = result.comparison;
  const link = new URL(`../compare/${location.hash}`, location.href).href;
  return (
    <ChartFigure
      chart={chart}
      locale={locale}
      name={doc.value?.preset ?? 'scenario'}
      footer={{ seed, worlds, version, link }}
      level={2}
      live
    />
  );
}
