import { describe, expect, it } from 'vitest';
import { locales } from '../../src/report/format.ts';
import { basicPaths, type Input, inputGroups, inputOf, runInputs } from '../../src/scenario/inputs.ts';
import type { Value } from '../../src/scenario/scenario.ts';
import { lookup, table, tactics } from '../../src/scenario/table.ts';

const groups = inputGroups('CNY');
const inputs = groups.flatMap((group) => group.inputs);

function inputAt(path: string, currency = 'CNY'): Input {
  const entry = lookup(path);
  if (!entry) throw new Error(`no ${path}`);
  return inputOf(entry, currency);
}

const read = (input: Input, typed: string): Value | string => {
  const reading = input.parse(typed);
  return 'value' in reading ? reading.value : reading.problem.en;
};

describe('inputGroups', () => {
  it('has every parameter of the table once, so that a new tactic needs no other list', () => {
    expect(inputs.map(({ path }) => path).sort()).toEqual(table.map(({ path }) => path).sort());
    expect(groups.filter(({ tactic }) => tactic).map(({ tactic }) => tactic)).toEqual(
      tactics.map(({ name }) => name),
    );
  });

  it('begins with the community and what the operator does', () => {
    expect(groups[0].path).toBe('community');
    expect(groups[2].tactic).toBe('ads');
    expect(groups.at(-1)?.tactic).toBeNull();
  });

  it('has all the inputs that a strategist changes first, and they are eight', () => {
    expect(
      inputs
        .filter(({ basic }) => basic)
        .map(({ path }) => path)
        .sort(),
    ).toEqual([...basicPaths].sort());
    expect(basicPaths).toHaveLength(8);
  });
});

describe('an input', () => {
  it('reads back what it prints, in both languages and as a file', () => {
    for (const input of [...inputs, ...Object.values(runInputs())])
      for (const value of valuesOf(input)) {
        for (const locale of locales)
          expect(read(input, input.print(value, locale)), input.path).toEqual(value);
        expect(read(input, input.write(value)), input.path).toEqual(value);
      }
  });

  it('has a slider whose every place is a value within the range that it reads back', () => {
    for (const input of inputs) {
      const [low, high] = input.range;
      expect(low, input.path).toBeLessThan(high);
      expect(input.at(0), input.path).toBe(low);
      expect(input.at(1), input.path).toBe(high);
      for (const place of [0.1, 0.25, 0.5, 0.77]) {
        const value = input.at(place);
        expect(value, input.path).toBeGreaterThanOrEqual(low);
        expect(value, input.path).toBeLessThanOrEqual(high);
        if (input.widget === 'slider')
          expect(Math.abs(input.place(value) - place), input.path).toBeLessThan(0.26);
        expect(read(input, input.print(value, 'zh-CN')), input.path).toEqual({ amount: value });
      }
    }
  });

  it('moves in round figures of the unit that people see', () => {
    expect(inputAt('tactics.coupons.rate').write(inputAt('tactics.coupons.rate').at(0.5))).toMatch(
      /^0\.\d{1,3} per month$/,
    );
    expect(inputAt('community.members').at(0.5)).toBe(2000);
    expect(inputAt('tactics.ads.targeting').step).toBe(0.01);
  });

  it('is logarithmic where its range spans two decades', () => {
    expect(inputAt('community.members').log).toBe(true);
    expect(inputAt('tactics.ads.load').log).toBe(false);
  });

  it('speaks each language', () => {
    const load = inputAt('tactics.ads.load');
    expect(load.label).toEqual({ en: 'Ads per hour of use', 'zh-CN': '每小时广告数' });
    expect(load.print(6, 'en')).toBe('6 per hour');
    expect(load.print(6, 'zh-CN')).toBe('每小时 6 条');
    expect(load.print({ amount: { low: 3, high: 12 } }, 'zh-CN')).toBe('每小时 3 至 12 条');
    expect(load.print({ amount: 2, per: 'visit' }, 'zh-CN')).toBe('每次访问 2 条');
    expect(inputAt('buy.basket').print(129, 'zh-CN')).toBe('129 元');
    expect(inputAt('buy.basket', 'USD').print(129, 'zh-CN')).toBe('129 USD');
    expect(inputAt('tactics.coupons.whom').print(2, 'zh-CN')).toBe('潜水成员');
    expect(inputAt('share.open').print(1, 'zh-CN')).toBe('开');
  });

  it.each([
    ['tactics.coupons.depth', '２０％', 0.2],
    ['tactics.coupons.depth', '10%', 0.1],
    ['tactics.coupons.depth', '10％ 至 20％', { low: 0.1, high: 0.2 }],
    ['tactics.coupons.validity', '30 days', 30],
    ['tactics.coupons.validity', '２周', 14],
    ['tactics.coupons.validity', '3个月', 91],
    ['tactics.coupons.rate', '每周 7', 1],
    ['tactics.coupons.rate', '每天3次', 3],
    ['tactics.coupons.rate', '7/周', 1],
    ['tactics.ads.load', '6 per hour', 6],
    ['tactics.ads.load', '每小时６条', 6],
    ['buy.basket', '129 CNY', 129],
    ['buy.basket', '129元', 129],
    ['buy.basket', '￥129', 129],
    ['buy.basket', '1,290', 1290],
    ['buy.basket', '1.5万元', 15_000],
    ['community.members', '1.2万', 12_000],
    ['community.members', '1,200人', 1200],
    ['tactics.coupons.whom', '沉默成员', 3],
    ['tactics.coupons.whom', 'lurkers', 2],
    ['share.open', '关', 0],
  ])('%s takes %s', (path, typed, amount) => {
    expect(read(inputAt(path), typed)).toEqual({ amount });
  });

  it('says what is wrong with what it cannot take, whatever that is', () => {
    for (const input of inputs)
      for (const typed of [
        '',
        '每',
        '至',
        '1 至 2 至 3',
        '９９９９９９９９９９９９９９９９９',
        '<script>',
        '万',
        '-1e400',
        '5 至',
      ])
        expect(['string', 'object'], input.path).toContain(typeof read(input, typed));
    expect(read(inputAt('tactics.coupons.depth'), '120%')).toContain('must be a share from 0 to 100 %');
    expect(read(inputAt('buy.basket', 'USD'), '129元')).toContain('must be money');
  });
});

/** The default, the ends of the range, and the range itself where there may be one. */
function valuesOf({ widget, range: [low, high], default: usual, kind }: Input): Value[] {
  const single = [{ amount: usual }, { amount: low }, { amount: high }];
  const reaches = kind === 'signed' || (low > 0 && (high < 1 || (kind !== 'share' && kind !== 'chance')));
  return widget === 'slider' && reaches ? [...single, { amount: { low, high } }] : single;
}
