/**
 * The one schema of scenario files: the structure is written here, the numbers come from the table. It gives the types
 * of the document, its validation, and (`jsonSchema`) what editors check and complete by.
 *
 * Every rule speaks in our own words, to follow a path: `must be on or off; got "maybe"`. A union is always
 * [plain value, mapping], so that its message can be the one of the form that the file chose.
 */
import * as z from 'zod';
import { fields, MAX_ARMS } from './fields.ts';
import { didYouMean } from './nearest.ts';
import type { Parameter, Section } from './parameter.ts';
import { show, visible } from './path.ts';
import { printAmount, printRange } from './print.ts';
import { readShare } from './segments.ts';
import { findTactic, type Group, sections, tactics } from './table.ts';
import { readValue } from './units.ts';

// Generated code would need `unsafe-eval` in a browser.
z.config({ jitless: true });

/** What the schema must know of a file before it can judge it. */
export interface FileFacts {
  readonly currency: string;
  /** Kind of each tactic named in the file; null where it says one that there is not. */
  readonly tactics: ReadonlyMap<string, Group | null>;
}

type Check = (raw: unknown) => string | null;

/** A plain value under a rule. */
function leaf(check: Check, meta: Record<string, unknown>) {
  return z
    .unknown()
    .check((context) => {
      const message = context.value === undefined ? 'is missing' : check(context.value);
      if (message !== null) context.issues.push({ code: 'custom', input: context.value, message, path: [] });
    })
    .meta(meta);
}

/** A mapping with these keys and no other. */
function mapping<S extends z.core.$ZodLooseShape>(shape: S, about: string) {
  const known = Object.keys(shape);
  return z
    .strictObject(shape, {
      error: ({ code, keys, input }) =>
        code === 'unrecognized_keys'
          ? (keys as string[]).map((key) => `is not known here${didYouMean(key, known)}`).join('\n')
          : `must be a mapping of ${about}; got ${show(input)}`,
    })
    .meta({ description: `${about[0].toUpperCase()}${about.slice(1)}.` });
}

const listError = (what: string) => ({
  error: ({ input }: { input?: unknown }) => `must be a list of ${what}; got ${show(input)}`,
});

const printable: Check = (raw) => {
  if (typeof raw !== 'string') {
    const cure = typeof raw === 'number' || typeof raw === 'boolean' ? ' (put it in quotes)' : '';
    return `must be text; got ${show(raw)}${cure}`;
  }
  if (raw.trim() === '') return 'must be text; got an empty one';
  if (raw.length > 4000) return `must be at most 4,000 characters long; got ${raw.length}`;
  return visible(raw.replace(/[\n\u200b-\u200d\ufeff]/g, '')) === raw.replace(/[\n\u200b-\u200d\ufeff]/g, '')
    ? null
    : 'must not contain control characters';
};

/** A name: a text of one line that a table can hold. */
export const nameRule: Check = (raw) => {
  const fault = printable(raw);
  if (fault !== null || typeof raw !== 'string') return fault;
  if (raw.length > 60) return `must be at most 60 characters long; got ${raw.length}`;
  return raw.trim() === raw && visible(raw) === raw ? null : 'must be one line without space around it';
};

const string = (about: string, check: Check = printable) =>
  leaf(check, { type: 'string', description: about });

const text = (about: string) =>
  z.union([
    string(about),
    mapping(
      { en: string('English.'), 'zh-CN': string('Chinese.').optional() },
      'texts by language (en, zh-CN)',
    ),
  ]);

/** A parameter's value. */
function number(parameter: Parameter, currency: string) {
  const { kind, about, unit, min, max, options } = parameter;
  const [low, high] = parameter.range;
  const plausible = low < high ? ` Plausible: ${printRange(parameter, { low, high }, currency)}.` : '';
  const types =
    kind === 'switch'
      ? { enum: ['on', 'off', true, false] }
      : kind === 'choice'
        ? { enum: [...(options ?? [])] }
        : { type: ['number', 'string'] };
  const bounds = {
    ...(kind === 'signed' || 'enum' in types ? {} : { minimum: min ?? 0 }),
    ...(kind === 'chance' || kind === 'share'
      ? { maximum: max ?? 1 }
      : max === undefined
        ? {}
        : { maximum: max }),
  };
  return leaf(
    (raw) => {
      const reading = readValue(parameter, raw, currency);
      return 'problem' in reading ? reading.problem : null;
    },
    {
      ...types,
      ...('enum' in types ? {} : bounds),
      description: `${about} Unit: ${unit}.${plausible} Source: ${parameter.source}`,
      default: printAmount(parameter, parameter.default, currency),
    },
  );
}

/** A field that must be one number. */
function single(parameter: Parameter, currency: string) {
  return leaf(
    (raw) => {
      const reading = readValue(parameter, raw, currency);
      if ('problem' in reading) return reading.problem;
      return typeof reading.value.amount === 'number'
        ? null
        : `must be one number, not a range; got ${show(raw)}`;
    },
    {
      type: ['number', 'string'],
      description: parameter.about,
      default: printAmount(parameter, parameter.default, currency),
    },
  );
}

const choice = (options: readonly string[], about: string, fallback?: string) =>
  leaf(
    (raw) =>
      typeof raw === 'string' && options.includes(raw)
        ? null
        : `must be ${options.length > 1 ? 'one of ' : ''}${options.join(', ')}; got ${show(raw)}${
            typeof raw === 'string' && options.length > 1
              ? didYouMean(raw, options).replace(/^; known.*/, '')
              : ''
          }`,
    { enum: [...options], description: about, ...(fallback === undefined ? {} : { default: fallback }) },
  );

function numbers(parameters: Section, currency: string): Record<string, z.ZodOptional<z.ZodUnknown>> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, number(parameter, currency).optional()]),
  );
}

const segmentShare = leaf(
  (raw) => {
    const share = readShare(raw);
    return 'problem' in share ? share.problem : null;
  },
  { type: ['number', 'string'], description: "The segment's part of all people: `20%`, or a weight." },
);

/** Network: a file's name, or the generator's numbers. */
function network(currency: string) {
  const parameters = sections.find(({ name }) => name === 'network')?.parameters ?? {};
  const kinds = parameters.kind.options ?? [];
  const file: Check = (raw) => {
    if (typeof raw !== 'string')
      return `must be a file name, or a mapping of the generator's numbers; got ${show(raw)}`;
    if (kinds.includes(raw)) return `must be a file name or a mapping; got "${raw}" (write {kind: ${raw}})`;
    return printable(raw) ?? (raw.length > 1024 || raw.includes('\n') ? 'must be a file name' : null);
  };
  return z.union([
    leaf(file, { type: 'string', description: 'File with the ties: edge list, GraphML or GEXF.' }),
    mapping(numbers(parameters, currency), 'the network generator'),
  ]);
}

function tacticEntry(kind: Group | null, currency: string) {
  const off = leaf(
    (raw) =>
      raw === null || raw === false || raw === 'off'
        ? null
        : `must be a mapping of the tactic's numbers ({} for its defaults), or off; got ${show(raw)}`,
    { enum: ['off', false, null], description: 'Not used.' },
  );
  const names = tactics.map(({ name }) => name);
  if (kind === null) return z.union([off, z.looseObject({ tactic: choice(names, 'Which tactic this is.') })]);
  const shape = {
    ...numbers(kind.parameters, currency),
    tactic: choice([kind.name], 'Which tactic this is, where the name differs.').optional(),
    from: single(fields.from, currency).optional(),
    until: single(fields.until, currency).optional(),
  };
  return z.union([off, mapping(shape, `the numbers of ${kind.name}`)]);
}

function tacticsSchema({ currency, tactics: named }: FileFacts) {
  const entries = [...named].map(([name, kind]) => [name, tacticEntry(kind, currency).optional()] as const);
  const known = [...new Set([...named.keys(), ...tactics.map(({ name }) => name)])];
  return z
    .strictObject(Object.fromEntries(entries), {
      error: ({ code, keys, input }) =>
        code === 'unrecognized_keys'
          ? (keys as string[])
              .map(
                (key) =>
                  `is no tactic${didYouMean(key, known)} (a name of its own says which: {tactic: ads})`,
              )
              .join('\n')
          : `must be a mapping of tactics by name; got ${show(input)}`,
    })
    .meta({ description: 'What the operator does, by name.' });
}

/** What the base and every arm may settle. */
function settings(facts: FileFacts) {
  const { currency } = facts;
  const plain = (name: string) =>
    numbers(sections.find((section) => section.name === name)?.parameters ?? {}, currency);
  const people = mapping(plain('people'), 'traits of people');
  const segment = mapping(
    { share: segmentShare.optional(), people: people.optional() },
    'a segment (share, people)',
  );
  const segmentRecord = z
    .record(z.string(), segment, {
      error: ({ input }) => `must be a mapping of segments by name; got ${show(input)}`,
    })
    .meta({ description: 'Kinds of people by name, with their shares and the traits in which they differ.' });
  const community = mapping(
    { ...plain('community'), network: network(currency).optional(), segments: segmentRecord.optional() },
    'who is there',
  );
  const others = sections
    .filter(({ name }) => name !== 'community' && name !== 'network' && name !== 'people')
    .map(({ name, parameters }) => [
      name,
      mapping(numbers(parameters, currency), `numbers of ${name}`).optional(),
    ]);
  return {
    community: community.optional(),
    people: people.optional(),
    ...(Object.fromEntries(others) as Record<string, z.ZodOptional<ReturnType<typeof mapping>>>),
    tactics: tacticsSchema(facts).optional(),
  };
}

const limit = (about: string) =>
  leaf(
    (raw) =>
      typeof raw === 'number' || typeof raw === 'string'
        ? null
        : `must be a number with its unit; got ${show(raw)}`,
    {
      type: ['number', 'string'],
      description: about,
    },
  );

function judge() {
  const guardrail = mapping(
    {
      metric: string('Metric that must not suffer.'),
      worse: limit(
        'How far it may move in its bad direction against the baseline: `2 points` for shares, else `5%`.',
      ).optional(),
      'at least': limit("A floor in the metric's own unit.").optional(),
      'at most': limit("A ceiling in the metric's own unit.").optional(),
    },
    'a guardrail (metric and one of worse, at least, at most)',
  );
  return mapping(
    {
      metric: string('What decides.').optional(),
      matters: limit(
        'Smallest difference that matters: `2%` of the baseline, `2000 CNY`, `1 point`.',
      ).optional(),
      guardrails: z
        .array(guardrail, listError('guardrails'))
        .max(20, 'must be at most 20 guardrails')
        .optional(),
    },
    'how arms are judged (metric, matters, guardrails)',
  );
}

/** The schema of a file with these facts. */
export function fileSchema(facts: FileFacts) {
  const shared = settings(facts);
  const arm = mapping(
    {
      name: string('Name of the arm, of its own in the file.', nameRule),
      label: text('Name that people read.').optional(),
      ...shared,
    },
    'an arm (name and what it changes)',
  );
  return mapping(
    {
      seedbed: leaf((raw) => (raw === 1 ? null : `must be 1, the version of this format; got ${show(raw)}`), {
        const: 1,
        description: 'Version of this format.',
      }),
      title: text('What the scenario is called.'),
      question: text('The question it answers.').optional(),
      summary: text('What it is about, for people who decide.').optional(),
      horizon: single(fields.horizon, facts.currency).optional(),
      currency: leaf(
        (raw) =>
          typeof raw === 'string' && /^[A-Z]{3}$/.test(raw)
            ? null
            : `must be a currency of three capital letters, such as CNY; got ${show(raw)}`,
        {
          type: 'string',
          pattern: '^[A-Z]{3}$',
          default: 'CNY',
          description: 'Currency of all money in the file.',
        },
      ).optional(),
      seed: leaf((raw) => (Number.isSafeInteger(raw) ? null : printable(raw)), {
        type: ['string', 'integer'],
        default: 'seedbed',
        description: 'Text from which all chance comes.',
      }).optional(),
      worlds: single(fields.worlds, facts.currency).optional(),
      assumptions: choice(
        ['plausible', 'stated', 'fixed'],
        'Which numbers are uncertain: all assumptions by their plausible range, only ranges in the file, or none.',
        'plausible',
      ).optional(),
      ...shared,
      arms: z
        .array(arm, listError('arms'))
        .min(1, 'must list at least one arm')
        .max(MAX_ARMS, `must list at most ${MAX_ARMS} arms`)
        .meta({ description: 'Alternatives compared in the same worlds; the first is the baseline.' })
        .optional(),
      judge: judge().optional(),
    },
    'a scenario',
  );
}

/** JSON Schema of scenario files, for editors. */
export function jsonSchema(): object {
  const facts = {
    currency: 'CNY',
    tactics: new Map(tactics.map(({ name }) => [name, findTactic(name) ?? null])),
  };
  return {
    ...z.toJSONSchema(fileSchema(facts), { io: 'input', unrepresentable: 'any', reused: 'ref' }),
    title: 'Seedbed scenario',
  };
}
