import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveArm, uncertainPaths } from '../../src/scenario/assumptions.ts';
import { explain } from '../../src/scenario/describe.ts';
import { differingPaths } from '../../src/scenario/differing.ts';
import { formatProblem, type ParseOptions, parseScenario } from '../../src/scenario/parse.ts';

const valid = readFileSync('test/fixtures/scenarios/valid.yaml', 'utf8');
const lines = valid.split('\n');
const words = [...new Set(valid.match(/[\w%.-]+/g))];

/** Pieces that mean something to YAML, to the format, to the engine or to a terminal. */
const pieces = fc.constantFrom(
  ...words,
  ...[
    '{',
    '}',
    '[',
    ']',
    ':',
    ': ',
    ',',
    '- ',
    '? ',
    '#',
    '|',
    '>',
    '"',
    "'",
    '&a ',
    '*a',
    '!t ',
    '<<: ',
    '---',
    '%',
  ],
  ...['\n', '\n  ', '\t', ' ', '\r\n', '\u0000', '\u001b', '\ufeff', '\u2028', '\ud800', '中文', '😀'],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'null',
    '~',
    'true',
    '.nan',
    '.inf',
    '1e999',
    '-0',
  ],
  ...[
    '0%',
    '100%',
    '0% to 100%',
    '5 to 5',
    'to',
    '9007199254740993',
    '-1',
    '1,500',
    '1e-320',
    '0x1F',
    'off',
    'on',
  ],
);

/** One change to a text: the grammar of the file shapes where and what. */
type Change = (text: string) => string;

const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (text: string, where: number): number => Math.floor(where * text.length);

const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(place, pieces).map(
    ([p, piece]): Change =>
      (s) =>
        s.slice(0, at(s, p)) + piece + s.slice(at(s, p)),
  ),
  fc.tuple(place, fc.nat({ max: 30 })).map(
    ([p, n]): Change =>
      (s) =>
        s.slice(0, at(s, p)) + s.slice(at(s, p) + n),
  ),
  fc.tuple(fc.constantFrom(...words), pieces).map(
    ([word, piece]): Change =>
      (s) =>
        s.replace(word, piece),
  ),
  fc.constantFrom(...lines).map(
    (line): Change =>
      (s) =>
        s.replace(`${line}\n`, ''),
  ),
  fc.tuple(fc.constantFrom(...lines), fc.constantFrom(...lines)).map(
    ([a, b]): Change =>
      (s) =>
        s.replace(a, () => b),
  ),
  fc.tuple(fc.constantFrom(...lines), fc.integer({ min: 1, max: 4 })).map(
    ([line, n]): Change =>
      (s) =>
        s.replace(line, () => `${' '.repeat(n)}${line}`),
  ),
  fc.constantFrom(...lines).map(
    (line): Change =>
      (s) =>
        s.replace(line, () => `${line}\n${line}`),
  ),
);

// Sentences of zod, yaml and the engine, none of which may reach a reader.
const foreign =
  /Invalid input|Unrecognized|expected \w+, received|Plain value|Nested mappings|call stack|\[object|undefined/;

/** Whatever the text: an answer, in time, in own words, with a place; and a whole scenario where there is no problem. */
function answered(text: string, options: ParseOptions = {}): void {
  const begin = process.cpuUsage();
  const { scenario, problems } = parseScenario(text, 'f.yaml', options);
  expect(process.cpuUsage(begin).user / 1000).toBeLessThan(2000);
  expect(scenario === null).toBe(problems.length > 0);
  const last = text.split('\n').length;
  for (const problem of problems) {
    const { line, column, flag } = problem;
    expect(formatProblem('f.yaml', problem)).not.toMatch(foreign);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of these may reach a terminal
    expect(formatProblem('f.yaml', problem)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
    if (flag !== undefined) continue;
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(last);
    expect(column).toBeGreaterThanOrEqual(1);
  }
  if (scenario) {
    for (const arm of scenario.arms) {
      const { sections, segments, tactics } = resolveArm(scenario, arm, 3);
      const values = [...Object.values(sections), ...tactics.map((tactic) => tactic.values)].flatMap(
        Object.values,
      );
      expect(values.every(Number.isFinite)).toBe(true);
      expect(segments.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      for (const {
        plan: { fromDay, untilDay },
      } of tactics)
        expect(untilDay).toBeGreaterThanOrEqual(fromDay);
    }
    expect(new Set(uncertainPaths(scenario)).size).toBe(uncertainPaths(scenario).length);
    differingPaths(scenario);
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
}

describe('parseScenario on random files', () => {
  it('answers any change of a valid file', () => {
    fc.assert(
      fc.property(fc.array(changes, { minLength: 1, maxLength: 6 }), (made) =>
        answered(made.reduce((text, change) => change(text), valid)),
      ),
      { numRuns: 250 },
    );
  });

  it('answers any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => answered(text)));
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) =>
        answered(`seedbed: 1\ntitle: T\n${parts.join('')}`),
      ),
      { numRuns: 120 },
    );
  });

  it('answers any JSON', () => {
    const key = fc.oneof(
      fc.constantFrom(...words, '__proto__', 'constructor', 'people', 'arms', 'tactics'),
      fc.string(),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(...words),
        fc.double(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, tree, { maxKeys: 8 }), (document) =>
        answered(JSON.stringify({ seedbed: 1, title: 'T', ...document })),
      ),
      { numRuns: 120 },
    );
  });

  it('answers any --set', () => {
    const path = fc.array(
      fc.oneof(fc.constantFrom(...words, '[0]', '[1]', 'arms', 'tactics'), fc.string({ maxLength: 5 })),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    const set = fc
      .tuple(path, pieces, fc.constantFrom('.', ''))
      .map(([steps, value, dot]) => `${steps.join(dot)}=${value}`);
    fc.assert(
      fc.property(fc.array(fc.oneof(set, fc.string()), { minLength: 1, maxLength: 3 }), (sets) =>
        answered(valid, { set: sets }),
      ),
      { numRuns: 120 },
    );
  });

  it('explains or suggests for any name', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 4 }).map((parts) => parts.join('.')),
        ),
        (name) => {
          expect(explain(name).is).toBeTypeOf('string');
        },
      ),
    );
  });
});
