/**
 * What a store of results keeps: a row for each arm in each world, under the key of its inputs.
 *
 * First where the row comes from, then a number for every metric. A number that there is not (nobody could stay for 90
 * days in a run of 60) is empty: null in Parquet and SQL, never NaN, so that averages leave it out.
 */
import { metrics } from '../../metrics/definitions.ts';

export type ColumnKind = 'text' | 'whole number' | 'number';

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly about: string;
}

/** What a file of results says that it is. */
export const RESULTS_SCHEMA = 'seedbed/results@1';

export const originColumns = [
  {
    name: 'key',
    kind: 'text',
    about: 'sha256 of the inputs: key of the arm and world. One key, one result.',
  },
  {
    name: 'armKey',
    kind: 'text',
    about:
      'sha256 of all that an arm is, except its name: its numbers, segments, tactics, ties, seed, days, results version.',
  },
  {
    name: 'world',
    kind: 'whole number',
    about: 'Number of the world, from 0. Worlds 2j and 2j + 1 share what is assumed and differ in luck.',
  },
  {
    name: 'digest',
    kind: 'text',
    about: 'sha256 of all that was measured, of every day too: the same inputs must give the same one.',
  },
  { name: 'seed', kind: 'text', about: 'Text that all chance of the run comes from.' },
  {
    name: 'resultsVersion',
    kind: 'whole number',
    about: 'Raised whenever any number of any scenario moves; part of the key.',
  },
  { name: 'version', kind: 'text', about: 'Version of the program.' },
  { name: 'engine', kind: 'text', about: 'Fingerprint of the code that made the result.' },
  { name: 'host', kind: 'text', about: 'Name of the machine that made it.' },
] as const satisfies readonly Column[];

/** Columns of a row in their order. */
export const columns: readonly Column[] = [
  ...originColumns,
  ...metrics.map(({ name, about }) => ({ name, kind: 'number' as const, about: about.en })),
];
