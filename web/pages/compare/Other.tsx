/**
 * Stored results that are no comparison with its worlds: every day of one arm (`seedbed run`), or figures alone
 * (`seedbed compare --json`). They are shown as they are.
 */
import { numbersOf, quantile, sorted } from '../../../src/analysis/quantiles.ts';
import { metrics } from '../../../src/metrics/definitions.ts';
import { inLocale } from '../../../src/report/charts/source.ts';
import { capital, say } from '../../../src/report/charts/words.ts';
import { amount, inRanges, type Locale } from '../../../src/report/format.ts';
import type { StoredRun, StoredSummary } from '../../../src/report/stored.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { other } from '../../app/workspace.ts';
import { otherWords } from './other-words.ts';
import { RunCharts } from './RunCharts.tsx';

export function Other() {
  const stored = other.value;
  if (stored === null) return null;
  return stored.kind === 'run' ? <Run stored={stored} /> : <Summary stored={stored} />;
}

function Run({ stored }: { readonly stored: StoredRun }) {
  const words = useWords(otherWords);
  const locale = useLocale();
  const { title, arm, worlds, days, seed, version } = stored;
  return (
    <section class="compare-other">
      <p class="compare-question">{title}</p>
      <h1>{say(words.runTitle, { arm, worlds, days }, locale)}</h1>
      <p class="fine">{say(words.made, { seed, version, digest: stored.digest.slice(0, 12) }, locale)}</p>
      {stored.made && (
        <RunCharts scenario={stored.made.scenario} results={stored.results} file={stored.file} />
      )}
      <Figures label={arm} rows={runRows(stored, locale)} />
    </section>
  );
}

function Summary({ stored }: { readonly stored: StoredSummary }) {
  const words = useWords(otherWords);
  const locale = useLocale();
  const { comparison, seed, version } = stored;
  const [first, ...rest] = comparison.verdict.text[locale].split('\n');
  return (
    <section class="compare-other">
      <p class="compare-question">{comparison.scenario.title}</p>
      <h1>{first}</h1>
      {rest.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p class="fine">{say(words.made, { seed, version, digest: stored.digest.slice(0, 12) }, locale)}</p>
      {comparison.arms.map(({ name, metrics: spreads }) => (
        <Figures
          key={name}
          label={name}
          rows={metrics.flatMap(({ name: metric, label, unit }) => {
            const spread = spreads[metric];
            if (!spread || spread.median === null || spread.p05 === null || spread.p95 === null) return [];
            return [rowOf(inLocale(label, locale), [spread.p05, spread.median, spread.p95], unit, locale)];
          })}
        />
      ))}
    </section>
  );
}

type FigureRow = readonly [name: string, median: string, range: string];

const rowOf = (
  name: string,
  [low, median, high]: readonly [number, number, number],
  unit: (typeof metrics)[number]['unit'],
  locale: Locale,
  currency = 'CNY',
): FigureRow => {
  const show = (value: number, style = {}) => amount(value, unit, currency, locale, style);
  const words = otherWords[locale];
  return [
    capital(name),
    show(median),
    say(words.range, { low: show(low, inRanges), high: show(high, inRanges) }, locale),
  ];
};

/** Each metric over the worlds of one arm. */
function runRows({ results, made }: StoredRun, locale: Locale): FigureRow[] {
  return metrics.flatMap(({ label, unit }, m) => {
    const values = sorted(numbersOf(results.map(({ outcomes }) => outcomes[m] ?? Number.NaN)));
    if (values.length === 0) return [];
    const at = (part: number) => quantile(values, part);
    const range = [at(0.05), at(0.5), at(0.95)] as const;
    return [rowOf(inLocale(label, locale), range, unit, locale, made?.scenario.currency)];
  });
}

function Figures({ label, rows }: { readonly label: string; readonly rows: readonly FigureRow[] }) {
  const words = useWords(otherWords);
  return (
    <table class="figures">
      <caption>{label}</caption>
      <thead>
        <tr>
          <th scope="col">{words.metric}</th>
          <th scope="col">{words.median}</th>
          <th scope="col">{words.ninety}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, median, range]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{median}</td>
            <td>{range}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
