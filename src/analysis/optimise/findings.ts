/** All that an optimization found, as data: the JSON of `seedbed optimise`. */
import type { Candidate, Candidates } from '../../experiment/optimise/candidates.ts';
import type { Outcomes } from '../../experiment/optimise/outcomes.ts';
import { type Metric, metrics } from '../../metrics/definitions.ts';
import type { Guardrail, Scenario, Text } from '../../scenario/scenario.ts';
import type { Spread } from '../comparison.ts';
import { smallestThatMatters } from '../decide.ts';
import { goodDirection } from '../differences.ts';
import { isBeyond } from '../guardrails.ts';
import { meanOf, spread } from '../quantiles.ts';
import type { RaceResult } from './contest.ts';
import { winnerOf } from './contest.ts';
import { paretoFront } from './front.ts';
import { DROP_ERROR } from './looks.ts';
import { type Dropped, differencesOf, type RaceData } from './race.ts';
import { type GoalReport, RANGE_ERROR, reportOn, type Status } from './report.ts';

/** A mean paired difference to the baseline and its 95 % range, in the metric's own unit. */
export interface Gain {
  readonly metric: string;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface Reported {
  readonly gains: readonly Gain[];
  readonly chanceBetter: number | null;
  readonly status: Status;
  /** What it comes to itself, in the metrics of `gains` and in order. */
  readonly levels: readonly Spread[];
  readonly spending: Spread;
  readonly limits: readonly (Guardrail & { readonly chanceWorse: number | null; readonly held: boolean })[];
}

export interface MixFinding {
  readonly name: string;
  readonly label: Text;
  readonly tactics: readonly string[];
  readonly settings: Candidate['settings'];
  /** Worlds of the race that it ran. */
  readonly raceWorlds: number;
  /** Why it is out: for whom, or the metric of the limit that it breaks. Null: left at the end. */
  readonly dropped: { readonly why: Dropped['why']; readonly by: string } | null;
  /** Mean paired difference to the baseline in the worlds of the race: flattered where the race chose it. */
  readonly chosen: number | null;
  /** In the other worlds. Null for those that were not run there. */
  readonly reported: Reported | null;
}

export interface Optimization {
  readonly schema: 'seedbed/optimise@1';
  readonly version: string;
  readonly seed: string;
  readonly scenario: { readonly file: string; readonly title: string };
  readonly metric: string;
  readonly against: string | null;
  readonly budget: number | null;
  readonly currency: string;
  readonly inputs: readonly string[];
  readonly baseline: string;
  /** Null where no mix keeps every limit, or where there was no time for a single look. */
  readonly winner: string | null;
  readonly status: Status | 'baseline' | 'none';
  /** Smallest difference that matters, in the metric's unit. */
  readonly matters: number;
  /** How much better the winner looked where it was chosen than it is elsewhere. */
  readonly shrinkage: number | null;
  readonly race: {
    readonly ended: RaceResult['ended'];
    readonly worlds: number;
    readonly mostWorlds: number;
    readonly looks: number;
    readonly error: number;
  };
  readonly report: { readonly worlds: number; readonly error: number };
  /** Results that were needed, and that all candidates in all worlds would have taken. */
  readonly results: { readonly used: number; readonly full: number };
  readonly leftOut: readonly { readonly name: string; readonly why: readonly string[] }[];
  readonly same: number;
  readonly candidates: readonly MixFinding[];
  /** Names; empty without a second metric. */
  readonly front: readonly string[];
  readonly digest: string;
}

export interface Question {
  readonly scenario: Scenario;
  readonly goals: readonly Metric[];
  readonly limits: readonly Guardrail[];
  readonly candidates: Candidates;
  readonly outcomes: Outcomes;
}

/** What a race looks at, in these worlds. */
export function dataOf({ goals, limits, candidates, outcomes }: Question, ids: readonly number[]): RaceData {
  const keys = candidates.list.map(({ armKey }) => armKey);
  const numbers = (name: string, candidate: number) => outcomes.numbers(name, keys[candidate], keys[0], ids);
  return {
    ids,
    goals: goals.map(({ name, better }) => {
      const direction = goodDirection(better);
      return memory((candidate) => numbers(name, candidate).map((x) => x * direction));
    }),
    beyond: memory((candidate) =>
      limits.map((limit) => {
        const [own, baseline] = [candidate, 0].map((place) => numbers(limit.metric, place));
        return own.map((x, k) => {
          const beyond = isBeyond(limit, x, baseline[k]);
          return beyond === null ? Number.NaN : Number(beyond);
        });
      }),
    ),
  };
}

function memory<T>(work: (candidate: number) => T): (candidate: number) => T {
  const kept = new Map<number, T>();
  return (candidate) => {
    const known = kept.get(candidate) ?? work(candidate);
    kept.set(candidate, known);
    return known;
  };
}

export interface Run {
  readonly raced: RaceResult;
  readonly finalists: readonly number[];
  readonly reportWorlds: readonly number[];
  readonly twins: number;
}

type Told = Pick<
  Optimization,
  | 'winner'
  | 'status'
  | 'matters'
  | 'shrinkage'
  | 'race'
  | 'report'
  | 'candidates'
  | 'front'
  | 'results'
  | 'baseline'
  | 'leftOut'
  | 'same'
>;

/** From a race that is over and its report to what is told of it. */
export function findingsOf(question: Question, run: Run): Told {
  const { candidates, scenario, goals } = question;
  const { raced, finalists, twins } = run;
  const halves = { race: dataOf(question, raced.worlds), report: dataOf(question, run.reportWorlds) };
  const [metric] = goals;
  const { matters } = smallestThatMatters(scenario, metric, baselineSpread(question, run.reportWorlds));
  const list = candidates.list.map((_, place) => mixFinding(place, question, run, halves, matters));
  const winner = winnerOf(raced, halves.race);
  const names = candidates.list.map(({ name }) => name);
  const told = winner === null ? null : reportOn(winner, halves, matters);
  const kept = finalists.filter((place) => list[place].reported?.limits.every(({ held }) => held));
  return {
    baseline: names[0],
    winner: winner === null ? null : names[winner],
    status: statusOf(winner, list),
    matters,
    shrinkage: told?.goals[0].shrinkage ?? null,
    race: {
      ended: raced.ended,
      worlds: raced.worlds.length,
      mostWorlds: 2 * twins,
      looks: raced.looks.filter((look) => 2 * look <= raced.worlds.length).length,
      error: DROP_ERROR,
    },
    report: { worlds: run.reportWorlds.length, error: RANGE_ERROR },
    results: {
      used:
        list.reduce((sum, { raceWorlds }) => sum + raceWorlds, 0) +
        finalists.length * run.reportWorlds.length,
      full: list.length * 4 * twins,
    },
    leftOut: candidates.leftOut,
    same: candidates.same,
    candidates: list,
    front: goals.length < 2 ? [] : paretoFront(kept, halves.report).map((place) => names[place]),
  };
}

/** Of the winner; of the baseline `same` where mixes were left and none of them differs. */
function statusOf(winner: number | null, list: readonly MixFinding[]): Optimization['status'] {
  if (winner === null) return 'none';
  if (winner > 0) return list[winner].reported?.status ?? 'open';
  const others = list.slice(1).flatMap(({ reported }) => (reported === null ? [] : [reported.status]));
  return others.length > 0 && others.every((status) => status === 'same') ? 'same' : 'baseline';
}

const baselineSpread = ({ goals: [{ name }], candidates, outcomes }: Question, ids: readonly number[]) => {
  const [{ armKey }] = candidates.list;
  return spread(outcomes.numbers(name, armKey, armKey, ids));
};

function mixFinding(
  place: number,
  question: Question,
  { raced, finalists }: Run,
  halves: { readonly race: RaceData; readonly report: RaceData },
  matters: number,
): MixFinding {
  const { candidates, limits, goals } = question;
  const { name, label, tactics, settings } = candidates.list[place];
  const dropped = raced.state.dropped.find(({ candidate }) => candidate === place);
  const raceWorlds = place === 0 ? raced.worlds.length : (dropped?.worlds ?? raced.worlds.length);
  const isReported = finalists.includes(place) && halves.report.ids.length > 2;
  return {
    name,
    label,
    tactics,
    settings,
    raceWorlds,
    dropped: dropped
      ? {
          why: dropped.why,
          by: dropped.why === 'broken' ? limits[dropped.by].metric : candidates.list[dropped.by].name,
        }
      : null,
    chosen: chosenMean(place, halves.race, raceWorlds, goals[0]),
    reported: isReported ? reportedOf(place, question, halves, matters) : null,
  };
}

function chosenMean(
  place: number,
  { ids, goals }: RaceData,
  worlds: number,
  { better }: Metric,
): number | null {
  const [own, baseline] = [place, 0].map((one) => Array.from(goals[0](one)).slice(0, worlds));
  const mean = meanOf(differencesOf(own, baseline, ids.slice(0, worlds)));
  return mean === null ? null : goodDirection(better) * mean;
}

function reportedOf(
  place: number,
  question: Question,
  halves: { readonly race: RaceData; readonly report: RaceData },
  matters: number,
): Reported | null {
  const { goals, limits, candidates, outcomes } = question;
  const { ids } = halves.report;
  const told = reportOn(place, halves, matters);
  const gains = told.goals.map((goal, g) => gainOf(goal, goals[g]));
  if (!gains.every((gain) => gain !== null)) return null;
  const key = candidates.list[place].armKey;
  const column = (metric: string) => outcomes.numbers(metric, key, candidates.list[0].armKey, ids);
  return {
    gains,
    chanceBetter: told.chanceBetter,
    status: told.status,
    levels: goals.map(({ name }) => spread(column(name))),
    spending: spread(column('spending')),
    limits: limits.map((limit, i) => ({ ...limit, ...told.limits[i] })),
  };
}

function gainOf({ reported }: GoalReport, { name, better }: Metric): Gain | null {
  if (reported === null) return null;
  const { mean, low, high } = reported;
  return goodDirection(better) === 1
    ? { metric: name, mean, low, high }
    : { metric: name, mean: -mean, low: -high, high: -low };
}

/** Metrics that have to be kept of every result. */
export function metricsNeeded(goals: readonly Metric[], limits: readonly Guardrail[]): string[] {
  const names = new Set([
    'netRevenue',
    'spending',
    ...goals.map(({ name }) => name),
    ...limits.map(({ metric }) => metric),
  ]);
  return metrics.map(({ name }) => name).filter((name) => names.has(name));
}
