/** Results as the commands store them, made here in memory. */

import { compareArms } from '../../src/analysis/compare.ts';
import type { Comparison } from '../../src/analysis/comparison.ts';
import { comparisonInput } from '../../src/experiment/comparison-input.ts';
import { runExperiment } from '../../src/experiment/experiment.ts';
import { localExecutor } from '../../src/experiment/local.ts';
import { planExperiment } from '../../src/experiment/plan.ts';
import type { WorldResult } from '../../src/experiment/results.ts';
import { sealed } from '../../src/experiment/sealed-line.ts';
import { worldLine } from '../../src/experiment/world-lines.ts';
import { headLine, type ResultCommand } from '../../src/experiment/worlds-head.ts';
import type { StoredFile } from '../../src/report/stored.ts';
import { verdictTexts } from '../../src/report/verdict/verdict.ts';
import { type ParseOptions, parseScenario } from '../../src/scenario/parse.ts';
import { tiny } from '../cli/program.ts';

export interface Made {
  /** Lines of the file of worlds, each with its line feed; the first is its head. */
  readonly lines: readonly string[];
  readonly results: readonly WorldResult[];
  readonly digest: string;
  /** Null for `run`. */
  readonly comparison: Comparison | null;
}

/** What a command would store; `run` takes the second arm. */
export async function make(command: ResultCommand, options: ParseOptions = {}, text = tiny): Promise<Made> {
  const { scenario: whole, problems } = parseScenario(text, 'tiny.yaml', options);
  if (whole === null) throw new Error(JSON.stringify(problems));
  const scenario = command === 'run' ? { ...whole, arms: [whole.arms[1]] } : whole;
  const plan = planExperiment(scenario, new Map(), command === 'run' ? 'everything' : 'for comparing');
  const { results, digest } = await runExperiment(plan, { executor: localExecutor() });
  const asked = { command, file: 'tiny.yaml', text, options };
  const byWorld = Array.from({ length: scenario.worlds }, (_, world) =>
    results.filter((result) => result.world === world),
  );
  const input = comparisonInput(plan, 'tiny.yaml', { results, digest });
  const comparison = command === 'compare' ? compareArms({ ...input, words: verdictTexts }) : null;
  return { lines: [headLine(plan, asked), ...byWorld.map(worldLine)], results, digest, comparison };
}

/** A file in memory, as a browser has it. */
export const fileOf = (name: string, content: string | Uint8Array<ArrayBuffer>): StoredFile =>
  new File([content], name);

export const jsonFile = (name: string, value: unknown): StoredFile =>
  fileOf(name, `${JSON.stringify(value, null, 2)}\n`);

/** A line whose check sum fits, whatever it says: what a forger would write. */
export const forged = (value: object): string => sealed(value);
