/** A table of runs without its study: points and inputs as the file has them, and what it says of currency and metric. */
import { metricIndex } from '../../../src/metrics/definitions.ts';
import { metricNamed, plain } from '../../../src/report/charts/source.ts';
import type { Found, FoundPoint, VariedInput } from '../../../src/report/charts/sweep/found.ts';
import { MAX_ARMS } from '../../../src/scenario/fields.ts';
import { inputOf } from '../../../src/scenario/inputs.ts';
import type { Text } from '../../../src/scenario/scenario.ts';
import { lookup } from '../../../src/scenario/table.ts';
import type { Look } from './found-here.ts';
import { asNumber, MOST_NUMBERS, type Table, Unreadable } from './parquet-table.ts';

export interface OpenedRuns {
  readonly name: string;
  /** Of the scenario; null where that is not known. */
  readonly title: Text | null;
  readonly rows: number;
  /** Null where that is not known. */
  readonly currency: string | null;
  readonly judge: string | null;
  /** That were asked for, whether their results are there or not. */
  readonly points: number;
  readonly worlds: number;
  readonly seed: string;
  readonly found: (look: Look) => Found;
  /** Opens a point in the compare page; null where the scenario is not known. */
  readonly send: ((point: FoundPoint) => Promise<boolean>) | null;
}

/** What stands for a currency that nobody knows: ISO 4217 has a code for it, and it is written ¤. */
export const NO_CURRENCY = 'XXX';

/** Of several studies in the first table of runs the one with the most rows; null where there is no such table. */
export function runsAlone(name: string, tables: readonly Table[]): OpenedRuns | null {
  const table = tables.find(({ kind }) => kind === 'runs');
  if (table === undefined) return null;
  const sizes = new Map<string, number>();
  for (const study of table.study) sizes.set(study, (sizes.get(study) ?? 0) + 1);
  const [[study]] = [...sizes].sort((a, b) => b[1] - a[1]);
  const own = table.study.flatMap((each, i) => (each === study ? [i] : []));
  const said = readSaid(table.said[study]);
  const worlds = own.reduce((sum, i) => Math.max(sum, table.world[i] + 1), 0);
  const arms = [...new Set(own.map((i) => table.arm[i]))];
  const places = new Map<number, number[]>();
  for (const i of own) {
    const list = places.get(table.point[i]);
    if (list === undefined) places.set(table.point[i], [i]);
    else list.push(i);
  }
  if (arms.length > MAX_ARMS) throw new Unreadable('unreadable');
  if (places.size * arms.length * worlds > MOST_NUMBERS) throw new Unreadable('tooLarge');
  const inputs = [...table.inputs]
    .filter(([, values]) =>
      own.every((i) => typeof values[i] === 'string' || Number.isFinite(asNumber(values[i]))),
    )
    .map(([path, values]) => ({
      values,
      ...rawInput(
        path,
        own.map((i) => values[i]),
        said.currency ?? NO_CURRENCY,
      ),
    }));
  const found = (look: Look): Found => {
    const known = [look.metric, said.judge].find((each) => each !== null && each in metricIndex);
    const metric = metricNamed(known ?? 'netRevenue');
    const numbers = table.numbers.get(metric.name);
    const shown = arms.map((arm, place) => ({ place, name: arm, label: plain(arm) }));
    const points = [...places]
      .sort((a, b) => a[0] - b[0])
      .map(([number, all]): FoundPoint => {
        const outcomes = arms.map(() => new Float64Array(worlds).fill(Number.NaN));
        for (const i of all)
          outcomes[arms.indexOf(table.arm[i])][table.world[i]] = numbers?.[i] ?? Number.NaN;
        return { number, values: inputs.map(({ of, values }) => of(values[all[0]])), outcomes };
      });
    return {
      locale: look.locale,
      currency: said.currency ?? NO_CURRENCY,
      inputs: inputs.map((input) => input.varied(look)),
      arms: shown,
      arm: shown.find((arm) => arm.name === look.arm && arm.place > 0) ?? shown[1] ?? shown[0],
      metric,
      points,
    };
  };
  return { name, rows: own.length, points: places.size, worlds, seed: '', ...said, found, send: null };
}

/** What a file says of a study; null for what makes no sense. */
function readSaid(said: unknown): Pick<OpenedRuns, 'currency' | 'judge' | 'title'> {
  const { currency, judge, title } = (typeof said === 'object' && said !== null ? said : {}) as Record<
    string,
    unknown
  >;
  return {
    currency: typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? currency : null,
    judge: typeof judge === 'string' && Object.hasOwn(metricIndex, judge) ? judge : null,
    title: typeof title === 'string' && title.length < 1000 ? { en: title } : null,
  };
}

/** High ends of so many times the low one are shown on a logarithmic axis, as sweeps take them. */
const LOG_FROM = 100;

/** An input of which a file has the values alone. */
function rawInput(path: string, values: readonly unknown[], currency: string) {
  const isWords = values.some((value) => typeof value === 'string');
  const options = isWords ? [...new Set(values.map(String))] : [];
  const of = (value: unknown) => (isWords ? options.indexOf(String(value)) : asNumber(value));
  const numbers = values.map(of).filter(Number.isFinite);
  const low = numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const entry = lookup(path);
  const isLog = !isWords && low > 0 && high / low >= LOG_FROM;
  const varied = ({ locale }: Look): VariedInput => {
    const own = entry && inputOf(entry, currency, path);
    const short = (value: number) => Number(value.toPrecision(3));
    return {
      path,
      label: plain(own?.label[locale] ?? path),
      scale: isWords ? 'choice' : isLog ? 'log' : 'linear',
      low,
      high,
      among: options.map((_, i) => i),
      show: (value) => options[value] ?? (own ? own.print(short(value), locale) : String(short(value))),
    };
  };
  return { of, varied };
}
