import { describe, expect, it } from 'vitest';
import { fill, slotsOf } from '../../src/report/format-message.ts';

const worlds = 'in {n, plural, one {# world} other {# worlds}}';

describe('fill', () => {
  it('puts values in their slots', () => {
    expect(fill('{a} beats {b}; {a}!', { a: 'x', b: 2 }, 'en')).toBe('x beats 2; x!');
  });

  it('chooses the plural of the language', () => {
    expect(fill(worlds, { n: 1 }, 'en')).toBe('in 1 world');
    expect(fill(worlds, { n: 2000 }, 'en')).toBe('in 2,000 worlds');
    expect(fill(worlds, { n: 1 }, 'zh-CN')).toBe('in 1 worlds');
  });

  it('fills slots inside a plural', () => {
    const message = '{n, plural, one {the {kind} one} other {# {kind} ones}}';
    expect(fill(message, { n: 1, kind: 'red' }, 'en')).toBe('the red one');
    expect(fill(message, { n: 3, kind: 'red' }, 'en')).toBe('3 red ones');
  });

  it('takes what stands in a slot as text', () => {
    expect(fill('“{a}”', { a: '{b} # $& {n, plural, other {x}}' }, 'en')).toBe(
      '“{b} # $& {n, plural, other {x}}”',
    );
  });

  it('refuses to leave a slot empty', () => {
    expect(() => fill('{a} and {b}', { a: 'x' }, 'en')).toThrow('no value for {b}');
    expect(() => fill('{n, plural, one {x}}', { n: 2 }, 'en')).toThrow('other');
  });
});

describe('slotsOf', () => {
  it('names every slot once, those inside a plural too', () => {
    expect(slotsOf(`{b} {a} {b} ${worlds} {m, plural, other {{c}}}`)).toEqual(['a', 'b', 'c', 'm', 'n']);
  });
});
