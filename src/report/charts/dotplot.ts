/**
 * Quantile dotplots: equal parts of a distribution as dots in columns, so that a chance can be counted (Kay et al.
 * 2016, doi:10.1145/2858036.2858558).
 */
import { quantile } from '../../analysis/quantiles.ts';

/** Up to `most` dots, each as likely as any other. With fewer numbers than that, a dot is a number. */
export function quantileDots(rising: Float64Array, most: number): number[] {
  if (rising.length <= most) return [...rising];
  return Array.from({ length: most }, (_, i) => quantile(rising, (i + 0.5) / most));
}

export interface PlacedDot {
  /** The number that the dot stands for, and its place among the numbers. */
  readonly value: number;
  readonly place: number;
  /** Middle of its column, in the unit of the numbers. */
  readonly x: number;
  /** Place in its column, from 0. */
  readonly level: number;
}

export interface Dotplot {
  readonly dots: readonly PlacedDot[];
  /** Width of a column and height of a place, in pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * Stacks dots in columns as wide as the highest column allows. No column holds both signs: the edge between two
 * columns lies on 0, or a column of exact zeros of its own stands there.
 */
export function stack(
  values: readonly number[],
  pixelsPerUnit: number,
  height: number,
  widest: number,
): Dotplot {
  const hasZeros = values.includes(0);
  let width = widest;
  let columns = columnsOf(values, width / pixelsPerUnit, hasZeros);
  while (highest(columns) * width > height && width > 6) {
    width -= 0.5;
    columns = columnsOf(values, width / pixelsPerUnit, hasZeros);
  }
  const dots: PlacedDot[] = [];
  for (const [column, members] of columns) {
    const x = middle(column, hasZeros) * (width / pixelsPerUnit);
    members.forEach((place, level) => {
      dots.push({ value: values[place], place, x, level });
    });
  }
  return { dots, width, height: Math.min(width, height / highest(columns)) };
}

/** Places of the numbers by column. Columns are numbered from 1 above 0 and from -1 below; 0 holds exact zeros. */
function columnsOf(values: readonly number[], width: number, hasZeros: boolean): Map<number, number[]> {
  const columns = new Map<number, number[]>();
  for (const [place, value] of values.entries()) {
    const away = Math.abs(value) / width;
    const column = Math.sign(value) * (hasZeros ? Math.max(1, Math.round(away)) : Math.floor(away) + 1);
    const members = columns.get(column);
    if (members) members.push(place);
    else columns.set(column, [place]);
  }
  return columns;
}

/** Middle of a column in column widths. */
const middle = (column: number, hasZeros: boolean): number =>
  hasZeros ? column : column - Math.sign(column) / 2;

const highest = (columns: ReadonlyMap<number, readonly number[]>): number =>
  Math.max(1, ...[...columns.values()].map((members) => members.length));
