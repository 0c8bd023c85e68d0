/**
 * Sets of tactics: of each name one option or none.
 *
 * Every set where there is room for all of them; else every option alone, and of the others as many as there is room for,
 * drawn by keyed chance, each name's options and its absence alike. The empty set counts where the baseline has any
 * of the tactics: doing without them is a mix too.
 */
import { Stream, seedWords } from '../../random/keys.ts';
import type { Mixable, Option } from './tactics.ts';

export type TacticSet = readonly Option[];

/** How many sets there are. */
export const setsOf = ({ options }: Pick<Mixable, 'options'>): number =>
  [...options.values()].reduce((product, own) => product * (own.length + 1), 1);

/** Singles, and the empty set where it counts: the fewest that are tried. */
export function fewestSets({ options }: Pick<Mixable, 'options'>): number {
  const all = [...options.values()].flat();
  return all.length + (mayBeEmpty(all) ? 1 : 0);
}

const mayBeEmpty = (all: readonly Option[]): boolean => all.some(({ inBaseline }) => inBaseline);

/** Up to `most` sets, the small ones first. */
export function chooseSets({ options }: Pick<Mixable, 'options'>, most: number, seed: string): TacticSet[] {
  const names = [...options.values()];
  const singles: TacticSet[] = names.flat().map((option) => [option]);
  const empty: TacticSet[] = mayBeEmpty(names.flat()) ? [[]] : [];
  const first = [...empty, ...singles];
  const larger =
    setsOf({ options }) - 1 + empty.length <= most
      ? everySet(names).filter((set) => set.length > 1)
      : someSets(names, most - first.length, seed);
  return [...first, ...larger.sort((a, b) => a.length - b.length)];
}

function everySet(names: readonly (readonly Option[])[]): TacticSet[] {
  let sets: TacticSet[] = [[]];
  for (const options of names)
    sets = sets.flatMap((set) => [set, ...options.map((option) => [...set, option])]);
  return sets;
}

/** Tries for each set that is wanted: nearly all are new as long as there are many more sets than are wanted. */
const TRIES = 50;

function someSets(names: readonly (readonly Option[])[], wanted: number, seed: string): TacticSet[] {
  const words = seedWords(seed);
  const found = new Map<string, TacticSet>();
  for (let i = 0; found.size < wanted && i < wanted * TRIES; i++) {
    const stream = new Stream(words, 0, `optimise mix: ${i}`);
    const places = names.map((options, n) => Math.floor(stream.uniform(n) * (options.length + 1)) - 1);
    const set = places.flatMap((place, n) => (place < 0 ? [] : [names[n][place]]));
    if (set.length > 1) found.set(places.join(), set);
  }
  return [...found.values()];
}
