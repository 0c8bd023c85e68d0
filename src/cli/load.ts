/** From the name of a scenario file to a plan, or every problem at once. */
import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import type { Networks } from '../experiment/plan.ts';
import { NetworkFileError, readNetwork } from '../population/edge-list.ts';
import type { Ties } from '../population/ties.ts';
import type { Locale } from '../report/format.ts';
import { nearest } from '../scenario/nearest.ts';
import { networkProblemIn } from '../scenario/network-words.ts';
import { formatProblem, type ParseOptions, parseScenario } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { CommandFailure, Exit } from './errors.ts';
import type { CommonOptions, ScenarioOptions } from './options.ts';
import { galleryFiles } from './package.ts';
import { readText } from './read.ts';

export const SCENARIO_MIB = 4;
export const NETWORK_MIB = 256;

export interface Loaded {
  readonly scenario: Scenario;
  readonly networks: Networks;
  /** Where the scenario was found. */
  readonly file: string;
  /** What stands there, and what the command line says to it. */
  readonly text: string;
  readonly options: ParseOptions;
}

/** Read a scenario and its networks. Fails with one line for every problem. */
export function loadScenario(
  typed: string,
  options: ScenarioOptions,
  find: (typed: string) => string = findFile,
): Loaded {
  const file = find(typed);
  const { scenario, problems, text } = tryScenario(file, options);
  if (scenario === null) throw new CommandFailure(Exit.invalid, problems.join('\n'));
  const { networks, problems: inNetworks } = readNetworks(scenario, file, languageOf(options));
  if (inNetworks.length > 0) throw new CommandFailure(Exit.invalid, inNetworks.join('\n'));
  return { scenario, networks, file, text, options: flagsOf(options) };
}

/** All that is wrong with a scenario file and its networks, a line each. */
export function problemsOf(file: string, options: ScenarioOptions): string[] {
  const { scenario, problems } = tryScenario(file, options);
  return scenario === null ? problems : readNetworks(scenario, file, languageOf(options)).problems;
}

function tryScenario(
  file: string,
  options: ScenarioOptions,
): { scenario: Scenario; problems: []; text: string } | { scenario: null; problems: string[]; text: string } {
  const text = readText(file, SCENARIO_MIB);
  const parsed = parseScenario(text, file, withWholePaths(flagsOf(options)));
  if (parsed.scenario !== null) return { scenario: parsed.scenario, problems: [], text };
  const locale = languageOf(options);
  return { scenario: null, problems: parsed.problems.map((one) => formatProblem(file, one, locale)), text };
}

/** What the command line says to the file, as it was typed. */
function flagsOf({ set = [], worlds, seed }: ScenarioOptions): ParseOptions {
  return {
    ...(set.length > 0 && { set }),
    ...(worlds !== undefined && { worlds }),
    ...(seed !== undefined && { seed }),
  };
}

/** Paths on the command line start where the user is, paths in a scenario file where the file is. */
export function withWholePath(setting: string): string {
  const match = /^((?:.*\.)?community\.network)\s*=\s*([^{\s].*)$/s.exec(setting);
  return match === null ? setting : `${match[1]}=${resolve(match[2])}`;
}

/** The same for all that the command line says. */
export const withWholePaths = ({ set, ...others }: ParseOptions): ParseOptions => ({
  ...others,
  ...(set && { set: set.map(withWholePath) }),
});

function readNetworks(
  scenario: Scenario,
  file: string,
  locale: Locale,
): { networks: Networks; problems: string[] } {
  const networks = new Map<string, Ties>();
  const problems: string[] = [];
  const names = new Set(scenario.arms.map(({ networkFile }) => networkFile).filter((name) => name !== null));
  for (const name of names) {
    const path = isAbsolute(name) ? name : resolve(dirname(file), name);
    try {
      networks.set(name, readNetwork(readText(path, NETWORK_MIB), path).ties);
    } catch (error) {
      problems.push(...networkProblems(path, error, locale));
    }
  }
  return { networks, problems };
}

/** The language of what is wrong: data stay in English. */
export const languageOf = ({ json, lang }: CommonOptions): Locale => (json ? 'en' : (lang ?? 'en'));

/** What is wrong with a network file, a line each; anything else is thrown on. */
export function networkProblems(path: string, error: unknown, locale: Locale): string[] {
  if (error instanceof CommandFailure) return [error.message];
  if (!(error instanceof NetworkFileError)) throw error;
  return error.problems.map((problem) =>
    formatProblem(path, { ...problem, message: networkProblemIn(problem.message, locale) }),
  );
}

/** Where results go unless `-o` says: `out/NAME`, with what tells commands apart behind. */
export const outFolder = (file: string, behind = ''): string => join('out', `${bareName(file)}${behind}`);

/** The name of a file without folders and ending. */
export const bareName = (file: string): string => basename(file).replace(/\.\w+$/, '');

/** A file as typed, or one of the gallery by its bare name. */
export const findFile = (typed: string): string =>
  findAmong(typed, galleryFiles(), 'seedbed list shows those that come with it');

/** A file as typed, or one of those that come with the program by its bare name. */
export function findAmong(typed: string, files: readonly string[], otherwise: string): string {
  if (existsSync(typed)) return typed;
  const wanted = typed.includes('/') ? undefined : bareName(typed);
  const found = files.find((file) => bareName(file) === wanted);
  if (found !== undefined) return found;
  const [near] = nearest(bareName(typed), files.map(bareName));
  const cure = files.find((file) => bareName(file) === near);
  const advice = cure === undefined ? otherwise : `did you mean ${cure}?`;
  throw new CommandFailure(Exit.invalid, `${typed}:1:1 there is no such file; ${advice}`);
}
