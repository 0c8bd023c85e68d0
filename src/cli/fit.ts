/** Fits what a file holds and prints the numbers, how well they describe it, and how a scenario uses them. */
import { fitPurchases, type PurchaseFit, type Purchases } from '../analysis/fit-purchases.ts';
import { type PurchaseFileOptions, readPurchases } from '../analysis/fit-purchases-file.ts';
import type { RelevanceFit } from '../analysis/fit-relevance.ts';
import { fitMessages, readMessages } from '../analysis/fit-relevance-file.ts';
import { fitRetention } from '../analysis/fit-retention.ts';
import { readRetention } from '../analysis/fit-retention-file.ts';
import { FitFileError } from '../analysis/fit-rows.ts';
import type { Locale } from '../report/format.ts';
import { CommandFailure, Exit } from './errors.ts';
import type { FitKind } from './fit-command.ts';
import { fitPhrase, fitProblemText } from './fit-words.ts';
import { languageOf } from './load.ts';
import type { CommonOptions } from './options.ts';
import { readText } from './read.ts';
import { tableLines } from './table.ts';
import { Terminal } from './terminal.ts';

export interface FitOptions extends CommonOptions {
  readonly period?: string;
  readonly until?: number;
  readonly days?: boolean;
}

/** What is printed: one object, or lines in the reader's language. */
interface Fitted {
  readonly json: Readonly<Record<string, unknown>>;
  readonly lines: (locale: Locale) => string[];
}

const FILE_MIB = 64;

export async function fit(what: FitKind, file: string, options: FitOptions): Promise<void> {
  const terminal = new Terminal(options);
  const text = readText(file, FILE_MIB);
  const { json, lines } = fitted(what, file, text, options);
  if (terminal.json) await terminal.printJson({ schema: `seedbed/fit-${what}@1`, file, ...json });
  else await terminal.print(`${lines(terminal.locale).join('\n')}\n`);
}

function fitted(what: FitKind, file: string, text: string, options: FitOptions): Fitted {
  try {
    if (what === 'retention') return retention(readRetention(text), options.period ?? '30 days');
    if (what === 'relevance') return relevance(fitMessages(readMessages(text)));
    return purchases(readPurchases(text, purchaseOptions(options)));
  } catch (error) {
    if (!(error instanceof FitFileError)) throw error;
    const said = error.problems.map((problem) => fitProblemText(file, problem, languageOf(options)));
    throw new CommandFailure(Exit.invalid, said.join('\n'), { cause: error });
  }
}

const purchaseOptions = ({ days, until }: FitOptions): PurchaseFileOptions => ({
  ...(days !== undefined && { days }),
  ...(until !== undefined && { until }),
});

function retention(alive: readonly number[], period: string): Fitted {
  const { alpha, beta, logLikelihood, firstChance, expected, alike } = fitRetention(alive);
  const seen = alive.map((count) => count / alive[0]);
  const periods = expected.map((share, t) => ({ period: t, observed: seen[t], expected: share }));
  const leave = { alpha: round(alpha), beta: round(beta), period };
  return {
    json: { alpha, beta, logLikelihood, firstChance, alike, periods, scenario: { leave } },
    lines: (locale) => [
      ...rows([
        ['alpha', figure(alpha)],
        ['beta', figure(beta)],
        [fitPhrase('logLikelihood', locale), logLikelihood.toFixed(4)],
        [fitPhrase('firstChance', locale), percent(firstChance)],
      ]),
      '',
      ...tableLines(
        (['period', 'observed', 'expected'] as const).map((name) => ({
          title: fitPhrase(name, locale),
          align: 'right',
        })),
        periods.map((row) => [String(row.period), percent(row.observed), percent(row.expected)]),
      ),
      ...(alike ? ['', fitPhrase('alike', locale)] : []),
      '',
      fitPhrase('useRetention', locale),
      `leave: { alpha: ${leave.alpha}, beta: ${leave.beta}, period: ${period} }`,
    ],
  };
}

function purchases(found: readonly Purchases[]): Fitted {
  const fit: PurchaseFit = fitPurchases(found);
  const { r, alpha, a, b, logLikelihood, customers, repeats } = fit;
  const scale = `${round(7 * alpha)} days`;
  const buy = { shape: round(r), scale, quits: 'on', quitAlpha: round(a), quitBeta: round(b) };
  return {
    json: { r, alpha, a, b, logLikelihood, customers, repeats, unit: 'weeks', scenario: { buy } },
    lines: (locale) => [
      ...rows([
        [fitPhrase('customers', locale), customers.toLocaleString('en')],
        [fitPhrase('repeats', locale), repeats.toLocaleString('en')],
        ['r', figure(r)],
        ['alpha', `${figure(alpha)} ${fitPhrase('weeks', locale)}`],
        ['a', figure(a)],
        ['b', figure(b)],
        [fitPhrase('logLikelihood', locale), logLikelihood.toFixed(2)],
      ]),
      '',
      fitPhrase('usePurchases', locale),
      `buy: { shape: ${buy.shape}, scale: ${scale}, quits: on, quitAlpha: ${buy.quitAlpha}, quitBeta: ${buy.quitBeta} }`,
    ],
  };
}

function relevance({ bases, messages, relevance: over }: RelevanceFit): Fitted {
  const scenario = over === null ? {} : { adResponse: { relevance: round(over) } };
  return {
    json: { bases, messages, relevance: over, scenario },
    lines: (locale) => [
      ...tableLines(
        (['message', 'lift', 'matters', 'relevance'] as const).map((name, i) => ({
          title: fitPhrase(name, locale),
          align: i === 0 ? 'left' : 'right',
        })),
        messages.map((one) => [
          one.message,
          `${one.lift.toFixed(3)} ± ${one.liftError.toFixed(3)}`,
          `${one.matters.toFixed(3)} ± ${one.mattersError.toFixed(3)}`,
          one.relevance === null ? '–' : figure(one.relevance),
        ]),
      ),
      '',
      fitPhrase('relevanceAbout', locale),
      '',
      ...(over === null
        ? [fitPhrase('noRelevance', locale)]
        : [fitPhrase('useRelevance', locale), `adResponse: { relevance: ${round(over)} }`]),
    ],
  };
}

const rows = (facts: readonly (readonly [string, string])[]) =>
  tableLines(
    [
      { title: '', align: 'left' },
      { title: '', align: 'left' },
    ],
    facts,
  ).slice(1);

const round = (value: number): number => Number(value.toPrecision(4));
const figure = (value: number): string => String(round(value));
const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
