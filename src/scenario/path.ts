/** Places in a scenario file: `arms[1].tactics.ads.load`, a name with a dot or bracket in it quoted: `arms["v1.2"]`. */

export type Path = readonly (string | number)[];

const awkward = /[.[\]"=]/;

/** Control and direction characters would let a file rewrite the terminal: they are shown by number. */
export function visible(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be shown
    /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);

export function printPath(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (step === '' || awkward.test(step)) text += `[${JSON.stringify(visible(shorten(step)))}]`;
    else text += (text === '' ? '' : '.') + visible(shorten(step));
  }
  return text;
}

/** A path as a key of maps: no two paths share one. */
export function placeKey(path: Path): string {
  return JSON.stringify(path);
}

/** Reads a path as `--set` gives it; null if it is none. */
export function readPath(text: string): (string | number)[] | null {
  const path: (string | number)[] = [];
  const step = /\[(\d{1,6})\]|\["((?:[^"\\]|\\.)*)"\]|(\.?)([^.[\]"=]+)/y;
  while (step.lastIndex < text.length) {
    const first = step.lastIndex === 0;
    const match = step.exec(text);
    if (!match) return null;
    const [, index, quoted, dot, name] = match;
    if (index !== undefined) path.push(Number(index));
    else if (quoted !== undefined) path.push(quoted.replace(/\\(.)/g, '$1'));
    else if (first === (dot === '.')) return null;
    else path.push(name.trim());
  }
  return path.length > 0 ? path : null;
}

/** How a value of a file is repeated in a message. */
export function show(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return `"${visible(shorten(value))}"`;
  return String(value);
}

/** The value at a path of nested lists and mappings; undefined where there is none. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
