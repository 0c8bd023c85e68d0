/** Charts of what is shown, drawn live. Loaded when there is something to draw. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Chart, ChartName } from '../../../src/report/charts/source.ts';
import { version } from '../../../src/version.ts';
import { linkNow } from '../../app/address.ts';
import { useLocale } from '../../app/Shell.tsx';
import { doc, type Shown, shown, view } from '../../app/workspace.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { makeCharts } from '../../charts/make-charts.ts';
import '../../charts/charts.css';

interface ChartsProps {
  readonly names: readonly ChartName[];
  /** Shown until the charts are made. */
  readonly before?: VNode;
}

export function Charts({ names, before }: ChartsProps) {
  const result = shown.value;
  const charts = useCharts(result, names);
  const link = useLink(result);
  const locale = useLocale();
  if (result === null || charts.length === 0) return before ?? null;
  const { seed, worlds } = result.comparison;
  return (
    <div class={charts.length > 1 ? 'grid' : 'chart-alone'}>
      {charts.map((chart) => (
        <ChartFigure
          key={chart.name}
          chart={chart}
          locale={locale}
          name={doc.value?.preset ?? 'scenario'}
          footer={{ seed, worlds, version, link }}
          live
        />
      ))}
    </div>
  );
}

/** The charts of a result; the earlier ones stay until the next are made. */
function useCharts(result: Shown | null, names: readonly ChartName[]): readonly Chart[] {
  const locale = useLocale();
  const { difference, interval } = view.value;
  const [charts, setCharts] = useState<readonly Chart[]>([]);
  const wanted = names.join(' ');
  useEffect(() => {
    let isWanted = true;
    if (result) {
      const { comparison, results, scenario } = result;
      const source = { comparison, results, scenario, locale, difference, interval };
      void makeCharts(source, wanted.split(' ') as ChartName[]).then((made) => {
        if (isWanted) setCharts(made);
      });
    }
    return () => {
      isWanted = false;
    };
  }, [result, locale, wanted, difference, interval]);
  return charts;
}

/** The address of what is shown, for the foot of images. */
function useLink(result: Shown | null): string {
  const [link, setLink] = useState('');
  useEffect(() => {
    let isWanted = true;
    void linkNow(false).then((fragment) => {
      if (isWanted && fragment !== null) setLink(`${location.origin}${location.pathname}${fragment}`);
    });
    return () => {
      isWanted = false;
    };
  }, [result]);
  return link;
}

/** From where on the verdict would be another, in a sentence. */
export function Flip() {
  const locale = useLocale();
  const result = shown.value;
  const [sentence, setSentence] = useState('');
  useEffect(() => {
    let isWanted = true;
    if (result)
      void import('../../../src/report/charts/tornado.ts').then(({ flipPoint, tornado }) => {
        const { comparison, results, scenario } = result;
        const source = { comparison, results, scenario, locale };
        // Where there is nothing to draw the chart says why, and that is all there is to say.
        if (isWanted) setSentence(tornado(source).draw === null ? '' : flipPoint(source));
      });
    return () => {
      isWanted = false;
    };
  }, [result, locale]);
  return sentence === '' ? null : <p class="compare-flip">{sentence}</p>;
}
