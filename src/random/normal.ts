/**
 * Normal and lognormal quantiles.
 *
 *   z = q f(0.180625 - q^2),  q = u - 1/2,  in the middle;   |z| = g(sqrt(-ln tail)),  tail = min(u, 1 - u),  outside
 *
 * f and g are ratios of polynomials of degree 7; relative error about 10^-15.
 * Source: Wichura 1988, algorithm AS 241 (PPND16), doi:10.2307/2347330.
 */
import { exp, log } from './math.ts';

/** |u - 1/2| <= 0.425: numerator and denominator, highest power first. */
const CENTER_TOP = new Float64Array([
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
  1971.5909503065513, 133.14166789178438, 3.3871328727963665,
]);
const CENTER_BOTTOM = new Float64Array([
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
  687.1870074920579, 42.31333070160091, 1,
]);

/** Tails down to e^-25: numerator and denominator, highest power first. */
const SHOULDER_TOP = new Float64Array([
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
]);
const SHOULDER_BOTTOM = new Float64Array([
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
]);

/** Tails below e^-25: numerator and denominator, highest power first. */
const TAIL_TOP = new Float64Array([
  2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124,
  0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
]);
const TAIL_BOTTOM = new Float64Array([
  2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133,
  0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
]);

/** The value that a standard normal falls below with chance u in (0, 1). */
export function normalQuantile(u: number): number {
  const q = u - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(CENTER_TOP, CENTER_BOTTOM, 0.180625 - q * q);
  const tail = q < 0 ? u : 1 - u;
  if (!(tail > 0)) return tail === 0 ? Math.sign(q) * Number.POSITIVE_INFINITY : Number.NaN;
  const r = Math.sqrt(-log(tail));
  const size = r <= 5 ? ratio(SHOULDER_TOP, SHOULDER_BOTTOM, r - 1.6) : ratio(TAIL_TOP, TAIL_BOTTOM, r - 5);
  return q < 0 ? -size : size;
}

function ratio(top: Float64Array, bottom: Float64Array, r: number): number {
  let above = top[0];
  let below = bottom[0];
  for (let i = 1; i < 8; i++) {
    above = above * r + top[i];
    below = below * r + bottom[i];
  }
  return above / below;
}

/** exp(mu + sigma z), z standard normal: mu and sigma are the mean and the standard deviation of the logarithm. */
export function lognormalQuantile(u: number, mu: number, sigma: number): number {
  return exp(mu + sigma * normalQuantile(u));
}
