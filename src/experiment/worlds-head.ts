/**
 * The first line of a file of worlds: what it is, who made it, and the scenario as it was asked for, so that the file alone
 * is a complete result: it can be shown anywhere without the scenario's file and without running again.
 */
import { z } from 'zod';
import { metrics } from '../metrics/definitions.ts';
import { MAX_ARMS, MAX_WORLDS } from '../scenario/fields.ts';
import type { ParseOptions } from '../scenario/parse.ts';
import { engineFingerprint, version } from '../version.ts';
import type { Plan } from './plan.ts';
import { sealed, unsealed } from './sealed-line.ts';

/** The command that makes a result: all arms for comparing, or every day of one arm. */
export type ResultCommand = 'compare' | 'run';

/** A scenario as it was asked for: the text of its file, and what the command line said to that. */
export interface Asked {
  readonly command: ResultCommand;
  /** Name of the scenario's file, without its folders. */
  readonly file: string;
  readonly text: string;
  readonly options: ParseOptions;
}

const name = z.string().max(300);
const hex = z.string().regex(/^[0-9a-f]{64}$/);

const headSchema = z.object({
  schema: z.literal('seedbed/worlds@1'),
  version: z.string().regex(/^[\w.+-]{1,40}$/),
  /** Fingerprint of the code that made the worlds. */
  code: z.string().regex(/^[\w-]{1,40}$/),
  command: z.enum(['compare', 'run']),
  file: name,
  seed: z.string().max(10_000),
  hash: hex,
  arms: z
    .array(z.object({ name: z.string().max(10_000), key: hex }))
    .min(1)
    .max(MAX_ARMS),
  /** Daily metrics in the lines that follow, and the order of the outcomes in them. */
  kept: z.array(name).max(200),
  metrics: z.array(name).min(1).max(200),
  scenario: z.object({
    text: z.string().max(1 << 20),
    set: z
      .array(z.string().max(1 << 18))
      .max(10_000)
      .default([]),
    worlds: z.int().min(1).max(MAX_WORLDS).optional(),
    seed: z.string().max(10_000).optional(),
  }),
});

export type Head = z.infer<typeof headSchema>;

/** What the file is, for people and other programs. */
export function headLine(plan: Plan, { command, file, text, options }: Asked): string {
  const { hash, kept, armKeys, scenario } = plan;
  const { set = [], worlds, seed } = options;
  const head: Head = {
    schema: 'seedbed/worlds@1',
    version,
    code: engineFingerprint,
    command,
    file,
    seed: scenario.seed,
    hash,
    arms: scenario.arms.map((arm, place) => ({ name: arm.name, key: armKeys[place] })),
    kept: [...kept],
    metrics: metrics.map((metric) => metric.name),
    scenario: { text, set: set.map(withoutFolders), worlds, seed },
  };
  return sealed(head);
}

/** Results are passed on: where on a disk a network file stood is nobody's business. */
export function withoutFolders(setting: string): string {
  return setting.replace(/^((?:.*\.)?community\.network\s*=\s*)(?:\/|[A-Za-z]:[\\/]).*[\\/]/s, '$1');
}

/** Reads a first line; null for anything that is not one, or one of a program too old to have kept the scenario. */
export function readHead(line: string): Head | null {
  const { data } = headSchema.safeParse(unsealed(line));
  return data ?? null;
}

const folderSchema = z.object({
  schema: z.literal('seedbed/folder@1'),
  file: name,
  latest: z.partialRecord(z.enum(['compare', 'run']), name).default({}),
});

/** What a folder's `folder.json` says: whose results it keeps, and which file of worlds each command wrote to last. */
export type Folder = z.infer<typeof folderSchema>;

/** The content of a `folder.json`; null where it is none. */
export function folderFrom(content: unknown): Folder | null {
  return folderSchema.safeParse(content).data ?? null;
}
