import type { ChartSpec, Heading, Plot } from '../drawing.ts';
import { assemble, bands, dots, lines, outerWidth, rules, words } from '../drawing.ts';
import { armColor, colorsOf, type Look } from '../look.ts';
import { axisFor } from '../scale.ts';
import { cut, textWidth } from '../text.ts';
import { say } from '../words.ts';
import { showJudged } from './found.ts';
import { ticksOf } from './layout.ts';
import { type Response, spanWords } from './response.ts';
import { sweepWords } from './words.ts';

/** Draws bands and the line of medians over the dots of the points. */
export function responsePicture(read: Response, heading: Heading, look: Look): ChartSpec {
  const { found, input, steps, dots: points } = read;
  const colors = colorsOf(look.theme);
  const color = armColor(colors, found.arm.place);
  const axis = axisFor(
    Math.min(0, ...steps.map(({ p05 }) => p05)),
    Math.max(0, ...steps.map(({ p95 }) => p95)),
    look.size === 'wide' ? 5 : 4,
  );
  const labels = axis.ticks.map((value) => ({ value, x: 0, label: showJudged(found, value, { digits: 3 }) }));
  const left = Math.max(...labels.map(({ label }) => textWidth(label, 12))) + 12;
  const margin = { left, right: 18, top: 10, bottom: 46 };
  const plot: Plot = {
    width: outerWidth[look.size] - margin.left - margin.right,
    height: look.size === 'wide' ? 250 : 220,
    x: [-0.02, 1.02],
    y: [axis.low, axis.high],
    margin,
  };
  const text = sweepWords[found.locale].response;
  const rows = steps.map((step) => ({
    x: step.place,
    ...{ p05: step.p05, p25: step.p25, p75: step.p75, p95: step.p95, median: step.median },
    note: say(
      text.note,
      {
        value: spanWords(read, step),
        median: showJudged(found, step.median),
        low: showJudged(found, step.p05),
        high: showJudged(found, step.p95),
      },
      found.locale,
    ),
  }));
  const { show } = found.inputs[input];
  const cloud = points
    .filter(({ median }) => median >= axis.low && median <= axis.high)
    .map(({ place, median, point }) => ({
      x: place,
      y: median,
      note: say(
        text.point,
        { number: point.number, value: show(point.values[input]), median: showJudged(found, median) },
        found.locale,
      ),
    }));
  const ticks = ticksOf(found.inputs[input]);
  const room = plot.width / Math.max(2, ticks.length);
  return assemble(
    plot,
    {
      ...heading,
      layers: [
        rules(
          plot,
          axis.ticks.filter((y) => y !== 0).map((y) => ({ y })),
          { y: 'y' },
          { color: colors.rule },
        ),
        words(
          plot,
          labels.map((label) => ({ ...label, x: plot.x[0] })),
          { x: 'x', y: 'value', text: 'label' },
          { color: colors.soft, align: 'right', baseline: 'middle', dx: -8 },
        ),
        ...ticks.map(({ place, label }, i) =>
          words(
            plot,
            [{ x: place, y: axis.low, label: cut(label, 12, room) }],
            { x: 'x', y: 'y', text: 'label' },
            {
              color: colors.soft,
              align: i === 0 ? 'left' : i === ticks.length - 1 ? 'right' : 'center',
              baseline: 'top',
              dy: 8,
            },
          ),
        ),
        words(
          plot,
          [{ x: 0.5, y: axis.low, label: cut(found.inputs[input].label, 12, plot.width) }],
          { x: 'x', y: 'y', text: 'label' },
          { color: colors.ink, align: 'center', baseline: 'top', dy: 28, weight: 600 },
        ),
        bands(plot, rows, { x: 'x', y: 'p05', y2: 'p95' }, { color, opacity: 0.14 }),
        bands(plot, rows, { x: 'x', y: 'p25', y2: 'p75' }, { color, opacity: 0.2 }),
        lines(plot, rows, { x: 'x', y: 'median' }, { color, width: 2.5 }),
        rules(plot, [{ y: 0 }], { y: 'y' }, { color: colors.soft }),
        dots(plot, cloud, { x: 'x', y: 'y' }, { color: colors.soft, size: 4 }),
        dots(plot, rows, { x: 'x', y: 'median' }, { color, size: 9, outline: colors.card }),
      ],
    },
    look,
  );
}
