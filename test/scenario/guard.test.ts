import { describe, expect, it } from 'vitest';
import { guard, MAX_BYTES, MAX_DEPTH, MAX_TOKENS } from '../../src/scenario/guard.ts';

const faultOf = (text: string) => guard(text)?.message.en ?? null;

describe('guard', () => {
  it('lets ordinary texts pass', () => {
    for (const text of [
      '',
      'a: 1\n',
      '{"a": [1, {"b": "x: y & * !"}]}',
      "a: 'it''s'\nb: |\n  & * ! %\n  {[\nc: x & y * z\n",
      '- - 1\n  - 2\n- a: b\n  c: "d\\" e"\n',
      '\ttitle: x',
    ])
      expect(faultOf(text), text).toBeNull();
  });

  it('counts bytes, not letters', () => {
    expect(faultOf(`# ${'x'.repeat(MAX_BYTES - 2)}`)).toBeNull();
    expect(faultOf(`# ${'x'.repeat(MAX_BYTES - 1)}`)).toContain('256 KiB');
    expect(faultOf(`# ${'中'.repeat(MAX_BYTES / 3)}`)).toContain('256 KiB');
  });

  it('counts parts', () => {
    expect(faultOf(`[${'1,'.repeat(MAX_TOKENS / 2)}]`)).toContain('parts');
  });

  it.each([
    ['flow lists', (n: number) => '['.repeat(n) + ']'.repeat(n)],
    ['flow mappings', (n: number) => '{a: '.repeat(n) + '}'.repeat(n)],
    ['indents', (n: number) => Array.from({ length: n }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
    ['lists in one line', (n: number) => `${'- '.repeat(n)}1`],
    ['keys in one line', (n: number) => `${'? '.repeat(n)}1`],
    ['both kinds', (n: number) => `${'- '.repeat(n / 2)}${'['.repeat(n / 2)}${']'.repeat(n / 2)}`],
  ])('stops %s that are nested too deep, and no others', (_kind, nest) => {
    expect(faultOf(nest(MAX_DEPTH - 4))).toBeNull();
    expect(faultOf(nest(MAX_DEPTH + 2))).toContain('nested deeper than 64');
  });

  it('does not take a long flat file for a deep one', () => {
    expect(faultOf('a:\n  - b:\n      c: 1\n  - d\n'.repeat(500))).toBeNull();
    expect(
      faultOf(Array.from({ length: 200 }, (_, i) => `a${i}:\n${' '.repeat(i + 1)}b: 1\n`).join('')),
    ).toBeNull();
  });

  it.each([
    ['a: &x 1', 3],
    ['a: *x', 3],
    ['a: !t 1', 3],
    ['%YAML 1.2\n---\na: 1', 0],
    ['a:\n  <<: {b: 1}', 5],
    ['a: "b', 3],
    ["a: 'b\nc: 1", 3],
    ['a: {b: 1', 3],
    ['a: [{b: 1]', 9],
    ['a: x\u0000', 4],
    ['a: \u0085x', 3],
  ])('refuses %j at its place', (text, offset) => {
    expect(guard(text)?.offset).toBe(offset);
  });

  it('is quick with what makes parsers slow', () => {
    for (const text of [
      '['.repeat(250_000),
      '{a:'.repeat(80_000),
      '&a '.repeat(80_000),
      ' '.repeat(250_000),
    ]) {
      const begin = process.cpuUsage();
      guard(text);
      expect(process.cpuUsage(begin).user / 1000).toBeLessThan(500);
    }
  });
});
