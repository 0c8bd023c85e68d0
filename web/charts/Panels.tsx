/** What opens below a chart: its table, its data, its files. */
import { useEffect, useState } from 'preact/hooks';
import { type Chart, figureColumns } from '../../src/report/charts/source.ts';
import { fill } from '../../src/report/format-message.ts';
import { canCopy, copyImage, type Exported, type Format, formats, save } from './export.ts';
import { columnsOf } from './files.ts';
import type { Place } from './walk.ts';
import { chartWords } from './words.ts';

/** The chart's numbers in words. */
export function TablePanel({ chart, place }: { readonly chart: Chart; readonly place: Place | null }) {
  const { columns, rows } = chart.table;
  const isFigures = figureColumns(chart.table);
  const side = (i: number) => (isFigures[i] ? 'num' : '');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keys
    <section class="scroll" tabIndex={0} aria-label={chart.title}>
      <table class="twin">
        <thead>
          <tr>
            {columns.map((column, i) => (
              <th scope="col" class={side(i)} key={`${i} ${column}`}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], r) => (
            <tr key={`${r} ${name}`}>
              <th scope="row">{name}</th>
              {cells.map((cell, c) => (
                <td
                  key={columns[c + 1]}
                  class={place?.row === r && place.column === c + 1 ? `${side(c + 1)} here` : side(c + 1)}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Rows shown; files have all. */
const MOST_ROWS = 100;

interface PanelProps {
  readonly exported: Exported;
  readonly onSaid: (text: string) => void;
}

/** The numbers as they are, not as they are written. */
export function DataPanel({ exported, onSaid }: PanelProps) {
  const { chart, locale } = exported;
  const words = chartWords[locale];
  const rows = chart.data();
  const columns = columnsOf(rows);
  const count = fill(words.rows, { count: rows.length }, locale);
  const some = fill(words.firstRows, { shown: MOST_ROWS, count: rows.length }, locale);
  return (
    <>
      <p class="fine">{rows.length > MOST_ROWS ? some : count}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keys */}
      <section class="scroll rows" tabIndex={0} aria-label={words.data}>
        <table class="twin">
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" key={column}>
                  <code>{column}</code>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_ROWS).map((row, i) => (
              <tr key={i}>
                {columns.map((column) => (
                  <td key={column}>{valueText(row[column], words.none)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <SaveButtons exported={exported} onSaid={onSaid} of={['csv', 'json']} />
    </>
  );
}

function valueText(value: unknown, none: string): string {
  if (value === null || value === undefined || Number.isNaN(value)) return none;
  return typeof value === 'number' ? String(Number(value.toPrecision(8))) : String(value);
}

/** Every format, and the clipboard where there is one. */
export function ExportPanel({ exported, onSaid }: PanelProps) {
  const words = chartWords[exported.locale];
  const [copies, setCopies] = useState(false);
  useEffect(() => setCopies(canCopy()), []);
  const copy = () =>
    copyImage(exported).then(
      () => onSaid(words.copied),
      () => onSaid(words.notSaved),
    );
  const drawn: readonly Format[] = ['png1', 'png2', 'png4', 'svg', 'spec'];
  const possible = formats.filter((format) => exported.chart.draw !== null || !drawn.includes(format));
  return (
    <SaveButtons exported={exported} onSaid={onSaid} of={possible}>
      {copies && exported.chart.draw && (
        <button type="button" class="framed" onClick={copy}>
          {words.copyImage}
        </button>
      )}
    </SaveButtons>
  );
}

interface SaveProps extends PanelProps {
  readonly of: readonly Format[];
  readonly children?: preact.ComponentChildren;
}

function SaveButtons({ exported, onSaid, of, children }: SaveProps) {
  const { locale } = exported;
  const words = chartWords[locale];
  const label = (format: Format) =>
    format === 'png1' || format === 'png2' || format === 'png4'
      ? fill(words.png, { scale: format.slice(3) }, locale)
      : words[format];
  const onSave = (format: Format) =>
    save(exported, format).then(
      (file) => onSaid(fill(words.saved, { file }, locale)),
      () => onSaid(words.notSaved),
    );
  return (
    <div class="row files">
      {of.map((format) => (
        <button key={format} type="button" class="framed" onClick={() => onSave(format)}>
          {label(format)}
        </button>
      ))}
      {children}
    </div>
  );
}
