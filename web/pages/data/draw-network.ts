/** Draws the network of one arm of one world, in the tab: people and ties on the eve of day 0. */
import { startWorld } from '../../../src/engine/live.ts';
import { prepare } from '../../../src/engine/simulate.ts';
import { Status } from '../../../src/population/people.ts';
import { formatProblem, parseScenario } from '../../../src/scenario/parse.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import type { NetworkDrawn, NetworkPerson, NetworkTie } from './network-file.ts';

const statusNames = Object.fromEntries(Object.entries(Status).map(([name, code]) => [code, name]));

/** Throws with the scenario's problems, in words, where it has any. */
export function readScenario(text: string, file: string): Scenario {
  const { scenario, problems } = parseScenario(text, file);
  if (scenario === null) throw new Error(problems.map((problem) => formatProblem(file, problem)).join('; '));
  return scenario;
}

export function drawNetwork(scenario: Scenario, world: number, arm: number): NetworkDrawn {
  const living = startWorld(prepare(scenario), world, arm);
  const { people, friendships, reachable } = living.model;
  const segments = scenario.arms[arm].segments;
  const drawn: NetworkPerson[] = [];
  for (let p = 0; p < reachable; p++) {
    const segment = segments[people.segment[p]]?.name ?? 'everybody';
    drawn.push({ id: p, segment, status: statusNames[people.status[p]] });
  }
  const pairs = living.awakeTies();
  const awake = new Set<number>();
  for (let t = 0; t < pairs.length; t += 2) awake.add(pairs[t] * reachable + pairs[t + 1]);
  const ties: NetworkTie[] = [];
  for (let p = 0; p < reachable; p++) {
    for (let t = friendships.offsets[p]; t < friendships.offsets[p + 1]; t++) {
      const q = friendships.friends[t];
      if (p < q) ties.push({ source: p, target: q, awake: awake.has(p * reachable + q) });
    }
  }
  const { name } = scenario.arms[arm];
  return {
    title: `${scenario.title.en} (world ${world}, ${name}, seed ${scenario.seed})`,
    people: drawn,
    ties,
  };
}
