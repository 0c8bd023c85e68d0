/**
 * A battery of statistical tests for keyed draws. Each measure is a standard score: about normal for perfect draws.
 * Seeds are fixed, so a result never changes by luck; the limit of 5.5 leaves a perfect source one chance in
 * 26 million of being refused by one measure, and the few thousand measures taken one in several thousand.
 */

/** The draws of one stream in one world: a whole number in [0, 2^32) by day and person. */
export type Deal = (world: number, stream: string) => (day: number, person: number) => number;

export const LIMIT = 5.5;

/** Draws of a block of days and persons, with one of the four indices varying fastest. */
export const orders: Record<string, (deal: Deal, count: number) => Uint32Array> = {
  person: (deal, count) => {
    const dealt = deal(3, 'order');
    return Uint32Array.from({ length: count }, (_, i) => dealt(i >>> 10, i & 1023));
  },
  day: (deal, count) => {
    const dealt = deal(3, 'order');
    return Uint32Array.from({ length: count }, (_, i) => dealt(i & 1023, i >>> 10));
  },
  stream: (deal, count) => {
    const dealt = Array.from({ length: 256 }, (_, i) => deal(3, `stream ${i}`));
    return Uint32Array.from({ length: count }, (_, i) => dealt[i & 255](7, i >>> 8));
  },
  world: (deal, count) => {
    const dealt = Array.from({ length: 256 }, (_, i) => deal(i, 'order'));
    return Uint32Array.from({ length: count }, (_, i) => dealt[i & 255](7, i >>> 8));
  },
};

/** Each of 32 bits is set half of the time. */
export function bitScores(draws: Uint32Array): number[] {
  return Array.from({ length: 32 }, (_, bit) => {
    let ones = 0;
    for (const draw of draws) ones += (draw >>> bit) & 1;
    return (2 * ones - draws.length) / Math.sqrt(draws.length);
  });
}

/** Each of the four bytes takes its 256 values equally often: chi-square with 255 degrees of freedom. */
export function byteScores(draws: Uint32Array): number[] {
  return [0, 8, 16, 24].map((shift) => {
    const counts = new Float64Array(256);
    for (const draw of draws) counts[(draw >>> shift) & 255]++;
    return chiSquareScore(counts, draws.length / 256);
  });
}

export function chiSquareScore(counts: Float64Array, expected: number): number {
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return (chiSquare - (counts.length - 1)) / Math.sqrt(2 * (counts.length - 1));
}

/** Correlation of each draw with the one `lag` later, as numbers. */
export function serialScore(draws: Uint32Array, lag: number): number {
  let sum = 0;
  const n = draws.length - lag;
  for (let i = 0; i < n; i++) sum += (draws[i] / 2 ** 32 - 0.5) * (draws[i + lag] / 2 ** 32 - 0.5);
  return (12 * sum) / Math.sqrt(n);
}

/** Every bit of a draw against every bit of the next one: 1024 scores of agreement. */
export function bitPairScores(draws: Uint32Array): number[] {
  const agree = new Float64Array(1024);
  for (let i = 1; i < draws.length; i++) {
    for (let bit = 0; bit < 32; bit++) {
      // Bits of the later draw that equal bit number `bit` of the earlier one.
      const same = (draws[i - 1] >>> bit) & 1 ? draws[i] : ~draws[i];
      for (let other = 0; other < 32; other++) agree[bit * 32 + other] += (same >>> other) & 1;
    }
  }
  const n = draws.length - 1;
  return Array.from(agree, (count) => (2 * count - n) / Math.sqrt(n));
}

/** Draws that occur more than once, against the n^2 / 2^33 of perfect ones. */
export function repeatScore(draws: Uint32Array): number {
  const sorted = draws.slice().sort();
  let repeats = 0;
  for (let i = 1; i < sorted.length; i++) if (sorted[i] === sorted[i - 1]) repeats++;
  const expected = draws.length ** 2 / 2 ** 33;
  return (repeats - expected) / Math.sqrt(expected + 1);
}

/**
 * Days that deal to 65,536 people exactly what another day deals to the same people in another order. Two days of a
 * perfect source agree in the sum of all their draws once in 2^32; a single key word that differs only below 2^16 makes
 * them agree always.
 */
export function sharedDays(deal: Deal, days: number): number {
  const dealt = deal(3, 'order');
  const sums = new Uint32Array(days);
  for (let day = 0; day < days; day++) {
    let sum = 0;
    for (let person = 0; person < 65536; person++) sum = (sum + dealt(day, person)) | 0;
    sums[day] = sum;
  }
  return days - new Set(sums).size;
}

/**
 * How often flipping one bit of an input flips each bit of the draw: 32 scores around one half, and the score of their
 * sum of squares (chi-square, 32 degrees of freedom). `pair(i)` gives the draw before and after, for the i-th input.
 */
export function avalancheScores(pair: (i: number) => readonly [number, number], count: number): number[] {
  const flips = new Float64Array(32);
  for (let i = 0; i < count; i++) {
    const [before, after] = pair(i);
    const changed = before ^ after;
    for (let bit = 0; bit < 32; bit++) flips[bit] += (changed >>> bit) & 1;
  }
  const scores = Array.from(flips, (flipped) => (2 * flipped - count) / Math.sqrt(count));
  const squares = scores.reduce((sum, score) => sum + score * score, 0);
  return [...scores, (squares - 32) / 8];
}

/** Names of the measures in which these draws are beyond the limit, each with its worst score. */
export function battery(deal: Deal): string[] {
  const found: string[] = [];
  const judge = (name: string, scores: number[]) => {
    const worst = scores.reduce((most, score) => Math.max(most, Math.abs(score)), 0);
    if (!(worst < LIMIT)) found.push(`${name} ${worst.toFixed(1)}`);
  };
  for (const [order, take] of Object.entries(orders)) {
    const draws = take(deal, 1 << 18);
    judge(`${order}: bits`, bitScores(draws));
    judge(`${order}: bytes`, byteScores(draws));
    judge(
      `${order}: serial`,
      [1, 2, 3, 4, 256, 1024].map((lag) => serialScore(draws, lag)),
    );
    judge(`${order}: bit pairs`, bitPairScores(draws.subarray(0, 1 << 15)));
    judge(`${order}: repeats`, [repeatScore(draws)]);
  }
  const shared = sharedDays(deal, 1000);
  if (shared > 0) found.push(`shared days ${shared}`);
  return found;
}
