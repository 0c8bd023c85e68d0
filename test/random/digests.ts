/** A digest of the bits that every function of src/random gives for many fixed inputs. */

/** FNV-1a over the 32-bit words of the values, as eight hexadecimal digits; every NaN counts as the same. */
export function digest(values: ArrayLike<number>): string {
  const view = new DataView(new ArrayBuffer(8));
  let hash = 0x811c9dc5;
  for (let i = 0; i < values.length; i++) {
    view.setFloat64(0, Number.isNaN(values[i]) ? Number.NaN : values[i]);
    const nan = Number.isNaN(values[i]);
    hash = Math.imul(hash ^ (nan ? 0x7ff80000 : view.getUint32(0)), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15) ^ (nan ? 0 : view.getUint32(4)), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Loads the modules anew if they were reset, and digests each function by name. */
export async function digests(): Promise<Record<string, string>> {
  const { seedWords, Stream } = await import('../../src/random/keys.ts');
  const { draw, drawEvent, drawPair, threshold, toUniform } = await import('../../src/random/draw.ts');
  const math = await import('../../src/random/math.ts');
  const rates = await import('../../src/random/rates.ts');
  const special = await import('../../src/random/special.ts');
  const of = await import('../../src/random/distributions.ts');

  const stream = new Stream(seedWords('digests'), 12, 'inputs');
  const { a, b } = stream.on(-1);
  const COUNT = 4096;
  const u = Float64Array.from({ length: COUNT }, (_, p) => stream.uniform(p));
  const v = Float64Array.from({ length: COUNT }, (_, p) => toUniform(stream.drawEvent(p, 1)));
  const each = (f: (u: number, v: number, p: number) => number) => digest(u.map((_, p) => f(u[p], v[p], p)));
  /** From 0.01 to 10,000. */
  const wide = (x: number) => math.exp(13.8 * x - 4.6);

  return {
    draw: each((_, __, p) => draw(a, b, p)),
    drawEvent: each((_, __, p) => drawEvent(a, b, p, p >> 3)),
    drawPair: each((_, __, p) => drawPair(a, b, p, p >> 3)),
    uniform: each((x) => x),
    threshold: each((x) => threshold(x)),
    exp: each((x) => math.exp(1500 * x - 750)),
    log: each((x, y) => math.log(math.exp(1400 * x - 740) * y)),
    expm1: each((x) => math.expm1(80 * x - 40)),
    log1p: each((x) => math.log1p(4 * x - 1)),
    logistic: each((x) => math.logistic(80 * x - 40)),
    logit: each((x) => math.logit(x)),
    pow: each((x, y) => math.pow(wide(x), 20 * y - 10)),
    chanceFromRate: each((x, y) => rates.chanceFromRate(x, 9 * y)),
    rateFromChance: each((x, y) => rates.rateFromChance(x, 9 * y)),
    chanceFromLogit: each((x) => rates.chanceFromLogit(68 * x - 34)),
    logGamma: each((x) => special.logGamma(wide(x))),
    normal: each((x) => of.normalQuantile(x)),
    lognormal: each((x, y) => of.lognormalQuantile(x, y, 2)),
    exponential: each((x, y) => of.exponentialQuantile(x, y)),
    gamma: each((x, y) => of.gammaQuantile(x, wide(y), 2)),
    beta: each((x, y, p) => of.betaQuantile(x, wide(y), wide(u[COUNT - 1 - p]))),
    categorical: each((x, y) => of.categoricalQuantile(x, [y, 0, 1, y])),
    poisson: each((x, y) => of.poissonQuantile(x, wide(y))),
    negativeBinomial: each((x, y, p) => of.negativeBinomialQuantile(x, wide(y), wide(u[COUNT - 1 - p]))),
    binomial: each((x, y, p) => of.binomialQuantile(x, p, y)),
    geometric: each((x, y) => of.geometricQuantile(x, wide(y))),
  };
}
