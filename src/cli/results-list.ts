/** What `results.json` says of stored results: enough to choose one, without opening it. */
import { readFileSync, statSync } from 'node:fs';
import type { VerdictStatus } from '../analysis/comparison.ts';
import { readComparison } from '../analysis/comparison-schema.ts';
import { parsedJson } from '../experiment/sealed-line.ts';
import { jsonOf, recognize } from '../experiment/stored-files.ts';
import { scenarioOf } from '../experiment/stored-head.ts';
import { readStoredRun } from '../experiment/stored-run.ts';
import { readLines } from '../experiment/worlds-file.ts';
import { type Head, readHead } from '../experiment/worlds-head.ts';
import { openStored } from '../report/stored.ts';
import type { Text } from '../scenario/scenario.ts';
import { addressOf, fileOnDisk, filesUnder, type ResultFile, resultsAmong } from './results.ts';

/** A result that can be chosen. */
export interface ResultEntry {
  readonly kind: 'compare' | 'run' | 'summary';
  /** Address from the root of the site. */
  readonly path: string;
  /** Name of the scenario's file. */
  readonly file: string;
  readonly title: Text;
  /** Of `run`: its arm. */
  readonly arm: string | null;
  /** Finished worlds, and worlds that were asked for. */
  readonly worlds: number;
  readonly asked: number;
  readonly version: string;
  /** When it was written: 2026-11-22T19:41:00.000Z. */
  readonly date: string;
  readonly verdict: {
    readonly status: VerdictStatus;
    readonly arm: string;
    readonly text: Required<Text>;
  } | null;
}

/** A file that looks like a result and cannot be opened. */
export interface BadEntry {
  readonly path: string;
  readonly problem: Required<Text>;
}

export interface ResultList {
  readonly schema: 'seedbed/results@1';
  /** The latest first. */
  readonly results: readonly ResultEntry[];
  readonly bad: readonly BadEntry[];
}

/** The results under a folder, as they are now. `base` comes before every address. */
export async function listResults(folder: string, base: string): Promise<ResultList> {
  const results: ResultEntry[] = [];
  const bad: BadEntry[] = [];
  for (const result of await resultsAmong(filesUnder(folder))) {
    const path = base + addressOf(folder, result.path);
    const entry = await entryOf(result, path);
    if (entry !== null) results.push(entry);
    else bad.push({ path, problem: await problemOf(result) });
  }
  results.sort((a, b) => (a.date > b.date ? -1 : 1));
  return { schema: 'seedbed/results@1', results, bad };
}

async function problemOf({ path }: ResultFile): Promise<Required<Text>> {
  const { problems } = await openStored([fileOnDisk(path)]);
  return problems[0] ?? { en: 'It changed while it was read.', 'zh-CN': '读取时文件发生了变化。' };
}

function entryOf(result: ResultFile, path: string): ResultEntry | null | Promise<ResultEntry | null> {
  const date = statSync(result.path).mtime.toISOString();
  return result.kind === 'worlds' ? worldsEntry(result, path, date) : jsonEntry(result, path, date);
}

function worldsEntry({ path: onDisk, beside }: ResultFile, path: string, date: string): ResultEntry | null {
  let head: Head | null = null;
  let lines = 0;
  for (const { line, ended } of readLines(onDisk)) {
    if (lines === 0) head = readHead(line);
    if (head === null) return null;
    if (ended) lines++;
  }
  if (head === null) return null;
  const { scenario } = scenarioOf(head);
  if (scenario === null) return null;
  const { command, file, version, hash } = head;
  return {
    kind: command,
    path,
    file,
    title: scenario.title,
    arm: command === 'run' ? scenario.arms[0].name : null,
    worlds: Math.min(lines - 1, scenario.worlds),
    asked: scenario.worlds,
    version,
    date,
    verdict: command === 'run' ? null : verdictBeside(beside, hash),
  };
}

/** Of the `comparison.json` beside the worlds, if it is of the same settings. */
function verdictBeside(beside: readonly string[], hash: string): ResultEntry['verdict'] {
  for (const path of beside) {
    const comparison = readComparison(parsedJson(readFileSync(path, 'utf8')));
    if (comparison?.scenario.hash === hash) return comparison.verdict;
  }
  return null;
}

async function jsonEntry(
  { path: onDisk, kind }: ResultFile,
  path: string,
  date: string,
): Promise<ResultEntry | null> {
  const { lines, close } = await recognize(fileOnDisk(onDisk));
  const value = await jsonOf(lines).catch(() => undefined);
  await close();
  if (kind === 'compare') {
    const comparison = readComparison(value);
    if (comparison === null) return null;
    const { scenario, worlds, version, verdict } = comparison;
    const { file, title } = scenario;
    return {
      kind: 'summary',
      path,
      file,
      title: { en: title },
      arm: null,
      worlds,
      asked: worlds,
      version,
      date,
      verdict,
    };
  }
  const run = readStoredRun(value);
  if (run === null) return null;
  const { scenario, worlds, version, arm } = run;
  const { file, title } = scenario;
  return {
    kind: 'run',
    path,
    file,
    title: { en: title },
    arm,
    worlds,
    asked: worlds,
    version,
    date,
    verdict: null,
  };
}
