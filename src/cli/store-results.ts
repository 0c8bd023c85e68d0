/** `results`: what a store holds. */
import { join } from 'node:path';
import { digestOfResults, ResultIndex } from '../experiment/shards/result-index.ts';
import { readIndex } from '../experiment/shards/results-store.ts';
import { type NamedStudy, readStudies } from '../experiment/shards/studies.ts';
import { countOf } from '../experiment/sweep/jobs.ts';
import type { CommonOptions } from './options.ts';
import { programName, quoted } from './package.ts';
import { needStore, told } from './store-open.ts';
import { findingsOf, sweepLines } from './sweep-text.ts';
import { sweepPhrase } from './sweep-words.ts';
import { tableLines } from './table.ts';
import { Terminal } from './terminal.ts';

interface StudyState extends NamedStudy {
  readonly needed: number;
  readonly missing: number;
  readonly digest: string;
}

export async function results(folder: string, options: CommonOptions): Promise<void> {
  const terminal = new Terminal(options);
  needStore(folder);
  await told(async () => {
    const studies = await statesOf(folder, (notice) => terminal.warn(notice));
    if (terminal.json) await terminal.printJson(storeJson(folder, studies));
    else await terminal.print(`${(await storeLines(folder, studies, terminal)).join('\n')}\n`);
  });
  terminal.say(
    `${sweepPhrase('ask', terminal.locale)}  ${[programName(), 'query', quoted(folder), quoted('DESCRIBE runs')].join(' ')}`,
  );
}

async function statesOf(folder: string, warn: (notice: string) => void): Promise<StudyState[]> {
  const studies = readStudies(folder, (path, why) => warn(`${join(folder, path)}: ${why}; it is left out.`));
  const indexes = new Map<string, ResultIndex>();
  for (const { study } of studies)
    if (!indexes.has(study.engine)) indexes.set(study.engine, await readIndex(folder, study.engine));
  return studies.map((named) => {
    const { points, worlds, engine } = named.study;
    const index = indexes.get(engine) ?? new ResultIndex();
    const armKeys = points.flatMap((point) => point.armKeys);
    return { ...named, ...countOf(points, worlds, index), digest: digestOfResults(index, armKeys, worlds) };
  });
}

function storeJson(folder: string, studies: readonly StudyState[]) {
  return {
    schema: 'seedbed/store-results@1',
    store: folder,
    studies: studies.map(({ name, study, written, needed, missing, digest }) => ({
      study: name,
      written: new Date(written).toISOString(),
      scenario: { file: study.scenario.file, title: study.scenario.title.en },
      design: study.design,
      inputs: study.inputs.map(({ path, unit, scale, low, high }) => ({ path, unit, scale, low, high })),
      arms: study.arms.map(({ name: arm }) => arm),
      points: study.points.length,
      worlds: study.worlds,
      results: { needed, missing },
      version: study.version,
      digest,
    })),
  };
}

async function storeLines(
  folder: string,
  studies: readonly StudyState[],
  terminal: Terminal,
): Promise<string[]> {
  const title = (name: Parameters<typeof sweepPhrase>[0]) => sweepPhrase(name, terminal.locale);
  const rows = studies.map(({ name, study, needed, missing }) => [
    name.slice(0, 8),
    study.scenario.file,
    study.design.name,
    String(study.points.length),
    String(study.worlds),
    `${needed - missing}/${needed}`,
    study.inputs.map(({ path }) => path).join(', '),
  ]);
  const columns = [
    { title: title('study'), align: 'left' },
    { title: title('scenario'), align: 'left' },
    { title: title('design'), align: 'left' },
    { title: title('points'), align: 'right' },
    { title: title('worlds'), align: 'right' },
    { title: title('done'), align: 'right' },
    { title: title('inputs'), align: 'left' },
  ] as const;
  const [latest] = studies;
  if (latest === undefined) return ['no studies'];
  const findings = await findingsOf(latest.study, folder);
  return [
    ...tableLines(columns, rows),
    '',
    terminal.bold(terminal.text(latest.study.scenario.title)),
    ...sweepLines(latest.study, findings, terminal),
    '',
    `digest  ${latest.digest}`,
  ];
}
