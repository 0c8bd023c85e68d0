/** What is known of a run on the stage: grows as answers come in. Changed in place, since days come twenty times a second. */
import type { LifeEvent } from '../../../src/engine/life-event.ts';
import type { Cast, StageAnswer } from './stage-messages.ts';

export interface ArmRun {
  readonly cast: Cast;
  /** By metric of the run, a number for each day that is there. */
  readonly series: readonly Float64Array[];
  /** Codes of the cast by day. */
  readonly codes: Uint8Array[];
  readonly events: (readonly LifeEvent[])[];
  /** Lines of other worlds: by world, by metric. */
  readonly others: (readonly Float64Array[])[];
}

export interface StageRun {
  readonly run: number;
  readonly metrics: readonly string[];
  readonly days: number;
  readonly arms: readonly ArmRun[];
  /** Days that are there. */
  known: number;
  isDone: boolean;
}

export function openRun(answer: Extract<StageAnswer, { is: 'cast' }>, metrics: readonly string[]): StageRun {
  const { run, days, casts } = answer;
  const arms = casts.map((cast) => ({
    cast,
    series: metrics.map(() => new Float64Array(days)),
    codes: [],
    events: [],
    others: [],
  }));
  return { run, metrics, days, arms, known: 0, isDone: false };
}

/** Takes an answer in; false when it belongs to another run. */
export function takeIn(run: StageRun, answer: StageAnswer): boolean {
  if (answer.run !== run.run) return false;
  if (answer.is === 'days') takeDays(run, answer);
  else if (answer.is === 'other') run.arms[answer.arm].others.push(answer.series);
  else if (answer.is === 'done') run.isDone = true;
  return true;
}

function takeDays(run: StageRun, { from, to, arms }: Extract<StageAnswer, { is: 'days' }>): void {
  if (from !== run.known) return;
  for (const { arm, series, codes, events } of arms) {
    const own = run.arms[arm];
    own.series.forEach((line, i) => {
      line.set(series[i], from);
    });
    const width = own.cast.places.length;
    for (let day = from; day < to; day++) {
      own.codes[day] = codes.subarray((day - from) * width, (day - from + 1) * width);
      own.events[day] = [];
    }
    for (const event of events) (own.events[event.day] as LifeEvent[]).push(event);
  }
  run.known = to;
}

/** Codes of an arm on the evening of a day; those of the eve before day 0. */
export const codesOn = ({ cast, codes }: ArmRun, day: number): Uint8Array => codes[day] ?? cast.eve;

/** The line of a metric in an arm, or nothing where the run does not have it. */
export function lineOf({ metrics }: StageRun, { series }: ArmRun, name: string): Float64Array | undefined {
  return series[metrics.indexOf(name)];
}

/** Running totals of the days that are there. */
export function runningTotal(line: Float64Array, known: number): Float64Array {
  const totals = new Float64Array(known);
  let sum = 0;
  for (let day = 0; day < known; day++) {
    sum += line[day];
    totals[day] = sum;
  }
  return totals;
}

/** What a run leaves behind when the next one begins: the lines, to be drawn dotted. */
export interface Ghost {
  readonly metrics: readonly string[];
  readonly days: number;
  readonly arms: readonly { readonly name: string; readonly series: readonly Float64Array[] }[];
}

/** The ghost of a run; null while it has not come far enough to be worth comparing. */
export function ghostOf(run: StageRun | null, names: readonly string[]): Ghost | null {
  if (run === null || run.known < run.days) return null;
  const arms = run.arms.map(({ series, cast }) => ({ name: names[cast.arm] ?? '', series }));
  return { metrics: run.metrics, days: run.days, arms };
}
