/** The tables of the methods page, from the parameter table and the metrics themselves. Drawn when the site is built. */

import { Fragment } from 'preact';
import { knownWords, metricUnits, summaryWords } from '../../../src/cli/explain-words.ts';
import { metrics } from '../../../src/metrics/definitions.ts';
import { inLocale } from '../../../src/report/charts/source.ts';
import type { Locale } from '../../../src/report/format.ts';
import { type ParameterRow, parameterRows } from '../../../src/scenario/describe.ts';
import { type Entry, planGroup, sections, shortTable, tactics } from '../../../src/scenario/table.ts';
import { TableHead } from '../../app/TableHead.tsx';
import { methodsWords } from './words.ts';

interface Line {
  readonly entry: Entry;
  readonly row: ParameterRow;
}

/** A table for each group; every row has its path as anchor. */
export function Parameters({ locale }: { readonly locale: Locale }) {
  const rows = parameterRows('CNY', locale, shortTable);
  const lines = shortTable.map((entry, i) => ({ entry, row: rows[i] }));
  return (
    <>
      {[...sections, ...tactics, planGroup].map((group) => (
        <section key={group.path} class="methods-group" data-group={group.path}>
          <h3>{group.label[locale]}</h3>
          <p>
            {group.about[locale]} <code>{group.file}</code>
          </p>
          <div class="methods-rows">
            {lines
              .filter(({ entry }) => entry.section === group)
              .map((line) => (
                <Row key={line.entry.path} line={line} locale={locale} />
              ))}
          </div>
        </section>
      ))}
    </>
  );
}

function Row({ line: { entry, row }, locale }: { readonly line: Line; readonly locale: Locale }) {
  const words = methodsWords[locale];
  const { source } = entry.parameter;
  return (
    <div class="methods-row" id={entry.path} data-known={row.known}>
      <p class="name">
        <b>{row.label}</b>
        <a href={`#${entry.path}`}>
          <Breakable path={entry.path} />
        </a>
      </p>
      <p class="value">
        <b>{row.default}</b>
        {row.range !== '' && <span>{row.range}</span>}
        <small>
          {row.unit} · {row.chosen ? words.chosen : words.drawn}
        </small>
      </p>
      <p class="about">
        {row.about}
        <small>
          <i class={`known ${row.known}`}>{knownWords[locale][row.known]}</i>{' '}
          <span lang={source[locale] === undefined ? 'en' : undefined}>{row.source}</span>
        </small>
      </p>
    </div>
  );
}

/** A path that may break after its dots. */
const Breakable = ({ path }: { readonly path: string }) => (
  <>
    {path.split(/(?<=\.)/).map((step) => (
      <Fragment key={step}>
        {step}
        <wbr />
      </Fragment>
    ))}
  </>
);

export function Metrics({ locale }: { readonly locale: Locale }) {
  const words = methodsWords[locale];
  const good = { more: words.more, less: words.less };
  return (
    <table class="methods-metrics">
      <TableHead columns={words.metricColumns} />
      <tbody>
        {metrics.map(({ name, label, unit, better, summary, about }) => (
          <tr key={name} id={`metric-${name}`}>
            <th scope="row">
              {inLocale(label, locale)} <code>{name}</code>
            </th>
            <td>{metricUnits[locale][unit]}</td>
            <td>{better === null ? '–' : good[better]}</td>
            <td>
              {inLocale(about, locale)} <small>{summaryWords[locale][summary]}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
