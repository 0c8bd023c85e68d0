/** A study of a store with its results, as the command line shows them: its own scenario, inputs, currency and metric. */
import type { Study } from '../../../src/experiment/sweep/study.ts';
import { metricIndex } from '../../../src/metrics/definitions.ts';
import { inLocale, metricNamed, plain } from '../../../src/report/charts/source.ts';
import type { Found, FoundPoint, VariedInput } from '../../../src/report/charts/sweep/found.ts';
import type { Locale } from '../../../src/report/format.ts';
import { labelAt } from '../../../src/scenario/labels.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { firstMoved, type Look } from './found-here.ts';
import { inputAt } from './input-at.ts';
import type { OpenedRuns } from './opened-runs.ts';
import type { Table } from './parquet-table.ts';

interface Place {
  readonly table: Table;
  readonly row: number;
}

/** Of several studies the one with the most results; null where none has any. */
export function runsOfStudy(tables: readonly Table[], studies: readonly Study[]): OpenedRuns | null {
  const [most] = studies
    .map((study) => ({ study, places: placesOf(tables, study) }))
    .map((each) => ({ ...each, rows: [...each.places.values()].reduce((sum, own) => sum + own.size, 0) }))
    .sort((a, b) => b.rows - a.rows);
  if (most === undefined || most.rows === 0) return null;
  const { study, places, rows } = most;
  const { scenario, worlds, seed } = study;
  const read = parseScenario(scenario.text, scenario.file, { worlds, set: scenario.set }).scenario;
  return {
    name: scenario.file,
    title: scenario.title,
    rows,
    currency: scenario.currency,
    judge: study.judge in metricIndex ? study.judge : null,
    points: study.points.length,
    worlds,
    seed,
    found: (look) => foundIn(study, places, read, look),
    send: async ({ number }) => (await import('./send.ts')).sendStudyPoint(study, number),
  };
}

/** Where the results of a study stand, by arm and world. */
function placesOf(
  tables: readonly Table[],
  { points, worlds, engine }: Study,
): Map<string, Map<number, Place>> {
  const found = new Map(
    points.flatMap(({ armKeys }) => armKeys.map((key) => [key, new Map<number, Place>()])),
  );
  for (const table of tables)
    for (let row = 0; row < table.rows; row++)
      if (table.engine[row] === engine && table.world[row] < worlds)
        found.get(table.armKey[row])?.set(table.world[row], { table, row });
  return found;
}

function foundIn(
  study: Study,
  places: ReadonlyMap<string, ReadonlyMap<number, Place>>,
  scenario: Scenario | null,
  look: Look,
): Found {
  const metric = metricNamed(metricOf(study, look));
  const outcomes = (key: string): Float64Array => {
    const all = new Float64Array(study.worlds).fill(Number.NaN);
    for (const [world, { table, row }] of places.get(key) ?? [])
      all[world] = table.numbers.get(metric.name)?.[row] ?? Number.NaN;
    return all;
  };
  const points = study.points.flatMap(({ values, armKeys }, place): FoundPoint[] => {
    const isWhole = armKeys.every((key) => places.get(key)?.size === study.worlds);
    return isWhole ? [{ number: place + 1, values, outcomes: armKeys.map(outcomes) }] : [];
  });
  const arms = study.arms.map(({ name, label }, place) => ({
    name,
    place,
    label: plain(inLocale(label, look.locale)),
  }));
  return {
    locale: look.locale,
    currency: study.scenario.currency,
    inputs: study.inputs.map((_, i) => variedInput(study, i, scenario, look.locale)),
    arms,
    arm: arms.find(({ name, place }) => name === look.arm && place > 0) ?? firstMoved(arms, study.points),
    metric,
    points,
  };
}

function metricOf({ judge }: Study, { metric }: Look): string {
  return [metric, judge].find((name) => name !== null && name in metricIndex) ?? 'netRevenue';
}

function variedInput(study: Study, place: number, scenario: Scenario | null, locale: Locale): VariedInput {
  const { path, label, scale, low, high } = study.inputs[place];
  const values = study.points.map((point) => point.values[place]);
  return {
    path,
    label: plain(scenario === null ? label[locale] : labelAt(path, scenario, locale)),
    scale,
    low,
    high,
    among: scale === 'choice' ? [...new Set(values)].sort((a, b) => a - b) : [],
    show: shower(study, place, scenario, locale),
  };
}

/** Values as people read them; where the scenario cannot be read any more, as files have them. */
function shower(
  study: Study,
  place: number,
  scenario: Scenario | null,
  locale: Locale,
): (value: number) => string {
  const { path, scale } = study.inputs[place];
  const input = scenario === null ? null : inputAt(path, scenario);
  const words = new Map(study.points.map(({ values, written }) => [values[place], written[place]]));
  const [first] = words.values();
  const sample = first === undefined ? undefined : input?.parse(first);
  const per = sample !== undefined && 'value' in sample ? sample.value.per : undefined;
  return (value) => {
    const short = scale === 'choice' ? value : Number(value.toPrecision(3));
    if (input === null) return words.get(value) ?? String(short);
    return input.print(per === undefined ? short : { amount: short, per }, locale);
  };
}
