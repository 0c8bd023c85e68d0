import type { Command } from 'commander';
import { addCommonOptions, addScenarioOptions, addThreadOptions, Broken, flag } from './options.ts';
import type { SweepOptions } from './sweep.ts';

const MAX_POINTS = 1_000_000;

/** Many points of a scenario, in the same worlds, into a store of results. */
export function addSweep(program: Command): void {
  const command = program
    .command('sweep')
    .description('many values of some inputs, every point in the same worlds, kept in a store of results')
    .argument('<FILE>', 'scenario file, or the bare name of one of seedbed list')
    .addOption(flag('--vary <PATH=LO..HI>', 'an input and its range; repeatable (see below)', wordsOf, true))
    .addOption(flag('--design <NAME>', 'where to try (default: latin-hypercube; see below)', wordsOf))
    .addOption(flag('--points <N>', 'how many points at most (default: 64)', pointsOf))
    .addOption(flag('--levels <N>', 'grid, one-at-a-time, morris: values of each input', pointsOf))
    .option('--maximin', 'latin-hypercube: also spread the points apart');
  addCommonOptions(addThreadOptions(addScenarioOptions(command)))
    .addOption(flag('-o, --output <DIR>', 'the store (default: out/NAME-sweep)', wordsOf))
    .option('--dry-run', 'what it would take; runs a few results and keeps nothing')
    .addHelpText('after', help)
    .action(async (file: string, options: SweepOptions) => (await import('./sweep.ts')).sweep(file, options));
}

const wordsOf = (text: string) => (text.trim() === '' ? new Broken('a text that is not empty') : text);

const pointsOf = (text: string) => {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= MAX_POINTS ? number : new Broken(`a whole number from 1 to ${MAX_POINTS}`);
};

const help = `
--vary PATH             over the range that the scenario states, else its plausible one
--vary PATH=5%..12%     between two ends; units as in files; "5% to 12%" as well
--vary PATH=1..1000:log equal ways are equal factors; of itself from 100 times on (:linear prevents it)
--vary PATH=on,off      among choices
  A path means every place where the scenario gives it: tactics.ads.load is set in every arm that uses ads.
  One arm alone: 'arms["tailored ads"].tactics.ads.load'

--design NAME
  grid, one-at-a-time, random, latin-hypercube, sobol, morris, saltelli
  With random, sobol, morris and saltelli more points keep those that are there.

--worlds is 16 unless it is given. Results are kept as they finish; the same command goes on where it was stopped,
and with more worlds, points or inputs only what is missing is run.

Examples:
  seedbed sweep blunt-vs-tailored-ads --vary tactics.ads.load=2..12 --vary leave.perTie
  seedbed sweep my.yaml --vary tactics.coupons.depth=5%..40% --design sobol --points 256 --worlds 32 -o out/depth
  seedbed sweep my.yaml --vary "people.visits=10%..40%" --dry-run
`;
