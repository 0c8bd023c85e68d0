/** Rows as the bytes of a Parquet file. The same rows give the same bytes, in whatever order they come. */
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import { metrics } from '../../metrics/definitions.ts';
import { version } from '../../version.ts';
import { keyOfResult } from '../plan.ts';
import { type ColumnKind, originColumns, RESULTS_SCHEMA } from './columns.ts';
import type { Origin, Row } from './row.ts';

/** A column of a file. */
export interface ColumnValues {
  readonly name: string;
  readonly kind: ColumnKind;
  /** null where there is none. */
  readonly values: ArrayLike<string | number | null>;
}

/** The bytes of a file of rows that were made together. */
export function shardBytes(rows: readonly Row[], origin: Origin): Uint8Array {
  const sorted = [...rows].sort((a, b) =>
    a.armKey < b.armKey ? -1 : a.armKey > b.armKey ? 1 : a.world - b.world,
  );
  const every = <T>(value: T): T[] => new Array<T>(sorted.length).fill(value);
  const first: Record<(typeof originColumns)[number]['name'], ArrayLike<string | number>> = {
    key: sorted.map(({ armKey, world }) => keyOfResult(armKey, world)),
    armKey: sorted.map(({ armKey }) => armKey),
    world: sorted.map(({ world }) => world),
    digest: sorted.map(({ digest }) => digest),
    seed: every(origin.seed),
    resultsVersion: every(origin.resultsVersion),
    version: every(origin.version),
    engine: every(origin.engine),
    host: every(origin.host),
  };
  return parquetBytes([
    ...originColumns.map(({ name, kind }) => ({ name, kind, values: first[name] })),
    ...metrics.map(({ name }, place) => ({
      name,
      kind: 'number' as const,
      values: sorted.map(({ outcomes }) => (Number.isNaN(outcomes[place]) ? null : outcomes[place])),
    })),
  ]);
}

const types = { text: 'STRING', 'whole number': 'INT32', number: 'DOUBLE' } as const;

/** The bytes of a file of columns. */
export function parquetBytes(given: readonly ColumnValues[]): Uint8Array {
  const columnData = given.map(
    ({ name, kind, values }): ColumnSource => ({
      name,
      data: Array.from(values),
      type: types[kind],
      nullable: kind === 'number',
      statistics: kind !== 'number' && name !== 'key' && name !== 'digest',
      offsetIndex: false,
    }),
  );
  const buffer = parquetWriteBuffer({
    columnData,
    createdBy: `seedbed ${version}`,
    kvMetadata: [{ key: 'seedbed', value: JSON.stringify({ schema: RESULTS_SCHEMA }) }],
  });
  return new Uint8Array(buffer);
}
