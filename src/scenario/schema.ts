/**
 * The one schema of scenario files: the structure is written here, the numbers come from the table. It gives the type of
 * the document, its validation, and (`jsonSchema`) what editors check and complete by.
 */
import * as z from 'zod';
import { baseNames } from './bases.ts';
import { fields, MAX_ARMS, MAX_DRAWS, MAX_SHOWN } from './fields.ts';
import {
  type Amount,
  choice,
  leaf,
  limit,
  list,
  mapping,
  nameRule,
  type Rule,
  single,
  string,
  text,
  textRule,
} from './schema-parts.ts';
import { type FileFacts, misplaced, settings } from './schema-settings.ts';
import { yardstick } from './schema-yardstick.ts';
import { got, pack, tell } from './tell.ts';

/** A document that keeps the schema. */
export type ScenarioFile = z.infer<ReturnType<typeof fileSchema>>;

/** A document from which everything that broke the schema was taken away. */
export type Sound<T> = T extends readonly (infer Item)[]
  ? readonly Sound<Item>[]
  : T extends object
    ? { readonly [key in keyof T]?: Sound<T[key]> | undefined }
    : T;

/** The schema of a file with these facts. */
export function fileSchema(facts: FileFacts, forEditors = false) {
  const { currency } = facts;
  const shared = settings(facts, forEditors);
  const head = {
    seedbed: leaf<1>(
      versionRule,
      { const: 1, description: 'Version of this format.' },
      tell('missingVersion'),
    ),
    base: choice(
      baseNames,
      'Typical community to begin from; what the file says itself counts before it.',
    ).optional(),
    title: text('What the scenario is called.'),
    question: text('The question it answers.').optional(),
    summary: text('What it is about, for people who decide.').optional(),
    horizon: single(fields.horizon, currency).optional(),
    branch: single(fields.branch, currency).optional(),
    currency: leaf<string>(currencyRule, currencyView).optional(),
    seed: leaf<string | number>(seedRule, seedView).optional(),
    worlds: single(fields.worlds, currency).optional(),
    assumptions: choice(
      ['plausible', 'stated', 'fixed'],
      'Which numbers are uncertain: all assumptions by their plausible range, only ranges in the file, or none.',
      'plausible',
    ).optional(),
  };
  const armShape = {
    name: string('Name of the arm, unlike every other.', nameRule),
    label: text('Name that people read, where it differs.').optional(),
    ...shared,
  };
  const arm = mapping(
    armShape,
    { en: 'an arm (name and what it changes)', 'zh-CN': '方案（名称及其改动）' },
    misplaced(Object.keys(armShape)),
  );
  const arms = list(arm, { en: 'arms', 'zh-CN': '方案' }, [1, MAX_ARMS]).meta({
    description: 'Alternatives compared in the same worlds; the first is the baseline.',
  });
  const shape = {
    ...head,
    ...shared,
    arms: arms.optional(),
    posterior: posterior().optional(),
    judge: judge().optional(),
    yardstick: yardstick(currency).optional(),
  };
  return mapping(shape, { en: 'a scenario', 'zh-CN': '情景' }, misplaced(Object.keys(shape)));
}

/** Draws by path. What each may be depends on the input: see `read-posterior.ts`. */
function posterior() {
  const draw = leaf<Amount>(
    (raw) =>
      typeof raw === 'number' || typeof raw === 'string' ? null : tell('numberWithUnit', { got: got(raw) }),
    { type: ['number', 'string'], description: "A draw, in the input's own unit." },
  );
  return z
    .record(z.string(), list(draw, { en: 'draws', 'zh-CN': '抽样值' }, [1, MAX_DRAWS]), {
      error: ({ input }) => pack([tell('mappingOfDraws', { got: got(input) })]),
    })
    .meta({
      description:
        'What data have said of some inputs, by path: a list of equally likely draws each, all of one length, that stand in for ranges; draws of one place belong together. A plain number in the file counts before it.',
    });
}

const versionRule: Rule = (raw) => (raw === 1 ? null : tell('version', { got: got(raw) }));

const currencyRule: Rule = (raw) =>
  typeof raw === 'string' && /^[A-Z]{3}$/.test(raw) ? null : tell('currency', { got: got(raw) });

const currencyView = {
  type: 'string',
  pattern: '^[A-Z]{3}$',
  default: 'CNY',
  description: 'Currency of all money in the file.',
};

const seedRule: Rule = (raw) => (Number.isSafeInteger(raw) ? null : textRule(raw));

const seedView = {
  type: ['string', 'integer'],
  default: 'seedbed',
  description: 'Text from which all chance comes.',
};

/** How arms are judged. What a limit may be depends on its metric: see `judge.ts`. */
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
    {
      en: 'a guardrail (metric and one of worse, at least, at most)',
      'zh-CN': '护栏指标（metric，以及 worse、at least、at most 之一）',
    },
  );
  return mapping(
    {
      metric: string('What decides.').optional(),
      matters: limit(
        'Smallest difference that matters: `2%` of the baseline, `2000 CNY`, `1 point`.',
      ).optional(),
      guardrails: list(guardrail, { en: 'guardrails', 'zh-CN': '护栏指标' }, [0, 20]).optional(),
      show: list(string('A metric.'), { en: 'metrics', 'zh-CN': '指标' }, [0, MAX_SHOWN])
        .meta({
          description:
            'Metrics shown beside the one that decides; where none is named, those that differ most.',
        })
        .optional(),
    },
    {
      en: 'how arms are judged (metric, matters, guardrails, show)',
      'zh-CN': '如何评判方案（metric、matters、guardrails、show）',
    },
  );
}

/** JSON Schema of scenario files, for editors. */
export function jsonSchema(): object {
  const schema = fileSchema({ currency: 'CNY', tactics: new Map() }, true);
  return {
    ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'ref' }),
    title: 'Seedbed scenario',
  };
}

/** What editors show of a place of the file, and its default; null where the file has no such place. */
export function describePlace(path: readonly (string | number)[]): { about: string; default: string } | null {
  let schema: z.core.$ZodType | undefined = fileSchema({ currency: 'CNY', tactics: new Map() }, true);
  for (const step of path) schema = schema && within(schema, step);
  const { description, default: usual } = (schema && z.globalRegistry.get(unwrapped(schema))) ?? {};
  return description === undefined
    ? null
    : { about: description, default: usual === undefined ? '' : String(usual) };
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema;
}

/** The schema of a key or list position; of a union, that of its mapping. */
function within(outer: z.core.$ZodType, step: string | number): z.core.$ZodType | undefined {
  const schema = unwrapped(outer);
  if (schema instanceof z.ZodUnion) return within(schema.options[schema.options.length - 1], step);
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  return schema instanceof z.ZodObject && Object.hasOwn(schema.shape, step) ? schema.shape[step] : undefined;
}
