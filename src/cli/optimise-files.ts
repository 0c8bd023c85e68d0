/** What `optimise` leaves in its folder: the winner as a scenario, the figures, the page; and what it prints. */
import { basename, join } from 'node:path';
import { goodDirection } from '../analysis/differences.ts';
import type { MixFinding, Optimization } from '../analysis/optimise/findings.ts';
import { writeWhole } from '../experiment/folder.ts';
import { bestText } from '../experiment/optimise/best.ts';
import { headOf, rowLine } from '../experiment/shards/delimited.ts';
import { metricIndex, metrics } from '../metrics/definitions.ts';
import { networkFrom, type Prepared } from './optimise-prepare.ts';
import { optimiseText } from './optimise-text.ts';
import { optimiseCliPhrase } from './optimise-words.ts';
import { commandAgain, programName, quoted } from './package.ts';
import type { Terminal } from './terminal.ts';

/** Writes everything, then prints it. */
export async function finishOptimise(
  prepared: Prepared,
  found: Optimization,
  terminal: Terminal,
): Promise<void> {
  const { folder } = prepared;
  const best = join(folder, 'best.yaml');
  const report = join(folder, 'report.html');
  writeWhole(best, [bestOf(prepared, found)]);
  writeWhole(join(folder, 'results.csv'), csvOf(found));
  const { optimisePage } = await import('../report/optimise/page.ts');
  writeWhole(report, [
    await optimisePage({
      found,
      locale: terminal.locale,
      title: prepared.scenario.title,
      command: commandOf(prepared),
    }),
  ]);
  if (terminal.json) await terminal.printJson(found);
  else await terminal.print(optimiseText(found, terminal));
  const say = (name: 'best' | 'report' | 'next', text: string) =>
    terminal.say(`${optimiseCliPhrase(name, terminal.locale)}  ${text}`);
  say('best', best);
  say('report', terminal.phrase('openReport', { report }));
  if (found.winner !== null && found.winner !== found.baseline)
    say('next', [programName(), 'compare', quoted(best), '--seed', quoted(`${found.seed} again`)].join(' '));
}

/** Without folders of this machine. */
const commandOf = ({ file }: Prepared): string =>
  commandAgain()
    .replace(/^.*? optimise /, 'seedbed optimise ')
    .replaceAll(quoted(file), quoted(basename(file)));

function bestOf(prepared: Prepared, found: Optimization): string {
  const { candidates, document, scenario, twins, folder } = prepared;
  const isWinner = found.winner !== null && found.winner !== found.baseline;
  const name = isWinner ? found.winner : nearest(found);
  return bestText({
    document,
    baseline: candidates.list[0],
    other: candidates.list.find((candidate) => candidate.name === name) ?? candidates.list[1],
    isWinner,
    seed: scenario.seed,
    worlds: 4 * twins,
    command: commandOf(prepared),
    network: networkFrom(folder, prepared),
  });
}

/** Of the mixes beside the baseline the best by its mean; those that break a limit come last. */
function nearest({ candidates, baseline, metric }: Optimization): string | undefined {
  const sign = goodDirection(metrics[metricIndex[metric]].better) || 1;
  const rank = ({ dropped, chosen }: MixFinding): number =>
    chosen === null || dropped?.why === 'broken' ? Number.NEGATIVE_INFINITY : sign * chosen;
  const [first] = candidates.filter(({ name }) => name !== baseline).sort((a, b) => rank(b) - rank(a));
  return first?.name;
}

/** A row a mix. */
export function* csvOf(found: Optimization): Generator<string> {
  const { inputs } = found;
  const names = [
    ...['mix', 'tactics', ...inputs, 'raceWorlds', 'dropped', 'by', 'chosen', 'reportWorlds'],
    ...[
      'mean',
      'low',
      'high',
      'against',
      'againstLow',
      'againstHigh',
      'chanceBetter',
      'spending',
      'limitsHeld',
    ],
    ...['isWinner', 'isOnFront'],
  ];
  yield headOf(names, 'csv');
  for (const mix of found.candidates) yield rowLine(names, rowOf(mix, found), 'csv');
}

function rowOf(
  { name, tactics, settings, raceWorlds, dropped, chosen, reported }: MixFinding,
  found: Optimization,
) {
  const [first, second] = reported?.gains ?? [];
  const written = found.inputs.map((path) => settings.find((one) => one.path === path)?.written ?? null);
  return [
    ...[name, tactics.join(' + '), ...written, raceWorlds, dropped?.why ?? null, dropped?.by ?? null, chosen],
    ...[reported === null ? null : found.report.worlds, first?.mean ?? null, first?.low ?? null],
    ...[first?.high ?? null, second?.mean ?? null, second?.low ?? null, second?.high ?? null],
    ...[reported?.chanceBetter ?? null, reported?.spending.mean ?? null],
    ...[reported === null ? null : reported.limits.every(({ held }) => held)],
    ...[name === found.winner, found.front.includes(name)],
  ];
}
