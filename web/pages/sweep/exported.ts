/**
 * Files of `seedbed export --format parquet`, read in the page. A table of runs has the points of a study with their inputs
 * and is shown as it is; a table of results alone has no inputs, and fills in the sweep that the page asks for. Loaded when
 * a file is opened, and the reader of Parquet with it. A file may come from anywhere: it is looked at before it is believed.
 */
import { type FileMetaData, parquetMetadata, parquetRead } from 'hyparquet';
import { originColumns } from '../../../src/experiment/shards/columns.ts';
import type { Row } from '../../../src/experiment/shards/row.ts';
import { metricIndex, metrics } from '../../../src/metrics/definitions.ts';
import { metricNamed, plain } from '../../../src/report/charts/source.ts';
import type { Found, FoundPoint, VariedInput } from '../../../src/report/charts/sweep/found.ts';
import { MAX_WORLDS } from '../../../src/scenario/fields.ts';
import { inputOf } from '../../../src/scenario/inputs.ts';
import { lookup } from '../../../src/scenario/table.ts';
import { engineFingerprint } from '../../../src/version.ts';
import type { Look } from './found-here.ts';

export type Fault = 'notParquet' | 'notOurs' | 'noRows' | 'unreadable' | 'tooLarge';

export interface ExportedRuns {
  readonly kind: 'runs';
  readonly name: string;
  readonly rows: number;
  readonly found: (look: Look) => Found;
}

export type Exported =
  | ExportedRuns
  | { readonly kind: 'results'; readonly rows: readonly Row[]; readonly others: number }
  | { readonly kind: 'fault'; readonly fault: Fault };

const fault = (of: Fault): Exported => ({ kind: 'fault', fault: of });

/** Rows that a page holds. */
const MOST_ROWS = 1 << 20;
export const MOST_BYTES = 512 * 1024 * 1024;

export async function readExported(name: string, file: ArrayBuffer): Promise<Exported> {
  let metadata: FileMetaData;
  try {
    metadata = parquetMetadata(file);
  } catch {
    return fault('notParquet');
  }
  const rows = Number(metadata.num_rows);
  const names = metadata.schema.slice(1).map((column) => column.name);
  if (rows > MOST_ROWS) return fault('tooLarge');
  const isRuns = ['study', 'point', 'arm', 'world'].every((column) => names.includes(column));
  const isResults = ['armKey', 'world', 'digest', 'engine'].every((column) => names.includes(column));
  if (!(isRuns || isResults)) return fault('notOurs');
  if (rows === 0) return fault('noRows');
  try {
    const columns = await readAll(file, metadata, names, rows);
    return isRuns ? runsOf(name, columns, names) : resultsOf(columns, rows);
  } catch {
    return fault('unreadable');
  }
}

type Columns = Readonly<Record<string, readonly unknown[]>>;

async function readAll(
  file: ArrayBuffer,
  metadata: FileMetaData,
  names: readonly string[],
  rows: number,
): Promise<Columns> {
  const found = Object.fromEntries(names.map((name) => [name, new Array<unknown>(rows).fill(null)]));
  const left = new Set(['key', 'seed', 'host', 'version', 'resultsVersion']);
  await parquetRead({
    file,
    metadata,
    columns: names.filter((name) => !left.has(name)),
    onChunk({ columnName, columnData, rowStart }) {
      for (let i = 0; i < columnData.length; i++) found[columnName][rowStart + i] = columnData[i] ?? null;
    },
  });
  return found;
}

const numeric = (value: unknown): number =>
  typeof value === 'number' ? value : typeof value === 'bigint' ? Number(value) : Number.NaN;

function resultsOf(columns: Columns, rows: number): Exported {
  const found: Row[] = [];
  let others = 0;
  for (let i = 0; i < rows; i++) {
    const [armKey, digest, world] = [columns.armKey[i], columns.digest[i], numeric(columns.world[i])];
    const isPlace = Number.isInteger(world) && world >= 0 && world < MAX_WORLDS;
    if (typeof armKey !== 'string' || typeof digest !== 'string' || !isPlace) return fault('unreadable');
    if (columns.engine[i] !== engineFingerprint) others++;
    else
      found.push({
        armKey,
        world,
        digest,
        outcomes: Float64Array.from(metrics, ({ name }) => numeric(columns[name]?.[i])),
      });
  }
  return { kind: 'results', rows: found, others };
}

const known = new Set<string>([
  'study',
  'point',
  'arm',
  ...originColumns.map(({ name }) => name),
  ...metrics.map(({ name }) => name),
]);

/** Of several studies the one with the most rows. */
function runsOf(name: string, columns: Columns, names: readonly string[]): Exported {
  const sizes = new Map<unknown, number>();
  for (const study of columns.study) sizes.set(study, (sizes.get(study) ?? 0) + 1);
  const [most] = [...sizes].sort((a, b) => b[1] - a[1]);
  const own = columns.study.flatMap((study, i) => (study === most[0] ? [i] : []));
  const paths = names.filter((column) => !known.has(column) && own.some((i) => columns[column][i] !== null));
  const arms = [...new Set(own.map((i) => String(columns.arm[i])))];
  const worlds = own.reduce((sum, i) => Math.max(sum, numeric(columns.world[i]) + 1), 0);
  const places = new Map<number, number[]>();
  for (const i of own) {
    const point = numeric(columns.point[i]);
    if (!Number.isInteger(point) || !Number.isInteger(numeric(columns.world[i])) || worlds > MAX_WORLDS)
      return fault('unreadable');
    const list = places.get(point);
    if (list === undefined) places.set(point, [i]);
    else list.push(i);
  }
  const inputs = paths.map((path) =>
    rawInput(
      path,
      own.map((i) => columns[path][i]),
    ),
  );
  const found = (look: Look): Found => {
    const metric = metricNamed(
      look.metric !== null && look.metric in metricIndex ? look.metric : 'netRevenue',
    );
    const shown = arms.map((arm, place) => ({ place, name: arm, label: plain(arm) }));
    const points = [...places]
      .sort((a, b) => a[0] - b[0])
      .map(([number, all]): FoundPoint => {
        const outcomes = arms.map(() => new Float64Array(worlds).fill(Number.NaN));
        for (const i of all)
          outcomes[arms.indexOf(String(columns.arm[i]))][numeric(columns.world[i])] = numeric(
            columns[metric.name]?.[i],
          );
        return { number, values: inputs.map(({ of, path }) => of(columns[path][all[0]])), outcomes };
      });
    return {
      locale: look.locale,
      currency: 'CNY',
      inputs: inputs.map((input) => input.varied(look)),
      arms: shown,
      arm: shown.find((arm) => arm.name === look.arm && arm.place > 0) ?? shown[1] ?? shown[0],
      metric,
      points,
    };
  };
  return { kind: 'runs', name, rows: own.length, found };
}

/** High ends of so many times the low one are shown on a logarithmic axis, as sweeps take them. */
const LOG_FROM = 100;

/** An input of which a file has the values alone. */
function rawInput(path: string, values: readonly unknown[]) {
  const options = values.some((value) => typeof value === 'string') ? [...new Set(values.map(String))] : [];
  const of = (value: unknown) => (options.length > 0 ? options.indexOf(String(value)) : numeric(value));
  const numbers = values.map(of).filter(Number.isFinite);
  const low = numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const entry = lookup(path);
  const isLog = options.length === 0 && low > 0 && high / low >= LOG_FROM;
  const varied = ({ locale }: Look): VariedInput => {
    const own = entry && inputOf(entry, 'CNY', path);
    const short = (value: number) => Number(value.toPrecision(3));
    return {
      path,
      label: plain(own?.label[locale] ?? path),
      scale: options.length > 0 ? 'choice' : isLog ? 'log' : 'linear',
      low,
      high,
      among: options.map((_, i) => i),
      show: (value) => options[value] ?? (own ? own.print(short(value), locale) : String(short(value))),
    };
  };
  return { path, of, varied };
}
