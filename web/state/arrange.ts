/** The items of a list in a new order, copied or left out, each with its lines as somebody wrote them (see `splice.ts`). */
import { isSeq } from 'yaml';
import type { Path } from './plain.ts';
import {
  cutAt,
  dashOf,
  type Inner,
  lineEnd,
  lineStart,
  newlineOf,
  nodesAlong,
  replace,
  type Written,
} from './splice.ts';

/** Makes a list of these items of the old one: cut out, copied, moved; null stands for an empty item. */
export function arrange(
  { text, contents }: Written,
  path: Path,
  picks: readonly (number | null)[],
): string | null {
  const list = nodesAlong(contents, path)[path.length];
  if (!isSeq(list) || !list.range) return null;
  const items = list.items as Inner[];
  if (picks.length === 0 || items.length === 0) return replace(text, list, [...picks]);
  if (!list.flow) return arrangeLines(text, items, picks);
  const parts = picks.map((pick) => (pick === null ? 'null' : text.slice(...(items[pick]?.range ?? [0, 0]))));
  return cutAt(text, list.range[0], list.range[1], `[${parts.join(', ')}]`);
}

/** An item's lines begin where those of the item before end, so remarks above it go with it; a copy has only its own. */
function arrangeLines(
  text: string,
  items: readonly Inner[],
  picks: readonly (number | null)[],
): string | null {
  const starts = items.map((item) => lineStart(text, dashOf(text, item)));
  const ends = items.map((item) => lineEnd(text, item?.range?.[1] ?? -1));
  if (items.some((item, i) => text.slice(starts[i], dashOf(text, item)).trim() !== '')) return null;
  const newline = newlineOf(text);
  const empty = `${text.slice(starts[0], dashOf(text, items[0]))}- null${newline}`;
  const lines = picks.map((pick, i) => {
    if (pick === null) return empty;
    const copied = picks.indexOf(pick) < i;
    const own = text.slice(copied || pick === 0 ? starts[pick] : ends[pick - 1], ends[pick]);
    return own.endsWith('\n') ? own : own + newline;
  });
  return cutAt(text, starts[0], ends[ends.length - 1], lines.join(''));
}
