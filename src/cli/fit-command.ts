import { Argument, type Command } from 'commander';
import { dayNumber } from '../analysis/day-number.ts';
import type { FitOptions } from './fit.ts';
import { addCommonOptions, Broken, flag } from './options.ts';

const kinds = ['retention', 'purchases', 'relevance'] as const;
export type FitKind = (typeof kinds)[number];

/** Numbers of a scenario from data of one's own. */
export function addFit(program: Command): void {
  const command = program
    .command('fit')
    .description('numbers for a scenario from your own data: who leaves, who buys, how much fit matters')
    .addArgument(new Argument('<WHAT>', 'what the data are about').choices(kinds))
    .argument('<FILE>', 'CSV, TSV or columns with spaces (see below)');
  addCommonOptions(command)
    .addOption(flag('--period <DURATION>', 'retention: length of one period (default: 30 days)', periodOf))
    .addOption(flag('--until <DATE>', 'purchases: last day of a log that counts (default: its last)', dayOf))
    .option('--days', 'purchases: times in a table are days (default: weeks)')
    .addHelpText('after', help)
    .action(async (what: FitKind, file: string, options: FitOptions) =>
      (await import('./fit.ts')).fit(what, file, options),
    );
}

const periodOf = (text: string) =>
  /^\d+(\.\d+)? ?(day|week|month|year)s?$/.test(text) ? text : new Broken('a duration such as 30 days');

const dayOf = (text: string) => dayNumber(text) ?? new Broken('a date such as 1997-09-30');

const help = `
Files:
  retention  period,alive                     people (or percent of them) left after 0, 1, 2 ... periods
  purchases  customer,date                    a line for each purchase, from each customer's first on
             repeats,last,watched             a line for each customer: purchases after the first, weeks from the
                                              first to the last, weeks from the first to the end of watching;
                                              or for all alike, with how many: repeats,last,watched,customers
  relevance  group,message,fit,people,responses   an experiment: who got which message (or none), how far it fits
                                              their interest (0 to 1), how many they were, how many responded

Examples:
  seedbed fit retention renewals.csv --period "1 year"
  seedbed fit purchases orders.csv --until 2026-06-30
  seedbed fit relevance newsletter-test.csv --json
`;
