/** The form of `--until` and `--time-budget`: what can be told before a scenario is read. */

/** METRIC decided, or METRIC of ARM decided. */
export const untilForm = /^\s*(\S(?:.*\S)?)\s+decided\s*$/is;

/** `60s`, `5 min`, `1.5h`, in milliseconds; undefined for anything else. */
export function timeOf(text: string): number | undefined {
  const [, number, unit] =
    /^\s*(\d{1,9}(?:\.\d+)?)\s*(s|sec|seconds?|m|min|minutes?|h|hours?)\s*$/i.exec(text) ?? [];
  if (number === undefined) return undefined;
  const each = { s: 1000, m: 60_000, h: 3_600_000 }[unit[0].toLowerCase() as 's' | 'm' | 'h'];
  const time = Number(number) * each;
  return time > 0 && time <= MOST_TIME ? time : undefined;
}

/** The longest that a timer can wait. [ms] */
const MOST_TIME = 2_147_483_647;
