/**
 * A study: all that was asked of a sweep, as a file beside the results. It names results by the keys of arms, so that points
 * and results can be joined without the program, and it has the scenario's text, so that it can be run again.
 */
import { z } from 'zod';
import { MAX_ARMS, MAX_WORLDS } from '../../scenario/fields.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { engineFingerprint, resultsVersion, version } from '../../version.ts';
import { parsedJson } from '../sealed-line.ts';
import { withoutFolders } from '../worlds-head.ts';
import type { SweepInput } from './inputs.ts';
import type { Point, Source } from './points.ts';

export const STUDY_SCHEMA = 'seedbed/study@1';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const word = z.string().max(10_000);
const text = z.object({ en: word, 'zh-CN': z.exactOptional(word) });

const studySchema = z.object({
  schema: z.literal(STUDY_SCHEMA),
  version: word,
  resultsVersion: z.int(),
  /** Fingerprint of the code that makes the results: those of the study have the same. */
  engine: word,
  scenario: z.object({
    file: word,
    title: text,
    text: z.string().max(1 << 20),
    set: z.array(z.string().max(1 << 18)).max(10_000),
    currency: word,
    horizonDays: z.number(),
  }),
  seed: word,
  worlds: z.int().min(1).max(MAX_WORLDS),
  design: z.object({ name: word, points: z.int(), seed: word }),
  inputs: z
    .array(
      z.object({
        path: word,
        places: z.array(word),
        label: z.object({ en: word, 'zh-CN': word }),
        unit: word,
        scale: z.enum(['linear', 'log', 'whole', 'choice']),
        low: z.number(),
        high: z.number(),
        options: z.array(word),
      }),
    )
    .max(1000),
  judge: word,
  arms: z
    .array(z.object({ name: word, label: text }))
    .min(1)
    .max(MAX_ARMS),
  /** Point number n is the nth; its values, and as a file has them, in the order of the inputs; its keys in that of the arms. */
  points: z.array(
    z.object({ values: z.array(z.number()), written: z.array(word), armKeys: z.array(hex).min(1) }),
  ),
});

export type Study = z.infer<typeof studySchema>;

export interface Asked {
  readonly source: Source;
  readonly scenario: Scenario;
  readonly inputs: readonly SweepInput[];
  readonly design: Study['design'];
  readonly points: readonly Point[];
}

/** What was asked, as data. */
export function studyOf({ source, scenario, inputs, design, points }: Asked): Study {
  const { title, currency, horizonDays, seed, worlds, judge, arms } = scenario;
  const set = (source.options.set ?? []).map(withoutFolders);
  return {
    schema: STUDY_SCHEMA,
    version,
    resultsVersion,
    engine: engineFingerprint,
    scenario: { file: source.file, title, text: source.text, set, currency, horizonDays },
    seed,
    worlds,
    design,
    inputs: inputs.map(({ path, places, label, unit, scale, low, high, options }) => ({
      path,
      places: [...places],
      label,
      unit,
      scale,
      low,
      high,
      options: [...options],
    })),
    judge: judge.metric,
    arms: arms.map(({ name, label }) => ({ name, label })),
    points: points.map(({ values, armKeys }) => ({
      values: [...values],
      written: inputs.map(({ write }, i) => write(values[i])),
      armKeys: [...armKeys],
    })),
  };
}

/** The text of a study's file. */
export const studyText = (study: Study): string =>
  `${JSON.stringify(study)}\n`.replace(/\{"values"/g, '\n{"values"');

/** What `--set` takes to make a point. */
export const setsOfPoint = ({ inputs, points }: Study, number: number): string[] =>
  inputs.flatMap(({ places }, i) => places.map((place) => `${place}=${points[number - 1].written[i]}`));

/** A study from its text; null where it is none. */
export function readStudy(text: string): Study | null {
  const { data } = studySchema.safeParse(parsedJson(text));
  const isWhole = data?.points.every(
    ({ values, written, armKeys }) =>
      values.length === data.inputs.length &&
      written.length === data.inputs.length &&
      armKeys.length === data.arms.length,
  );
  return data !== undefined && isWhole === true ? data : null;
}
