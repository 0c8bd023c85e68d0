import { beforeAll, expect, test } from 'vitest';
import { draw, drawEvent, drawPair, mix } from '../../src/random/draw.ts';
import { Stream, seedWords } from '../../src/random/keys.ts';
import { allTests, dieharder, requireDieharder, type Source, type Verdict } from './dieharder.ts';

const seed = seedWords('dieharder');
const PERSONS = 100_000;
/** After this time no further test of an order begins. [ms] */
const BUDGET = 120_000;
/** Tests that take about twenty seconds together, for the draws used less. */
const quickTests = allTests.slice(0, 15);

type Dealt = (a: number, b: number, person: number, k: number) => number;

/** Endless draws: block after block, in it person after person, for each person `width` draws in the keys of `keysOf`. */
function source(width: number, keysOf: (block: number, k: number) => Stream, dealt: Dealt = draw): Source {
  const a = new Int32Array(width);
  const b = new Int32Array(width);
  let block = -1;
  let person = PERSONS - 1;
  let k = width - 1;
  return (words) => {
    for (let i = 0; i < words.length; i++) {
      if (++k === width) {
        k = 0;
        if (++person === PERSONS) {
          person = 0;
          block++;
          for (let j = 0; j < width; j++) {
            const stream = keysOf(block, j);
            a[j] = stream.a;
            b[j] = stream.b;
          }
        }
      }
      words[i] = dealt(a[k], b[k], person, k);
    }
  };
}

const join = new Stream(seed, 0, 'join');
const streams = Array.from({ length: 64 }, (_, i) => new Stream(seed, 0, `stream ${i}`));
const worlds = Array.from({ length: 500 }, (_, world) => new Stream(seed, world, 'join'));

const bySecond: Record<string, Source> = {
  person: source(1, (day) => join.on(day)),
  day: source(365, (world, day) => worlds[world].on(day)),
  stream: source(64, (day, k) => streams[k].on(day)),
  world: source(500, (day, world) => worlds[world].on(day)),
};

const further: Record<string, Source> = {
  event: source(10, (day) => join.on(day), drawEvent),
  pair: source(
    50,
    (day) => join.on(day),
    (a, b, p, k) => drawPair(a, b, p, p + 1 + k),
  ),
};

/** One order through the tests, one after the other, until they or the time end. */
async function run(tests: string[], draws: Source): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  const end = Date.now() + BUDGET;
  for (const name of tests) {
    if (Date.now() > end) break;
    verdicts.push(...(await dieharder(name, draws)));
  }
  return verdicts;
}

function summary(name: string, verdicts: Verdict[]): string {
  const count = (assessment: string) =>
    verdicts.filter((verdict) => verdict.assessment === assessment).length;
  const tests = new Set(verdicts.map((verdict) => verdict.test.split(' ')[0])).size;
  const doubtful = verdicts.filter((verdict) => verdict.assessment !== 'PASSED');
  const named = doubtful
    .map((verdict) => `\n  ${verdict.assessment} ${verdict.test} p = ${verdict.chance}`)
    .join('');
  return `${name}: ${tests} tests, ${count('PASSED')} passed, ${count('WEAK')} weak, ${count('FAILED')} failed${named}`;
}

function expectNoFailure(name: string, verdicts: Verdict[], tests: string[]): void {
  console.info(summary(name, verdicts));
  expect(verdicts.filter((verdict) => verdict.assessment === 'FAILED')).toEqual([]);
  // A slow machine may not come to the last tests; fewer than the quick ones would be no check.
  expect(verdicts.length).toBeGreaterThanOrEqual(Math.min(tests.length, quickTests.length));
}

beforeAll(requireDieharder, 120_000);

test.each(Object.entries(bySecond))(
  'draws that follow each other by %s pass dieharder',
  async (name, draws) => {
    expectNoFailure(name, await run(allTests, draws), allTests);
  },
);

test.each(Object.entries(further))(
  'draws that follow each other by %s pass its quicker tests',
  async (name, draws) => {
    expectNoFailure(name, await run(quickTests, draws), quickTests);
  },
);

test('dieharder rejects a hash without its last step, so the tests can tell', async () => {
  const weak: Dealt = (a, _, person) => Math.imul(mix(a) ^ person, 0x9e3779b1) >>> 0;
  const verdicts = await run(
    quickTests.slice(0, 4),
    source(1, (day) => join.on(day), weak),
  );
  expect(verdicts.some((verdict) => verdict.assessment === 'FAILED')).toBe(true);
});
