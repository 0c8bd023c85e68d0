/** What the data page offers for download, made when the site is built. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { metrics } from '../../../src/metrics/definitions.ts';
import { parameterRows } from '../../../src/scenario/describe.ts';
import type { OwnText } from '../../../src/scenario/scenario.ts';
import { jsonSchema } from '../../../src/scenario/schema.ts';
import type { StoryInput, Written } from '../../prerender.tsx';
import { csv } from './csv.ts';
import { fileWords } from './file-words.ts';

export type FileGroup = 'model' | 'scenarios' | 'results';

/** A download with what is said of it. */
export interface DataFile extends Written {
  readonly group: FileGroup;
  readonly about: OwnText;
}

/** As listed: without what is in it. */
export interface ListedFile {
  readonly path: string;
  readonly group: FileGroup;
  readonly about: OwnText;
  readonly bytes: number;
  readonly sha256: string;
}

const { model: about, stored } = fileWords;

/** All downloads. Scenario files stand where the site has them already. */
export function allFiles(stories: readonly StoryInput[]): DataFile[] {
  const scenarios = stories.map(
    ({ file, text, scenario }): DataFile => ({
      path: `scenarios/${file}`,
      content: text,
      group: 'scenarios',
      about: { en: scenario.title.en, 'zh-CN': scenario.title['zh-CN'] ?? scenario.title.en },
    }),
  );
  return [...modelFiles(), ...scenarios, ...stories.flatMap(resultFiles)];
}

/** Those that are not there without this page. */
export const dataFiles = (stories: readonly StoryInput[]): Written[] =>
  allFiles(stories)
    .filter(({ group }) => group !== 'scenarios')
    .map(({ path, content }) => ({ path, content }));

export const listed = ({ path, group, about, content }: DataFile): ListedFile => {
  const bytes = new TextEncoder().encode(content);
  return { path, group, about, bytes: bytes.length, sha256: bytesToHex(sha256(bytes)) };
};

function modelFiles(): DataFile[] {
  const rows = parameterRows();
  const columns = ['path', 'label', 'kind', 'unit', 'default', 'range', 'chosen', 'known', 'source', 'about'];
  const cells = rows.map((row) => [
    row.path,
    row.label,
    row.kind,
    row.unit,
    row.default,
    row.range,
    row.chosen ? 'chosen' : 'drawn',
    row.known,
    row.source,
    row.about,
  ]);
  const dictionary = metrics.map(({ name, label, unit, better, summary, about }) => [
    name,
    label.en,
    label['zh-CN'] ?? '',
    unit,
    better,
    summary,
    about.en,
    about['zh-CN'] ?? '',
  ]);
  const head = ['name', 'label', 'label_zh', 'unit', 'good', 'summary', 'about', 'about_zh'];
  const file = (path: string, content: string, about: OwnText): DataFile => ({
    path: `data/${path}`,
    content,
    group: 'model',
    about,
  });
  return [
    file('scenario.schema.json', `${JSON.stringify(jsonSchema(), null, 1)}\n`, about.schema),
    file('parameters.csv', csv([columns, ...cells]), about.parameters),
    file(
      'parameters.json',
      `${JSON.stringify({ schema: 'seedbed/parameters@1', parameters: rows }, null, 1)}\n`,
      about.parameters,
    ),
    file('metrics.csv', csv([head, ...dictionary]), about.metrics),
  ];
}

/** Every arm and metric of every world, a line each. */
function resultFiles({ name, scenario, stored: result }: StoryInput): DataFile[] {
  if (result === null) return [];
  const rows = result.results.flatMap(({ world, arm, outcomes }) =>
    metrics.map((metric, i) => [world, scenario.arms[arm].name, metric.name, outcomes[i]]),
  );
  return [
    {
      path: `data/results-${name}.csv`,
      content: csv([['world', 'arm', 'metric', 'value'], ...rows]),
      group: 'results',
      about: stored(scenario.title, result.comparison),
    },
    {
      path: `data/comparison-${name}.json`,
      content: `${JSON.stringify(result.comparison, null, 1)}\n`,
      group: 'results',
      about: fileWords.comparison,
    },
  ];
}
