import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { digests } from './digests.ts';

/** The simulated path: what decides a result. */
const folders = [
  'random',
  'population',
  'metrics',
  'behaviors',
  'tactics',
  'scenario',
  'engine',
  'experiment/designs',
];
/** Members of Math that every engine computes alike: exact by specification. */
const alike = new Set(
  'abs ceil clz32 floor fround imul max min round sign sqrt trunc E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2'.split(
    ' ',
  ),
);

const chanceOfTheMachine = /\b(?:randomUUID|getRandomValues|randomBytes|randomInt)\b/g;

/** The source without comments and without the text of strings; templates keep their code. */
function strip(source: string): string {
  const skipped = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g;
  return source.replace(skipped, (found) => (found[0] === '/' ? found.replace(/[^\n]/g, '') : "''"));
}

/** What a source must not contain, as `line: text`. */
function banned(source: string): string[] {
  const patterns = [
    /\bMath\b(?:\s*\.\s*(\w+))?/g,
    /\*\*/g,
    /\bDate\b/g,
    /\bperformance\s*\./g,
    chanceOfTheMachine,
  ];
  const found: string[] = [];
  strip(source)
    .split('\n')
    .forEach((line, i) => {
      for (const pattern of patterns)
        for (const match of line.matchAll(pattern))
          if (!alike.has(match[1])) found.push(`${i + 1}: ${match[0]}`);
    });
  return found;
}

test('the scan sees every banned form, and leaves comments, strings and exact functions alone', () => {
  const members = 'exp log log1p log2 log10 pow sin cos tan tanh atan2 hypot cbrt expm1 random sinh f16round';
  for (const member of members.split(' '))
    expect(banned(`let x = 1;\nx = Math.${member}(x);`)).toEqual([`2: Math.${member}`]);
  expect(banned('const { exp } = Math;\nMath["exp"](1);\nx = Math\n  .exp(1);')).toHaveLength(3);
  expect(
    banned('x ** 2; x **= 2; new Date(); Date.now(); performance.now(); crypto.randomUUID();'),
  ).toHaveLength(6);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text
  expect(banned('const text = `${Math.random()}`;')).toEqual(['1: Math.random']);
  expect(
    banned('/** Math.exp, a ** b */ Math.floor(x); // new Date()\nsay("Date ** Math.pow", \'Math\');'),
  ).toEqual([]);
  expect(banned('const url = "http://example.org"; Math.log(1);')).toEqual(['1: Math.log']);
});

test.each(folders)('nothing in src/%s depends on what an engine or a clock makes of it', (folder) => {
  const root = join('src', folder);
  const files = existsSync(root) ? readdirSync(root, { recursive: true, encoding: 'utf8' }) : [];
  const found = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      banned(readFileSync(join(root, file), 'utf8')).map((what) => `${join(root, file)}:${what}`),
    );
  expect(found).toEqual([]);
  if (folder === 'random') expect(files.length).toBeGreaterThan(5);
});

afterEach(() => vi.unstubAllGlobals());

test('every function here gives the same bits when the banned members throw', async () => {
  const before = await digests();
  const strict = Object.fromEntries(
    Object.getOwnPropertyNames(Math).map((name) => {
      const member = Math[name as keyof Math];
      const throwing = () => {
        throw new Error(`Math.${name} was called`);
      };
      return [name, alike.has(name) ? member : throwing];
    }),
  );
  vi.resetModules();
  vi.stubGlobal('Math', strict);
  expect(() => Math.exp(1)).toThrow('Math.exp was called');
  const after = await digests();
  vi.unstubAllGlobals();
  expect(after).toEqual(before);
});
