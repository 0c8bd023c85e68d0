/**
 * What a sweep varies: an input of the parameter table between two ends, on a linear or logarithmic scale, or among choices.
 *
 *   PATH                   over the range that the scenario states, else over its plausible one
 *   PATH=5%..12%           between two ends, in units as files have them; `5% to 12%` as well
 *   PATH=1..1000:log       equal ways are equal factors; of itself where the high end is 100 times the low one or more
 *   PATH=on,off            among choices
 *
 * A coordinate u of a design from 0 to 1 stands for low + u (high - low), or low (high / low)^u; of n whole numbers or choices
 * it stands for number floor(n u). Other values are brought to 6 figures, so that they can be read and typed.
 */
import { exp, log } from '../../random/math.ts';
import { inputsOf } from '../../scenario/assumptions.ts';
import { nearestPath } from '../../scenario/number-at.ts';
import type { Parameter } from '../../scenario/parameter.ts';
import { printPath, readPath } from '../../scenario/path.ts';
import { documentOf, parameterAt, placesOf } from '../../scenario/places.ts';
import { printValue } from '../../scenario/print.ts';
import type { OwnText, Scenario } from '../../scenario/scenario.ts';
import { type Ends, endsIn, type Scale, type Stated, splitVary } from './ends.ts';
import { type Fault, faultText, tellOfSweep } from './words.ts';

export interface SweepInput {
  /** As it is called in results: `tactics.ads.load`. */
  readonly path: string;
  /** Where it is set, as `--set` takes it. */
  readonly places: readonly string[];
  readonly label: OwnText;
  readonly unit: string;
  readonly scale: Scale;
  readonly low: number;
  readonly high: number;
  /** Of choices: what stands at each number. */
  readonly options: readonly string[];
  /** The value at a coordinate from 0 to 1. */
  at(u: number): number;
  /** A value as a file has it. */
  write(value: number): string;
}

/** `problem`: as the command line says it; `fault`: the same in every language. */
export type ReadInput = { readonly input: SweepInput } | { readonly problem: string; readonly fault: Fault };

/** Figures that a value is brought to. */
const FIGURES = 6;

/** Reads a `--vary`. `text`, `set`: the scenario's file and what the command line says to it. */
export function readInput(
  vary: string,
  scenario: Scenario,
  source: { readonly text: string; readonly set?: readonly string[] },
): ReadInput {
  const [typed, range] = splitVary(vary);
  const wrong = (why: OwnText) => {
    const fault = { path: typed, why };
    return { problem: faultText(fault), fault };
  };
  const path = readPath(typed);
  const parameter = path === null ? undefined : parameterAt(scenario, path);
  if (path === null || parameter === undefined) return wrong(unknownInput(typed));
  const places = placesOf(documentOf(source.text, source.set), path);
  if (places.length === 0) return wrong(tellOfSweep('unused', { tactic: String(path[1]) }));
  const ends = endsIn(parameter, range, scenario.currency, statedOf(path, scenario));
  if ('problem' in ends) return wrong(ends.problem);
  return { input: inputOf(printPath(path), places, parameter, ends, scenario.currency) };
}

/** The range that an arm states of an input, the first that does; null where none does. */
function statedOf(path: readonly (string | number)[], { arms }: Scenario): Stated | null {
  const [own, among] =
    path[0] === 'arms'
      ? [path.slice(2), arms.filter(({ name }, place) => path[1] === name || path[1] === place)]
      : [path, arms];
  const wanted = printPath(own);
  for (const arm of among)
    for (const { path: at, value } of inputsOf(arm))
      if (at === wanted && typeof value?.amount === 'object')
        return { ...value.amount, ...(value.per && { per: value.per }) };
  return null;
}

/** That there is no input of a path, and which is near. */
export function unknownInput(typed: string): OwnText {
  const near = nearestPath(typed);
  const hint = near === undefined ? tellOfSweep('noHint') : tellOfSweep('meant', { near });
  return tellOfSweep('unknown', { hint });
}

/** What a `--vary` and a parameter make. */
function inputOf(
  path: string,
  places: readonly string[],
  parameter: Parameter,
  { low, high, per, scale, among }: Ends,
  currency: string,
): SweepInput {
  const { label, unit } = parameter;
  const write = (amount: number) =>
    printValue(parameter, per === undefined ? { amount } : { amount, per }, currency);
  const options = among.map(write);
  return {
    path,
    places,
    label,
    unit,
    scale,
    low,
    high,
    options,
    at: valueAt({ low, high, scale, among }, parameter.kind === 'count'),
    write,
  };
}

function valueAt({ low, high, scale, among }: Ends, isCount: boolean): (u: number) => number {
  const nth = (u: number, n: number) => Math.min(n - 1, Math.floor(u * n));
  if (scale === 'choice') return (u) => among[nth(u, among.length)];
  if (scale === 'whole') return (u) => low + nth(u, high - low + 1);
  const ratio = scale === 'log' ? log(high / low) : 0;
  const exact = (u: number) => (scale === 'log' ? low * exp(u * ratio) : low + u * (high - low));
  const short = (x: number) => (isCount ? Math.round(x) : Number(x.toPrecision(FIGURES)));
  return (u) => Math.min(high, Math.max(low, short(exact(u))));
}
