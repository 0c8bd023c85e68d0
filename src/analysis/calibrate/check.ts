/**
 * Simulation-based calibration of one question: whether its answers say what they may.
 *
 *   N truths from the prior; one world each gives the targets their values (and an error of measuring where a target has one);
 *   each is fitted as the data are; by input, rank of the truth among 19 draws of the posterior, and whether its 90 % range
 *   holds the truth
 *
 * Ranks are uniform if the fit is exact, and the truth is held 90 % of the time (`ranks.ts`). A tolerance makes ranges wider.
 */
import { Stream, seedWords } from '../../random/keys.ts';
import { normalQuantile } from '../../random/normal.ts';
import { type FitRequest, fitQuestion, priorDraws } from './fit-question.ts';
import { posteriorDraws, posteriorQuantile } from './particles.ts';
import { rankOf, signTest } from './ranks.ts';

export interface CheckedInput {
  readonly path: string;
  /** Of 0 .. `most`, one for each study. */
  readonly ranks: readonly number[];
  /** Studies whose 90 % range holds the truth. */
  readonly held: number;
  /** Chance of ranks as lopsided. */
  readonly signTest: number;
}

export interface CheckFound {
  readonly studies: number;
  readonly most: number;
  readonly inputs: readonly CheckedInput[];
}

/** Draws that a truth is ranked among. */
export const MOST_RANK = 19;
/** World numbers that a study has for itself. */
const ROOM = 1 << 21;

export async function checkQuestion(
  request: FitRequest,
  studies: number,
  onStudy: () => void = () => {},
): Promise<CheckFound> {
  const { question, seed, simulate } = request;
  const truths = priorDraws(question.inputs.length, studies, `${seed}: check`);
  const found = question.inputs.map(() => ({ ranks: [] as number[], held: 0 }));
  for (const [study, z] of truths.entries()) {
    const first = (study + 1) * ROOM;
    const truth = question.inputs.map(({ prior }, d) => prior.at(z[d]));
    const observed = withErrors(await simulate(truth, first), request, study);
    const targets = question.targets.map((target, s) => ({ ...target, value: observed[s] }));
    const { watch: _, ...rest } = request;
    const fit = await fitQuestion({
      ...rest,
      question: { ...question, targets },
      seed: `${seed}: study ${study}`,
      simulate: (values, index) => simulate(values, first + 1 + index),
    });
    const draws = posteriorDraws(fit.posterior, MOST_RANK, `${seed}: study ${study}`);
    for (const [d, own] of found.entries()) {
      own.ranks.push(
        rankOf(
          truth[d],
          draws.map((draw) => draw[d]),
        ),
      );
      const [low, high] = [0.05, 0.95].map((p) => posteriorQuantile(fit.posterior, d, p));
      if (low <= truth[d] && truth[d] <= high) own.held++;
    }
    onStudy();
  }
  return {
    studies,
    most: MOST_RANK,
    inputs: question.inputs.map(({ path }, d) => ({
      path,
      ...found[d],
      signTest: signTest(found[d].ranks, MOST_RANK),
    })),
  };
}

/** What would have been measured of what a world came to. */
function withErrors(
  summaries: readonly number[],
  { question, seed }: FitRequest,
  study: number,
): readonly number[] {
  const stream = new Stream(seedWords(`${seed}: check`), study, 'errors of measuring');
  return question.targets.map(({ error, counted }, s) => {
    const scale = counted ? 0 : (error ?? 0);
    return summaries[s] + scale * normalQuantile((stream.drawEvent(0, s) + 0.5) / 4294967296);
  });
}
