/** `--set PATH=VALUE`: changes to the document before it is judged. */
import { meant, nearest } from './nearest.ts';
import { type Path, printPath, readPath, show, visible } from './path.ts';
import { emptyMapping, isDangerous, type Mapping, type Raw, readSource } from './read.ts';
import type { OwnText } from './scenario.ts';
import { got, listed, tell } from './tell.ts';

/** A change made from the command line. */
export interface Override {
  /** As it was typed: `--set tactics.ads.load=5 per hour`. */
  readonly flag: string;
  readonly path: Path;
}

/** Applies one set in place; says what is wrong with it otherwise. */
export function applySet(root: Mapping, text: string): Override | { flag: string; problem: OwnText } {
  const flag = `--set ${visible(text)}`;
  const wrong = (problem: OwnText) => ({ flag, problem });
  const cut = splitAt(text);
  const path = cut < 0 ? null : readPath(text.slice(0, cut).trim());
  if (path === null) return wrong(tell('setForm'));
  if (path.length > 20) return wrong(tell('setLong'));
  const dangerous = path.find((step) => typeof step === 'string' && isDangerous(step));
  if (dangerous !== undefined) return wrong(tell('setKey', { name: dangerous }));
  const value = readSetValue(text.slice(cut + 1).trim());
  if ('problem' in value) return wrong(value.problem);
  const fault = put(root, path, value.value);
  return fault === null ? { flag, path } : wrong(fault);
}

/** The first `=` that is not inside brackets. */
function splitAt(text: string): number {
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    if (quoted && text[i] === '\\') i++;
    else if (text[i] === '"') quoted = !quoted;
    else if (text[i] === '=' && !quoted) return i;
  }
  return -1;
}

/** Words as they are; numbers, true, false, and anything in quotes, { } or [ ] as in a file. */
function readSetValue(text: string): { value: Raw } | { problem: OwnText } {
  if (text === '' || text === 'null') return { value: null };
  if (!/^(?:["'[{]|[-+]?[.\d][^\s%]*$|true$|false$)/.test(text)) return { value: text };
  const { source, problems } = readSource(text);
  return source ? { value: source.root } : { problem: tell('setValue', { fault: problems[0].text }) };
}

/** Puts a value where the path leads and writes the path's list positions of arm names back into it. */
function put(root: Mapping, path: (string | number)[], value: Raw): OwnText | null {
  let place: Raw = root;
  for (let i = 0; i < path.length; i++) {
    const at = printPath(path.slice(0, i));
    if (Array.isArray(place)) {
      const index = position(place, path[i], at);
      if (typeof index !== 'number') return index;
      path[i] = index;
      if (i === path.length - 1) place[index] = value;
      else if (index === place.length) place.push(emptyMapping());
      place = place[index];
    } else if (place !== null && typeof place === 'object') {
      const key = path[i];
      if (typeof key === 'number') return tell('noPosition', { at, key });
      if (i === path.length - 1) place[key] = value;
      else if (place[key] === undefined || place[key] === null) place[key] = emptyMapping();
      place = place[key];
    } else return tell('noParts', { at, got: got(place) });
  }
  return null;
}

/** The position in a list that a step names: a number, or the name of an arm. The end appends. */
function position(list: readonly Raw[], step: string | number, at: string): number | OwnText {
  if (typeof step === 'number')
    return step <= list.length ? step : tell('fewItems', { at, count: list.length });
  const names = list.map((item) =>
    item !== null && typeof item === 'object' && !Array.isArray(item) ? item.name : null,
  );
  const index = names.indexOf(step);
  if (index >= 0) return index;
  const known = names.filter((name) => typeof name === 'string');
  const isNear = nearest(step, known).length > 0;
  const others = known.length > 0 ? tell('thereAre', { names: listed(known.map(show)) }) : tell('none');
  return tell('noneNamed', { at, name: show(step), hint: isNear ? meant(step, known) : others });
}
