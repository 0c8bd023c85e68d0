/** What a sweep found: charts, the points that are chosen among them, and the table of points. Loaded when there are some. */
import { useMemo } from 'preact/hooks';
import { metrics } from '../../../src/metrics/definitions.ts';
import { type Chart, inLocale } from '../../../src/report/charts/source.ts';
import type { Found } from '../../../src/report/charts/sweep/found.ts';
import { parallel } from '../../../src/report/charts/sweep/lines.ts';
import { decisionMap } from '../../../src/report/charts/sweep/map.ts';
import { response } from '../../../src/report/charts/sweep/response.ts';
import { sweepTornado } from '../../../src/report/charts/sweep/tornado.ts';
import { capital } from '../../../src/report/charts/words.ts';
import { version } from '../../../src/version.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import '../../charts/charts.css';
import { Brush } from './Brush.tsx';
import { chosenNumbers } from './choose.ts';
import { chosenArm, chosenMetric, curveInput, mapInputs, spans } from './looking.ts';
import { PointTable, type SendPoint } from './PointTable.tsx';
import { sweepPageWords } from './words.ts';

export interface ResultsProps {
  readonly found: Found;
  /** Name of the metric that is judged by unless another one is chosen. */
  readonly judge: string;
  readonly says: string;
  readonly isBusy: boolean;
  readonly name: string;
  readonly seed: string;
  readonly worlds: number;
  /** Null: of a file that does not say its scenario. */
  readonly send: SendPoint | null;
}

export function Results({ found, judge, says, isBusy, name, seed, worlds, send }: ResultsProps) {
  const words = useWords(sweepPageWords);
  const locale = useLocale();
  const { inputs } = found;
  const chosen = useMemo(() => chosenNumbers(found, spans.value), [found, spans.value]);
  const within = (place: number) => Math.min(inputs.length - 1, place);
  const curve = within(curveInput.value);
  const across = within(mapInputs.value[0]);
  const other = mapInputs.value[1] === across ? (across === 0 ? 1 : 0) : mapInputs.value[1];
  const up = within(other);
  const charts = useMemo<Chart[]>(
    () => [
      response(found, curve),
      sweepTornado(found),
      ...(inputs.length > 1 && found.arms.length > 1 ? [decisionMap(found, across, up)] : []),
    ],
    [found, curve, across, up],
  );
  const lines = useMemo(() => parallel(found, chosen), [found, chosen]);
  const footer = { seed, worlds, version, link: '' };
  return (
    <section class="sweep-results" aria-labelledby="sweep-results" aria-busy={isBusy}>
      <h2 id="sweep-results">{words.results}</h2>
      <p class="sweep-lead">{says}</p>
      <div class="sweep-fields sweep-looks">
        {found.arms.length > 2 && (
          <Choice
            label={words.arm}
            value={found.arm.name}
            options={found.arms.slice(1).map((arm) => [arm.name, arm.label])}
            take={(next) => (chosenArm.value = next)}
          />
        )}
        <Choice
          label={words.metric}
          value={found.metric.name}
          options={metrics.map(({ name: own, label }) => [own, capital(inLocale(label, locale))])}
          take={(next) => (chosenMetric.value = next === judge ? null : next)}
        />
        <InputChoice
          label={words.input}
          found={found}
          value={curve}
          take={(next) => (curveInput.value = next)}
        />
        {charts.length > 2 && (
          <>
            <InputChoice
              label={words.across}
              found={found}
              value={across}
              take={(next) => (mapInputs.value = [next, next === up ? across : up])}
            />
            <InputChoice
              label={words.up}
              found={found}
              value={up}
              take={(next) => (mapInputs.value = [next === across ? up : across, next])}
            />
          </>
        )}
      </div>
      <div class="grid">
        {[...charts, lines].map((chart) => (
          <ChartFigure key={chart.name} chart={chart} locale={locale} name={name} footer={footer} live />
        ))}
      </div>
      <Brush found={found} />
      <PointTable found={found} chosen={chosen} name={name} send={send} />
    </section>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly take: (value: string) => void;
}

const Choice = ({ label, value, options, take }: ChoiceProps) => (
  <label class="field">
    <span>{label}</span>
    <select value={value} onChange={(event) => take(event.currentTarget.value)}>
      {options.map(([own, text]) => (
        <option key={own} value={own}>
          {text}
        </option>
      ))}
    </select>
  </label>
);

interface InputChoiceProps {
  readonly label: string;
  readonly found: Found;
  readonly value: number;
  readonly take: (value: number) => void;
}

const InputChoice = ({ label, found, value, take }: InputChoiceProps) =>
  found.inputs.length < 2 ? null : (
    <Choice
      label={label}
      value={String(value)}
      options={found.inputs.map((input, i) => [String(i), input.label] as const)}
      take={(next) => take(Number(next))}
    />
  );
