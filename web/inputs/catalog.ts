/**
 * What inputs are generated from: the parameter table with its words, and the page's scenario as plain values. Loaded
 * when the first input is shown.
 */
import { computed } from '@preact/signals';
import { baseOf } from '../../src/scenario/bases.ts';
import { type Input, inputGroups, inputOf, runInputs } from '../../src/scenario/inputs.ts';
import { lookup } from '../../src/scenario/table.ts';
import { doc } from '../app/workspace.ts';
import { plainOf } from '../state/document.ts';
import { type Place, placeIn } from '../state/place.ts';
import { isPlainMapping, type Plain, partAt } from '../state/plain.ts';

let lastGood: Plain = {};

/** The scenario as plain values; the last that could be read while the text cannot. */
export const plain = computed<Plain>(() => {
  const read = plainOf(doc.value?.text ?? '');
  if ('plain' in read) lastGood = read.plain;
  return lastGood;
});

const base = computed<Plain>(() => (baseOf(partAt(plain.value, ['base'])) as Plain) ?? {});

/** What the base of the scenario gives at a path, where it begins from one. */
export const baseValue = (path: string): Plain | undefined => partAt(base.value, path.split('.'));

/** Whether the text can be read at all: then inputs can write into it. */
export const isReadable = computed(() => 'plain' in plainOf(doc.value?.text ?? ''));

export const currency = computed(() => {
  const given = partAt(plain.value, ['currency']) ?? baseValue('currency');
  return typeof given === 'string' && /^[A-Z]{3}$/.test(given) ? given : 'CNY';
});

export const groups = computed(() => inputGroups(currency.value));

/** Whether numbers that the file leaves open are drawn from their plausible ranges. */
export const isPlausible = computed(
  () => (partAt(plain.value, ['assumptions']) ?? 'plausible') === 'plausible',
);

/** A tactic that an arm uses, under its own name. */
export interface UsedTactic {
  readonly name: string;
  /** Its name in the list of tactics. */
  readonly kind: string;
  readonly from: 'arm' | 'shared';
}

const isOff = (entry: Plain | undefined): boolean => entry === 'off' || entry === false;

/** The tactics of an arm, or (null) of all arms together. */
export function tacticsOf(root: Plain, arm: number | null): UsedTactic[] {
  const shared = partAt(root, ['tactics']);
  const own = arm === null ? undefined : partAt(root, ['arms', arm, 'tactics']);
  const sharedMap = isPlainMapping(shared) ? shared : {};
  const ownMap = isPlainMapping(own) ? own : {};
  const names = [...new Set([...Object.keys(sharedMap), ...Object.keys(ownMap)])];
  return names
    .filter((name) => !isOff(Object.hasOwn(ownMap, name) ? ownMap[name] : sharedMap[name]))
    .map((name) => ({
      name,
      kind: kindOf(ownMap[name]) ?? kindOf(sharedMap[name]) ?? name,
      from: Object.hasOwn(ownMap, name) ? 'arm' : 'shared',
    }));
}

function kindOf(entry: Plain | undefined): string | undefined {
  const kind = isPlainMapping(entry) ? entry.tactic : undefined;
  return typeof kind === 'string' ? kind : undefined;
}

/** How many arms there are; a file without a list has one. */
export function armCount(root: Plain): number {
  const arms = partAt(root, ['arms']);
  return Array.isArray(arms) ? Math.max(1, arms.length) : 1;
}

/** Names of all arms; `arm 2` where an arm has none. */
export const names = computed((): string[] => namesOf(plain.value));

export function namesOf(root: Plain): string[] {
  const arms = partAt(root, ['arms']);
  const list = Array.isArray(arms) && arms.length > 0 ? arms : [{ name: 'base' }];
  return list.map((arm, i) =>
    isPlainMapping(arm) && typeof arm.name === 'string' ? arm.name : `arm ${i + 1}`,
  );
}

/** The input at a path of the file, of a tactic under whatever name; undefined where there is none. */
export function inputAt(path: string, arm: number | null): Input | undefined {
  if (path === 'horizon' || path === 'worlds') return runInputs(currency.value)[path];
  const [first, name, ...rest] = path.split('.');
  const kind =
    first === 'tactics' ? tacticsOf(plain.value, arm).find((each) => each.name === name)?.kind : undefined;
  const entry = lookup(kind === undefined ? path : ['tactics', kind, ...rest].join('.'));
  return entry && inputOf(entry, currency.value, path);
}

/** For whom an input is shown: everybody, or the arms that have it. Inputs of a tactic are shown where it is used. */
export function scopesOf(root: Plain, path: string, scope: number | null): (number | null)[] {
  const [first, name] = path.split('.');
  if (first !== 'tactics') return [scope];
  const uses = (arm: number | null) => tacticsOf(root, arm).some((each) => each.name === name);
  if (scope !== null) return uses(scope) ? [scope] : [];
  const arms = Array.from({ length: armCount(root) }, (_, arm) => arm);
  const own = arms.filter((arm) =>
    tacticsOf(root, arm).some((each) => each.name === name && each.from === 'arm'),
  );
  return [...(uses(null) ? [null] : []), ...own];
}

export const placeNow = (path: string, arm: number | null): Place => placeIn(plain.value, arm, path);
