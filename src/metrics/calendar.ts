/** Mean length of a year and of a month. [days] */
export const YEAR_DAYS = 365.25;
export const MONTH_DAYS = 30.4375;

/** Day on which month `month` of a run or of a life begins, counted from 0; months take turns of 30 and 31 days. */
export const monthStart = (month: number): number => Math.round(month * MONTH_DAYS);

/** How many months a number of days begins: 12 for 365. */
export function monthsBegun(days: number): number {
  let months = 0;
  while (monthStart(months) < days) months++;
  return months;
}

/** The month that each of so many days is in. */
export function monthOfDays(days: number): Uint16Array {
  const months = new Uint16Array(days);
  for (let day = 0, month = 0; day < days; day++) {
    if (day >= monthStart(month + 1)) month++;
    months[day] = month;
  }
  return months;
}
