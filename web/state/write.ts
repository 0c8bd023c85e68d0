/** Values as a scenario file writes them: short ones in a line, `{ load: 6 per hour }`, long ones as indented lines. */
import { stringify } from 'yaml';
import { isPlainMapping, type Plain } from './plain.ts';

/** Longest value that stays in its line. */
const LINE = 90;

/** Texts that need no quotes, unless they would be read as something else: the caller reads them back. */
const bare = /^[\p{L}\p{N}](?:[\p{L}\p{N} ()%.+/_？！，。、：；-]*[\p{L}\p{N})%？！。])?$/u;
const notText = /^(?:[-+.\d][\d._]*(?:e[-+]?\d+)?|0[xo][\da-f]+|true|false|null|on|off|yes|no)$/i;

/** One value in one line. */
export function inLine(value: Plain): string {
  if (Array.isArray(value)) return `[${value.map(inLine).join(', ')}]`;
  if (isPlainMapping(value)) {
    const parts = Object.entries(value).map(([key, part]) => `${inLine(key)}: ${inLine(part)}`);
    return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
  }
  if (typeof value === 'string') return bare.test(value) && !isOther(value) ? value : JSON.stringify(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return nonFinite(value);
  return Object.is(value, -0) ? '-0' : String(value);
}

/** `on` and `off` are plain words to the parser, and read better without quotes. */
const isOther = (text: string): boolean => notText.test(text) && text !== 'on' && text !== 'off';

const nonFinite = (value: number): string => (Number.isNaN(value) ? '.nan' : value > 0 ? '.inf' : '-.inf');

/** What follows `key:` or stands at a column: in the line where that is short, else in lines of its own. */
export function afterKey(value: Plain, column: number, newline: string): string {
  const short = inLine(value);
  if (value === null || typeof value !== 'object' || short.length <= LINE) return ` ${short}`;
  return newline + inLines(value, column + 2, newline);
}

/** A list or mapping as lines from a column on; without a line end after the last. */
export function inLines(value: Plain, column: number, newline: string): string {
  const lines = stringify(value, { lineWidth: 0, version: '1.2', schema: 'core' }).trimEnd().split('\n');
  return lines.map((line) => (line === '' ? '' : ' '.repeat(column) + line)).join(newline);
}
