import type { Locale } from '../../../src/report/format.ts';

const units = ['B', 'KB', 'MB', 'GB'];

/** `312 B`, `4.2 KB`, `1.3 MB`. */
export function fileSize(bytes: number, locale: Locale): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value.toLocaleString(locale, { maximumSignificantDigits: unit === 0 ? 4 : 2 })} ${units[unit]}`;
}
