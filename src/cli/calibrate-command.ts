import { type Command, Option } from 'commander';
import type { CalibrateOptions } from './calibrate.ts';
import { addCommonOptions, addScenarioOptions, addThreadOptions, Broken, flag } from './options.ts';

/** Inputs of a scenario from what was observed. */
export function addCalibrate(program: Command): void {
  const command = program
    .command('calibrate')
    .description(
      'which values of some inputs agree with what was observed: a posterior that scenarios can use',
    )
    .argument('<FILE>', 'scenario file, or the bare name of one of seedbed list')
    .addOption(flag('--targets <TABLE>', 'what was observed: metric, day, value, error (see below)', textOf))
    .addOption(flag('--events <LOG>', 'or a log of events, from which targets are made (see below)', textOf))
    .addOption(flag('--write-targets <FILE>', 'also write the table of targets there, and end', textOf))
    .addOption(flag('--vary <PATH=LO..HI>', 'an input and its range before data; repeatable', textOf, true))
    .addOption(flag('--arm <NAME>', 'the arm that was observed (default: the first)', textOf))
    .addOption(
      new Option('--method <NAME>', 'abc: a posterior; cma-es: the best point alone')
        .choices(['abc', 'cma-es'])
        .default('abc'),
    )
    .addOption(flag('--particles <N>', 'draws that the posterior consists of (default: 200)', particlesOf))
    .addOption(flag('--simulations <N>', 'the most worlds to simulate (default: 4000)', simulationsOf))
    .addOption(
      flag('--tolerance <X>', 'errors that a world may be off, on average (default: 1)', toleranceOf),
    )
    .addOption(flag('--hold-out <SHARE>', 'part of the days, the last ones, to foretell only', shareOf))
    .addOption(flag('--check <N>', 'also fit N worlds of known truth, and see how it does', checkOf));
  addCommonOptions(addThreadOptions(addScenarioOptions(command)))
    .addOption(flag('-o, --output <DIR>', 'folder for what is found (default: out/NAME-calibrated)', textOf))
    .addHelpText('after', help)
    .action(async (file: string, options: CalibrateOptions) =>
      (await import('./calibrate.ts')).calibrate(file, options),
    );
}

const textOf = (text: string) => (text.trim() === '' ? new Broken('a text that is not empty') : text);

const between = (least: number, most: number) => (text: string) => {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return number >= least && number <= most ? number : new Broken(`a whole number from ${least} to ${most}`);
};

const particlesOf = between(20, 10_000);
const simulationsOf = between(20, 1_000_000);
const checkOf = between(1, 1000);

const toleranceOf = (text: string) => {
  const number = /^\d+(\.\d+)?$|^\.\d+$/.test(text) ? Number(text) : 0;
  return number > 0 ? number : new Broken('a number above 0');
};

const shareOf = (text: string) => {
  const match = /^(\d+(?:\.\d+)?|\.\d+)(%?)$/.exec(text.trim());
  const share = match === null ? -1 : Number(match[1]) / (match[2] === '' ? 1 : 100);
  return share >= 0 && share < 1 ? share : new Broken('a share below 1, such as 25%');
};

const help = `
--targets TABLE, CSV or Parquet
  metric,day,value,error      the metric's value on the evening of that day, in its own unit (seedbed explain
                              metrics), and its standard error; empty: unknown
  days                        optional: counts and money are summed over so many days up to that one (else that day
                              alone), other metrics averaged over so many evenings
  holdOut                     optional: yes: not fitted, only foretold and compared
  counted                     optional: yes: the error is of counting, which worlds have of themselves
--events LOG, CSV or Parquet
  person,day,event,amount,other   event: join, visit, post, purchase (amount), leave, tie (other); date in place of
                              day, the first of the log being day 1. Becomes targets by 7 days, or by 30 where it
                              is over 26 weeks long; the last quarter of days is held out.

--vary PATH             before data: over the range that the scenario states, else its plausible range
--vary PATH=5%..12%     between two ends, of which 5 % and 95 % of what is believed lie below; units as in files
  Without --vary: every range that the scenario itself states. Everything else is drawn as in any world.

In DIR: targets.csv, posterior.csv (weight and a column for each path), fitted.yaml (the scenario with the posterior, which
compare and every other command take), report.html, and every simulation as it finishes: the same command goes on.

Examples:
  seedbed calibrate my.yaml --targets observed.csv --vary people.visits --vary join.innovation -o out/fitted
  seedbed calibrate my.yaml --events log.csv --vary leave.perTie=0.1..0.6 --simulations 10000 --tolerance 0.8
  seedbed compare out/fitted/fitted.yaml
`;
