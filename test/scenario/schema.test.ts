import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { describePlace, fileSchema, jsonSchema } from '../../src/scenario/schema.ts';
import { sections, table, tactics } from '../../src/scenario/table.ts';

const valid = () => parse(readFileSync('test/fixtures/scenarios/valid.yaml', 'utf8'));

describe('fileSchema', () => {
  it('knows every parameter of the table, and no other', () => {
    for (const { path, parameter } of table) {
      const place = describePlace(path.split('.'));
      expect(place?.about, path).toContain(parameter.about.en);
      expect(place?.about, path).toContain(parameter.source.en);
      expect(place?.default, path).not.toBe('');
    }
    expect(describePlace(['leave', 'perTies'])).toBeNull();
    expect(describePlace(['__proto__'])).toBeNull();
  });

  it('speaks for itself in every message', () => {
    const schema = fileSchema({ currency: 'CNY', tactics: new Map() });
    const odd = [
      null,
      undefined,
      1,
      'x',
      [],
      {},
      { title: [] },
      { arms: [1] },
      { community: { segments: 1 } },
    ];
    for (const document of odd) {
      const { error } = schema.safeParse(document);
      const messages = JSON.stringify(
        error?.issues.map(({ message, code }) => code !== 'invalid_union' && message),
      );
      expect(messages).not.toMatch(/Invalid|expected|Unrecognized|Too /);
    }
  });
});

describe('jsonSchema', () => {
  it('takes the valid files and refuses unknown keys and wrong types', () => {
    const editor = z.fromJSONSchema(jsonSchema() as never);
    expect(editor.safeParse(valid()).success).toBe(true);
    expect(editor.safeParse({ ...valid(), unknown: 1 }).success).toBe(false);
    expect(editor.safeParse({ ...valid(), people: { visits: [] } }).success).toBe(false);
    expect(editor.safeParse({ ...valid(), people: { visits: 1.5 } }).success).toBe(false);
    expect(editor.safeParse({ ...valid(), tactics: { mine: { lod: 3 } } }).success).toBe(false);
    expect(editor.safeParse({ ...valid(), tactics: { mine: { tactic: 'ads', load: 3 } } }).success).toBe(
      true,
    );
  });

  it('is plain data with a description for each section', () => {
    const text = JSON.stringify(jsonSchema());
    expect(JSON.parse(text)).toEqual(jsonSchema());
    for (const { name } of [...sections, ...tactics]) expect(text).toContain(`"${name}"`);
    expect(text).toContain('https://json-schema.org/draft/2020-12/schema');
  });
});
