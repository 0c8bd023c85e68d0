/**
 * Decimal text without loss: `7%` is the number nearest to .07, and .07 is printed as `7%`. Multiplying by 100 would
 * give 7.000000000000001.
 */

const pattern = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d{1,4}))?$/i;

/** The number that the text spells, its decimal point moved by `places` to the right; NaN if it spells none. */
export function readDecimal(text: string, places = 0): number {
  const match = pattern.exec(text);
  if (!match || (match[2] === '' && match[3] === '')) return Number.NaN;
  const [, sign, whole, part, exponent] = match;
  return Number(`${sign}${whole || '0'}.${part || '0'}e${Number(exponent ?? 0) + places}`);
}

/** Shortest text that spells `value` with its decimal point moved by `places` to the right. */
export function printDecimal(value: number, places = 0): string {
  const [digits, exponent] = value.toExponential().split('e');
  const sign = digits.startsWith('-') ? '-' : '';
  const figures = digits.replace('-', '').replace('.', '');
  const point = Number(exponent) + places + 1;
  if (value === 0) return '0';
  if (point > 21 || point < -6) return `${sign}${figures[0]}.${figures.slice(1) || '0'}e${point - 1}`;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${figures}`;
  if (point >= figures.length) return `${sign}${figures}${'0'.repeat(point - figures.length)}`;
  return `${sign}${figures.slice(0, point)}.${figures.slice(point)}`;
}

/** The number that a text begins with and the words after it; null if it begins with none. */
export function splitNumber(text: string): { readonly number: string; readonly words: string } | null {
  const begin = text.trim();
  const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,4}(?![\w.]))?/i.exec(begin)?.[0];
  return number === undefined
    ? null
    : { number, words: begin.slice(number.length).trim().replace(/\s+/g, ' ') };
}
