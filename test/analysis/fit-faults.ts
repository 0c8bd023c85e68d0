import { FitFileError } from '../../src/analysis/fit-rows.ts';

/** Line, column, column name and rule of every problem that reading a file runs into. */
export function rulesBrokenBy(read: () => unknown): unknown[] {
  try {
    read();
  } catch (error) {
    if (!(error instanceof FitFileError)) throw error;
    return error.problems.map(({ line, column, path, rule }) => [line, column, path, rule]);
  }
  return [];
}
