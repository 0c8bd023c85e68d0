/** The scenario that a document describes, its defaults filled in; rules across its parts are checked on the way. */
import { buildArm, type Layer } from './arms.ts';
import { fields } from './fields.ts';
import { type Report, readJudge } from './judge.ts';
import type { Path } from './path.ts';
import { emptyMapping, type Mapping } from './read.ts';
import { readPosterior } from './read-posterior.ts';
import { remarkOfArm } from './remarks.ts';
import { checkNames, checkPeople, idleOverrides, remarks } from './rules.ts';
import type { Arm, Scenario } from './scenario.ts';
import type { ScenarioFile, Sound } from './schema.ts';
import type { FileFacts } from './schema-settings.ts';
import type { Override } from './sets.ts';
import { tell } from './tell.ts';
import { readText } from './texts.ts';
import { readMonths, readValue } from './units.ts';
import { readYardstick } from './yardstick.ts';

/** Builds a scenario from what is sound in a document; problems go to `report`. */
export function build(
  file: Sound<ScenarioFile>,
  facts: FileFacts,
  overrides: readonly Override[],
  report: Report,
): Scenario {
  const { currency } = facts;
  const horizonDays = Math.round(numberOr(file.horizon, 'horizon', currency));
  const { arms, notes } = buildArms(file, facts, horizonDays, overrides, report);
  const branchDay = readBranch(file, arms, horizonDays, report);
  const note = (text: string): void => void notes.push(text);
  const posterior = readPosterior(file.posterior, { arms, currency, report, note });
  const title = readText(file.title) ?? { en: '' };
  const scenario: Scenario = {
    title,
    question: readText(file.question) ?? title,
    summary: readText(file.summary) ?? { en: '' },
    horizonDays,
    horizonMonths: file.horizon === undefined ? 12 : readMonths(file.horizon),
    branchDay,
    currency,
    seed: String(file.seed ?? 'seedbed'),
    worlds: numberOr(file.worlds, 'worlds', currency),
    assumptions: file.assumptions ?? 'plausible',
    arms: branchDay === 0 ? arms : [arms[0], ...arms.slice(1).map((arm) => ({ ...arm, past: arms[0] }))],
    ...(posterior && { posterior }),
    judge: readJudge(file.judge, currency, horizonDays, report),
    yardstick: null,
    notes,
  };
  return { ...scenario, yardstick: readYardstick(file.yardstick, { scenario, overrides, report }) };
}

function buildArms(
  file: Sound<ScenarioFile>,
  facts: FileFacts,
  horizonDays: number,
  overrides: readonly Override[],
  report: Report,
): { arms: Arm[]; notes: string[] } {
  const base = file as Mapping;
  const layers = layersOf(file, report);
  const notes = new Set(
    idleOverrides(
      overrides,
      layers.filter(({ path }) => path).map(({ changes }) => changes),
    ),
  );
  checkNames(base, [], report);
  const arms = layers.map((layer) => {
    const { path, changes, name } = layer;
    const note = (text: string): void => void notes.add(path ? remarkOfArm(name, text) : text);
    const arm = buildArm({ base, facts, horizonDays, report, note }, layer);
    checkNames(changes, path ?? [], report);
    checkPeople(arm, path && changes.community ? [...path, 'community'] : ['community'], report);
    for (const text of remarks(arm)) note(text);
    return arm;
  });
  return { arms, notes: [...notes] };
}

/** The arms of the file; where it lists none, the base as it stands. */
function layersOf({ arms = [] }: Sound<ScenarioFile>, report: Report): Layer[] {
  const label = { en: 'as it stands', 'zh-CN': '现状' };
  if (arms.length === 0) return [{ name: 'base', label, changes: emptyMapping(), path: null }];
  const first = new Map<string, number>();
  return arms.map((arm, i) => {
    const name = arm.name ?? `arm ${i + 1}`;
    const other = arm.name === undefined ? undefined : first.get(name);
    if (other !== undefined) report(['arms', i, 'name'], tell('sameName', { name, other }));
    else first.set(name, i);
    return { name, label: readText(arm.label) ?? { en: name }, changes: arm as Mapping, path: ['arms', i] };
  });
}

/** The day on which arms part; they must be of the same people. */
function readBranch(
  file: Sound<ScenarioFile>,
  arms: readonly Arm[],
  horizonDays: number,
  report: Report,
): number {
  const day = Math.round(numberOr(file.branch, 'branch', ''));
  if (day === 0) return day;
  if (day >= horizonDays) report(['branch'], tell('branchLate', { day, days: horizonDays }));
  for (const [i, arm] of arms.entries()) {
    const [place] = placesOfPeople.filter(
      ({ of }) => JSON.stringify(of(arm)) !== JSON.stringify(of(arms[0])),
    );
    if (place !== undefined) report(['arms', i, ...place.path], tell('branchPeople', { day }));
  }
  return day;
}

/** What makes people who they are. */
const placesOfPeople: readonly { readonly path: Path; readonly of: (arm: Arm) => unknown }[] = [
  { path: ['community'], of: ({ sections }) => sections.community },
  { path: ['community', 'network'], of: ({ sections, networkFile }) => [sections.network, networkFile] },
  { path: ['people'], of: ({ sections, segments }) => [sections.people, segments] },
];

function numberOr(raw: unknown, name: 'horizon' | 'worlds' | 'branch', currency: string): number {
  const reading = raw === undefined ? null : readValue(fields[name], raw, currency);
  const amount = reading && 'value' in reading ? reading.value.amount : null;
  return typeof amount === 'number' ? amount : fields[name].default;
}
