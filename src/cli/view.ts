/** `view`: the site on this machine, with the stored results of a folder. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { visible } from '../scenario/path.ts';
import { CommandFailure, Exit } from './errors.ts';
import type { CommonOptions } from './options.ts';
import { packageFolder } from './package.ts';
import { needFolder } from './results.ts';
import { listResults, type ResultEntry, type ResultList } from './results-list.ts';
import { type Made, type Mount, serve } from './serve.ts';
import { Terminal } from './terminal.ts';

export interface ViewOptions extends CommonOptions {
  readonly port?: number;
  readonly open?: boolean;
}

/** The built site. */
export function siteFolder(): string {
  const folder = join(packageFolder(), 'dist', 'site');
  if (existsSync(join(folder, 'index.html'))) return folder;
  throw new CommandFailure(Exit.internal, 'The site is not built yet. This builds it: npm run build');
}

export async function view(folder: string | undefined, options: ViewOptions): Promise<void> {
  const terminal = new Terminal(options);
  const site = siteFolder();
  const list = folder === undefined ? nothing : await needResults(folder);
  const { server, address } = await started(site, folder, options.port ?? 0);
  const done = untilSignal(server);
  if (terminal.json) await terminal.printJson({ schema: 'seedbed/view@1', address, results: list.results });
  else await terminal.print(`${address}\n`);
  sayResults(list, address, terminal);
  terminal.say(terminal.phrase('endsView'));
  if (options.open) openInBrowser(address);
  await done;
}

const nothing: ResultList = { schema: 'seedbed/results@1', results: [], bad: [] };

async function needResults(folder: string): Promise<ResultList> {
  needFolder(folder);
  const list = await listResults(folder, 'results/');
  if (list.results.length > 0) return list;
  const bad = list.bad.map(({ path, problem }) => `${path.replace('results', folder)}: ${problem.en}`);
  const cure = 'seedbed compare FILE -o DIR stores some.';
  throw new CommandFailure(
    Exit.invalid,
    [...bad, `${folder} has no results that can be shown; ${cure}`].join('\n'),
  );
}

async function started(site: string, folder: string | undefined, port: number) {
  const results: Mount[] = folder ? [{ prefix: '/results/', folder, only: ['.ndjson', '.json'] }] : [];
  const made: Record<string, () => Promise<Made>> = {
    '/results.json': async () => {
      const list = folder === undefined ? nothing : await listResults(folder, 'results/');
      return { type: '.json', content: JSON.stringify(list) };
    },
    // Addresses are given out anew every time: nothing may stay in the browser for the next one that gets this.
    '/sw.js': async () => ({ type: '.js', content: leaveNothing }),
  };
  for (const path of ['/', '/index.html']) made[path] = async () => withResults(join(site, 'index.html'));
  try {
    return await serve({ mounts: [{ prefix: '/', folder: site }, ...results], made, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    throw new CommandFailure(Exit.usage, `--port ${port} is not free; without --port a free one is taken`);
  }
}

const leaveNothing = `self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', () => self.registration.unregister());
`;

/** The home page, told that there is a list of results. */
function withResults(path: string): Made {
  const page = readFileSync(path, 'utf8');
  return {
    type: '.html',
    content: page.replace('</head>', '<meta name="seedbed-results" content="results.json">\n</head>'),
  };
}

const MOST_SAID = 10;

function sayResults({ results, bad }: ResultList, address: string, terminal: Terminal): void {
  for (const entry of results.slice(0, MOST_SAID)) terminal.say(`  ${lineOf(entry, address, terminal)}`);
  if (results.length > MOST_SAID)
    terminal.say(terminal.phrase('moreResults', { count: results.length - MOST_SAID }));
  for (const { path, problem } of bad) terminal.warn(`${path}: ${problem[terminal.locale]}`);
}

function lineOf({ title, path }: ResultEntry, address: string, { locale }: Terminal): string {
  return `${visible(title[locale] ?? title.en)}  ${address}compare/?result=${path.replaceAll('%', '%25')}`;
}

function openInBrowser(address: string): void {
  const commands: Partial<Record<NodeJS.Platform, readonly string[]>> = {
    darwin: ['open'],
    win32: ['cmd', '/c', 'start', ''],
  };
  const [command, ...words] = commands[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...words, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

/** Ctrl-C is how a server is done, so the command ends well. */
function untilSignal(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      server.close(() => resolve());
      server.closeAllConnections();
    };
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, stop);
  });
}
