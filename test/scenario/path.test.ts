import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeKey, printPath, readPath, show, valueAt, visible } from '../../src/scenario/path.ts';

describe('printPath and readPath', () => {
  it('write a path as errors and --set do', () => {
    expect(printPath(['arms', 1, 'tactics', 'ads', 'load'])).toBe('arms[1].tactics.ads.load');
    expect(printPath(['arms', 'v1.2', 'people'])).toBe('arms["v1.2"].people');
    expect(readPath('arms.Tailored ads.tactics.ads.load')).toEqual([
      'arms',
      'Tailored ads',
      'tactics',
      'ads',
      'load',
    ]);
  });

  it('are each other turned round', () => {
    const name = fc
      .string({ minLength: 1, maxLength: 20, unit: 'grapheme-ascii' })
      .filter((s) => s === s.trim());
    const path = fc.tuple(name, fc.array(fc.oneof(name, fc.nat({ max: 999_999 }))));
    fc.assert(
      fc.property(path, ([first, rest]) => {
        expect(readPath(printPath([first, ...rest]))).toEqual([first, ...rest]);
      }),
    );
  });

  it('refuse what is no path', () => {
    for (const text of ['', '.', 'a.', 'a..b', '.a', 'a[', 'a[x]', 'a]b', 'a[1', '["a'])
      expect(readPath(text)).toBeNull();
  });

  it('keep long names apart as keys though they shorten them for people', () => {
    const [a, b] = ['a', 'b'].map((end) => ['x'.repeat(80) + end]);
    expect(printPath(a)).toBe(printPath(b));
    expect(placeKey(a)).not.toBe(placeKey(b));
  });
});

describe('visible and show', () => {
  it('let no control or direction character through to a terminal', () => {
    expect(visible('a\u001b[31m\u009b\u202e')).toBe('a\\u001b[31m\\u009b\\u202e');
    expect(show('\u0007')).toBe('"\\u0007"');
  });

  it('shorten, and name what has no short text', () => {
    expect(show('x'.repeat(100))).toHaveLength(62);
    expect([null, undefined, [1], {}, -3, true].map(show)).toEqual([
      'nothing',
      'nothing',
      'a list',
      'a mapping',
      '-3',
      'true',
    ]);
  });
});

describe('valueAt', () => {
  it('follows own keys only', () => {
    expect(valueAt({ a: [{ b: 1 }] }, ['a', 0, 'b'])).toBe(1);
    expect(valueAt({ a: 1 }, ['constructor'])).toBeUndefined();
    expect(valueAt('text', ['length'])).toBeUndefined();
  });
});
