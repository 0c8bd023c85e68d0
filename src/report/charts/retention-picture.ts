import { quantile, sorted } from '../../analysis/quantiles.ts';
import { inRanges, percent } from '../format.ts';
import { cohortWords } from './cohort-words.ts';
import { assemble, boxes, type ChartSpec, type Heading, outerWidth, type Plot, words } from './drawing.ts';
import { armColor, colorsOf, type Look } from './look.ts';
import { cohortName, type Retention } from './retention.ts';
import { textWidth } from './text.ts';
import { say } from './words.ts';

/** Opacities of the arm's color, from the fewest to the most. */
const SHADES = [0.08, 0.2, 0.34, 0.5, 0.68];

/** Draws the cells. On a phone some columns are left out, never rows. */
export function retentionPicture(
  { source, arm, cohorts }: Retention,
  heading: Heading,
  look: Look,
): ChartSpec {
  const { locale } = source;
  const text = cohortWords[locale];
  const colors = colorsOf(look.theme);
  const names = cohorts.map(({ cohort }) => cohortName(cohort, locale));
  const left = Math.ceil(Math.max(...names.map((name) => textWidth(name, 12)))) + 12;
  const months = Math.max(...cohorts.map(({ ages }) => ages.length));
  const width = outerWidth[look.size] - left - 2;
  const shown = columnsShown(months, Math.floor(width / 38));
  const row = cohorts.length > 16 ? 20 : 26;
  const height = cohorts.length * row;
  const plot: Plot = {
    width,
    height,
    x: [0, shown.length],
    y: [0, height],
    margin: { left, right: 2, top: 26, bottom: 6 },
  };
  const cells = cohorts.flatMap(({ cohort, ages }, i) =>
    shown.flatMap((age, column) => {
      const own = ages[age]?.retention;
      if (!own || own.median === null) return [];
      const share = (value: number | null) => percent(value ?? 0, locale, inRanges);
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
          note: say(text.cellNote, slots, locale),
        },
      ];
    }),
  );
  const step = stepsOf(cells.map(({ value }) => value));
  const color = armColor(colors, arm.place);
  const place = { x: 'left', x2: 'right', y: 'bottom', y2: 'top' };
  const labels = names.map((label, i) => ({ x: 0, y: height - (i + 0.5) * row, label }));
  const heads = shown.map((age, column) => ({
    x: column + 0.5,
    y: height,
    label: shown.length > 8 ? String(age + 1) : say(text.after, { count: age + 1 }, locale),
  }));
  return assemble(
    plot,
    {
      ...heading,
      layers: [
        ...SHADES.flatMap((opacity, shade) => {
          const own = cells.filter(({ value }) => step(value) === shade);
          return own.length > 0 ? [boxes(plot, own, place, { color, opacity, outline: colors.card })] : [];
        }),
        words(
          plot,
          cells,
          { x: 'x', y: 'y', text: 'label' },
          {
            color: colors.ink,
            size: 11.5,
            align: 'center',
            baseline: 'middle',
          },
        ),
        words(
          plot,
          labels,
          { x: 'x', y: 'y', text: 'label' },
          {
            color: colors.soft,
            baseline: 'middle',
            dx: -left,
          },
        ),
        words(
          plot,
          heads,
          { x: 'x', y: 'y', text: 'label' },
          {
            color: colors.soft,
            align: 'center',
            baseline: 'bottom',
            dy: -7,
          },
        ),
      ],
    },
    look,
  );
}

/** All months where there is room, else the first and the last and even steps between. */
function columnsShown(months: number, most: number): number[] {
  const all = Array.from({ length: months }, (_, age) => age);
  if (months <= most) return all;
  const stride = Math.ceil(months / most);
  return all.filter((age) => (months - 1 - age) % stride === 0);
}

/** Which of the steps a value belongs to; equal values to the same. */
function stepsOf(values: readonly number[]): (value: number) => number {
  const rising = sorted(values);
  const bounds = SHADES.slice(1).map((_, i) => quantile(rising, (i + 1) / SHADES.length));
  return (value) => bounds.filter((bound) => value > bound).length;
}
