/** `publish`: a folder of scenarios and results as a static site. Nothing is simulated; the numbers are those that are stored. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Manifest } from '../../web/prerender.tsx';
import { FolderError, systemReason } from '../experiment/folder.ts';
import { CommandFailure, Exit } from './errors.ts';
import type { CommonOptions } from './options.ts';
import { type Collected, collect } from './publish-input.ts';
import { clearSite, copyFiles, markSite, needOwnFolder } from './publish-output.ts';
import { needFolder } from './results.ts';
import { listResults } from './results-list.ts';
import { Terminal } from './terminal.ts';
import { siteFolder } from './view.ts';

export interface PublishOptions extends CommonOptions {
  readonly output?: string;
}

export async function publish(folder: string, options: PublishOptions): Promise<void> {
  const terminal = new Terminal(options);
  const out = options.output ?? 'site';
  const site = siteFolder();
  needFolder(folder);
  needOwnFolder(out);
  const collected = await collect(folder, out);
  const { stories, copies, notes, problems } = collected;
  if (problems.length > 0) throw new CommandFailure(Exit.invalid, problems.join('\n'));
  if (stories.length === 0) {
    throw new CommandFailure(Exit.invalid, `${folder} has neither scenario files nor results of compare`);
  }
  try {
    await write(site, out, collected);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new FolderError(`${out} cannot be written: ${systemReason(error)}.`, { cause: error });
  }
  for (const note of notes) terminal.warn(note);
  const results = copies.length;
  if (terminal.json) {
    const names = stories.map(({ name }) => name);
    await terminal.printJson({ schema: 'seedbed/publish@1', folder: out, stories: names, results });
  } else await terminal.print(`${join(out, 'index.html')}\n`);
  const answered = stories.filter(({ stored }) => stored !== null).length;
  terminal.say(terminal.phrase('published', { stories: stories.length, answered, folder: out }));
}

async function write(site: string, out: string, { stories, copies }: Collected): Promise<void> {
  const { renderSite } = await import('../../web/prerender.tsx');
  const { writePrecache } = await import('../../web/precache.ts');
  const manifest = JSON.parse(readFileSync(join(site, 'manifest.json'), 'utf8')) as Manifest;
  clearSite(out);
  const written = copyFiles(site, copies, out);
  markSite(out, written);
  const put = (path: string, content: string) => {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), content);
    written.push(path);
  };
  for (const { to, comparison } of copies)
    if (comparison !== null) put(`${dirname(to)}/comparison.json`, JSON.stringify(comparison));
  for await (const { path, content } of renderSite({ stories, manifest })) put(path, content);
  const results = join(out, 'results');
  if (copies.length > 0) put('results.json', JSON.stringify(await listResults(results, 'results/')));
  writePrecache(out);
  markSite(out, [...written, 'precache.json']);
}
