/**
 * PAWN: how far the whole distribution of outcomes moves when one input is known, not only its mean or variance.
 *
 *   the points in `slices` parts of equal number by the input;  KS = largest distance between the distribution function of
 *   a part and that of all
 *   noise  mean KS of an input that does nothing, whose points are dealt to the parts by chance
 *   median, largest    of KS over the parts, as sqrt(KS^2 - noise^2), or 0 where there is no more than noise    [0, 1]
 *   floor  95th percentile of the median of an input that does nothing
 *
 * KS of few points is too large; that its squares add to those of noise is no theorem but takes most of it away (measured
 * on two inputs of 300 points: .23 is seen as .24, not .28, and .10 as .11, not .18). The bootstrap inflates KS once more,
 * so its draws are moved by as much as they are larger than the value on average.
 *
 * Outcomes are those of single worlds, so that luck is part of what is distributed and pulls all indices toward 0; it makes
 * none seem larger. For any design that fills the cube. Pianosi and Wagener 2015, doi:10.1016/j.envsoft.2015.01.004; 2018,
 * doi:10.1016/j.envsoft.2018.07.019 (given points, and the input that does nothing).
 */
import { Stream, seedWords } from '../../random/keys.ts';
import { quantile, sorted } from '../quantiles.ts';
import { meanOf, type Outcomes } from './luck.ts';
import { type Index, type Limits, rangeOf, resampled, within } from './ranges.ts';
import { rising } from './ranks.ts';
import { type Asked, refusalOfAll, TIMES, type Variances, variances } from './variance.ts';

export interface PawnIndices {
  readonly points: number;
  readonly worlds: number;
  readonly variance: Variances;
  /** By input. */
  readonly median: readonly Index[];
  readonly largest: readonly Index[];
  /** Medians up to this are what an input without effect shows. */
  readonly floor: number;
}

export const pawnLimits: Limits = { width: 0.3, fewest: 100 };
const SLICES = 10;
const DEALS = 200;

export function pawn(
  asked: Asked,
  points: readonly (readonly number[])[],
  limits = pawnLimits,
  slices = SLICES,
): PawnIndices {
  const { outcomes, seed, times = TIMES } = asked;
  const n = points.length;
  const variance = variances(asked);
  const none = refusalOfAll(asked, { count: n, fewest: limits.fewest, unit: 'points' }, variance);
  const of = rawPawn(outcomes, points, slices);
  const one = new Float64Array(n).fill(1);
  const dealt = dealtPawn(asked, n, slices);
  const noise = [0, 1].map((kind) => meanOf(dealt.map((deal) => deal[kind])));
  const values = of(one);
  const draws = resampled(n, times, seed, of);
  const given = values.map((value, s) => {
    const off = meanOf(draws[s]) - value;
    const clean = (ks: number) => withoutNoise(ks, noise[s % 2]);
    const moved = draws[s].map((draw) => clean(draw - off));
    return none ?? within(rangeOf(clean(value), moved), limits.width);
  });
  return {
    points: n,
    worlds: outcomes[0].length,
    variance,
    median: given.filter((_, s) => s % 2 === 0),
    largest: given.filter((_, s) => s % 2 === 1),
    floor: quantile(sorted(dealt.map(([median]) => withoutNoise(median, noise[0]))), 0.95),
  };
}

const withoutNoise = (ks: number, noise: number): number => Math.sqrt(Math.max(0, ks * ks - noise * noise));

/** Median and largest KS as they are, by input, for points that count several times. */
export function rawPawn(outcomes: Outcomes, points: readonly (readonly number[])[], slices: number) {
  const pool = poolOf(outcomes);
  const parts = points[0].map((_, j) =>
    partsOf(
      points.map((point) => point[j]),
      slices,
    ),
  );
  return (counts: Float64Array): number[] => parts.flatMap((part) => distances(pool, part, slices, counts));
}

/** Median and largest KS of an input that does nothing, dealt many times. */
function dealtPawn({ outcomes, seed }: Asked, n: number, slices: number): (readonly [number, number])[] {
  const pool = poolOf(outcomes);
  const one = new Float64Array(n).fill(1);
  const luck = new Stream(seedWords(seed), 0, 'pawn floor');
  return Array.from({ length: DEALS }, (_, deal) => {
    luck.on(deal);
    const part = partsOf(
      Array.from({ length: n }, (__, p) => luck.draw(p)),
      slices,
    );
    return distances(pool, part, slices, one);
  });
}

/** Outcomes of all worlds in rising order, and the point of each. */
interface Pool {
  readonly values: Float64Array;
  readonly points: Uint32Array;
  readonly worlds: number;
}

function poolOf(outcomes: Outcomes): Pool {
  const worlds = outcomes[0].length;
  const flat = Float64Array.from(
    { length: outcomes.length * worlds },
    (_, i) => outcomes[Math.floor(i / worlds)][i % worlds],
  );
  const order = rising(flat);
  return {
    values: Float64Array.from(order, (i) => flat[i]),
    points: order.map((i) => Math.floor(i / worlds)),
    worlds,
  };
}

/** The part of each point: parts of equal number by the size of its coordinate. */
function partsOf(values: readonly number[], slices: number): Uint32Array {
  const part = new Uint32Array(values.length);
  rising(values).forEach((p, place) => {
    part[p] = Math.floor((place * slices) / values.length);
  });
  return part;
}

/** Median and largest KS over the parts. */
function distances(
  { values, points, worlds }: Pool,
  part: Uint32Array,
  slices: number,
  counts: Float64Array,
): [number, number] {
  const size = new Float64Array(slices);
  part.forEach((s, p) => {
    size[s] += counts[p] * worlds;
  });
  const all = size.reduce((sum, own) => sum + own, 0);
  const below = new Float64Array(slices);
  const most = new Float64Array(slices);
  let seen = 0;
  const look = (s: number) => {
    if (size[s] > 0) most[s] = Math.max(most[s], Math.abs(below[s] / size[s] - seen / all));
  };
  for (let from = 0, to = 0; from < values.length; from = to) {
    for (to = from; to < values.length && values[to] === values[from]; to++) look(part[points[to]]);
    for (let i = from; i < to; i++) {
      below[part[points[i]]] += counts[points[i]];
      seen += counts[points[i]];
    }
    for (let i = from; i < to; i++) look(part[points[i]]);
  }
  return [quantile(sorted(most), 0.5), Math.max(...most)];
}
