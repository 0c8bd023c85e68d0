/**
 * All that a page needs to draw an input for a number of the table, with no other knowledge. A parameter or tactic that
 * is added to the table has its input here without another line.
 */
import type { Locale } from '../report/format.ts';
import { fields } from './fields.ts';
import { type InputScale, scaleOf } from './input-scale.ts';
import { fileWords, printFor } from './input-words.ts';
import type { Kind, Known, Parameter } from './parameter.ts';
import { printValue } from './print.ts';
import type { OwnText, Text, Value } from './scenario.ts';
import { type Group, isOfPlan, sections, table, tactics } from './table.ts';
import { unitWords } from './unit-words.ts';
import { readValue } from './units.ts';

export interface Input extends InputScale {
  /** Where the value stands in a file: `tactics.ads.load`. */
  readonly path: string;
  readonly label: OwnText;
  readonly unit: OwnText;
  readonly about: OwnText;
  readonly source: Text;
  readonly known: Known;
  readonly kind: Kind;
  readonly widget: 'slider' | 'switch' | 'choice';
  /** Of a choice: the value is the place in this list. */
  readonly options: readonly { readonly name: string; readonly label: OwnText }[];
  readonly default: number;
  /** Whether a world draws it from its range where the scenario is silent; such an input starts as a range. */
  readonly drawn: boolean;
  /** Whether every tactic has it: whom, when and for how much. */
  readonly isOfPlan: boolean;
  /** One of the few that a strategist changes first. */
  readonly basic: boolean;
  /** As people read it: `30 days`, `30 天`. What it gives, `parse` reads. */
  print(value: Value | number, locale: Locale): string;
  /** As a file or `--set` says it. */
  write(value: Value | number): string;
  /** What somebody typed, a value or a range (`5% to 12%`, `5% 至 12%`), or what is wrong with it. */
  parse(typed: string): { readonly value: Value } | { readonly problem: OwnText };
}

/** What a strategist changes first. */
export const basicPaths: readonly string[] = [
  'community.members',
  'community.prospects',
  'tactics.ads.load',
  'tactics.ads.targeting',
  'tactics.coupons.rate',
  'tactics.coupons.depth',
  'tactics.acquisition.arrivals',
  'buy.basket',
];

/** The input of a parameter; `path` where it stands in a file, if not where the table has it. */
export function inputOf(
  { path: own, parameter }: { readonly path: string; readonly parameter: Parameter },
  currency: string,
  path = own,
): Input {
  const { label, about, source, known, kind, unit, chosen, options = [], optionLabels = [] } = parameter;
  const widget = kind === 'switch' || kind === 'choice' ? kind : 'slider';
  const [low, high] = parameter.range;
  const asValue = (value: Value | number): Value => (typeof value === 'number' ? { amount: value } : value);
  return {
    path,
    label,
    unit: unitWords(unit, currency),
    about,
    source,
    known,
    kind,
    widget,
    options: options.map((name, i) => ({ name, label: optionLabels[i] ?? { en: name, 'zh-CN': name } })),
    default: parameter.default,
    ...scaleOf(parameter),
    drawn: !chosen && widget === 'slider' && low < high,
    isOfPlan: isOfPlan(parameter),
    basic: basicPaths.includes(own),
    print: (value, locale) => printFor(parameter, asValue(value), currency, locale),
    write: (value) => printValue(parameter, asValue(value), currency),
    parse: (typed) => {
      const reading = readValue(parameter, fileWords(typed, parameter, currency), currency);
      return reading;
    },
  };
}

/** Inputs that stand together. */
export interface InputGroup {
  /** `community`, `tactics.ads`, `leave`. */
  readonly path: string;
  readonly label: OwnText;
  readonly about: OwnText;
  /** A tactic is used or not; everything else is always there. */
  readonly tactic: string | null;
  readonly inputs: readonly Input[];
}

/** Every input there is: who is there, what the operator does, what people do. */
export function inputGroups(currency = 'CNY'): InputGroup[] {
  const isSetting = ({ path }: Group): boolean => path.startsWith('community');
  const settings = sections.filter(isSetting);
  const behaviors = sections.filter((section) => !isSetting(section));
  return [...settings, ...tactics, ...behaviors].map((group) => ({
    path: group.path,
    label: group.label,
    about: group.about,
    tactic: tactics.includes(group) ? group.name : null,
    inputs: table.filter(({ section }) => section === group).map((entry) => inputOf(entry, currency)),
  }));
}

/** The inputs of a run that are no parameters of the model. */
export function runInputs(currency = 'CNY'): { readonly horizon: Input; readonly worlds: Input } {
  return {
    horizon: inputOf({ path: 'horizon', parameter: fields.horizon }, currency),
    worlds: inputOf({ path: 'worlds', parameter: fields.worlds }, currency),
  };
}
