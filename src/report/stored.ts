/**
 * Opens results of `compare` and `run` as they were stored, without running again: files of a results folder in any
 * number and order, a file of worlds alone, or the JSON that a command printed. They may come from anywhere, so nothing in
 * them is believed unseen: shapes, lengths, check sums and digests are looked at, and a comparison is made anew from its
 * worlds by the code that makes it on the command line. Runs in Node and in browsers.
 */
import { compareArms } from '../analysis/compare.ts';
import type { Comparison } from '../analysis/comparison.ts';
import { readComparison, sameNumbers } from '../analysis/comparison-schema.ts';
import { comparisonInput } from '../experiment/comparison-input.ts';
import { totalDigest } from '../experiment/digest.ts';
import { readStoredWorlds, type StoredWorlds } from '../experiment/stored.ts';
import { jsonOf, type Recognized, type StoredFile, TooLarge } from '../experiment/stored-files.ts';
import { type Notice, optionsOf } from '../experiment/stored-head.ts';
import { readStoredRun } from '../experiment/stored-run.ts';
import { wholeText } from '../experiment/whole-text.ts';
import { choose, recognizeAll } from './stored-choice.ts';
import type { Opened, Stored } from './stored-kinds.ts';
import { type StoredWord, storedText } from './stored-words.ts';
import { verdictTexts } from './verdict/verdict.ts';

export type { StoredFile } from '../experiment/stored-files.ts';
export type { Opened, Stored, StoredComparison, StoredRun, StoredSummary } from './stored-kinds.ts';

type AnyNotice = Notice<StoredWord>;

/** Opens one result. Never throws; every problem is a plain sentence. */
export async function openStored(files: readonly StoredFile[]): Promise<Opened> {
  const recognized = await recognizeAll(files);
  if ('name' in recognized) return failed(recognized);
  const choice = await choose(recognized);
  try {
    if ('name' in choice) return failed(choice);
    if (choice.kind === 'worlds') return await openWorlds(choice.file, choice.beside, choice.remarks);
    return await openJson(choice.file);
  } finally {
    for (const { close } of recognized) await close().catch(() => {});
  }
}

const failed = (fault: AnyNotice): Opened => ({ stored: null, problems: [storedText(fault)] });

async function openWorlds(
  file: Recognized,
  beside: readonly Recognized[],
  known: readonly AnyNotice[],
): Promise<Opened> {
  const worlds = await readStoredWorlds(file);
  if ('name' in worlds) return failed(worlds);
  const { head, scenario, results, remarks } = worlds;
  const digest = totalDigest(results);
  const notices: AnyNotice[] = [...remarks, ...known];
  const options = optionsOf(head);
  const text = wholeText(head.scenario.text, options);
  const asked = { text: head.scenario.text, options };
  const { version, code, seed } = head;
  const common = { file: head.file, version, seed, digest, results, worlds: worlds.worlds };
  if (head.command === 'run') {
    const [title, arm, days] = [scenario.title.en, scenario.arms[0].name, scenario.horizonDays];
    const made = { scenario, text, asked, code };
    return opened({ kind: 'run', ...common, title, arm, days, made }, notices);
  }
  const plan = { scenario, hash: head.hash };
  const input = comparisonInput(plan, head.file, { results, digest });
  const comparison = compareArms({ ...input, words: verdictTexts });
  for (const other of beside) notices.push(...(await differences(other, comparison, worlds)));
  return opened({ kind: 'compare', ...common, scenario, text, asked, code, comparison }, notices);
}

/** What marks a result as changed or not whole. */
const doubts: ReadonlySet<StoredWord> = new Set(['damaged', 'digestsDiffer', 'numbersDiffer']);

type Unjudged<Kind> = Kind extends Stored ? Omit<Kind, 'verified' | 'remarks'> : never;

function opened(stored: Unjudged<Stored>, notices: readonly AnyNotice[]): Opened {
  const verified = !notices.some(({ name }) => doubts.has(name));
  return { stored: { ...stored, verified, remarks: notices.map(storedText) }, problems: [] };
}

/** The `comparison.json` beside the worlds must have their numbers, if it is of the same run. */
async function differences(
  { file, lines }: Recognized,
  comparison: Comparison,
  { head }: StoredWorlds,
): Promise<AnyNotice[]> {
  const there = readComparison(await jsonOf(lines).catch(() => undefined));
  const slots = { file: file.name };
  if (there === null) return [{ name: 'cut', slots }];
  if (there.scenario.hash !== head.hash || there.worlds !== comparison.worlds)
    return [{ name: 'otherRun', slots }];
  return sameNumbers(there, comparison) ? [] : [{ name: 'numbersDiffer', slots }];
}

async function openJson({ file, kind, lines }: Recognized): Promise<Opened> {
  const slots = { file: file.name };
  try {
    const value = await jsonOf(lines);
    if (kind === 'compare') {
      const comparison = readComparison(value);
      if (comparison === null) return failed({ name: 'cut', slots });
      const { version, seed, digest, scenario } = comparison;
      const summary = { version, seed, digest, file: scenario.file, scenario: null, comparison } as const;
      return opened({ kind: 'summary', ...summary }, [{ name: 'figuresOnly', slots }]);
    }
    const run = readStoredRun(value);
    if (run === null) return failed({ name: 'cut', slots });
    const { scenario, verified, schema: _, ...rest } = run;
    const notices: AnyNotice[] = verified ? [] : [{ name: 'digestsDiffer', slots: { count: run.worlds } }];
    return opened({ kind: 'run', ...rest, file: scenario.file, title: scenario.title, made: null }, notices);
  } catch (error) {
    if (error instanceof TooLarge) return failed({ name: 'tooLarge', slots });
    return failed({
      name: 'unreadable',
      slots: { ...slots, reason: error instanceof Error ? error.message : String(error) },
    });
  }
}
