/**
 * What a law is: a closed form that a mechanism alone must keep. Laws are for judging results (yardsticks, methods); no
 * simulated world ever reads one.
 */
import type { Kind } from '../scenario/parameter.ts';
import type { OwnText } from '../scenario/scenario.ts';

/** One number, or word, that a law is a function of. */
export interface Argument {
  /** As of parameters: how it is written, and its bounds beside `min` and `max`. */
  readonly kind: Kind;
  readonly unit: string;
  readonly about: string;
  readonly min?: number;
  readonly max?: number;
  /** Of a choice. */
  readonly options?: readonly string[];
  /** Where a yardstick may leave it out; one outside the bounds stands for none. */
  readonly default?: number | string;
}

export type Arguments = Readonly<Record<string, Argument>>;

type Given<A extends Arguments> = {
  readonly [name in keyof A]: A[name] extends { readonly options: readonly (infer Option)[] }
    ? Option
    : number;
};

/** A law as the list has it. */
export interface Law {
  readonly label: OwnText;
  /** In one line, by the names of its arguments. */
  readonly formula: string;
  readonly source: string;
  readonly unit: string;
  readonly arguments: Arguments;
  /** Not a finite number where the law has no value. A method, so that each law may know its own arguments. */
  value(given: Readonly<Record<string, number | string>>): number;
}

/** A law with the types of its own arguments. */
interface OwnLaw<A extends Arguments> extends Omit<Law, 'arguments' | 'value'> {
  readonly arguments: A;
  readonly value: (given: Given<A>) => number;
}

export const law = <const A extends Arguments>(form: OwnLaw<A>): OwnLaw<A> => form;

/** The number at which a rising function crosses 0 between two ends, to the last bits. */
export function crossing(rising: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
