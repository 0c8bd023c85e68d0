/** From the text of a scenario file to a complete scenario, or every problem in it. */
import type { Locale } from '../report/format.ts';
import { withBase } from './bases.ts';
import { build } from './build.ts';
import { Findings, factsOf, findings, locate, soundPart } from './draft.ts';
import { nearest } from './nearest.ts';
import { visible } from './path.ts';
import { isMapping, type Mapping, readSource, type Source } from './read.ts';
import type { Arm, Problem, Scenario } from './scenario.ts';
import { fileSchema, type ScenarioFile, type Sound } from './schema.ts';
import { applySet, type Override } from './sets.ts';
import { got, tell } from './tell.ts';

export interface ParseOptions {
  /** `PATH=VALUE` each, applied in order before anything is judged. */
  readonly set?: readonly string[];
  readonly worlds?: number;
  readonly seed?: string;
}

export type Parsed = { scenario: Scenario; problems: [] } | { scenario: null; problems: Problem[] };

/** Problems shown at most; one more line counts the rest. */
export const MAX_PROBLEMS = 20;

/** Reads a scenario from the text of a file. Never throws. The name of the file does not matter: its content decides. */
export function parseScenario(text: string, _file: string, options: ParseOptions = {}): Parsed {
  const { source, problems } = readSource(text);
  if (!source) return failed(problems);
  const { root } = source;
  if (isMapping(root)) return judgeDocument(root, source, options);
  const told = tell('rootMapping', { got: got(root) });
  const place = source.values.get('[]') ?? { line: 1, column: 1 };
  return failed([{ ...place, path: '', message: told.en, text: told }]);
}

function judgeDocument(root: Mapping, source: Source, options: ParseOptions): Parsed {
  const { overrides, problems } = override(root, options);
  const whole = withBase(root);
  const facts = factsOf(whole);
  const result = fileSchema(facts).safeParse(whole);
  const found = new Findings(result.success ? [] : findings(result.error.issues, whole));
  const sound = soundPart(whole, found.all) as Sound<ScenarioFile>;
  const scenario = build(sound, facts, overrides, (path, message) => found.add({ path, message }));
  problems.push(...found.all.map((finding) => locate(finding, source, overrides)));
  return problems.length > 0 ? failed(problems) : { scenario: freeze(scenario), problems: [] };
}

/** Puts what the command line says into the document. */
function override(
  root: Mapping,
  { set = [], worlds, seed }: ParseOptions,
): { overrides: Override[]; problems: Problem[] } {
  const overrides: Override[] = [];
  const problems: Problem[] = [];
  for (const text of set) {
    const result = applySet(root, text);
    if ('path' in result) overrides.push(result);
    else {
      const { flag, problem } = result;
      problems.push({ line: 0, column: 0, path: '', message: problem.en, text: problem, flag });
    }
  }
  for (const [name, value] of Object.entries({ worlds, seed })) {
    if (value === undefined) continue;
    root[name] = value;
    overrides.push({ flag: `--${name} ${value}`, path: [name] });
  }
  return { overrides, problems };
}

function failed(problems: readonly Problem[]): { scenario: null; problems: Problem[] } {
  const sorted = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
  const shown = sorted.slice(0, MAX_PROBLEMS);
  const rest = sorted.length - shown.length;
  if (rest > 0) {
    const told = tell(rest > 1 ? 'more' : 'oneMore', { count: rest });
    shown.push({ ...sorted[MAX_PROBLEMS], path: '', message: told.en, text: told });
  }
  return { scenario: null, problems: shown };
}

function freeze<T>(value: T): T {
  if (value !== null && typeof value === 'object') {
    for (const part of Object.values(value)) freeze(part);
    Object.freeze(value);
  }
  return value;
}

/** A problem of a scenario, or of a file that has words in English only. */
type Told = Omit<Problem, 'text'> & Partial<Pick<Problem, 'text'>>;

/** `scenarios/ads.yaml:14:9 arms[1].tactics.ads.load must be ...`, or the flag in place of file, line and column. */
export function formatProblem(file: string, problem: Told, locale: Locale = 'en'): string {
  const { line, column, path, flag } = problem;
  const message = problem.text?.[locale] ?? problem.message;
  const words = path === '' ? message : `${path} ${message}`;
  if (flag === undefined) return `${file}:${line}:${column} ${words}`;
  const named = flag.startsWith(`--set ${path}=`) || flag.startsWith(`--${path} `);
  return `${flag}: ${named ? message : words}`;
}

/** An arm by its name. */
export function findArm({ arms }: Scenario, name: string): Arm | { readonly problem: string } {
  const names = arms.map((arm) => arm.name);
  const arm = arms[names.indexOf(name)];
  if (arm) return arm;
  const [near] = nearest(name, names);
  const hint = near === undefined ? `; there are ${names.join(', ')}` : `; did you mean "${near}"?`;
  return { problem: `no arm is named "${visible(name)}"${hint}` };
}
