/**
 * How charts look: paper, ink, one rule weight, color only for arms.
 *
 * Arms take their color and dash by their place in the scenario, never by how well they do; the baseline is always
 * grey. The palette keeps its colors apart under the three common kinds of color blindness, and dashes and direct
 * labels carry the same facts in greyscale. Text wants more contrast than lines (4.5:1 instead of 3:1), so two colors
 * have a stronger shade for words.
 */

/** `page`: colors are the custom properties of a page's style sheet, so that one drawing serves light and dark. */
export type Theme = 'light' | 'dark' | 'page';

/** Where a chart is shown: beside others on a screen, or on a phone and in print, drawn anew for the width. */
export type Size = 'wide' | 'phone';

export interface Look {
  readonly theme: Theme;
  readonly size: Size;
  /** With the title in the drawing; without it where the page says it in words of its own. */
  readonly titled: boolean;
  /** `false`: without the arms' names at the ends of their lines, where the page has a key of its own. Default: true. */
  readonly labeled?: boolean;
}

export interface Colors {
  readonly card: string;
  readonly ink: string;
  /** Secondary words, axes. */
  readonly soft: string;
  /** Grid. */
  readonly rule: string;
  /** Zones. */
  readonly faint: string;
  /** By place of the arm. */
  readonly arms: readonly string[];
  /** The same for words. */
  readonly armTexts: readonly string[];
}

export const light: Colors = {
  card: '#ffffff',
  ink: '#1d2126',
  soft: '#5b6169',
  rule: '#e4e1d9',
  faint: '#f1efe9',
  arms: ['#5b6169', '#0072b2', '#d55e00', '#661100', '#aa11ff'],
  armTexts: ['#5b6169', '#0072b2', '#b85000', '#661100', '#a800ff'],
};

export const dark: Colors = {
  card: '#1b1f24',
  ink: '#eceae4',
  soft: '#a7afb8',
  rule: '#2c3138',
  faint: '#252b32',
  arms: ['#a7afb8', '#56b4e9', '#e69f00', '#bb44ff', '#dd5544'],
  armTexts: ['#a7afb8', '#56b4e9', '#e69f00', '#c562ff', '#e56a5a'],
};

const page: Colors = {
  card: 'var(--card)',
  ink: 'var(--ink)',
  soft: 'var(--soft)',
  rule: 'var(--rule)',
  faint: 'var(--faint)',
  arms: light.arms.map((_, i) => `var(--arm${i})`),
  armTexts: light.armTexts.map((_, i) => `var(--text${i})`),
};

export const colorsOf = (theme: Theme): Colors => ({ light, dark, page })[theme];

/** Dashes of the arms' lines: the baseline's are long, the first arm's line is whole. */
const dashes: readonly (readonly number[])[] = [
  [7, 4],
  [1, 0],
  [2, 2.5],
  [9, 3, 2, 3],
  [4, 2],
];

/** Beyond four colored arms colors and dashes begin again (a page shows such arms by their labels alone). */
const turn = <T>(list: readonly T[], arm: number): T =>
  arm === 0 ? list[0] : list[1 + ((arm - 1) % (list.length - 1))];

export const armColor = (colors: Colors, arm: number): string => turn(colors.arms, arm);
export const armText = (colors: Colors, arm: number): string => turn(colors.armTexts, arm);
export const armDash = (arm: number): readonly number[] => turn(dashes, arm);
/** The number of a color in a style sheet. */
export const armPlace = (arm: number): number => (arm === 0 ? 0 : 1 + ((arm - 1) % (light.arms.length - 1)));
