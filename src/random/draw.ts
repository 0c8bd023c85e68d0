/**
 * Draws as pure functions of a key and a person, for hot loops.
 *
 *   draw = mix(mix(person XOR a) XOR b)        [0 .. 2^32 - 1]
 *
 * a, b: two independent 32-bit words that stand for (seed, world, stream, day); keys.ts makes them. One round with one
 * word would make a day repeat another day's draws under a shift of ids whenever two keys differ only in low bits.
 * Further numbers (an event, a second person) enter through a round of their own, added or taken away before a third:
 *
 *   drawEvent = mix(draw + mix(event XOR not b)),    drawPair = mix(draw of the lower - mix(higher XOR not a))
 *
 * mix: the "lowbias32" integer hash, Wellons 2018, https://nullprogram.com/blog/2018/07/31/ (public domain).
 */

/** One round: a bijection of 32-bit words in which every input bit flips every output bit with chance near 1/2. */
export function mix(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}

/** The draw of a person: a whole number in [0, 2^32). */
export function draw(a: number, b: number, person: number): number {
  return mix(mix(person ^ a) ^ b) >>> 0;
}

/** The draw of a person's event number `event` (0, 1, 2, ...), apart from `draw` and `drawPair` of the same key. */
export function drawEvent(a: number, b: number, person: number, event: number): number {
  return mix((mix(mix(person ^ a) ^ b) + mix(event ^ ~b)) | 0) >>> 0;
}

/** The draw of the unordered pair of p and q: drawPair(a, b, p, q) = drawPair(a, b, q, p). */
export function drawPair(a: number, b: number, p: number, q: number): number {
  const low = Math.min(p, q);
  const high = p ^ q ^ low;
  return mix((mix(mix(low ^ a) ^ b) - mix(high ^ ~a)) | 0) >>> 0;
}

/** A draw as a number in the open interval (0, 1): (draw + 1/2) / 2^32. */
export function toUniform(draw: number): number {
  return (draw + 0.5) * 2.3283064365386963e-10;
}

/**
 * The bound under which a draw has this chance: `draw(...) < threshold(chance)`. [0, 2^32]
 * 0 never happens, 1 always does; between them the chance is met to within 2^-32 (rounded up).
 */
export function threshold(chance: number): number {
  return chance * 4294967296;
}
