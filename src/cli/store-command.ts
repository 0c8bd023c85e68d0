import { type Command, Option } from 'commander';
import { addCommonOptions, Broken, type CommonOptions, flag } from './options.ts';

const formats = ['csv', 'ndjson', 'parquet'] as const;
export type ExportFormat = (typeof formats)[number];

const storeArgument = 'store of results, as sweep makes one';

/** Commands on stores of results. */
export function addStoreCommands(program: Command): void {
  addResults(program);
  addSensitivity(program);
  addQuery(program);
  addVerify(program);
  addCompact(program);
  addExport(program);
}

function addResults(program: Command): void {
  const command = program
    .command('results')
    .description('what a store of results holds: studies, points, how much is done, the best points')
    .argument('<DIR>', storeArgument);
  addCommonOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  seedbed results out/my-sweep\n  seedbed results out/my-sweep --json\n\nStores are merged by copying the files of one into the other:\n  cp -r other/shards other/studies out/my-sweep/\n',
    )
    .action(async (folder: string, options: CommonOptions) =>
      (await import('./store-results.ts')).results(folder, options),
    );
}

function addSensitivity(program: Command): void {
  const command = program
    .command('sensitivity')
    .description('which inputs of a sweep move the outcome, and how surely that is known')
    .argument('<DIR>', storeArgument)
    .addOption(
      flag('--study <ID>', 'the beginning of its name in seedbed results (default: the latest)', wordOf),
    )
    .addOption(flag('--metric <NAME>', 'another than the judged one', wordOf))
    .addOption(flag('--arm <NAME>', 'one arm, against the baseline (default: each)', wordOf));
  addCommonOptions(command)
    .addHelpText('after', sensitivityHelp)
    .action(async (folder: string, options: CommonOptions) =>
      (await import('./sensitivity.ts')).sensitivity(folder, options),
    );
}

const sensitivityHelp = `
What a sweep supports depends on its design:
  saltelli                        Sobol indices: parts of the variance, alone and with others
  morris                          mu* and sigma: many inputs from few runs
  sobol, random, latin-hypercube  partial rank correlations and PAWN
Every index comes with its 90 % range. What the points or worlds do not support is not given, and it is said why.

Examples:
  seedbed sweep my.yaml --vary leave.perTie --vary buy.chance --design saltelli --points 1024
  seedbed sensitivity out/my-sweep
  seedbed sensitivity out/my-sweep --metric members --json
`;

function addQuery(program: Command): void {
  const command = program
    .command('query')
    .description('SQL over a store of results')
    .argument('<DIR>', storeArgument)
    .argument('<SQL>', 'a statement (see below)');
  addCommonOptions(command)
    .option('--csv', 'the rows as CSV, all of them')
    .addHelpText('after', queryHelp)
    .action(async (folder: string, sql: string, options: CommonOptions & { csv?: boolean }) =>
      (await import('./store-query.ts')).query(folder, sql, options),
    );
}

const queryHelp = `
Tables:
  results   a row for each arm in each world: key, armKey, world, digest, seed ..., a column for each metric
  points    a row for each arm of each point of each study: study, point, arm, armKey, a column for each input
  runs      points with their results: one row for each arm of each point in each world
  studies   what was asked
  metrics   what every metric is: name, label, unit, better, about
  Names of inputs have dots, so they need quotes: "tactics.ads.load". Nothing can be changed.

Examples:
  seedbed query out/my-sweep "SELECT point, arm, avg(netRevenue) FROM runs GROUP BY ALL ORDER BY ALL"
  seedbed query out/my-sweep 'SELECT "leave.perTie", world, netRevenue FROM runs' --csv > runs.csv
  seedbed query out/my-sweep "DESCRIBE runs"
`;

function addVerify(program: Command): void {
  const command = program
    .command('verify')
    .description('whether every file of a store is what was written; damaged ones are put out of the way')
    .argument('<DIR>', storeArgument);
  addCommonOptions(command)
    .addHelpText(
      'after',
      '\nExample:\n  seedbed verify out/my-sweep\n\nExit code 3 when a file is damaged.\n',
    )
    .action(async (folder: string, options: CommonOptions) =>
      (await import('./store-verify.ts')).verify(folder, options),
    );
}

function addCompact(program: Command): void {
  const command = program
    .command('compact')
    .description('many small files of a store into few larger ones')
    .argument('<DIR>', storeArgument);
  addCommonOptions(command)
    .addHelpText('after', '\nExample:\n  seedbed compact out/my-sweep\n')
    .action(async (folder: string, options: CommonOptions) =>
      (await import('./store-compact.ts')).compactStore(folder, options),
    );
}

function addExport(program: Command): void {
  const command = program
    .command('export')
    .description('a table of a store as one file')
    .argument('<DIR>', storeArgument)
    .addOption(new Option('--format <FORMAT>', 'csv, ndjson or parquet').choices(formats).default('csv'))
    .addOption(flag('--table <NAME>', 'results (default), runs, points, studies or metrics', wordOf))
    .addOption(flag('-o, --output <FILE>', 'where to (default: stdout; parquet needs a file)', wordOf));
  addCommonOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  seedbed export out/my-sweep -o results.csv
  seedbed export out/my-sweep --table runs --format parquet -o runs.parquet
  seedbed export out/my-sweep --format ndjson | head

CSV and NDJSON are the same bytes for the same results, whatever the order, the machines or the number of jobs.
Columns are explained in the store's dictionary.json.
`,
    )
    .action(async (folder: string, options) =>
      (await import('./store-export.ts')).exportStore(folder, options),
    );
}

const wordOf = (text: string) => (text.trim() === '' ? new Broken('a text that is not empty') : text);
