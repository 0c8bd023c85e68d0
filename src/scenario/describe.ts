/** The parameter table and the metrics in words: for `seedbed parameters` and `seedbed explain`. */
import { findMetric, type Metric, metrics } from '../metrics/definitions.ts';
import type { Locale } from '../report/format.ts';
import { fields } from './fields.ts';
import { nearest } from './nearest.ts';
import type { Kind, Known, Parameter } from './parameter.ts';
import { readPath } from './path.ts';
import { printAmount, printRange } from './print.ts';
import { describePlace } from './schema.ts';
import {
  type Entry,
  fileOf,
  findTactic,
  type Group,
  isOfPlan,
  lookup,
  sections,
  table,
  tactics,
} from './table.ts';
import { unitWords } from './unit-words.ts';

/** A line of `seedbed parameters`. */
export interface ParameterRow {
  readonly path: string;
  readonly label: string;
  readonly unit: string;
  readonly kind: Kind;
  /** As a file would say it. */
  readonly default: string;
  /** Plausible 5th to 95th percentile; of a switch or a choice everything that it can be. */
  readonly range: string;
  readonly source: string;
  readonly known: Known;
  readonly about: string;
  /** Settled by the operator or the scenario: drawn only where the file gives a range. */
  readonly chosen: boolean;
}

/** The parameter table, in the order of files, or some entries of it. */
export function parameterRows(
  currency = 'CNY',
  locale: Locale = 'en',
  entries: readonly Entry[] = table,
): ParameterRow[] {
  return entries.map((entry) => rowOf(entry, { currency, locale }));
}

/** For whom rows are written. */
interface Reader {
  readonly currency: string;
  readonly locale: Locale;
}

function rowOf({ path, parameter }: Entry, { currency, locale }: Reader): ParameterRow {
  const { kind, label, source, known, about, chosen } = parameter;
  return {
    path,
    label: label[locale],
    unit: unitWords(parameter.unit, currency)[locale],
    kind,
    default: printAmount(parameter, parameter.default, currency),
    range: printPlausible(parameter, currency, locale),
    source: source[locale] ?? source.en,
    known,
    about: about[locale],
    chosen,
  };
}

/** A switch or a choice is never drawn: whoever writes the scenario chooses, and each option is as plausible as the other. */
function printPlausible(parameter: Parameter, currency: string, locale: Locale): string {
  const { kind, range, options = ['off', 'on'] } = parameter;
  const [low, high] = range;
  return kind === 'switch' || kind === 'choice'
    ? options.join(locale === 'en' ? ' or ' : ' 或 ')
    : printRange(parameter, { low, high }, currency);
}

/** What `seedbed explain` says about a name. `also`: other things of that name. */
export type Explanation =
  | (ParameterRow & {
      readonly is: 'parameter';
      /** Options of a choice. */
      readonly options: readonly string[];
      /** Section or tactic that it belongs to, and the source file beside the code that reads it. */
      readonly section: string;
      readonly file: string;
      readonly also: readonly string[];
    })
  | {
      /** A field is a place of the file that is no parameter: `horizon`, `judge.matters`. */
      readonly is: 'section' | 'tactic' | 'field';
      readonly path: string;
      /** None for a field. */
      readonly label?: string;
      readonly about: string;
      readonly file: string;
      /** Default of a field, empty where it has none. */
      readonly default?: string;
      /** None for a field. */
      readonly parameters: readonly ParameterRow[];
      readonly also: readonly string[];
    }
  | {
      readonly is: 'metric';
      readonly name: string;
      readonly label: Metric['label'];
      readonly unit: Metric['unit'];
      readonly better: Metric['better'];
      readonly summary: Metric['summary'];
      readonly about: Metric['about'];
      /** Other names that files may use. */
      readonly aliases: readonly string[];
      readonly file: string;
      readonly also: readonly string[];
    }
  | { readonly is: 'unknown'; readonly suggestions: readonly string[] };

/** Explains a path of the table, a section, a tactic, a metric or a field of the file, however exactly it is named. */
export function explain(text: string, currency = 'CNY', locale: Locale = 'en'): Explanation {
  const reader = { currency, locale };
  const name = text.trim();
  const path = tablePath(name);
  const metric = findMetric(name);
  const group = [...sections, ...tactics].find(
    (candidate) => candidate.path === path || candidate.name === path,
  );
  const same = table.filter((candidate) => candidate.name === path);
  const isShared = same.length > 0 && same.every(({ parameter }) => isOfPlan(parameter));
  const entry = lookup(path) ?? (metric || group || (same.length > 1 && !isShared) ? undefined : same[0]);
  const also = [...(metric && group ? [group.path] : []), ...same.map((candidate) => candidate.path)];
  if (entry)
    return explainParameter(
      entry,
      reader,
      also.filter((other) => other !== entry.path),
    );
  if (metric) return explainMetric(metric, also);
  if (group) return explainGroup(group, reader, also);
  if (same.length > 1) return { is: 'unknown', suggestions: also };
  const field = describePlace(readPath(name) ?? [name]);
  if (field)
    return {
      is: 'field',
      path: name,
      ...field,
      about: aboutField(name, locale) ?? field.about,
      file: 'src/scenario/schema.ts',
      parameters: [],
      also,
    };
  return { is: 'unknown', suggestions: similar(name) };
}

/** A number of the file that is no parameter, in the reader's language. */
function aboutField(name: string, locale: Locale): string | undefined {
  const last = name.slice(name.lastIndexOf('.') + 1);
  return Object.hasOwn(fields, last) && locale !== 'en'
    ? fields[last as keyof typeof fields].about[locale]
    : undefined;
}

/** `arms[1].tactics.ads.load`, `ads.load` and `community.segments.devoted.people.visits` as the table has them. */
function tablePath(name: string): string {
  const steps = readPath(name) ?? [name];
  const inArm = steps[0] === 'arms' ? steps.slice(2) : steps;
  const own = inArm[1] === 'segments' && inArm[3] === 'people' ? inArm.slice(3) : inArm;
  const known = findTactic(String(own[0])) && own.length > 1 ? ['tactics', ...own] : own;
  return known.join('.');
}

/** Names near to one that is not known: whole paths, parameters by their last word, metrics. */
function similar(name: string): string[] {
  const last = name.slice(name.lastIndexOf('.') + 1);
  const words = new Set(nearest(last, [...new Set(table.map((entry) => entry.name))], 2));
  const found = [
    ...nearest(
      name,
      table.map(({ path }) => path),
      2,
    ),
    ...nearest(
      name,
      metrics.flatMap(({ label, name: short }) => [label.en, short]),
      2,
    ),
    ...nearest(
      name,
      [...sections, ...tactics].map((group) => group.name),
      1,
    ),
    ...table.filter((entry) => words.has(entry.name)).map(({ path }) => path),
  ];
  return [...new Set(found)].slice(0, 5);
}

function explainParameter(entry: Entry, reader: Reader, also: readonly string[]): Explanation {
  const { section, parameter } = entry;
  const { options = [] } = parameter;
  const { path } = section;
  return { is: 'parameter', ...rowOf(entry, reader), options, section: path, file: fileOf(entry), also };
}

function explainGroup(group: Group, reader: Reader, also: readonly string[]): Explanation {
  const { path, label, file } = group;
  const about = group.about[reader.locale];
  const parameters = table.filter(({ section }) => section === group).map((entry) => rowOf(entry, reader));
  return {
    is: path.startsWith('tactics.') ? 'tactic' : 'section',
    path,
    label: label[reader.locale],
    about,
    file,
    parameters,
    also,
  };
}

function explainMetric(metric: Metric, also: readonly string[]): Explanation {
  const { name, label, unit, better, summary, about, aliases = [] } = metric;
  const file = 'src/metrics/definitions.ts';
  return { is: 'metric', name, label, unit, better, summary, about, aliases, file, also };
}
