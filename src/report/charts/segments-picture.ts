import { fill } from '../format-message.ts';
import type { ChartSpec, Heading } from './drawing.ts';
import { assemble, dots, rules } from './drawing.ts';
import { armColor, type Look } from './look.ts';
import { layRows } from './rows.ts';
import type { Segments } from './segments.ts';
import { segmentWords } from './segments-words.ts';
import { say } from './words.ts';

/** Draws a row for each segment around the line of no difference. */
export function segmentsPicture(
  { source, reading, rows, show }: Segments,
  heading: Heading,
  look: Look,
): ChartSpec {
  const text = segmentWords[source.locale];
  const ends = rows.flatMap(({ own, shrunk }) => [own.p05, own.p95, shrunk.p05, shrunk.p95]);
  const names = rows.map(({ name, people }) => ({
    name,
    under: people === null ? '' : fill(text.peopleCount, { count: Math.round(people) }, source.locale),
  }));
  const laid = layRows(names, Math.min(0, ...ends), Math.max(0, ...ends), show, look);
  const { plot, middle, colors } = laid;
  const marks = rows.map(({ name, own, shrunk, state }, i) => ({
    y: middle(i),
    below: middle(i) - 8,
    low: shrunk.p05,
    high: shrunk.p95,
    ownLow: own.p05,
    ownHigh: own.p95,
    median: shrunk.median,
    state,
    note: say(
      text.note,
      { name, value: show(shrunk.median), low: show(shrunk.p05), high: show(shrunk.p95) },
      source.locale,
    ),
  }));
  const color = (state: number) =>
    state === 1 ? armColor(colors, reading.arm.place) : state === -1 ? armColor(colors, 0) : colors.soft;
  const ofState = (state: number) => marks.filter((mark) => mark.state === state);
  return assemble(
    plot,
    {
      ...heading,
      layers: [
        ...laid.layers,
        rules(plot, marks, { x: 'ownLow', x2: 'ownHigh', y: 'below' }, { color: colors.soft }),
        ...[1, 0, -1].flatMap((state) =>
          ofState(state).length === 0
            ? []
            : [
                rules(
                  plot,
                  ofState(state),
                  { x: 'low', x2: 'high', y: 'y' },
                  {
                    color: color(state),
                    width: 5,
                    opacity: 0.55,
                    cap: 'round',
                  },
                ),
                dots(plot, ofState(state), { x: 'median', y: 'y' }, { color: color(state), size: 11 }),
              ],
        ),
      ],
    },
    look,
  );
}
