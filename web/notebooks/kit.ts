/** What cells of notebooks import: the library, and a few ways to show what it gives. */
import type { Comparison } from '../../src/analysis/comparison.ts';
import type { Executor } from '../../src/experiment/executor.ts';
import type { WorldResult } from '../../src/experiment/results.ts';
import { readInput } from '../../src/experiment/sweep/inputs.ts';
import { metricIndex, metrics } from '../../src/metrics/definitions.ts';
import type { ChartName, ChartSource } from '../../src/report/charts/source.ts';
import { findings } from '../../src/report/charts/tornado.ts';
import { capital, say } from '../../src/report/charts/words.ts';
import { amount } from '../../src/report/format.ts';
import { assumptionRows } from '../../src/report/html-assumptions.ts';
import { command } from '../../src/report/html-foot.ts';
import { htmlWords } from '../../src/report/html-words.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { version } from '../../src/version.ts';
import { makeCharts } from '../charts/make-charts.ts';
import { svgOf } from '../charts/open-board.ts';
import { armMemory, usualWorkers, workerExecutor } from '../engine/pool.ts';
import { labeled } from '../pages/report/draw.ts';
import { encodeLink } from '../state/link.ts';
import { element, listOf, tableOf } from './elements.ts';
import { kitWords, locale } from './words.ts';

export {
  abcSmc,
  addTactic,
  compare,
  draw,
  identified,
  isFor,
  lastOccasions,
  lognormalPrior,
  micros,
  parseScenario,
  payPerMember,
  posteriorQuantile,
  remind,
  renewed,
  Status,
  verdict,
} from '../../src/index.ts';
export { locale } from './words.ts';

/** Notebooks stand two folders below the site's first page. */
const root = (): URL => new URL('../../', location.href);

/** Four figures of a number. */
export const figure = (x: number): string => String(Number(x.toPrecision(4)));

export * from './checking.ts';
export { listOf as list, tableOf as table } from './elements.ts';
export * from './fitting.ts';

/** A number that the page's address asks for, `?worlds=16`; else the usual one. */
export function asked(name: string, usual: number): number {
  const number = Number(new URLSearchParams(location.search).get(name) ?? Number.NaN);
  return Number.isInteger(number) && number >= 2 && number <= 10_000 ? number : usual;
}

/** Version, seed, worlds: with these anybody gets the same numbers. */
export function facts({ seed, worlds, arms }: Scenario): HTMLElement {
  const words = htmlWords[locale()];
  const shown: readonly (readonly [string, string])[] = [
    [words.version, version],
    [words.seed, seed],
    [words.worlds, worlds.toLocaleString(locale())],
    [words.arm, arms.map(({ label }) => label[locale()] ?? label.en).join(' · ')],
  ];
  return listOf(shown);
}

/** The uncertain inputs with their ranges and sources. */
export function assumptions(scenario: Scenario): HTMLElement {
  const words = htmlWords[locale()];
  const rows = assumptionRows(scenario, locale()).map(({ path, about, range, known, source }) => {
    const here = source[locale()];
    const cited = element('cite', { lang: here ? locale() : 'en' }, here ?? source.en);
    return [path, about[locale()], range, known === null ? words.stated : words.known[known], cited] as const;
  });
  const summary = say(kitWords[locale()].assumptions, { count: rows.length }, locale());
  const columns = [words.input, words.question, words.range90, kitWords[locale()].known, words.source];
  const details = element('details', { class: 'notebook-details' });
  details.append(element('summary', {}, summary), tableOf(columns, rows));
  return details;
}

/** A bar that grows with every finished world. */
export function progress(worlds: number): HTMLElement & { advance(): void } {
  const bar = element('progress', { max: String(worlds), value: '0' });
  const text = element('span', { role: 'status' });
  const frame = element('p', { class: 'notebook-progress' });
  frame.append(bar, text);
  let done = 0;
  const show = () => {
    bar.setAttribute('value', String(done));
    text.textContent = say(kitWords[locale()].progress, { done, worlds }, locale());
  };
  show();
  return Object.assign(frame, {
    advance() {
      done = Math.min(done + 1, worlds);
      show();
    },
  });
}

/** Runs worlds in Web Workers. */
export const workers = (): Executor => workerExecutor({ workers: usualWorkers(), memory: armMemory() });

/** A chart of the comparison with its answer as title. */
export async function chart(name: ChartName, source: Omit<ChartSource, 'locale'>): Promise<HTMLElement> {
  const [made] = await makeCharts({ ...source, locale: locale() }, [name]);
  const figure = element('figure', { class: name });
  figure.hidden = !made?.draw;
  if (!made?.draw) return figure;
  const caption = element('figcaption', {});
  caption.append(element('h3', {}, made.title), element('p', {}, made.subtitle));
  const drawing = element('div', { class: 'notebook-drawing' });
  for (const size of ['wide', 'phone'] as const) {
    const frame = element('div', { class: size });
    // Our own drawing: names in it were escaped when it was drawn.
    frame.innerHTML = labeled(
      await svgOf(made.draw({ theme: 'page', size, titled: false })),
      made.description,
    );
    drawing.append(frame);
  }
  figure.append(caption, drawing);
  return figure;
}

/** The verdict's text with the digest of the results that it speaks of. */
export function said(text: string, comparison: Comparison): HTMLElement {
  return proven(text, [[htmlWords[locale()].digest, comparison.digest]]);
}

/** The same with the command that gives it on anybody's machine. */
export function proof(text: string, comparison: Comparison): HTMLElement {
  const words = htmlWords[locale()];
  return proven(text, [
    [words.digest, comparison.digest],
    [words.command, command({ comparison })],
  ]);
}

function proven(text: string, by: readonly (readonly [term: string, value: string])[]): HTMLElement {
  const frame = element('div', { class: 'notebook-proof' });
  for (const line of text.split('\n')) if (line !== '') frame.append(element('p', {}, line));
  frame.append(listOf(by));
  return frame;
}

/** Medians of some metrics by arm. */
export function medians(comparison: Comparison, scenario: Scenario, names: readonly string[]): HTMLElement {
  const here = locale();
  const shown = names.map((name) => metrics[metricIndex[name]]);
  const columns = [htmlWords[here].arm, ...shown.map(({ label }) => capital(label[here] ?? label.en))];
  const rows = comparison.arms.map(({ name, metrics: own }, i) => {
    const { label } = scenario.arms[i];
    const cells = shown.map(({ name: metric, unit }) => {
      const { median } = own[metric];
      return median === null ? '–' : amount(median, unit, scenario.currency, here);
    });
    return [label[here] ?? label.en ?? name, ...cells] as const;
  });
  return tableOf(columns, rows);
}

/** Path of the uncertain input that moves the difference most. */
export function strongest(
  comparison: Comparison,
  results: readonly WorldResult[],
  scenario: Scenario,
): string {
  const [first] = findings({ comparison, results, scenario, locale: locale() }).bars;
  if (first === undefined) throw new Error('no input moves the difference in so few worlds; ask for more');
  return first.path;
}

/** An input at either end of its plausible range: what `set` takes, and what it says. */
export function ends(path: string, scenario: Scenario, text: string) {
  const read = readInput(path, scenario, { text });
  if ('problem' in read) throw new Error(read.problem);
  const { label, low, high, places, write } = read.input;
  return [low, high].map((value) => ({
    settings: places.map((place) => `${place}=${write(value)}`),
    says: `${capital(label[locale()] ?? label.en)}: ${write(value)}`,
  }));
}

/** What a verdict says under some conditions. */
export const saidIf = (cases: readonly { readonly says: string; readonly text: string }[]): HTMLElement =>
  listOf(cases.map(({ says, text }) => [says, text] as const));

/** Ways to go on with a scenario: its whole text is in the links. */
export async function links(text: string): Promise<HTMLElement> {
  const state = { preset: null, plain: null, text, view: {}, version, hash: null, digest: null };
  const fragment = await encodeLink(state, () => null);
  const row = element('p', { class: 'row' });
  for (const page of ['sandbox', 'compare'] as const) {
    const href = new URL(`${page}/${fragment}`, root()).href;
    row.append(element('a', { class: 'button framed', href }, kitWords[locale()][page]));
  }
  return row;
}
