/**
 * Numbers for people, in their language: `¥122K` and `12.2万元`, `+18%` and `+6 points`, never `0.18342`.
 *
 * Figures are short (three digits, two in ranges), minus is a real minus, a unit never parts from its number. A part of
 * an amount is written in percent, a difference of two shares in points; the two are never mixed.
 */
import type { MetricUnit } from '../metrics/definitions.ts';
import { fill } from './format-message.ts';

export type Locale = 'en' | 'zh-CN';

export const locales: readonly Locale[] = ['en', 'zh-CN'];

export interface NumberStyle {
  /** Significant digits. Default: 3. */
  readonly digits?: 1 | 2 | 3 | 4;
  /** Writes a plus before what is above 0. */
  readonly signed?: boolean;
}

/** Digits of ranges and of differences: more would promise more than worlds can give. */
export const inRanges = { digits: 2 } as const;
export const asChange = { digits: 2, signed: true } as const;

const formats = new Map<string, Intl.NumberFormat>();

/** Making a format is slow, using it is fast. */
function format(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, options);
  formats.set(key, made);
  return made;
}

const realMinus = (text: string): string => text.replace('-', '−');

function write(value: number, locale: Locale, style: NumberStyle, more: Intl.NumberFormatOptions): string {
  const { digits = 3, signed = false } = style;
  const options: Intl.NumberFormatOptions = {
    notation: 'compact',
    // Else Chinese has 1200 where English has 1,200.
    useGrouping: true,
    maximumSignificantDigits: digits,
    signDisplay: signed ? 'exceptZero' : 'negative',
    ...more,
  };
  return realMinus(format(locale, options).format(value));
}

/** A plain number: `1.2K`, `1,200`, `12.2万`. */
export function number(value: number, locale: Locale, style: NumberStyle = {}): string {
  return write(value, locale, style, {});
}

/** A whole number in full: `1,234`. */
export function count(value: number, locale: Locale): string {
  return realMinus(format(locale, { maximumFractionDigits: 0 }).format(value));
}

/** A part in percent: 0.0943 is `9.4%` in ranges. Below a hundredth of a percent it is nothing. */
export function percent(part: number, locale: Locale, style: NumberStyle = inRanges): string {
  const value = Math.abs(part) < 0.00005 ? 0 : part;
  return write(value, locale, style, { style: 'percent', notation: 'standard' });
}

/** A difference of two shares as a bare number of points: 0.061 is `6.1`. */
export function points(difference: number, locale: Locale, style: NumberStyle = inRanges): string {
  const value = Math.abs(difference) < 0.00005 ? 0 : difference * 100;
  return write(value, locale, style, { notation: 'standard' });
}

/** A difference of two shares with its unit: `+6.1 points`, `+6.1 个百分点`. */
export function pointsWithUnit(difference: number, locale: Locale, style: NumberStyle = inRanges): string {
  const text = points(difference, locale, style);
  const isOne = text.replace(/^[+−]/, '') === '1';
  return fill(words[locale].points, { text, count: isOne ? 1 : 2 }, locale);
}

/** Money in whole units of the currency: `¥122K`, `12.2万元`, `−US$3.4K`. */
export function money(amount: number, currency: string, locale: Locale, style: NumberStyle = {}): string {
  if (locale === 'zh-CN' && currency === 'CNY') return inYuan(number(amount, locale, style));
  const isOwn = currency === 'CNY';
  return write(amount, locale, style, {
    style: 'currency',
    currency,
    currencyDisplay: isOwn ? 'narrowSymbol' : 'symbol',
  });
}

/** `1,200 元`, `12.2万元`. */
const inYuan = (text: string): string => `${text}${/\d$/.test(text) ? '\u00a0' : ''}元`;

/** A chance in whole percent, `over 99%` and `under 1%` at the ends. */
export function probability(chance: number, locale: Locale): string {
  if (chance > 0.99) return fill(words[locale].over, { text: percent(0.99, locale) }, locale);
  if (chance < 0.01) return fill(words[locale].under, { text: percent(0.01, locale) }, locale);
  return percent(wholePercent(chance) / 100, locale);
}

/**
 * Rounds to whole percent, but never onto a bound of the verdict's rules (5, 10, 50, 90, 95) from the wrong side: 94.6 %
 * is not the 95 % that the rules ask for, so it is written as 94 %.
 */
function wholePercent(chance: number): number {
  const exact = Number((chance * 100).toPrecision(12));
  const whole = Math.round(exact);
  if ([50, 90, 95].includes(whole) && exact < whole) return whole - 1;
  if ([5, 10].includes(whole) && exact > whole) return whole + 1;
  return whole;
}

/** A length of time, before the thing that lasts (`12-month`) and alone (`12 months`). */
export function horizon(
  { horizonDays, horizonMonths }: { readonly horizonDays: number; readonly horizonMonths: number | null },
  locale: Locale,
): { before: string; alone: string } {
  const { beforeMonths, months, beforeDays, days } = words[locale];
  const inMonths = horizonMonths !== null;
  const slots = { count: inMonths ? horizonMonths : horizonDays };
  return {
    before: fill(inMonths ? beforeMonths : beforeDays, slots, locale),
    alone: fill(inMonths ? months : days, slots, locale),
  };
}

/** A value of a metric: `¥1.2M`, `62%`, `1.2K hours`. */
export function amount(
  value: number,
  unit: MetricUnit,
  currency: string,
  locale: Locale,
  style: NumberStyle = {},
): string {
  if (unit === 'money') return money(value, currency, locale, style);
  if (unit === 'share') return percent(value, locale, style);
  if (unit === 'hours' || unit === 'minutes')
    return fill(words[locale][unit], { text: number(value, locale, style), count: value }, locale);
  return number(value, locale, style);
}

/** A difference of two values of a metric: as `amount`, but shares in points. */
export function change(
  difference: number,
  unit: MetricUnit,
  currency: string,
  locale: Locale,
  style: NumberStyle = asChange,
): string {
  if (unit === 'share') return pointsWithUnit(difference, locale, style);
  return amount(difference, unit, currency, locale, style);
}

const words = {
  en: {
    points: '{text} {count, plural, one {point} other {points}}',
    hours: '{text} {count, plural, one {hour} other {hours}}',
    minutes: '{text} {count, plural, one {minute} other {minutes}}',
    over: 'over {text}',
    under: 'under {text}',
    beforeMonths: '{count}-month',
    months: '{count, plural, one {# month} other {# months}}',
    beforeDays: '{count}-day',
    days: '{count, plural, one {# day} other {# days}}',
  },
  'zh-CN': {
    points: '{text} 个百分点',
    hours: '{text} 小时',
    minutes: '{text} 分钟',
    over: '超过 {text}',
    under: '不到 {text}',
    beforeMonths: '{count} 个月',
    months: '{count} 个月',
    beforeDays: '{count} 天',
    days: '{count} 天',
  },
} as const satisfies Record<Locale, Record<string, string>>;
