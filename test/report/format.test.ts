import { describe, expect, it } from 'vitest';
import {
  amount,
  asChange,
  change,
  count,
  horizon,
  inRanges,
  locales,
  money,
  number,
  percent,
  points,
  pointsWithUnit,
  probability,
} from '../../src/report/format.ts';

const both = (write: (locale: (typeof locales)[number]) => string) => locales.map(write);

describe('number', () => {
  it('is short: thousands in English, tens of thousands in Chinese', () => {
    expect(both((locale) => number(122_345, locale))).toEqual(['122K', '12.2万']);
    expect(both((locale) => number(1234, locale))).toEqual(['1.23K', '1,230']);
    expect(both((locale) => number(123_456_789, locale))).toEqual(['123M', '1.23亿']);
    expect(both((locale) => number(0.4567, locale))).toEqual(['0.457', '0.457']);
  });

  it('has two digits in ranges and a sign in changes, with a real minus', () => {
    expect(number(21_345, 'en', inRanges)).toBe('21K');
    expect(number(21_345, 'en', asChange)).toBe('+21K');
    expect(number(-21_345, 'en', asChange)).toBe('−21K');
    expect(number(0, 'en', asChange)).toBe('0');
    expect(number(-0, 'en')).toBe('0');
  });

  it('is in full as a count', () => {
    expect(both((locale) => count(12_345, locale))).toEqual(['12,345', '12,345']);
  });
});

describe('percent and points', () => {
  it('writes a part in percent, never short of a thousand', () => {
    expect(both((locale) => percent(0.0943, locale))).toEqual(['9.4%', '9.4%']);
    expect(percent(0.1834, 'en', asChange)).toBe('+18%');
    expect(percent(-0.1834, 'en', asChange)).toBe('−18%');
    expect(percent(12.34, 'en')).toBe('1,200%');
  });

  it('writes a difference of shares in points', () => {
    expect(both((locale) => pointsWithUnit(0.061, locale, asChange))).toEqual([
      '+6.1 points',
      '+6.1 个百分点',
    ]);
    expect(pointsWithUnit(-0.01, 'en', asChange)).toBe('−1 point');
    expect(pointsWithUnit(0.0104, 'en')).toBe('1 point');
    expect(points(-0.0234, 'en')).toBe('−2.3');
  });

  it('takes less than a hundredth of a percent as nothing, without a sign', () => {
    expect(percent(-0.00004, 'en', asChange)).toBe('0%');
    expect(pointsWithUnit(0.00004, 'en', asChange)).toBe('0 points');
  });
});

describe('money', () => {
  it('is written as the language does', () => {
    expect(both((locale) => money(122_000, 'CNY', locale))).toEqual(['¥122K', '12.2万元']);
    expect(both((locale) => money(-3210, 'CNY', locale, inRanges))).toEqual(['−¥3.2K', '−3,200\u00a0元']);
    expect(both((locale) => money(21_345, 'USD', locale, asChange))).toEqual(['+$21K', '+US$2.1万']);
  });

  it('never parts from its unit: no space that could break', () => {
    for (const currency of ['CNY', 'USD', 'EUR', 'CHF', 'XYZ'])
      for (const locale of locales)
        for (const amount of [-21_345, 1234, 7]) expect(money(amount, currency, locale)).not.toContain(' ');
  });
});

describe('probability', () => {
  it('is in whole percent, with words at the ends', () => {
    expect(both((locale) => probability(0.9701, locale))).toEqual(['97%', '97%']);
    expect(both((locale) => probability(1, locale))).toEqual(['over 99%', '超过 99%']);
    expect(both((locale) => probability(0, locale))).toEqual(['under 1%', '不到 1%']);
    expect(probability(0.991, 'en')).toBe('over 99%');
    expect(probability(0.99, 'en')).toBe('99%');
    expect(probability(0.01, 'en')).toBe('1%');
    expect(probability(0.009, 'en')).toBe('under 1%');
  });

  it('is every whole percent itself, whatever binary fractions make of it', () => {
    for (let whole = 1; whole <= 99; whole++) expect(probability(whole / 100, 'en')).toBe(`${whole}%`);
  });

  it('never rounds onto a bound of the rules from the wrong side', () => {
    expect(probability(0.946, 'en')).toBe('94%');
    expect(probability(0.952, 'en')).toBe('95%');
    expect(probability(0.896, 'en')).toBe('89%');
    expect(probability(0.498, 'en')).toBe('49%');
    expect(probability(0.104, 'en')).toBe('11%');
    expect(probability(0.052, 'en')).toBe('6%');
    expect(probability(0.048, 'en')).toBe('5%');
  });
});

describe('horizon', () => {
  it('is in months where the file says months, else in days', () => {
    const year = { horizonDays: 365, horizonMonths: 12 };
    expect(horizon(year, 'en')).toEqual({ before: '12-month', alone: '12 months' });
    expect(horizon(year, 'zh-CN')).toEqual({ before: '12 个月', alone: '12 个月' });
    const days = { horizonDays: 100, horizonMonths: null };
    expect(horizon(days, 'en')).toEqual({ before: '100-day', alone: '100 days' });
    expect(horizon(days, 'zh-CN')).toEqual({ before: '100 天', alone: '100 天' });
  });

  it('is one month or one day', () => {
    expect(horizon({ horizonDays: 30, horizonMonths: 1 }, 'en').alone).toBe('1 month');
    expect(horizon({ horizonDays: 1, horizonMonths: null }, 'en').alone).toBe('1 day');
  });
});

describe('amount and change', () => {
  it('follow the unit of the metric', () => {
    expect(amount(0.6234, 'share', 'CNY', 'en')).toBe('62.3%');
    expect(change(0.0234, 'share', 'CNY', 'en')).toBe('+2.3 points');
    expect(change(2345, 'money', 'CNY', 'en')).toBe('+¥2.3K');
    expect(change(-2345, 'people', 'CNY', 'en')).toBe('−2.3K');
    expect(both((locale) => amount(1234, 'hours', 'CNY', locale))).toEqual(['1.23K hours', '1,230 小时']);
    expect(amount(2.3456, 'score', 'CNY', 'en')).toBe('2.35');
  });
});
