import { fill } from '../format-message.ts';
import type { ChartSpec, Heading, Layer, Plot, Row } from './drawing.ts';
import { assemble, dots, rules } from './drawing.ts';
import { armColor, type Look } from './look.ts';
import { layRows, type RowLayout } from './rows.ts';
import type { Segments } from './segments.ts';
import { segmentWords } from './segments-words.ts';
import { say } from './words.ts';

/** Draws a row for each segment around the line of no difference. */
export function segmentsPicture(found: Segments, heading: Heading, look: Look): ChartSpec {
  const { source, reading, rows, show } = found;
  const ends = rows.flatMap(({ own, shrunk }) => [own.p05, own.p95, shrunk.p05, shrunk.p95]);
  const inWords = (count: number) => fill(segmentWords[source.locale].peopleCount, { count }, source.locale);
  const names = rows.map(({ label, people }) => ({
    name: label,
    under: people === null ? '' : inWords(Math.round(people)),
  }));
  const laid = layRows(names, Math.min(0, ...ends), Math.max(0, ...ends), show, look);
  const { plot, colors } = laid;
  const marks = marksOf(found, laid);
  const colorOf = { 1: armColor(colors, reading.arm.place), 0: colors.soft, '-1': armColor(colors, 0) };
  return assemble(
    plot,
    {
      ...heading,
      layers: [
        ...laid.layers,
        rules(plot, marks, { x: 'ownLow', x2: 'ownHigh', y: 'below' }, { color: colors.soft }),
        ...([1, 0, -1] as const).flatMap((state) =>
          stateLayers(
            plot,
            marks.filter((mark) => mark.state === state),
            colorOf[state],
          ),
        ),
      ],
    },
    look,
  );
}

function marksOf({ source, rows, show }: Segments, { middle }: RowLayout) {
  const { locale } = source;
  return rows.map(({ label, own, shrunk, state }, i) => {
    const slots = { name: label, value: show(shrunk.median), low: show(shrunk.p05), high: show(shrunk.p95) };
    return {
      y: middle(i),
      below: middle(i) - 8,
      low: shrunk.p05,
      high: shrunk.p95,
      ownLow: own.p05,
      ownHigh: own.p95,
      median: shrunk.median,
      state,
      note: say(segmentWords[locale].note, slots, locale),
    };
  });
}

/** Those that gain, lose, or cannot be told: each in a color of their own. */
function stateLayers(plot: Plot, marks: readonly Row[], color: string): Layer[] {
  if (marks.length === 0) return [];
  const thick = { color, width: 5, opacity: 0.55, cap: 'round' } as const;
  return [
    rules(plot, marks, { x: 'low', x2: 'high', y: 'y' }, thick),
    dots(plot, marks, { x: 'median', y: 'y' }, { color, size: 11 }),
  ];
}
