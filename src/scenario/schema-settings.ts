/** The part of the schema that the base of a file and each of its arms share: people, behaviors, tactics. */
import * as z from 'zod';
import { fields, MAX_SEGMENTS } from './fields.ts';
import { meantOrKnown, nearest, wrongKey } from './nearest.ts';
import type { OwnText } from './scenario.ts';
import {
  type Amount,
  choice,
  leaf,
  limit,
  list,
  mapping,
  mappingFault,
  numbers,
  type Rule,
  single,
  string,
  text,
  textRule,
} from './schema-parts.ts';
import { readShare } from './segments.ts';
import { findSection, type Group, sections, table, tactics } from './table.ts';
import { got, pack, tell } from './tell.ts';

/** What the schema must know of a file before it can judge it. */
export interface FileFacts {
  readonly currency: string;
  /** Kind of each tactic named in the file; null where it names one that there is not. */
  readonly tactics: ReadonlyMap<string, Group | null>;
}

/** A key that is known at another place of the file gets that place for a hint. */
export function misplaced(known: readonly string[]): (key: string) => OwnText {
  return (key) => {
    const elsewhere = table.filter(({ name }) => name === key).map(({ path }) => path);
    if (nearest(key, known).length > 0 || elsewhere.length === 0 || elsewhere.length > 3)
      return wrongKey(key, known);
    const names = { en: elsewhere.join(' or '), 'zh-CN': elsewhere.join(' 或 ') };
    return tell('unknown', { hint: tell('meantOneOf', { names }) });
  };
}

/** What the base and every arm may settle. */
export function settings(facts: FileFacts, forEditors: boolean) {
  const tactics = forEditors ? tacticsForEditors(facts) : tacticsOf(facts);
  return { ...peopleAndBehaviors(facts.currency), tactics: tactics.optional() };
}

/** Keeps what was made last: most files are read, time and again, in one currency and with the same tactics. */
function kept<T>(make: (currency: string) => T): (currency: string) => T {
  let last: { readonly currency: string; readonly known: number; readonly made: T } | null = null;
  return (currency) => {
    const known = tactics.length;
    if (last?.currency !== currency || last.known !== known) last = { currency, known, made: make(currency) };
    return last.made;
  };
}

const peopleAndBehaviors = kept((currency) => {
  const people = section('people', currency, { en: 'traits of people', 'zh-CN': '人群特征' });
  const behaviors = sections
    .filter(({ name }) => name !== 'community' && name !== 'network' && name !== 'people')
    .map(({ name }) => [
      name,
      section(name, currency, { en: `numbers of ${name}`, 'zh-CN': `${name} 的各项数值` }).optional(),
    ]);
  return {
    community: community(currency, people).optional(),
    people: people.optional(),
    ...(Object.fromEntries(behaviors) as Record<string, z.ZodOptional<ReturnType<typeof section>>>),
  };
});

function section(name: string, currency: string, about: OwnText) {
  const parameters = findSection(name).parameters;
  return mapping(numbers(parameters, currency), about, misplaced(Object.keys(parameters)));
}

function community(currency: string, people: ReturnType<typeof section>) {
  const segment = mapping(
    {
      label: text('Name that people read, where it differs.').optional(),
      share: segmentShare.optional(),
      people: people.optional(),
    },
    { en: 'a segment (label, share, people)', 'zh-CN': '人群（label、share、people）' },
  );
  const segments = z
    .record(z.string(), segment, {
      error: ({ input }) => pack([tell('mappingOfSegments', { got: got(input) })]),
    })
    .refine(
      (record) => Object.keys(record).length <= MAX_SEGMENTS,
      pack([tell('mostSegments', { most: MAX_SEGMENTS })]),
    )
    .meta({ description: 'Kinds of people by name, with their shares and the traits in which they differ.' });
  const { parameters } = findSection('community');
  const shape = {
    ...numbers(parameters, currency),
    network: network(currency).optional(),
    segments: segments.optional(),
  };
  return mapping(shape, { en: 'who is there', 'zh-CN': '谁在群内' }, misplaced(Object.keys(shape)));
}

const shareRule: Rule = (raw) => {
  const share = readShare(raw);
  return 'problem' in share ? share.problem : null;
};

const segmentShare = leaf<Amount>(shareRule, {
  type: ['number', 'string'],
  description: "The segment's part of all people: `20%`, or a weight.",
});

/** A file's name, or the numbers of the generator. */
function network(currency: string) {
  const { parameters } = findSection('network');
  const kinds = parameters.kind.options ?? [];
  const rule: Rule = (raw) => {
    if (typeof raw !== 'string') return tell('networkForm', { got: got(raw) });
    if (kinds.includes(raw)) return tell('networkKind', { got: got(raw), kind: raw });
    return textRule(raw) ?? (raw.length > 1024 || raw.includes('\n') ? tell('fileName') : null);
  };
  const description = 'File with the ties: edge list, GraphML or GEXF.';
  const fileHint = (key: string): OwnText =>
    key === 'file' ? tell('unknownFile') : wrongKey(key, Object.keys(parameters));
  return z.union([
    leaf<string>(rule, { type: 'string', description }),
    mapping(
      numbers(parameters, currency),
      { en: 'the network generator', 'zh-CN': '关系网生成器' },
      fileHint,
    ),
  ]);
}

/** Before the names of numbers that stand in the mapping `to`. */
const TO = 'to.';

const offRule: Rule = (raw) =>
  raw === null || raw === false || raw === 'off' ? null : tell('mappingOrOff', { got: got(raw) });

function tactic(kind: Group, currency: string) {
  const all = numbers(kind.parameters, currency);
  const plain = Object.entries(all).filter(([name]) => !name.startsWith(TO));
  const shape = {
    ...Object.fromEntries(plain),
    tactic: kindOf([kind.name]).optional(),
    from: single(fields.from, currency).optional(),
    until: single(fields.until, currency).optional(),
    starts: condition(currency, 'Begins on the first day on which a metric has kept this.').optional(),
    stops: condition(currency, 'Ends for good on the first day on which a metric has kept this.').optional(),
    to: audience(all).optional(),
  };
  const off = leaf<'off' | false | null>(offRule, { enum: ['off', false, null], description: 'Not used.' });
  const about = { en: `the numbers of ${kind.name}`, 'zh-CN': `${kind.name} 的各项数值` };
  return z.union([off, mapping(shape, about, misplaced(Object.keys(shape)))]);
}

/** Whom a tactic is for. */
function audience(all: Record<string, z.ZodOptional<z.ZodType<Amount>>>) {
  const own = Object.entries(all).flatMap(([name, schema]) =>
    name.startsWith(TO) ? [[name.slice(TO.length), schema] as const] : [],
  );
  const segments = z.union([
    string('A segment that it is for.'),
    list(string('A segment.'), { en: 'names of segments', 'zh-CN': '人群名称' }, [1, MAX_SEGMENTS]),
  ]);
  const about = { en: 'whom the tactic is for', 'zh-CN': '策略面向谁' };
  return mapping({ ...Object.fromEntries(own), segments: segments.optional() }, about);
}

/** A metric and the limit that it must have kept. What a limit may be depends on its metric: see `judge.ts`. */
function condition(currency: string, about: string) {
  return mapping(
    {
      metric: string('Metric that is looked at.'),
      'at least': limit("Least that it must have been, in the metric's own unit.").optional(),
      'at most': limit("Most that it may have been, in the metric's own unit.").optional(),
      over: single(fields.over, currency).optional(),
    },
    {
      en: 'a condition (metric, over, and one of at least, at most)',
      'zh-CN': '条件（metric、over，以及 at least、at most 之一）',
    },
  ).meta({ description: about });
}

const kindOf = (names: readonly string[]) => choice(names, 'Which tactic this is, where the name differs.');

type TacticSchema = z.ZodOptional<ReturnType<typeof tactic>>;

/** The schema of a kind of tactic, made when a file first names one: most files name few. */
const tacticsByKind = kept((currency) => {
  const made = new Map<Group, TacticSchema>();
  return (kind: Group): TacticSchema => {
    const schema = made.get(kind) ?? tactic(kind, currency).optional();
    made.set(kind, schema);
    return schema;
  };
});

/** The tactics that a file names, each of its kind. */
function tacticsOf({ currency, tactics: named }: FileFacts) {
  const byKind = tacticsByKind(currency);
  const tacticNames = tactics.map(({ name }) => name);
  const unknown = z.looseObject({ tactic: kindOf(tacticNames) }).optional();
  const shape = Object.fromEntries([...named].map(([name, kind]) => [name, kind ? byKind(kind) : unknown]));
  const known = [...new Set([...tacticNames, ...named.keys()])];
  const hint = (key: string): OwnText => tell('noTactic', { hint: meantOrKnown(key, known) });
  return z
    .strictObject(shape, {
      error: (issue) => mappingFault(issue, { en: 'tactics by name', 'zh-CN': '各策略（按名称）' }, hint),
    })
    .meta({ description: 'What the operator does, by name.' });
}

/** The tactics that there are; under any other name the numbers of one of them, whose kind an arm may leave to the base. */
function tacticsForEditors({ currency }: FileFacts) {
  const byKind = tacticsByKind(currency);
  return z
    .object(Object.fromEntries(tactics.map((kind) => [kind.name, byKind(kind)])))
    .catchall(z.union(tactics.map((kind) => byKind(kind).unwrap())))
    .meta({ description: 'What the operator does, by name.' });
}
