import { describe, expect, it } from 'vitest';
import { MONTH_DAYS } from '../../src/metrics/calendar.ts';
import { findMetric, metricIndex, metrics } from '../../src/metrics/definitions.ts';
import { accounts } from '../../src/metrics/ledger.ts';
import { newTally } from '../../src/metrics/tally.ts';
import { quietScenario } from '../engine/isolated.ts';

const daily = new Set(metrics.filter(({ summary }) => summary !== 'state').map(({ name }) => name));

describe('metrics', () => {
  it('have names, labels and aliases of their own, in two languages', () => {
    const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
    const owner = new Map<string, string>();
    for (const { name, label, about, aliases = [] } of metrics) {
      for (const word of new Set([name, label.en, ...aliases].map(plain))) {
        expect(owner.get(word), word).toBeUndefined();
        owner.set(word, name);
      }
      expect(label['zh-CN'], name).toMatch(/\p{Script=Han}/u);
      expect(about['zh-CN'], name).toMatch(/\p{Script=Han}.*。$/u);
      expect(about.en, name).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('are found by name, label and alias, whatever the case, spaces and hyphens', () => {
    for (const [text, name] of [
      ['netRevenue', 'netRevenue'],
      ['Net revenue', 'netRevenue'],
      ['90-day retention', 'retention90'],
      ['retention 90', 'retention90'],
      ['k', 'reproduction'],
      ['d7', 'day7Return'],
    ])
      expect(findMetric(text)?.name, text).toBe(name);
    expect(findMetric('profit')).toBeUndefined();
    expect(findMetric('constructor')).toBeUndefined();
  });

  it('stand where the index says', () => {
    for (const [i, { name }] of metrics.entries()) expect(metricIndex[name]).toBe(i);
    expect(metricIndex.toString).toBeUndefined();
  });

  it('hold a day of everything that is counted and of every account', () => {
    for (const name of [...Object.keys(newTally()), ...accounts]) expect(daily, name).toContain(name);
  });

  it('sum what is counted, and take the last of what stands', () => {
    for (const name of [...Object.keys(newTally()), ...accounts])
      expect(metrics[metricIndex[name]].summary, name).toBe('sum');
    for (const name of ['members', 'dormant', 'trust', 'satisfaction', 'annoyance'])
      expect(metrics[metricIndex[name]].summary, name).toBe('last');
  });
});

it('a month is as long for costs as it is in files', () => {
  expect(MONTH_DAYS).toBe(365.25 / 12);
  const [{ tactics }] = quietScenario({ tactics: { coupons: { rate: '1 per month' } } }).arms;
  expect(tactics[0].settings.rate.amount).toBeCloseTo(1 / MONTH_DAYS, 12);
});
