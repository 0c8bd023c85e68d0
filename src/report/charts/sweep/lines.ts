/**
 * C9, parallel coordinates: which combinations do well?
 *
 * A line for each point through its inputs, each from its low end to its high end, and what is judged at the right. Points
 * that are chosen are coloured, the others are grey; where nobody has chosen, the best tenth is.
 */
import type { Chart } from '../source.ts';
import { say } from '../words.ts';
import { direction, type Found, type FoundPoint, judged, placeIn, showJudged, summary } from './found.ts';
import { judgedWords, within } from './layout.ts';
import { linesPicture } from './lines-picture.ts';
import { inputBars } from './tornado.ts';
import { sweepWords } from './words.ts';

export interface Line {
  readonly point: FoundPoint;
  /** By input, from 0 to 1. */
  readonly places: readonly number[];
  readonly median: number;
  readonly isChosen: boolean;
}

const TENTH = 10;

/** `chosen`: numbers of points; null where nobody has chosen. */
export function pointLines(found: Found, chosen: ReadonlySet<number> | null): Line[] {
  const all = found.points.flatMap((point) => {
    const median = summary(judged(found, point))?.median;
    return median === undefined ? [] : [{ point, median }];
  });
  const sign = direction(found);
  const bestFirst = [...all].sort((a, b) => sign * (b.median - a.median) || a.point.number - b.point.number);
  const best = new Set(bestFirst.slice(0, Math.ceil(all.length / TENTH)).map(({ point }) => point.number));
  return all.map(({ point, median }) => ({
    point,
    median,
    places: found.inputs.map((input, i) => placeIn(input, point.values[i])),
    isChosen: (chosen ?? best).has(point.number),
  }));
}

export function parallel(found: Found, chosen: ReadonlySet<number> | null): Chart {
  const { locale, inputs } = found;
  const lines = pointLines(found, chosen);
  const text = sweepWords[locale];
  const title = titleOf(found, lines, chosen !== null);
  const axes = axesOf(found);
  const counts = { count: axes.length, all: inputs.length };
  const slots = { what: judgedWords(found), ...counts };
  const isPart = axes.length < inputs.length;
  const subtitle = say(isPart ? text.lines.subtitlePart : text.lines.subtitle, slots, locale);
  const heading = { title, subtitle, description: title };
  const shown = lines.filter(({ isChosen }) => isChosen);
  return {
    name: 'sweep-lines',
    ...heading,
    table: {
      columns: [text.lines.point, ...inputs.map(({ label }) => label), text.lines.result],
      rows: shown.map(({ point, median }) => [
        String(point.number),
        ...point.values.map((value, i) => inputs[i].show(value)),
        showJudged(found, median),
      ]),
    },
    data: () =>
      lines.map(({ point, median, isChosen }) => ({
        metric: found.metric.name,
        arm: found.arm.name,
        point: point.number,
        ...Object.fromEntries(inputs.map(({ path }, i) => [path, point.values[i]])),
        median,
        chosen: isChosen,
      })),
    draw: lines.length > 1 ? (look) => linesPicture(narrowed(found, lines, axes), heading, look) : null,
  };
}

/** Axes that a drawing has room for, beside that of the result. */
const MOST_AXES = 6;

/** Places of the inputs that are drawn: all of them, or those that move the result most. */
function axesOf(found: Found): number[] {
  const places = found.inputs.map((_, i) => i);
  if (places.length <= MOST_AXES) return places;
  const most = inputBars(found)
    .slice(0, MOST_AXES)
    .map(({ path }) => path);
  return places.filter((i) => most.includes(found.inputs[i].path));
}

function narrowed(found: Found, lines: readonly Line[], axes: readonly number[]) {
  const of = <T>(all: readonly T[]): T[] => axes.map((i) => all[i]);
  return {
    found: { ...found, inputs: of(found.inputs) },
    lines: lines.map((line) => ({
      ...line,
      places: of(line.places),
      point: { ...line.point, values: of(line.point.values) },
    })),
  };
}

/** So far from the middle, chosen points lie high or low in an input. */
const FAR = 0.15;

function titleOf({ inputs, locale }: Found, lines: readonly Line[], isOwn: boolean): string {
  const text = sweepWords[locale].lines;
  const chosen = lines.filter(({ isChosen }) => isChosen);
  if (chosen.length === 0) return lines.length === 0 ? sweepWords[locale].nothing : text.noneChosen;
  const items = inputs
    .map((input, i) => ({
      label: within(input),
      off: chosen.reduce((sum, { places }) => sum + places[i], 0) / chosen.length - 0.5,
    }))
    .filter(({ off }) => Math.abs(off) > FAR)
    .sort((a, b) => Math.abs(b.off) - Math.abs(a.off))
    .slice(0, 3)
    .map(({ label, off }) => say(off > 0 ? text.high : text.low, { input: label }, locale));
  if (items.length === 0) return isOwn ? text.spreadChosen : text.spread;
  return say(isOwn ? text.chosen : text.best, { items: items.join(sweepWords[locale].joint) }, locale);
}
