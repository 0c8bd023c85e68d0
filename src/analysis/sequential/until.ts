/**
 * Run until decided: worlds are taken in the order of their numbers, whatever the order in which they finish, so that
 * fast ones are not favored and the number of worlds at the end does not depend on threads.
 *
 * Several claims (metrics, arms) share the chance of error evenly, so that it holds for all of them together. What is decided
 * once stays decided.
 */
import { sampleVariance } from 'simple-statistics';
import type { FinishedWorld } from '../../experiment/executor.ts';
import { type Metric, metricIndex } from '../../metrics/definitions.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { smallestThatMatters } from '../decide.ts';
import { spread } from '../quantiles.ts';
import { twinMeans } from '../worlds.ts';
import { FIRST_LOOK } from './always.ts';
import { type Direction, type FixedSize, fixedSize, look, nextLook } from './rule.ts';

/** Chance that anything is decided wrongly, however often one looks. */
export const ERROR_RATE = 0.05;

/** A metric of an arm against the baseline. */
export interface Claim {
  readonly metric: Metric;
  /** Place of the arm. */
  readonly arm: number;
}

export interface ClaimResult {
  readonly metric: string;
  readonly arm: string;
  readonly decided: Direction | null;
  /** Mean paired difference and its always-valid range, at the last look. */
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** The smallest difference that matters: of the judged metric the judge's, of others 0. */
  readonly matters: number;
  /** Of a study of fixed size with other worlds, drawn as these are, for each arm. */
  readonly unpairedWorlds: FixedSize;
}

/** What a world adds to what is known of a mean: worlds of other seeds would come in twins of one assumption too. */
function variancePerWorld(numbers: readonly number[]): number {
  const means = twinMeans(numbers, [...numbers.keys()]).map(({ mean }) => mean);
  return means.length > 1 ? 2 * sampleVariance(means) : 0;
}

export class UntilDecided {
  /** The number of worlds at which everything was decided; null as long as something is not. */
  stoppedAt: number | null = null;
  private readonly scenario: Scenario;
  private readonly claims: readonly Claim[];
  private readonly waiting = new Map<number, FinishedWorld>();
  /** The worlds without a gap so far, in order. */
  private readonly worlds: FinishedWorld[] = [];
  private readonly decided: (Direction | null)[];
  private lookAt = FIRST_LOOK;

  constructor(scenario: Scenario, claims: readonly Claim[]) {
    this.scenario = scenario;
    this.claims = claims;
    this.decided = claims.map(() => null);
  }

  /** Takes a finished world; true when everything is decided. */
  see(world: FinishedWorld): boolean {
    this.waiting.set(world[0].world, world);
    while (this.stoppedAt === null && this.takeTwin()) {
      const twins = this.worlds.length / 2;
      if (twins < this.lookAt) continue;
      this.lookAt = nextLook(twins);
      this.claims.forEach((claim, c) => {
        this.decided[c] ??= this.lookOf(claim)?.decided ?? null;
      });
      if (this.decided.every((direction) => direction !== null)) this.stoppedAt = this.worlds.length;
    }
    return this.stoppedAt !== null;
  }

  /** What is known of each claim from the worlds without a gap. */
  results(): ClaimResult[] {
    return this.claims.map((claim, c) => {
      const found = this.lookOf(claim);
      const decided = this.decided[c];
      const variances = [claim.arm, 0].map((arm) => variancePerWorld(this.column(claim.metric, arm)));
      return {
        metric: claim.metric.name,
        arm: this.scenario.arms[claim.arm].name,
        decided,
        mean: found?.mean ?? null,
        low: found?.low ?? null,
        high: found?.high ?? null,
        matters: this.mattersOf(claim.metric),
        unpairedWorlds: fixedSize(
          { mean: found?.mean ?? 0, matters: found?.matters ?? 0, decided },
          variances[0] + variances[1],
          this.errorRate,
        ),
      };
    });
  }

  private get errorRate(): number {
    return ERROR_RATE / this.claims.length;
  }

  private takeTwin(): boolean {
    const next = this.worlds.length;
    const [first, second] = [this.waiting.get(next), this.waiting.get(next + 1)];
    if (first === undefined || second === undefined) return false;
    this.worlds.push(first, second);
    this.waiting.delete(next);
    this.waiting.delete(next + 1);
    return true;
  }

  private lookOf({ metric, arm }: Claim) {
    const [own, baseline] = [arm, 0].map((place) => this.column(metric, place));
    const differences = own.map((x, world) => x - baseline[world]);
    const means = twinMeans(differences, [...own.keys()]).map(({ mean }) => mean);
    return look(means, this.mattersOf(metric), this.errorRate);
  }

  private mattersOf(metric: Metric): number {
    if (metric.name !== this.scenario.judge.metric) return 0;
    return smallestThatMatters(this.scenario, metric, spread(this.column(metric, 0))).matters;
  }

  private column(metric: Metric, arm: number): number[] {
    const place = metricIndex[metric.name];
    return this.worlds.map((world) => world[arm].outcomes[place]);
  }
}
