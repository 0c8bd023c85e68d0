/**
 * C12, luck against assumptions: why are we unsure?
 *
 * One bar, cut by shares of the variance between worlds: twins have the same assumptions and differ in luck alone, so
 * what they differ by is luck and the rest is what we do not know. Luck shrinks with more worlds, ignorance with data.
 */
import { probability } from '../format.ts';
import { metricPhrase, voiceOf } from '../verdict/phrases.ts';
import { assemble, boxes, type Layer, outerWidth, type Plot, words } from './drawing.ts';
import { colorsOf, type Look } from './look.ts';
import { luckWords } from './luck-words.ts';
import { type Chart, type ChartSource, read } from './source.ts';
import { BOLD, textWidth } from './text.ts';
import { quoted, say } from './words.ts';

/** Beyond these shares one of the two is what there is to work on. */
const MOSTLY = 0.6;

export function luck(source: ChartSource): Chart {
  const { locale, scenario, comparison } = source;
  const text = luckWords[locale];
  const { metric, arm, baseline } = read({ ...source, arm: comparison.decision.arm });
  const share = comparison.uncertainty.luckShare;
  const title = titleOf(source);
  const subtitle = say(
    text.subtitle,
    {
      metric: metricPhrase(voiceOf(scenario, locale), metric),
      arm: quoted(arm.label),
      baseline: quoted(baseline.label),
    },
    locale,
  );
  const show = (part: number) => probability(part, locale);
  const description =
    share === null
      ? title
      : say(text.description, { title, luck: show(share), assumptions: show(1 - share) }, locale);
  const parts =
    share === null
      ? []
      : [
          { name: text.assumptions, part: 1 - share },
          { name: text.luck, part: share },
        ];
  const heading = { title, subtitle, description };
  const labeled = parts.map(({ name, part }) => ({ name, part, value: show(part) }));
  return {
    name: 'luck',
    ...heading,
    table: {
      columns: [text.cause, text.share, text.helps],
      rows: labeled.map(({ name, value }, i) => [name, value, i === 0 ? text.data : text.worlds]),
    },
    data: () => (share === null ? [] : [{ metric: metric.name, luck: share, assumptions: 1 - share }]),
    draw: share === null ? null : (look) => picture(labeled, source, heading, look),
  };
}

function titleOf({ comparison, locale }: ChartSource): string {
  const text = luckWords[locale];
  const { includes, luckShare } = comparison.uncertainty;
  if (!includes.includes('assumptions')) return text.onlyLuck;
  if (luckShare === null) return text.unknown;
  const show = (part: number) => probability(part, locale);
  if (luckShare >= MOSTLY) return say(text.mostlyLuck, { share: show(luckShare) }, locale);
  if (1 - luckShare >= MOSTLY) return say(text.mostlyAssumptions, { share: show(1 - luckShare) }, locale);
  return text.both;
}

interface Part {
  readonly name: string;
  readonly part: number;
  readonly value: string;
}

function picture(
  parts: readonly Part[],
  { locale }: ChartSource,
  heading: Pick<Chart, 'title' | 'subtitle' | 'description'>,
  look: Look,
) {
  const colors = colorsOf(look.theme);
  const text = luckWords[locale];
  const width = outerWidth[look.size] - 2;
  const height = 44;
  const plot: Plot = {
    width,
    height,
    x: [0, 1],
    y: [0, height],
    margin: { left: 1, right: 1, top: 30, bottom: 30 },
  };
  const cut = parts[0].part;
  const [assumed, lucky] = parts.map(({ name, value }) => `${name} ${value}`);
  const box = (from: number, to: number, color: string, opacity: number): Layer =>
    boxes(
      plot,
      [{ from, to, bottom: 0, top: height }],
      { x: 'from', x2: 'to', y: 'bottom', y2: 'top' },
      {
        color,
        opacity,
        outline: colors.soft,
      },
    );
  const side = (label: string, at: number, y: number, align: 'left' | 'right', isBold: boolean): Layer =>
    words(
      plot,
      [{ at, y, label }],
      { x: 'at', y: 'y', text: 'label' },
      {
        color: isBold ? colors.ink : colors.soft,
        size: isBold ? 13 : 12,
        weight: isBold ? 600 : 400,
        align,
        baseline: isBold ? 'bottom' : 'top',
        dy: isBold ? -8 : 8,
      },
    );
  const fits = textWidth(text.data, 12) + textWidth(text.worlds, 12) + 16 <= width;
  const hint = cut >= 0.5 ? side(text.data, 0, 0, 'left', false) : side(text.worlds, 1, 0, 'right', false);
  const hints = [side(text.data, 0, 0, 'left', false), side(text.worlds, 1, 0, 'right', false)];
  const fitsBold = (textWidth(assumed, 13) + textWidth(lucky, 13)) * BOLD + 16 <= width;
  return assemble(
    plot,
    {
      ...heading,
      layers: [
        box(0, cut, colors.ink, 0.72),
        box(cut, 1, colors.faint, 1),
        side(assumed, 0, height, 'left', true),
        ...(fitsBold ? [side(lucky, 1, height, 'right', true)] : []),
        ...(fits ? hints : [hint]),
      ],
    },
    look,
  );
}
