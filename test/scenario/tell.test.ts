import { describe, expect, it } from 'vitest';
import { slotsOf } from '../../src/report/format-message.ts';
import { formWords } from '../../src/scenario/form-words.ts';
import { problemWords } from '../../src/scenario/problem-words.ts';
import { got, pack, tell, unpack } from '../../src/scenario/tell.ts';
import { yardstickWords } from '../../src/scenario/yardstick-words.ts';

const all = Object.entries({ ...problemWords, ...formWords, ...yardstickWords });

describe('messages of validation', () => {
  it('have the same slots in both languages', () => {
    for (const [name, { en, 'zh-CN': chinese }] of all) expect(slotsOf(chinese), name).toEqual(slotsOf(en));
  });

  it('are Chinese in Chinese, with full-width signs beside its letters', () => {
    for (const [name, { en, 'zh-CN': chinese }] of all) {
      expect(chinese === '', name).toBe(en === '');
      if (/[a-z]{3}/.test(en.replace(/\{\w+\}/g, ''))) expect(chinese, name).toMatch(/\p{Script=Han}/u);
      expect(chinese, name).not.toMatch(/[,;:?(]\s*\p{Script=Han}|\p{Script=Han}\s*[,;:?(]/u);
    }
  });

  it('have names that no two of them share', () => {
    const names = [problemWords, formWords, yardstickWords].flatMap(Object.keys);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('tell', () => {
  it('puts a part of a sentence into the language of the whole', () => {
    expect(tell('onOff', { got: got(null) })).toEqual({
      en: 'must be on or off; got nothing',
      'zh-CN': '须为 on 或 off；现为空',
    });
  });

  it('never reads what stands in a slot as a message', () => {
    expect(tell('onOff', { got: got('{got} {toString} $&') }).en).toBe(
      'must be on or off; got "{got} {toString} $&"',
    );
    expect(tell('onOff', {}).en).toBe('must be on or off; got {got}');
  });

  it('travels through texts unharmed, and takes a strange text as it is', () => {
    const messages = [tell('missing'), tell('unknown', { hint: tell('meant', { name: '"x"\n' }) })];
    expect(unpack(pack(messages))).toEqual(messages);
    expect(unpack('Invalid input')).toEqual([{ en: 'Invalid input', 'zh-CN': 'Invalid input' }]);
  });
});
