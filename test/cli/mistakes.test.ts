import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tiny, workplace } from './program.ts';

const { folder, seedbed, file } = workplace();

const good = file('tiny.yaml', tiny);
file('binary.yaml', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 1, 2));
file('latin1.yaml', Uint8Array.of(0x74, 0xe9, 0x0a));
file('utf16.yaml', Uint8Array.of(0xff, 0xfe, 0x73, 0));
file('empty.yaml', '');
file('unclosed.yaml', 'seedbed: 1\ntitle: [unclosed\n');
file('misspelt.yaml', 'seedbed: 1\ntitle: x\nhorizn: 12 months\ncommunity: {membres: -3}\n');
file('one-arm.yaml', 'seedbed: 1\ntitle: x\n');
file('no-network.yaml', tiny.replace('{members: 60', '{network: missing.txt, members: 60'));
file('bad-network.yaml', tiny.replace('{members: 60', '{network: bad.txt, members: 60'));
file('bad.txt', 'a b\nc\n');
mkdirSync(join(folder, 'folder.yaml'));

/** What is typed, the exit code, and what must be said (in this order). */
const mistakes: readonly (readonly [args: string[], code: number, ...said: (string | RegExp)[]])[] = [
  // Flags and commands: 2
  [['frobnicate'], 2, "unknown command 'frobnicate'", 'seedbed --help'],
  [['comapre', good], 2, 'did you mean compare?'],
  [['compare'], 2, "missing required argument 'FILE'", 'seedbed compare --help'],
  [['compare', good, 'another'], 2, 'too many arguments'],
  [['compare', good, '--wrolds', '3'], 2, "unknown option '--wrolds'", 'did you mean --worlds?'],
  [['compare', good, '--worlds', '0'], 2, '--worlds must be a whole number from 1 to 1000000; got "0"'],
  [['compare', good, '--worlds', '-3'], 2, '--worlds must be', 'got "-3"'],
  [['compare', good, '--worlds=1e9'], 2, '--worlds must be', 'got "1e9"'],
  [['compare', good, '--worlds', '1000001'], 2, '--worlds must be', 'got "1000001"'],
  [['compare', good, '--worlds', 'abc'], 2, '--worlds must be', 'got "abc"'],
  [['compare', good, '--worlds', '2.5'], 2, '--worlds must be', 'got "2.5"'],
  [['compare', good, '--worlds'], 2, "'--worlds <N>' argument missing"],
  [['compare', good, '--jobs', '0'], 2, '--jobs must be auto or a whole number from 1 to 256; got "0"'],
  [['run', good, '--jobs', 'many'], 2, '--jobs must be', 'got "many"'],
  [['compare', good, '--lang', 'fr'], 2, '--lang must be one of en, zh-CN; got "fr"'],
  [['list', '--lang', 'zh'], 2, '--lang must be one of en, zh-CN; got "zh"'],
  [['compare', good, '--seed', ''], 2, '--seed must be a text that is not empty; got ""'],
  [['compare', good, '--set', 'leave.perTie'], 2, '--set must be PATH=VALUE'],
  [['compare', good, '--set', '=3'], 2, '--set must be PATH=VALUE'],
  [['compare', good, '-o', ' '], 2, '--output must be a text'],
  [['compare', good, '--worlds', '0', '--jobs', 'x', '--lang', 'fr'], 2, '--worlds', '--jobs', '--lang'],
  [['compare', good, '--arm', 'quiet'], 2, "unknown option '--arm'"],
  [['validate'], 2, 'FILE'],
  [['explain'], 2, 'WHAT'],
  [['list', 'everything'], 2, 'too many arguments'],
  [['compare', good, '--fail-if', 'netRevenue.delta.p05 <'], 2, '--fail-if', 'it ends', '^'],
  [['compare', good, '--fail-if', 'netRevenue.delta.p05 % 3'], 2, 'a comparator: < <= > >= == !='],
  [['compare', good, '--fail-if', 'netRevenue; 3'], 2, '; cannot stand here'],
  [['compare', good, '--fail-if', '(netRevenue.p05 < 3'], 2, 'a closing parenthesis'],
  [['compare', good, '--fail-if', 'a.b.c.d < 3'], 2, 'METRIC.FIELD or METRIC.delta.FIELD'],
  // Scenarios and names: 3
  [['compare', 'missing.yaml'], 3, 'missing.yaml:1:1 there is no such file'],
  [['compare', 'blunt-vs-tailord-ads'], 3, 'did you mean', 'blunt-vs-tailored-ads.yaml?'],
  [['compare', 'folder.yaml'], 3, 'folder.yaml:1:1 cannot be read: it is a folder, not a file'],
  [['compare', 'binary.yaml'], 3, 'binary.yaml:1:1 cannot be read: it is not a text file (byte 5 is 0)'],
  [['compare', 'latin1.yaml'], 3, 'it is not a text file in UTF-8'],
  [['compare', 'utf16.yaml'], 3, 'it is in UTF-16; save it as UTF-8'],
  [['compare', 'empty.yaml'], 3, 'empty.yaml:1:1'],
  [['compare', 'unclosed.yaml'], 3, /unclosed\.yaml:\d+:\d+/],
  [
    ['compare', 'misspelt.yaml'],
    3,
    /misspelt\.yaml:3:1 .*horizn/,
    'horizon',
    /misspelt\.yaml:4:13 .*membres/,
    'members',
  ],
  [
    ['compare', 'one-arm.yaml'],
    3,
    'one-arm.yaml: arms must be at least 2 to compare; got 1',
    'seedbed run one-arm.yaml',
  ],
  [['compare', 'no-network.yaml'], 3, /missing\.txt:1:1 cannot be read: there is no such file/],
  [['compare', 'bad-network.yaml'], 3, /bad\.txt:2:1 /],
  [['compare', good, '--set', 'leave.perTei=0.2'], 3, '--set leave.perTei=0.2', 'perTie'],
  [
    ['compare', good, '--set', 'leave.perTie=lots', '--set', 'horizon=-3 days'],
    3,
    'horizon=-3 days',
    'leave.perTie=lots',
  ],
  [['run', good, '--arm', 'quite'], 3, '--arm quite', 'did you mean "quiet"?'],
  [
    ['explain', 'tactics.ads.laod'],
    3,
    'tactics.ads.laod is no parameter and no metric; did you mean tactics.ads.load',
  ],
  [['explain', 'qqqqqqqqqq'], 3, 'seedbed parameters'],
  [['network', 'bad.txt'], 3, /^bad\.txt:2:1 /],
  [['network', 'missing.csv'], 3, 'missing.csv:1:1 cannot be read: there is no such file or folder'],
  [['compare', good, '-o', 'tiny.yaml'], 3, 'tiny.yaml cannot be used: there is a file of that name.'],
  [['compare', good, '-o', 'tiny.yaml/below'], 3, 'a part of the path is a file'],
  [
    ['compare', good, '--fail-if', 'nertRevenue.delta.p05 < 0'],
    3,
    'there is no metric nertRevenue; did you mean netRevenue?',
  ],
  [
    ['compare', good, '--fail-if', 'netRevenue.p51 < 0 or members.delta.p25 > 0'],
    3,
    'no field p51; did you mean p05',
    'delta has no field p25',
  ],
  [['compare', good, '--fail-if', 'netRevenue.delta.p05 of quite < 0'], 3, 'there is no arm quite'],
  [
    ['compare', good, '--fail-if', 'netRevenue.delta.p05 of quiet < 0'],
    3,
    'quiet is the baseline: it has no delta',
  ],
  [
    ['compare', good, '--fail-if', 'netRevenue.p05 < 3%'],
    3,
    '3 % is no unit of netRevenue.p05 (a plain number, CNY)',
  ],
  [
    ['compare', good, '--fail-if', 'netRevenue.delta.p05 < 3 USD'],
    3,
    '3 USD is no unit of netRevenue.delta.p05',
  ],
  [
    ['compare', good, '--fail-if', 'verdict == recomend'],
    3,
    'recomend is no verdict; did you mean recommend?',
  ],
  [['compare', good, '--fail-if', 'verdict > early'], 3, 'a verdict can be == or != only'],
  [['compare', good, '--fail-if', 'netRevenue < 3'], 3, 'netRevenue needs a field'],
  [['compare', good, '--fail-if', 'netRevenue.p05 < members.p05'], 3, 'not in the same unit'],
  [['run', good, '--fail-if', 'members.delta.p05 < 3'], 3, 'only compare has a baseline'],
];

describe('a mistake', () => {
  it.concurrent.each(mistakes.map(([args, code, ...said]) => ({ typed: args.join(' '), args, code, said })))(
    'is answered: $typed',
    async ({ args, code, said }) => {
      const { code: exit, out, err } = await seedbed(...args);
      let from = 0;
      for (const part of said) {
        const rest = err.slice(from);
        const place = typeof part === 'string' ? rest.indexOf(part) : rest.search(part);
        expect(place, `${part} in: ${err}`).toBeGreaterThanOrEqual(0);
        from += place;
      }
      expect(exit, err).toBe(code);
      expect(out).toBe('');
      expect(err).not.toMatch(/^ +at /m);
      expect(err).not.toMatch(/undefined|\[object|NaN/);
    },
  );
});

describe('--debug', () => {
  it('shows where an error came from', async () => {
    const { err, code } = await seedbed('compare', 'missing.yaml', '--debug');
    expect(code).toBe(3);
    expect(err).toMatch(/^ +at /m);
  });
});

describe('validate', () => {
  it('says nothing of good files', async () => {
    expect(await seedbed('validate', good, 'one-arm.yaml')).toEqual({ code: 0, out: '', err: '' });
  });

  it('prints every problem of every file on stdout, each with its place', async () => {
    const { code, out, err } = await seedbed(
      'validate',
      'misspelt.yaml',
      good,
      'unclosed.yaml',
      'missing.yaml',
      'bad-network.yaml',
    );
    const lines = out.trimEnd().split('\n');
    expect(code).toBe(3);
    expect(err).toBe('');
    for (const line of lines) expect(line).toMatch(/^\S+:\d+:\d+ \S/);
    expect(lines.filter((line) => line.startsWith('misspelt.yaml')).length).toBeGreaterThanOrEqual(2);
    expect(new Set(lines.map((line) => line.replace(/^.*\/|:.*$/g, '')))).toEqual(
      new Set(['misspelt.yaml', 'unclosed.yaml', 'missing.yaml', 'bad.txt']),
    );
  });

  it('speaks Chinese with --lang zh-CN, of networks too, and English in JSON', async () => {
    const files = ['misspelt.yaml', 'unclosed.yaml', 'bad-network.yaml'];
    const lines = (await seedbed('validate', ...files, '--lang', 'zh-CN')).out.trimEnd().split('\n');
    for (const line of lines) expect(line).toMatch(/^\S+:\d+:\d+ .*\p{Script=Han}/u);
    expect(lines.join('\n')).toContain('horizn 在此处无法识别；是否指 horizon？');
    expect(lines.join('\n')).toContain('一条关系须在一行中写出两个人；现为 "c"');
    const { out } = await seedbed('validate', ...files, '--lang', 'zh-CN', '--json');
    expect(out).not.toMatch(/\p{Script=Han}/u);
  });

  it('gives one object with --json', async () => {
    const { code, out } = await seedbed('validate', good, 'empty.yaml', '--json');
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({
      schema: 'seedbed/validate@1',
      files: [
        { file: good, problems: [] },
        { file: 'empty.yaml', problems: [expect.stringContaining('empty.yaml:1:1')] },
      ],
    });
  });
});
