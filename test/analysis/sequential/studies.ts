/** Synthetic studies: differences of twins whose true mean is known, and what running until decided makes of them. */

import { FIRST_LOOK } from '../../../src/analysis/sequential/always.ts';
import { look, nextLook } from '../../../src/analysis/sequential/rule.ts';
import { Stream, seedWords } from '../../../src/random/keys.ts';
import { normalQuantile } from '../../../src/random/normal.ts';

type Uniform = (event: number) => number;

/** Differences of mean 0 and variance 1. */
export const kinds = {
  normal: (u: Uniform) => normalQuantile(u(0)),
  /** Exponential: skewness 2. */
  skewed: (u: Uniform) => -Math.log(u(0)) - 1,
  /** Lognormal of sigma 1: skewness 6.2. */
  'very skewed': (u: Uniform) =>
    (Math.exp(normalQuantile(u(0))) - Math.exp(0.5)) / Math.sqrt((Math.E - 1) * Math.E),
  /** Student's t of three degrees of freedom: no third moment. Chi-square of three: a squared normal and twice an exponential. */
  'heavy-tailed': (u: Uniform) =>
    normalQuantile(u(0)) / Math.sqrt(normalQuantile(u(1)) ** 2 - 2 * Math.log(u(2))),
  /** One twin in ten differs. */
  rare: (u: Uniform) => ((u(0) < 0.1 ? 1 : 0) - 0.1) / 0.3,
} as const satisfies Record<string, (u: Uniform) => number>;

export type Kind = keyof typeof kinds;

export interface Tally {
  /** Share of studies that decide what is not so. */
  readonly wrong: number;
  /** Share that decide before the most twins are used up. */
  readonly decided: number;
  readonly meanTwins: number;
}

export interface Question {
  readonly kind: Kind;
  /** In standard deviations of a twin's difference. */
  readonly mean: number;
  readonly matters: number;
  readonly studies: number;
  readonly most: number;
}

export function tally({ kind, mean, matters, studies, most }: Question): Tally {
  let [wrong, decided, twins] = [0, 0, 0];
  for (let study = 0; study < studies; study++) {
    const found = play(kind, mean, matters, most, study);
    twins += found.twins / studies;
    if (found.decided === null) continue;
    decided += 1 / studies;
    const right =
      found.decided === 'more'
        ? mean > matters
        : found.decided === 'less'
          ? mean < -matters
          : Math.abs(mean) <= matters;
    if (!right) wrong += 1 / studies;
  }
  return { wrong, decided, meanTwins: twins };
}

function play(kind: Kind, mean: number, matters: number, most: number, study: number) {
  const stream = new Stream(seedWords(`studies of ${kind}`), study, 'differences');
  const differences: number[] = [];
  let lookAt = FIRST_LOOK;
  for (let twin = 0; twin < most; twin++) {
    const uniform = (event: number) => (stream.drawEvent(twin, event) + 0.5) / 4294967296;
    differences.push(mean + kinds[kind](uniform));
    if (differences.length < lookAt) continue;
    lookAt = nextLook(differences.length);
    const decided = look(differences, matters, 0.05)?.decided ?? null;
    if (decided !== null) return { decided, twins: differences.length };
  }
  return { decided: null, twins: most };
}
