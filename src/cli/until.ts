/** `--until`: what has to be decided, read before anything is simulated; what is said of it when the results are there. */
import { type Claim, type ClaimResult, ERROR_RATE, UntilDecided } from '../analysis/sequential/until.ts';
import type { ExperimentResult } from '../experiment/experiment.ts';
import { findMetric, metricIndex, metrics } from '../metrics/definitions.ts';
import { change, count, percent, points } from '../report/format.ts';
import { didYouMean } from '../scenario/nearest.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { CommandFailure, Exit } from './errors.ts';
import type { SimulationOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { untilForm } from './until-form.ts';

export interface UntilOptions extends SimulationOptions {
  readonly until?: readonly string[];
  readonly maxWorlds?: number;
  /** [ms] */
  readonly timeBudget?: number;
}

/** Worlds that `--until` may take where nothing is said. */
export const MOST_WORLDS = 2000;

/** Until what to run, and how long at most. */
export interface Until {
  readonly decided: UntilDecided;
  readonly timeBudget: number | null;
}

/** What is told of it beside the comparison. */
export interface UntilReport {
  readonly reason: 'decided' | 'max worlds' | 'time budget';
  readonly worlds: number;
  readonly maxWorlds: number;
  readonly errorRate: number;
  readonly claims: readonly ClaimResult[];
}

/** Wrong combinations of flags. */
export function checkUntilFlags({ until, worlds, maxWorlds, timeBudget }: UntilOptions): void {
  const problems: string[] = [];
  if (until !== undefined && worlds !== undefined)
    problems.push('--until finds the number of worlds itself: give --max-worlds instead of --worlds');
  if (until === undefined && maxWorlds !== undefined)
    problems.push('--max-worlds goes with --until; without it give --worlds');
  if (until === undefined && timeBudget !== undefined) problems.push('--time-budget goes with --until');
  if (problems.length > 0) throw new CommandFailure(Exit.usage, problems.join('\n'));
}

/** Reads every `--until`; null where there is none. All that is wrong is said at once. */
export function untilOf({ until, timeBudget }: UntilOptions, scenario: Scenario): Until | null {
  if (until === undefined) return null;
  const problems: string[] = [];
  const claims = until.flatMap((text) => claimsOf(text, scenario, problems));
  if (problems.length > 0)
    throw new CommandFailure(Exit.invalid, problems.map((problem) => `--until: ${problem}`).join('\n'));
  const once = claims.filter(
    (claim, c) => claims.findIndex((one) => one.metric === claim.metric && one.arm === claim.arm) === c,
  );
  return { decided: new UntilDecided(scenario, once), timeBudget: timeBudget ?? null };
}

function claimsOf(text: string, { arms }: Scenario, problems: string[]): Claim[] {
  const [, said] = untilForm.exec(text) ?? [];
  const whole = findMetric(said);
  const [, name = said, arm] = (whole === undefined && /^(.+)\s+of\s+(.+)$/is.exec(said)) || [];
  const metric = whole ?? findMetric(name);
  if (metric === undefined) {
    const hint =
      didYouMean(
        name,
        metrics.flatMap((one) => [one.name, one.label.en]),
      ) || '; seedbed explain metrics lists them';
    problems.push(placed(text, name, `there is no metric ${name}${hint}`));
  }
  const place = arm === undefined ? null : placeOf(text, arm, arms, problems);
  if (metric === undefined || place === -1) return [];
  const places = place === null ? arms.slice(1).map((_, i) => i + 1) : [place];
  return places.map((own) => ({ metric, arm: own }));
}

/** -1 where there is no such arm, or it is the baseline. */
function placeOf(text: string, said: string, arms: Scenario['arms'], problems: string[]): number {
  const name = said.replace(/^(["'])(.*)\1$/s, '$2');
  const place = arms.findIndex((arm) => arm.name === name);
  if (place > 0) return place;
  const known = arms.slice(1).map((arm) => arm.name);
  const why =
    place === 0
      ? `${name} is the baseline: it is what others are compared with`
      : `there is no arm ${name}${didYouMean(name, known)}`;
  problems.push(placed(text, said, why));
  return -1;
}

/** The mistake, the text, and a caret where it stands. */
function placed(text: string, part: string, what: string): string {
  const shown = text.replace(/\s/g, ' ');
  return `${what}\n  ${shown}\n  ${' '.repeat(Math.max(0, text.indexOf(part)))}^`;
}

export function untilReport(
  { decided }: Until,
  { worlds }: ExperimentResult,
  maxWorlds: number,
): UntilReport {
  const all = decided.stoppedAt !== null;
  const reason = all ? 'decided' : worlds < maxWorlds ? 'time budget' : 'max worlds';
  return { reason, worlds, maxWorlds, errorRate: ERROR_RATE, claims: decided.results() };
}

/** Lines under the comparison. */
export function untilText(report: UntilReport, scenario: Scenario, terminal: Terminal): string {
  const { reason, worlds, maxWorlds, errorRate, claims } = report;
  const { locale } = terminal;
  const slots = { worlds: count(worlds, locale), most: count(maxWorlds, locale) };
  const phrases = { decided: 'untilDecided', 'max worlds': 'untilMax', 'time budget': 'untilTime' } as const;
  const lines = [
    terminal.phrase(phrases[reason], slots),
    ...claims.map((claim) => claimText(claim, scenario, terminal)),
    terminal.phrase('untilError', { error: percent(errorRate, locale) }),
  ];
  return `\n${lines.map((line) => terminal.wrapped(line)).join('\n')}\n`;
}

function claimText(claim: ClaimResult, { arms, currency }: Scenario, terminal: Terminal): string {
  const { locale } = terminal;
  const { unit, label } = metrics[metricIndex[claim.metric]];
  const { mean, low, high, decided, matters, unpairedWorlds } = claim;
  const names = {
    metric: terminal.text(label),
    arm: terminal.text(arms.find(({ name }) => name === claim.arm)?.label ?? { en: claim.arm }),
    baseline: terminal.text(arms[0].label),
  };
  if (mean === null || low === null || high === null) return terminal.phrase('untilFew', names);
  const inWords = (value: number) =>
    unit === 'share'
      ? points(value, locale, { digits: 2, signed: true })
      : change(value, unit, currency, locale);
  const figures = { ...names, mean: inWords(mean), low: inWords(low), high: inWords(high) };
  const border = matters > 0 ? inWords(matters).replace(/^\+/, '') : null;
  const said = { more: 'untilMore', less: 'untilLess', same: 'untilSame' } as const;
  const sentence = terminal.phrase(decided === null ? 'untilOpen' : said[decided], figures);
  const { asSeen, forSmallest } = unpairedWorlds;
  const size = asSeen && terminal.phrase('untilUnpaired', { worlds: count(asSeen, locale) });
  const planned =
    asSeen && forSmallest && terminal.phrase('untilPlanned', { worlds: count(forSmallest, locale) });
  const between = border && terminal.phrase('untilMatters', { border });
  return [sentence, between, size, planned, size && terminal.phrase('untilStop')].filter(Boolean).join('');
}
