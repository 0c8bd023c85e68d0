/**
 * Serves folders to the browser of this machine: reading only, nothing outside the folders, nobody but this machine.
 * Addresses that other sites make up (DNS rebinding) are turned away by the name that they call.
 */
import { createReadStream, existsSync, realpathSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';
import { headers, types } from './serve-headers.ts';

/** What stands under an address. */
export interface Mount {
  /** `/results/` */
  readonly prefix: string;
  readonly folder: string;
  /** Endings of files that are given out; all that have a type where this is left out. */
  readonly only?: readonly string[];
}

export interface ServeOptions {
  readonly mounts: readonly Mount[];
  /** Content that is made when it is asked for, by its address. */
  readonly made: Readonly<Record<string, () => Promise<Made>>>;
  /** 0: any that is free. */
  readonly port: number;
}

export interface Made {
  readonly type: string;
  readonly content: string;
}

/** Starts to serve on the loopback address; gives the server and its address. */
export function serve(options: ServeOptions): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    answer(request, response, options).catch(() => refuse(response, 500, 'The file could not be read.'));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ server, address: `http://127.0.0.1:${port}/` });
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: ServeOptions,
): Promise<void> {
  if (!callsThisMachine(request)) return refuse(response, 421, 'This address is only for this machine.');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return refuse(response, 405, 'Only reading is possible here.');
  }
  const [raw] = (request.url ?? '').split(/[?#]/);
  const path = decoded(raw);
  if (path === null) return refuse(response, 400, 'This address cannot be read.');
  const make = Object.hasOwn(options.made, path) ? options.made[path] : undefined;
  if (make !== undefined) return sendMade(request, response, await make());
  const file = find(path, options.mounts);
  if (file === null) return refuse(response, 404, 'There is nothing at this address.');
  if (file.folder) {
    response.setHeader('Location', `${raw.slice(raw.lastIndexOf('/') + 1)}/`);
    return refuse(response, 301, 'See the address with a slash at its end.');
  }
  sendFile(request, response, file.path);
}

function callsThisMachine({ headers: { host }, socket }: IncomingMessage): boolean {
  const names = ['127.0.0.1', 'localhost', '[::1]'];
  return host !== undefined && names.some((name) => host.toLowerCase() === `${name}:${socket.localPort}`);
}

/** The path of an address; null for one that no page of ours has: steps up, hidden names, backslashes, broken escapes. */
function decoded(raw: string): string | null {
  try {
    const path = decodeURIComponent(raw);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are refused
    if (!path.startsWith('/') || /[\u0000-\u001f\\]|\/\.|\/\//.test(path) || path.length > 2000) return null;
    return path;
  } catch {
    return null;
  }
}

/** The file of a path: of the longest prefix first, then of the others. */
function find(path: string, mounts: readonly Mount[]): Found | null {
  const fitting = mounts.filter(({ prefix }) => path.startsWith(prefix));
  for (const mount of fitting.sort((a, b) => b.prefix.length - a.prefix.length)) {
    const found = findIn(mount, path.slice(mount.prefix.length));
    if (found !== null) return found;
  }
  return null;
}

/** A file, or a folder that has a page. */
interface Found {
  readonly path: string;
  readonly folder: boolean;
}

/** The file of a path in a folder and in no other, whatever links there are. */
function findIn({ folder, only = Object.keys(types) }: Mount, path: string): Found | null {
  const wanted = join(folder, path, path === '' || path.endsWith('/') ? 'index.html' : '');
  try {
    const real = realpathSync(wanted);
    if (!real.startsWith(realpathSync(folder) + sep)) return null;
    if (statSync(real).isDirectory())
      return existsSync(join(real, 'index.html')) && only.includes('.html')
        ? { path: real, folder: true }
        : null;
    return statSync(real).isFile() && only.includes(extname(real)) ? { path: real, folder: false } : null;
  } catch {
    return null;
  }
}

function sendMade({ method }: IncomingMessage, response: ServerResponse, { type, content }: Made): void {
  const bytes = Buffer.from(content);
  response.writeHead(200, {
    ...headers,
    'Content-Type': types[type] ?? types['.txt'],
    'Content-Length': bytes.length,
  });
  response.end(method === 'HEAD' ? undefined : bytes);
}

function sendFile({ method }: IncomingMessage, response: ServerResponse, path: string): void {
  const { size } = statSync(path);
  response.writeHead(200, { ...headers, 'Content-Type': types[extname(path)], 'Content-Length': size });
  if (method === 'HEAD' || size === 0) return void response.end();
  const stream = createReadStream(path, { end: size - 1 });
  stream.on('error', () => response.destroy()).pipe(response);
  response.on('close', () => stream.destroy());
}

function refuse(response: ServerResponse, status: number, why: string): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { ...headers, 'Content-Type': types['.txt'] });
  response.end(`${why}\n`);
}
