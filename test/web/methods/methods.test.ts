import { describe, expect, it } from 'vitest';
import { phases } from '../../../src/engine/phases.ts';
import { metrics } from '../../../src/metrics/definitions.ts';
import { locales } from '../../../src/report/format.ts';
import { shortTable, table } from '../../../src/scenario/table.ts';
import { matches } from '../../../web/pages/methods/find.ts';
import { chapterIds } from '../../../web/pages/methods/prose.ts';
import { methodsStatics, numbersOf } from '../../../web/pages/methods/statics.tsx';

const idsIn = (markup: string): string[] => [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);

describe.each(locales)('the methods page in %s', (locale) => {
  const statics = methodsStatics(locale);
  const numbers = numbersOf(locale);
  const whole = Object.values(statics).join('') + numbers;

  it('has every parameter once, its path as anchor, with its source', () => {
    const ids = idsIn(numbers);
    expect(ids).toEqual(shortTable.map(({ path }) => path));
    for (const { parameter } of table) {
      const source = (parameter.source[locale] ?? parameter.source.en).slice(0, 12).replace(/&.*/, '');
      expect(numbers).toContain(source);
    }
  });

  it('has every metric, every chapter that its contents name, and the limits', () => {
    const ids = idsIn(whole);
    for (const { name } of metrics) expect(ids).toContain(`metric-${name}`);
    for (const id of chapterIds) {
      expect(ids).toContain(id);
      expect(statics.contents).toContain(`href="#${id}"`);
    }
  });

  it('tells the day in the order of the program', () => {
    const day = /methods-day.*?<\/ol>/s.exec(statics.model)?.[0] ?? '';
    const told = [...day.matchAll(/<code>(\w+)<\/code>/g)].map(([, name]) => name);
    expect(told).toEqual(phases.map(({ name }) => name));
  });

  it('uses no address twice and no style of its own', () => {
    const ids = idsIn(whole);
    expect(new Set(ids).size).toBe(ids.length);
    expect(whole).not.toMatch(/ style="|<script|\son\w+="/);
  });
});

it('says in Chinese what it says in English, without a word of English left over', () => {
  const chinese = methodsStatics('zh-CN');
  const english = methodsStatics('en');
  for (const name of ['intro', 'contents'] as const) {
    expect(chinese[name]).not.toBe(english[name]);
    expect(chinese[name].replace(/<[^>]*>|Seedbed/g, '')).not.toMatch(/[a-z]{3}/i);
  }
});

describe('the search of the numbers', () => {
  const row = { text: 'Ads an hour tactics.ads.load assumption', group: 'tactics.ads', known: 'assumption' };
  const wanted = { words: '', group: '', known: '' };

  it('finds a row by all of its words, whatever their order and case', () => {
    expect(matches(row, { ...wanted, words: 'HOUR ads' })).toBe(true);
    expect(matches(row, { ...wanted, words: 'hour coupons' })).toBe(false);
  });

  it('keeps to the group and the kind of knowledge asked for', () => {
    expect(matches(row, { ...wanted, group: 'tactics.ads', known: 'assumption' })).toBe(true);
    expect(matches(row, { ...wanted, group: 'leave' })).toBe(false);
    expect(matches(row, { ...wanted, known: 'measured' })).toBe(false);
  });
});
