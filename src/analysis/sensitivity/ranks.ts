/** Ranks of numbers of which some count several times, or not at all; equal numbers share the mean of their ranks. */

/** Places of the numbers in rising order. */
export const rising = (values: ArrayLike<number>): Uint32Array =>
  Uint32Array.from({ length: values.length }, (_, i) => i).sort((a, b) => values[a] - values[b]);

/** Ranks from 1 on; what counts n times takes n ranks and has their mean. */
export function ranks(
  values: ArrayLike<number>,
  counts: ArrayLike<number>,
  order: Uint32Array = rising(values),
): Float64Array {
  const found = new Float64Array(values.length);
  let before = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    let own = 0;
    for (; to < order.length && values[order[to]] === values[order[from]]; to++) own += counts[order[to]];
    for (let i = from; i < to; i++) found[order[i]] = before + (own + 1) / 2;
    before += own;
    from = to;
  }
  return found;
}
