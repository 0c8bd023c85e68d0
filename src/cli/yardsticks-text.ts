/** What `yardsticks` prints: a row for each check, and as JSON. */
import type { CheckResult } from '../analysis/yardsticks.ts';
import type { Check, Scenario } from '../scenario/scenario.ts';
import { version } from '../version.ts';
import { tableLines } from './table.ts';
import type { Terminal } from './terminal.ts';

/** One check of one file. */
export interface CheckRow extends CheckResult {
  readonly file: string;
  readonly scenario: Scenario;
}

export const yardstickRows = (
  file: string,
  scenario: Scenario,
  results: readonly CheckResult[],
): CheckRow[] => results.map((result) => ({ ...result, file, scenario }));

/** The table, or one JSON object. */
export function yardstickText(rows: readonly CheckRow[], terminal: Terminal): string {
  return terminal.json ? `${JSON.stringify(asJson(rows), null, 2)}\n` : asTable(rows, terminal);
}

const countOf = (rows: readonly CheckRow[], pass: boolean | null): number =>
  rows.filter((row) => row.pass === pass).length;

function asJson(rows: readonly CheckRow[]): object {
  return {
    schema: 'seedbed/yardsticks@1',
    version,
    passed: countOf(rows, true),
    failed: countOf(rows, false),
    notJudged: countOf(rows, null),
    checks: rows.map(({ file, scenario: { yardstick, seed }, check, ...found }) => ({
      file,
      statement: yardstick?.statement.en,
      metric: check.metric,
      arm: check.arm,
      against: check.against,
      on: check.on,
      from: check.from,
      expected: check.expected,
      observed: found.observed,
      standardError: found.standardError,
      tolerance: found.tolerance,
      pass: found.pass,
      why: found.why,
      worlds: found.worlds,
      seed,
      source: yardstick?.source.en,
      known: yardstick?.known,
      law: check.law,
    })),
  };
}

const columns = [
  ['yardstick', 'left'],
  ['metric', 'left'],
  ['read', 'left'],
  ['expected', 'right'],
  ['observed', 'right'],
  ['standardError', 'right'],
  ['tolerance', 'right'],
  ['outcome', 'left'],
] as const;

function asTable(rows: readonly CheckRow[], terminal: Terminal): string {
  const titles = columns.map(([name, align]) => ({ title: terminal.phrase(name), align }));
  const cells = rows.map((row) => {
    const { check, observed, standardError, tolerance } = row;
    const numbers = [check.expected, observed, standardError, tolerance].map(figure);
    return [row.file, armAndMetric(row), readOn(check, terminal), ...numbers, outcome(row, terminal)];
  });
  const [heading, ...lines] = tableLines(titles, cells);
  const slots = { passed: countOf(rows, true), failed: countOf(rows, false), open: countOf(rows, null) };
  return `${[terminal.dim(heading), ...lines, '', terminal.phrase('yardsticksEnd', slots)].join('\n')}\n`;
}

/** Five figures are more than luck leaves. */
const figure = (value: number | null): string =>
  value === null ? '–' : Number.isFinite(value) ? String(Number(value.toPrecision(5))) : String(value);

function armAndMetric({ check, scenario }: CheckRow): string {
  const arm = scenario.arms.length > 1 ? ` (${check.arm})` : '';
  return `${check.metric}${arm}${check.against === null ? '' : ` / (${check.against})`}`;
}

function readOn({ on, from, reaches, counts, take }: Check, terminal: Terminal): string {
  const end = on ?? '';
  const days = from === null ? `${end}` : `${take === 'total' ? 'Σ ' : ''}${from}–${end}`;
  const first = reaches === null ? '' : `≥ ${figure(reaches)}`;
  const signs = { equals: '=', atLeast: '≥', atMost: '≤' } as const;
  const share = counts === null ? '' : `% ${signs[counts.kind]} ${figure(counts.value)}`;
  const parts = [days, first, share].filter((part) => part !== '');
  return parts.length === 0 ? terminal.phrase('whole') : parts.join(' ');
}

function outcome({ pass, why }: CheckRow, terminal: Terminal): string {
  if (pass !== null) return terminal.phrase(pass ? 'passes' : 'fails');
  return terminal.phrase(why === 'settings changed' ? 'noClosedForm' : 'tooFewWorlds');
}
