/** `run --by ties`: what members do by how many friends they have. */
import { setImmediate } from 'node:timers/promises';
import {
  addByTies,
  groupsByTies,
  linesByTies,
  openByTies,
  PERIOD,
  type Rate,
  type TiesLine,
} from '../analysis/by-ties.ts';
import { prepare } from '../engine/simulate.ts';
import { inRanges, number, percent } from '../report/format.ts';
import { version } from '../version.ts';
import { Exit } from './errors.ts';
import type { Loaded } from './load.ts';
import { Progress } from './progress.ts';
import { stopOnSignals } from './stopping.ts';
import { tableLines } from './table.ts';
import type { Terminal } from './terminal.ts';

/** Runs the first arm of a scenario and prints the table. Stops between worlds; a part of the worlds is no table. */
export async function runByTies({ scenario, networks, file }: Loaded, terminal: Terminal): Promise<void> {
  const prepared = prepare(scenario, networks);
  const table = openByTies();
  const stopping = stopOnSignals();
  const progress = new Progress(terminal, 'run', scenario.worlds, 0, process.stderr, 'stops');
  let done = 0;
  try {
    for (; done < scenario.worlds && !stopping.signal.aborted; done++) {
      addByTies(table, prepared, done, 0);
      progress.advance();
      await setImmediate();
    }
  } finally {
    progress.end(done === scenario.worlds);
    stopping.end();
  }
  if (done < scenario.worlds) {
    process.exitCode = Exit.interrupted;
    terminal.warn(terminal.phrase('nothingKept'));
    return;
  }
  const lines = linesByTies(table);
  const groups = groupsByTies(table);
  const arm = scenario.arms[0];
  if (terminal.json) {
    const { seed, worlds, horizonDays: days } = scenario;
    await terminal.printJson({
      schema: 'seedbed/by-ties@1',
      version,
      seed,
      worlds,
      scenario: { file, title: scenario.title.en },
      arm: arm.name,
      days,
      period: PERIOD,
      lines,
      groups,
    });
  } else
    await terminal.print(
      `${tiesText(lines, groups, arm.label[terminal.locale] ?? arm.label.en, terminal)}\n`,
    );
}

/** Single numbers of friends, then wide groups below them. */
function tiesText(
  lines: readonly TiesLine[],
  groups: readonly TiesLine[],
  arm: string,
  terminal: Terminal,
): string {
  const right = (title: string) => ({ title, align: 'right' as const });
  const columns = [
    right(terminal.phrase('tiesFriends')),
    right(terminal.phrase('tiesShare')),
    right(terminal.phrase('tiesExit', { days: PERIOD })),
    right(terminal.phrase('tiesExitAlike')),
    right(terminal.phrase('tiesVisits', { days: PERIOD })),
    right(terminal.phrase('tiesPosts', { days: PERIOD })),
    right(terminal.phrase('tiesPostsAlike')),
    right(terminal.phrase('tiesOrders', { days: PERIOD })),
  ];
  const cells = [...lines, ...groups].map((line) => cellsOf(line, terminal));
  const [titles, ...rows] = tableLines(columns, cells);
  return [
    terminal.bold(terminal.phrase('tiesHeading', { arm })),
    '',
    terminal.dim(titles),
    ...rows.slice(0, lines.length),
    '',
    ...rows.slice(lines.length),
    '',
    terminal.wrapped(terminal.phrase('tiesNote')),
  ].join('\n');
}

function cellsOf(line: TiesLine, { locale }: Terminal): string[] {
  const { ties, upTo, share, exit, exitAlike, visits, posts, postsAlike, orders } = line;
  const plain = (value: number): string => number(value, locale, inRanges);
  const part = (value: number): string => percent(value, locale);
  const withError = ({ rate, error }: Rate, show: (value: number) => string): string => {
    if (!Number.isFinite(rate)) return '–';
    return error === null ? show(rate) : `${show(rate)} ± ${show(error)}`;
  };
  return [
    upTo === null ? `${ties}+` : upTo === ties ? String(ties) : `${ties}–${upTo}`,
    part(share),
    withError(exit, part),
    withError(exitAlike, part),
    plain(visits.rate),
    withError(posts, plain),
    withError(postsAlike, plain),
    plain(orders.rate),
  ];
}
