#!/usr/bin/env node
import { type Command, CommanderError } from 'commander';
import { FolderError } from '../experiment/folder.ts';
import { CommandFailure, Exit } from './errors.ts';
import { createProgram } from './program.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

process.on('uncaughtException', (error) => process.exit(explain(error)));

const program = createProgram();
for (const command of [program, ...program.commands]) prepare(command);
try {
  if (process.argv.length <= 2) program.outputHelp();
  else await program.parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}

/** Usage errors go the way of all others: one message on stderr, exit code 2, and where to read on. */
function prepare(command: Command): void {
  const help = command === program ? 'seedbed --help' : `seedbed ${command.name()} --help`;
  command.exitOverride().configureOutput({
    outputError: (message, write) => {
      write(message.replace(/^error: /, '').replace(/\n\(Did you mean (.*)\?\)/, '; did you mean $1?'));
      write(`Usage and examples: ${help}\n`);
    },
  });
}

/** Says what went wrong and gives the exit code for it. */
function explain(error: unknown): number {
  const debug = process.argv.includes('--debug');
  if (error instanceof CommanderError) return error.exitCode === 0 ? Exit.done : Exit.usage;
  const isExpected = error instanceof CommandFailure || error instanceof FolderError;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message}\n`);
  if (debug && error instanceof Error) process.stderr.write(`${error.stack}\n${String(error.cause ?? '')}\n`);
  else if (!isExpected) process.stderr.write('For more, run it again with --debug.\n');
  return error instanceof CommandFailure ? error.exitCode : Exit.internal;
}
