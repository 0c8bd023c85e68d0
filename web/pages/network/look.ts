/** Colors of the picture, read from the key beside it: whatever look is chosen, picture and key agree. */
import { type Standing, standings } from './frames.ts';

export interface Look {
  readonly standings: Readonly<Record<Standing, string>>;
  /** The same, faded into the paper. */
  readonly faded: Readonly<Record<Standing, string>>;
  readonly ink: string;
  readonly card: string;
  readonly tie: string;
  /** Ties of the person who is looked at. */
  readonly strong: string;
  readonly font: string;
}

/** Shapes by standing, as numbers of the shader: no standing is told by its color alone. */
export const shapeOf: Readonly<Record<Standing, number>> = {
  active: 0,
  quiet: 1,
  dormant: 2,
  left: 3,
  outside: 0,
};

/** `probe`: an element of the page whose color is set to each custom property in turn. */
export function readLook(probe: HTMLElement): Look {
  const read = (property: string): string => {
    probe.style.color = `var(--${property})`;
    return getComputedStyle(probe).color;
  };
  const card = read('card');
  const ink = read('ink');
  const colors = standings.map((standing) => [standing, read(`net-${standing}`)] as const);
  const look: Look = {
    standings: byStanding(colors),
    faded: byStanding(colors.map(([standing, color]) => [standing, mixed(color, card, 0.26)])),
    ink,
    card,
    tie: mixed(ink, card, 0.13),
    strong: mixed(ink, card, 0.75),
    font: getComputedStyle(document.body).fontFamily,
  };
  probe.style.color = '';
  return look;
}

const byStanding = (pairs: readonly (readonly [Standing, string])[]) =>
  Object.fromEntries(pairs) as Record<Standing, string>;

/** So much of one color in another. Colors as browsers compute them: rgb(r, g, b). */
export function mixed(color: string, into: string, part: number): string {
  const [a, b] = [numbers(color), numbers(into)];
  return `rgb(${a.map((value, i) => Math.round(value * part + b[i] * (1 - part))).join(', ')})`;
}

const numbers = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
