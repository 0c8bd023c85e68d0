/** The posterior that a file has, checked against what its arms have. */
import { inputsOf } from './assumptions.ts';
import type { Report } from './judge.ts';
import { meantOrKnown } from './nearest.ts';
import type { Parameter } from './parameter.ts';
import { remark } from './remarks.ts';
import type { Arm, Posterior, Value } from './scenario.ts';
import type { Amount } from './schema-parts.ts';
import { got, tell } from './tell.ts';
import { readValue } from './units.ts';

interface Known {
  readonly parameter: Parameter;
  readonly values: readonly (Value | undefined)[];
}

type File = { readonly [path: string]: readonly Amount[] | undefined };

/** Reads the posterior; null where the file has none, or none that is sound. */
export function readPosterior(
  file: File | undefined,
  source: {
    readonly arms: readonly Arm[];
    readonly currency: string;
    readonly report: Report;
    readonly note: (text: string) => void;
  },
): Posterior | null {
  if (file === undefined) return null;
  const { arms, currency, report, note } = source;
  const known = knownInputs(arms);
  const columns: Record<string, readonly number[]> = {};
  const paths = Object.keys(file);
  if (paths.length === 0) report(['posterior'], tell('noDraws'));
  for (const path of paths) {
    const input = known.get(path);
    const raw = file[path] ?? [];
    if (input === undefined)
      report(['posterior', path], tell('noInput', { hint: meantOrKnown(path, [...known.keys()]) }));
    else if (input.parameter.kind === 'switch' || input.parameter.kind === 'choice')
      report(['posterior', path], tell('notDrawn'));
    else {
      columns[path] = readColumn(raw, path, input.parameter, currency, report);
      if (input.values.every((value) => typeof value?.amount === 'number'))
        note(remark('posteriorIdle', { path }));
    }
  }
  sameLengths(columns, report);
  return Object.keys(columns).length === 0 ? null : columns;
}

function knownInputs(arms: readonly Arm[]): Map<string, Known> {
  const known = new Map<string, { parameter: Parameter; values: (Value | undefined)[] }>();
  for (const arm of arms)
    for (const { path, parameter, value } of inputsOf(arm)) {
      const one = known.get(path) ?? { parameter, values: [] };
      one.values.push(value);
      known.set(path, one);
    }
  return known;
}

function readColumn(
  raw: readonly Amount[],
  path: string,
  parameter: Parameter,
  currency: string,
  report: Report,
): number[] {
  return raw.map((draw, row) => {
    const place = ['posterior', path, row];
    const reading = readValue(parameter, draw, currency);
    if ('problem' in reading) report(place, reading.problem);
    else {
      const { amount, per } = reading.value;
      if (typeof amount === 'number' && per === undefined) return amount;
      report(place, tell('singleNumber', { got: got(draw) }));
    }
    return 0;
  });
}

function sameLengths(columns: Posterior, report: Report): void {
  const [first, ...others] = Object.keys(columns);
  for (const path of others)
    if (columns[path].length !== columns[first].length)
      report(
        ['posterior', path],
        tell('otherLength', { other: first, count: columns[first].length, got: columns[path].length }),
      );
}
