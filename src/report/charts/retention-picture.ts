import { quantile, sorted } from '../../analysis/quantiles.ts';
import { inRanges, percent } from '../format.ts';
import { cohortWords } from './cohort-words.ts';
import {
  assemble,
  boxes,
  type ChartSpec,
  type Heading,
  type Layer,
  outerWidth,
  type Plot,
  words,
} from './drawing.ts';
import { armColor, type Colors, colorsOf, type Look } from './look.ts';
import { cohortName, type Retention } from './retention.ts';
import { textWidth } from './text.ts';
import { say } from './words.ts';

/** Opacities of the arm's color, from the fewest to the most. */
const SHADES = [0.08, 0.2, 0.34, 0.5, 0.68];
/** Narrowest column with its figures. */
const COLUMN = 38;

/** Draws the cells. On a phone some columns are left out, never rows. */
export function retentionPicture(found: Retention, heading: Heading, look: Look): ChartSpec {
  const { source, arm, cohorts } = found;
  const colors = colorsOf(look.theme);
  const names = cohorts.map(({ cohort }) => cohortName(cohort, source.locale));
  const left = Math.ceil(Math.max(...names.map((name) => textWidth(name, 12)))) + 12;
  const width = outerWidth[look.size] - left - 2;
  const months = Math.max(...cohorts.map(({ ages }) => ages.length));
  const shown = columnsShown(months, Math.floor(width / COLUMN));
  const row = cohorts.length > 16 ? 20 : 26;
  const height = cohorts.length * row;
  const plot: Plot = {
    width,
    height,
    x: [0, shown.length],
    y: [0, height],
    margin: { left, right: 2, top: 26, bottom: 6 },
  };
  const cells = cellsOf(found, shown, height, row);
  return assemble(
    plot,
    {
      ...heading,
      layers: [
        ...cellLayers(plot, cells, armColor(colors, arm.place), colors),
        ...nameLayers(plot, names, row, colors),
        ...monthLayers(plot, shown, source, colors),
      ],
    },
    look,
  );
}

/** All months where there is room, else the last and even steps before it. */
function columnsShown(months: number, most: number): number[] {
  const all = Array.from({ length: months }, (_, age) => age);
  if (months <= most) return all;
  const stride = Math.ceil(months / most);
  return all.filter((age) => (months - 1 - age) % stride === 0);
}

/** The cells of the columns that are shown, in pixels from below. */
function cellsOf({ source, cohorts }: Retention, shown: readonly number[], height: number, row: number) {
  const { locale } = source;
  const share = (value: number | null) => percent(value ?? 0, locale, inRanges);
  return cohorts.flatMap(({ cohort, ages }, i) =>
    shown.flatMap((age, column) => {
      const own = ages[age]?.retention;
      if (!own || own.median === null) return [];
      const slots = {
        cohort: cohortName(cohort, locale),
        count: age + 1,
        share: share(own.median),
        low: share(own.p05),
        high: share(own.p95),
      };
      const top = height - i * row;
      return [
        {
          left: column,
          right: column + 1,
          top,
          bottom: top - row,
          x: column + 0.5,
          y: top - row / 2,
          value: own.median,
          label: percent(Math.round(own.median * 100) / 100, locale),
          note: say(cohortWords[locale].cellNote, slots, locale),
        },
      ];
    }),
  );
}

function cellLayers(
  plot: Plot,
  cells: ReturnType<typeof cellsOf>,
  color: string,
  { card, ink }: Colors,
): Layer[] {
  const step = stepsOf(cells.map(({ value }) => value));
  const place = { x: 'left', x2: 'right', y: 'bottom', y2: 'top' };
  const figures = { x: 'x', y: 'y', text: 'label' };
  return [
    ...SHADES.flatMap((opacity, shade) => {
      const own = cells.filter(({ value }) => step(value) === shade);
      return own.length > 0 ? [boxes(plot, own, place, { color, opacity, outline: card })] : [];
    }),
    words(plot, cells, figures, { color: ink, size: 11.5, align: 'center', baseline: 'middle' }),
  ];
}

/** Which of the steps a value belongs to; equal values to the same. */
function stepsOf(values: readonly number[]): (value: number) => number {
  const rising = sorted(values);
  const bounds = SHADES.slice(1).map((_, i) => quantile(rising, (i + 1) / SHADES.length));
  return (value) => bounds.filter((bound) => value > bound).length;
}

function nameLayers(plot: Plot, names: readonly string[], row: number, { soft }: Colors): Layer[] {
  const rows = names.map((label, i) => ({ x: 0, y: plot.height - (i + 0.5) * row, label }));
  const style = { color: soft, baseline: 'middle', dx: -plot.margin.left } as const;
  return [words(plot, rows, { x: 'x', y: 'y', text: 'label' }, style)];
}

function monthLayers(
  plot: Plot,
  shown: readonly number[],
  { locale }: Retention['source'],
  { soft }: Colors,
): Layer[] {
  const isTight = shown.length > 8;
  const rows = shown.map((age, column) => ({
    x: column + 0.5,
    y: plot.height,
    label: isTight ? String(age + 1) : say(cohortWords[locale].after, { count: age + 1 }, locale),
  }));
  const style = { color: soft, align: 'center', baseline: 'bottom', dy: -7 } as const;
  return [words(plot, rows, { x: 'x', y: 'y', text: 'label' }, style)];
}
