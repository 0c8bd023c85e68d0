/** What differs among the arms of a scenario, in the words of a reader. */
import { findMetric } from '../metrics/definitions.ts';
import type { Locale } from '../report/format.ts';
import type { Condition } from '../tactics/schedule.ts';
import { printDecimal } from './decimal.ts';
import { fields } from './fields.ts';
import { readFor } from './input-words.ts';
import { labelAt } from './labels.ts';
import type { Parameter } from './parameter.ts';
import type { Arm, OwnText, Scenario, Value } from './scenario.ts';
import { findSection, findTactic, sections } from './table.ts';

export interface Differing {
  readonly path: string;
  /** What people call it. */
  readonly label: string;
  /** By arm, in their order; a dash for a number of a tactic that the arm does not use. */
  readonly values: readonly string[];
  /** Of a tactic that not all arms use: what the file says of it alike in every arm that does. */
  readonly alike: readonly { readonly path: string; readonly label: string; readonly value: string }[];
}

const words = {
  used: { en: 'used', 'zh-CN': '使用' },
  unused: { en: 'not used', 'zh-CN': '不使用' },
  everybody: { en: 'everybody', 'zh-CN': '所有人' },
  always: { en: 'no condition', 'zh-CN': '无条件' },
  generated: { en: 'generated', 'zh-CN': '生成' },
} as const satisfies Record<string, OwnText>;

/** A number that an arm does not have. */
const NONE = '–';

type ByArm = (arm: Arm) => string;
type Columns = Map<string, ByArm>;
type Print = (parameter: Parameter, value: Value | undefined) => string;

interface Row extends Pick<Differing, 'path' | 'label' | 'values'> {
  /** A number of a tactic that all arms which use it have alike. */
  readonly isAlike: boolean;
}

/** Every path whose value is not the same in all arms. */
export function differingPaths(scenario: Scenario, locale: Locale = 'en'): Differing[] {
  const { arms } = scenario;
  const rows = [...columnsOf(scenario, locale)].map(([path, valueIn]): Row => {
    const values = arms.map(valueIn);
    const given = new Set(values.filter((value) => value !== NONE));
    const isAlike = given.size === 1 && values.includes(NONE);
    return { path, label: labelAt(path, scenario, locale), values, isAlike };
  });
  return rows
    .filter(({ values, isAlike }) => !isAlike && values.some((value) => value !== values[0]))
    .map(({ path, label, values }) => ({ path, label, values, alike: alikeBelow(path, rows) }));
}

function alikeBelow(above: string, rows: readonly Row[]): Differing['alike'] {
  const below = rows.filter(({ path, isAlike }) => isAlike && path.startsWith(`${above}.`));
  return below.map(({ path, label, values }) => ({
    path,
    label,
    value: values.find((value) => value !== NONE) ?? NONE,
  }));
}

function columnsOf({ arms, currency }: Scenario, locale: Locale): Columns {
  const print: Print = (parameter, value) =>
    readFor(parameter, value ?? { amount: parameter.default }, currency, locale);
  const columns: Columns = new Map();
  for (const section of sections)
    for (const [name, parameter] of Object.entries(section.parameters))
      columns.set(`${section.path}.${name}`, (arm) => print(parameter, arm.sections[section.name]?.[name]));
  columns.set('community.network', (arm) => arm.networkFile ?? words.generated[locale]);
  for (const name of namesIn(arms, 'segments')) addSegment(columns, arms, name, print);
  for (const name of namesIn(arms, 'tactics')) addTactic(columns, arms, name, print, locale);
  return columns;
}

function printCondition(condition: Condition | null, locale: Locale): string {
  if (condition === null) return words.always[locale];
  const { metric, kind, limit, over } = condition;
  const found = findMetric(metric);
  const sign = kind === 'atLeast' ? '≥' : '≤';
  const amount = found?.unit === 'share' ? `${printDecimal(limit, 2)}%` : printDecimal(limit);
  const days = locale === 'en' ? `${over} ${over === 1 ? 'day' : 'days'}` : `${over} 天`;
  return `${found?.label[locale] ?? metric} ${sign} ${amount} (${days})`;
}

const namesIn = (arms: readonly Arm[], what: 'segments' | 'tactics'): Set<string> =>
  new Set(arms.flatMap((arm) => arm[what].map(({ name }) => name)));

function addSegment(columns: Columns, arms: readonly Arm[], name: string, print: Print): void {
  const path = `community.segments.${name}`;
  const of = (arm: Arm) => arm.segments.find((segment) => segment.name === name);
  columns.set(`${path}.share`, (arm) => `${printDecimal(of(arm)?.share ?? 0, 2)}%`);
  for (const [trait, parameter] of Object.entries(findSection('people').parameters)) {
    if (arms.every((arm) => of(arm)?.people[trait] === undefined)) continue;
    columns.set(`${path}.people.${trait}`, (arm) =>
      print(parameter, of(arm)?.people[trait] ?? arm.sections.people[trait]),
    );
  }
}

function addTactic(columns: Columns, arms: readonly Arm[], name: string, print: Print, locale: Locale): void {
  const path = `tactics.${name}`;
  const of = (arm: Arm) => arm.tactics.find((tactic) => tactic.name === name);
  const used = arms.map(of).filter((tactic) => tactic !== undefined);
  const add = (key: string, say: (tactic: Arm['tactics'][number]) => string): void => {
    columns.set(`${path}.${key}`, (arm) => {
      const tactic = of(arm);
      return tactic ? say(tactic) : NONE;
    });
  };
  columns.set(path, (arm) => words[of(arm) ? 'used' : 'unused'][locale]);
  for (const [setting, parameter] of Object.entries(findTactic(used[0].tactic)?.parameters ?? {}))
    if (used.some(({ settings }) => settings[setting] !== undefined))
      add(setting, ({ settings }) => print(parameter, settings[setting]));
  for (const [key, day] of [
    ['from', 'fromDay'],
    ['until', 'untilDay'],
  ] as const)
    columns.set(`${path}.${key}`, (arm) => print(fields[key], { amount: (of(arm) ?? used[0]).plan[day] }));
  for (const key of ['starts', 'stops'] as const)
    if (used.some(({ plan }) => plan[key] !== null))
      add(key, ({ plan }) => printCondition(plan[key], locale));
  if (used.some(({ plan }) => plan.segments !== null))
    add('to.segments', ({ plan: { segments } }) =>
      segments === null ? words.everybody[locale] : segments.join(locale === 'en' ? ', ' : '、'),
    );
}
