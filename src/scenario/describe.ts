/** The parameter table and the metrics in words: for `seedbed parameters` and `seedbed explain`. */
import { findMetric, type Metric, metrics } from '../metrics/definitions.ts';
import { nearest } from './nearest.ts';
import type { Kind, Known, Parameter } from './parameter.ts';
import { readPath } from './path.ts';
import { printAmount, printRange } from './print.ts';
import { type Entry, findTactic, type Group, lookup, sections, table, tactics } from './table.ts';

/** A line of `seedbed parameters`. */
export interface ParameterRow {
  readonly path: string;
  readonly unit: string;
  readonly kind: Kind;
  /** As a file would say it. */
  readonly default: string;
  /** Plausible 5th to 95th percentile; empty for what is on or off or one of some options. */
  readonly range: string;
  readonly source: string;
  readonly known: Known;
  readonly about: string;
  /** Settled by the operator or the scenario: drawn only where the file gives a range. */
  readonly chosen: boolean;
}

/** The parameter table, in the order of files. */
export function parameterRows(currency = 'CNY'): ParameterRow[] {
  return table.map((entry) => rowOf(entry, currency));
}

function rowOf({ path, parameter }: Entry, currency: string): ParameterRow {
  const { kind, source, known, about, chosen } = parameter;
  return {
    path,
    unit: parameter.unit.replace(/^currency\b/, currency),
    kind,
    default: printAmount(parameter, parameter.default, currency),
    range: printPlausible(parameter, currency),
    source,
    known,
    about,
    chosen,
  };
}

function printPlausible(parameter: Parameter, currency: string): string {
  const [low, high] = parameter.range;
  return low < high ? printRange(parameter, { low, high }, currency) : '';
}

/** What `seedbed explain` says about a name. */
export type Explanation =
  | (ParameterRow & {
      readonly is: 'parameter';
      /** Options of a choice. */
      readonly options: readonly string[];
      /** Section or tactic that it belongs to, and the source file beside the code that reads it. */
      readonly section: string;
      readonly file: string;
    })
  | {
      readonly is: 'section' | 'tactic';
      readonly path: string;
      readonly about: string;
      readonly file: string;
      readonly parameters: readonly ParameterRow[];
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
    }
  | { readonly is: 'unknown'; readonly suggestions: readonly string[] };

/** Explains a path of the table, a section, a tactic or a metric, however exactly it is named. */
export function explain(name: string, currency = 'CNY'): Explanation {
  const path = tablePath(name.trim());
  const entry = lookup(path);
  if (entry) return explainParameter(entry, currency);
  const metric = findMetric(name);
  if (metric) return explainMetric(metric);
  const group = [...sections, ...tactics].find(
    (candidate) => candidate.path === path || candidate.name === path,
  );
  if (group) return explainGroup(group, currency);
  const same = table.filter((candidate) => candidate.name === path);
  if (same.length === 1) return explainParameter(same[0], currency);
  const suggestions = same.length > 1 ? same.map((candidate) => candidate.path) : similar(name.trim());
  return { is: 'unknown', suggestions };
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

function explainParameter(entry: Entry, currency: string): Explanation {
  const { section, parameter } = entry;
  const { options = [] } = parameter;
  return { is: 'parameter', ...rowOf(entry, currency), options, section: section.path, file: section.file };
}

function explainGroup(group: Group, currency: string): Explanation {
  const { path, about, file } = group;
  const parameters = table.filter(({ section }) => section === group).map((entry) => rowOf(entry, currency));
  return { is: path.startsWith('tactics.') ? 'tactic' : 'section', path, about, file, parameters };
}

function explainMetric({ name, label, unit, better, summary, about, aliases = [] }: Metric): Explanation {
  const file = 'src/metrics/definitions.ts';
  return { is: 'metric', name, label, unit, better, summary, about, aliases, file };
}
