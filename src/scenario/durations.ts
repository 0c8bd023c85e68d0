/** Spans of time that files may name. */
import { MONTH_DAYS } from '../metrics/calendar.ts';

/** Length in days of each span from a day up. */
export const spanDays: ReadonlyMap<string, number> = new Map([
  ['day', 1],
  ['week', 7],
  ['month', MONTH_DAYS],
  ['year', 12 * MONTH_DAYS],
]);

/** `amount` hours, days, weeks, months or years in days, months and years rounded to whole days; null for another span. */
export function durationDays(amount: number, span: string): number | null {
  if (span === 'hour') return amount / 24;
  const days = spanDays.get(span);
  if (days === undefined) return null;
  return days > 7 ? Math.round(amount * days) : amount * days;
}

/** `amount` per hour, day, week, month or year as a rate per day; null for another span. */
export function ratePerDay(amount: number, span: string): number | null {
  if (span === 'hour') return amount * 24;
  const days = spanDays.get(span);
  return days === undefined ? null : amount / days;
}
