/**
 * The guided tour: five questions about the scenario on the stage, each to be predicted before it is shown. They fit any
 * scenario with two arms or more; answers are read off the run itself. No page needed.
 */
import { findMetric } from '../../../src/metrics/definitions.ts';
import { Dot } from './dot-states.ts';
import { courseOf, courseOfLine } from './figures.ts';
import { codesOn, type StageRun } from './stage-run.ts';

export const stops = ['early', 'late', 'members', 'gone', 'luck'] as const;
export type Stop = (typeof stops)[number];

/** Bounds between the options of `gone`: shares of the first members. */
export const goneBounds = [0.1, 0.25, 0.5] as const;

/** A month, or all days where there are fewer. */
const EARLY = 30;

/** The day on which a stop is answered. */
export const dayOf = (stop: Stop, days: number): number => (stop === 'early' ? Math.min(EARLY, days) : days);

/** What a stop comes to: the place of the right option, and the numbers that say so; null while it cannot be told. */
export type Answer =
  | { readonly is: 'leader'; readonly right: number; readonly values: readonly number[] }
  | { readonly is: 'gone'; readonly right: number; readonly share: number }
  | { readonly is: 'luck'; readonly right: number; readonly same: number; readonly worlds: number }
  | null;

/** The answer of a stop in a run whose days are all there. */
export function answerOf(stop: Stop, run: StageRun, judged: string): Answer {
  if (run.known < run.days) return null;
  if (stop === 'gone') return goneOf(run);
  if (stop === 'luck') return luckOf(run, judged);
  const name = stop === 'members' ? 'members' : judged;
  const at = dayOf(stop, run.days) - 1;
  const values = run.arms.map((arm) => courseOf(run, arm, name)[at]);
  return { is: 'leader', right: leaderOf(values, name), values };
}

/** The place of the best value; the first of equals. */
function leaderOf(values: readonly number[], name: string): number {
  const sign = findMetric(name)?.better === 'less' ? -1 : 1;
  return values.reduce((best, value, i) => (sign * value > sign * values[best] ? i : best), 0);
}

const isMember = (code: number): boolean => code === Dot.here || code === Dot.member;

/** The part of the baseline's first members who are no members at the end. */
function goneOf(run: StageRun): Answer {
  const [arm] = run.arms;
  const last = codesOn(arm, run.days - 1);
  let first = 0;
  let gone = 0;
  for (let i = 0; i < last.length; i++) {
    if (!isMember(arm.cast.eve[i])) continue;
    first++;
    if (!isMember(last[i])) gone++;
  }
  if (first === 0) return null;
  const share = gone / first;
  return { is: 'gone', right: goneBounds.filter((bound) => share >= bound).length, share };
}

/** In how many of the other worlds the arm leads that leads in this one: all, most, half or fewer. */
function luckOf(run: StageRun, judged: string): Answer {
  const worlds = Math.min(...run.arms.map(({ others }) => others.length));
  const place = run.metrics.indexOf(judged);
  if (worlds === 0 || place < 0) return null;
  const last = (line: Float64Array): number => courseOfLine(line, judged)[run.days - 1];
  const here = leaderOf(
    run.arms.map(({ series }) => last(series[place])),
    judged,
  );
  let same = 0;
  for (let world = 0; world < worlds; world++) {
    const values = run.arms.map(({ others }) => last(others[world][place]));
    if (leaderOf(values, judged) === here) same++;
  }
  return { is: 'luck', right: same === worlds ? 0 : same * 2 > worlds ? 1 : 2, same, worlds };
}
