/** The commands, their flags and help. What a command does is loaded when it is called, so that help comes at once. */
import { type Command, createCommand, Option } from 'commander';
import { version } from '../version.ts';
import { addCalibrate } from './calibrate-command.ts';
import { addFit } from './fit-command.ts';
import type { ListOptions } from './list.ts';
import { addOptimise } from './optimise-command.ts';
import {
  addCommonOptions,
  addPublishOptions,
  addScenarioOptions,
  addSimulationOptions,
  addThreadOptions,
  addUntilOptions,
  addViewOptions,
  type CommonOptions,
  checkFlags,
  failIfHelp,
  type ScenarioOptions,
  untilHelp,
} from './options.ts';
import type { PublishOptions } from './publish.ts';
import { addStoreCommands } from './store-command.ts';
import { addSweep } from './sweep-command.ts';
import type { ViewOptions } from './view.ts';
import type { YardstickOptions } from './yardsticks.ts';

export function createProgram(): Command {
  const program = createCommand('seedbed')
    .description('A strategy sandbox for online communities: the same people, the same luck, another tactic.')
    .version(version, '-V, --version', 'version of the program')
    .helpCommand('help [command]', 'help for a command')
    .addHelpText('after', overview)
    .hook('preAction', checkFlags);
  for (const add of [
    addList,
    addCompare,
    addRun,
    addSweep,
    addOptimise,
    addStoreCommands,
    addYardsticks,
    addView,
    addPublish,
    addValidate,
    addSchema,
    addParameters,
    addExplain,
    addNetwork,
    addFit,
    addCalibrate,
  ]) {
    add(program);
  }
  return program;
}

const overview = `
Start here:
  seedbed list                             questions that come with it
  seedbed compare blunt-vs-tailored-ads    an answer in plain words
  seedbed compare --help                   flags, with examples

Exit codes: 0 done, 1 internal error, 2 wrong flag or command, 3 invalid scenario or unknown name,
4 undecided with --require-decision, 5 a yardstick failed, 99 a --fail-if held, 130 interrupted (finished worlds are kept).
`;

const fileArgument = 'scenario file, or the bare name of one of seedbed list';

function addList(program: Command): void {
  const command = program
    .command('list')
    .description('the scenarios that come with it, and their questions')
    .option('--yardsticks', 'the yardsticks that come with it instead');
  addCommonOptions(command)
    .addHelpText('after', '\nExamples:\n  seedbed list\n  seedbed list --json\n')
    .action(async (options: ListOptions) => (await import('./list.ts')).list(options));
}

function addCompare(program: Command): void {
  const command = program
    .command('compare')
    .description('all arms in the same worlds, and a verdict; the first arm is the baseline')
    .argument('<FILE>', fileArgument);
  addCommonOptions(addUntilOptions(addSimulationOptions(command)))
    .option(
      '--require-decision',
      'exit 4 when the verdict is talk-it-over or early, or --until was not reached',
    )
    .addHelpText(
      'after',
      `
Examples:
  seedbed compare blunt-vs-tailored-ads
  seedbed compare my.yaml --worlds 200 -o out/my
  seedbed compare my.yaml --set tactics.ads.load=4 --set "leave.perTie=0.1 to 0.5"
  seedbed compare my.yaml --json --quiet > result.json
  seedbed compare my.yaml --fail-if 'netRevenue.delta.p05 < -2%' --require-decision
  seedbed compare my.yaml --until 'net revenue decided' --max-worlds 1000 --time-budget 60s

With -o DIR every finished world is kept at once; the same command goes on where it was stopped.
${failIfHelp}${untilHelp}`,
    )
    .action(async (file: string, options) => (await import('./compare.ts')).compare(file, options));
}

function addRun(program: Command): void {
  const command = program
    .command('run')
    .description('one arm: the daily records of all worlds')
    .argument('<FILE>', fileArgument);
  addCommonOptions(addSimulationOptions(command))
    .addOption(new Option('--arm <NAME>', 'which arm (default: the first)'))
    .addOption(
      new Option('--by <WHAT>', 'instead: what members do by how many friends they have').choices(['ties']),
    )
    .addHelpText(
      'after',
      `
Examples:
  seedbed run circles --by ties
  seedbed run blunt-vs-tailored-ads --arm "tailored ads" --worlds 50
  seedbed run my.yaml --json --quiet > daily.json
${failIfHelp}`,
    )
    .action(async (file: string, options) => (await import('./run.ts')).run(file, options));
}

function addYardsticks(program: Command): void {
  const command = program
    .command('yardsticks')
    .description('mechanisms alone, each held against a law or a published table')
    .argument(
      '[FILE...]',
      'yardstick files, or bare names of those that come with it; without FILE all of them',
    );
  addCommonOptions(addThreadOptions(addScenarioOptions(command)))
    .addHelpText(
      'after',
      `
Examples:
  seedbed yardsticks
  seedbed yardsticks bass --set "join.innovation=0.02 per year"
  seedbed yardsticks k-core --worlds 20 --json

Tolerances are those of the files, but never less than 4 standard errors. With --set, on one file, what is
expected comes from the law at the new numbers. Exit code 5 when a check fails.
`,
    )
    .action(async (files: string[], options: YardstickOptions) =>
      (await import('./yardsticks.ts')).yardsticks(files, options),
    );
}

function addView(program: Command): void {
  const command = program
    .command('view')
    .description('the site on this machine, with stored results; without DIR the gallery')
    .argument('[DIR]', 'folder of results, or of folders of results');
  addCommonOptions(addViewOptions(command))
    .addHelpText('after', '\nExamples:\n  seedbed view\n  seedbed view out/my --open\n')
    .action(async (folder: string | undefined, options: ViewOptions) =>
      (await import('./view.ts')).view(folder, options),
    );
}

function addPublish(program: Command): void {
  const command = program
    .command('publish')
    .description('a folder of scenarios and results as a static site that any host can serve')
    .argument('<DIR>', 'folder of scenario files, results, or both');
  addCommonOptions(addPublishOptions(command))
    .addHelpText(
      'after',
      '\nExamples:\n  seedbed publish out\n  seedbed publish questions -o public/questions\n',
    )
    .action(async (folder: string, options: PublishOptions) =>
      (await import('./publish.ts')).publish(folder, options),
    );
}

function addValidate(program: Command): void {
  const command = program
    .command('validate')
    .description('nothing, or every problem as FILE:LINE:COL PATH MESSAGE')
    .argument('<FILE...>', 'scenario files');
  addCommonOptions(addScenarioOptions(command))
    .addHelpText(
      'after',
      '\nExamples:\n  seedbed validate my.yaml\n  seedbed validate scenarios/*.yaml --json\n',
    )
    .action(async (files: string[], options: ScenarioOptions) =>
      (await import('./validate.ts')).validate(files, options),
    );
}

function addSchema(program: Command): void {
  addCommonOptions(program.command('schema').description('the JSON Schema of scenario files, for editors'))
    .addHelpText('after', '\nExample:\n  seedbed schema > seedbed.schema.json\n')
    .action(async (options: CommonOptions) => (await import('./schema.ts')).schema(options));
}

function addParameters(program: Command): void {
  addCommonOptions(
    program.command('parameters').description('every number a scenario can set, with its source'),
  )
    .addHelpText('after', '\nExamples:\n  seedbed parameters | grep ads\n  seedbed parameters --json\n')
    .action(async (options: CommonOptions) => (await import('./parameters.ts')).parameters(options));
}

function addExplain(program: Command): void {
  const command = program
    .command('explain')
    .description('what a parameter or metric is: unit, source, where used')
    .argument('<WHAT>', 'path of a parameter, name of a metric, or: metrics');
  addCommonOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  seedbed explain leave.perTie\n  seedbed explain "90-day retention"\n  seedbed explain metrics\n',
    )
    .action(async (what: string, options: CommonOptions) =>
      (await import('./explain.ts')).explainWhat(what, options),
    );
}

function addNetwork(program: Command): void {
  const command = program
    .command('network')
    .description('people, ties, degrees, clustering and components of a network file')
    .argument('<FILE>', 'edge list (a b), CSV with a header, GraphML or GEXF');
  addCommonOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  seedbed network friends.csv\n  seedbed network friends.graphml --json\n',
    )
    .action(async (file: string, options: CommonOptions) =>
      (await import('./network.ts')).network(file, options),
    );
}
