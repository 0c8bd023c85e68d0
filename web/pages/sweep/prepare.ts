/** From what a page asks to the points of a sweep, as `seedbed sweep` lays them out, or what is wrong with it. */
import { designs, faultWith } from '../../../src/experiment/designs/index.ts';
import { textDigest } from '../../../src/experiment/digest.ts';
import { canonical, type Networks } from '../../../src/experiment/plan.ts';
import { readInput, type SweepInput } from '../../../src/experiment/sweep/inputs.ts';
import { faultsOf, layOut, type Point, type Source } from '../../../src/experiment/sweep/points.ts';
import type { Sweep } from '../../../src/experiment/sweep/run-sweep.ts';
import type { Fault } from '../../../src/experiment/sweep/words.ts';
import { fill } from '../../../src/report/format-message.ts';
import { uncertainPaths } from '../../../src/scenario/assumptions.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import type { OwnText, Scenario } from '../../../src/scenario/scenario.ts';
import { engineFingerprint } from '../../../src/version.ts';
import type { Doc } from '../../app/workspace.ts';
import { MOST_INPUTS, type Setup } from './setup.ts';
import { sweepPageWords } from './words.ts';

export interface Prepared extends Sweep {
  /** Of all that was asked, and of the code that answers. */
  readonly id: string;
  readonly scenario: Scenario;
}

export interface Refused {
  readonly problems: readonly Fault[];
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
  const vary = asked.vary ?? suggested(scenario);
  if (vary.length > MOST_INPUTS) return { problems: [general(tooManyInputs(vary.length))] };
  const read = readInputs(vary, scenario, source);
  if ('problems' in read) return read;
  const { inputs } = read;
  const wanted = { dimensions: inputs.length, points: asked.points, seed: scenario.seed };
  const why = faultWith(asked.design, wanted);
  const wrong = [...(why === null ? [] : [general(why)]), ...faultsOf(source, inputs)];
  if (wrong.length > 0) return { problems: wrong };
  const coordinates = designs[asked.design].points(wanted);
  const points: Point[] = [];
  let since = performance.now();
  for (const [place, one] of coordinates.entries()) {
    const found = layOut(source, inputs, [one], place);
    if ('problems' in found) return { problems: found.faults.map(general) };
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
  const problems = reads.flatMap((read) => ('fault' in read ? [read.fault] : []));
  return problems.length > 0
    ? { problems }
    : { inputs: reads.flatMap((read) => ('input' in read ? [read.input] : [])) };
}

/** A fault that is not that of one input. */
const general = (why: OwnText): Fault => ({ path: null, why });

const tooManyInputs = (count: number): OwnText => ({
  en: fill(sweepPageWords.en.tooMany, { count }, 'en'),
  'zh-CN': fill(sweepPageWords['zh-CN'].tooMany, { count }, 'zh-CN'),
});
