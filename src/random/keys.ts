/**
 * Keys: from a text seed, a world, a stream's name and a day to two independent 32-bit words.
 *
 *   state  = the 4 words of the seed, permuted
 *   absorb world, length of name, each letter of name          (once per stream)
 *   absorb day                                                 (once per stream and day)  ->  a, b
 *
 * absorb(v): the first word of the state XOR v, then the whole state through a permutation of 128 bits. All fields have
 * a fixed place and the name its length, so no two inputs spell the same message. Streams are told apart by name, never
 * by position in a list. Permutation: Chaskey with 8 rounds, Mouha et al. 2014, doi:10.1007/978-3-319-13051-4_19.
 */
import seedrandom from 'seedrandom/seedrandom.js';
import { draw, drawEvent, drawPair, toUniform } from './draw.ts';

/** Four words from a text of any length: the only use of a running generator, before any world begins. */
export function seedWords(text: string): Uint32Array {
  const next = seedrandom(text);
  return Uint32Array.from([next.int32(), next.int32(), next.int32(), next.int32()]);
}

const state = new Int32Array(4);

/** Mixes `value` into the shared scratch state. */
function absorb(value: number): void {
  let v0 = state[0] ^ value;
  let v1 = state[1];
  let v2 = state[2];
  let v3 = state[3];
  for (let round = 0; round < 8; round++) {
    v0 = (v0 + v1) | 0;
    v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
    v0 = (v0 << 16) | (v0 >>> 16);
    v2 = (v2 + v3) | 0;
    v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
    v0 = (v0 + v3) | 0;
    v3 = ((v3 << 13) | (v3 >>> 19)) ^ v0;
    v2 = (v2 + v1) | 0;
    v1 = ((v1 << 7) | (v1 >>> 25)) ^ v2;
    v2 = (v2 << 16) | (v2 >>> 16);
  }
  state[0] = v0;
  state[1] = v1;
  state[2] = v2;
  state[3] = v3;
}

/** The draws of one purpose in one world: `stream.on(day)`, then any of the draws in any order. */
export class Stream {
  /** First key word of the current day. */
  a = 0;
  /** Second key word of the current day. */
  b = 0;
  /** The state after seed, world and name. */
  private readonly base = new Int32Array(4);

  constructor(seed: Uint32Array, world: number, name: string) {
    state.set(seed.subarray(0, 4));
    absorb(0);
    absorb(world);
    absorb(name.length);
    for (let i = 0; i < name.length; i++) absorb(name.charCodeAt(i));
    this.base.set(state);
    this.on(0);
  }

  /** Turns to a day (any 32-bit integer; -1 is the day before the first). */
  on(day: number): this {
    state.set(this.base);
    absorb(day);
    this.a = state[0];
    this.b = state[2];
    return this;
  }

  /** The draw of a person today. [0 .. 2^32 - 1] */
  draw(person: number): number {
    return draw(this.a, this.b, person);
  }

  /** The draw of a person's further event today. [0 .. 2^32 - 1] */
  drawEvent(person: number, event: number): number {
    return drawEvent(this.a, this.b, person, event);
  }

  /** The draw of an unordered pair today. [0 .. 2^32 - 1] */
  drawPair(p: number, q: number): number {
    return drawPair(this.a, this.b, p, q);
  }

  /** The draw of a person today as a number in the open interval (0, 1). */
  uniform(person: number): number {
    return toUniform(draw(this.a, this.b, person));
  }
}
