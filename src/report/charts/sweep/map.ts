/**
 * C10, decision map: where is which arm better?
 *
 * Two inputs cut into parts; each part shows the arm with the best mean over its points and worlds, by colour and by shape,
 * full where that arm is ahead of the next best in at least 90 % of them, hollow where that is undecided.
 */
import { probability } from '../../format.ts';
import type { Chart, ShownArm } from '../source.ts';
import { say } from '../words.ts';
import { type Bin, binsOf, direction, type Found, type FoundPoint } from './found.ts';
import { armName, metricName, within } from './layout.ts';
import { mapPicture } from './map-picture.ts';
import { spanWords } from './response.ts';
import { sweepWords } from './words.ts';

export interface Cell {
  /** Places of its part of each input. */
  readonly column: number;
  readonly row: number;
  readonly points: number;
  readonly best: ShownArm;
  /** Share of worlds of its points in which the best arm is ahead. */
  readonly chance: number;
}

export interface DecisionMap {
  readonly found: Found;
  readonly inputs: readonly [number, number];
  readonly columns: readonly Bin[];
  readonly rows: readonly Bin[];
  readonly cells: readonly Cell[];
}

/** From this share on a mark is full. */
export const SURE = 0.9;

export function decisionMap(found: Found, across: number, up: number): Chart {
  const { locale, inputs } = found;
  const map = mapOf(found, across, up);
  const text = sweepWords[locale];
  const title = map.cells.length === 0 ? text.nothing : titleOf(map);
  const names = { x: inputs[across].label, y: inputs[up].label, metric: metricName(found) };
  const inWords = { x: within(inputs[across]), y: within(inputs[up]), metric: names.metric };
  const subtitle = say(text.map.subtitle, inWords, locale);
  const heading = { title, subtitle, description: title };
  return {
    name: 'sweep-map',
    ...heading,
    table: {
      columns: [names.x, names.y, text.map.best, text.map.ahead, text.points],
      rows: map.cells.map((cell) => [
        spanWords({ found, input: across }, map.columns[cell.column]),
        spanWords({ found, input: up }, map.rows[cell.row]),
        cell.best.label,
        probability(cell.chance, locale),
        String(cell.points),
      ]),
    },
    data: () =>
      map.cells.map(({ column, row, points, best, chance }) => ({
        metric: found.metric.name,
        x: inputs[across].path,
        xFrom: map.columns[column].low,
        xTo: map.columns[column].high,
        y: inputs[up].path,
        yFrom: map.rows[row].low,
        yTo: map.rows[row].high,
        best: best.name,
        shareAhead: chance,
        points,
      })),
    draw: map.cells.length > 0 ? (look) => mapPicture(map, heading, look) : null,
  };
}

export function mapOf(found: Found, across: number, up: number): DecisionMap {
  const [columns, rows] = [binsOf(found, across), binsOf(found, up)];
  const cells = rows.flatMap((own, row) =>
    columns.flatMap((bin, column): Cell[] => {
      const points = bin.points.filter((point) => own.points.includes(point));
      const best = points.length === 0 ? null : bestOf(found, points);
      return best === null ? [] : [{ column, row, points: points.length, ...best }];
    }),
  );
  return { found, inputs: [across, up], columns, rows, cells };
}

/** The arm with the best mean, and the share of worlds in which it is ahead of the next best. */
function bestOf(found: Found, points: readonly FoundPoint[]): Pick<Cell, 'best' | 'chance'> | null {
  const sign = direction(found);
  const means = found.arms.map(({ place }) => sign * meanOver(points, place));
  const order = found.arms.map(({ place }) => place).filter((place) => Number.isFinite(means[place]));
  order.sort((a, b) => means[b] - means[a] || a - b);
  const [first, other] = order;
  if (first === undefined) return null;
  if (other === undefined) return { best: found.arms[first], chance: 1 };
  const wins = points.flatMap(({ outcomes }) =>
    [...outcomes[first]]
      .map((value, world) => sign * (value - outcomes[other][world]))
      .filter(Number.isFinite),
  );
  const ahead = wins.reduce((sum, d) => sum + (d > 0 ? 1 : d === 0 ? 0.5 : 0), 0);
  return { best: found.arms[first], chance: wins.length === 0 ? 0 : ahead / wins.length };
}

function meanOver(points: readonly FoundPoint[], arm: number): number {
  const all = points.flatMap(({ outcomes }) => [...outcomes[arm]]).filter(Number.isFinite);
  return all.reduce((sum, x) => sum + x, 0) / all.length;
}

function titleOf({ found, cells }: DecisionMap): string {
  const text = sweepWords[found.locale].map;
  const won = found.arms
    .map((arm) => ({ arm, parts: cells.filter(({ best }) => best === arm).length }))
    .filter(({ parts }) => parts > 0)
    .sort((a, b) => b.parts - a.parts);
  const [first, second] = won;
  const open = cells.filter(({ chance }) => chance < SURE).length;
  const slots = {
    ...{ arm: armName(first.arm), part: first.parts, total: cells.length },
    ...(second && { other: armName(second.arm), rest: second.parts }),
  };
  const word = second === undefined ? text.all : won.length > 2 ? text.most : text.split;
  const title = say(word, slots, found.locale);
  return open === 0 ? title : say(text.open, { title, open }, found.locale);
}
