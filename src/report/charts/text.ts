/**
 * Room that texts take, estimated alike in Node and in every browser: nothing is measured, so that a chart's layout
 * never depends on where it is drawn. Estimates lean to the wide side.
 */

const narrow = new Set("iljftI.,:;'!|()[] ");
const broad = new Set('mwMW@%');

/** Width of one character in em. */
function charWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2e80) return 1;
  if (narrow.has(character)) return 0.36;
  if (broad.has(character)) return 0.92;
  if (code >= 65 && code <= 90) return 0.7;
  return 0.6;
}

/** How much wider bold text is. */
export const BOLD = 1.1;

/** Width of a text in pixels. */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const character of text) em += charWidth(character);
  return em * size;
}

/** The text, cut with an ellipsis where it is wider than `width`. */
export function cut(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size) > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Pieces that may not be broken: words with their blank, or single Chinese characters with the punctuation that belongs to them. */
function pieces(text: string): string[] {
  return text.match(/[（《“]*[⺀-￿][，。；：！？、）》”％]*|[^\s⺀-￿]+\s*|\s+/gu) ?? [];
}

/** The text in lines no wider than `width`; the last one is cut where there would be more than `most`. */
export function wrap(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text.trim())) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  lines.push(line.trimEnd());
  if (lines.length > most) lines.splice(most - 1, lines.length, lines.slice(most - 1).join(' '));
  return lines.map((each) => cut(each, size, width));
}

/**
 * Places of labels along a line so that none overlaps another and each is as near as can be to where it wants to be
 * (least squares, by pooling neighbors that collide). All in pixels; `wanted` and the answer are centers.
 */
export function spread(
  labels: readonly { readonly wanted: number; readonly height: number }[],
  from: number,
  to: number,
): number[] {
  const order = labels.map((_, i) => i).sort((a, b) => labels[a].wanted - labels[b].wanted || a - b);
  const offset: number[] = [];
  let total = 0;
  for (const i of order) {
    offset[i] = total + labels[i].height / 2;
    total += labels[i].height;
  }
  const pools: { sum: number; members: number[] }[] = [];
  for (const i of order) {
    let pool = { sum: labels[i].wanted - offset[i], members: [i] };
    for (let last = pools.at(-1); last && mean(last) > mean(pool); last = pools.at(-1)) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, members: [...last.members, ...pool.members] };
    }
    pools.push(pool);
  }
  const centers: number[] = [];
  for (const pool of pools) {
    const start = Math.max(from, Math.min(to - total, mean(pool)));
    for (const i of pool.members) centers[i] = start + offset[i];
  }
  return centers;
}

const mean = (pool: { sum: number; members: readonly number[] }): number => pool.sum / pool.members.length;
