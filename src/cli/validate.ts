import { CommandFailure, Exit } from './errors.ts';
import { problemsOf } from './load.ts';
import type { ScenarioOptions } from './options.ts';
import { Terminal } from './terminal.ts';

/** Nothing when all is well, else a line for each problem of each file. */
export async function validate(files: readonly string[], options: ScenarioOptions): Promise<void> {
  const terminal = new Terminal(options);
  const found = files.map((file) => ({ file, problems: problemsIn(file, options) }));
  const lines = found.flatMap(({ problems }) => problems);
  if (terminal.json) await terminal.printJson({ schema: 'seedbed/validate@1', files: found });
  else if (lines.length > 0) await terminal.print(`${lines.join('\n')}\n`);
  if (lines.length > 0) process.exitCode = Exit.invalid;
}

function problemsIn(file: string, options: ScenarioOptions): string[] {
  try {
    return problemsOf(file, options);
  } catch (error) {
    if (error instanceof CommandFailure) return [error.message];
    throw error;
  }
}
