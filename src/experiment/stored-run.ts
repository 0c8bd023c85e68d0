/** The JSON of `run`: every day of every world of one arm. All that its digest is made of is there, so it can be made again. */
import { z } from 'zod';
import { metrics } from '../metrics/definitions.ts';
import { MAX_DAYS, MAX_WORLDS } from '../scenario/fields.ts';
import { digestOf, totalDigest } from './digest.ts';
import { allDailyMetrics } from './digest-bytes.ts';
import type { WorldResult } from './results.ts';
import { numbers } from './world-parts.ts';

const text = z.string().max(10_000);
const hex = z.string().regex(/^[0-9a-f]{64}$/);
const list = z.custom<readonly unknown[]>(Array.isArray);
const byName = z.record(z.string().max(200), z.object({ byWorld: list }));

const runSchema = z.object({
  schema: z.literal('seedbed/run@1'),
  version: z.string().regex(/^[\w.+-]{1,40}$/),
  seed: text,
  worlds: z.int().min(1).max(MAX_WORLDS),
  scenario: z.object({ file: text, title: text, hash: hex }),
  digest: hex,
  arm: text,
  days: z.int().min(1).max(MAX_DAYS),
  outcomes: byName,
  metrics: byName,
});

export interface StoredRun extends Omit<z.infer<typeof runSchema>, 'outcomes' | 'metrics'> {
  readonly results: readonly WorldResult[];
  /** True when the digest of what is there is the digest that it gives. */
  readonly verified: boolean;
}

/** Reads the value of a `run --json`; null for anything else. */
export function readStoredRun(value: unknown): StoredRun | null {
  const run = runSchema.safeParse(value).data;
  if (run === undefined) return null;
  const { outcomes, metrics: daily, ...head } = run;
  const columns = metrics.map(({ name }) => numbers(outcomes[name]?.byWorld, run.worlds));
  const results: WorldResult[] = [];
  for (let world = 0; world < run.worlds; world++) {
    const days = allDailyMetrics.map(
      (name) => [name, numbers(daily[name]?.byWorld[world], run.days)] as const,
    );
    const ours = Float64Array.from(columns, (column) => column?.[world] ?? Number.NaN);
    const named: Record<string, Float64Array> = {};
    for (const [name, values] of days) {
      if (values === undefined) return null;
      named[name] = values;
    }
    results.push({
      world,
      arm: 0,
      outcomes: ours,
      daily: named,
      segments: {},
      cohorts: null,
      digest: digestOf(ours, named),
      remarks: [],
    });
  }
  if (columns.some((column) => column === undefined)) return null;
  return { ...head, results, verified: totalDigest(results) === run.digest };
}
