import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { remarksOf } from '../../../web/state/change.ts';
import {
  arrangeList,
  type Edit,
  type Edited,
  editDocument,
  hasOwnRemarks,
  plainOf as readPlain,
  readValue,
  textWith,
} from '../../../web/state/document.ts';
import { type Plain, partAt, same, withPart } from '../../../web/state/plain.ts';
import { anyName, names, plainOf, preset, randomEdits, textOf, trickyText } from './gallery.ts';

const flagship = textOf('blunt-vs-tailored-ads');

function textFrom(edited: Edited): string {
  if ('fault' in edited) throw new Error(edited.fault);
  return edited.text;
}

const edit = (text: string, ...edits: Edit[]): string => textFrom(editDocument(text, edits));

/** Lines of one text that are not in another. */
function linesOnlyIn(one: string, other: string): string[] {
  const known = new Set(other.split('\n'));
  return one.split('\n').filter((line) => !known.has(line));
}

describe('an edit of a text', () => {
  it('changes one value and no other letter', () => {
    const text = edit(flagship, { path: ['arms', 1, 'tactics', 'ads', 'load'], value: '4 per hour' });
    const line = '      ads: { load: 6 per hour, targeting: 100%, price: 120 CNY to 240 CNY }';
    expect(text).toBe(flagship.replace(line, line.replace('6 per hour', '4 per hour')));
  });

  it.each<[string, Edit, string[], string[]]>([
    [
      'to a mapping in a line',
      { path: ['arms', 0, 'tactics', 'ads', 'depth'], value: '2%' },
      ['      ads: { load: 6 per hour, targeting: 0%, price: 120 CNY to 240 CNY, depth: 2% }'],
      ['      ads: { load: 6 per hour, targeting: 0%, price: 120 CNY to 240 CNY }'],
    ],
    ['to a mapping in lines', { path: ['buy', 'needs'], value: '5 per year' }, ['  needs: 5 per year'], []],
    [
      'with all that holds it',
      { path: ['arms', 2, 'tactics', 'coupons', 'depth'], value: '10%' },
      ['    tactics: { coupons: { depth: 10% } }'],
      [],
    ],
    [
      'to a new section',
      { path: ['leave', 'base'], value: '3% per month' },
      ['leave: { base: 3% per month }'],
      [],
    ],
    [
      'to a list',
      { path: ['judge', 'guardrails', 3], value: { metric: 'members', worse: '2%' } },
      ['    - metric: members', '      worse: 2%'],
      [],
    ],
  ])('adds a value %s and leaves every other line', (_, change, added, gone) => {
    const text = edit(flagship, change);
    expect(linesOnlyIn(text, flagship)).toEqual(added);
    expect(linesOnlyIn(flagship, text)).toEqual(gone);
  });

  it('takes a value away, and what holds nothing else, but not a tactic or an arm', () => {
    const bare = edit(
      flagship,
      { path: ['buy', 'margin'], remove: true },
      { path: ['buy', 'basket'], remove: true },
    );
    expect(linesOnlyIn(flagship, bare)).toEqual(['buy:', '  basket: 129 CNY', '  margin: 40%']);
    const names = ['load', 'targeting', 'price'];
    const idle = edit(
      flagship,
      ...names.map((name) => ({ path: ['arms', 1, 'tactics', 'ads', name], remove: true as const })),
    );
    expect(readValue(idle, ['arms', 1, 'tactics'])).toEqual({ ads: {} });
    const named = edit('arms: [{ name: a }, { name: b }]', { path: ['arms', 1, 'name'], remove: true });
    expect(readValue(named, ['arms'])).toEqual([{ name: 'a' }, {}]);
    expect(edit(flagship, { path: ['leave', 'base'], remove: true })).toBe(flagship);
  });

  it('undoes itself: a value that was added and reset leaves the file as it was', () => {
    for (const path of [
      ['buy', 'needs'],
      ['leave', 'base'],
      ['arms', 1, 'tactics', 'ads', 'depth'],
      ['arms', 2, 'leave', 'perTie'],
    ]) {
      const added = edit(flagship, { path, value: '5%' });
      expect(added).not.toBe(flagship);
      expect(edit(added, { path, remove: true })).toBe(flagship);
    }
  });

  it('keeps every remark, and stays a valid scenario', () => {
    const text = `${flagship.replace('worlds: 200', '# few\nworlds: 200 # for now')}\n# the end`;
    const edited = edit(
      text,
      { path: ['worlds'], value: 500 },
      { path: ['arms', 2, 'leave', 'base'], value: '2% to 5% per month' },
      { path: ['share', 'base'], value: '1% per month' },
      { path: ['community', 'segments', 'regulars', 'share'], value: '30%' },
    );
    expect(remarksOf(edited)).toEqual(remarksOf(text));
    expect(edited).toContain('# few\nworlds: 500 # for now');
  });

  it('says what it should after any edits of any scenario, in any way of writing it', () => {
    const ways: ((text: string) => string)[] = [
      (text) => text,
      (text) => text.replaceAll('\n', '\r\n'),
      (text) => text.trimEnd(),
      (text) => JSON.stringify(plainOf(text)),
      (text) => JSON.stringify(plainOf(text), null, 2),
      (text) => `\ufeff${text}`,
      (text) => text.replace(/^( *)([a-z]+):$/gm, '$1$2: # remark'),
    ];
    fc.assert(
      fc.property(anyName, fc.constantFrom(...ways), randomEdits, (name, way, edits) => {
        let text = way(textOf(name));
        let plain = plainOf(text);
        for (const { path, value } of edits) {
          if (value === undefined) {
            text = edit(text, { path, remove: true });
            const holder = partAt(plain, path.slice(0, -1));
            const others = holder !== null && typeof holder === 'object' && Object.keys(holder).length > 1;
            const rest = withPart(plain, path, undefined) as Plain;
            plain = plainOf(text);
            if (others) expect(same(plain, rest)).toBe(true);
            else expect(partAt(plain, path)).toBeUndefined();
            continue;
          }
          const wanted = withPart(plain, path, value) as Plain | null;
          const result = editDocument(text, [{ path, value }]);
          expect('text' in result, `${path} ${JSON.stringify(value)}`).toBe(wanted !== null);
          if (wanted === null || !('text' in result)) continue;
          text = result.text;
          plain = plainOf(text);
          expect(same(plain, wanted)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('writes any words so that they are read back the same', () => {
    fc.assert(
      fc.property(trickyText, trickyText, (name, value) => {
        const result = editDocument(flagship, [
          { path: ['title', 'en'], value },
          { path: ['arms', 0, 'label', 'en'], value },
          { path: ['community', 'segments', `x${name}`], value: { share: value } },
        ]);
        if ('fault' in result) return expect(result.fault).toBe('no place');
        expect(readValue(result.text, ['title', 'en'])).toBe(value);
        expect(readValue(result.text, ['arms', 0, 'label', 'en'])).toBe(value);
        expect(readValue(result.text, ['community', 'segments', `x${name}`, 'share'])).toBe(value);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['<script>alert(1)</script>'],
    ['on'],
    ['12'],
    ['null'],
    ["it's: {a}, [b] #c"],
    ['a\nb\n'],
    ['八折：两周 # 有效'],
  ])('writes %j', (value) =>
    expect(readValue(edit(flagship, { path: ['seed'], value }), ['seed'])).toBe(value),
  );

  it('refuses names that reach into the machinery, at any depth, and paths that lead nowhere', () => {
    const fault = (...edits: Edit[]) => editDocument(flagship, edits);
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      expect(fault({ path: [name, 'x'], value: 1 })).toMatchObject({ fault: 'not allowed' });
      expect(fault({ path: ['leave', name], value: 1 })).toMatchObject({ fault: 'not allowed' });
      expect(fault({ path: ['leave'], value: JSON.parse(`{"a":{"${name}":1}}`) })).toMatchObject({
        fault: 'not allowed',
      });
    }
    expect(fault({ path: [], value: 1 })).toMatchObject({ fault: 'not allowed' });
    expect(fault({ path: ['title', 'en', 'deeper'], value: 1 })).toMatchObject({ fault: 'no place' });
    expect(fault({ path: ['arms', 7], value: {} })).toMatchObject({ fault: 'no place' });
    expect(fault({ path: ['arms', 'x'], value: {} })).toMatchObject({ fault: 'no place' });
    expect(fault({ path: ['worlds'], value: 5 }, { path: ['worlds', 'x'], value: 5 })).not.toHaveProperty(
      'text',
    );
  });

  it('of a text that cannot be read is refused with the problems of that text', () => {
    const result = editDocument('arms: [1, 2', [{ path: ['worlds'], value: 1 }]);
    expect(result).toMatchObject({ fault: 'unreadable', problems: [{ line: 1 }] });
    expect(readValue('arms: [1, 2', ['arms'])).toBeUndefined();
    expect(readPlain('&a x')).toHaveProperty('problems');
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.json(), trickyText),
        fc.array(trickyText, { maxLength: 3 }),
        trickyText,
        (text, path, value) => {
          for (const each of [
            { path, value },
            { path, remove: true as const },
            { path: ['arms', 0, ...path], value },
          ]) {
            const result = editDocument(text, [each]);
            expect('text' in result || 'fault' in result).toBe(true);
          }
          arrangeList(text, ['arms'], [1, 0]);
          textWith(text, [value]);
        },
      ),
    );
  });
});

describe('the items of a list', () => {
  it('are moved, copied and left out with their lines and the remarks above them', () => {
    const text =
      'arms:\n  - name: a # one\n\n  # about b\n  - name: b\n    label: B\n  - { name: c }\nworlds: 3 # end\n';
    expect(textFrom(arrangeList(text, ['arms'], [2, 0, 1]))).toBe(
      'arms:\n  - { name: c }\n  - name: a # one\n\n  # about b\n  - name: b\n    label: B\nworlds: 3 # end\n',
    );
    expect(textFrom(arrangeList(text, ['arms'], [0, 1, 2, 1]))).toContain(
      '  - { name: c }\n  - name: b\n    label: B\nworlds',
    );
    expect(textFrom(arrangeList(text, ['arms'], [2]))).toBe('arms:\n  - { name: c }\nworlds: 3 # end\n');
    expect(textFrom(arrangeList('a: [1, {x: 2}, 3]', ['a'], [2, 1, 1]))).toBe('a: [3, {x: 2}, {x: 2}]');
  });

  it('follow any order that is asked for', () => {
    fc.assert(
      fc.property(anyName, fc.array(fc.nat(4), { minLength: 1, maxLength: 8 }), (name, wished) => {
        const arms = partAt(preset(name), ['arms']) as Plain[];
        const picks = wished.map((i) => i % arms.length);
        const text = textFrom(arrangeList(textOf(name), ['arms'], picks));
        expect(readValue(text, ['arms'])).toEqual(picks.map((i) => arms[i]));
      }),
    );
  });
});

describe('the values of a link', () => {
  it('come back into the file of their preset, for any edits, so that parsing gives the same scenario', () => {
    fc.assert(
      fc.property(anyName, randomEdits, fc.boolean(), (name, edits, backwards) => {
        let plain = edits.reduce<Plain>(
          (root, { path, value }) => withPart(root, path, value) ?? root,
          preset(name),
        );
        const arms = partAt(plain, ['arms']) as Plain[];
        if (backwards) plain = withPart(plain, ['arms'], [...arms].reverse()) as Plain;
        const text = textFrom(textWith(textOf(name), plain));
        expect(same(plainOf(text), plain)).toBe(true);
        const [own, other] = [parseScenario(text, ''), parseScenario(JSON.stringify(plain), '')];
        expect(own.scenario).toEqual(other.scenario);
      }),
      { numRuns: 60 },
    );
  });

  it('leave the file as it is where nothing was changed', () => {
    for (const name of names) expect(textFrom(textWith(textOf(name), preset(name)))).toBe(textOf(name));
  });

  it('are not enough where the text has remarks of its own', () => {
    expect(hasOwnRemarks(flagship, flagship)).toBe(false);
    expect(hasOwnRemarks(edit(flagship, { path: ['worlds'], value: 5 }), flagship)).toBe(false);
    expect(hasOwnRemarks(`${flagship}# mine\n`, flagship)).toBe(true);
  });
});
