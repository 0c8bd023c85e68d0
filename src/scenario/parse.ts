/** From the text of a scenario file to a complete scenario, or every problem in it. */
import { buildArm, type Layer } from './arms.ts';
import { factsOf, findings, isMapping, locate, type Mapping, soundPart } from './draft.ts';
import { fields } from './fields.ts';
import { readJudge } from './judge.ts';
import { nearest } from './nearest.ts';
import { type Path, printPath } from './path.ts';
import { type Raw, readSource, rootFault, type Source } from './read.ts';
import { checkPeople, idleSets, remarks } from './rules.ts';
import type { Problem, Scenario, Text } from './scenario.ts';
import { fileSchema } from './schema.ts';
import { applySet, type Override } from './sets.ts';
import { readMonths, readValue } from './units.ts';

export interface ParseOptions {
  /** `PATH=VALUE` each, applied in order before anything is judged. */
  readonly set?: readonly string[];
  readonly worlds?: number;
  readonly seed?: string;
}

export type Parsed = { scenario: Scenario; problems: [] } | { scenario: null; problems: Problem[] };

/** Problems shown at most; the last line counts the rest. */
export const MAX_PROBLEMS = 20;

/** Reads a scenario. `file` is only a name for messages and for the title of notes. */
export function parseScenario(text: string, file: string, options: ParseOptions = {}): Parsed {
  const { source, problems } = readSource(text);
  if (!source) return failed(problems);
  const fault = rootFault(source.root);
  if (fault !== null || !isMapping(source.root))
    return failed([{ ...(source.values.get('') ?? { line: 1, column: 1 }), path: '', message: fault ?? '' }]);
  return judgeDocument(source.root, source, options, file);
}

function judgeDocument(root: Mapping, source: Source, options: ParseOptions, _file: string): Parsed {
  const problems: Problem[] = [];
  const sets: Override[] = [];
  for (const text of options.set ?? []) {
    const set = applySet(root, text);
    if ('problem' in set) problems.push(flagProblem(set.flag, '', set.problem));
    else sets.push(set);
  }
  if (options.worlds !== undefined) override(root, sets, 'worlds', options.worlds);
  if (options.seed !== undefined) override(root, sets, 'seed', options.seed);
  const facts = factsOf(root);
  const result = fileSchema(facts).safeParse(root);
  const found = result.success ? [] : findings(result.error.issues, root);
  const report = (path: Path, message: string): void => {
    if (!found.some((known) => known.message === message && printPath(known.path) === printPath(path)))
      found.push({ path, message });
  };
  const scenario = build(soundPart(root, found), sets, report);
  for (const finding of found) problems.push(locate(finding, source, sets));
  return problems.length > 0 ? failed(problems) : { scenario: freeze(scenario), problems: [] };
}

function override(root: Mapping, sets: Override[], name: 'worlds' | 'seed', value: Raw): void {
  root[name] = value;
  sets.push({ flag: `--${name} ${value}`, path: [name] });
}

/** The scenario that the sound part of a document describes. */
function build(
  root: Mapping,
  sets: readonly Override[],
  report: (path: Path, message: string) => void,
): Scenario {
  const facts = factsOf(root);
  const notes = new Set<string>();
  const horizonDays = Math.round(amount(root.horizon, 'horizon', facts.currency));
  const armSource = { base: root, facts, horizonDays, report, note: (text: string) => notes.add(text) };
  const layers = layersOf(root, report);
  const arms = layers.map((layer) => {
    const arm = buildArm(armSource, layer);
    const where =
      layer.path && layer.changes.community !== undefined ? [...layer.path, 'community'] : ['community'];
    checkPeople(arm, where, report);
    for (const remark of remarks(arm)) notes.add(layer.path ? `${layer.name}: ${remark}` : remark);
    return arm;
  });
  for (const note of idleSets(
    sets,
    layers.filter(({ path }) => path).map(({ changes }) => changes),
  ))
    notes.add(note);
  const title = readText(root.title) ?? { en: '' };
  return {
    title,
    question: readText(root.question) ?? title,
    summary: readText(root.summary) ?? { en: '' },
    horizonDays,
    horizonMonths: root.horizon === undefined ? 12 : readMonths(root.horizon),
    currency: facts.currency,
    seed: root.seed === undefined ? 'seedbed' : String(root.seed),
    worlds: amount(root.worlds, 'worlds', facts.currency),
    assumptions: (root.assumptions as Scenario['assumptions'] | undefined) ?? 'plausible',
    arms,
    judge: readJudge(root.judge as Parameters<typeof readJudge>[0], facts.currency, horizonDays, report),
    notes: [...notes],
  };
}

function amount(raw: Raw | undefined, name: 'horizon' | 'worlds', currency: string): number {
  const reading = raw === undefined ? null : readValue(fields[name], raw, currency);
  return reading && 'value' in reading && typeof reading.value.amount === 'number'
    ? reading.value.amount
    : fields[name].default;
}

function readText(raw: Raw | undefined): Text | null {
  if (typeof raw === 'string') return { en: raw.trim() };
  if (!isMapping(raw) || typeof raw.en !== 'string') return null;
  return { en: raw.en.trim(), ...(typeof raw['zh-CN'] === 'string' ? { 'zh-CN': raw['zh-CN'].trim() } : {}) };
}

/** The arms of the file; one that is the base as it stands where it lists none. */
function layersOf(root: Mapping, report: (path: Path, message: string) => void): Layer[] {
  const arms = Array.isArray(root.arms) ? root.arms : [];
  const asItStands = { en: 'as it stands', 'zh-CN': '现状' };
  if (arms.length === 0)
    return [{ name: 'base', label: asItStands, changes: Object.create(null), path: null }];
  const first = new Map<string, number>();
  return arms.slice(0, 20).map((arm, i) => {
    const changes = isMapping(arm) ? arm : (Object.create(null) as Mapping);
    const name = typeof changes.name === 'string' ? changes.name : `arm ${i + 1}`;
    const other = first.get(name);
    if (other !== undefined && typeof changes.name === 'string')
      report(['arms', i, 'name'], `must be unlike every other arm's; got "${name}" as in arms[${other}]`);
    first.set(name, other ?? i);
    return { name, label: readText(changes.label) ?? { en: name }, changes, path: ['arms', i] };
  });
}

const flagProblem = (flag: string, path: string, message: string): Problem => ({
  line: 0,
  column: 0,
  path,
  message,
  flag,
});

function failed(problems: readonly Problem[]): { scenario: null; problems: Problem[] } {
  const sorted = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
  const shown = sorted.slice(0, MAX_PROBLEMS);
  const rest = sorted.length - shown.length;
  if (rest > 0)
    shown.push({
      ...sorted[MAX_PROBLEMS],
      path: '',
      message: `and ${rest} more problem${rest > 1 ? 's' : ''}`,
    });
  return { scenario: null, problems: shown };
}

function freeze<T>(value: T): T {
  if (value !== null && typeof value === 'object') {
    for (const part of Object.values(value)) freeze(part);
    Object.freeze(value);
  }
  return value;
}

/** `scenarios/ads.yaml:14:9 arms[1].tactics.ads.load must be ...`, or the flag in place of file, line and column. */
export function formatProblem(file: string, { line, column, path, message, flag }: Problem): string {
  const words = path === '' ? message : `${path} ${message}`;
  if (flag === undefined) return `${file}:${line}:${column} ${words}`;
  const same = flag.startsWith(`--set ${path}=`) || flag.startsWith(`--${path} `);
  return `${flag}: ${same ? message : words}`;
}

/** An arm by its name. */
export function findArm(
  scenario: Scenario,
  name: string,
): Scenario['arms'][number] | { readonly problem: string } {
  const names = scenario.arms.map((arm) => arm.name);
  const arm = scenario.arms.find((candidate) => candidate.name === name);
  if (arm) return arm;
  const [near] = nearest(name, names);
  return {
    problem: `no arm is named "${name}"${near ? `; did you mean "${near}"?` : `; there are ${names.join(', ')}`}`,
  };
}
