/** The parts of docs/ that the code itself can tell: the phases of a day, every parameter, every metric. */
import { metricUnits, summaryWords } from '../../src/cli/explain-words.ts';
import { phases } from '../../src/engine/phases.ts';
import { type Metric, metrics } from '../../src/metrics/definitions.ts';
import { parameterRows } from '../../src/scenario/describe.ts';
import { planGroup, sections, shortTable, tactics } from '../../src/scenario/table.ts';
import { tactics as operatorTactics } from '../../src/tactics/index.ts';

const NOTE = '<!-- Written by `npm run docs` from the code; change it there. -->';

/** Cells of a Markdown table. */
const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;

const table = (titles: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(...titles), row(...titles.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');

const code = (text: string): string => `\`${text}\``;

/** docs/parameters.md */
export function parametersPage(): string {
  const rows = parameterRows('CNY', 'en', shortTable);
  const groups = [...sections, ...tactics, planGroup].map(({ path, label, about, file, parameters }) => {
    const names = new Set(Object.keys(parameters).map((name) => `${path}.${name}`));
    const own = rows.filter((one) => names.has(one.path));
    const cells = own.map((one) => [
      code(one.path.slice(path.length + 1)),
      one.default,
      one.range,
      one.unit,
      one.known + (one.chosen ? ', chosen' : ''),
      one.about,
      one.source,
    ]);
    const titles = ['name', 'default', 'plausible range', 'unit', 'known', 'what it is', 'source'];
    return `## ${label.en} (${code(path)})\n\n${about.en} Code: ${code(file)}.\n\n${table(titles, cells)}`;
  });
  const intro = `Every number that a scenario file can settle, in the order of files. A range is the 5th to 95th percentile of what is plausible.
*Measured*: fitted here to data. *Published*: seen in the source itself, or computed from it. *Second-hand*: seen in a text that quotes
it. *Assumption*: no number stands behind it, or one from memory. *Chosen*: whoever writes the scenario settles it; it is never drawn
unless the file gives a range.`;
  return `${['# Parameters', NOTE, intro, ...groups].join('\n\n')}\n`;
}

/** docs/metrics.md */
export function metricsPage(): string {
  const good = ({ better }: Metric): string => better ?? '–';
  const cells = metrics.map((metric) => [
    code(metric.name),
    metric.label.en,
    metricUnits.en[metric.unit],
    good(metric),
    summaryWords.en[metric.summary],
    metric.about.en,
  ]);
  const intro =
    'What a world is measured by. A metric with daily values has a course as well as the one number that stands for the world.';
  const titles = ['name', 'called', 'unit', 'good', 'number of a world', 'what it is'];
  return `${['# Metrics', NOTE, intro, table(titles, cells)].join('\n\n')}\n`;
}

/** The phases of a day, for docs/model.md: what acts in each, top to bottom. */
export function dayTable(): string {
  const cells = phases.map(({ name, behaviors }) => [
    name,
    operatorTactics
      .filter(({ acts }) => name in acts)
      .map((tactic) => tactic.name)
      .join(', '),
    behaviors.map((behavior) => behavior.name).join(', '),
  ]);
  return table(['phase', 'tactics that act in it', 'then the behaviors'], cells);
}

/** `text` with what stands between the marks of this name replaced. */
export function withBlock(text: string, name: string, block: string): string {
  const [begin, end] = [`<!-- ${name}: written by \`npm run docs\` -->`, `<!-- end of ${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the text has no marks for ${name}`);
  return `${text.slice(0, from + begin.length)}\n\n${block}\n\n${text.slice(to)}`;
}
