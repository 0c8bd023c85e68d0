/**
 * Whether 90 % ranges hold the truth 90 % of the time.
 *
 * A truth is one world of another seed: its own assumptions, its own luck. Each faces the range of an experiment of its
 * own, so truths are independent coins: of 1,000, 4 standard errors are 3.8 points. (Many truths against one range of n
 * worlds would scatter with that range: by 2.1 points for n = 200, however many truths there are.)
 *
 * Where numbers tie (counts of few people) a truth may stand on the end of a range. Then 90 % lies between the share
 * strictly inside and the share inside or on an end; where nothing ties they are the same.
 */
import type { Comparison, Spread } from '../../src/analysis/comparison.ts';
import type { WorldResult } from '../../src/experiment/results.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { compare } from '../analysis/synthetic.ts';
import { outcomeIn, runMany, runnerOf } from './experiments.ts';

export interface Coverage {
  /** An arm, or the difference between the two. */
  readonly of: string;
  readonly metric: string;
  readonly truths: number;
  /** Share of truths strictly inside their range, and share inside or on an end of it. */
  readonly inside: number;
  readonly upToEnds: number;
}

export interface Asked {
  readonly scenario: Scenario;
  /** The same under another seed. */
  readonly truth: Scenario;
  readonly metrics: readonly string[];
  readonly truths: number;
  /** Worlds of each experiment, even. */
  readonly worlds: number;
}

type Range = Pick<Spread, 'median' | 'p05' | 'p95'>;

/** One number with a range: where its range is printed, and what a world says it is. */
interface Question {
  readonly of: string;
  readonly metric: string;
  readonly range: (comparison: Comparison) => Range | undefined;
  readonly truth: (arms: readonly WorldResult[]) => number;
}

function questions({ arms }: Scenario, metrics: readonly string[]): Question[] {
  return metrics.flatMap((metric) => [
    ...arms.map(({ name }, arm) => ({
      of: name,
      metric,
      range: (comparison: Comparison) => comparison.arms[arm].metrics[metric],
      truth: (found: readonly WorldResult[]) => outcomeIn(found[arm], metric),
    })),
    {
      of: 'difference',
      metric,
      range: ({ differences }: Comparison) => differences.find((own) => own.metric === metric),
      truth: ([one, other]: readonly WorldResult[]) => outcomeIn(other, metric) - outcomeIn(one, metric),
    },
  ]);
}

/** Coverage of printed ranges, and that of the same ranges brought nearer to their medians: 0.8 for 20 % narrower. */
export function coverage(asked: Asked, narrowed: number): { printed: Coverage[]; narrow: Coverage[] } {
  const open = questions(asked.scenario, asked.metrics);
  const counts = open.map(() => ({ truths: 0, printed: [0, 0], narrow: [0, 0] }));
  const [seen, unseen] = [runnerOf(asked.scenario), runnerOf(asked.truth)];
  for (let t = 0; t < asked.truths; t++) {
    const comparison = compare(asked.scenario, runMany(seen, asked.worlds * t, asked.worlds));
    const arms = unseen(2 * t); // one of a twin: twins share their assumptions
    open.forEach((question, q) => {
      const truth = question.truth(arms);
      if (!Number.isFinite(truth)) return;
      counts[q].truths++;
      note(counts[q].printed, question.range(comparison), truth, 1);
      note(counts[q].narrow, question.range(comparison), truth, narrowed);
    });
  }
  const table = (which: 'printed' | 'narrow') =>
    open.map(({ of, metric }, q) => {
      const { truths, [which]: found } = counts[q];
      return { of, metric, truths, inside: found[0] / truths, upToEnds: found[1] / truths };
    });
  return { printed: table('printed'), narrow: table('narrow') };
}

function note(found: number[], range: Range | undefined, truth: number, width: number): void {
  const { median, p05, p95 } = range ?? {};
  if (median == null || p05 == null || p95 == null) return;
  const [low, high] = [p05, p95].map((end) => median + width * (end - median));
  if (truth > low && truth < high) found[0]++;
  if (truth >= low && truth <= high) found[1]++;
}

/** 4 standard errors of a share of .9 among so many. */
export const allowance = (truths: number): number => 4 * Math.sqrt((0.9 * 0.1) / truths);

/** Whether 90 % is within 4 standard errors. */
export function covers({ truths, inside, upToEnds }: Coverage): boolean {
  return inside <= 0.9 + allowance(truths) && upToEnds >= 0.9 - allowance(truths);
}
