import { metrics } from '../metrics/definitions.ts';
import { type Explanation, explain } from '../scenario/describe.ts';
import { CommandFailure, Exit } from './errors.ts';
import type { CommonOptions } from './options.ts';
import { parameterTable } from './parameters.ts';
import { tableLines } from './table.ts';
import { Terminal } from './terminal.ts';

/** What a parameter, section, tactic or metric is; `metrics` lists these. */
export async function explainWhat(what: string, options: CommonOptions): Promise<void> {
  const terminal = new Terminal(options);
  if (what.trim().toLowerCase() === 'metrics') return listMetrics(terminal);
  const explanation = explain(what);
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
  const others = also.length > 0 ? ['', `Of the same name: ${also.join(', ')}`] : [];
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
  { path, about, file, default: value, parameters }: PlaceFacts,
  terminal: Terminal,
): string[] {
  const known = facts([
    ['default', value ?? ''],
    ['used in', file],
  ]);
  const table = parameters.length > 0 ? ['', ...parameterTable(parameters, terminal)] : [];
  return [terminal.bold(path), terminal.wrapped(about), '', ...known, ...table];
}

function parameterText(parameter: ParameterFacts, terminal: Terminal): string[] {
  const { path, about, unit, default: value, range, options, known, source, chosen, file } = parameter;
  return [
    terminal.bold(path),
    terminal.wrapped(about),
    '',
    ...facts([
      ['unit', unit],
      ['default', value],
      ['plausible', range === '' ? '' : `${range} (5th to 95th percentile)`],
      ['options', options.join(', ')],
      [
        'settled by',
        chosen ? 'the scenario' : 'nobody: drawn anew for every world, unless the scenario says',
      ],
      ['known', known],
      ['source', source],
      ['used in', file],
    ]),
  ];
}

function metricText(metric: MetricFacts, terminal: Terminal): string[] {
  const { name, label, about, unit, better, summary, aliases, file } = metric;
  const summaries = {
    sum: 'the sum of its days',
    last: 'its last day',
    mean: 'the mean of its days',
    state: 'worked out from everybody at the end; it has no daily values',
  };
  return [
    terminal.bold(`${name}  ${label[terminal.locale] ?? label.en}`),
    terminal.wrapped(about[terminal.locale] ?? about.en),
    '',
    ...facts([
      ['unit', unit],
      ['good', better === null ? 'neither more nor less' : better],
      ['of a world', summaries[summary]],
      ['also called', aliases.join(', ')],
      ['defined in', file],
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
  const columns = ['metric', 'name', 'unit', 'good'].map((title) => ({ title, align: 'left' as const }));
  const rows = metrics.map(({ name, label, unit, better }) => [
    name,
    label[terminal.locale] ?? label.en,
    unit,
    better ?? '',
  ]);
  const [title, ...lines] = tableLines(columns, rows);
  return terminal.print(`${[terminal.dim(title), ...lines].join('\n')}\n`);
}
