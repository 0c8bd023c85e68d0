/**
 * The opening tags of an XML text, in order. Strict: what is not well formed is a problem with its place, and ends the
 * reading. A document type is refused, so no entity can be defined and none can grow.
 */

export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Where its `<` stands. */
  readonly at: number;
}

type Report = (at: number, rule: string, value?: string) => void;

const MOST_OPEN = 100;

/** True when the text was read to its end: `visit` may stop the reading, and so does the first problem. */
export function readTags(text: string, start: number, report: Report, visit: (tag: Tag) => boolean): boolean {
  const open: string[] = [];
  let hasRoot = false;
  let at = start;
  for (;;) {
    const next = text.indexOf('<', at);
    if (next < 0) break;
    if (open.length === 0 && !isBlank(text, at, next)) {
      report(at, 'text must not stand outside of the first element', text.slice(at, next).trim());
      return false;
    }
    const after = skipUnread(text, next, report);
    if (after < 0) return false;
    if (after > next) {
      at = after;
      continue;
    }
    if (text[next + 1] === '/') {
      at = close(text, next, open, report);
      if (at < 0) return false;
      continue;
    }
    if (open.length === 0 && hasRoot) return fail(report, next, 'only one element may stand on its own');
    hasRoot = true;
    const tag = readTag(text, next, report);
    if (tag === null || !visit(tag)) return false;
    at = tag.end;
    if (tag.closed) continue;
    open.push(tag.name);
    if (open.length > MOST_OPEN)
      return fail(report, next, `elements may stand ${MOST_OPEN} deep in each other`);
  }
  if (open.length > 0) return fail(report, text.length, `<${open[open.length - 1]}> is not closed`);
  if (!hasRoot) return fail(report, start, 'there is no element in the file');
  if (!isBlank(text, at, text.length)) {
    report(at, 'text must not stand outside of the first element', text.slice(at, at + 100).trim());
    return false;
  }
  return true;
}

function fail(report: Report, at: number, rule: string): false {
  report(at, rule);
  return false;
}

function isBlank(text: string, from: number, to: number): boolean {
  return text.slice(from, to).trim() === '';
}

/** Behind a comment, an instruction or raw text; `at` where none of them stands; -1 after a problem. */
function skipUnread(text: string, at: number, report: Report): number {
  for (const [begin, finish] of UNREAD) {
    if (!text.startsWith(begin, at)) continue;
    const end = text.indexOf(finish, at + begin.length);
    if (end >= 0) return end + finish.length;
    report(at, `${begin} must end with ${finish}`);
    return -1;
  }
  if (text[at + 1] !== '!') return at;
  report(at, 'a network file must not declare anything (<!DOCTYPE, <!ENTITY)', text.slice(at, at + 60));
  return -1;
}

const UNREAD = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
];

/** Behind a closing tag, or -1 after a problem. */
function close(text: string, at: number, open: string[], report: Report): number {
  CLOSING.lastIndex = at;
  const match = CLOSING.exec(text);
  const expected = open.pop();
  if (match !== null && match[1] === expected) return CLOSING.lastIndex;
  const rule = expected === undefined ? 'there is nothing to close here' : `</${expected}> must stand here`;
  report(at, rule, text.slice(at, at + 40).split('>')[0]);
  return -1;
}

const CLOSING = /<\/([^\s<>/="'&]+)\s*>/y;
const OPENING = /<([^\s<>/="'&!?]+)/y;
const ATTRIBUTE = /\s+([^\s<>/="'&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /\s*(\/?)>/y;

function readTag(text: string, at: number, report: Report): (Tag & { end: number; closed: boolean }) | null {
  OPENING.lastIndex = at;
  const name = OPENING.exec(text)?.[1];
  if (name === undefined) {
    report(at, 'a name must follow <', text.slice(at, at + 10));
    return null;
  }
  const attributes = new Map<string, string>();
  let place = OPENING.lastIndex;
  for (;;) {
    ATTRIBUTE.lastIndex = place;
    const match = ATTRIBUTE.exec(text);
    if (match === null) break;
    const value = unescaped(match[2] ?? match[3]);
    if (value === null) {
      report(
        place + 1,
        'only &amp; &lt; &gt; &quot; &apos; and numbered characters may follow &',
        match[0].trim(),
      );
      return null;
    }
    if (attributes.has(match[1])) {
      report(place + 1, `<${name}> must have an attribute only once`, match[1]);
      return null;
    }
    attributes.set(match[1], value);
    place = ATTRIBUTE.lastIndex;
  }
  TAG_END.lastIndex = place;
  const end = TAG_END.exec(text);
  if (end !== null) return { name, attributes, at, end: TAG_END.lastIndex, closed: end[1] === '/' };
  report(place, `<${name}> must go on with name="value" or end with >`, text.slice(place, place + 40));
  return null;
}

const NAMED_CHARACTERS = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** With its characters written out; null when one is unknown. */
function unescaped(value: string): string | null {
  if (!value.includes('&')) return value;
  let known = true;
  const text = value.replace(/&(?:(\w+)|#(\d{1,7})|#x([\da-fA-F]{1,6}));|&/g, (_, name, decimal, hex) => {
    if (name !== undefined) {
      const character = NAMED_CHARACTERS.get(name);
      if (character !== undefined) return character;
    } else if (decimal !== undefined || hex !== undefined) {
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
    }
    known = false;
    return '';
  });
  return known ? text : null;
}
