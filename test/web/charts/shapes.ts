/** Reads what an SVG of Vega shows: every shape and word with its place and style, whatever groups it stands in. */

export interface Shape {
  /** Kind, words and style: all but places. */
  readonly look: string;
  /** Coordinates on the whole picture. */
  readonly at: readonly number[];
}

const styles = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'opacity',
  'font-size',
  'font-weight',
  'font-family',
  'text-anchor',
];

/** What a shape has that does not say so. */
const defaults: Readonly<Record<string, string>> = {
  opacity: '1',
  'font-weight': '400',
  'fill-opacity': '1',
  'stroke-width': '0',
  'stroke-linecap': 'butt',
};

const attribute = (tag: string, name: string): string =>
  new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

function shift(tag: string): [number, number] {
  const found = /translate\(([-\d.e]+),\s*([-\d.e]+)\)/.exec(attribute(tag, 'transform'));
  return found ? [Number(found[1]), Number(found[2])] : [0, 0];
}

/** The points of a path; its letters tell what they are. */
function pathOf(d: string, [x, y]: readonly [number, number]): { letters: string; at: number[] } {
  const at: number[] = [];
  let letters = '';
  for (const [, letter, rest] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    letters += letter;
    const numbers = (rest.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);
    const isRelative = letter === letter.toLowerCase() || letter === 'A';
    numbers.forEach((value, i) => {
      const along = letter === 'H' ? x : letter === 'V' ? y : i % 2 === 0 ? x : y;
      at.push(isRelative ? value : value + along);
    });
  }
  return { letters, at };
}

export function shapesOf(svg: string): Shape[] {
  const shapes: Shape[] = [];
  const stack: [number, number][] = [[0, 0]];
  const leaf = /<(\/?)(g|path|line|text|tspan)\b([^>]*?)(\/?)>([^<]*)/g;
  let place: [number, number] = [0, 0];
  let words = '';
  for (const [, closing, name, inside, closed, text] of svg.matchAll(leaf)) {
    const tag = ` ${inside}`;
    if (closing) {
      if (name === 'g') stack.pop();
      continue;
    }
    const [px, py] = stack[stack.length - 1];
    const [dx, dy] = shift(tag);
    if (name === 'g') {
      if (!closed) stack.push([px + dx, py + dy]);
      continue;
    }
    if (name !== 'tspan') {
      place = [px + dx, py + dy];
      const shown = styles.filter((style) => attribute(tag, 'stroke') !== '' || !style.startsWith('stroke'));
      words = `${name} ${shown.map((style) => `${style}:${attribute(tag, style) || (defaults[style] ?? '')}`).join(' ')}`;
    }
    // Vega's outermost group fills nothing.
    const isUnseen = [attribute(tag, 'fill'), attribute(tag, 'stroke')].every((paint) =>
      /^(?:none)?$/.test(paint),
    );
    if ((name === 'path' && isUnseen) || attribute(tag, 'opacity') === '0') continue;
    if (name === 'line')
      shapes.push({
        look: words,
        at: [
          ...place,
          place[0] + Number(attribute(tag, 'x2') || 0),
          place[1] + Number(attribute(tag, 'y2') || 0),
        ],
      });
    else if (name === 'path') {
      const { letters, at } = pathOf(attribute(tag, 'd'), place);
      if (at.length > 0) shapes.push({ look: `${words} ${letters}`, at });
    } else if (text !== '')
      shapes.push({
        look: `${words} ${text}`,
        at: [
          place[0] + Number(attribute(tag, 'x') || 0),
          place[1] + Number(attribute(tag, 'y') || attribute(tag, 'dy') || 0),
        ],
      });
  }
  return shapes;
}

/** What one picture shows and the other does not, by at most half a pixel. */
export function missing(from: readonly Shape[], others: readonly Shape[]): string[] {
  const left = [...others];
  return from.flatMap(({ look, at }) => {
    const i = left.findIndex(
      (other) =>
        other.look === look &&
        other.at.length === at.length &&
        at.every((value, k) => Math.abs(value - other.at[k]) <= 0.5),
    );
    if (i < 0) return [`${look} at ${at.join(' ')}`];
    left.splice(i, 1);
    return [];
  });
}
