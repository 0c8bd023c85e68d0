/** What there is to publish in a folder: a story for every comparison and every other scenario, and the results themselves. */
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import type { StoryInput } from '../../web/prerender.tsx';
import type { Comparison } from '../analysis/comparison.ts';
import { parsedJson } from '../experiment/sealed-line.ts';
import { openStored, type Stored, type StoredComparison } from '../report/stored.ts';
import { formatProblem, parseScenario } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { bareName, SCENARIO_MIB } from './load.ts';
import { readText } from './read.ts';
import { fileOnDisk, filesUnder, type ResultFile, resultsAmong } from './results.ts';

/** A file of worlds, where it goes from the root of the site, and the comparison that goes beside it. */
export interface Copy {
  readonly from: string;
  readonly to: string;
  readonly comparison: Comparison | null;
}

export interface Collected {
  readonly stories: readonly StoryInput[];
  readonly copies: readonly Copy[];
  /** What the user should know. */
  readonly notes: readonly string[];
  /** All that is wrong, a line each: then nothing is published. */
  readonly problems: readonly string[];
}

interface Question {
  readonly path: string;
  readonly text: string;
  readonly scenario: Scenario;
}

interface Result {
  readonly from: ResultFile;
  readonly stored: Stored;
}

/** Reads everything under a folder but what stands in the site that is to be written. */
export async function collect(folder: string, out: string): Promise<Collected> {
  const site = resolve(out);
  const files = filesUnder(folder).filter((path) => !`${resolve(path)}/`.startsWith(`${site}/`));
  const problems: string[] = [];
  const notes: string[] = [];
  const questions = files.filter(isScenario).flatMap((path) => questionIn(path, problems));
  const results: Result[] = [];
  for (const from of await resultsAmong(files)) {
    if (from.kind === 'worlds') results.push(...(await resultIn(from, problems, notes)));
    else notes.push(`${from.path}: a result without its worlds; it is not published`);
  }
  return { ...arrange(folder, questions, results, notes), notes, problems };
}

/** YAML is a scenario; JSON only if it has arms and is no result. */
function isScenario(path: string): boolean {
  if (/\.ya?ml$/.test(path)) return true;
  if (extname(path) !== '.json' || statSync(path).size > SCENARIO_MIB * 2 ** 20) return false;
  const value = parsedJson(readFileSync(path, 'utf8'));
  return typeof value === 'object' && value !== null && 'arms' in value && !('schema' in value);
}

function questionIn(path: string, problems: string[]): Question[] {
  try {
    const text = readText(path, SCENARIO_MIB);
    const { scenario, problems: found } = parseScenario(text, path);
    if (scenario !== null) return [{ path, text, scenario }];
    problems.push(...found.map((problem) => formatProblem(path, problem)));
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
  return [];
}

/** A result that is whole and unchanged. What is not must be made good first: a site speaks to others. */
async function resultIn(from: ResultFile, problems: string[], notes: string[]): Promise<Result[]> {
  const { stored, problems: found } = await openStored([from.path, ...from.beside].map(fileOnDisk));
  const remarks = (stored?.remarks ?? []).map(({ en }) => `${from.path}: ${en}`);
  if (stored?.verified) {
    notes.push(...remarks);
    return [{ from, stored }];
  }
  problems.push(...(stored === null ? found.map(({ en }) => `${from.path}: ${en}`) : remarks));
  return [];
}

function arrange(
  folder: string,
  questions: readonly Question[],
  results: readonly Result[],
  notes: string[],
): Pick<Collected, 'stories' | 'copies'> {
  const names = new Set<string>();
  const copies: Copy[] = [];
  const answered = new Set<Question>();
  const stories: StoryInput[] = [];
  for (const { from, stored } of results) {
    const question = questions.find((each) => !answered.has(each) && isAnswer(stored, each));
    if (question) answered.add(question);
    const inFolder = resolve(dirname(from.path)) !== resolve(folder);
    const name = unused(names, bareName(question?.path ?? (inFolder ? dirname(from.path) : stored.file)));
    const to = `results/${name}/${slug(basename(from.path))}`;
    copies.push({ from: from.path, to, comparison: stored.kind === 'compare' ? stored.comparison : null });
    if (stored.kind === 'compare') stories.push(storyOf(name, stored, dateOf(from.path), to));
  }
  for (const question of questions) {
    if (answered.has(question)) continue;
    const { path, text, scenario } = question;
    const name = unused(names, bareName(path));
    stories.push({ name, file: `${name}.yaml`, text, scenario, stored: null });
    if (results.some(({ stored }) => stored.kind === 'compare' && stored.file === basename(path)))
      notes.push(
        `${path}: the results of this file are of other settings; it is published without a verdict, beside them`,
      );
  }
  stories.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { stories, copies };
}

/** True when a comparison is of the very scenario that the file asks for; how many worlds does not matter. */
function isAnswer(stored: Stored, { scenario }: Question): boolean {
  if (stored.kind !== 'compare') return false;
  const asked = (each: Scenario) => JSON.stringify({ ...each, worlds: 0 });
  return asked(stored.scenario) === asked(scenario);
}

function storyOf(name: string, stored: StoredComparison, date: string, path: string): StoryInput {
  const { text, scenario, comparison, results } = stored;
  return { name, file: `${name}.yaml`, text, scenario, stored: { comparison, results, date, path } };
}

const dateOf = (path: string): string => statSync(path).mtime.toISOString().slice(0, 10);

/** A name that every file system and every address takes. */
const slug = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, 80) || 'story';

function unused(names: Set<string>, wanted: string): string {
  const base = slug(wanted);
  let name = base;
  for (let i = 2; names.has(name.toLowerCase()); i++) name = `${base}-${i}`;
  names.add(name.toLowerCase());
  return name;
}
