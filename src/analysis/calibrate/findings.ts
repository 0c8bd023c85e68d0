/**
 * What a calibration found: each input before and after, each target against what the posterior foretells, and what the data
 * do not settle.
 *
 *   learned      1 - variance of the posterior in z, where the prior has 1
 *   foretold     5th, 50th and 95th percentile of the target over the posterior's worlds, each with an error of measuring
 *                added where the target has one that is not of counting
 *   off          (value - median) / scale: how many errors
 *   covered      whether the value is in the 90 % range
 *
 * Warnings
 *   unlearned    learned below .2 (particles.ts): the data say hardly anything of the input
 *   tied         two inputs with a correlation beyond .9: only together are they known
 *   atEnd        the posterior's median is beyond the prior's 5th or 95th percentile
 *   unreached    no draw of the prior came as near as 3 errors to the target
 *   tolerance    the tolerance that was asked for was not reached; nor sqrt 2, where all errors are of counting: two worlds of the very
 *                truth are that far apart by their luck
 */
import { Stream, seedWords } from '../../random/keys.ts';
import { normalQuantile } from '../../random/normal.ts';
import type { Fit } from './fit-question.ts';
import { effectiveSize, identified, LITTLE, type Particle, posteriorQuantile } from './particles.ts';
import type { CalibrationInput, Question } from './question.ts';
import type { CalibrationTarget } from './targets.ts';

export interface Ends {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export interface FoundInput extends CalibrationInput {
  readonly before: Ends;
  readonly after: Ends;
  readonly learned: number;
}

export interface FoundTarget extends CalibrationTarget {
  readonly foretold: Ends;
  readonly off: number;
  readonly covered: boolean;
}

export type Warning =
  | { readonly kind: 'unlearned'; readonly path: string; readonly learned: number }
  | { readonly kind: 'tied'; readonly path: string; readonly other: string; readonly correlation: number }
  | { readonly kind: 'atEnd'; readonly path: string; readonly end: 'low' | 'high' }
  | { readonly kind: 'unreached'; readonly metric: string; readonly day: number }
  | { readonly kind: 'tolerance'; readonly asked: number; readonly reached: number };

export interface Findings {
  readonly inputs: readonly FoundInput[];
  /** In the order of the question: fitted ones first. */
  readonly targets: readonly FoundTarget[];
  /** How many of the targets held out are in their 90 % range; null where none is held out. */
  readonly heldOut: { readonly count: number; readonly covered: number } | null;
  /** How many particles of equal weight say as much. */
  readonly effective: number;
  readonly warnings: readonly Warning[];
}

/** 95th percentile of the standard normal. */
const Z95 = normalQuantile(0.95);
/** Errors that a target may be from the nearest prior draw. */
const FAR = 3;

export function findingsOf(question: Question, fit: Fit, tolerance: number, seed: string): Findings {
  const isPosterior = fit.method === 'abc';
  const { learned, tied } = isPosterior
    ? identified(fit.posterior)
    : { learned: question.inputs.map(() => 1), tied: [] };
  const inputs = question.inputs.map((input, d): FoundInput => {
    const { at } = input.prior;
    const end = (p: number) => posteriorQuantile(fit.posterior, d, p);
    return {
      ...input,
      before: { median: at(0), low: at(-Z95), high: at(Z95) },
      after: { median: end(0.5), low: end(0.05), high: end(0.95) },
      learned: learned[d],
    };
  });
  const targets = question.targets.map((target, s) => foundTarget(target, s, fit, seed));
  const out = targets.slice(question.fitted);
  return {
    inputs,
    targets,
    heldOut:
      out.length === 0 ? null : { count: out.length, covered: out.filter(({ covered }) => covered).length },
    effective: effectiveSize(fit.posterior),
    warnings: [
      ...(isPosterior ? inputs.flatMap(unlearned) : []),
      ...tied.map(({ first, second, correlation }) => ({
        kind: 'tied' as const,
        path: question.inputs[second].path,
        other: question.inputs[first].path,
        correlation,
      })),
      ...inputs.flatMap(atEnd),
      ...question.targets.slice(0, question.fitted).flatMap((target, s) => unreached(target, s, fit)),
      ...(isPosterior && fit.tolerance > Math.max(tolerance, byLuck(question))
        ? [{ kind: 'tolerance' as const, asked: tolerance, reached: fit.tolerance }]
        : []),
    ],
  };
}

/** How far apart luck keeps worlds, where errors tell its size. [errors] */
const byLuck = ({ targets, fitted }: Question): number =>
  targets.slice(0, fitted).every(({ counted, error }) => counted && error !== null) ? Math.SQRT2 : 0;

function foundTarget(
  target: CalibrationTarget,
  s: number,
  { posterior, scales }: Fit,
  seed: string,
): FoundTarget {
  const error = target.counted ? 0 : (target.error ?? 0);
  const stream = new Stream(seedWords(seed), s, 'errors of measuring');
  const worlds = posterior.flatMap((particle, i) => {
    const value = particle.summaries[s];
    const noise = error === 0 ? 0 : error * normalQuantile((stream.drawEvent(0, i) + 0.5) / 4294967296);
    return Number.isFinite(value) ? [{ ...particle, parameters: [value + noise] }] : [];
  });
  const foretold = worlds.length === 0 ? nothing : endsOf(worlds);
  const scale = scales[s] ?? target.error ?? Math.max((foretold.high - foretold.low) / (2 * Z95), 1e-12);
  return {
    ...target,
    foretold,
    off: (target.value - foretold.median) / scale,
    covered: target.value >= foretold.low && target.value <= foretold.high,
  };
}

const nothing: Ends = { median: Number.NaN, low: Number.NaN, high: Number.NaN };

/** Quantiles of what stands in the place of the first parameter. */
function endsOf(particles: readonly Particle[]): Ends {
  const total = particles.reduce((sum, { weight }) => sum + weight, 0);
  const even = particles.map((particle) => ({ ...particle, weight: particle.weight / total }));
  const end = (p: number) => posteriorQuantile(even, 0, p);
  return { median: end(0.5), low: end(0.05), high: end(0.95) };
}

const unlearned = ({ path, learned }: FoundInput): Warning[] =>
  learned < LITTLE ? [{ kind: 'unlearned', path, learned }] : [];

function atEnd({ path, before, after }: FoundInput): Warning[] {
  if (after.median <= before.low) return [{ kind: 'atEnd', path, end: 'low' }];
  return after.median >= before.high ? [{ kind: 'atEnd', path, end: 'high' }] : [];
}

function unreached({ metric, day, value }: CalibrationTarget, s: number, { prior, scales }: Fit): Warning[] {
  const values = prior.map(({ summaries }) => summaries[s]).filter(Number.isFinite);
  const isBetween = values.some((x) => x <= value) && values.some((x) => x >= value);
  const isNear = values.some((x) => Math.abs(x - value) <= FAR * scales[s]);
  return isBetween || isNear ? [] : [{ kind: 'unreached', metric: metric.name, day }];
}
