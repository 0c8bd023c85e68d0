/** The JSON of `compare`, when it comes from anywhere: a comparison, or nothing. */
import { z } from 'zod';
import { MAX_ARMS, MAX_WORLDS } from '../scenario/fields.ts';
import type { Comparison } from './comparison.ts';

const text = z.string().max(10_000);
const name = z.string().max(1000);
const number = z.number().nullable();
const three = z.object({ median: z.number(), p05: z.number(), p95: z.number() });
const metric = z.string().regex(/^[a-z]\w{0,63}$/i);
const status = z.enum(['recommend', 'talk-it-over', 'dont', 'practically-the-same', 'early']);

const spread = z.object({ median: number, mean: number, p05: number, p25: number, p75: number, p95: number });

const difference = z.object({
  arm: name,
  baseline: name,
  metric,
  mean: number,
  median: number,
  p05: number,
  p95: number,
  relativeMedian: number,
  standardError: number,
  chanceBetter: number,
  chanceBetterField: number,
});

const guardrail = z.object({
  arm: name,
  metric,
  limit: z.number(),
  kind: z.enum(['change', 'atLeast', 'atMost']),
  chanceWorse: number,
  held: z.boolean(),
  median: number,
  p05: number,
  p95: number,
});

const decision = z.object({
  status,
  arm: name,
  baseline: name,
  metric,
  worlds: z.number(),
  worldsBetter: z.number(),
  worldsWorse: z.number(),
  chanceBetter: number,
  chanceBetterRange: z.object({ low: z.number(), high: z.number() }).nullable(),
  chanceBetterField: number,
  chanceSame: number,
  median: number,
  p05: number,
  p95: number,
  relative: three.nullable(),
  perMonth: three.nullable(),
  matters: z.number(),
  mattersRelative: number,
  crossFit: z.object({ even: name, odd: name }).nullable(),
  blocks: z.array(z.enum(['halves', 'chance', 'guardrail', 'size'])).max(10),
  ifWrong: z
    .object({ kind: z.enum(['loses', 'misses']), worlds: z.number(), amount: z.number(), perMonth: number })
    .nullable(),
  weakestAssumption: z.object({ path: name, rho: z.number() }).nullable(),
});

const schema = z.object({
  schema: z.literal('seedbed/compare@1'),
  version: z.string().regex(/^[\w.+-]{1,40}$/),
  seed: text,
  worlds: z.int().min(0).max(MAX_WORLDS),
  scenario: z.object({ file: name, title: text, hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  arms: z
    .array(z.object({ name, metrics: z.record(metric, spread) }))
    .min(2)
    .max(MAX_ARMS),
  differences: z.array(difference).max(10_000),
  guardrails: z.array(guardrail).max(10_000),
  verdict: z.object({ status, arm: name, text: z.object({ en: text, 'zh-CN': text }) }),
  uncertainty: z.object({ includes: z.array(z.enum(['luck', 'assumptions'])).max(2), luckShare: number }),
  warnings: z.array(text).max(1000),
  decision,
});

/** Reads the value of a `compare --json` or a `comparison.json`; null for anything else. What it does not know goes. */
export function readComparison(value: unknown): Comparison | null {
  const comparison: Comparison | undefined = schema.safeParse(value).data;
  if (comparison === undefined) return null;
  const arms = comparison.arms.map((arm) => arm.name);
  const { verdict, decision: decided, differences, guardrails } = comparison;
  const named = [
    verdict.arm,
    decided.arm,
    decided.baseline,
    ...[...differences, ...guardrails].map(({ arm }) => arm),
  ];
  return named.every((each) => arms.includes(each)) ? comparison : null;
}

/** True when two comparisons have the same numbers; words may differ with the version that found them. */
export function sameNumbers(one: Comparison, other: Comparison): boolean {
  const numbersOf = ({
    seed,
    worlds,
    digest,
    arms,
    differences,
    guardrails,
    uncertainty,
    decision: decided,
  }: Comparison) =>
    JSON.stringify(sorted({ seed, worlds, digest, arms, differences, guardrails, uncertainty, decided }));
  return numbersOf(one) === numbersOf(other);
}

/** With the fields of every object in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
