import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findSection, findTactic, lookup, sections, table, tactics } from '../../src/scenario/table.ts';
import { boundFault } from '../../src/scenario/unit-rules.ts';

describe('table', () => {
  it('names every path once', () => {
    expect(new Set(table.map(({ path }) => path)).size).toBe(table.length);
    expect(table.length).toBeGreaterThan(100);
  });

  it('finds each entry by its path, and nothing by the names of the language', () => {
    for (const entry of table) expect(lookup(entry.path)).toBe(entry);
    for (const name of ['__proto__', 'constructor', 'leave', 'leave.', '', 'leave.toString'])
      expect(lookup(name)).toBeUndefined();
    expect(findTactic('constructor')).toBeUndefined();
    expect(() => findSection('nowhere')).toThrow();
  });

  it('gives the file that lists the parameters', () => {
    for (const { file, parameters } of [...sections, ...tactics]) {
      expect(existsSync(file), file).toBe(true);
      const text = readFileSync(file, 'utf8');
      for (const name of Object.keys(parameters)) expect(text, `${file} ${name}`).toContain(`  ${name}: {`);
    }
  });

  it('says of each what it is, in what unit, and where its numbers come from', () => {
    for (const { path, parameter } of table) {
      expect(parameter.source.length, path).toBeGreaterThan(8);
      expect(parameter.about, path).toMatch(/^[A-Z].*\.$/s);
      expect(parameter.unit, path).not.toBe('');
      expect(['measured', 'published', 'second-hand', 'assumption'], path).toContain(parameter.known);
    }
  });

  it('has a plausible range around each default, and one to draw from where it draws', () => {
    for (const { path, parameter } of table) {
      const { kind, chosen, range } = parameter;
      const [low, high] = range;
      expect(low, path).toBeLessThanOrEqual(parameter.default);
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
