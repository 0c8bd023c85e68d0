/** One arm over time: any daily metric of a stored run, drawn as the fan of a comparison is. */
import { useEffect, useState } from 'preact/hooks';
import type { WorldResult } from '../../../src/experiment/results.ts';
import { metrics } from '../../../src/metrics/definitions.ts';
import { type Chart, inLocale } from '../../../src/report/charts/source.ts';
import { capital } from '../../../src/report/charts/words.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { version } from '../../../src/version.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import '../../charts/charts.css';
import { otherWords } from './other-words.ts';

interface RunChartsProps {
  readonly scenario: Scenario;
  readonly results: readonly WorldResult[];
  readonly file: string;
}

export function RunCharts({ scenario, results, file }: RunChartsProps) {
  const words = useWords(otherWords);
  const locale = useLocale();
  const [metric, setMetric] = useState('members');
  const chart = useFan(scenario, results, metric);
  const daily = metrics.filter(({ name }) => results[0]?.daily[name] !== undefined);
  return (
    <div class="chart-alone">
      <label class="field">
        <span>{words.shown}</span>
        <select value={metric} onChange={(event) => setMetric(event.currentTarget.value)}>
          {daily.map(({ name, label }) => (
            <option key={name} value={name}>
              {capital(inLocale(label, locale))}
            </option>
          ))}
        </select>
      </label>
      {chart && (
        <ChartFigure
          chart={chart}
          locale={locale}
          name={file.replace(/\.\w+$/, '')}
          footer={{ seed: scenario.seed, worlds: results.length, version, link: '' }}
          live
        />
      )}
    </div>
  );
}

function useFan(scenario: Scenario, results: readonly WorldResult[], metric: string): Chart | null {
  const locale = useLocale();
  const [chart, setChart] = useState<Chart | null>(null);
  useEffect(() => {
    let isWanted = true;
    void import('../../../src/report/charts/fan.ts').then(({ fan }) => {
      const asked = { ...scenario, judge: { ...scenario.judge, metric } };
      const comparison = { decision: { arm: scenario.arms[0].name } };
      if (isWanted) setChart(fan({ scenario: asked, comparison, results, locale }));
    });
    return () => {
      isWanted = false;
    };
  }, [scenario, results, metric, locale]);
  return chart;
}
