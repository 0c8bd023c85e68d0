import { describe, expect, it } from 'vitest';
import { explain, parameterRows } from '../../src/scenario/describe.ts';
import { table } from '../../src/scenario/table.ts';

describe('parameterRows', () => {
  it('has a line for each parameter, as a file would say it', () => {
    const rows = parameterRows();
    expect(rows.map(({ path }) => path)).toEqual(table.map(({ path }) => path));
    for (const row of rows) {
      const { default: usual, range, kind, path } = row;
      expect(usual, path).not.toBe('');
      if (kind === 'switch' || kind === 'choice') expect(range, path).toMatch(/^\S.* or \S/);
      if (kind === 'chance' || kind === 'share') expect(usual, path).toMatch(/^[\d.]+%$/);
    }
  });

  it('speaks in the currency asked for', () => {
    const row = parameterRows('EUR').find(({ path }) => path === 'buy.basket');
    expect(row?.default).toMatch(/ EUR$/);
    expect(row?.unit).toBe('EUR');
  });
});

describe('explain', () => {
  const pathOf = (name: string) => {
    const found = explain(name);
    return 'path' in found
      ? `${found.is} ${found.path}`
      : found.is === 'metric'
        ? `metric ${found.name}`
        : found.is;
  };

  it.each([
    ['leave.perTie', 'parameter leave.perTie'],
    ['perTie', 'parameter leave.perTie'],
    ['ads.load', 'parameter tactics.ads.load'],
    ['arms[1].tactics.ads.load', 'parameter tactics.ads.load'],
    ['community.segments.devoted.people.visits', 'parameter people.visits'],
    ['leave', 'section leave'],
    ['community.network', 'section community.network'],
    ['ads', 'tactic tactics.ads'],
    ['net revenue', 'metric netRevenue'],
    ['90-day retention', 'metric retention90'],
    ['horizon', 'field horizon'],
    ['judge.guardrails[0].worse', 'field judge.guardrails[0].worse'],
  ])('finds %s', (name, found) => {
    expect(pathOf(name)).toBe(found);
  });

  it('says where a parameter comes from and where it stands', () => {
    expect(explain('leave.perTie')).toMatchObject({
      is: 'parameter',
      section: 'leave',
      file: 'src/behaviors/leave.parameters.ts',
      unit: 'log-odds',
      also: [],
    });
    expect(explain('tactics.coupons.whom')).toMatchObject({ options: expect.arrayContaining(['dormant']) });
  });

  it('tells of other things with the same name', () => {
    expect(explain('trust')).toMatchObject({
      is: 'metric',
      also: expect.arrayContaining(['trust', 'buy.trust']),
    });
  });

  it('suggests near names for one that it does not know', () => {
    expect(explain('leave.pertie')).toMatchObject({
      is: 'unknown',
      suggestions: expect.arrayContaining(['leave.perTie']),
    });
    expect(explain('net revenu')).toMatchObject({ suggestions: expect.arrayContaining(['net revenue']) });
    expect(explain('introduction')).toEqual({
      is: 'unknown',
      suggestions: ['onboard.introduction', 'tactics.onboarding.introduction'],
    });
    for (const name of ['zzzzzz', '', '__proto__', 'constructor', 'a..b'])
      expect(explain(name), name).toEqual({ is: 'unknown', suggestions: [] });
  });

  it('speaks Chinese of parameters, groups and fields, and English of them unless asked', () => {
    expect(explain('leave.perTie', 'CNY', 'zh-CN')).toMatchObject({
      label: '每缺一位好友',
      unit: '对数优势',
    });
    expect(explain('tactics.ads.price', 'CNY', 'zh-CN')).toMatchObject({ unit: '元/千次展示' });
    expect(explain('leave', 'CNY', 'zh-CN')).toMatchObject({ label: '离开' });
    expect(explain('horizon', 'CNY', 'zh-CN')).toMatchObject({ about: '每个模拟世界运行多久。' });
    expect(explain('horizon')).toMatchObject({
      about: expect.stringMatching(/^How long every world runs\./),
    });
    expect(explain('leave')).toMatchObject({ label: 'Leaving' });
  });
});
