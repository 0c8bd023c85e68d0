/** Ends and ticks of an axis. No logarithms: their last digit differs between engines. */

/** Step of about (high - low) / count, rounded to 1, 2, 2.5 or 5 times a power of ten. */
export function niceStep(span: number, count: number): number {
  const rough = span / count;
  const [digits, exponent] = rough.toExponential().split('e').map(Number);
  const nice = digits > 7.5 ? 10 : digits > 3.75 ? 5 : digits > 2.25 ? 2.5 : digits > 1.5 ? 2 : 1;
  return Number(`${nice}e${exponent}`);
}

/** Multiples of the step between the two ends, ends included. */
export function ticksWithin(low: number, high: number, step: number): number[] {
  const ticks: number[] = [];
  const slack = step * 1e-9;
  for (let i = Math.ceil((low - slack) / step); i * step <= high + slack; i++) {
    ticks.push(Number((i * step).toPrecision(12)));
  }
  return ticks;
}

export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** An axis from tick to tick that holds all values. Where they are all one value, it stands in the middle. */
export function axisFor(low: number, high: number, count: number): Axis {
  if (!(high > low)) return axisFor(low - (Math.abs(low) || 1), high + (Math.abs(low) || 1), count);
  const step = niceStep(high - low, count);
  const ticks = ticksWithin(Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step, step);
  return { low: ticks[0], high: ticks[ticks.length - 1], ticks };
}
