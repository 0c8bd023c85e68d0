/**
 * Seedbed as a library. Everything public is here; nothing else is. Runs in Node, in browsers and in their workers.
 *
 *   const { scenario, problems } = parseScenario(text, 'my.yaml');
 *   const { comparison } = await compare(scenario, 'my.yaml');
 *   console.log(verdict(comparison, scenario, 'en').text);
 */
import { compareArms } from './analysis/compare.ts';
import type { Comparison } from './analysis/comparison.ts';
import { comparisonInput } from './experiment/comparison-input.ts';
import { type ExperimentOptions, type ExperimentResult, runExperiment } from './experiment/experiment.ts';
import { localExecutor } from './experiment/local.ts';
import { type Networks, planExperiment } from './experiment/plan.ts';
import type { ReportInput } from './report/html.ts';
import { verdictTexts } from './report/verdict/verdict.ts';
import type { Scenario } from './scenario/scenario.ts';

// ---- What to simulate: scenario files, their values, their mistakes -----------------------------------------------

export { formatProblem, type Parsed, type ParseOptions, parseScenario } from './scenario/parse.ts';
export type {
  Arm,
  Check,
  Guardrail,
  Judge,
  Posterior,
  Problem,
  Range,
  Scenario,
  Segment,
  Settings,
  Text,
  Value,
  Yardstick,
} from './scenario/scenario.ts';
export { jsonSchema } from './scenario/schema.ts';

// ---- What there is to measure and to set --------------------------------------------------------------------------

export { findMetric, type Metric, type MetricUnit, metrics } from './metrics/definitions.ts';

// ---- A tactic of one's own -----------------------------------------------------------------------------------------

export { lastOccasions, remind, renewed, surprise, visitorsFor } from './behaviors/visit.ts';
export type { Model } from './engine/model.ts';
export { pay, payEach, payPerMember, payShared } from './metrics/budget.ts';
export { micros } from './metrics/ledger.ts';
export { isFor } from './population/audience.ts';
export { draw } from './random/draw.ts';
export type { Parameter, Section, Values } from './scenario/parameter.ts';
export { addTactic } from './scenario/table.ts';
export type { Act, Acting, Tactic } from './tactics/tactic.ts';

// ---- Who knows whom -----------------------------------------------------------------------------------------------

export { NetworkFileError, readNetwork } from './population/edge-list.ts';
export type { Ties } from './population/ties.ts';

// ---- One arm of one world -----------------------------------------------------------------------------------------

export { type Prepared, prepare, simulateWorld, type WorldRecord } from './engine/simulate.ts';

// ---- One arm of one world, day by day -----------------------------------------------------------------------------

export type { Circumstance } from './engine/circumstances.ts';
export { type LifeEvent, type LifeKind, lifeKinds } from './engine/life-event.ts';
export { type LiveOptions, type LiveWorld, type Snapshot, startWorld } from './engine/live.ts';
export { livesOf } from './engine/two-lives.ts';
export { Channel, NEVER, Status } from './population/people.ts';

// ---- Many worlds --------------------------------------------------------------------------------------------------

export type { Executor, FinishedWorld, Simulator } from './experiment/executor.ts';
export {
  type ExperimentOptions,
  type ExperimentResult,
  runExperiment,
  withoutGaps,
} from './experiment/experiment.ts';
export { localExecutor } from './experiment/local.ts';
export { type Keep, type Networks, type Plan, planExperiment, resultKey } from './experiment/plan.ts';
export { dailyMetrics, type WorldResult } from './experiment/results.ts';

// ---- Where to try -------------------------------------------------------------------------------------------------

export {
  type Design,
  type DesignName,
  type DesignOptions,
  designNames,
  designs,
  type Points,
  problemWith,
} from './experiment/designs/index.ts';

// ---- What it means ------------------------------------------------------------------------------------------------

export {
  type CohortAge,
  type CohortRow,
  type CohortTable,
  cohortTable,
  type FunnelRow,
} from './analysis/cohorts.ts';
export { compareArms } from './analysis/compare.ts';
export type {
  Comparison,
  Difference,
  GuardrailResult,
  Spread,
  VerdictStatus,
} from './analysis/comparison.ts';
export {
  compareSegments,
  type SegmentComparison,
  type SegmentDifference,
  type Span,
} from './analysis/segments.ts';
export { type CheckResult, checkedMetrics, holdAgainst } from './analysis/yardsticks.ts';
export { type Law, laws } from './laws/index.ts';
export { type Cohorts, type FunnelStep, funnelSteps } from './metrics/cohorts.ts';
export { additiveMetrics, type SegmentMetric, segmentMetrics } from './metrics/segments.ts';
export type { Locale } from './report/format.ts';
export type { ReportInput } from './report/html.ts';
export { eventText, type LifeContext, personName, statusName } from './report/life-words.ts';
export { type VerdictText, verdict } from './report/verdict/verdict.ts';

export interface CompareOptions extends Partial<ExperimentOptions> {
  /** Ties of the network files that the scenario names. */
  readonly networks?: Networks;
}

/** All arms in the same worlds, in this thread unless the options give another executor. */
export async function compare(
  scenario: Scenario,
  file: string,
  { networks = new Map(), executor = localExecutor(), ...options }: CompareOptions = {},
): Promise<{ comparison: Comparison; result: ExperimentResult }> {
  const plan = planExperiment(scenario, networks);
  const result = await runExperiment(plan, { ...options, executor });
  const comparison = compareArms({ ...comparisonInput(plan, file, result), words: verdictTexts });
  return { comparison, result };
}

// ---- What moves the outcome ---------------------------------------------------------------------------------------

export { convergence, type Step } from './analysis/sensitivity/convergence.ts';
export type { Luck, Outcomes } from './analysis/sensitivity/luck.ts';
export { type MorrisIndices, morrisIndices } from './analysis/sensitivity/morris.ts';
export { type PawnIndices, pawn } from './analysis/sensitivity/pawn.ts';
export { prcc, type RankCorrelations } from './analysis/sensitivity/prcc.ts';
export type { Index, Limits, Range as IndexRange } from './analysis/sensitivity/ranges.ts';
export { type SobolIndices, sobolIndices } from './analysis/sensitivity/sobol.ts';
export { type Asked, type Variances, variances } from './analysis/sensitivity/variance.ts';

// ---- Fitting a simulation to what was observed --------------------------------------------------------------------

export {
  type AbcRequest,
  type AbcResult,
  abcSmc,
  type Generation,
  type Simulate,
} from './analysis/calibrate/abc-smc.ts';
export { CmaEs } from './analysis/calibrate/cma-es.ts';
export type { Target } from './analysis/calibrate/distance.ts';
export {
  effectiveSize,
  type Identified,
  identified,
  type Particle,
  posteriorDraws,
  posteriorQuantile,
} from './analysis/calibrate/particles.ts';
export {
  lognormal as lognormalPrior,
  normal as normalPrior,
  type Prior,
  uniform as uniformPrior,
} from './analysis/calibrate/prior.ts';
export { rankHistogram, rankOf, signTest, uniformity } from './analysis/calibrate/ranks.ts';

// ---- When to stop -------------------------------------------------------------------------------------------------

export {
  type Claim,
  type ClaimResult,
  ERROR_RATE,
  UntilDecided,
} from './analysis/sequential/until.ts';

// ---- Which of many is the best ------------------------------------------------------------------------------------

export {
  finalistsOf,
  type Ground as RaceGround,
  type RaceResult,
  race,
  reportWorlds,
  winnerOf,
  worldsOfHalf,
} from './analysis/optimise/contest.ts';
export type { Gain, MixFinding, Optimization } from './analysis/optimise/findings.ts';
export { paretoFront } from './analysis/optimise/front.ts';
export type { RaceData, RaceState } from './analysis/optimise/race.ts';
export { type CandidateReport, type Halves, reportOn } from './analysis/optimise/report.ts';

// ---- How it is shown ----------------------------------------------------------------------------------------------

/** A comparison as one page that opens from disk, with charts. Chart code is loaded when this is called, not before. */
export async function htmlReport(input: ReportInput): Promise<string> {
  const report = await import('./report/html.ts');
  return report.htmlReport(input);
}

// ---- Results that were stored -------------------------------------------------------------------------------------

export {
  type Opened,
  openStored,
  type Stored,
  type StoredComparison,
  type StoredFile,
  type StoredRun,
  type StoredSummary,
} from './report/stored.ts';

// ---- The program --------------------------------------------------------------------------------------------------

export { resultsVersion, version } from './version.ts';
