/**
 * Who is ahead when, as a sentence.
 *
 * An arm is ahead at a mark where it is strictly better in at least two worlds of three and the median difference can
 * be seen (over half a percent of the highest median drawn). Everything else is level: a line that lies above another
 * by a hair is no answer.
 */
import { numbersOf, quantile, sorted } from '../../analysis/quantiles.ts';
import type { Locale } from '../format.ts';
import type { Slots } from '../format-message.ts';
import type { Path, TimeLine } from './course.ts';
import { quoted, say } from './words.ts';

export type State = 'ahead' | 'behind' | 'level' | 'same';

const AHEAD_IN = 2 / 3;
const VISIBLE = 0.005;

/** The state of the arm against the baseline at each mark; `same` where no world differs. */
export function statesOf(
  arm: readonly Path[],
  baseline: readonly Path[],
  direction: 1 | -1,
  highest: number,
): State[] {
  const marks = arm[0]?.length ?? 0;
  return Array.from({ length: marks }, (_, i) => {
    const leads = sorted(numbersOf(arm.map((path, w) => (path[i] - baseline[w][i]) * direction)));
    if (leads.length === 0) return 'level';
    if (leads.every((lead) => lead === 0)) return 'same';
    const ahead = leads.filter((lead) => lead > 0).length / leads.length;
    const behind = leads.filter((lead) => lead < 0).length / leads.length;
    const isVisible = Math.abs(quantile(leads, 0.5)) > VISIBLE * highest;
    if (isVisible && ahead >= AHEAD_IN) return 'ahead';
    if (isVisible && behind >= AHEAD_IN) return 'behind';
    return 'level';
  });
}

export interface Lead {
  readonly states: readonly State[];
  readonly line: TimeLine;
  readonly worlds: number;
  /** Labels of the arm and the baseline. */
  readonly arm: string;
  readonly baseline: string;
  /** No third arm could be the one that leads. */
  readonly alone: boolean;
  readonly locale: Locale;
}

/** The sentence for a course of states. */
export function leadSentence({ states, line, worlds, arm, baseline, alone, locale }: Lead): string {
  const words = messages[locale][alone ? 'alone' : 'among'];
  const other = messages[locale];
  const tell = (message: string, slots: Slots = {}) =>
    say(message, { arm: quoted(arm), baseline: quoted(baseline), ...slots }, locale);
  const when = (mark: number) => say(other[line.unit], { count: Math.ceil(line.times[mark] - 1e-9) }, locale);

  if (states.every((state) => state === 'same')) return tell(other.same, { worlds });
  const decided = states
    .map((state, i) => ({ state, i }))
    .filter(({ state }) => state === 'ahead' || state === 'behind');
  const turns = decided.filter(({ state }, k) => k > 0 && state !== decided[k - 1].state).length;
  const last = decided.at(-1);
  if (!last) return tell(other.level);
  if (last.i < states.length - 1)
    return tell(last.state === 'ahead' ? words.aheadThenLevel : words.behindThenLevel, {
      until: when(last.i),
    });
  if (turns > 1) return tell(last.state === 'ahead' ? words.turnsAhead : words.turnsBehind, { turns });
  const since = states.length - [...states].reverse().findIndex((state) => state !== last.state);
  const from = states.every((state) => state === last.state) ? 0 : since;
  if (turns === 1) {
    const before = decided.filter(({ state }) => state !== last.state).at(-1);
    const slots = { until: when(before?.i ?? 0), from: when(from) };
    return tell(last.state === 'ahead' ? words.overtakes : words.overtaken, slots);
  }
  if (from === 0) return tell(last.state === 'ahead' ? words.always : words.never);
  return tell(last.state === 'ahead' ? words.aheadFrom : words.behindFrom, { from: when(from) });
}

const messages = {
  en: {
    same: 'No difference in any of {worlds} worlds',
    level: '{arm} and {baseline} stay level throughout',
    month: 'month {count}',
    day: 'day {count}',
    alone: {
      always: '{arm} leads from the start',
      never: '{baseline} leads from the start',
      aheadFrom: '{arm} leads from {from} on',
      behindFrom: '{baseline} leads from {from} on',
      overtakes: '{baseline} leads until {until}, {arm} from {from} on',
      overtaken: '{arm} leads until {until}, {baseline} from {from} on',
      aheadThenLevel: '{arm} leads until {until}, then it could go either way',
      behindThenLevel: '{baseline} leads until {until}, then it could go either way',
      turnsAhead: 'The lead changes {turns} times; at the end it is with {arm}',
      turnsBehind: 'The lead changes {turns} times; at the end it is with {baseline}',
    },
    among: {
      always: '{arm} is ahead of {baseline} from the start',
      never: '{arm} is behind {baseline} from the start',
      aheadFrom: '{arm} is ahead of {baseline} from {from} on',
      behindFrom: '{arm} is behind {baseline} from {from} on',
      overtakes: '{arm} is behind {baseline} until {until}, ahead from {from} on',
      overtaken: '{arm} is ahead of {baseline} until {until}, behind from {from} on',
      aheadThenLevel: '{arm} is ahead of {baseline} until {until}, then it could go either way',
      behindThenLevel: '{arm} is behind {baseline} until {until}, then it could go either way',
      turnsAhead: 'The lead changes {turns} times; at the end {arm} is ahead of {baseline}',
      turnsBehind: 'The lead changes {turns} times; at the end {arm} falls behind {baseline}',
    },
  },
  'zh-CN': {
    same: '{worlds} 个模拟世界中均无差别',
    level: '{arm}与{baseline}始终不相上下',
    month: '第 {count} 个月',
    day: '第 {count} 天',
    alone: {
      always: '{arm}自始领先',
      never: '{baseline}自始领先',
      aheadFrom: '{arm}从{from}起领先',
      behindFrom: '{baseline}从{from}起领先',
      overtakes: '{baseline}领先到{until}，{arm}从{from}起领先',
      overtaken: '{arm}领先到{until}，{baseline}从{from}起领先',
      aheadThenLevel: '{arm}领先到{until}，此后难分高下',
      behindThenLevel: '{baseline}领先到{until}，此后难分高下',
      turnsAhead: '领先者换了 {turns} 次，期末{arm}在前',
      turnsBehind: '领先者换了 {turns} 次，期末{baseline}在前',
    },
    among: {
      always: '{arm}自始领先于{baseline}',
      never: '{arm}自始落后于{baseline}',
      aheadFrom: '{arm}从{from}起领先于{baseline}',
      behindFrom: '{arm}从{from}起落后于{baseline}',
      overtakes: '{arm}落后于{baseline}到{until}，从{from}起领先',
      overtaken: '{arm}领先于{baseline}到{until}，从{from}起落后',
      aheadThenLevel: '{arm}领先于{baseline}到{until}，此后难分高下',
      behindThenLevel: '{arm}落后于{baseline}到{until}，此后难分高下',
      turnsAhead: '领先者换了 {turns} 次，期末{arm}领先于{baseline}',
      turnsBehind: '领先者换了 {turns} 次，期末{arm}落后于{baseline}',
    },
  },
} as const;
