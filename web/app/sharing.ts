/** Texts and files of what is shown. */
import { metrics } from '../../src/metrics/definitions.ts';
import { inLocale, plain, shownArms } from '../../src/report/charts/source.ts';
import type { Locale } from '../../src/report/format.ts';
import { verdict } from '../../src/report/verdict/verdict.ts';
import { csvOf } from '../charts/files.ts';
import { siteRoot } from './address.ts';
import { saveFile } from './save-file.ts';
import { type Doc, type Shown, say } from './workspace.ts';

/** True when the clipboard took it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Hands a text to the viewer as a file. */
export const saveText = (name: string, text: string, type: string): void =>
  saveFile(name, new Blob([text], { type }));

/** The verdict as the command line prints it. */
export const verdictOf = ({ comparison, scenario }: Shown, locale: Locale): string =>
  verdict(comparison, scenario, locale).text;

/** Signs that Markdown would take for its own. */
const escaped = (text: string): string => plain(text).replace(/[\\`*_[\]<>#|]/g, '\\$&');

export function markdownOf({ comparison, scenario }: Shown, locale: Locale): string {
  const { status, lines } = verdict(comparison, scenario, locale);
  const [first, ...rest] = lines;
  const title = escaped(inLocale(scenario.title, locale));
  const arms = shownArms(scenario, locale).map(({ label }) => escaped(label));
  const spread = comparison.arms.map(({ metrics: spreads }) => spreads[scenario.judge.metric]);
  const show = (value: number | null) =>
    value === null ? '' : value.toLocaleString(locale, { maximumSignificantDigits: 3 });
  const rows = arms.map(
    (arm, i) => `| ${arm} | ${show(spread[i].median)} | ${show(spread[i].p05)} | ${show(spread[i].p95)} |`,
  );
  const metric = metrics.find(({ name }) => name === scenario.judge.metric);
  const head = `| | ${escaped(metric ? inLocale(metric.label, locale) : scenario.judge.metric)} | 5% | 95% |`;
  return [
    `### ${title}`,
    '',
    `**${escaped(status)}** ${escaped((first ?? '').replace(status, '').replace(/^[\s:：。.]+/, ''))}`,
    '',
    ...rest.map((line) => `- ${escaped(line)}`),
    '',
    head,
    '|---|---|---|---|',
    ...rows,
    '',
    `Seedbed ${comparison.version}, ${comparison.worlds}, ${escaped(comparison.seed)}, ${comparison.digest.slice(0, 12)}`,
    '',
  ].join('\n');
}

/** Every figure of every arm, and its difference from the baseline. */
export function figuresCsv({ comparison }: Shown, locale: Locale): string {
  return csvOf(
    comparison.arms.flatMap(({ name, metrics: spreads }) =>
      metrics.map((metric) => {
        const found = comparison.differences.find((each) => each.arm === name && each.metric === metric.name);
        return {
          arm: name,
          metric: metric.name,
          label: inLocale(metric.label, locale),
          unit: metric.unit,
          ...spreads[metric.name],
          differenceMedian: found?.median ?? null,
          differenceP05: found?.p05 ?? null,
          differenceP95: found?.p95 ?? null,
          relativeMedian: found?.relativeMedian ?? null,
          chanceBetter: found?.chanceBetter ?? null,
        };
      }),
    ),
  );
}

/** One file with the page, the engine and this scenario in it. */
export async function saveWorkingCopy({ preset, file, text }: Doc): Promise<void> {
  try {
    const answer = await fetch(new URL('working-copy.html', siteRoot()));
    if (!answer.ok) throw new Error(String(answer.status));
    const data = { labels: {}, stories: [], story: { name: preset ?? 'scenario', file, text } };
    const embedded = JSON.stringify(data).replaceAll('<', '\\u003c');
    const page = (await answer.text()).replace('{"working":"copy"}', () => embedded);
    saveText(file.replace(/\.\w+$/, '.html'), page, 'text/html');
  } catch (error) {
    say('fileFailed', { why: error instanceof Error ? error.message : String(error) });
  }
}
