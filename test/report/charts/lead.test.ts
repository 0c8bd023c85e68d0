import { describe, expect, it } from 'vitest';
import type { TimeLine } from '../../../src/report/charts/course.ts';
import { leadSentence, type State, statesOf } from '../../../src/report/charts/lead.ts';
import type { Locale } from '../../../src/report/format.ts';

const year: TimeLine = {
  unit: 'month',
  length: 12,
  days: Array.from({ length: 12 }, (_, i) => Math.round((365 * (i + 1)) / 12)),
  times: Array.from({ length: 12 }, (_, i) => i + 1),
};

const marks: Readonly<Record<string, State>> = { '+': 'ahead', '-': 'behind', '~': 'level', '=': 'same' };

/** The sentence for a year of months written as signs: `-----~++++++`. */
function sentence(signs: string, locale: Locale = 'en', alone = true): string {
  const zh = locale === 'zh-CN';
  return leadSentence({
    states: [...signs].map((sign) => marks[sign]),
    line: year,
    worlds: 40,
    arm: zh ? '定向广告' : 'Tailored ads',
    baseline: zh ? '硬广' : 'Blunt ads',
    alone,
    locale,
  });
}

describe('who is ahead at a mark', () => {
  const baseline = [[100], [100], [100], [100], [100], [100]];
  const arm = (...values: number[]) => values.map((value) => [value]);

  it('needs two worlds of three', () => {
    expect(statesOf(arm(110, 110, 110, 110, 90, 90), baseline, 1, 100)).toEqual(['ahead']);
    expect(statesOf(arm(110, 110, 110, 110, 90, 90), baseline, -1, 100)).toEqual(['behind']);
    expect(statesOf(arm(110, 110, 110, 90, 90), baseline, 1, 100)).toEqual(['level']);
  });

  it('needs a median difference that can be seen', () => {
    expect(statesOf(arm(101, 101, 101, 101, 101, 101), baseline, 1, 100)).toEqual(['ahead']);
    expect(statesOf(arm(101, 101, 101, 101, 101, 101), baseline, 1, 1000)).toEqual(['level']);
  });

  it('is the same only where no world differs, and level without numbers', () => {
    expect(statesOf(baseline, baseline, 1, 100)).toEqual(['same']);
    expect(statesOf(arm(100, 100, 100, 100, 100, 100.01), baseline, 1, 100)).toEqual(['level']);
    expect(statesOf([[Number.NaN]], [[1]], 1, 1)).toEqual(['level']);
  });
});

describe('the sentence of a course', () => {
  const cases: readonly [string, string, string][] = [
    ['============', 'No difference in any of 40 worlds', '40 个模拟世界中均无差别'],
    [
      '~~~~~~~~~~~~',
      '“Tailored ads” and “Blunt ads” stay level throughout',
      '“定向广告”与“硬广”始终不相上下',
    ],
    ['++++++++++++', '“Tailored ads” leads from the start', '“定向广告”自始领先'],
    ['------------', '“Blunt ads” leads from the start', '“硬广”自始领先'],
    ['~~++++++++++', '“Tailored ads” leads from month 3 on', '“定向广告”从第 3 个月起领先'],
    ['==~~~-------', '“Blunt ads” leads from month 6 on', '“硬广”从第 6 个月起领先'],
    [
      '-----~++++++',
      '“Blunt ads” leads until month 5, “Tailored ads” from month 7 on',
      '“硬广”领先到第 5 个月，“定向广告”从第 7 个月起领先',
    ],
    [
      '++++--------',
      '“Tailored ads” leads until month 4, “Blunt ads” from month 5 on',
      '“定向广告”领先到第 4 个月，“硬广”从第 5 个月起领先',
    ],
    [
      '++++++++~~~~',
      '“Tailored ads” leads until month 8, then it could go either way',
      '“定向广告”领先到第 8 个月，此后难分高下',
    ],
    [
      '--++--++++++',
      'The lead changes 3 times; at the end it is with “Tailored ads”',
      '领先者换了 3 次，期末“定向广告”在前',
    ],
    ['++~~++++++++', '“Tailored ads” leads from month 5 on', '“定向广告”从第 5 个月起领先'],
  ];
  it.each(cases)('%s', (signs, english, chinese) => {
    expect(sentence(signs)).toBe(english);
    expect(sentence(signs, 'zh-CN')).toBe(chinese);
  });

  it('compares with the baseline alone where a third arm may lead', () => {
    expect(sentence('~~++++++++++', 'en', false)).toBe(
      '“Tailored ads” is ahead of “Blunt ads” from month 3 on',
    );
    expect(sentence('-----~++++++', 'en', false)).toBe(
      '“Tailored ads” is behind “Blunt ads” until month 5, ahead from month 7 on',
    );
    expect(sentence('------------', 'zh-CN', false)).toBe('“定向广告”自始落后于“硬广”');
  });
});
