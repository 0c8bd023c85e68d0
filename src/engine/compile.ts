/**
 * From a scenario to a model: every number settled, everybody drawn, nothing run yet.
 *
 * People and ties of a world depend on the community and not on tactics, so they are drawn once and copied for each arm.
 */

import { keptOvernight } from '../behaviors/engage.ts';
import { openSpread } from '../behaviors/spread.ts';
import { openHelpdesks } from '../metrics/helpdesks.ts';
import { openLedger } from '../metrics/ledger.ts';
import { openRecord } from '../metrics/record.ts';
import { newTally } from '../metrics/tally.ts';
import { openAudience } from '../population/audience.ts';
import type { CommunityValues, NetworkValues } from '../population/community.ts';
import { networkParameters } from '../population/community.ts';
import {
  CATEGORIES,
  type Draft,
  drawPeople,
  type Seats,
  seatsFor,
  seatsInFile,
} from '../population/draw-people.ts';
import { type Friendships, strangers, wakeFounders } from '../population/friendships.ts';
import { generateNetwork, type NetworkSpec } from '../population/networks.ts';
import { copyPeople, type People, Status } from '../population/people.ts';
import { openStanding } from '../population/standing.ts';
import type { Ties } from '../population/ties.ts';
import { threshold } from '../random/draw.ts';
import { Stream, seedWords } from '../random/keys.ts';
import { logistic } from '../random/math.ts';
import { type ResolvedArm, resolveArm } from '../scenario/assumptions.ts';
import type { Arm, Scenario } from '../scenario/scenario.ts';
import { findTactic } from '../tactics/index.ts';
import { openSchedule } from '../tactics/schedule.ts';
import type { RunningTactic } from '../tactics/tactic.ts';
import type { Checkpoint } from './branch.ts';
import type { Model, ModelParameters, SegmentValues } from './model.ts';
import { noOffers } from './offers.ts';
import { phases } from './phases.ts';

/** The people and ties of one world on the eve of day 0, whatever the tactics. */
interface Population {
  readonly people: People;
  readonly ties: Ties;
  readonly metOn: Int16Array;
  readonly reachable: number;
}

/** A scenario made ready: networks read, the last world's people kept. */
export interface Prepared {
  readonly scenario: Scenario;
  readonly seed: Uint32Array;
  readonly networks: ReadonlyMap<string, Ties>;
  /** Populations of `world`, by what they depend on, and the past that its arms share. */
  readonly kept: { world: number; readonly populations: Map<string, Population>; past: Checkpoint | null };
}

/** Makes a scenario ready to run. `networks`: ties by file name, one for each network file that an arm names. */
export function prepare(scenario: Scenario, networks: ReadonlyMap<string, Ties> = new Map()): Prepared {
  for (const { networkFile } of scenario.arms) {
    if (networkFile !== null && !networks.has(networkFile))
      throw new Error(`network ${networkFile} was not read`);
  }
  return {
    scenario,
    seed: seedWords(scenario.seed),
    networks,
    kept: { world: -1, populations: new Map(), past: null },
  };
}

/** The model of one arm in one world, ready for day 0. */
export function compileModel(prepared: Prepared, world: number, arm: number): Model {
  return compileArm(prepared, world, prepared.scenario.arms[arm]);
}

/** The same of an arm that need not be one of the scenario's: the past of one. */
export function compileArm(prepared: Prepared, world: number, arm: Arm): Model {
  const { scenario, seed } = prepared;
  const resolved = resolveArm(scenario, arm, world);
  const population = populationOf(prepared, world, resolved, arm.networkFile);
  const people = copyPeople(population.people);
  const friendships: Friendships = { ...population.ties, metOn: population.metOn.slice() };
  const days = scenario.horizonDays;
  const parameters = resolved.sections as unknown as ModelParameters;
  const segments = resolved.segments as unknown as readonly SegmentValues[];
  const streams = new Map<string, Stream>();
  const tactics = resolved.tactics
    .map((tactic) => runningTactic(tactic, segments, people.count))
    .sort((x, y) => (x.name < y.name ? -1 : 1)); // so their order in a file moves nothing
  const model: Model = {
    days,
    people,
    friendships,
    segments,
    parameters,
    stream(name) {
      let stream = streams.get(name);
      if (stream === undefined) {
        stream = new Stream(seed, world, name);
        streams.set(name, stream);
      }
      return stream;
    },
    tactics,
    acts: actsByPhase(tactics),
    offers: noOffers(),
    stock: new Map(),
    couponsOf: new Map(),
    memberships: new Map(),
    keen: new Map(),
    invited: new Map(),
    occasions: new Map(),
    rituals: new Map(),
    today: {
      visitors: new Int32Array(population.reachable),
      visitorCount: 0,
      nudge: new Float32Array(people.count),
      isNudged: false,
      newcomers: [],
      invitations: [],
      carried: new Map(),
      bought: [],
      complained: [],
      asked: [],
      scanned: new Map(),
      publicPull: 0,
      publicViews: 0,
      adsSeen: false,
    },
    standings: resolved.tactics
      .filter(({ tactic }) => tactic === 'levels')
      .map(({ name }) => openStanding(name, people.count)),
    content: startingContent(people, parameters),
    spread: openSpread(people.count, parameters.spread),
    helpdesks: openHelpdesks(),
    ledger: openLedger(days, segments.length),
    tally: newTally(),
    record: openRecord(days, people, segments.length),
    reachable: population.reachable,
    everJoined: people.founders,
  };
  return model;
}

/** A tactic on the eve of day 0. */
function runningTactic(
  { name, tactic, values, plan }: ResolvedArm['tactics'][number],
  segments: readonly SegmentValues[],
  people: number,
): RunningTactic {
  const found = findTactic(tactic);
  if (found === undefined) throw new Error(`there is no tactic ${tactic}`);
  return {
    name,
    tactic: found,
    values,
    schedule: openSchedule(values, plan),
    audience: openAudience(values, plan.segments, segments, people),
  };
}

/** What tactics do in each phase, in their order. */
export function actsByPhase(tactics: readonly RunningTactic[]): Model['acts'] {
  const acts = phases.map(({ name }) => [
    name,
    tactics.flatMap((running) => {
      const act = running.tactic.acts[name];
      return act === undefined ? [] : [{ running, act }];
    }),
  ]);
  return Object.fromEntries(acts) as Model['acts'];
}

function populationOf(
  prepared: Prepared,
  world: number,
  resolved: ResolvedArm,
  networkFile: string | null,
): Population {
  const { kept } = prepared;
  if (kept.world !== world) {
    kept.world = world;
    kept.populations.clear();
    kept.past = null;
  }
  const { community, visit, engage, buy, leave, trust } = resolved.sections;
  const key = JSON.stringify([
    networkFile,
    community,
    resolved.network,
    resolved.segments,
    visit,
    engage,
    buy,
    leave,
    trust,
  ]);
  let population = kept.populations.get(key);
  if (population === undefined) {
    population = drawPopulation(prepared, world, resolved, networkFile);
    kept.populations.set(key, population);
  }
  return population;
}

function drawPopulation(
  { seed, networks }: Prepared,
  world: number,
  resolved: ResolvedArm,
  networkFile: string | null,
): Population {
  const community = resolved.sections.community as unknown as CommunityValues;
  const { members, prospects, outsiders } = community;
  const file = networkFile === null ? undefined : networks.get(networkFile);
  const seats =
    file === undefined
      ? seatsFor(members, prospects, outsiders)
      : seatsInFile(file.people, members, prospects, new Stream(seed, world, 'founders'));
  const draft = { ...resolved.sections, segments: resolved.segments } as unknown as Draft;
  const people = drawPeople(draft, seats, seed, world);
  const ties = file ?? generatedTies(resolved, people, seats, seed, world);
  const friendships = strangers(ties);
  const pairs = new Stream(seed, world, 'founders:awake').on(-1);
  wakeFounders(friendships, people, (p, q) => pairs.drawPair(p, q), threshold(community.awake));
  return { people, ties, metOn: friendships.metOn, reachable: seats.founders + seats.prospects };
}

/** Ties among founders and prospects; people beyond reach know nobody. */
function generatedTies(
  resolved: ResolvedArm,
  people: People,
  { founders, prospects }: Seats,
  seed: Uint32Array,
  world: number,
): Ties {
  const { kind, ties, rewire, closure, homophily } = resolved.network as unknown as NetworkValues;
  const spec: NetworkSpec = { kind: networkParameters.kind.options[kind], ties, rewire, closure, homophily };
  const reachable = founders + prospects;
  const drawn = generateNetwork(
    spec,
    {
      count: reachable,
      keys: people.key.subarray(0, reachable),
      segment: people.segment.subarray(0, reachable),
      segments: resolved.segments.length,
    },
    seed,
    world,
  );
  if (people.count === reachable) return drawn;
  const offsets = new Uint32Array(people.count + 1).fill(drawn.offsets[reachable]);
  offsets.set(drawn.offsets);
  return { people: people.count, offsets, friends: drawn.friends };
}

/** Fresh posts that the founders' own habits keep there, so that day 0 is a day like any other. */
function startingContent(people: People, { visit, engage }: ModelParameters): Float64Array {
  const content = new Float64Array(CATEGORIES);
  const remains = keptOvernight(engage);
  for (let p = 0; p < people.count; p++) {
    if (people.status[p] !== Status.member) continue;
    const chance = logistic(people.visitLogit[p] + visit.habit * people.habit[p]);
    content[people.favorite[p]] += (people.postRate[p] * chance) / (1 - remains);
  }
  return content;
}
