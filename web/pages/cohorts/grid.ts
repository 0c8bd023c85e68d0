/** The numbers of the cohorts page: one measure by cohort and age, its shades, and all of it as rows for a file. */
import type { CohortAge, CohortTable } from '../../../src/analysis/cohorts.ts';
import type { Span } from '../../../src/analysis/segments.ts';
import { type Locale, money, percent } from '../../../src/report/format.ts';
import type { Cell } from '../data/csv.ts';

export const measures = ['retention', 'came', 'contribution', 'paidBack'] as const;
export type Measure = (typeof measures)[number];

/** A cell of the triangle. */
export const spanOf = (age: CohortAge, measure: Measure): Span =>
  measure === 'paidBack' ? { median: age.paidBack, p05: null, p95: null } : age[measure];

export const SHADES = 5;

/** Bounds between fifths of all numbers there are: one high number does not make all others pale. */
export function shadeBounds(tables: readonly CohortTable[], measure: Measure): number[] {
  const values = tables
    .flatMap(({ cohorts }) => cohorts.flatMap(({ ages }) => ages.map((age) => spanOf(age, measure).median)))
    .filter((value): value is number => value !== null)
    .sort((a, b) => a - b);
  return Array.from(
    { length: SHADES - 1 },
    (_, i) => values[Math.floor(((i + 1) * values.length) / SHADES)] ?? 0,
  );
}

/** 0 for the lowest fifth. */
export const shadeOf = (value: number, bounds: readonly number[]): number =>
  bounds.filter((bound) => value >= bound).length;

/** A value of a measure for people. */
export function shownValue(
  value: number,
  measure: Measure,
  { currency, locale }: { readonly currency: string; readonly locale: Locale },
): string {
  return measure === 'contribution'
    ? money(value, currency, locale, { digits: 2 })
    : percent(value, locale, { digits: 2 });
}

/** A line for each number, with its range. */
export function cohortRows(
  arms: readonly { readonly name: string; readonly table: CohortTable }[],
): (readonly Cell[])[] {
  const head = ['arm', 'table', 'cohort', 'age', 'measure', 'median', 'p05', 'p95'];
  const rows = arms.flatMap(({ name, table }) => [
    ...table.funnel.flatMap(({ step, people, ofJoined, ofPrevious }) =>
      Object.entries({ people, ofJoined, ofPrevious }).map(([measure, { median, p05, p95 }]): Cell[] => [
        name,
        'funnel',
        step,
        null,
        measure,
        median,
        p05,
        p95,
      ]),
    ),
    ...table.cohorts.flatMap(({ cohort, ages }) =>
      ages.flatMap((each) =>
        measures.map((measure): Cell[] => {
          const { median, p05, p95 } = spanOf(each, measure);
          return [name, 'cohorts', cohort, each.age, measure, median, p05, p95];
        }),
      ),
    ),
  ]);
  return [head, ...rows];
}
