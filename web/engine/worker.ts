/**
 * A Web Worker that simulates: gets a plan, then worlds one at a time with the arms that are wanted, and answers each
 * with its results. The same engine as everywhere; no SharedArrayBuffer, since static hosts do not isolate pages.
 *
 * Digests are the browser's own work. Where a page was not served safely it has none, and the worker answers what is to be
 * hashed instead.
 */
import type { WorldRecord } from '../../src/engine/simulate.ts';
import { recordBytes } from '../../src/experiment/digest-bytes.ts';
import type { Plan } from '../../src/experiment/plan.ts';
import { resultOf } from '../../src/experiment/results.ts';
import { simulator } from '../../src/experiment/simulator.ts';

export type Order = { readonly plan: Plan } | { readonly world: number; readonly arms: readonly number[] };

/** A result whose digest may be still to be made, of these bytes. */
export type Undigested = ReturnType<typeof resultOf<string | Uint8Array>>;

export type Answer =
  | { readonly ready: true }
  | { readonly world: number; readonly results: readonly Undigested[] }
  | { readonly world: number; readonly failure: string };

let plan: Plan | undefined;
let runArm: ReturnType<typeof simulator> | undefined;

const answer = (message: Answer) => postMessage(message);

addEventListener('message', async ({ data }: MessageEvent<Order>) => {
  if ('plan' in data) {
    plan = data.plan;
    runArm = undefined;
    return;
  }
  const { world, arms } = data;
  try {
    if (plan === undefined) throw new Error('a world was asked for before there was a plan');
    runArm ??= simulator(plan);
    const results: Undigested[] = [];
    for (const arm of arms) results.push(await undigested(plan, world, arm, runArm(world, arm)));
    answer({ world, results });
  } catch (error) {
    answer({ world, failure: error instanceof Error ? error.message : String(error) });
  }
});

async function undigested(asked: Plan, world: number, arm: number, record: WorldRecord): Promise<Undigested> {
  const bytes = recordBytes(record.outcomes, record.daily);
  const { subtle } = crypto as { readonly subtle?: SubtleCrypto };
  const digest = subtle === undefined ? bytes : inHex(await subtle.digest('SHA-256', bytes));
  return resultOf<string | Uint8Array>(asked, world, arm, record, digest);
}

const inHex = (buffer: ArrayBuffer): string =>
  [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

answer({ ready: true });
