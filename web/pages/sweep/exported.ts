/**
 * Results of the command line, opened in the page: tables of `seedbed export --format parquet`, or the files of a store,
 * whose studies say what was asked. What has points is shown as it is; results alone fill in the sweep that the page asks for.
 */
import type { Row } from '../../../src/experiment/shards/row.ts';
import { readStudy, type Study } from '../../../src/experiment/sweep/study.ts';
import { metrics } from '../../../src/metrics/definitions.ts';
import { engineFingerprint } from '../../../src/version.ts';
import { baseName, type PickedFile } from '../../state/files.ts';
import type { OpenedRuns } from './opened-runs.ts';
import { runsAlone } from './opened-runs.ts';
import { runsOfStudy } from './opened-study.ts';
import { type Fault, readTable, type Table, Unreadable } from './parquet-table.ts';

export type Exported =
  | { readonly kind: 'runs'; readonly runs: OpenedRuns; readonly leftOut: number }
  | { readonly kind: 'results'; readonly rows: readonly Row[]; readonly others: number }
  | { readonly kind: 'fault'; readonly fault: Fault };

const MOST_BYTES = 512 * 1024 * 1024;
const MOST_STUDY_BYTES = 64 * 1024 * 1024;
const MOST_ROWS = 1 << 19;

/** Files that somebody opens together. Never throws. */
export async function readExported(
  tables: readonly PickedFile[],
  studies: readonly PickedFile[],
): Promise<Exported> {
  if (sizeOf(tables) > MOST_BYTES) return { kind: 'fault', fault: 'tooLarge' };
  const read: Table[] = [];
  const faults: Fault[] = [];
  for (const file of tables) {
    try {
      if (!(file instanceof Blob)) throw new Unreadable('unreadable');
      read.push(await readTable(file.name, await file.arrayBuffer()));
    } catch (error) {
      faults.push(error instanceof Unreadable ? error.fault : 'unreadable');
    }
  }
  if (read.length === 0) return { kind: 'fault', fault: faults[0] ?? 'noRows' };
  if (read.reduce((sum, { rows }) => sum + rows, 0) > MOST_ROWS) return { kind: 'fault', fault: 'tooLarge' };
  if (areContradictory(read)) return { kind: 'fault', fault: 'contradiction' };
  const name = baseName(tables[0].name);
  try {
    const runs = runsOfStudy(read, await readStudies(studies)) ?? runsAlone(name, read);
    if (runs !== null) return { kind: 'runs', runs, leftOut: faults.length };
  } catch (error) {
    return { kind: 'fault', fault: error instanceof Unreadable ? error.fault : 'unreadable' };
  }
  return resultsOf(read);
}

const sizeOf = (files: readonly PickedFile[]): number => files.reduce((sum, { size = 0 }) => sum + size, 0);

async function readStudies(files: readonly PickedFile[]): Promise<Study[]> {
  const found: Study[] = [];
  for (const file of files) {
    if ((file.size ?? 0) > MOST_STUDY_BYTES) continue;
    const study = readStudy(await file.text().catch(() => ''));
    if (study !== null) found.push(study);
  }
  return found;
}

/** One key and one code have one result. */
function areContradictory(tables: readonly Table[]): boolean {
  const known = new Map<string, string>();
  return tables.some(({ armKey, world, engine, digest }) =>
    digest.some((own, i) => {
      const key = `${armKey[i]} ${world[i]} ${engine[i]}`;
      const before = known.get(key) ?? own;
      known.set(key, own);
      return before !== own;
    }),
  );
}

function resultsOf(tables: readonly Table[]): Exported {
  const rows = tables.flatMap(({ armKey, world, digest, engine, numbers }) =>
    armKey.flatMap((key, i): Row[] =>
      engine[i] === engineFingerprint
        ? [
            {
              armKey: key,
              world: world[i],
              digest: digest[i],
              outcomes: Float64Array.from(metrics, ({ name }) => numbers.get(name)?.[i] ?? Number.NaN),
            },
          ]
        : [],
    ),
  );
  const all = tables.reduce((sum, table) => sum + table.rows, 0);
  return { kind: 'results', rows, others: all - rows.length };
}
