/**
 * A chart in its frame: the answer as its title, the question below, the drawing, and in plain sight its data, the same
 * numbers as a table, and files of it.
 *
 * The drawing is one stop of the Tab key. There left and right walk the rows of the table, up and down its columns,
 * Enter opens the table, Escape closes what is open. What is under the keyboard or the mouse stands in a line below.
 */
import { useId, useRef, useState } from 'preact/hooks';
import type { Size } from '../../src/report/charts/look.ts';
import type { Chart } from '../../src/report/charts/source.ts';
import { say } from '../../src/report/charts/words.ts';
import type { Locale } from '../../src/report/format.ts';
import { Drawing } from './Drawing.tsx';
import type { Origin } from './files.ts';
import { DataPanel, ExportPanel, TablePanel } from './Panels.tsx';
import { type Place, placeText, step } from './walk.ts';
import { chartWords } from './words.ts';

export interface ChartFigureProps {
  readonly chart: Chart;
  readonly locale: Locale;
  /** Name of the scenario, for names of files. */
  readonly name: string;
  /** Seed, worlds, version and link: the foot of every image. */
  readonly footer: Origin;
  /** Whether the page draws; before that `stored` is shown. */
  readonly live: boolean;
  /** Drawn beforehand, wide and for phones, as markup of our own build. */
  readonly stored?: string;
  /** Instead of by the width of the frame. */
  readonly size?: Size;
  /** Called when it is drawn live, or cannot be. */
  readonly onDrawn?: () => void;
  /** Level of the heading. Default: 3. */
  readonly level?: 2 | 3;
}

const panels = ['data', 'table', 'export'] as const;
type Panel = (typeof panels)[number];

export function ChartFigure(props: ChartFigureProps) {
  const { chart, locale, name, footer, live, stored = '', size = null, level = 3, onDrawn } = props;
  const id = useId();
  const drawing = useRef<HTMLDivElement>(null);
  const reading = useReading(chart, locale, drawing);
  const { panel, setPanel, place, said, setSaid } = reading;
  const words = chartWords[locale];
  const exported = { chart, locale, preset: name, origin: footer };
  const Heading = level === 2 ? 'h2' : 'h3';
  if (chart.draw === null)
    return <p class={`chart-none ${chart.name}`}>{say(words.nothing, { title: chart.title }, locale)}</p>;
  return (
    <figure class={`chart ${chart.name}`}>
      <figcaption>
        <Heading id={`${id}-title`}>{chart.title}</Heading>
        <p>{chart.subtitle}</p>
      </figcaption>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no form */}
      <div
        class="drawing"
        ref={drawing}
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys read the numbers out
        tabIndex={0}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-about`}
        onKeyDown={reading.onKeyDown}
        onBlur={reading.onBlur}
      >
        <span class="unseen" id={`${id}-about`}>
          {chart.description} {words.keys}
        </span>
        <div aria-hidden="true">
          <Drawing
            chart={chart}
            stored={stored}
            live={live}
            size={size}
            onPoint={(note) => setSaid(note ?? '')}
            onDrawn={onDrawn}
            onFail={() => {
              setSaid(words.failed);
              onDrawn?.();
            }}
          />
        </div>
      </div>
      <p class="readout" aria-live="polite">
        {said}
      </p>
      <Tools id={id} chart={chart} locale={locale} panel={panel} onPanel={setPanel} />
      {panel && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from wherever one is in it
        <div class="panel" id={`${id}-panel`} onKeyDown={reading.onPanelKeyDown}>
          {panel === 'table' && <TablePanel chart={chart} place={place} />}
          {panel === 'data' && <DataPanel exported={exported} onSaid={setSaid} />}
          {panel === 'export' && <ExportPanel exported={exported} onSaid={setSaid} />}
        </div>
      )}
    </figure>
  );
}

/** What is open, what is read, and the keys for both. */
function useReading(chart: Chart, locale: Locale, drawing: { readonly current: HTMLElement | null }) {
  const [panel, setPanel] = useState<Panel | null>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const [said, setSaid] = useState('');
  const leave = () => {
    if (panel) setPanel(null);
    else drawing.current?.blur();
    setPlace(null);
    setSaid('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = step(place, event.key, chart.table);
    if (next) {
      setPlace(next);
      setSaid(placeText(next, chart.table, locale));
    } else if (event.key === 'Enter') setPanel('table');
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
  };
  const onPanelKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    setPanel(null);
    drawing.current?.focus();
  };
  return { panel, setPanel, place, said, setSaid, onKeyDown, onPanelKeyDown, onBlur: () => setPlace(null) };
}

interface ToolsProps {
  readonly id: string;
  readonly chart: Chart;
  readonly locale: Locale;
  readonly panel: Panel | null;
  readonly onPanel: (panel: Panel | null) => void;
}

/** In plain sight, each with what it belongs to for those who hear it. */
function Tools({ id, chart, locale, panel, onPanel }: ToolsProps) {
  const words = chartWords[locale];
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons of a drawing, not of a form
    <div class="chart-tools" role="group" aria-label={words.tools}>
      {panels.map((each) => (
        <button
          key={each}
          type="button"
          aria-expanded={panel === each}
          aria-controls={panel === each ? `${id}-panel` : undefined}
          disabled={each === 'table' && chart.table.rows.length === 0}
          onClick={() => onPanel(panel === each ? null : each)}
        >
          {words[each]}
          <span class="unseen">: {chart.title}</span>
        </button>
      ))}
    </div>
  );
}
