/** What `optimise` prints. */
import type { Optimization } from '../analysis/optimise/findings.ts';
import { missingOf } from '../experiment/optimise/run.ts';
import type { ResultsStore } from '../experiment/shards/results-store.ts';
import { count } from '../report/format.ts';
import {
  answer,
  labelOf,
  leftOutLines,
  metricWords,
  sentences,
  type Told,
  tableOf,
} from '../report/optimise/sentences.ts';
import { optimisePhrase } from '../report/optimise/words.ts';
import { Exit } from './errors.ts';
import type { Prepared } from './optimise-prepare.ts';
import { type OptimiseCliPhrase, optimiseCliPhrase } from './optimise-words.ts';
import { commandAgain } from './package.ts';
import { tableLines } from './table.ts';
import type { Terminal } from './terminal.ts';

/** What is about to be run. */
export function sayAsked({ candidates, twins, remarks }: Prepared, terminal: Terminal): void {
  const say = (name: OptimiseCliPhrase, slots = {}) => optimiseCliPhrase(name, terminal.locale, slots);
  const parts = [
    say('asked', { count: candidates.list.length - 1 }),
    say('halves', { worlds: 4 * twins, half: 2 * twins }),
    ...(candidates.leftOut.length > 0 ? [say('leftOut', { count: candidates.leftOut.length })] : []),
  ];
  terminal.say(`optimise  ${parts.join(' · ')}`);
  for (const remark of remarks) terminal.say(terminal.phrase('warning', { text: remark }));
}

/** After Ctrl-C: what is kept, and how to go on. */
export function sayStopped(
  { candidates, twins, folder }: Prepared,
  store: ResultsStore,
  terminal: Terminal,
): void {
  process.exitCode = Exit.interrupted;
  const worlds = Array.from({ length: 4 * twins }, (_, world) => world);
  const all = candidates.list.length * worlds.length;
  const done = count(all - missingOf(candidates.list, worlds, store), terminal.locale);
  terminal.warn(optimiseCliPhrase('stopped', terminal.locale, { done, folder }));
  terminal.warn(optimiseCliPhrase('resume', terminal.locale, { command: commandAgain() }));
}

/** The answer, the table, the front, the digest. */
export function optimiseText(found: Optimization, terminal: Terminal): string {
  const told: Told = { found, locale: terminal.locale };
  const table = tableOf(told);
  const columns = table.columns.map((title, i) => ({
    title,
    align: i === 0 || i === 3 ? ('left' as const) : ('right' as const),
  }));
  const lines = [
    terminal.bold(terminal.wrapped(answer(told))),
    ...sentences(told).map((line) => terminal.wrapped(line)),
    ...leftOutLines(told).map((line) => terminal.wrapped(line)),
    '',
    ...(table.rows.length > 0 ? [table.title, ...tableLines(columns, table.rows), ''] : []),
    ...frontLines(told),
    `digest  ${found.digest}`,
  ];
  return `${lines.join('\n')}\n`;
}

function frontLines(told: Told): string[] {
  const { found, locale } = told;
  if (found.against === null) return [];
  const slots = { metric: metricWords(found.metric, locale), against: metricWords(found.against, locale) };
  return [
    `${optimisePhrase('front', locale, { ...slots, count: found.front.length })}`,
    ...found.front.map((name) => `  ${labelOf(told, name)}`),
    '',
  ];
}
