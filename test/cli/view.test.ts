import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStored } from '../../src/report/stored.ts';
import { comparisonIn, finished, type Outcome, tiny, workplace } from './program.ts';

const { folder, start, seedbed, file } = workplace();
const yaml = file('tiny.yaml', tiny);

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
}

let view: ChildProcess;
let ended: Promise<Outcome>;
let address: URL;
let compared: Outcome;
let worlds: string;

/** Asks exactly this path: clients tidy up steps up before they ask. */
function ask(path: string, options: { method?: string; host?: string } = {}): Promise<Answer> {
  const { method = 'GET', host = address.host } = options;
  return new Promise((resolve, reject) => {
    const { hostname, port } = address;
    const asked = request({ hostname, port, path, method, headers: { host } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    asked.on('error', reject).end();
  });
}

beforeAll(async () => {
  compared = await seedbed('compare', yaml, '-o', 'out/tiny', '--json', '-q');
  await seedbed('run', yaml, '--arm', 'coupons', '-o', 'out/one arm', '-q');
  worlds = readdirSync(join(folder, 'out/tiny')).find((name) => name.startsWith('worlds')) ?? '';
  writeFileSync(join(folder, 'out/tiny/secret.txt'), 'secret');
  writeFileSync(join(folder, 'secret.json'), '"secret"');
  symlinkSync(join(folder, 'secret.json'), join(folder, 'out/link.json'));
  view = start(['view', 'out', '--json', '-q']);
  ended = finished(view);
  const printed = await new Promise<string>((resolve) => view.stdout?.once('data', resolve));
  address = new URL((JSON.parse(printed) as { address: string }).address);
});
afterAll(() => view.kill('SIGKILL'));

describe('the server', () => {
  it('is on this machine only, at a port that is free', () => {
    expect(address.href).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it('gives every page of the site, with its type and a policy', async () => {
    for (const path of ['/', '/compare/', '/s/a-a/', '/sandbox/index.html', '/compare/?result=results/x']) {
      const { status, headers, text } = await ask(path);
      expect(status, path).toBe(200);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(text).toContain('<!doctype html>');
    }
    expect((await ask('/boot.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await ask('/icon.svg')).headers['content-type']).toBe('image/svg+xml');
    expect(await ask('/compare')).toMatchObject({ status: 301, headers: { location: 'compare/' } });
  });

  it('lists the results as they are on the disk now', async () => {
    const { text, headers } = await ask('/results.json');
    expect(headers['cache-control']).toBe('no-store');
    const list = JSON.parse(text) as { results: { path: string; date: string }[]; bad: unknown[] };
    expect(list.results.map(({ path }) => path).sort()).toEqual([
      expect.stringMatching(/^results\/one%20arm\/worlds-\w+\.ndjson$/),
      `results/tiny/${worlds}`,
    ]);
    const { verdict } = comparisonIn(compared);
    expect(list.results.find(({ path }) => path.includes('tiny'))).toMatchObject({
      kind: 'compare',
      file: 'tiny.yaml',
      title: { en: 'Ads in a small place', 'zh-CN': '小社区里的广告' },
      worlds: 8,
      asked: 8,
      verdict,
    });
    expect(list.results.find(({ path }) => path.includes('one'))).toMatchObject({
      kind: 'run',
      arm: 'coupons',
    });
    expect(list.bad).toEqual([]);
    mkdirSync(join(folder, 'out/later'));
    cpSync(join(folder, 'out/tiny', worlds), join(folder, 'out/later', worlds));
    truncateSync(join(folder, 'out/later', worlds), 100);
    const later = JSON.parse((await ask('/results.json')).text) as { results: unknown[]; bad: unknown[] };
    expect(later.results).toHaveLength(2);
    expect(later.bad).toEqual([
      { path: `results/later/${worlds}`, problem: { en: expect.any(String), 'zh-CN': expect.any(String) } },
    ]);
  });

  it('gives a result that opens with the numbers of the command line', async () => {
    const { text, headers } = await ask(`/results/tiny/${worlds}`);
    expect(headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
    const { stored } = await openStored([{ name: worlds, text: async () => text }]);
    expect(stored?.kind === 'compare' && stored.comparison).toEqual(comparisonIn(compared));
    expect(stored?.verified).toBe(true);
  });

  it('gives the results of the folder first, and the stored results of the site itself after them', async () => {
    const stories = JSON.parse((await ask('/stories.json')).text) as { result: { path: string } | null }[];
    for (const { result } of stories) if (result) expect((await ask(`/${result.path}`)).status).toBe(200);
    expect((await ask('/results/nowhere/worlds-1.ndjson')).status).toBe(404);
  });

  it('tells the home page that there are results', async () => {
    expect((await ask('/')).text).toContain('<meta name="seedbed-results" content="results.json">');
  });

  it('answers HEAD with the same head and nothing else', async () => {
    const whole = await ask(`/results/tiny/${worlds}`);
    const { status, headers, text } = await ask(`/results/tiny/${worlds}`, { method: 'HEAD' });
    expect({ status, text }).toEqual({ status: 200, text: '' });
    expect(headers['content-length']).toBe(String(Buffer.byteLength(whole.text)));
  });
});

describe('who asks for what is not theirs', () => {
  it('gets nothing from outside the folders', async () => {
    const paths = [
      '/../package.json',
      '/%2e%2e/package.json',
      '/results/../../secret.json',
      '/results/..%2f..%2fsecret.json',
      '/results/%2e%2e/%2e%2e/secret.json',
      '/results/tiny/..\\..\\..\\secret.json',
      '/results//etc/passwd',
      '//etc/passwd',
      '/results/link.json',
      '/results/tiny/secret.txt',
      '/results/tiny/report.html',
      '/results/tiny/',
      '/results',
      '/results/tiny/.lock',
      '/.git/config',
      '/%',
      '/%00',
      '/a%0d%0aSet-Cookie:x',
      `/${'a'.repeat(5000)}`,
      '/constructor',
      '/__proto__',
      '/results/__proto__',
    ];
    for (const path of paths) {
      const { status, text } = await ask(path);
      expect([400, 404], path).toContain(status);
      expect(text, path).not.toMatch(/secret|root:/);
    }
  });

  it('gets nothing by another name, as a site that rebinds its own would', async () => {
    for (const host of ['evil.example', `evil.example:${address.port}`, '127.0.0.1', '127.0.0.1:1'])
      expect((await ask('/results.json', { host })).status, host).not.toBe(200);
    expect((await ask('/results.json', { host: `localhost:${address.port}` })).status).toBe(200);
  });

  it('cannot write', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      const { status, headers } = await ask('/results.json', { method });
      expect({ status, allow: headers.allow }, method).toEqual({ status: 405, allow: 'GET, HEAD' });
    }
  });

  it('does not bring it down with what is no request', async () => {
    for (const nonsense of [
      '\r\n\r\n',
      'GET\r\n\r\n',
      'GET http://x/ HTTP/9.9\r\n\r\n',
      '\u0000\u0001\u0002',
    ]) {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(address.port), '127.0.0.1', () => socket.end(nonsense));
        socket.on('close', () => resolve()).on('error', () => resolve());
        socket.resume();
      });
    }
    expect((await ask('/')).status).toBe(200);
  });
});

describe('the command', () => {
  it('ends well with Ctrl-C', async () => {
    view.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 0, err: '' });
  });

  it.each([
    ['nowhere', 'nowhere: there is no such folder'],
    ['tiny.yaml', 'tiny.yaml: it is a file, not a folder'],
  ])('says what is wrong with %s', async (name, message) => {
    expect(await seedbed('view', name)).toMatchObject({ code: 3, out: '', err: `${message}\n` });
  });

  it('says when there are no results, and what would make some', async () => {
    mkdirSync(join(folder, 'empty'));
    const { code, err } = await seedbed('view', 'empty');
    expect(code).toBe(3);
    expect(err).toBe('empty has no results that can be shown; seedbed compare FILE -o DIR stores some.\n');
    const { err: damaged } = await seedbed('view', 'out/later');
    expect(damaged.split('\n')[0]).toMatch(/^out\/later\/worlds-\w+\.ndjson: /);
  });

  it('refuses a port that is none', async () => {
    expect(await seedbed('view', '--port', '99999')).toMatchObject({ code: 2 });
  });

  it('prints the address and where each result is', async () => {
    const child = start(['view', 'out/tiny', '--lang', 'zh-CN']);
    const outcome = finished(child);
    await new Promise((resolve) =>
      child.stderr?.on('data', (text) => String(text).includes('Ctrl-C') && resolve(0)),
    );
    child.kill('SIGINT');
    const { code, out, err } = await outcome;
    expect(code).toBe(0);
    expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/);
    expect(err).toContain(`小社区里的广告  ${out.trim()}compare/?result=results/${worlds}\n`);
  });
});
