import { describe, expect, it } from 'vitest';
import { placeKey } from '../../src/scenario/path.ts';
import { readSource } from '../../src/scenario/read.ts';

const sourceOf = (text: string) => {
  const { source, problems } = readSource(text);
  expect(problems).toEqual([]);
  if (!source) throw new Error('no source');
  return source;
};

describe('readSource', () => {
  it('reads YAML and JSON to the same values', () => {
    const yaml = sourceOf('a: 1\nb: [x, {c: true}]\nd:\n');
    const json = sourceOf('{"a": 1,\n\t"b": ["x", {"c": true}], "d": null}');
    expect(JSON.stringify(yaml.root)).toBe(JSON.stringify(json.root));
  });

  it('knows the place of every value and key', () => {
    const { values, keys } = sourceOf('a: 1\nb:\n  - x\n  - c: true\nd:\n');
    const at = (map: typeof values, ...path: (string | number)[]) => map.get(placeKey(path));
    expect(at(values, 'a')).toEqual({ line: 1, column: 4 });
    expect(at(values, 'b', 0)).toEqual({ line: 3, column: 5 });
    expect(at(values, 'b', 1, 'c')).toEqual({ line: 4, column: 8 });
    expect(at(keys, 'b', 1, 'c')).toEqual({ line: 4, column: 5 });
    expect(at(values, 'd')).toEqual({ line: 5, column: 1 });
  });

  it('counts columns past a byte order mark and over CRLF', () => {
    const { values } = sourceOf('\ufeffa: 1\r\nb: 2\r\n');
    expect(values.get('["a"]')).toEqual({ line: 1, column: 4 });
    expect(values.get('["b"]')).toEqual({ line: 2, column: 4 });
  });

  it('keeps keys as text and mappings without prototype', () => {
    const { root } = sourceOf('1: a\ntrue: b\ntoString: c\n');
    expect(Object.getPrototypeOf(root)).toBeNull();
    expect(Object.entries(root as object)).toEqual([
      ['1', 'a'],
      ['true', 'b'],
      ['toString', 'c'],
    ]);
  });

  it('names every key that is given twice, quickly however wide the mapping is', () => {
    expect(readSource('a: 1\nb: 2\na: 3\n"b": 4\n').problems.map(({ line, path }) => [line, path])).toEqual([
      [3, 'a'],
      [4, 'b'],
    ]);
    const wide = Array.from({ length: 11_900 }, (_, i) => `k${i}: 1\n`).join('');
    const begin = process.cpuUsage();
    expect(Object.keys(sourceOf(wide).root as object)).toHaveLength(11_900);
    expect(process.cpuUsage(begin).user / 1000).toBeLessThan(1500);
  });

  it('says everything in words of its own', () => {
    // Sentences of the parser, which change with its version, and of the engine.
    const foreign = /Nested mappings|Plain value|Implicit|Flow sequence|Unexpected|stack|undefined|Error/;
    for (const text of [
      'a: b: c',
      'a: @b',
      '- a\nb: 1',
      'a: 1\n b: 2',
      'a:\n\t- 1',
      '[a]: 1',
      'a: 1\n---\nb',
      '"a" b',
    ])
      for (const { message } of readSource(text).problems) expect(message, text).not.toMatch(foreign);
  });
});
