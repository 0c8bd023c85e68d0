import { metrics } from '../metrics/definitions.ts';
import { fill } from '../report/format-message.ts';
import { type Explanation, explain } from '../scenario/describe.ts';
import { CommandFailure, Exit } from './errors.ts';
import { explainWords, knownWords, metricUnits, summaryWords } from './explain-words.ts';
import type { CommonOptions } from './options.ts';
import { parameterTable } from './parameters.ts';
import { tableLines } from './table.ts';
import { Terminal } from './terminal.ts';

/** What a parameter, section, tactic or metric is; `metrics` lists these. */
export async function explainWhat(what: string, options: CommonOptions): Promise<void> {
  const terminal = new Terminal(options);
  if (what.trim().toLowerCase() === 'metrics') return listMetrics(terminal);
  const explanation = explain(what, 'CNY', terminal.json ? 'en' : terminal.locale);
  if (explanation.is === 'unknown') {
    const { suggestions } = explanation;
    const cure =
      suggestions.length > 0
        ? `did you mean ${suggestions.join(', or ')}?`
        : 'seedbed parameters and seedbed explain metrics list what there is';
    throw new CommandFailure(Exit.invalid, `${what} is no parameter and no metric; ${cure}`);
  }
  if (terminal.json) return terminal.printJson({ schema: 'seedbed/explain@1', ...explanation });
  return terminal.print(`${textOf(explanation, terminal).join('\n')}\n`);
}

type Known = Exclude<Explanation, { is: 'unknown' }>;
type ParameterFacts = Extract<Known, { is: 'parameter' }>;
type MetricFacts = Extract<Known, { is: 'metric' }>;
type PlaceFacts = Exclude<Known, ParameterFacts | MetricFacts>;

function textOf(explanation: Known, terminal: Terminal): string[] {
  const { also } = explanation;
  const { same, between } = explainWords[terminal.locale];
  const others = also.length > 0 ? ['', fill(same, { names: also.join(between) }, terminal.locale)] : [];
  return [...ownText(explanation, terminal), ...others];
}

function ownText(explanation: Known, terminal: Terminal): string[] {
  if (explanation.is === 'metric') return metricText(explanation, terminal);
  return explanation.is === 'parameter'
    ? parameterText(explanation, terminal)
    : placeText(explanation, terminal);
}

/** A section, a tactic, or another field of a file. */
function placeText(
  { path, label, about, file, default: value, parameters }: PlaceFacts,
  terminal: Terminal,
): string[] {
  const words = explainWords[terminal.locale];
  const known = facts([
    [words.default, value ?? ''],
    [words.usedIn, file],
  ]);
  const table = parameters.length > 0 ? ['', ...parameterTable(parameters, terminal)] : [];
  return [heading(path, label, terminal), terminal.wrapped(about), '', ...known, ...table];
}

/** In English the path says it; in Chinese the label stands beside it. */
function heading(path: string, label: string | undefined, terminal: Terminal): string {
  return terminal.bold(terminal.locale === 'en' || label === undefined ? path : `${path}  ${label}`);
}

function parameterText(parameter: ParameterFacts, terminal: Terminal): string[] {
  const { path, label, about, unit, kind, default: value, range, known, source, chosen, file } = parameter;
  const { locale } = terminal;
  const words = explainWords[locale];
  return [
    heading(path, label, terminal),
    terminal.wrapped(about),
    '',
    ...facts([
      [words.unit, unit],
      [words.default, value],
      isOpen(kind) ? [words.options, range] : [words.plausible, fill(words.percentiles, { range }, locale)],
      [words.settledBy, chosen ? words.byScenario : words.byNobody],
      [words.known, knownWords[locale][known]],
      [words.source, source],
      [words.usedIn, file],
    ]),
  ];
}

/** On or off, or one of some options: there are no percentiles of it. */
const isOpen = (kind: ParameterFacts['kind']): boolean => kind === 'switch' || kind === 'choice';

function metricText(metric: MetricFacts, terminal: Terminal): string[] {
  const { name, label, about, unit, better, summary, aliases, file } = metric;
  const { locale } = terminal;
  const words = explainWords[locale];
  return [
    terminal.bold(`${name}  ${label[locale] ?? label.en}`),
    terminal.wrapped(about[locale] ?? about.en),
    '',
    ...facts([
      [words.unit, metricUnits[locale][unit]],
      [words.good, better === null ? words.neither : words[better]],
      [words.ofWorld, summaryWords[locale][summary]],
      [words.alsoCalled, aliases.join(words.between)],
      [words.definedIn, file],
    ]),
  ];
}

function facts(rows: readonly (readonly [name: string, value: string])[]): string[] {
  const columns = [
    { title: '', align: 'left' },
    { title: '', align: 'left' },
  ] as const;
  return tableLines(
    columns,
    rows.filter(([, value]) => value !== ''),
  ).slice(1);
}

async function listMetrics(terminal: Terminal): Promise<void> {
  if (terminal.json) return terminal.printJson({ schema: 'seedbed/metrics@1', metrics });
  const { locale } = terminal;
  const words = explainWords[locale];
  const columns = words.metricColumns.map((title) => ({ title, align: 'left' as const }));
  const rows = metrics.map(({ name, label, unit, better }) => [
    name,
    label[locale] ?? label.en,
    metricUnits[locale][unit],
    better === null ? '' : words[better],
  ]);
  const [title, ...lines] = tableLines(columns, rows);
  return terminal.print(`${[terminal.dim(title), ...lines].join('\n')}\n`);
}
