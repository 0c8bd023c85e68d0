/**
 * exp, log and their kin, the same to the last bit in every JavaScript engine.
 *
 * The language leaves the last bits of Math.exp, Math.log and Math.pow to the engine, and engines differ. Here only
 * + - * /, integer operations and views of the same bytes are used, on tables of constants (tables.ts).
 *
 *   exp:  x = (128 k + j) ln2 / 128 + r,  |r| < 0.0028,   e^x = 2^k 2^(j/128) (1 + p(r)), p a polynomial of degree 5
 *   log:  x = 2^k m,  m in [0.71, 1.42),  c the nearest 128th,  ln x = k ln2 + ln c + 2 atanh((m - c) / (m + c))
 *
 * Largest errors against exact arithmetic (math.test.ts): exp 0.51 ulp, log 1.0 ulp, logistic 2 ulp.
 * Method: Tang 1989, doi:10.1145/63522.214389 (exp); Tang 1990, doi:10.1145/98267.98294 (log).
 */
import {
  CENTER,
  LN2_HIGH,
  LN2_LOW,
  LOG_HIGH,
  LOG_LOW,
  POWER_HIGH,
  POWER_LOW,
  STEP_HIGH,
  STEP_LOW,
  STEPS_PER_UNIT,
} from './tables.ts';

/** 1.5 x 2^52: adding and then subtracting it rounds to an integer, ties to even. */
const ROUNDER = 6755399441055744;
const SMALLEST_NORMAL = 2.2250738585072014e-308;
const TWO_54 = 18014398509481984;

/** 2^(i - 1023) for i = 0..2046. */
const POWER_OF_TWO = new Float64Array(2047);
POWER_OF_TWO[1023] = 1;
for (let i = 1; i <= 1023; i++) {
  POWER_OF_TWO[1023 + i] = POWER_OF_TWO[1022 + i] * 2;
  POWER_OF_TWO[1023 - i] = POWER_OF_TWO[1024 - i] / 2;
}

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
/** Which of the two words holds sign and exponent: depends on the byte order of the machine. */
float[0] = 1;
const TOP = words[1] === 0x3ff00000 ? 1 : 0;

/** e^x. At most 0.51 ulp off; overflows to Infinity above 709.78, fades through subnormals to 0 below -745.13. */
export function exp(x: number): number {
  if (!(x < 709 && x > -708)) return expEdge(x);
  const n = x * STEPS_PER_UNIT + ROUNDER - ROUNDER;
  const r = x - n * STEP_HIGH - n * STEP_LOW;
  const i = n | 0;
  const j = i & 127;
  const t = POWER_HIGH[j];
  const p = r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))));
  return (t + (POWER_LOW[j] + t * p)) * POWER_OF_TWO[(i >> 7) + 1023];
}

/** exp where the result over- or underflows, or is subnormal and must be rounded only once. */
function expEdge(x: number): number {
  if (x > 709.8) return Number.POSITIVE_INFINITY;
  if (x < -746) return 0;
  if (!(x <= 709.8)) return Number.NaN;
  const n = x * STEPS_PER_UNIT + ROUNDER - ROUNDER;
  const r = x - n * STEP_HIGH - n * STEP_LOW;
  const k = n >> 7;
  const t = POWER_HIGH[n & 127];
  const rest = POWER_LOW[n & 127] + t * (r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120)))));
  if (k >= -1022) {
    const half = k >> 1;
    return (t + rest) * POWER_OF_TWO[half + 1023] * POWER_OF_TWO[k - half + 1023];
  }
  // The last bit of the result, 2^-1074, is `unit` before scaling by 2^k: round t + rest to whole units.
  const unit = POWER_OF_TWO[-1074 - k + 1023];
  const big = unit * 4503599627370496;
  const sum = big + t;
  const rounded = sum + (t - (sum - big) + rest) - big;
  return rounded * POWER_OF_TWO[k + 1000 + 1023] * POWER_OF_TWO[-1000 + 1023];
}

/** e^x - 1, without loss for small x. About 1 ulp off. */
export function expm1(x: number): number {
  if (!(x < 40 && x > -40)) return exp(x) - 1;
  if (x === 0) return x;
  const n = x * STEPS_PER_UNIT + ROUNDER - ROUNDER;
  const r = x - n * STEP_HIGH - n * STEP_LOW;
  const i = n | 0;
  const j = i & 127;
  const scale = POWER_OF_TWO[(i >> 7) + 1023];
  const t = POWER_HIGH[j] * scale;
  const p = r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))));
  return t - 1 + (POWER_LOW[j] * scale + t * p);
}

/** Natural logarithm of x. At most 1.0 ulp off; -Infinity at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) return logEdge(x);
  let k = -1023;
  if (x < SMALLEST_NORMAL) {
    k -= 54;
    float[0] = x * TWO_54;
  } else {
    float[0] = x;
  }
  const top = words[TOP];
  k += top >>> 20;
  words[TOP] = (top & 0xfffff) | 0x3ff00000;
  const j = (((top & 0xfffff) >>> 12) + 1) >>> 1;
  let m = float[0];
  if (j > 53) {
    m *= 0.5;
    k++;
  }
  const d = m - CENTER[j];
  const s = d / (m + CENTER[j]);
  const z = s * s;
  const q = s * z * (2 / 3 + z * (0.4 + z * (2 / 7)));
  const high = k * LN2_HIGH + LOG_HIGH[j];
  return high === 0 ? d - (d * s - q) : high + (s + s + (q + (k * LN2_LOW + LOG_LOW[j])));
}

function logEdge(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY;
  return x > 0 ? x : Number.NaN;
}

/** ln(1 + x), without loss for small x. At most 2 ulp off. */
export function log1p(x: number): number {
  const u = 1 + x;
  if (u === 1) return x;
  if (!(u > 0 && u < TWO_54)) return log(u);
  return log(u) + (x - (u - 1)) / u;
}

/** 1 / (1 + e^-x): the chance that has log-odds x. At most 2 ulp off. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}

/** ln(p / (1 - p)): the log-odds of chance p in [0, 1]. */
export function logit(p: number): number {
  return p > 0.25 && p < 0.75 ? log1p((p - 0.5 + (p - 0.5)) / (1 - p)) : log(p / (1 - p));
}

/**
 * a^b for a >= 0. Exact products for whole b up to 64 and the root for b = 1/2; otherwise exp(b ln a), whose relative
 * error is about (1 + |b ln a|) x 2^-53.
 */
export function pow(a: number, b: number): number {
  if (b === 0.5) return Math.sqrt(a);
  if (Math.abs(b) <= 64 && Math.floor(b) === b) return wholePower(a, b);
  return exp(b * log(a));
}

function wholePower(a: number, b: number): number {
  let result = 1;
  let square = a;
  for (let n = Math.abs(b); n > 0; n >>= 1) {
    if (n & 1) result *= square;
    if (n > 1) square *= square;
  }
  return b < 0 ? 1 / result : result;
}
