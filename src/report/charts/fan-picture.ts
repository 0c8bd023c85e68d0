import { amount, inRanges } from '../format.ts';
import type { Moment, Path, TimeLine } from './course.ts';
import type { ChartSpec, Heading } from './drawing.ts';
import {
  assemble,
  bands,
  type Layer,
  lineHeight,
  lines,
  outerWidth,
  type Plot,
  paragraphs,
  type Row,
  rules,
  words,
  yPixel,
  yValue,
} from './drawing.ts';
import type { ArmCourse, Fan } from './fan.ts';
import { fanWords, tickTimes, timeLabel } from './fan-words.ts';
import { armColor, armDash, armText, colorsOf, type Look } from './look.ts';
import type { ArmSource } from './source.ts';
import { BOLD, spread, textWidth, wrap } from './text.ts';
import { say } from './words.ts';

/** Draws the fan: grid, bands, single worlds, medians, names. */
export function fanPicture(drawn: Fan, heading: Heading, look: Look): ChartSpec {
  const { source, line, courses, y } = drawn;
  const colors = colorsOf(look.theme);
  const isWide = look.size === 'wide';
  const labelSize = isWide ? 13 : 12.5;
  const tickLabels = y.ticks.map((value) => ({ value, label: tickLabel(value, drawn) }));
  const left = Math.ceil(Math.max(...tickLabels.map(({ label }) => textWidth(label, 12)))) + 10;
  const room = isWide ? 128 : 88;
  // As much higher as the dotplot beside it, which has a row for each further arm.
  const height = isWide ? 272 + 34 * Math.max(0, courses.length - 2) : 230;
  const most = Math.max(1, Math.min(3, Math.floor(height / courses.length / lineHeight(labelSize))));
  const labels = courses.map(({ arm }) => wrap(arm.label, labelSize, (room - 14) / BOLD, most));
  const widest = Math.max(...labels.flat().map((text) => textWidth(text, labelSize) * BOLD));
  const isLabeled = look.labeled ?? true;
  const right = isLabeled ? Math.ceil(Math.min(room, widest + 16)) : 22;
  const plot: Plot = {
    width: outerWidth[look.size] - left - right,
    height,
    x: [0, line.length],
    y: [y.low, y.high],
    margin: { left, right, top: 12, bottom: 28 },
  };
  const datasets: Record<string, readonly Row[]> = {};
  for (const { arm, moments, singles } of courses) {
    datasets[`arm${arm.place}`] = moments.map((moment) => ({
      arm: arm.name,
      ...moment,
      note: momentNote(arm.label, moment, drawn),
    }));
    if (singles.length > 0) datasets[`worlds${arm.place}`] = singleRows(singles, drawn);
  }
  return assemble(
    plot,
    {
      ...heading,
      datasets,
      layers: [
        ...grid(plot, tickLabels, colors),
        ...timeAxis(plot, source, line, colors, isWide),
        ...courses.flatMap((course) => bandLayers(plot, course, armColor(colors, course.arm.place))),
        ...courses.flatMap((course) => singleLayers(plot, course, armColor(colors, course.arm.place))),
        ...[...courses].reverse().map(({ arm }) =>
          lines(
            plot,
            `arm${arm.place}`,
            { x: 'time', y: 'median' },
            {
              color: armColor(colors, arm.place),
              width: 2.4,
              dash: armDash(arm.place),
              cap: arm.place < 2 ? 'butt' : 'round',
            },
          ),
        ),
        ...(isLabeled ? endLabels(plot, courses, labels, labelSize, colors) : []),
      ],
    },
    look,
  );
}

function tickLabel(value: number, { metric, source }: Fan): string {
  return amount(value, metric.unit, source.scenario.currency, source.locale);
}

/** What a moment of an arm says to who points at it. */
function momentNote(arm: string, { time, median, low, high }: Moment, { source, metric, line }: Fan): string {
  const { locale, scenario } = source;
  const show = (value: number) => amount(value, metric.unit, scenario.currency, locale, inRanges);
  const slots = {
    arm,
    time: timeLabel(time, line, locale),
    median: show(median),
    low: show(low),
    high: show(high),
  };
  return say(fanWords[locale].moment, slots, locale);
}

function singleRows(singles: readonly Path[], { metric, line }: Fan): Row[] {
  return singles.flatMap((path, world) => {
    const points = path.flatMap((value, i) =>
      Number.isFinite(value) ? [{ world, time: line.times[i], value }] : [],
    );
    return metric.summary === 'sum' ? [{ world, time: 0, value: 0 }, ...points] : points;
  });
}

function grid(
  plot: Plot,
  ticks: readonly { readonly value: number; readonly label: string }[],
  colors: ReturnType<typeof colorsOf>,
): Layer[] {
  const rows = ticks.map((tick) => ({ ...tick, from: plot.x[0], to: plot.x[1] }));
  const places = { x: 'from', x2: 'to', y: 'value' };
  return [
    rules(plot, rows, places, { color: colors.rule }),
    ...(plot.y[0] < 0
      ? [
          rules(
            plot,
            rows.filter(({ value }) => value === 0),
            places,
            { color: colors.soft },
          ),
        ]
      : []),
    words(
      plot,
      rows,
      { x: 'from', y: 'value', text: 'label' },
      {
        color: colors.soft,
        align: 'right',
        baseline: 'middle',
        dx: -8,
      },
    ),
  ];
}

function timeAxis(
  plot: Plot,
  source: ArmSource,
  line: TimeLine,
  colors: ReturnType<typeof colorsOf>,
  isWide: boolean,
): Layer[] {
  const ticks = tickTimes(line.length, isWide ? 6 : 4);
  const rows = ticks.map((time) => ({
    time,
    bottom: plot.y[0],
    label: timeLabel(time, line, source.locale),
  }));
  return [
    words(
      plot,
      rows,
      { x: 'time', y: 'bottom', text: 'label' },
      {
        color: colors.soft,
        align: 'center',
        baseline: 'top',
        dy: 9,
      },
    ),
  ];
}

const bandLayers = (plot: Plot, { arm, hasBands }: ArmCourse, color: string): Layer[] =>
  hasBands
    ? [
        bands(plot, `arm${arm.place}`, { x: 'time', y: 'low', y2: 'high' }, { color, opacity: 0.1 }),
        bands(plot, `arm${arm.place}`, { x: 'time', y: 'p25', y2: 'p75' }, { color, opacity: 0.17 }),
      ]
    : [];

const singleLayers = (plot: Plot, { arm, singles }: ArmCourse, color: string): Layer[] =>
  singles.length > 0
    ? [
        lines(
          plot,
          `worlds${arm.place}`,
          { x: 'time', y: 'value', group: 'world' },
          { color, width: 0.8, opacity: 0.45 },
        ),
      ]
    : [];

/** The arms' names beside the ends of their lines, moved apart where they would meet, with a leader where moved far. */
function endLabels(
  plot: Plot,
  courses: readonly ArmCourse[],
  labels: readonly (readonly string[])[],
  size: number,
  colors: ReturnType<typeof colorsOf>,
): Layer[] {
  const shown = courses.flatMap(({ arm, moments }) => {
    const end = moments.at(-1);
    return end ? [{ arm, end, lines: labels[arm.place] }] : [];
  });
  const wanted = shown.map((each) => ({
    wanted: yPixel(plot, each.end.median),
    height: each.lines.length * lineHeight(size) + 3,
  }));
  const centers = spread(wanted, -plot.margin.top, plot.height);
  const unit = (plot.x[1] - plot.x[0]) / plot.width;
  return shown.flatMap(({ arm, end, lines: text }, i) => {
    const row = {
      x: plot.x[1],
      from: end.time + 2 * unit,
      to: plot.x[1] + 8 * unit,
      y: end.median,
      labelY: yValue(plot, centers[i]),
      label: text,
    };
    const isMoved = Math.abs(centers[i] - wanted[i].wanted) > 5;
    return [
      ...(isMoved
        ? [
            rules(
              plot,
              [row],
              { x: 'from', x2: 'to', y: 'y', y2: 'labelY' },
              { color: armColor(colors, arm.place), opacity: 0.6 },
            ),
          ]
        : []),
      ...paragraphs(
        plot,
        [row],
        { x: 'x', y: 'labelY', text: 'label' },
        { color: armText(colors, arm.place), size, weight: 600, dx: 11 },
      ),
    ];
  });
}
