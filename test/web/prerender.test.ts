import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { locales } from '../../src/report/format.ts';
import { style, themeStyle } from '../../src/report/style.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { PageData } from '../../web/app/page-data.ts';
import { routes } from '../../web/app/routes.ts';
import type { DrawnCharts } from '../../web/charts/drawn-chart.ts';
import { type Manifest, renderSite, type StoryInput } from '../../web/prerender.tsx';
import { tiny } from '../cli/program.ts';
import { make } from '../report/stored-results.ts';

/** What somebody could call a story or an arm to break out of a page. (The reader refuses signs that turn words around.) */
const hostile = `</script><script>alert("1'")</script> <img src=x onerror=alert(1)>`;
const quoted = JSON.stringify(hostile);
const hostileText = tiny
  .replace('en: Ads in a small place', `en: ${quoted}`)
  .replace('zh-CN: 小社区里的广告', `zh-CN: ${quoted}`)
  .replace('{en: With ads, zh-CN: 投广告}', `{en: ${quoted}, zh-CN: ${quoted}}`);

const manifest: Manifest = Object.fromEntries(
  [...Object.keys(routes), 'story'].map((route) => [
    `web/entries/${route}.tsx`,
    { file: `assets/${route}.js`, css: [`assets/${route}.css`], imports: ['_shared.js'] },
  ]),
);
const whole: Manifest = {
  ...manifest,
  '_shared.js': { file: 'assets/shared.js', css: ['assets/shared.css'], imports: ['_deep.js'] },
  '_deep.js': { file: 'assets/deep.js', imports: ['_shared.js'] },
  'web/pages/compare/FirstCharts.tsx': { file: 'assets/first-charts.js', imports: ['_deep.js'] },
  'web/charts/board.ts': { file: 'assets/board.js' },
  'virtual:seedbed-board': { file: 'assets/compiled.js' },
};

async function story(name: string, text: string, isStored: boolean): Promise<StoryInput> {
  const { scenario, problems } = parseScenario(text, `${name}.yaml`);
  if (scenario === null) throw new Error(problems.map(({ message }) => message).join());
  const { comparison, results } = isStored
    ? await make('compare', {}, text)
    : { comparison: null, results: [] };
  const stored = comparison && {
    comparison,
    results,
    date: '2026-11-22',
    path: `results/${name}/worlds.ndjson`,
  };
  return { name, file: `${name}.yaml`, text, scenario, stored };
}

async function rendered(stories: readonly StoryInput[]): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for await (const { path, content } of renderSite({ stories, manifest: whole })) files.set(path, content);
  return files;
}

let files: Map<string, string>;
let pages: [string, string][];
beforeAll(async () => {
  files = await rendered([
    await story('a-a', tiny, false),
    await story('hostile', hostileText, true),
    await story('blunt-vs-tailored-ads', tiny, true),
  ]);
  pages = [...files].filter(([path]) => path.endsWith('.html'));
});

const page = (path: string): string => files.get(path) ?? '';
const copyIn = (html: string, locale: string): string =>
  html.split(`<div data-page lang="${locale}">`)[1]?.split(/<div data-page|<script type="application/)[0] ??
  '';
const dataOf = (html: string): PageData =>
  JSON.parse(/id="page-data">(.*?)<\/script>/s.exec(html)?.[1] ?? '') as PageData;

describe('the pages of the site', () => {
  it('are every route and every story, each once per language', () => {
    const stories = ['a-a', 'blunt-vs-tailored-ads', 'hostile'].map((name) => `s/${name}/index.html`);
    const expected = [...Object.values(routes).map((route) => `${route}index.html`), ...stories];
    expect(pages.map(([path]) => path).sort()).toEqual(expected.sort());
    for (const [path, html] of pages)
      expect([path, [...html.matchAll(/<div data-page lang="([^"]+)">/g)].map(([, lang]) => lang)]).toEqual([
        path,
        [...locales],
      ]);
  });

  it('name a policy that allows nothing from elsewhere, no eval and nothing inline', () => {
    for (const [, html] of pages) {
      const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      const sources = policy.split('; ').flatMap((part) => part.split(' ').slice(1));
      expect(new Set(sources)).toEqual(new Set(["'none'", "'self'", 'data:', 'blob:']));
    }
  });

  it('hold no script, style or handler of their own', () => {
    for (const [path, html] of pages) {
      const scripts = [...html.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)];
      for (const [, attributes, content] of scripts)
        if (!attributes.includes('application/json'))
          expect([path, attributes, content]).toEqual([path, expect.stringContaining('src="'), '']);
      const tags = [
        ...html.replace(/<script type="application\/json".*?<\/script>/s, '').matchAll(/<[a-z][^>]*>/gi),
      ];
      for (const [tag] of tags) {
        const bare = tag.replace(/"[^"]*"/g, '""');
        expect([path, bare]).toEqual([
          path,
          expect.not.stringMatching(/<style|\sstyle=|\son\w+=|javascript:/i),
        ]);
      }
    }
  });

  it('fetch every script and style once, by addresses that hold in any folder', () => {
    for (const [path, html] of pages) {
      const found = [...html.matchAll(/<(?:link|script)[^>]* (?:href|src)="([^"]+)"/g)].map(([, to]) => to);
      const root = '../'.repeat(path.split('/').length - 1) || './';
      expect(new Set(found).size).toBe(found.length);
      for (const address of found) expect([path, address.startsWith(root)]).toEqual([path, true]);
      for (const file of ['assets/shared.js', 'assets/deep.js', 'assets/shared.css'])
        expect(found).toContain(`${root}${file}`);
    }
  });

  it('are small: page and styles together stay under 60 KB', () => {
    // A page has the styles of the site and of its own folder; those of other pages it does not load.
    const css = readdirSync('web', { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.css') && !/^(?:notebooks|public|working-copy)/.test(name),
    );
    expect(css.length).toBeGreaterThan(5);
    const stylesOf = (path: string): number => {
      const own = path.startsWith('s/') ? 'compare' : path.split('/')[0].replace('index.html', 'home');
      const loaded = css.filter((name) => !name.startsWith('pages/') || name.startsWith(`pages/${own}/`));
      const texts = loaded.map((name) => readFileSync(`web/${name}`, 'utf8'));
      return brotliCompressSync(`${style}${themeStyle}${texts.join('\n')}`).length;
    };
    for (const [path, html] of pages) {
      const size = (brotliCompressSync(html).length + stylesOf(path)) / 1024;
      expect([path, size < 60]).toEqual([path, true]);
    }
  });
});

describe('names of somebody else', () => {
  it('are text everywhere', () => {
    for (const [path, html] of pages) {
      expect([path, html.includes('<script>alert')]).toEqual([path, false]);
      expect([path, html.includes('<img src=x')]).toEqual([path, false]);
    }
    const own = page('s/hostile/index.html');
    expect(own).toContain('&lt;/script&gt;&lt;script&gt;alert(');
    expect(/<title>([^<]*)<\/title>/.exec(own)?.[1]).toMatch(/^&lt;\/script&gt;.* · Seedbed$/);
  });

  it('come back from the data of the page as they were', () => {
    const { stories, story: own } = dataOf(page('s/hostile/index.html'));
    expect(own).toEqual({ name: 'hostile', file: 'hostile.yaml', text: hostileText });
    expect(stories.find(({ name }) => name === 'hostile')?.title.en).toBe(hostile);
    expect(files.get('scenarios/hostile.yaml')).toBe(hostileText);
  });
});

describe('stories', () => {
  it('stand in the same order everywhere: the flagship first, identical arms last', () => {
    const order = ['blunt-vs-tailored-ads', 'hostile', 'a-a'];
    expect((JSON.parse(page('stories.json')) as PageData['stories']).map(({ name }) => name)).toEqual(order);
    for (const [, html] of pages) expect(dataOf(html).stories.map(({ name }) => name)).toEqual(order);
    for (const locale of locales) {
      const links = [...copyIn(page('index.html'), locale).matchAll(/href="\.\/s\/([^/"]+)\/"/g)];
      expect(links.map(([, name]) => name)).toEqual(order);
    }
  });

  it('show verdict, figures and charts in either language where a result is stored, and nothing made up elsewhere', () => {
    for (const locale of locales) {
      const stored = copyIn(page('s/blunt-vs-tailored-ads/index.html'), locale);
      for (const name of ['sentence', 'verdict', 'keyFigures', 'charts'])
        expect([name, stored.includes(`data-static="${name}"`)]).toEqual([name, true]);
      expect(stored).toContain('<svg');
      const unrun = copyIn(page('s/a-a/index.html'), locale);
      expect([...unrun.matchAll(/data-static="([^"]+)"/g)].map(([, name]) => name)).toEqual(['sentence']);
      const home = copyIn(page('index.html'), locale);
      expect([...home.matchAll(/data-static="([^"]+)"/g)].map(([, name]) => name)).toEqual([
        'mini blunt-vs-tailored-ads',
        'mini hostile',
      ]);
    }
  });

  it('come with their charts as data, and say which scripts draw them, where a result is stored and nowhere else', () => {
    const data = [...files.keys()].filter((path) => path.includes('/charts.')).sort();
    const expected = ['blunt-vs-tailored-ads', 'hostile'].flatMap((name) =>
      locales.map((locale) => `s/${name}/charts.${locale}.json`),
    );
    expect(data).toEqual(expected);
    for (const path of expected) {
      const { origin, charts } = JSON.parse(files.get(path) ?? '') as DrawnCharts;
      expect(origin).toMatchObject({ seed: 'seedbed', worlds: expect.any(Number) });
      expect(charts.map(({ name }) => name)).toEqual(['fan', 'paired']);
      expect(charts.every(({ drawn, data: rows }) => drawn !== null && rows.length > 0)).toBe(true);
    }
    for (const [path, html] of pages) {
      const later = /<meta name="preload-later" content="([^"]+)">/.exec(html)?.[1].split(' ');
      const isDrawn = [
        'compare/index.html',
        ...expected.map((name) => name.replace(/charts.*/, 'index.html')),
      ];
      const root = '../'.repeat(path.split('/').length - 1);
      const scripts = ['first-charts', 'board', 'compiled'].map((name) => `${root}assets/${name}.js`);
      expect([path, later]).toEqual([
        path,
        isDrawn.includes(path) ? expect.arrayContaining(scripts) : undefined,
      ]);
    }
  });

  it('open the pages on the flagship, and the first page and the methods on none', () => {
    for (const [path, html] of pages) {
      const { story: opened } = dataOf(html);
      const expected = path.startsWith('s/')
        ? path.split('/')[1]
        : ['index.html', 'methods/index.html'].includes(path)
          ? undefined
          : 'blunt-vs-tailored-ads';
      expect([path, opened?.name]).toEqual([path, expected]);
    }
  });

  it('may all be absent', async () => {
    const empty = await rendered([]);
    expect(empty.get('stories.json')).toBe('[]');
    expect([...empty.keys()].filter((path) => path.endsWith('.html'))).toHaveLength(
      Object.keys(routes).length,
    );
  });
});

it('a build without the script of a page is refused', async () => {
  const all = async () => {
    for await (const { path } of renderSite({ stories: [], manifest: {} })) expect(path).not.toMatch(/html$/);
  };
  await expect(all()).rejects.toThrow(/has no web\/entries\/home\.tsx/);
});
