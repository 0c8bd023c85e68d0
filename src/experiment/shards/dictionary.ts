/** What is in a store, for whoever opens it without the program. */
import { metrics } from '../../metrics/definitions.ts';
import { version } from '../../version.ts';
import { originColumns } from './columns.ts';

export const DICTIONARY_SCHEMA = 'seedbed/store@1';

const units: Readonly<Record<string, string>> = {
  money: 'whole units of the currency of the scenario',
  share: 'part of one: 0.05 is 5 %',
};

/** The text of a store's `dictionary.json`. */
export function dictionaryText(): string {
  const dictionary = {
    schema: DICTIONARY_SCHEMA,
    version,
    about:
      'A store of Seedbed results. Every file below shards/ and studies/ is named by the sha256 of its contents and is never changed. Stores are merged by copying the files of one into the other.',
    files: {
      'shards/':
        'Results as Parquet: a row for each arm in each world. The same row may stand in several files.',
      'studies/':
        'What was asked, as JSON: the scenario, the design, its points with the values of the inputs and the key of each arm. A point’s results are the rows with its armKey and the engine of the study.',
      'results.duckdb': 'Index for SQL. May be deleted: it is made again from the other files.',
      'quarantine/': 'Files that were found damaged. Their results run again.',
    },
    missing: 'A number that there is not is null.',
    columns: [
      ...originColumns.map(({ name, kind, about }) => ({ name, kind, about })),
      ...metrics.map(({ name, label, unit, better, summary, about }) => ({
        name,
        kind: 'number',
        label,
        unit: units[unit] ?? unit,
        better,
        ofDays: summary,
        about,
      })),
    ],
  };
  return `${JSON.stringify(dictionary, null, 2)}\n`;
}
