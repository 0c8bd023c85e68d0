import type { Command } from 'commander';
import type { OptimiseOptions } from './optimise.ts';
import { addCommonOptions, addScenarioOptions, addThreadOptions, Broken, flag } from './options.ts';
import { timeOf } from './until-form.ts';

const MAX_CANDIDATES = 10_000;

/** The best mix of tactics under a budget and guardrails. */
export function addOptimise(program: Command): void {
  const command = program
    .command('optimise')
    .description('the best mix of tactics under a budget and guardrails, by a race in paired worlds')
    .argument('<FILE>', 'scenario file, or the bare name of one of seedbed list')
    .addOption(flag('--mix <NAMES>', 'tactics to mix, with commas (default: those of the arms)', wordsOf))
    .addOption(flag('--vary <PATH=LOW to HIGH>', 'a number of a tactic to settle; repeatable', wordsOf, true))
    .addOption(flag('--metric <NAME>', 'what to have most of (default: the judged metric)', wordsOf))
    .addOption(flag('--against <NAME>', 'a second metric: also the front of both', wordsOf))
    .addOption(flag('--budget <MONEY>', 'what a mix may spend over the horizon', wordsOf))
    .addOption(flag('--candidates <N>', 'how many mixes at most (default: 64)', candidatesOf));
  addCommonOptions(addThreadOptions(addScenarioOptions(command)))
    .addOption(flag('--time-budget <TIME>', 'the most time, such as 60s, 5min or 1h', timeBudgetOf))
    .addOption(
      flag('-o, --output <DIR>', 'folder for results and the report (default: out/NAME-optimise)', wordsOf),
    )
    .addHelpText('after', help)
    .action(async (file: string, options: OptimiseOptions) =>
      (await import('./optimise.ts')).optimise(file, options),
    );
}

const wordsOf = (text: string) => (text.trim() === '' ? new Broken('a text that is not empty') : text);

const timeBudgetOf = (text: string) => timeOf(text) ?? new Broken('a time, such as 60s, 5min or 1h');

const candidatesOf = (text: string) => {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= MAX_CANDIDATES
    ? number
    : new Broken(`a whole number from 1 to ${MAX_CANDIDATES}`);
};

const help = `
A mix is the baseline (the first arm) with a set of the tactics, each as one of the arms has it. All sets are tried where
they fit into --candidates, else each tactic alone and a random sample. --vary settles numbers of tactics between two ends:
PATH=LOW to HIGH, PATH=on,off, PATH alone over its plausible range.

Mixes race in half of the worlds: who is surely worse, or surely breaks a guardrail of the file or the budget in more
than 10% of worlds, is out. The other half, in which nothing is chosen, reports. --worlds is for each mix, both halves
together. Results are kept as they finish; the same command goes on where it was stopped.

DIR gets best.yaml (baseline and winner, or what came nearest to a baseline that wins, for seedbed compare), results.csv
and report.html.

Examples:
  seedbed optimise bring-a-friend
  seedbed optimise wake-lurkers --budget "20000 CNY" --vary "tactics.coupons.depth=5% to 40%"
  seedbed optimise my.yaml --mix coupons,referral,content --metric "net revenue" --against "active members"
`;
