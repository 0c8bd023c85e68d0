/**
 * The numbers of a check, and what its law gives at them. A number is a plain one, a path, or a list of both whose product
 * counts: `[spread.starters, /community.members]`, a stroke in front of what divides.
 */
import { type Argument, findLaw } from '../laws/index.ts';
import { fields } from './fields.ts';
import type { Report } from './judge.ts';
import { meantOrKnown } from './nearest.ts';
import { type NumberAt, nearestPath } from './number-at.ts';
import type { Parameter } from './parameter.ts';
import type { Path } from './path.ts';
import type { Check, OwnText } from './scenario.ts';
import type { Term } from './schema-yardstick.ts';
import { got, listed, tell } from './tell.ts';
import { boundFault, noun } from './unit-rules.ts';
import { readValue } from './units.ts';

/** What the numbers of a check may refer to. */
export interface Terms {
  readonly numberAt: NumberAt;
  /** Name of the arm in which paths are looked up. */
  readonly arm: string;
  /** Days by their word: `on`, `from`; null where the check names none. */
  readonly days: Readonly<Record<string, number | null>>;
  readonly currency: string;
  readonly report: Report;
}

type Value = number | string;
type Form = Pick<Argument, 'kind' | 'min' | 'max' | 'options'>;

/** A form in the shape of a parameter, so that `5 years` and `3% per day` are read here as everywhere. */
function asParameter({ kind, min, max, options }: Form): Parameter {
  const { label, default: usual, range, chosen, known, source, about } = fields.since;
  return {
    ...{ label, default: usual, range, chosen, known, source, about },
    kind,
    unit: kind === 'days' ? 'days' : kind === 'rate' ? 'per day' : 'times',
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(options !== undefined && { options }),
  };
}

const anyNumber: Form = { kind: 'signed' };

/** A plain number of a check: `per`, `reaches`, what worlds are counted by. */
export function readNumber(raw: Term, path: Path, terms: Terms): number | undefined {
  const value = readTerm(raw, anyNumber, path, terms);
  return typeof value === 'number' ? value : undefined;
}

/** What a term comes to; undefined where that was told to be wrong. */
function readTerm(raw: Term, form: Form, path: Path, terms: Terms): Value | undefined {
  if (typeof raw !== 'object') return inBounds(readOne(raw, form, path, terms), raw, form, path, terms);
  let product = 1;
  for (const [i, factor] of raw.entries()) {
    const below = typeof factor === 'string' && factor.startsWith('/');
    const value = readOne(below ? factor.slice(1) : factor, anyNumber, [...path, i], terms);
    if (typeof value !== 'number') return undefined;
    product = below ? product / value : product * value;
  }
  return inBounds(product, product, form, path, terms);
}

function readOne(raw: Value, form: Form, path: Path, { numberAt, arm, days, currency, report }: Terms) {
  if (typeof raw === 'number') return raw;
  const text = raw.trim();
  if (form.options?.includes(text)) return text;
  if (Object.hasOwn(days, text)) {
    const day = days[text];
    if (day === null) report(path, tell('noPath', { got: got(raw), hint: tell('none') }));
    return day ?? undefined;
  }
  const found = numberAt(text, arm);
  if (found !== undefined) return found;
  const reading = form.options ? null : readValue(asParameter(form), text, currency);
  if (reading && 'value' in reading && typeof reading.value.amount === 'number') return reading.value.amount;
  report(path, tell('noPath', { got: got(raw), hint: hintFor(text, form) }));
  return undefined;
}

function hintFor(text: string, { options }: Form): OwnText {
  if (options) return meantOrKnown(text, options);
  const near = nearestPath(text);
  return near === undefined ? tell('none') : tell('meant', { name: near });
}

function inBounds(
  value: Value | undefined,
  raw: unknown,
  form: Form,
  path: Path,
  { currency, report }: Terms,
): Value | undefined {
  if (value === undefined) return undefined;
  if (form.options) {
    if (form.options.includes(String(value))) return value;
    report(path, tell('oneOf', { options: listed(form.options), got: got(value), hint: tell('none') }));
    return undefined;
  }
  const parameter = asParameter(form);
  const bound =
    typeof value === 'number' && Number.isFinite(value) ? boundFault(parameter, value) : tell('none');
  if (bound === null) return value;
  const shown = raw === value ? got(value) : { en: `${raw} = ${value}`, 'zh-CN': `${raw} = ${value}` };
  report(path, tell('lawBound', { noun: noun(parameter, currency), bound, got: shown }));
  return undefined;
}

/** A law at its numbers. */
export interface LawReading {
  readonly law: NonNullable<Check['law']>;
  readonly value: number;
}

/** The law of a check and what it gives; null where it names none, or where that was told to be wrong. */
export function readLaw(source: unknown, path: Path, terms: Terms): LawReading | null {
  const named = Object.entries((source ?? {}) as Record<string, Record<string, Term>>);
  if (source === undefined) return null;
  const [[name, settings] = []] = named;
  const law = name === undefined ? undefined : findLaw(name);
  if (named.length !== 1 || name === undefined || law === undefined) {
    terms.report(path, tell('oneLaw', { count: named.length }));
    return null;
  }
  const given: Record<string, Value> = {};
  for (const [argument, form] of Object.entries(law.arguments)) {
    const raw = settings?.[argument];
    const value = raw === undefined ? form.default : readTerm(raw, form, [...path, name, argument], terms);
    if (value === undefined) return null;
    given[argument] = value;
  }
  const value = law.value(given);
  if (Number.isFinite(value)) return { law: { name, given }, value };
  const numbers = listed(Object.entries(given).map(([argument, number]) => `${argument} ${number}`));
  terms.report([...path, name], tell('lawValue', { numbers }));
  return null;
}
