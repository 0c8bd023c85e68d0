/** Links that no page of ours made, or that did not arrive whole: what each is, the link, and what must be said of it. */
import { deflateRawSync } from 'node:zlib';
import type { BadLink } from '../../../web/state/link.ts';
import { checksum } from '../../../web/state/pack.ts';

export type Hostile = readonly [what: string, link: string, bad: BadLink];

/** A link around anything, with the right check sum. */
export function linkAround(payload: string | Uint8Array, schema: number | string = 1): string {
  const packed = deflateRawSync(payload).toString('base64url');
  return `#z=${schema}.${packed}.${checksum(packed)}`;
}

const p = 'a-a';
const json = (payload: unknown): string => linkAround(JSON.stringify(payload));
const refused = (what: string, payload: unknown): Hostile => [what, json(payload), 'refused'];

const odd: readonly unknown[] = [
  null,
  true,
  0,
  1.5,
  -1,
  '',
  'x',
  [],
  {},
  [[]],
  [{}],
  { a: 1 },
  [null],
  ['a', 'b', 'c', 'd'],
];

/** Fields of the payload with values that they cannot have. */
const wrongFields: readonly Hostile[] = ['p', 'b', 'd', 't', 'v', 'e', 'h', 'g'].flatMap((field) => {
  const fits: Record<string, (value: unknown) => boolean> = {
    p: (value) => value === 'x' || value === null,
    b: (value) => value === null,
    d: (value) => value === null || (Array.isArray(value) && value.length === 0),
    t: (value) => value === null || typeof value === 'string',
    v: (value) => value !== null && typeof value === 'object' && !Array.isArray(value),
    e: (value) => value === '' || value === 'x',
    h: (value) => value === null,
    g: (value) => value === null,
  };
  return odd
    .filter((value) => !fits[field](value))
    .map((value) => refused(`${field} = ${JSON.stringify(value)}`, { p, e: '1', [field]: value }));
});

const wrongChanges: readonly Hostile[] = [
  [['__proto__.x', 1]],
  [['constructor.prototype.x', 1]],
  [[['__proto__', 'x'], 1]],
  [[['arms', 'prototype'], 1]],
  [['title.en.deeper', 1]],
  [['arms.99', {}]],
  [['arms.-1', {}]],
  [['arms.length', 0]],
  [[['arms', 1.5], {}]],
  [[['arms', 1e300], {}]],
  [[['arms', -1], {}]],
  [['arms', 0, [0, 99]]],
  [['arms', 0, ['0']]],
  [['arms', 0, [1.5]]],
  [['arms', 0, 'length']],
  [['arms', 0, [['x']]]],
  [['arms', 1, [0]]],
  [['title', 0, ['en']]],
  [['title', 0, ['en', 'en']]],
  [['title', 0, ['en', 'toString']]],
  [['nothing', 0, []]],
  [['nothing']],
  [['']],
  [[]],
  ['title'],
  [null],
  [{}],
  [['title', 1, 2, 3]],
  [[null, 1]],
  [[{ a: 1 }, 1]],
  [[Array(30).fill('a'), 1]],
  [['a.'.repeat(30), 1]],
].map((d, i) => refused(`changes that do not fit ${i}`, { p, e: '1', d }));

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

const machinery: readonly Hostile[] = [
  `{"p":"a-a","e":"1","__proto__":{"polluted":1}}`,
  `{"p":"a-a","e":"1","v":{"__proto__":{"polluted":1}}}`,
  `{"p":"a-a","e":"1","v":{"constructor":{"prototype":{"polluted":1}}}}`,
  `{"p":"a-a","e":"1","d":[["title",{"__proto__":{"polluted":1}}]]}`,
  `{"p":"a-a","e":"1","d":[["title",{"a":{"constructor":1}}]]}`,
  `{"p":"a-a","e":"1","more":[{"prototype":1}]}`,
  `{"p":"__proto__","e":"1"}`,
  `{"p":"../../etc/passwd","e":"1"}`,
  `{"p":"A-A","e":"1"}`,
  `{"p":"a-a","e":"<script>alert(1)</script>"}`,
  `{"p":"a-a","e":"1","h":"<img src=x>"}`,
  `{"p":"a-a","e":"1","v":${deep(80)}}`,
  `{"p":"a-a","e":"1","v":{"a":${deep(80)}}}`,
  deep(100_000),
  `{"p":"a-a","e":"1","t":"x","d":[]}`,
  `{"e":"1"}`,
  '{}',
  'null',
  '[]',
  '"text"',
  '1',
  '',
  '{',
  '{"p":"a-a"',
  'javascript:alert(1)',
  '<script>alert(1)</script>',
  '{"p":NaN}',
].map((text): Hostile => [`payload ${text.slice(0, 60)}`, linkAround(text), 'refused']);

const good = json({ p, e: '1', d: [['worlds', 50]] });
const [, packed] = good.split('.');
const sum = checksum(packed);

/** One letter in another's place. */
const mistyped: readonly Hostile[] = [...packed].map((letter, i) => {
  const changed = packed.slice(0, i) + (letter === 'A' ? 'B' : 'A') + packed.slice(i + 1);
  return [`letter ${i} changed`, `#z=1.${changed}.${sum}`, 'damaged'];
});

const garbage = (text: string): string => `#z=1.${text}.${checksum(text)}`;

const whole: readonly Hostile[] = [
  ['a bomb of 32 MiB', linkAround(Buffer.alloc(32 << 20)), 'too large'],
  ['a bomb in JSON', linkAround(`{"p":"a-a","e":"1","t":"${'a'.repeat(8 << 20)}"}`), 'too large'],
  ['a long address', `#z=1.${'A'.repeat(70_000)}.00000000`, 'too large'],
  ['a long address without link', `#${'A'.repeat(70_000)}`, 'too large'],
  ['not deflated', garbage('AAAA____'), 'damaged'],
  ['no base64 length', garbage('A'), 'damaged'],
  ['an end that is missing', garbage(packed.slice(0, -6)), 'damaged'],
  ['not UTF-8', linkAround(Buffer.from([0x22, 0xff, 0xfe, 0x22])), 'damaged'],
  ['check sum of another', `#z=1.${packed}.${checksum(`${packed}A`)}`, 'damaged'],
  ['check sum in capitals', `#z=1.${packed}.${'ABCDEF12'}`, 'incomplete'],
  ['a check sum that is short', `#z=1.${packed}.${sum.slice(0, 7)}`, 'incomplete'],
  ['no payload', `#z=1..${sum}`, 'incomplete'],
  ['no schema', `#z=.${packed}.${sum}`, 'incomplete'],
  ['schema 0', `#z=0.${packed}.${sum}`, 'incomplete'],
  ['schema 01', `#z=01.${packed}.${sum}`, 'incomplete'],
  ['schema -1', `#z=-1.${packed}.${sum}`, 'incomplete'],
  ['schema 1e9', `#z=1e9.${packed}.${sum}`, 'incomplete'],
  ['schema 2', `#z=2.${packed}.${sum}`, 'newer'],
  ['schema 2, made otherwise', '#z=2.anything-at-all', 'newer'],
  ['a schema of many digits', `#z=${'9'.repeat(400)}.${packed}.${sum}`, 'newer'],
  ['letters of other scripts', '#z=1.бв.00000000', 'incomplete'],
  ['script', '#z=<script>alert(1)</script>', 'incomplete'],
  ['script in the payload', '#z=1.<script>.12345678', 'incomplete'],
  ['percent signs', '#z=1.%%%.%%', 'incomplete'],
  ['a broken escape', '#z=1.%E0%A4%A.12345678', 'incomplete'],
  ['an unknown preset', json({ p: 'no-such-story', e: '1' }), 'unknown preset'],
  ['a preset named like a method', json({ p: 'constructor', e: '1' }), 'unknown preset'],
  ['a preset named like a method in lower case', json({ p: 'valueof', e: '1' }), 'unknown preset'],
  ['another anchor', '#chapter-2', 'absent'],
  ['another query', '?utm_source=chat', 'absent'],
  ['nothing', '', 'absent'],
];

export const hostileLinks: readonly Hostile[] = [
  ...wrongFields,
  ...wrongChanges,
  ...machinery,
  ...mistyped,
  ...whole,
];
