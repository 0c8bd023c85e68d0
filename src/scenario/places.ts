/**
 * Where in a scenario's file a path stands, for whoever changes one value everywhere: `tactics.ads.load` is meant in every
 * arm that uses ads, `leave.perTie` in the base and in every arm that says something else. A path that begins with
 * `arms` means that arm alone.
 */
import { withBase } from './bases.ts';
import { fields } from './fields.ts';
import type { Parameter } from './parameter.ts';
import { type Path, printPath, valueAt } from './path.ts';
import { isMapping, type Mapping, readSource } from './read.ts';
import type { Scenario } from './scenario.ts';
import { applySet } from './sets.ts';
import { lookup } from './table.ts';

/** The document of a file that is in order, with its base below it and settings of the command line in it. */
export function documentOf(text: string, set: readonly string[] = []): Mapping {
  const { source } = readSource(text);
  if (source === null || !isMapping(source.root)) throw new Error('the text is no scenario');
  for (const setting of set) applySet(source.root, setting);
  return withBase(source.root);
}

/** Paths, as `--set` takes them, that together give a value everywhere. None: no arm uses that tactic. */
export function placesOf(document: Mapping, path: Path): string[] {
  const [first, name] = path;
  if (first === 'arms') return [printPath(path)];
  const arms = armsOf(document);
  const isGiven = (steps: Path) => (arm: unknown) => valueAt(arm, steps) !== undefined;
  const inArms = (steps: Path): string[] =>
    arms.flatMap((arm, place) =>
      isGiven(steps)(arm) ? [printPath(['arms', nameOf(arm, place), ...path])] : [],
    );
  const isInBase = first !== 'tactics' || valueAt(document, ['tactics', name]) !== undefined;
  return isInBase ? [printPath(path), ...inArms(path)] : inArms(['tactics', name]);
}

const armsOf = (document: Mapping): readonly unknown[] => (Array.isArray(document.arms) ? document.arms : []);

function nameOf(arm: unknown, place: number): string | number {
  const name = valueAt(arm, ['name']);
  return typeof name === 'string' ? name : place;
}

/** What a path of a scenario settles: a parameter of the table, of a segment, of a tactic under any name; undefined if none. */
export function parameterAt(scenario: Scenario, path: Path): Parameter | undefined {
  const steps = path.map(String);
  const [first, second, third] = steps;
  if (first === 'arms') return path.length > 2 ? parameterAt(scenario, path.slice(2)) : undefined;
  if (first === 'horizon' && steps.length === 1) return fields.horizon;
  if (first === 'community' && second === 'segments')
    return steps[3] === 'people' && steps.length === 5 ? lookup(`people.${steps[4]}`)?.parameter : undefined;
  if (first !== 'tactics') return lookup(steps.join('.'))?.parameter;
  if (steps.length === 3 && (third === 'from' || third === 'until')) return fields[third];
  const kind = scenario.arms.flatMap(({ tactics }) => tactics).find(({ name }) => name === second)?.tactic;
  return lookup(['tactics', kind ?? second, ...steps.slice(2)].join('.'))?.parameter;
}
