/** What a `--fail-if` condition means for a scenario (unknown names end here), and whether it holds for a comparison. */
import type { Comparison, Difference, Spread } from '../analysis/comparison.ts';
import { findMetric, type Metric, metrics } from '../metrics/definitions.ts';
import { didYouMean } from '../scenario/nearest.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { CommandFailure, Exit } from './errors.ts';
import type { Amount, Claim, Comparator, Condition, Quantity, Term } from './fail-if.ts';

type SpreadField = keyof Spread;
type DifferenceField = Exclude<keyof Difference, 'arm' | 'baseline' | 'metric'>;

const spreadFields: readonly SpreadField[] = ['median', 'mean', 'p05', 'p25', 'p75', 'p95'];
const differenceFields: readonly DifferenceField[] = [
  'median',
  'mean',
  'p05',
  'p95',
  'relativeMedian',
  'standardError',
  'chanceBetter',
  'chanceBetterField',
];
const statuses = ['recommend', 'talk-it-over', 'dont', 'practically-the-same', 'early'] as const;

/** What conditions are asked about: a comparison, or the one arm of `run`. */
export interface Findings {
  readonly arms: Comparison['arms'];
  readonly differences: Comparison['differences'];
  readonly verdict: { readonly status: string; readonly arm: string };
}

/** Which names conditions may use. */
export interface Scope {
  readonly scenario: Scenario;
  /** `run` has one arm and no baseline. */
  readonly compares: boolean;
}

/** Everything in a condition that the scenario does not know, at once. */
export function checkCondition(condition: Condition, scope: Scope): void {
  const problems = claimsOf(condition).flatMap((claim) =>
    problemsOf(claim, scope).map((why) => `--fail-if: ${why}`),
  );
  if (problems.length > 0) throw new CommandFailure(Exit.invalid, [...new Set(problems)].join('\n'));
}

/** Sentences on the claims that make the condition hold; null when it does not hold. */
export function whatHolds(condition: Condition, scope: Scope, findings: Findings): string[] | null {
  if (condition.kind === 'claim') return claimHolds(condition, scope, findings);
  const parts = condition.parts.map((part) => whatHolds(part, scope, findings));
  const held = parts.filter((part) => part !== null);
  const needed = condition.kind === 'and' ? parts.length : 1;
  return held.length >= needed ? held.flat() : null;
}

function claimsOf(condition: Condition): Claim[] {
  return condition.kind === 'claim' ? [condition] : condition.parts.flatMap(claimsOf);
}

function problemsOf(claim: Claim, scope: Scope): string[] {
  const { left, right, comparator } = claim;
  const problems = [...termProblems(left, scope), ...termProblems(right, scope)];
  if (problems.length > 0) return problems;
  const verdict = [left, right].find((term) => term.kind === 'verdict');
  if (verdict !== undefined) return verdictProblems(claim, verdict.part, scope);
  const word = [left, right].find((term) => term.kind === 'word');
  if (word !== undefined)
    return [`${word.text} needs a field, e.g. ${word.text}.delta.median, in: ${claim.text}`];
  if (left.kind === 'amount' && right.kind === 'amount') return [`two numbers tell nothing: ${claim.text}`];
  if (left.kind === 'quantity' && right.kind === 'quantity' && kindOf(left) !== kindOf(right)) {
    return [`${nameOf(left)} and ${nameOf(right)} are not in the same unit: ${claim.text}`];
  }
  return comparator === '==' || comparator === '!=' ? [] : unitProblems(claim, scope);
}

function termProblems(term: Term, { scenario, compares }: Scope): string[] {
  if (term.kind === 'verdict' && !compares) return ['only compare has a verdict'];
  if (term.kind !== 'quantity') return [];
  const problems: string[] = [];
  if (findMetric(term.metric) === undefined) {
    problems.push(
      `there is no metric ${term.metric}${nearName(
        term.metric,
        metrics.map(({ name }) => name),
      )}`,
    );
  }
  const fields: readonly string[] = term.delta ? differenceFields : spreadFields;
  if (!fields.includes(term.field)) {
    problems.push(
      `${term.delta ? 'delta' : 'a metric'} has no field ${term.field}${didYouMean(term.field, fields)}`,
    );
  }
  if (term.delta && !compares) problems.push('only compare has a baseline, and so a delta');
  const arms = scenario.arms.map(({ name }) => name);
  if (term.arm !== null && !arms.includes(term.arm)) {
    problems.push(`there is no arm ${term.arm}${didYouMean(term.arm, arms)}`);
  } else if (term.delta && term.arm === arms[0]) {
    problems.push(`${term.arm} is the baseline: it has no delta`);
  }
  return problems;
}

function nearName(text: string, known: readonly string[]): string {
  return didYouMean(text, known) || '; seedbed explain metrics lists them';
}

function verdictProblems(
  { left, right, comparator, text }: Claim,
  part: 'status' | 'arm',
  { scenario }: Scope,
): string[] {
  const other = left.kind === 'verdict' ? right : left;
  const known = part === 'status' ? statuses : scenario.arms.map(({ name }) => name);
  if (comparator !== '==' && comparator !== '!=') return [`a verdict can be == or != only: ${text}`];
  if (other.kind !== 'word') return [`a verdict is compared with a word (${known.join(', ')}): ${text}`];
  return known.some((name) => name === other.text)
    ? []
    : [`${other.text} is no verdict${didYouMean(other.text, known)}`];
}

function unitProblems({ left, right, text }: Claim, { scenario }: Scope): string[] {
  const quantity = left.kind === 'quantity' ? left : right;
  const amount = left.kind === 'amount' ? left : right;
  if (quantity.kind !== 'quantity' || amount.kind !== 'amount') return [];
  const allowed = unitsFor(quantity, scenario);
  if (allowed.includes(amount.unit)) return [];
  const names = allowed.map((unit) => (unit === '' ? 'a plain number' : unit));
  return [`${amount.number} ${amount.unit} is no unit of ${nameOf(quantity)} (${names.join(', ')}): ${text}`];
}

/** Units that a quantity can be compared in; the empty one is its own. */
function unitsFor(quantity: Quantity, { currency }: Scenario): string[] {
  const kind = kindOf(quantity);
  if (kind === 'share') return ['', '%', 'pts'];
  if (kind === 'part') return ['', '%'];
  const own = kind === 'money' ? ['', currency] : [''];
  return quantity.delta ? [...own, '%'] : own;
}

/** What a quantity is in: a unit of metrics, or a part of one. */
function kindOf({ metric, field }: Quantity): Metric['unit'] | 'part' {
  if (field === 'relativeMedian' || field.startsWith('chance')) return 'part';
  return (findMetric(metric) as Metric).unit;
}

const nameOf = ({ metric, delta, field }: Quantity) => `${metric}${delta ? '.delta' : ''}.${field}`;

function claimHolds(claim: Claim, scope: Scope, findings: Findings): string[] | null {
  const { left, right, comparator } = claim;
  if (left.kind === 'verdict' || right.kind === 'verdict') return verdictHolds(claim, findings);
  const [a, b] = [numberOf(left, right, scope, findings), numberOf(right, left, scope, findings)];
  if (!compares[comparator](a, b)) return null;
  const by = `${tidy(Math.abs(a - b))}`;
  const distance = a === b ? 'exactly' : `by ${by}`;
  return [
    `${claim.text}: ${described(left, a, findings, scope)} ${comparator} ${described(right, b, findings, scope)}, ${distance}`,
  ];
}

const compares: Readonly<Record<Comparator, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
};

function verdictHolds({ left, right, comparator, text }: Claim, { verdict }: Findings): string[] | null {
  const [part, word] = left.kind === 'verdict' ? [left, right] : [right, left];
  if (part.kind !== 'verdict' || word.kind !== 'word') return null;
  const same = verdict[part.part] === word.text;
  return same === (comparator === '==') ? [`${text}: it is ${verdict[part.part]}`] : null;
}

function described(term: Term, value: number, findings: Findings, { scenario }: Scope): string {
  if (term.kind !== 'quantity') return tidy(value);
  const arm = term.arm ?? findings.verdict.arm;
  const unit = kindOf(term) === 'money' ? ` ${scenario.currency}` : '';
  return `${nameOf(term)} of ${arm} is ${tidy(value)}${unit}`;
}

const tidy = (value: number) => String(Number(value.toPrecision(6)));

/** A term as a number in the unit of the quantity that it is compared with. */
function numberOf(term: Term, other: Term, { scenario }: Scope, findings: Findings): number {
  if (term.kind === 'quantity') return quantityValue(term, findings);
  if (term.kind !== 'amount' || other.kind !== 'quantity') return Number.NaN;
  return amountValue(term, other, scenario, findings);
}

function amountValue({ number, unit }: Amount, of: Quantity, scenario: Scenario, findings: Findings): number {
  if (unit === 'pts') return number / 100;
  if (unit !== '%') return number;
  if (kindOf(of) === 'share' || kindOf(of) === 'part') return number / 100;
  const baseline = { ...of, delta: false, field: 'median', arm: scenario.arms[0].name };
  return (number / 100) * Math.abs(quantityValue(baseline, findings));
}

function quantityValue(quantity: Quantity, findings: Findings): number {
  const metric = (findMetric(quantity.metric) as Metric).name;
  const arm = quantity.arm ?? findings.verdict.arm;
  const value = quantity.delta
    ? findings.differences.find((d) => d.arm === arm && d.metric === metric)?.[
        quantity.field as DifferenceField
      ]
    : findings.arms.find(({ name }) => name === arm)?.metrics[metric]?.[quantity.field as SpreadField];
  if (value === undefined || value === null) {
    throw new CommandFailure(
      Exit.invalid,
      `--fail-if: ${nameOf(quantity)} of ${arm} has no value in these results.`,
    );
  }
  return value;
}
