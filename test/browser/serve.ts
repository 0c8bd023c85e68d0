/** A static host as plain as can be: files under a path that is not its root, with no headers but a type. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { constants, createBrotliCompress } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
};

const UNDER = '/some/where/';

export interface Host {
  /** Address of the site's first page. */
  readonly root: string;
  /** Ends the host, with whoever is still connected to it. */
  close(): void;
}

/** `packed`: compressed on the way, as most hosts do. */
export async function host(folder: string, { packed = false } = {}): Promise<Host> {
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const inside = pathname.startsWith(UNDER) ? decodeURIComponent(pathname.slice(UNDER.length)) : null;
    const path = inside === null ? null : join(folder, normalize(`/${inside}`));
    const file =
      path !== null && existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
    if (file === null || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, ...(packed ? { 'content-encoding': 'br' } : {}) });
    const content = createReadStream(file);
    if (!packed) content.pipe(response);
    else
      content.pipe(createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    root: `http://127.0.0.1:${port}${UNDER}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
