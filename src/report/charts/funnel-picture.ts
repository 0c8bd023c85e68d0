import { inRanges, percent } from '../format.ts';
import { cohortWords } from './cohort-words.ts';
import { assemble, boxes, type ChartSpec, type Heading, rules, words } from './drawing.ts';
import { type ArmFunnel, type Funnel, stepName } from './funnel.ts';
import { armColor, armText, type Look } from './look.ts';
import { layRows, type RowLayout } from './rows.ts';
import { say } from './words.ts';

const THICK = 11;

/** Draws a row for each step, in it a bar for each arm. */
export function funnelPicture({ source, arms }: Funnel, heading: Heading, look: Look): ChartSpec {
  const { locale } = source;
  const text = cohortWords[locale];
  const shown = arms.at(-1)?.steps ?? [];
  const names = shown.map(({ step, ofPrevious }, k) => ({
    name: stepName(step, locale),
    under:
      k === 0 || ofPrevious.median === null
        ? ''
        : say(text.goOnShare, { share: percent(ofPrevious.median, locale, inRanges) }, locale),
  }));
  const laid = layRows(names, 0, 1, (value) => percent(value, locale), look);
  return assemble(
    laid.plot,
    {
      ...heading,
      layers: [...laid.layers, ...arms.flatMap((own, i) => armLayers(own, i, arms.length, laid, source))],
    },
    look,
  );
}

function armLayers(
  { arm, steps }: ArmFunnel,
  index: number,
  count: number,
  { plot, middle, colors }: RowLayout,
  { locale }: Funnel['source'],
) {
  const text = cohortWords[locale];
  const rows = steps.flatMap(({ step, ofJoined: { median, p05, p95 } }, k) => {
    if (median === null) return [];
    const y = middle(k) + (count === 1 ? 0 : index === 0 ? 7 : -7);
    const share = (value: number | null) => percent(value ?? median, locale, inRanges);
    const slots = {
      arm: arm.label,
      step: stepName(step, locale),
      share: share(median),
      low: share(p05),
      high: share(p95),
    };
    return [
      {
        step,
        zero: 0,
        share: median,
        low: p05 ?? median,
        high: p95 ?? median,
        y,
        bottom: y - THICK / 2,
        top: y + THICK / 2,
        label: share(median),
        after: Math.max(median, p95 ?? median),
        note: say(text.stepNote, slots, locale),
      },
    ];
  });
  const color = armColor(colors, arm.place);
  const inside = rows.filter(({ after }) => after <= 0.86);
  return [
    boxes(plot, rows, { x: 'zero', x2: 'share', y: 'bottom', y2: 'top' }, { color, opacity: 0.6 }),
    rules(plot, rows, { x: 'low', x2: 'high', y: 'y' }, { color: colors.ink, opacity: 0.75 }),
    words(
      plot,
      inside,
      { x: 'after', y: 'y', text: 'label' },
      {
        color: armText(colors, arm.place),
        size: 12,
        weight: 600,
        baseline: 'middle',
        dx: 6,
      },
    ),
  ];
}
