/**
 * C13, funnel: where do we lose people?
 *
 * Of all newcomers the share who took each step and all before it: the baseline's bar in grey, the arm's in its color,
 * each with its 90 % range. Beside a step stands how many of the step before go on.
 */
import { cohortTable, type FunnelRow } from '../../analysis/cohorts.ts';
import type { FunnelStep } from '../../metrics/cohorts.ts';
import { count, inRanges, type Locale, percent } from '../format.ts';
import { cohortWords } from './cohort-words.ts';
import type { Row } from './drawing.ts';
import { funnelPicture } from './funnel-picture.ts';
import { armAsked, type Chart, type ChartSource, read, type ShownArm } from './source.ts';
import { quoted, say } from './words.ts';

export interface ArmFunnel {
  readonly arm: ShownArm;
  readonly steps: readonly FunnelRow[];
}

export interface Funnel {
  readonly source: ChartSource;
  /** The baseline and the arm; one where they are the same. */
  readonly arms: readonly ArmFunnel[];
}

export function funnel(source: ChartSource): Chart {
  const reading = read(source);
  const asked = armAsked(source, reading);
  const shown = asked.place === 0 ? [asked] : [reading.baseline, asked];
  const arms = shown
    .map((arm) => ({ arm, steps: cohortTable(source, arm.place).funnel }))
    .filter(({ steps }) => steps.some(({ people }) => (people.median ?? 0) > 0));
  const found: Funnel = { source, arms };
  const text = cohortWords[source.locale];
  const title = titleOf(found);
  const both = { arm: quoted(asked.label), baseline: quoted(reading.baseline.label) };
  const subtitle = say(asked.place === 0 ? text.funnelAlone : text.funnelSubtitle, both, source.locale);
  const description = descriptionOf(found, title);
  return {
    name: 'funnel',
    title,
    subtitle,
    description,
    table: tableOf(found),
    data: () => arms.flatMap(({ arm, steps }) => steps.map((step) => rowOf(arm, step))),
    draw: arms.length > 0 ? (look) => funnelPicture(found, { title, subtitle, description }, look) : null,
  };
}

const rowOf = ({ name }: ShownArm, { step, people, ofJoined, ofPrevious, each }: FunnelRow): Row => ({
  arm: name,
  step,
  people: people.median,
  ofJoined: ofJoined.median,
  ofJoinedP05: ofJoined.p05,
  ofJoinedP95: ofJoined.p95,
  ofPrevious: ofPrevious.median,
  ofPreviousP05: ofPrevious.p05,
  ofPreviousP95: ofPrevious.p95,
  evenIfNotTheStepsBefore: each.median,
});

export const stepName = (step: FunnelStep, locale: Locale): string => cohortWords[locale].steps[step];

/** Fewer people than this at a step say nothing of the next. */
const ENOUGH = 10;

/** The step at which the largest part of those who got there is lost. */
function steepest(steps: readonly FunnelRow[]): { from: FunnelRow; to: FunnelRow } | null {
  let found: { from: FunnelRow; to: FunnelRow } | null = null;
  for (let k = 1; k < steps.length; k++) {
    const kept = steps[k].ofPrevious.median;
    if (kept === null || (k > 1 && (steps[k - 1].people.median ?? 0) < ENOUGH)) continue;
    if (found === null || kept < (found.to.ofPrevious.median ?? 1))
      found = { from: steps[k - 1], to: steps[k] };
  }
  return found;
}

function titleOf({ source, arms }: Funnel): string {
  const { locale } = source;
  const text = cohortWords[locale];
  const last = arms.at(-1);
  const loss = last && steepest(last.steps);
  if (!loss) return text.noNewcomers;
  const slots = {
    share: percent(loss.to.ofPrevious.median ?? 0, locale, inRanges),
    from: text.who[loss.from.step],
    to: text.goOn[loss.to.step],
  };
  return say(text.funnelTitle, slots, locale);
}

function descriptionOf({ source, arms }: Funnel, title: string): string {
  const { locale } = source;
  const text = cohortWords[locale];
  const last = arms.at(-1);
  if (!last) return title;
  const items = last.steps.map(({ step, ofJoined }) =>
    say(
      text.stepItem,
      { step: stepName(step, locale), share: percent(ofJoined.median ?? 0, locale) },
      locale,
    ),
  );
  const slots = { title, arm: quoted(last.arm.label), items: items.join(text.joint) };
  return say(text.funnelDescription, slots, locale);
}

function tableOf({ source, arms }: Funnel): Chart['table'] {
  const { locale } = source;
  const text = cohortWords[locale];
  const share = (value: number | null) => (value === null ? text.none : percent(value, locale, inRanges));
  const steps = arms[0]?.steps ?? [];
  return {
    columns: [
      text.step,
      ...arms.flatMap(({ arm }) => [arm.label, text.people, text.ninety, text.ofPrevious]),
    ],
    rows: steps.map(({ step }, k) => [
      stepName(step, locale),
      ...arms.flatMap(({ steps: own }) => {
        const { people, ofJoined, ofPrevious } = own[k];
        return [
          share(ofJoined.median),
          people.median === null ? text.none : count(people.median, locale),
          say(text.range, { low: share(ofJoined.p05), high: share(ofJoined.p95) }, locale),
          share(ofPrevious.median),
        ];
      }),
    ]),
  };
}
