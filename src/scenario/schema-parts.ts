/**
 * What the schema is made of. Every rule speaks in our own words, to follow a path: `must be on or off; got "maybe"`.
 * A union is always [plain value, mapping], so that its message can be that of the form which the file chose.
 */
import * as z from 'zod';
import { nearest, wrongKey } from './nearest.ts';
import type { Parameter, Section } from './parameter.ts';
import { show, visible } from './path.ts';
import { printAmount, printRange } from './print.ts';
import { readValue } from './units.ts';

// Generated code would need `unsafe-eval` in a browser.
z.config({ jitless: true });

/** What is wrong with a value, in words that follow its path; null if nothing is. */
export type Rule = (raw: unknown) => string | null;

/** How a file may write a number. */
export type Amount = number | string | boolean;

/** A plain value under a rule. `editor`: what the JSON Schema says of it. */
export function leaf<T>(rule: Rule, editor: Record<string, unknown>, missing = 'is missing'): z.ZodType<T> {
  const schema = z
    .unknown()
    .check((context) => {
      const message = context.value === undefined ? missing : rule(context.value);
      if (message !== null) context.issues.push({ code: 'custom', input: context.value, message, path: [] });
    })
    .meta(editor);
  return schema as unknown as z.ZodType<T>;
}

/** A mapping with these keys and no other. `elsewhere`: names that belong to another place of the file, and where. */
export function mapping<S extends z.core.$ZodLooseShape>(
  shape: S,
  about: string,
  unknownKey: (key: string) => string = (key) => wrongKey(key, Object.keys(shape)),
) {
  return z
    .strictObject(shape, { error: (issue) => mappingFault(issue, about, unknownKey) })
    .meta({ description: `${about[0].toUpperCase()}${about.slice(1)}.` });
}

/** Hints are worked out for this many unknown keys of a mapping at most: more are not shown anyhow. */
const MOST_HINTS = 25;

/** One line for each unknown key, or what stands in the place of a mapping. */
export function mappingFault(
  { code, keys, input }: { code?: string; keys?: unknown; input?: unknown },
  about: string,
  unknownKey: (key: string) => string,
): string {
  if (code !== 'unrecognized_keys') return `must be a mapping of ${about}; got ${show(input)}`;
  return (keys as string[])
    .map((key, i) => (i < MOST_HINTS ? unknownKey(key) : 'is not known here'))
    .join('\n');
}

/** A list of things of one kind. */
export function list<T extends z.ZodType>(item: T, what: string, [least, most]: readonly [number, number]) {
  return z
    .array(item, { error: ({ input }) => `must be a list of ${what}; got ${show(input)}` })
    .min(least, `must not be empty; leave ${what} out instead`)
    .max(most, `must list at most ${most} ${what}`);
}

const invisible = /[\n\u200b-\u200d\ufeff]/g;

/** A text that people read: not empty, not endless, nothing that a terminal would obey. */
export const textRule: Rule = (raw) => {
  if (typeof raw !== 'string') {
    const cure = typeof raw === 'number' || typeof raw === 'boolean' ? ' (put it in quotes)' : '';
    return `must be text; got ${show(raw)}${cure}`;
  }
  if (raw.trim() === '') return 'must be text; got an empty one';
  if (raw.length > 4000) return `must be at most 4,000 characters long; got ${raw.length}`;
  const letters = raw.replace(invisible, '');
  return visible(letters) === letters ? null : 'must not contain control characters';
};

/** A name: a text of one line that a table can hold. */
export const nameRule: Rule = (raw) => {
  const fault = textRule(raw);
  if (fault !== null || typeof raw !== 'string') return fault;
  if (raw.length > 60) return `must be at most 60 characters long; got ${raw.length}`;
  return raw.trim() === raw && visible(raw) === raw ? null : 'must be one line without space around it';
};

export const string = (about: string, rule: Rule = textRule) =>
  leaf<string>(rule, { type: 'string', description: about });

/** One text, or one for each language. */
export const text = (about: string) =>
  z.union([
    string(about),
    mapping(
      { en: string('English.'), 'zh-CN': string('Chinese.').optional() },
      'texts by language (en, zh-CN)',
    ),
  ]);

/** A parameter's value or range. */
export function number(parameter: Parameter, currency: string): z.ZodType<Amount> {
  const rule: Rule = (raw) => {
    const reading = readValue(parameter, raw, currency);
    return 'problem' in reading ? reading.problem : null;
  };
  return leaf(rule, editorView(parameter, currency));
}

/** A number that cannot be a range. */
export function single(parameter: Parameter, currency: string): z.ZodType<Amount> {
  const rule: Rule = (raw) => {
    const reading = readValue(parameter, raw, currency);
    if ('problem' in reading) return reading.problem;
    const { amount } = reading.value;
    return typeof amount === 'number' ? null : `must be one number, not a range; got ${show(raw)}`;
  };
  return leaf(rule, editorView(parameter, currency));
}

/** The numbers of a section, each optional. */
export function numbers(
  parameters: Section,
  currency: string,
): Record<string, z.ZodOptional<z.ZodType<Amount>>> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, number(parameter, currency).optional()]),
  );
}

export function choice<T extends string>(options: readonly T[], about: string, fallback?: T): z.ZodType<T> {
  const rule: Rule = (raw) => {
    if (options.some((option) => option === raw)) return null;
    const known = options.length > 1 ? `one of ${options.join(', ')}` : options[0];
    const near = typeof raw === 'string' ? nearest(raw, options)[0] : undefined;
    const hint = near === undefined || options.length < 2 ? '' : `; did you mean ${near}?`;
    return `must be ${known}; got ${show(raw)}${hint}`;
  };
  const usual = fallback === undefined ? {} : { default: fallback };
  return leaf(rule, { enum: [...options], description: about, ...usual });
}

/** What editors show of a parameter. */
function editorView(parameter: Parameter, currency: string): Record<string, unknown> {
  const { kind, about, unit, options = [], source } = parameter;
  const [low, high] = parameter.range;
  const plausible = low < high ? ` Plausible: ${printRange(parameter, { low, high }, currency)}.` : '';
  const description = `${about.en} Unit: ${unit}.${plausible} Source: ${source.en}`;
  const usual = { description, default: printAmount(parameter, parameter.default, currency) };
  if (kind === 'switch') return { enum: ['on', 'off', true, false], ...usual };
  if (kind === 'choice') return { enum: [...options], ...usual };
  const part = kind === 'chance' || kind === 'share';
  const { min = kind === 'signed' ? undefined : 0, max = part ? 1 : undefined } = parameter;
  const least = min === undefined ? {} : { minimum: min };
  const most = max === undefined ? {} : { maximum: max };
  return { type: ['number', 'string'], ...least, ...most, ...usual };
}
