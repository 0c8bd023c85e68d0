/** The rows of a table in a Parquet file, as those of a text file: line 1 has the names of the columns, line n + 1 row n. */
import { parquetReadObjects } from 'hyparquet';
import { FitFileError, type Row } from './fit-rows.ts';

/** Whether bytes begin as a Parquet file does. */
export const isParquet = (bytes: Uint8Array): boolean =>
  bytes.length > 4 && String.fromCharCode(...bytes.subarray(0, 4)) === 'PAR1';

export async function parquetRows(bytes: Uint8Array): Promise<Row[]> {
  const file = Uint8Array.from(bytes).buffer;
  const objects = await parquetReadObjects({ file }).catch((error: unknown) => {
    const detail = error instanceof Error ? error.message : String(error);
    throw new FitFileError([{ line: 1, column: 1, path: '', rule: 'parquet', detail }]);
  });
  const names = Object.keys(objects[0] ?? {});
  const row = (texts: readonly string[], line: number): Row => ({
    line,
    fields: texts.map((text, i) => ({ text, column: i + 1 })),
  });
  return [
    row(names, 1),
    ...objects.map((object, i) =>
      row(
        names.map((name) => textOf(object[name])),
        i + 2,
      ),
    ),
  ];
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString() : String(value);
}
