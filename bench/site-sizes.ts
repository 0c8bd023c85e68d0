/** Bytes of the built site as hosts send them (brotli), against the budgets. The same on every machine. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

export interface Size {
  readonly what: string;
  readonly bytes: number;
  /** At most this many. */
  readonly budget: number;
}

const KB = 1024;
const packed = (content: string | Buffer): number => brotliCompressSync(content).length;

/** What one page asks for at once, in files from the root of the site. */
function asked(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, path]) => path.replace(/^(?:\.\.?\/)+/, ''));
}

const scripts = /<(?:script src|link rel="modulepreload" href|script type="module" src)="([^"]+)"/g;
const styles = /<link rel="stylesheet" href="([^"]+)"/g;

/** Scripts of a page before anything is loaded on demand: home 60 KB, every other 110. */
const scriptBudget = (path: string): number => (path === '' ? 60 : 110) * KB;

function pageSizes(site: string, path: string): Size[] {
  const html = readFileSync(join(site, path, 'index.html'), 'utf8');
  const of = (files: readonly string[]) =>
    [...new Set(files)].reduce((sum, file) => sum + packed(readFileSync(join(site, file))), 0);
  const name = path === '' ? 'home' : path.replace(/\/$/, '');
  return [
    { what: `${name}: scripts at once`, bytes: of(asked(html, scripts)), budget: scriptBudget(path) },
    { what: `${name}: page and styles`, bytes: packed(html) + of(asked(html, styles)), budget: 60 * KB },
  ];
}

/** Parts that are loaded when they are first needed, by how their files are called. */
const parts: readonly (readonly [what: string, file: RegExp, budget: number])[] = [
  ['lazy: charts drawn live (Vega)', /^(?:board|_virtual_seedbed-board)-/, 170 * KB],
  ['lazy: network drawn (sigma, graphology)', /^(?:pictures|layout-worker)-/, 60 * KB],
  // 40 KB were meant for an engine of six tactics; why more: docs/decisions/0008.
  ['worker that simulates', /^worker-/, 46 * KB],
];

export function siteSizes(site: string, pages: readonly string[]): Size[] {
  const assets = readdirSync(join(site, 'assets')).filter((name) => name.endsWith('.js'));
  const lazy = parts.map(([what, pattern, budget]) => {
    const files = assets.filter((name) => pattern.test(name));
    if (files.length === 0) throw new Error(`${what}: no such file in ${site}/assets`);
    const bytes = files.reduce((sum, name) => sum + packed(readFileSync(join(site, 'assets', name))), 0);
    return { what, bytes, budget };
  });
  return [...pages.flatMap((path) => pageSizes(site, path)), ...lazy];
}

/** Every page of the site, and the story that opens it. */
export const measuredPages: readonly string[] = [
  '',
  's/blunt-vs-tailored-ads/',
  ...['compare', 'sandbox', 'sweep', 'network', 'cohorts', 'methods', 'data', 'embed', 'report'].map(
    (name) => `${name}/`,
  ),
];
