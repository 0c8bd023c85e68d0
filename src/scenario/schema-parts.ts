/**
 * What the schema is made of. Every rule speaks in our own words, to follow a path: `must be on or off; got "maybe"`.
 * A union is always [plain value, mapping], so that its message can be that of the form which the file chose.
 */
import * as z from 'zod';
import { meant, wrongKey } from './nearest.ts';
import type { Parameter, Section } from './parameter.ts';
import { visible } from './path.ts';
import { printAmount, printRange } from './print.ts';
import type { OwnText } from './scenario.ts';
import { got, listed, pack, tell } from './tell.ts';
import { readValue } from './units.ts';

// Generated code would need `unsafe-eval` in a browser.
z.config({ jitless: true });

/** What is wrong with a value, in words that follow its path; null if nothing is. */
export type Rule = (raw: unknown) => OwnText | null;

/** How a file may write a number. */
export type Amount = number | string | boolean;

/** A plain value under a rule. `editor`: what the JSON Schema says of it. */
export function leaf<T>(
  rule: Rule,
  editor: Record<string, unknown>,
  missing = tell('missing'),
): z.ZodType<T> {
  const schema = z
    .unknown()
    .check((context) => {
      const message = context.value === undefined ? missing : rule(context.value);
      if (message !== null)
        context.issues.push({ code: 'custom', input: context.value, message: pack([message]), path: [] });
    })
    .register(z.globalRegistry, editor);
  return schema as unknown as z.ZodType<T>;
}

/** A mapping with these keys and no other. `elsewhere`: names that belong to another place of the file, and where. */
export function mapping<S extends z.core.$ZodLooseShape>(
  shape: S,
  about: OwnText,
  unknownKey: (key: string) => OwnText = (key) => wrongKey(key, Object.keys(shape)),
) {
  return z
    .strictObject(shape, { error: (issue) => mappingFault(issue, about, unknownKey) })
    .meta({ description: `${about.en[0].toUpperCase()}${about.en.slice(1)}.` });
}

/** Hints are worked out for this many unknown keys of a mapping at most: more are not shown anyhow. */
const MOST_HINTS = 25;

/** A message for each unknown key, or what stands in the place of a mapping. */
export function mappingFault(
  { code, keys, input }: { code?: string; keys?: unknown; input?: unknown },
  about: OwnText,
  unknownKey: (key: string) => OwnText,
): string {
  if (code !== 'unrecognized_keys') return pack([tell('mappingOf', { about, got: got(input) })]);
  return pack(
    (keys as string[]).map((key, i) =>
      i < MOST_HINTS ? unknownKey(key) : tell('unknown', { hint: tell('none') }),
    ),
  );
}

/** A list of things of one kind. */
export function list<T extends z.ZodType>(item: T, what: OwnText, [least, most]: readonly [number, number]) {
  return z
    .array(item, { error: ({ input }) => pack([tell('listOf', { what, got: got(input) })]) })
    .min(least, pack([tell('emptyList', { what })]))
    .max(most, pack([tell('longList', { most, what })]));
}

const invisible = /[\n\u200b-\u200d\ufeff]/g;

/** A text that people read: not empty, not endless, nothing that a terminal would obey. */
export const textRule: Rule = (raw) => {
  if (typeof raw !== 'string') {
    const cure = tell(typeof raw === 'number' || typeof raw === 'boolean' ? 'quotes' : 'none');
    return tell('text', { got: got(raw), cure });
  }
  if (raw.trim() === '') return tell('emptyText');
  if (raw.length > 4000) return tell('longText', { most: '4,000', length: raw.length });
  const letters = raw.replace(invisible, '');
  return visible(letters) === letters ? null : tell('controlText');
};

/** A name: a text of one line that a table can hold. */
export const nameRule: Rule = (raw) => {
  const fault = textRule(raw);
  if (fault !== null || typeof raw !== 'string') return fault;
  if (raw.length > 60) return tell('longText', { most: 60, length: raw.length });
  return raw.trim() === raw && visible(raw) === raw ? null : tell('oneLine');
};

/** A name that streams of chance are called by: a colon would make the names of two of them one. */
export const streamNameRule: Rule = (raw) =>
  typeof raw === 'string' && raw.includes(':') ? tell('noColon') : nameRule(raw);

export const string = (about: string, rule: Rule = textRule) =>
  leaf<string>(rule, { type: 'string', description: about });

/** One text, or one for each language. */
export const text = (about: string) =>
  z.union([
    string(about),
    mapping(
      { en: string('English.'), 'zh-CN': string('Chinese.').optional() },
      { en: 'texts by language (en, zh-CN)', 'zh-CN': '各语言的文字（en、zh-CN）' },
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
    return typeof amount === 'number' ? null : tell('singleNumber', { got: got(raw) });
  };
  return leaf(rule, editorView(parameter, currency));
}

const limitRule: Rule = (raw) =>
  typeof raw === 'number' || typeof raw === 'string' ? null : tell('numberWithUnit', { got: got(raw) });

/** A limit of a metric. */
export const limit = (about: string) =>
  leaf<Exclude<Amount, boolean>>(limitRule, { type: ['number', 'string'], description: about });

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
    if (options.length === 1) return tell('only', { option: options[0], got: got(raw) });
    const hint = typeof raw === 'string' ? meant(raw, options) : tell('none');
    return tell('oneOf', { options: listed(options), got: got(raw), hint });
  };
  const usual = fallback === undefined ? {} : { default: fallback };
  return leaf(rule, { enum: [...options], description: about, ...usual });
}

/** What editors show of a parameter. Put into words when an editor asks: most files are read without one. */
function editorView(parameter: Parameter, currency: string): Record<string, unknown> {
  const { about, unit, source } = parameter;
  const [low, high] = parameter.range;
  return {
    ...formOf(parameter),
    get description() {
      const plausible = low < high ? ` Plausible: ${printRange(parameter, { low, high }, currency)}.` : '';
      return `${about.en} Unit: ${unit}.${plausible} Source: ${source.en}`;
    },
    get default() {
      return printAmount(parameter, parameter.default, currency);
    },
  };
}

/** What a value may be, as far as JSON Schema can say it. */
function formOf({ kind, options = [], ...bounds }: Parameter): Record<string, unknown> {
  if (kind === 'switch') return { enum: ['on', 'off', true, false] };
  if (kind === 'choice') return { enum: [...options] };
  const part = kind === 'chance' || kind === 'share';
  const { min = kind === 'signed' ? undefined : 0, max = part ? 1 : undefined } = bounds;
  const least = min === undefined ? {} : { minimum: min };
  const most = max === undefined ? {} : { maximum: max };
  return { type: ['number', 'string'], ...least, ...most };
}
