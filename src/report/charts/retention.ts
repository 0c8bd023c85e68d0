/**
 * C14, retention triangle: do they stay?
 *
 * Rows are months of joining, columns months since; a cell holds the median share who are still members. Its shade is
 * one of five steps with as many cells in each: one very high cohort would flatten an even scale.
 */
import { type CohortRow, cohortTable } from '../../analysis/cohorts.ts';
import { count, inRanges, type Locale, percent } from '../format.ts';
import { cohortWords } from './cohort-words.ts';
import { retentionPicture } from './retention-picture.ts';
import { armAsked, type Chart, type ChartSource, read, type ShownArm } from './source.ts';
import { quoted, say } from './words.ts';

export interface Retention {
  readonly source: ChartSource;
  readonly arm: ShownArm;
  /** Those in which somebody joined and lived through a month. */
  readonly cohorts: readonly CohortRow[];
}

export function retention(source: ChartSource): Chart {
  const arm = armAsked(source, read(source));
  const { cohorts } = cohortTable(source, arm.place);
  const found: Retention = {
    source,
    arm,
    cohorts: cohorts.filter(({ ages, worlds }) => worlds > 0 && ages.length > 0),
  };
  const { locale } = source;
  const text = cohortWords[locale];
  const title = titleOf(found);
  const subtitle = say(text.retentionSubtitle, { arm: quoted(arm.label) }, locale);
  const description = say(text.retentionDescription, { title, rows: found.cohorts.length }, locale);
  return {
    name: 'retention',
    title,
    subtitle,
    description,
    table: tableOf(found),
    data: () =>
      found.cohorts.flatMap(({ cohort, size, ages }) =>
        ages.map(({ age, retention, came }) => ({
          arm: arm.name,
          cohort,
          people: size.median,
          monthsSince: age + 1,
          members: retention.median,
          membersP05: retention.p05,
          membersP95: retention.p95,
          came: came.median,
        })),
      ),
    draw:
      found.cohorts.length > 0
        ? (look) => retentionPicture(found, { title, subtitle, description }, look)
        : null,
  };
}

/** Cohort 0 are founders. */
export const cohortName = (cohort: number, locale: Locale): string =>
  cohort === 0 ? cohortWords[locale].founders : say(cohortWords[locale].month, { count: cohort }, locale);

function titleOf({ source, cohorts }: Retention): string {
  const { locale } = source;
  const text = cohortWords[locale];
  const shown = cohorts.find(({ cohort }) => cohort > 0) ?? cohorts[0];
  const last = shown?.ages.at(-1);
  if (!shown || !last || last.retention.median === null) return text.noCohorts;
  const slots = {
    cohort: shown.cohort,
    share: percent(last.retention.median, locale, inRanges),
    count: last.age + 1,
  };
  return say(shown.cohort === 0 ? text.retentionFounders : text.retentionTitle, slots, locale);
}

function tableOf({ source, cohorts }: Retention): Chart['table'] {
  const { locale } = source;
  const text = cohortWords[locale];
  const months = Math.max(0, ...cohorts.map(({ ages }) => ages.length));
  const share = (value: number | null) => (value === null ? text.none : percent(value, locale, inRanges));
  return {
    columns: [
      text.joinedIn,
      text.size,
      ...Array.from({ length: months }, (_, age) => say(text.after, { count: age + 1 }, locale)),
    ],
    rows: cohorts.map(({ cohort, size, ages }) => [
      cohortName(cohort, locale),
      size.median === null ? text.none : count(size.median, locale),
      ...Array.from({ length: months }, (_, age) => {
        const own = ages[age]?.retention;
        if (!own) return '';
        const slots = { share: share(own.median), low: share(own.p05), high: share(own.p95) };
        return say(text.cell, slots, locale);
      }),
    ]),
  };
}
