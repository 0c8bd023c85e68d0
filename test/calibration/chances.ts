/**
 * Whether a printed chance is how often it happens.
 *
 * Many pairs of arms with random tactics, each judged by one metric. An experiment prints `chanceBetter`; then one fresh
 * twin's world, in which both arms live, says who is truly better there. Pairs are put in bins by what was printed; in
 * each bin the share truly better is held against the mean chance printed.
 *
 *   standard error of (share - mean printed) = sqrt(sum of p (1 - p) (1 + 1 / twins)) / pairs in the bin,
 *   p = (printed x twins + 1) / (twins + 2)
 *
 * The outcome is a coin of chance p, and the printed share is itself off by luck of its worlds: of at least as many
 * independent ones as there are twins. p is drawn in a little from the printed share (Laplace's rule), since a printed 100 % is
 * no certainty. Being off also means that high prints were a bit lucky and low ones unlucky, by up to about 1 / twins at
 * the ends; that is within the allowance, and it is why there must not be too few worlds.
 */
import { findMetric } from '../../src/metrics/definitions.ts';
import { Stream, seedWords } from '../../src/random/keys.ts';
import type { Parameter } from '../../src/scenario/parameter.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { tactics } from '../../src/tactics/index.ts';
import { compare } from '../analysis/synthetic.ts';
import { type Changes, scenarioOf } from '../engine/isolated.ts';
import { outcomeIn, runMany, runnerOf } from './experiments.ts';

/** What pairs are judged by, in turn: money, use, people, regard. */
const judged = ['netRevenue', 'hours', 'posts', 'members', 'orders', 'satisfaction', 'trust', 'silences'];

/** What one pair printed, and what came of it: 1 better, 1/2 the same, 0 worse. */
export interface Forecast {
  readonly printed: number;
  readonly better: number;
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly pairs: number;
  readonly meanPrinted: number;
  readonly shareBetter: number;
  readonly standardError: number;
}

/** Two arms whose tactics, and the numbers of those, are drawn from the table's plausible ranges. */
export function randomPair(i: number): Scenario {
  const words = seedWords('random pairs');
  const armOf = (name: string): Changes => {
    const uniform = (path: string): number => new Stream(words, i, `${name}:${path}`).uniform(0);
    const used = tactics.filter((tactic) => uniform(tactic.name) < 0.6);
    const drawn = used.map((tactic) => [
      tactic.name,
      Object.fromEntries(
        Object.entries(tactic.parameters)
          .filter(([, parameter]) => parameter.chosen && parameter.kind !== 'switch')
          .map(([setting, parameter]) => [
            setting,
            drawValue(parameter, uniform(`${tactic.name}.${setting}`)),
          ]),
      ),
    ]);
    return { name, tactics: Object.fromEntries(drawn) };
  };
  return scenarioOf({
    seedbed: 1,
    title: 'Pair',
    seed: `pair ${i}`,
    horizon: '14 days',
    community: { members: 24, prospects: 12, network: { ties: 6 } },
    people: { visits: '30% to 50%', needs: '2 to 6' },
    arms: ['one', 'other'].map(armOf),
    judge: { metric: judged[i % judged.length], matters: '2%' },
  });
}

/** As a file would have it: a plain number is in the parameter's own unit. */
function drawValue({ kind, options, range: [low, high] }: Parameter, u: number): number | string {
  if (options !== undefined) return options[Math.floor(u * options.length)];
  const value = low + u * (high - low);
  return kind === 'count' || kind === 'days' ? Math.round(value) : value;
}

/** What an experiment of so many worlds printed for a pair, and what one more world says. */
export function forecast(i: number, worlds: number): Forecast {
  const scenario = randomPair(i);
  const run = runnerOf(scenario);
  const { decision } = compare(scenario, runMany(run, 0, worlds));
  const metric = findMetric(scenario.judge.metric);
  if (decision.chanceBetter === null || metric === undefined) throw new Error(`pair ${i} says nothing`);
  const [one, other] = run(worlds).map((arm) => outcomeIn(arm, metric.name));
  const lead = (other - one) * (metric.better === 'less' ? -1 : 1);
  return { printed: decision.chanceBetter, better: (Math.sign(lead) + 1) / 2 };
}

/** Forecasts by printed chance; the last bin has 1 in it. Empty bins are left out. */
export function binned(forecasts: readonly Forecast[], count: number, twins: number): Bin[] {
  const place = ({ printed }: Forecast): number => Math.min(count - 1, Math.floor(printed * count));
  return Array.from({ length: count }, (_, bin) => {
    const own = forecasts.filter((forecast) => place(forecast) === bin);
    const sum = (of: (forecast: Forecast) => number) => own.reduce((total, one) => total + of(one), 0);
    const variance = sum(({ printed }) => {
      const p = (printed * twins + 1) / (twins + 2);
      return p * (1 - p) * (1 + 1 / twins);
    });
    return {
      from: bin / count,
      to: (bin + 1) / count,
      pairs: own.length,
      meanPrinted: sum(({ printed }) => printed) / own.length,
      shareBetter: sum(({ better }) => better) / own.length,
      standardError: Math.sqrt(variance) / own.length,
    };
  }).filter(({ pairs }) => pairs > 0);
}

/** How far what came is from what was printed, in standard errors. */
export const offBy = ({ meanPrinted, shareBetter, standardError }: Bin): number =>
  (shareBetter - meanPrinted) / standardError;

/** The same forecasts from somebody too sure of themselves: half as far again from an even chance. */
export const overconfident = (forecasts: readonly Forecast[]): Forecast[] =>
  forecasts.map(({ printed, better }) => ({
    printed: Math.min(1, Math.max(0, 0.5 + 1.5 * (printed - 0.5))),
    better,
  }));
