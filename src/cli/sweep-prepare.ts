/** From the command line of a sweep to its points, or every problem at once. */
import { basename } from 'node:path';
import {
  type DesignName,
  type DesignOptions,
  designNames,
  designs,
  problemWith,
} from '../experiment/designs/index.ts';
import { readInput, type SweepInput } from '../experiment/sweep/inputs.ts';
import { layOut, problemsOf, type Source } from '../experiment/sweep/points.ts';
import type { Sweep } from '../experiment/sweep/run-sweep.ts';
import type { Study } from '../experiment/sweep/study.ts';
import { nearest } from '../scenario/nearest.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { CommandFailure, Exit } from './errors.ts';
import { loadScenario, outFolder, withWholePaths } from './load.ts';
import { Progress } from './progress.ts';
import type { SweepOptions } from './sweep.ts';
import type { Terminal } from './terminal.ts';

/** Worlds of a point, where nobody says how many. */
const USUAL_WORLDS = 16;
const USUAL_POINTS = 64;

export interface Prepared {
  /** As it was typed or found. */
  readonly file: string;
  readonly scenario: Scenario;
  readonly sweep: Sweep;
  readonly design: Study['design'];
  readonly folder: string;
}

/** Lays out a sweep; null when it was stopped meanwhile. Fails with a line for every problem. */
export async function prepareSweep(
  typed: string,
  options: SweepOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Prepared | null> {
  const loaded = loadScenario(typed, { ...options, worlds: options.worlds ?? USUAL_WORLDS });
  const { scenario, networks, file, text } = loaded;
  const source: Source = { file: basename(file), text, options: withWholePaths(loaded.options), networks };
  const problems: string[] = [];
  const inputs = readInputs(options.vary ?? [], scenario, source, problems);
  const name = designOf(options.design, problems);
  const wanted = designOptions(options, inputs.length, scenario.seed);
  if (inputs.length > 0 && problems.length === 0) {
    const problem = problemWith(name, wanted);
    if (problem !== null) problems.push(`--design ${name}: ${problem}`);
    problems.push(...problemsOf(source, inputs));
  }
  if (problems.length > 0) throw new CommandFailure(Exit.invalid, problems.join('\n'));
  const points = await laidOut(source, inputs, designs[name].points(wanted), terminal, signal);
  if (points === null) return null;
  return {
    file,
    scenario,
    sweep: { source, inputs, points, worlds: scenario.worlds },
    design: { name, points: points.length, seed: scenario.seed },
    folder: options.output ?? outFolder(file, '-sweep'),
  };
}

function readInputs(
  vary: readonly string[],
  scenario: Scenario,
  source: Source,
  problems: string[],
): SweepInput[] {
  if (vary.length === 0)
    problems.push('--vary is missing: which input is to be varied? For example --vary leave.perTie');
  const { text, options } = source;
  return vary.flatMap((one) => {
    const read = readInput(one, scenario, { text, ...(options.set && { set: options.set }) });
    if ('input' in read) return [read.input];
    problems.push(read.problem);
    return [];
  });
}

function designOf(typed = 'latin-hypercube', problems: string[]): DesignName {
  const found = designNames.find((name) => name === typed);
  if (found !== undefined) return found;
  const [near] = nearest(typed, designNames);
  const hint = near === undefined ? '' : `; did you mean ${near}?`;
  problems.push(`--design must be one of ${designNames.join(', ')}; got ${JSON.stringify(typed)}${hint}`);
  return 'random';
}

const designOptions = (
  { points = USUAL_POINTS, levels, maximin }: SweepOptions,
  dimensions: number,
  seed: string,
): DesignOptions => ({
  dimensions,
  points,
  seed,
  ...(levels !== undefined && { levels }),
  ...(maximin !== undefined && { maximin }),
});

/** Points in pieces, so that Ctrl-C and progress get their turn. */
const PIECE = 25;

async function laidOut(
  source: Source,
  inputs: readonly SweepInput[],
  design: readonly (readonly number[])[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Sweep['points'] | null> {
  const progress = new Progress(terminal, 'sweep', design.length, 0, process.stderr, 'stops', 'points');
  try {
    const points: Sweep['points'][number][] = [];
    for (let from = 0; from < design.length; from += PIECE) {
      if (signal.aborted) return null;
      const part = layOut(source, inputs, design.slice(from, from + PIECE), from);
      if ('problems' in part) throw new CommandFailure(Exit.invalid, part.problems.join('\n'));
      points.push(...part.points);
      progress.advance(part.points.length);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return points;
  } finally {
    progress.end(false);
  }
}
