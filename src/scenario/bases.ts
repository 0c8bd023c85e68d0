/** Typical communities that a scenario may begin from: `base: fan-club`. What the scenario says itself counts before them. */
/// <reference path="./yaml.d.ts" />
import b2bCustomers from '../../scenarios/bases/b2b-customers.yaml?raw';
import beautyBrand from '../../scenarios/bases/beauty-brand.yaml?raw';
import fanClub from '../../scenarios/bases/fan-club.yaml?raw';
import groupBuying from '../../scenarios/bases/group-buying.yaml?raw';
import onlineCourse from '../../scenarios/bases/online-course.yaml?raw';
import { merge } from './arms.ts';
import { isMapping, type Mapping, readSource } from './read.ts';

const texts = {
  'beauty-brand': beautyBrand,
  'online-course': onlineCourse,
  'b2b-customers': b2bCustomers,
  'fan-club': fanClub,
  'group-buying': groupBuying,
} as const;

export type BaseName = keyof typeof texts;
export const baseNames = Object.keys(texts) as BaseName[];

const isName = (name: unknown): name is BaseName => typeof name === 'string' && Object.hasOwn(texts, name);

/** Parts of a base that say what it is; they are no part of a scenario that begins from it. */
const OF_ITSELF: readonly string[] = ['title', 'summary'];

const read = new Map<BaseName, Mapping>();

/** What a base gives to a scenario; nothing where there is none of this name. */
export function baseOf(name: unknown): Mapping | null {
  if (!isName(name)) return null;
  const kept = read.get(name) ?? wholeBase(name);
  read.set(name, kept);
  const given = Object.entries(kept).filter(([key]) => !OF_ITSELF.includes(key));
  return Object.assign(Object.create(null), Object.fromEntries(given));
}

/** All that the file of a base says. */
export function wholeBase(name: BaseName): Mapping {
  const { source, problems } = readSource(texts[name]);
  if (source === null || !isMapping(source.root))
    throw new Error(`base ${name}: ${problems[0]?.message ?? 'no mapping'}`);
  return source.root;
}

/** A document with what its `base` gives below it: where both say something, the document counts. */
export function withBase(root: Mapping): Mapping {
  const base = baseOf(root.base);
  return base === null ? root : (merge(base, root) as Mapping);
}
