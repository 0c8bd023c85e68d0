import { type Command, Option } from 'commander';
import type { Locale } from '../report/format.ts';
import { MAX_WORLDS } from '../scenario/fields.ts';
import { CommandFailure, Exit } from './errors.ts';
import { timeOf, untilForm } from './until-form.ts';

/** Flags that every command has. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
  readonly lang?: Locale;
  readonly debug?: boolean;
}

/** Flags of commands that read a scenario. */
export interface ScenarioOptions extends CommonOptions {
  readonly set?: readonly string[];
  readonly worlds?: number;
  readonly seed?: string;
}

/** Flags of commands that simulate. */
export interface SimulationOptions extends ScenarioOptions {
  readonly jobs?: number | 'auto';
  readonly output?: string;
  readonly failIf?: readonly string[];
}

const MAX_JOBS = 256;
const MAX_PORT = 65_535;
const locales = ['en', 'zh-CN'] as const satisfies readonly Locale[];

export function addCommonOptions(command: Command): Command {
  return command
    .option('--json', 'one JSON object on stdout and nothing else there')
    .option('-q, --quiet', 'no progress and no hints; errors still show')
    .option('--no-color', 'no colors (so does a NO_COLOR that is set)')
    .addOption(flag('--lang <LANGUAGE>', 'language of results: en (default) or zh-CN', languageOf))
    .option('--debug', 'stack traces with errors');
}

export function addScenarioOptions(command: Command): Command {
  return command
    .addOption(flag('--worlds <N>', 'how many worlds to simulate', worldsOf))
    .addOption(flag('--seed <TEXT>', 'text that all chance comes from', textOf))
    .addOption(flag('--set <PATH=VALUE>', 'change a value; units as in files; repeatable', settingOf, true));
}

export function addThreadOptions(command: Command): Command {
  return command.addOption(flag('--jobs <N>', 'worker threads; auto (default) is one a core', jobsOf));
}

export function addSimulationOptions(command: Command): Command {
  return addThreadOptions(addScenarioOptions(command))
    .addOption(flag('-o, --output <DIR>', 'folder for finished worlds, results and the report', textOf))
    .addOption(flag('--fail-if <EXPRESSION>', 'exit 99 when it holds; repeatable (see below)', textOf, true));
}

export function addUntilOptions(command: Command): Command {
  return command
    .addOption(
      flag(
        '--until <WHAT>',
        "stop once it is certain, such as 'net revenue decided'; repeatable",
        untilOfText,
        true,
      ),
    )
    .addOption(flag('--max-worlds <N>', 'with --until: the most worlds (default: 2000)', worldsOf))
    .addOption(
      flag('--time-budget <TIME>', 'with --until: the most time, such as 60s, 5min or 1h', budgetOf),
    );
}

export function addViewOptions(command: Command): Command {
  return command
    .addOption(flag('--port <N>', 'where to serve (default: any that is free)', portOf))
    .option('--open', 'open it in the browser');
}

export function addPublishOptions(command: Command): Command {
  return command.addOption(flag('-o, --output <DIR>', 'folder for the site (default: site)', textOf));
}

/** A value that cannot be used: the rule that it breaks. */
export class Broken {
  readonly rule: string;

  constructor(rule: string) {
    this.rule = rule;
  }
}

/** What is wrong with the values of flags so far; all of it is said at once. */
const problems: string[] = [];

export function checkFlags(): void {
  if (problems.length > 0) throw new CommandFailure(Exit.usage, problems.join('\n'));
}

export function flag(
  flags: string,
  about: string,
  read: (text: string) => unknown,
  repeatable = false,
): Option {
  const option = new Option(flags, about);
  return option.argParser<unknown>((text, earlier) => {
    const value = read(text);
    if (!(value instanceof Broken)) return repeatable ? [...((earlier as unknown[]) ?? []), value] : value;
    problems.push(`${option.long} must be ${value.rule}; got ${JSON.stringify(text)}`);
    return earlier;
  });
}

const worldsOf = (text: string) =>
  wholeNumber(text, MAX_WORLDS) ?? new Broken(`a whole number from 1 to ${MAX_WORLDS}`);

const jobsOf = (text: string) =>
  text === 'auto'
    ? text
    : (wholeNumber(text, MAX_JOBS) ?? new Broken(`auto or a whole number from 1 to ${MAX_JOBS}`));

const portOf = (text: string) =>
  wholeNumber(text, MAX_PORT) ?? new Broken(`a whole number from 1 to ${MAX_PORT}`);

const languageOf = (text: string) =>
  locales.find((locale) => locale === text) ?? new Broken(`one of ${locales.join(', ')}`);

const settingOf = (text: string) =>
  /^[^=\s][^=]*=\s*\S/.test(text) ? text : new Broken('PATH=VALUE, such as tactics.ads.load=4');

const textOf = (text: string) => (text.trim() === '' ? new Broken('a text that is not empty') : text);

const untilOfText = (text: string) =>
  untilForm.test(text) ? text : new Broken("METRIC decided, such as 'net revenue decided'");

const budgetOf = (text: string) => timeOf(text) ?? new Broken('a time, such as 60s, 5min or 1h');

function wholeNumber(text: string, most: number): number | undefined {
  const number = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : undefined;
}

/** The language of `--fail-if`, for the help of commands that have it. */
export const failIfHelp = `
--fail-if EXPRESSION
  METRIC.FIELD             median, mean, p05, p25, p75 or p95 over worlds
  METRIC.delta.FIELD       against the baseline: mean, median, p05, p95, relativeMedian, standardError,
                           chanceBetter, chanceBetterField
  ... of ARM               which arm; without it the arm that the verdict speaks of
  verdict, verdict.arm     == or != recommend, talk-it-over, dont, practically-the-same, early; an arm
  NUMBER                   in the metric's unit: 500, '500 CNY', 0.02, 2%, '2 pts'; with delta of what is no
                           share, 2% is a part of the baseline's median
  < <= > >= == !=          and, or, ( )
  Examples: 'netRevenue.delta.p05 < -2%'
            'retention90.delta.median of "no ads" <= -0.02 or verdict == dont'
  Metrics: seedbed explain metrics
`;

/** What `--until` takes, for the help of `compare`. */
export const untilHelp = `
--until 'METRIC decided', --until 'METRIC of ARM decided'
  Worlds are added until the mean difference of the arm (without ARM: of every arm) to the baseline is certain to be
  above the smallest that matters, below it on the other side, or between the two; for other metrics than the judged
  one: above or below nothing. However often one looks, the chance of a wrong decision is at most 5 %. Results are
  those of the same number of --worlds.
`;
