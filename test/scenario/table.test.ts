import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  findSection,
  findTactic,
  lookup,
  planGroup,
  sections,
  table,
  tactics,
} from '../../src/scenario/table.ts';
import { boundFault } from '../../src/scenario/unit-rules.ts';
import { unitWords } from '../../src/scenario/unit-words.ts';
import { tactics as everyTactic } from '../../src/tactics/index.ts';

describe('table', () => {
  it('names every path once', () => {
    expect(new Set(table.map(({ path }) => path)).size).toBe(table.length);
    expect(table.length).toBeGreaterThan(100);
  });

  it('gives no tactic a number of its own by a name that every tactic has', () => {
    for (const { name, parameters } of everyTactic)
      expect(
        Object.keys(parameters).filter((key) => key in planGroup.parameters),
        name,
      ).toEqual([]);
  });

  it('finds each entry by its path, and nothing by the names of the language', () => {
    for (const entry of table) expect(lookup(entry.path)).toBe(entry);
    for (const name of ['__proto__', 'constructor', 'leave', 'leave.', '', 'leave.toString'])
      expect(lookup(name)).toBeUndefined();
    expect(findTactic('constructor')).toBeUndefined();
    expect(() => findSection('nowhere')).toThrow();
  });

  it('gives the file that lists the parameters', () => {
    for (const { file, parameters } of [...sections, ...tactics, planGroup]) {
      expect(existsSync(file), file).toBe(true);
      const text = readFileSync(file, 'utf8');
      const own = Object.keys(parameters).filter((name) => !Object.hasOwn(planGroup.parameters, name));
      for (const name of own) expect(text, `${file} ${name}`).toContain(`  ${name}: `);
    }
  });

  it('says of each what it is, in what unit, and where its numbers come from', () => {
    for (const { path, parameter } of table) {
      expect(parameter.source.en.length, path).toBeGreaterThan(8);
      expect(parameter.about.en, path).toMatch(/^[A-Z].*\.$/s);
      expect(parameter.unit, path).not.toBe('');
      expect(['measured', 'published', 'second-hand', 'assumption'], path).toContain(parameter.known);
    }
  });

  it('has a short label and a sentence for everything, in English and in Chinese', () => {
    const groups = [...sections, ...tactics].map(({ path, label, about }) => ({ path, label, about }));
    for (const { path, label, about } of [
      ...groups,
      ...table.map(({ path, parameter }) => ({ ...parameter, path })),
    ]) {
      expect(label.en, path).toMatch(/^[A-Z][^.]*$/);
      expect(label.en.split(' ').length, path).toBeLessThanOrEqual(6);
      expect(label['zh-CN'], path).toMatch(/^[^。，；]*\p{Script=Han}[^。，；]*$/u);
      expect(about['zh-CN'], path).toMatch(/\p{Script=Han}.*。$/u);
      expect(about['zh-CN'], path).not.toMatch(/[,;:?!]\s*\p{Script=Han}|\p{Script=Han}[,;:?!]/u);
    }
  });

  it('calls a gift in Chinese what operators call it', () => {
    for (const { path, parameter } of table)
      expect(`${parameter.label['zh-CN']}${parameter.about['zh-CN']}`, path).not.toContain('礼遇');
  });

  it('says in Chinese too where a number comes from, unless it only cites', () => {
    for (const { path, parameter } of table) {
      const { source } = parameter;
      if (/^(Assumption|Chosen|Sign:|Form:|As )/.test(source.en))
        expect(source['zh-CN'], path).toMatch(/\p{Script=Han}/u);
    }
  });

  it('has a label in both languages for every option of a choice', () => {
    for (const { path, parameter } of table)
      expect(parameter.optionLabels?.length, path).toBe(parameter.options?.length);
  });

  it('names every unit in both languages, money by its currency', () => {
    for (const { path, parameter } of table) {
      const words = unitWords(parameter.unit, 'CNY');
      expect(words.en, path).not.toContain('currency');
      expect(words['zh-CN'], path).toMatch(/\p{Script=Han}/u);
    }
    expect(unitWords('currency per thousand ads', 'USD')).toEqual({
      en: 'USD per thousand ads',
      'zh-CN': 'USD/千次展示',
    });
  });

  it('has a plausible range around each default, and one to draw from where it draws', () => {
    for (const { path, parameter } of table) {
      const { kind, chosen, range } = parameter;
      const [low, high] = range;
      // What is chosen and off by default, at 0, has the range of those who use it.
      if (!chosen || parameter.default !== 0) expect(low, path).toBeLessThanOrEqual(parameter.default);
      expect(high, path).toBeGreaterThanOrEqual(parameter.default);
      if (kind === 'switch' || kind === 'choice') expect(low, path).toBe(high);
      else if (!chosen) {
        expect(low, path).toBeLessThan(high);
        if (kind !== 'signed') expect(low, path).toBeGreaterThan(0);
      }
    }
  });

  it('keeps the bounds that it sets', () => {
    for (const { path, parameter } of table) {
      const { kind, range, options = [] } = parameter;
      if (kind === 'switch') expect([0, 1], path).toContain(parameter.default);
      else if (kind === 'choice') expect(options[parameter.default], path).toBeDefined();
      else for (const x of [...range, parameter.default]) expect(boundFault(parameter, x), path).toBeNull();
    }
  });
});
