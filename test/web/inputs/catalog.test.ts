import { beforeEach, describe, expect, it } from 'vitest';
import { inputGroups } from '../../../src/scenario/inputs.ts';
import { tactics } from '../../../src/tactics/index.ts';
import { doc } from '../../../web/app/workspace.ts';
import {
  armCount,
  currency,
  inputAt,
  isReadable,
  names,
  plain,
  scopesOf,
  tacticsOf,
} from '../../../web/inputs/catalog.ts';
import { isChanged, preset } from '../../../web/inputs/first.ts';
import { matches } from '../../../web/inputs/search.ts';
import { numberedLines, offsetOf } from '../../../web/inputs/text-lines.ts';
import type { Plain } from '../../../web/state/plain.ts';

const file: Plain = {
  currency: 'USD',
  leave: { perTie: 1 },
  tactics: { onboarding: {} },
  arms: [
    { name: 'One', tactics: { spring: { tactic: 'coupons', depth: '30%' } } },
    { name: 'Two', tactics: { ads: { load: 4 }, onboarding: 'off' } },
    {},
  ],
};
const open = (value: Plain) => {
  doc.value = { preset: null, file: 'a.json', text: JSON.stringify(value) };
};

beforeEach(() => {
  preset.value = file;
  open(file);
});

describe('the catalog of inputs', () => {
  it('has a group for every tactic of the table', () => {
    const groups = inputGroups().map(({ tactic }) => tactic);
    expect(tactics.every(({ name }) => groups.includes(name))).toBe(true);
  });

  it('reads the tactics of each arm, shared ones too, under their own names', () => {
    expect(tacticsOf(file, 0)).toEqual([
      { name: 'onboarding', kind: 'onboarding', from: 'shared' },
      { name: 'spring', kind: 'coupons', from: 'arm' },
    ]);
    expect(tacticsOf(file, 1).map(({ name }) => name)).toEqual(['ads']);
    expect(tacticsOf(file, null).map(({ name }) => name)).toEqual(['onboarding']);
  });

  it('shows inputs of a tactic for those who use it', () => {
    expect(scopesOf(file, 'tactics.ads.load', null)).toEqual([1]);
    expect(scopesOf(file, 'tactics.ads.load', 0)).toEqual([]);
    expect(scopesOf(file, 'tactics.onboarding.cost', null)).toEqual([null]);
    expect(scopesOf(file, 'leave.perTie', 2)).toEqual([2]);
  });

  it('finds the input of a tactic by the name that the file gives it', () => {
    const found = inputAt('tactics.spring.depth', 0);
    expect(found?.path).toBe('tactics.spring.depth');
    expect(found?.kind).toBe('share');
    expect(inputAt('tactics.nonsense.depth', 0)).toBeUndefined();
  });

  it('names arms that have no name, and counts them', () => {
    expect(names.value).toEqual(['One', 'Two', 'arm 3']);
    expect(armCount({})).toBe(1);
  });

  it('takes the currency of the file', () => {
    expect(currency.value).toBe('USD');
    expect(inputAt('buy.basket', null)?.unit.en).toContain('USD');
  });

  it('tells what differs from what the question began with', () => {
    expect(isChanged('leave.perTie', null)).toBe(false);
    open({ ...file, leave: { perTie: 2 } });
    expect(isChanged('leave.perTie', null)).toBe(true);
    expect(isChanged('leave.perTie', 0)).toBe(false);
  });

  it('keeps the last values while the text cannot be read', () => {
    expect(plain.value).toEqual(file);
    doc.value = { preset: null, file: 'a.yaml', text: 'a: [' };
    expect(isReadable.value).toBe(false);
    expect(plain.value).toEqual(file);
  });
});

describe('the search', () => {
  const group = inputGroups().find(({ path }) => path === 'tactics.ads');
  const load = group?.inputs.find(({ path }) => path.endsWith('.load'));
  if (!group || !load) throw new Error('ads have a load');

  it('finds by label, path, sentence and group, in the language of the viewer', () => {
    expect(matches('ads hour', load, group, 'en')).toBe(true);
    expect(matches('TACTICS.ads.load', load, group, 'en')).toBe(true);
    expect(matches('广告', load, group, 'zh-CN')).toBe(true);
    expect(matches('广告', load, group, 'en')).toBe(false);
    expect(matches('coupon', load, group, 'en')).toBe(false);
    expect(matches('', load, group, 'en')).toBe(true);
  });
});

describe('the lines of a text', () => {
  it('carry their problems; one beyond the end stands at the last', () => {
    const lines = numberedLines('a\nb\n', [{ line: 2 }, { line: 2 }, { line: 99 }, { line: 0 }]);
    expect(lines).toEqual([
      { number: 1, problems: 0 },
      { number: 2, problems: 2 },
      { number: 3, problems: 1 },
    ]);
  });

  it('are found by line and column, however wrong these are', () => {
    expect(offsetOf('ab\ncde', 2, 2)).toBe(4);
    expect(offsetOf('ab\ncde', 1, 99)).toBe(2);
    expect(offsetOf('ab\ncde', 99, 1)).toBe(3);
    expect(offsetOf('', 1, 1)).toBe(0);
    expect(offsetOf('ab', 0, 0)).toBe(0);
  });
});
