/**
 * What a viewer must know before any chart when a result is extreme because a community empties. Said
 * in words, since a flat line explains nothing.
 */
import type { WorldResult } from '../experiment/results.ts';
import { MONTH_DAYS } from '../metrics/calendar.ts';
import type { OwnText, Scenario } from '../scenario/scenario.ts';
import { inLocale, plain } from './charts/source.ts';
import { type Locale, percent } from './format.ts';
import { fill } from './format-message.ts';

/** Share of worlds from which on an extreme is worth saying. */
const WORTH_SAYING = 0.05;

const emptied: Readonly<Record<Locale, string>> = {
  en: 'Under “{arm}” all members left, by month {month} in the middle case, in {share} of worlds.',
  'zh-CN': '在“{arm}”下，{share} 的模拟世界中所有成员都离开了（中位为第 {month} 个月）。',
};

/** Extremes of every arm; empty where there are none. */
export function extremesOf(scenario: Scenario, results: readonly WorldResult[]): OwnText[] {
  return scenario.arms.flatMap((arm, place) => {
    const worlds = results.filter((result) => result.arm === place);
    const ends = worlds.flatMap(({ daily }) => {
      const day = emptiedOn(daily.members);
      return day === null ? [] : [day];
    });
    const share = worlds.length > 0 ? ends.length / worlds.length : 0;
    if (share < WORTH_SAYING) return [];
    const middle = [...ends].sort((a, b) => a - b)[Math.floor(ends.length / 2)];
    const text = (locale: Locale) =>
      fill(
        emptied[locale],
        {
          arm: plain(inLocale(arm.label, locale)),
          month: Math.max(1, Math.ceil((middle + 1) / MONTH_DAYS)),
          share: percent(share, locale),
        },
        locale,
      );
    return [{ en: text('en'), 'zh-CN': text('zh-CN') }];
  });
}

/** The first day of the last stretch without members; null while there are some at the end. */
function emptiedOn(members: Float64Array | undefined): number | null {
  if (members === undefined || members.length === 0 || members[members.length - 1] > 0) return null;
  let day = members.length - 1;
  while (day > 0 && members[day - 1] === 0) day--;
  return day;
}
