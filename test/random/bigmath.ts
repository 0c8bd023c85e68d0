/**
 * Exact reference arithmetic on BigInt in fixed point: a value v is stored as the integer v x 2^BITS.
 * Written without any floating-point function, so that it can judge one.
 */
export const BITS = 256n;
const ONE = 1n << BITS;

/** num / den, rounded down to a multiple of 2^-BITS. */
export function ratio(num: bigint, den: bigint): bigint {
  return (num << BITS) / den;
}

/** The double x without any loss, for |x| >= 2^-200 or so (smaller ones lose what lies below 2^-BITS). */
export function fromDouble(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const exponent = (bits >> 52n) & 0x7ffn;
  const fraction = bits & 0xfffffffffffffn;
  const whole = exponent === 0n ? fraction : fraction | 0x10000000000000n;
  const shift = (exponent === 0n ? 1n : exponent) - 1075n + BITS;
  const size = shift >= 0n ? whole << shift : whole >> -shift;
  return bits >> 63n ? -size : size;
}

/** x times 2^power by exact steps. */
export function scale(x: number, power: number): number {
  let y = x;
  let k = power;
  for (; k > 1000; k -= 1000) y *= 2 ** 1000;
  for (; k < -1000; k += 1000) y *= 2 ** -1000;
  return y * 2 ** k;
}

function bitLength(v: bigint): number {
  return v.toString(16).length * 4 - Math.clz32(Number.parseInt(v.toString(16)[0] as string, 16)) + 28;
}

/** The double nearest to v (ties to even), for values that are normal doubles. */
export function toDouble(v: bigint): number {
  if (v < 0n) return -toDouble(-v);
  if (v === 0n) return 0;
  const drop = bitLength(v) - 53;
  if (drop <= 0) return scale(Number(v), -Number(BITS));
  const d = BigInt(drop);
  let kept = v >> d;
  const rest = v - (kept << d);
  const half = 1n << (d - 1n);
  if (rest > half || (rest === half && kept & 1n)) kept += 1n;
  return scale(Number(kept), drop - Number(BITS));
}

/** v rounded to the nearest multiple of 2^-places, as a double. */
export function toPlaces(v: bigint, places: number): number {
  const drop = BITS - BigInt(places);
  return scale(Number((v + (1n << (drop - 1n))) >> drop), -places);
}

/** 2 atanh(num / den) = 2 (z + z^3/3 + z^5/5 + ...) = ln((den + num) / (den - num)). */
function twiceAtanh(num: bigint, den: bigint): bigint {
  const z = ratio(num, den);
  const zz = (z * z) >> BITS;
  let power = z;
  let sum = 0n;
  for (let n = 1n; power !== 0n && power !== -1n; n += 2n) {
    sum += power / n;
    power = (power * zz) >> BITS;
  }
  return 2n * sum;
}

export const LN2: bigint = twiceAtanh(1n, 3n);

/** Natural logarithm of num / den. */
export function lnRatio(num: bigint, den: bigint): bigint {
  let k = 0n;
  let n = num;
  let d = den;
  const lead = BigInt(bitLength(n) - bitLength(d));
  if (lead > 0n) d <<= lead;
  else n <<= -lead;
  k += lead;
  if (3n * n > 4n * d) {
    d <<= 1n;
    k += 1n;
  }
  return twiceAtanh(n - d, n + d) + k * LN2;
}

/** Natural logarithm of a value in fixed point. */
export function ln(v: bigint): bigint {
  return lnRatio(v, ONE);
}

/** exp of a value in fixed point as mantissa in [1, 2) (fixed point) and a power of two. */
export function expParts(v: bigint): { mantissa: bigint; power: number } {
  let k = v / LN2;
  let r = v - k * LN2;
  if (r < 0n) {
    r += LN2;
    k -= 1n;
  }
  let term = ONE;
  let sum = ONE;
  for (let n = 1n; term !== 0n; n++) {
    term = ((term * r) >> BITS) / n;
    sum += term;
  }
  return { mantissa: sum, power: Number(k) };
}

/** exp of a value in fixed point, in fixed point: for results well above 2^-BITS. */
export function expFixed(v: bigint): bigint {
  const { mantissa, power } = expParts(v);
  return power >= 0 ? mantissa << BigInt(power) : mantissa >> BigInt(-power);
}

/** The double x > 0 as whole x 2^power. */
export function parts(x: number): { whole: bigint; power: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0) & 0x7fffffffffffffffn;
  const exponent = Number(bits >> 52n);
  const fraction = bits & 0xfffffffffffffn;
  return exponent === 0
    ? { whole: fraction, power: -1074 }
    : { whole: fraction | 0x10000000000000n, power: exponent - 1075 };
}

/** How far `got` lies from mantissa x 2^power (mantissa in fixed point), in units of the last place of `got`. */
export function ulpsOff(got: number, mantissa: bigint, power = 0): number {
  if (got < 0) return ulpsOff(-got, -mantissa, power);
  const p = parts(got);
  const shift = power - p.power - Number(BITS) + 64;
  const exact = shift >= 0 ? mantissa << BigInt(shift) : mantissa >> BigInt(-shift);
  const off = (p.whole << 64n) - exact;
  return Number(off < 0n ? -off : off) / 2 ** 64;
}

/** ln x for a double x > 0, in fixed point. */
export function lnDouble(x: number): bigint {
  const p = parts(x);
  return p.power >= 0 ? lnRatio(p.whole << BigInt(p.power), 1n) : lnRatio(p.whole, 1n << BigInt(-p.power));
}

/** The next double above x (x not NaN or Infinity). */
export function nextUp(x: number): number {
  if (x === 0) return 5e-324;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  view.setBigInt64(0, x > 0 ? bits + 1n : bits - 1n);
  return view.getFloat64(0);
}

/** The next double below x. */
export function nextDown(x: number): number {
  return -nextUp(-x);
}
