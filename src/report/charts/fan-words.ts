/** What the fan chart says. */
import type { Locale } from '../format.ts';
import type { TimeLine } from './course.ts';
import { niceStep, ticksWithin } from './scale.ts';
import { say } from './words.ts';

/** Whole units of time, from 0 to the end. */
export function tickTimes(length: number, most: number): number[] {
  const steps = [1, 2, 3, 6, 12, 24];
  const step = steps.find((each) => length / each <= most) ?? niceStep(length, most);
  return ticksWithin(0, length, step);
}

export function timeLabel(time: number, line: TimeLine, locale: Locale): string {
  const text = fanWords[locale];
  if (time === 0) return text.start;
  const count = Math.round(time * 10) / 10;
  return say(text[line.unit].tick, { count }, locale);
}

export const fanWords = {
  en: {
    month: { sum: '{metric} so far, month by month', level: '{metric} over the months', tick: '{count} mo' },
    day: { sum: '{metric} so far, day by day', level: '{metric} day by day', tick: 'day {count}' },
    time: { month: 'Month', day: 'Day' },
    start: 'start',
    bands: 'lines are medians, bands hold {held} of worlds, thin lines are single worlds',
    someBands: 'lines are medians; bands hold {held} of worlds of the two arms that the verdict compares',
    noDays: '{metric} has no daily value',
    onMembers: 'Members: {sentence}',
    joint: '; ',
    heldTwo: '50% and {interval}%',
    heldOne: '50%',
    moment: '{time}, {arm}: {median} ({low} to {high})',
    end: '{arm} {median}, {interval}% of worlds between {low} and {high}',
    endJoint: '; ',
    description: '{title}. At the end: {ends}.',
    ninety: '{interval}% range',
    range: '{low} to {high}',
    none: 'none',
  },
  'zh-CN': {
    month: { sum: '累计{metric}，按月', level: '{metric}，按月', tick: '{count} 个月' },
    day: { sum: '累计{metric}，按天', level: '{metric}，按天', tick: '第 {count} 天' },
    time: { month: '月', day: '天' },
    start: '开始',
    bands: '粗线为中位数，色带含 {held} 的模拟世界，细线为单个世界',
    someBands: '线为中位数；色带含结论所比两个方案 {held} 的模拟世界',
    noDays: '{metric}没有逐日数值',
    onMembers: '成员数：{sentence}',
    joint: '；',
    heldTwo: '50% 与 {interval}%',
    heldOne: '50%',
    moment: '{time}，{arm}：{median}（{low} 至 {high}）',
    end: '{arm} {median}，{interval}% 的模拟世界在 {low} 与 {high} 之间',
    endJoint: '；',
    description: '{title}。期末：{ends}。',
    ninety: '{interval}% 区间',
    range: '{low} 至 {high}',
    none: '无',
  },
} as const;
