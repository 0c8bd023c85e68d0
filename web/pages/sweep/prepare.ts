/** From what a page asks to the points of a sweep, as `seedbed sweep` lays them out, or what is wrong with it. */
import { designs, problemWith } from '../../../src/experiment/designs/index.ts';
import { textDigest } from '../../../src/experiment/digest.ts';
import { canonical, type Networks } from '../../../src/experiment/plan.ts';
import { readInput, type SweepInput } from '../../../src/experiment/sweep/inputs.ts';
import { layOut, type Point, problemsOf, type Source } from '../../../src/experiment/sweep/points.ts';
import type { Sweep } from '../../../src/experiment/sweep/run-sweep.ts';
import { uncertainPaths } from '../../../src/scenario/assumptions.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { engineFingerprint } from '../../../src/version.ts';
import type { Doc } from '../../app/workspace.ts';
import type { Setup } from './setup.ts';

export interface Prepared extends Sweep {
  /** Of all that was asked, and of the code that answers. */
  readonly id: string;
  readonly scenario: Scenario;
}

export interface Refused {
  /** In plain words; `path`: of an input, where it is that one's. */
  readonly problems: readonly { readonly path: string | null; readonly text: string }[];
}

/** Inputs that a page suggests: uncertain ones, those of tactics first. */
const SUGGESTED = 2;
export function suggested(scenario: Scenario): string[] {
  const all = uncertainPaths(scenario);
  const isTactic = (path: string) => path.startsWith('tactics.');
  return [...all.filter(isTactic), ...all.filter((path) => !isTactic(path))].slice(0, SUGGESTED);
}

/** A `--vary` in Chinese is one, too. */
const typed = (vary: string): string => vary.replace(/\s*(?:至|到|～)\s*/u, ' to ').replace(/％/gu, '%');

export const pathOf = (vary: string): string => {
  const cut = vary.indexOf('=');
  return cut < 0 ? vary : vary.slice(0, cut);
};

/** Points are laid out in pieces of so many milliseconds, so that a page stays alive. */
const PIECE = 24;
const pause = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Null when it was given up. */
export async function prepare(
  { text, file }: Doc,
  asked: Setup,
  networks: Networks,
  signal: AbortSignal,
): Promise<Prepared | Refused | null> {
  const options = { worlds: asked.worlds };
  const { scenario } = parseScenario(text, file, options);
  if (scenario === null) return { problems: [] };
  const source: Source = { file, text, options, networks };
  const read = readInputs(asked.vary ?? suggested(scenario), scenario, source);
  if ('problems' in read) return read;
  const { inputs } = read;
  const wanted = { dimensions: inputs.length, points: asked.points, seed: scenario.seed };
  const why = problemWith(asked.design, wanted);
  const wrong = [...(why === null ? [] : [why]), ...problemsOf(source, inputs)];
  if (wrong.length > 0) return { problems: wrong.map(withPath) };
  const coordinates = designs[asked.design].points(wanted);
  const points: Point[] = [];
  let since = performance.now();
  for (const [place, one] of coordinates.entries()) {
    const found = layOut(source, inputs, [one], place);
    if ('problems' in found) return { problems: found.problems.map(withPath) };
    points.push(...found.points);
    if (performance.now() - since < PIECE) continue;
    await pause();
    if (signal.aborted) return null;
    since = performance.now();
  }
  const id = textDigest(
    canonical([
      engineFingerprint,
      text,
      asked.worlds,
      inputs.map(({ path }) => path),
      points.map(({ armKeys }) => armKeys),
    ]),
  );
  return { id, scenario, source, inputs, points, worlds: asked.worlds };
}

function readInputs(
  vary: readonly string[],
  scenario: Scenario,
  source: Source,
): { readonly inputs: readonly SweepInput[] } | Refused {
  const reads = vary.map((one) => readInput(typed(one), scenario, { text: source.text }));
  const problems = reads.flatMap((read) => ('problem' in read ? [withPath(read.problem)] : []));
  return problems.length > 0
    ? { problems }
    : { inputs: reads.flatMap((read) => ('input' in read ? [read.input] : [])) };
}

/** `--vary PATH: why` as the path and why. */
export function withPath(problem: string): Refused['problems'][number] {
  const [, path = null, why = problem] = /^--vary (\S+?): (.*)$/s.exec(problem) ?? [];
  return { path, text: why };
}
