/** A posterior as tables: particles with their weights, and equally likely rows for a scenario. */
import type { Posterior } from '../../scenario/scenario.ts';
import type { Fit } from './fit-question.ts';
import { posteriorDraws } from './particles.ts';
import type { Question } from './question.ts';

/** Figures that a value is brought to: more than a posterior knows. */
const FIGURES = 6;

const short = (value: number, kind: string): number =>
  kind === 'count' ? Math.round(value) : Number(value.toPrecision(FIGURES));

/** Rows for a scenario, drawn by weight; of a best point one. */
export function posteriorTable(
  { inputs }: Pick<Question, 'inputs'>,
  { posterior, method }: Fit,
  rows: number,
  seed: string,
): Posterior {
  const draws = method === 'abc' ? posteriorDraws(posterior, rows, seed) : [posterior[0].parameters];
  return Object.fromEntries(
    inputs.map(({ path, parameter }, d) => [path, draws.map((draw) => short(draw[d], parameter.kind))]),
  );
}

/** CSV: weight, then a column for each path. */
export function posteriorCsv({ inputs }: Pick<Question, 'inputs'>, { posterior }: Fit): string {
  const quoted = (path: string) => (/[",\n]/.test(path) ? `"${path.replaceAll('"', '""')}"` : path);
  const lines = posterior.map(({ weight, parameters }) => [weight, ...parameters].join(','));
  return `${[['weight', ...inputs.map(({ path }) => quoted(path))].join(','), ...lines].join('\n')}\n`;
}
