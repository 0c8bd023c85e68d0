import { beforeAll, describe, expect, it } from 'vitest';
import { type AbcRequest, type AbcResult, abcSmc } from '../../../src/analysis/calibrate/abc-smc.ts';
import {
  effectiveSize,
  identified,
  posteriorDraws,
  posteriorQuantile,
} from '../../../src/analysis/calibrate/particles.ts';
import { normal, uniform } from '../../../src/analysis/calibrate/prior.ts';
import { rankHistogram, rankOf, signTest, uniformity } from '../../../src/analysis/calibrate/ranks.ts';
import { Stream, seedWords } from '../../../src/random/keys.ts';
import { normals } from '../sensitivity/functions.ts';

const last = ({ generations }: AbcResult) => generations[generations.length - 1].particles;
const width = (result: AbcResult, d = 0) =>
  posteriorQuantile(last(result), d, 0.95) - posteriorQuantile(last(result), d, 0.05);

/** The mean of 25 normal numbers of deviation 1 about theta, prior normal(0, 2): posterior normal, precision 25 + 1/4. */
const error = 0.2;
function normalMean(seed: string, observed: number, more: Partial<AbcRequest> = {}): AbcRequest {
  const luck = normals(`data of ${seed}`);
  return {
    priors: [normal(0, 2)],
    targets: [{ value: observed, error }],
    simulate: ([theta], index) => [theta + error * luck(index, 0)],
    seed,
    particles: 150,
    tolerance: 0.4,
    ...more,
  };
}

/** A hit count of 30 trials, prior uniform: posterior beta(count + 1, 31 - count). */
function binomial(seed: string, observed: number, more: Partial<AbcRequest> = {}): AbcRequest {
  const stream = new Stream(seedWords(seed), 0, 'trials');
  const hits = (theta: number, index: number) => {
    let count = 0;
    for (let trial = 0; trial < 30; trial++) if (stream.drawEvent(index, trial) < theta * 4294967296) count++;
    return count;
  };
  return {
    priors: [uniform(0, 1)],
    targets: [{ value: observed, error: 1 }],
    simulate: ([theta], index) => [hits(theta, index)],
    seed,
    particles: 150,
    tolerance: 0,
    ...more,
  };
}

describe('a posterior that is known', () => {
  // scipy.stats.beta(10, 22): .05, .5 and .95 at .1866, .3086, .4519. 600 particles: a standard error of .006 at the
  // ends; .02 is over 3 of them.
  it('is found for a share, exactly since counts can be met', async () => {
    const result = await abcSmc(binomial('exact', 9, { particles: 600 }));
    expect(result.ended).toBe('tolerance');
    for (const [p, exact] of [
      [0.05, 0.18662163557046532],
      [0.5, 0.3085507017513665],
      [0.95, 0.4519044172193684],
    ])
      expect(Math.abs(posteriorQuantile(last(result), 0, p) - exact)).toBeLessThan(0.02);
    expect(last(result).every(({ distance }) => distance === 0)).toBe(true);
  });

  // Precision 25.25, mean 25 x / 25.25; a tolerance of .2 errors hardly widens it.
  it('is found for a mean', async () => {
    const result = await abcSmc(normalMean('mean', 1.3, { particles: 500, tolerance: 0.2 }));
    const deviation = 1 / Math.sqrt(25.25);
    expect(posteriorQuantile(last(result), 0, 0.5)).toBeCloseTo((25 * 1.3) / 25.25, 1);
    expect(Math.abs(width(result) / (2 * 1.645 * deviation) - 1)).toBeLessThan(0.15);
    expect(effectiveSize(last(result))).toBeGreaterThan(250);
    expect(last(result).reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it('is narrower with a smaller tolerance', async () => {
    const widths: number[] = [];
    for (const tolerance of [8, 4, 2, 1])
      widths.push(width(await abcSmc(normalMean('narrow', 0.5, { tolerance, particles: 400 }))));
    for (let i = 1; i < widths.length; i++) expect(widths[i]).toBeLessThan(0.85 * widths[i - 1]);
  });
});

describe('100 studies with planted values', () => {
  const most = 99;
  const found: Record<string, { held: number; ranks: number[] }> = {};
  beforeAll(async () => {
    for (const [name, study] of [
      ['mean', normalMean],
      ['share', binomial],
    ] as const) {
      const own = { held: 0, ranks: [] as number[] };
      const luck = normals(`truths of ${name}`);
      for (let i = 0; i < 100; i++) {
        const seed = `${name} ${i}`;
        const { priors, simulate } = study(`planted ${seed}`, 0);
        const truth = priors[0].at(luck(i, 0));
        const [observed] = await simulate([truth], 0);
        const particles = last(await abcSmc(study(seed, observed)));
        const [low, high] = [0.05, 0.95].map((p) => posteriorQuantile(particles, 0, p));
        if (low <= truth && truth <= high) own.held++;
        const draws = posteriorDraws(particles, most, seed).map(([theta]) => theta);
        own.ranks.push(rankOf(truth, draws));
      }
      found[name] = own;
    }
  });

  // 90 % of 100 with standard error 3; a tolerance only widens.
  it.each(['mean', 'share'])('hold the planted %s in their 90 %% ranges in at least 80', (name) => {
    expect(found[name].held).toBeGreaterThanOrEqual(80);
  });

  it.each(['mean', 'share'])('rank the planted %s without bias, and evenly', (name) => {
    const { ranks } = found[name];
    expect(ranks).toHaveLength(100);
    expect(signTest(ranks, most)).toBeGreaterThan(0.01);
    expect(uniformity(ranks, most, 10)).toBeGreaterThan(0.001);
  });
});

describe('what the data do not say', () => {
  it('is named: a parameter without effect, and two of which only the sum counts', async () => {
    const luck = normals('sum');
    const result = await abcSmc({
      priors: [normal(0, 1), normal(0, 1), normal(0, 1), normal(0, 1)],
      targets: [
        { value: 0.6, error: 0.05 },
        { value: -0.4, error: 0.05 },
      ],
      simulate: ([a, b, , d], i) => [a + b + 0.05 * luck(i, 0), d + 0.05 * luck(i, 1)],
      seed: 'sum',
      particles: 300,
      tolerance: 1,
    });
    const { learned, tied } = identified(last(result));
    expect(learned[2]).toBeLessThan(0.2);
    expect(learned[3]).toBeGreaterThan(0.9);
    expect(tied).toHaveLength(1);
    expect(tied[0]).toMatchObject({ first: 1, second: 0 });
    expect(tied[0].correlation).toBeLessThan(-0.9);
  });
});

describe('the search', () => {
  it('does not depend on how many are simulated at a time, nor on when they are done', async () => {
    const one = await abcSmc(normalMean('batch', 0.7, { batch: 1 }));
    const many = await abcSmc(normalMean('batch', 0.7, { batch: 50 }));
    const { simulate } = normalMean('batch', 0.7);
    const late = await abcSmc(
      normalMean('batch', 0.7, {
        simulate: async (parameters, index) => {
          if (index % 7 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
          return simulate(parameters, index);
        },
      }),
    );
    expect(many).toEqual(one);
    expect(late).toEqual(one);
  });

  it('ends when simulations are used up, when hardly any are kept, and when it is told to', async () => {
    const few = await abcSmc(normalMean('few', 0.7, { simulations: 500 }));
    expect(few.ended).toBe('simulations');
    expect(few.simulations).toBe(500);
    expect(last(few)).toHaveLength(150);
    const never = await abcSmc(normalMean('never', 0.7, { tolerance: 1e-9 }));
    expect(never.ended).toBe('hardly any kept');
    const controller = new AbortController();
    const { simulate } = normalMean('stop', 0.7);
    const stopped = await abcSmc(
      normalMean('stop', 0.7, {
        signal: controller.signal,
        simulate: (parameters, index) => {
          if (index === 400) controller.abort();
          return simulate(parameters, index);
        },
      }),
    );
    expect(stopped.ended).toBe('aborted');
    expect(last(stopped)).toHaveLength(150);
  });

  it('closes in on targets without errors, and leaves out what has no number', async () => {
    const { simulate } = normalMean('holes', 0.7);
    const result = await abcSmc(
      normalMean('holes', 0.7, {
        targets: [{ value: 0.7, error: null }],
        tolerance: 0.1,
        simulate: async (parameters, index) =>
          parameters[0] < 0 ? [Number.NaN] : simulate(parameters, index),
      }),
    );
    expect(result.ended).toBe('tolerance');
    for (const { parameters } of last(result)) expect(parameters[0]).toBeGreaterThan(0);
  });
});

describe('ranks', () => {
  // scipy.stats.binomtest(30, 100) and (3, 10); chisquare([12, 8, 15, 5]).
  it('are tested as scipy does', () => {
    const ranks = (below: number, n: number) => Array.from({ length: n }, (_, i) => (i < below ? 0 : 9));
    expect(signTest(ranks(30, 100), 9)).toBeCloseTo(7.85013964559367e-5, 12);
    expect(signTest(ranks(3, 10), 9)).toBeCloseTo(0.34375, 12);
    const binned = [12, 8, 15, 5].flatMap((count, bin) => new Array<number>(count).fill(bin));
    expect(rankHistogram(binned, 3, 4)).toEqual([12, 8, 15, 5]);
    expect(uniformity(binned, 3, 4)).toBeCloseTo(0.1217566197112538, 12);
    expect(() => rankHistogram([1], 9, 3)).toThrow('10 ranks do not fall into 3 equal bins');
  });

  it('count draws below the truth, and half of those that equal it', () => {
    expect(rankOf(2, [1, 2, 2, 3])).toBe(2);
    expect(rankOf(0, [1, 2])).toBe(0);
    expect(rankOf(9, [1, 2])).toBe(2);
  });

  // A fit by likelihood, of the mean of 25: exact draws; then too narrow by a half, and off by half a deviation.
  it('are even for the exact fit, and tell one that is too narrow or biased', () => {
    const luck = normals('exact ranks');
    const ranks = (narrow: number, off: number) =>
      Array.from({ length: 500 }, (_, study) => {
        const truth = 2 * luck(study, 0);
        const observed = truth + error * luck(study, 1);
        const deviation = 1 / Math.sqrt(25.25);
        const draws = Array.from(
          { length: 99 },
          (__, i) => (25 * observed) / 25.25 + deviation * (off + narrow * luck(study, 2 + i)),
        );
        return rankOf(truth, draws);
      });
    expect(uniformity(ranks(1, 0), 99, 20)).toBeGreaterThan(0.01);
    expect(signTest(ranks(1, 0), 99)).toBeGreaterThan(0.01);
    expect(uniformity(ranks(0.5, 0), 99, 20)).toBeLessThan(1e-6);
    expect(signTest(ranks(1, 0.5), 99)).toBeLessThan(1e-6);
  });
});
