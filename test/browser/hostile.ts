/** What nobody of ours made, or what did not arrive whole: scenario texts and files for a page to answer. */
import { readFileSync } from 'node:fs';
import { quick } from './questions.ts';

export const attack = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';

/** Texts that arrive in links or files. `runs`: a sound scenario with ugly words, which must run. */
export const texts: readonly (readonly [what: string, text: string, runs?: 'runs'])[] = [
  [
    'script in every name',
    quick
      .replaceAll('quiet', JSON.stringify(attack).slice(0, 50).concat('"'))
      .replaceAll(/title:\n.*\n.*\n/g, `title: ${JSON.stringify(attack)}\n`),
    'runs',
  ],
  [
    'script in labels',
    quick.replaceAll('Quiet', `'${attack.replaceAll("'", '')}'`).replace('{en: ', '{en: '),
    'runs',
  ],
  ['names that templates would fill', quick.replaceAll('With ads', "'{n} {0, plural} %s </svg>'"), 'runs'],
  ['letters that turn others around', quick.replaceAll('Quiet', '"\\u202e\\u2066abc"')],
  ['a very long name', quick.replace('Do ads cost', 'x'.repeat(5000))],
  ['a huge population', quick.replace('members: 120', 'members: 1e12')],
  ['more people than anybody simulates', quick.replace('members: 120', 'members: 900000000')],
  ['no number at all', quick.replace('members: 120', 'members: .nan')],
  ['endless worlds', quick.replace('worlds: 80', 'worlds: 1e9')],
  ['a horizon of ages', quick.replace('60 days', '9000 years')],
  ['a prototype key', `${quick}__proto__: {polluted: 1}\n`],
  ['a constructor key', `${quick}constructor: {prototype: {polluted: 1}}\n`],
  ['a prototype path', quick.replace('ads: {}', 'ads: {__proto__: {polluted: 1}}')],
  [
    'a tag of another language',
    quick.replace('members: 120', "members: !!js/function 'function(){window.hacked=1}'"),
  ],
  [
    'a bomb of aliases',
    `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d,*d]\n${quick}`,
  ],
  ['deep brackets', `${'['.repeat(4000)}${']'.repeat(4000)}`],
  [
    'a thousand arms',
    quick.replace(
      'judge:',
      `${Array.from({ length: 1000 }, (_, i) => `  - {name: a${i}}\n`).join('')}judge:`,
    ),
  ],
  ['one arm', quick.replace(/ {2}- name: with ads[\s\S]*judge:/, 'judge:')],
  ['broken YAML', 'seedbed: 1\ntitle: [\n'],
  ['nothing but spaces', '   \n  \n'],
  ['HTML', '<!doctype html><script>window.hacked=1</script>'],
  ['zero bytes', 'seedbed: 1\n\0\0\0'],
  [
    'a network file that is elsewhere',
    quick.replace('members: 120, prospects: 40', 'network: ../../etc/passwd'),
  ],
  ['another version', quick.replace('seedbed: 1', 'seedbed: 99')],
];

interface Given {
  readonly what: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** Files: the texts above, results cut at many places, and things that are neither. */
export function files(worlds: string, cuts: number): Given[] {
  const whole = readFileSync(worlds, 'utf8');
  const head = whole.slice(0, whole.indexOf('\n') + 1);
  const cut = Array.from({ length: cuts }, (_, i) => Math.floor(((i + 0.37) / cuts) ** 3 * whole.length));
  const one = (what: string, name: string, text: string): Given => ({ what, files: [{ name, text }] });
  return [
    ...texts.map(([what, text]) => one(what, 'mine.yaml', text)),
    ...cut.map((at) => one(`a result cut at ${at}`, 'worlds-1.ndjson', whole.slice(0, at))),
    ...cut.map((at) =>
      one(
        `a result with a letter changed at ${at}`,
        'worlds-1.ndjson',
        `${whole.slice(0, at)}~${whole.slice(at + 1)}`,
      ),
    ),
    one('a result with its worlds twice', 'worlds-1.ndjson', whole + whole),
    one('a head with a prototype key', 'worlds-1.ndjson', head.replace('{', '{"__proto__":{"polluted":1},')),
    one(
      'a head with script in it',
      'worlds-1.ndjson',
      head.replaceAll('quiet', '<img src=x onerror=hacked=1>'),
    ),
    one('an empty file', 'worlds-1.ndjson', ''),
    one('a picture by its name', 'face.png', '\u0089PNG\r\n'),
    one('another JSON', 'package.json', '{"name":"x"}'),
    one('a name of script', '<img src=x onerror="window.hacked=1">.yaml', 'what?'),
    one('a scenario too large', 'big.yaml', `${quick}# ${'x'.repeat(300_000)}\n`),
    one('a number for a file', '1.json', '1e999'),
    {
      what: 'two scenarios',
      files: [
        { name: 'a.yaml', text: quick },
        { name: 'b.yaml', text: quick },
      ],
    },
    {
      what: 'many files',
      files: Array.from({ length: 300 }, (_, i) => ({ name: `${i}.yaml`, text: quick })),
    },
    { what: 'no files', files: [] },
  ];
}
