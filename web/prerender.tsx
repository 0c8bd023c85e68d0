/**
 * Writes the pages of the site, in Node: every page once in each language, with what is already known (stories, stored
 * verdicts, first charts) drawn into it, so that there is something to read before any script runs.
 */

import type { ComponentType } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Comparison } from '../src/analysis/comparison.ts';
import type { WorldResult } from '../src/experiment/results.ts';
import { inLocale, metricNamed, plain } from '../src/report/charts/source.ts';
import { type Locale, locales } from '../src/report/format.ts';
import { chartSection, firstCharts, miniature } from '../src/report/html-charts.ts';
import { escapeHtml } from '../src/report/html-markup.ts';
import { comparisonParts, pageOf, sentencePart } from '../src/report/parts.ts';
import { verdict } from '../src/report/verdict/verdict.ts';
import type { Scenario, Text } from '../src/scenario/scenario.ts';
import { findTactic } from '../src/scenario/table.ts';
import { pageHeads } from './app/heads.ts';
import { type PageData, PrerenderContext, type StoryCard } from './app/page-data.ts';
import { drawnChartsPath, type RouteName, rootFrom, routes, storyRoute } from './app/routes.ts';
import { LocaleContext } from './app/Shell.tsx';
import { locale as chosenLocale } from './app/settings.ts';
import { type DrawnCharts, drawnChart } from './charts/drawn-chart.ts';
import { Cohorts } from './pages/cohorts/Cohorts.tsx';
import { Compare } from './pages/compare/Compare.tsx';
import { Data } from './pages/data/Data.tsx';
import { dataFiles } from './pages/data/files.ts';
import { dataStatics } from './pages/data/statics.tsx';
import { Embed } from './pages/embed/Embed.tsx';
import { Home } from './pages/home/Home.tsx';
import { Methods } from './pages/methods/Methods.tsx';
import { methodsStatics, numbersOf } from './pages/methods/statics.tsx';
import { Network } from './pages/network/Network.tsx';
import { Report } from './pages/report/Report.tsx';
import { Sandbox } from './pages/sandbox/Sandbox.tsx';
import { Story } from './pages/story/Story.tsx';
import { Sweep } from './pages/sweep/Sweep.tsx';
import { policy } from './policy.ts';

/** A question of the site, with its result where one is stored. */
export interface StoryInput {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly scenario: Scenario;
  readonly stored: {
    readonly comparison: Comparison;
    readonly results: readonly WorldResult[];
    /** 2026-11-22 */
    readonly date: string;
    /** Address from the root of the site. */
    readonly path: string;
  } | null;
}

/** `manifest.json` of the browser build. */
export type Manifest = Readonly<
  Record<
    string,
    { readonly file: string; readonly css?: readonly string[]; readonly imports?: readonly string[] }
  >
>;

export interface SiteInput {
  readonly stories: readonly StoryInput[];
  readonly manifest: Manifest;
}

/** A file of the site. */
export interface Written {
  readonly path: string;
  readonly content: string;
}

const pages: Readonly<Record<RouteName, ComponentType>> = {
  home: Home,
  story: Story,
  compare: Compare,
  sandbox: Sandbox,
  sweep: Sweep,
  network: Network,
  cohorts: Cohorts,
  methods: Methods,
  data: Data,
  embed: Embed,
  report: Report,
};

type Statics = Readonly<Record<Locale, Readonly<Record<string, string>>>>;

/** All pages of a site. */
export async function* renderSite({ stories, manifest }: SiteInput): AsyncGenerator<Written> {
  const cards = [...stories].sort(byPlace).map(cardOf);
  const drawn = new Map<string, Statics>();
  for (const story of stories) drawn.set(story.name, await staticsOf(story));
  const front = stories.find(({ name }) => name === 'blunt-vs-tailored-ads') ?? stories[0];
  yield { path: 'stories.json', content: JSON.stringify(cards) };
  yield* dataFiles(stories);
  for (const locale of locales)
    yield { path: `${routes.methods}numbers.${locale}.json`, content: JSON.stringify(numbersOf(locale)) };
  const frontDrawn = front && drawn.get(front.name);
  const drawnPages: Partial<Record<RouteName, Statics>> = {
    home: minis(drawn),
    methods: inBoth(methodsStatics),
    data: inBoth(dataStatics(stories, front)),
    ...(frontDrawn && { compare: frontDrawn }),
  };
  for (const route of Object.keys(routes) as (keyof typeof routes)[]) {
    const opens = ['home', 'methods'].includes(route) ? undefined : front;
    yield {
      path: `${routes[route]}index.html`,
      content: pageHtml(route, dataOf(cards, opens), drawnPages[route], manifest),
    };
  }
  for (const story of stories) {
    yield { path: `scenarios/${story.file}`, content: story.text };
    yield {
      path: `${storyRoute(story.name)}index.html`,
      content: pageHtml('story', dataOf(cards, story), drawn.get(story.name), manifest, story.scenario.title),
    };
    for (const locale of locales) yield* drawnCharts(story, locale);
  }
}

const inBoth = (draw: (locale: Locale) => Record<string, string>): Statics => ({
  en: draw('en'),
  'zh-CN': draw('zh-CN'),
});

const dataOf = (stories: readonly StoryCard[], story: StoryInput | undefined): PageData => ({
  labels: labelsOf(stories),
  stories,
  story: story ? { name: story.name, file: story.file, text: story.text } : null,
});

function labelsOf(stories: readonly StoryCard[]): Record<string, Text> {
  const labels: Record<string, Text> = {};
  for (const { tactics, metric } of stories) {
    labels[metric] = metricNamed(metric).label;
    for (const name of tactics) labels[name] = findTactic(name)?.label ?? { en: name };
  }
  return labels;
}

/** The flagship opens the gallery; identical arms, which prove the method, close it. */
const places = ['blunt-vs-tailored-ads', null, 'a-a'] as const;
const placeOf = ({ name }: StoryInput): number => {
  const place = places.indexOf(name as (typeof places)[number]);
  return place < 0 ? 1 : place;
};
const byPlace = (a: StoryInput, b: StoryInput): number => placeOf(a) - placeOf(b);

function cardOf({ name, scenario, stored }: StoryInput): StoryCard {
  const inWords = (locale: Locale) => stored && verdict(stored.comparison, scenario, locale);
  const both = (write: (locale: Locale) => string) => ({ en: write('en'), 'zh-CN': write('zh-CN') });
  return {
    name,
    title: scenario.title,
    question: scenario.question,
    tactics: [...new Set(scenario.arms.flatMap(({ tactics }) => tactics.map(({ tactic }) => tactic)))],
    metric: scenario.judge.metric,
    result: stored && {
      status: stored.comparison.verdict.status,
      named: both((locale) => inWords(locale)?.status ?? ''),
      line: both((locale) => inWords(locale)?.sentence ?? ''),
      worlds: stored.comparison.worlds,
      version: stored.comparison.version,
      date: stored.date,
      path: stored.path,
    },
  };
}

/** What a page shows of a stored comparison before any script runs, by language. */
async function staticsOf({ stored, scenario }: StoryInput): Promise<Statics> {
  const made: Record<string, Record<string, string>> = {};
  for (const locale of locales) {
    const sentence = sentencePart(scenario, locale);
    if (!stored) {
      made[locale] = { sentence };
      continue;
    }
    const { comparison, results } = stored;
    const input = { comparison, scenario, results, locale };
    const parts = comparisonParts(input);
    const page = pageOf(input);
    const charts = (await chartSection(page, firstCharts)).markup;
    const mini = (await miniature(page)).markup;
    made[locale] = { sentence, verdict: parts.verdict, keyFigures: parts.keyFigures, charts, mini };
  }
  return made as Statics;
}

/** The charts of a stored comparison as data, so that the page can make them live before its worlds are there. */
function* drawnCharts({ name, stored, scenario }: StoryInput, locale: Locale): Generator<Written> {
  if (!stored) return;
  const { seed, worlds, version } = stored.comparison;
  const charts = firstCharts.map((make) => drawnChart(make({ ...stored, scenario, locale })));
  const content: DrawnCharts = { origin: { seed, worlds, version }, charts };
  yield { path: drawnChartsPath(name, locale), content: JSON.stringify(content) };
}

/** The small fan of each story, for the gallery. */
function minis(drawn: ReadonlyMap<string, Statics>): Statics {
  const of = (locale: Locale) =>
    Object.fromEntries([...drawn].map(([name, statics]) => [`mini ${name}`, statics[locale].mini ?? '']));
  return { en: of('en'), 'zh-CN': of('zh-CN') };
}

function pageHtml(
  route: RouteName,
  data: PageData,
  statics: Statics | undefined,
  manifest: Manifest,
  title?: Text,
): string {
  const root = rootFrom(route);
  const entry = builtFile(manifest, `web/entries/${route}.tsx`);
  const head = pageHeads[route];
  const named = title ? plainTitle(title) : head.en.title;
  const scripts = preloads(manifest, `web/entries/${route}.tsx`);
  const styles = stylesOf(manifest, `web/entries/${route}.tsx`);
  const copies = locales.map((locale) => {
    chosenLocale.value = locale;
    const Page = pages[route];
    const markup = renderToString(
      <PrerenderContext.Provider value={{ data, statics: statics?.[locale] ?? {} }}>
        <LocaleContext.Provider value={locale}>
          <Page />
        </LocaleContext.Provider>
      </PrerenderContext.Provider>,
    );
    return `<div data-page lang="${locale}">${markup}</div>`;
  });
  return `<!doctype html>
<html lang="en" data-theme="system">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(named)} · Seedbed</title>
<meta name="description" content="${escapeHtml(head.en.description)}">
<meta property="og:title" content="${escapeHtml(named)}">
<meta property="og:description" content="${escapeHtml(head.en.description)}">
<meta property="og:image" content="${root}preview.png">
<link rel="icon" href="${root}icon.svg" type="image/svg+xml">
<link rel="manifest" href="${root}site.webmanifest">
<script src="${root}boot.js"></script>
${styles.map((file) => `<link rel="stylesheet" href="${root}${file}">`).join('\n')}
${scripts.map((file) => `<link rel="modulepreload" href="${root}${file}">`).join('\n')}
${laterMeta(root, data, statics, manifest)}
<script type="module" src="${root}${entry}"></script>
</head>
<body>
${copies.join('\n')}
<script type="application/json" id="page-data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
</body>
</html>
`;
}

/** The scripts that draw charts live. */
const liveCharts = ['web/pages/compare/FirstCharts.tsx', 'virtual:seedbed-board', 'web/charts/board.ts'];

/** For `boot.js`: what makes the charts live that a page is written with. */
function laterMeta(
  root: string,
  { story }: PageData,
  statics: Statics | undefined,
  manifest: Manifest,
): string {
  if (!story || statics?.en.charts === undefined) return '';
  const files = liveCharts.flatMap((name) => [builtFile(manifest, name), ...preloads(manifest, name)]);
  const paths = [...new Set(files)].map((path) => root + path);
  return `<meta name="preload-later" content="${paths.join(' ')}">`;
}

const plainTitle = (title: Text): string => plain(inLocale(title, 'en'));

function builtFile(manifest: Manifest, name: string): string {
  const built = manifest[name];
  if (!built) throw new Error(`the browser build has no ${name}`);
  return built.file;
}

/** Scripts that an entry needs at once. */
function preloads(manifest: Manifest, entry: string): string[] {
  const found = new Set<string>();
  const walk = (name: string) => {
    for (const each of manifest[name]?.imports ?? []) {
      const { file } = manifest[each];
      if (found.has(file)) continue;
      found.add(file);
      walk(each);
    }
  };
  walk(entry);
  return [...found];
}

function stylesOf(manifest: Manifest, entry: string): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const walk = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const each of manifest[name]?.imports ?? []) walk(each);
    for (const file of manifest[name]?.css ?? []) found.add(file);
  };
  walk(entry);
  return [...found];
}
