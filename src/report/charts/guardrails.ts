/**
 * C4, guardrails: does it hurt anything?
 *
 * One row per guardrail of the verdict's arm: median and 90 % range of what is limited. Rows have scales of their own,
 * laid so that all limits stand on one line and worse is always to the left: what reaches into the shaded zone is beyond
 * its limit. Marks differ in shape: held, at risk (beyond in over 10 % of worlds), broken (in half of them or more).
 */
import type { GuardrailResult } from '../../analysis/comparison.ts';
import { guardrailPicture } from './guardrail-picture.ts';
import { railTexts, railWords } from './rail-words.ts';
import { type Chart, type ChartSource, inLocale, metricNamed, type Reading, read } from './source.ts';
import { capital, outOf, quoted, say } from './words.ts';

export interface Rails {
  readonly source: ChartSource;
  readonly reading: Reading;
  readonly rails: readonly GuardrailResult[];
}

/** The guardrails of the verdict's arm. */
export function guardrails(source: ChartSource): Chart {
  const reading = read(source);
  const rails = source.comparison.guardrails.filter(({ arm }) => arm === reading.arm.name);
  const found: Rails = { source, reading, rails };
  const title = titleOf(found);
  const subtitle = subtitleOf(found);
  const text = railTexts[source.locale];
  const table = rails.map((rail) => railWords(rail, source));
  const description = descriptionOf(found, title);
  return {
    name: 'guardrails',
    title,
    subtitle,
    description,
    table: {
      columns: [text.metric, text.median, text.ninety, text.limit, text.beyond, text.state],
      rows: table.map(({ metric, value, range, limit, chance, state }) => [
        metric,
        value,
        range,
        limit,
        chance,
        state,
      ]),
    },
    data: () => rails.map((rail) => ({ ...rail })),
    draw: rails.length > 0 ? (look) => guardrailPicture(found, { title, subtitle, description }, look) : null,
  };
}

function titleOf({ source, reading, rails }: Rails): string {
  const { locale } = source;
  const text = railTexts[locale];
  if (rails.length === 0) return text.noRails;
  const labelOf = (rail: GuardrailResult) => inLocale(metricNamed(rail.metric).label, locale);
  const unknown = rails.find(({ chanceWorse }) => chanceWorse === null);
  const beyond = rails.filter((rail) => !rail.held && rail.chanceWorse !== null);
  if (beyond.length === 0 && unknown) return capital(say(text.unknown, { metric: labelOf(unknown) }, locale));
  const chance = (rail: GuardrailResult) => rail.chanceWorse ?? 0;
  const worst = [...rails].sort((a, b) => chance(b) - chance(a))[0];
  const total = reading.worlds.ids.length;
  const worlds = outOf(Math.round(chance(worst) * total), total);
  if (beyond.length > 1) return say(text.several, { broken: beyond.length, rails: rails.length }, locale);
  if (beyond.length === 1) return capital(say(text.one, { metric: labelOf(beyond[0]), ...worlds }, locale));
  if (chance(worst) <= 0.01) return text.held;
  return say(text.mostly, { part: worlds.total - worlds.part, total: worlds.total }, locale);
}

function subtitleOf({ source, reading, rails }: Rails): string {
  const text = railTexts[source.locale];
  if (rails.length === 0) return text.noRailsSubtitle;
  return say(
    text.subtitle,
    { arm: quoted(reading.arm.label), baseline: quoted(reading.baseline.label) },
    source.locale,
  );
}

function descriptionOf({ source, rails }: Rails, title: string): string {
  const { locale } = source;
  if (rails.length === 0) return title;
  const items = rails.map((rail) => {
    const { metric, value, limit, state } = railWords(rail, source);
    return say(railTexts[locale].item, { metric, value, limit, state: state.slice(2) }, locale);
  });
  return say(railTexts[locale].description, { title, items: items.join(railTexts[locale].joint) }, locale);
}
