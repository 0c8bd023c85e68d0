/**
 * A plan: worlds x arms, and the keys that say which inputs a result came from.
 *
 *   key of an arm      sha256(its settings, segments, tactics and ties, seed, days, kind of assumptions, results version)
 *   hash of a scenario sha256(the keys of its arms, in order)
 *   key of a result    sha256(key of the arm, world)
 *
 * What does not move a number stays out: titles, arm names, labels, the judge, the number of worlds.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { metrics } from '../metrics/definitions.ts';
import type { Ties } from '../population/ties.ts';
import type { Arm, Scenario } from '../scenario/scenario.ts';
import { resultsVersion } from '../version.ts';
import { textDigest } from './digest.ts';
import { allDailyMetrics, wordBytes } from './digest-bytes.ts';
import { dailyMetrics } from './results.ts';

/** Network files of a scenario, read, by the name that the scenario gives them. */
export type Networks = ReadonlyMap<string, Ties>;

/** All that it takes to work on worlds; can be sent to another thread as it is. */
export interface Plan {
  readonly scenario: Scenario;
  readonly networks: Networks;
  /** Key of each arm. */
  readonly armKeys: readonly string[];
  readonly hash: string;
  /** Daily metrics that results keep; digests are over all of them nevertheless. */
  readonly kept: readonly string[];
}

/** What to keep of every day: what a comparison shows, everything, or these metrics. */
export type Keep = 'for comparing' | 'everything' | readonly string[];

/** Lay out an experiment. Throws when a network that an arm names is not among `networks`. */
export function planExperiment(scenario: Scenario, networks: Networks, keep: Keep = 'for comparing'): Plan {
  const armKeys = scenario.arms.map((arm) => armKey(scenario, arm, networks));
  return {
    scenario,
    networks,
    armKeys,
    hash: textDigest(canonical(armKeys)),
    kept: keptMetrics(scenario, keep),
  };
}

/** Key of what one arm does in one world. */
export function resultKey(plan: Plan, world: number, arm: number): string {
  return keyOfResult(plan.armKeys[arm], world);
}

/** The same, from the key of the arm. */
export const keyOfResult = (armKey: string, world: number): string => textDigest(canonical([armKey, world]));

/** Daily metrics that results keep. */
export function keptMetrics({ judge }: Scenario, keep: Keep): readonly string[] {
  if (keep === 'everything') return allDailyMetrics;
  const names = new Set<string>(keep === 'for comparing' ? [...dailyMetrics, judge.metric] : keep);
  return metrics.map(({ name }) => name).filter((name) => names.has(name) && allDailyMetrics.includes(name));
}

/** Key of what an arm does in its worlds. */
export function armKey(scenario: Scenario, arm: Arm, networks: Networks): string {
  const { sections, networkFile } = arm;
  // Labels are for people: they change no result.
  const segments = arm.segments.map(({ name, share, people }) => ({ name, share, people }));
  const tactics = arm.tactics.map(({ name, tactic, settings, plan }) => {
    const said = Object.entries(plan).filter(([, value]) => value !== null);
    return { name, tactic, settings, ...Object.fromEntries(said) };
  });
  tactics.sort((x, y) => (x.name < y.name ? -1 : 1)); // as the engine does: their order in a file moves nothing
  const network = networkFile === null ? null : tiesDigest(networkFile, networks);
  const { seed, horizonDays, branchDay, assumptions, posterior } = scenario;
  const past = arm.past && { branchDay, key: armKey(scenario, arm.past, networks) };
  return textDigest(
    canonical({
      ...{ resultsVersion, seed, horizonDays, assumptions, posterior },
      ...{ sections, segments, tactics, network, past },
    }),
  );
}

function tiesDigest(file: string, networks: Networks): string {
  const ties = networks.get(file);
  if (ties === undefined) throw new Error(`The network ${file} was not read.`);
  const hash = sha256.create();
  hash.update(wordBytes(Uint32Array.of(ties.people)));
  hash.update(wordBytes(ties.offsets));
  hash.update(wordBytes(ties.friends));
  return bytesToHex(hash.digest());
}

/** One text for one value, whatever the order in which its fields were written; absent and undefined are the same. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(fields)
    .filter((name) => fields[name] !== undefined)
    .sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(fields[name])}`).join(',')}}`;
}
