/** `sensitivity`: which inputs of a sweep move the outcome, and how surely that is known. */
import type { Outcomes } from '../analysis/sensitivity/luck.ts';
import { type IndexName, type Sensitivity, sensitivityOf } from '../analysis/sensitivity/of-design.ts';
import type { Index } from '../analysis/sensitivity/ranges.ts';
import { units } from '../analysis/sensitivity/refusals.ts';
import { readOutcomes } from '../experiment/shards/outcomes.ts';
import { type NamedStudy, readStudies } from '../experiment/shards/studies.ts';
import { coordinatesOf } from '../experiment/sweep/coordinates.ts';
import type { Study } from '../experiment/sweep/study.ts';
import { findMetric, type Metric, metricIndex, metrics } from '../metrics/definitions.ts';
import { amount, inRanges, probability } from '../report/format.ts';
import { didYouMean } from '../scenario/nearest.ts';
import { version } from '../version.ts';
import { CommandFailure, Exit } from './errors.ts';
import type { CommonOptions } from './options.ts';
import { indexWords, type SensitivityPhrase, sensitivityPhrase } from './sensitivity-words.ts';
import { needStore, told } from './store-open.ts';
import { tableLines } from './table.ts';
import { Terminal } from './terminal.ts';

export interface SensitivityOptions extends CommonOptions {
  readonly study?: string;
  readonly metric?: string;
  readonly arm?: string;
}

/** What is asked of one arm. */
interface Question {
  readonly study: Study;
  readonly metric: Metric;
  /** Place of the arm; 0 where it is alone. */
  readonly arm: number;
}

export async function sensitivity(folder: string, options: SensitivityOptions): Promise<void> {
  const terminal = new Terminal(options);
  needStore(folder);
  await told(async () => {
    const studies = readStudies(folder, (path, why) => terminal.warn(`${path}: ${why}; it is left out.`));
    const { name, study } = chosenStudy(folder, studies, options.study);
    const metric = metricOf(study, options.metric);
    const answers = [];
    for (const arm of armsOf(study, options.arm)) {
      const question = { study, metric, arm };
      answers.push({ ...question, found: found(question, await outcomesOf(folder, question)) });
    }
    if (terminal.json) await terminal.printJson(json(folder, name, study, metric, answers));
    else await terminal.print(`${answers.flatMap((answer) => linesOf(answer, terminal)).join('\n')}\n`);
  });
}

const invalid = (message: string) => new CommandFailure(Exit.invalid, message);

function chosenStudy(folder: string, studies: readonly NamedStudy[], wanted: string | undefined): NamedStudy {
  const able = studies.filter(({ name }) => name.startsWith(wanted ?? ''));
  if (wanted !== undefined && able.length !== 1) {
    const names = studies.map(({ name }) => name.slice(0, 8)).join(', ');
    throw invalid(
      `--study ${wanted}: ${able.length === 0 ? 'no study' : 'more than one study'} of ${folder} begins so; there are ${names}`,
    );
  }
  const [study] = able;
  if (study === undefined) throw invalid(`${folder} has no study; seedbed sweep makes one`);
  return study;
}

function metricOf({ judge }: Study, wanted: string | undefined): Metric {
  if (wanted === undefined) return metrics[metricIndex[judge]];
  const metric = findMetric(wanted);
  const names = metrics.map(({ name }) => name);
  if (metric === undefined)
    throw invalid(`--metric ${wanted}: there is no metric of that name${didYouMean(wanted, names)}`);
  return metric;
}

/** Places of the arms to speak of: all but the baseline, unless one is named. */
function armsOf({ arms }: Study, wanted: string | undefined): number[] {
  if (wanted === undefined) return arms.length === 1 ? [0] : arms.slice(1).map((_, i) => i + 1);
  const at = arms.findIndex(({ name, label }) => [name, label.en, label['zh-CN']].includes(wanted));
  const names = arms.map(({ name }) => name);
  if (at < 0)
    throw invalid(
      `--arm ${wanted}: no arm of that name${didYouMean(wanted, names)}; there are ${names.join(', ')}`,
    );
  if (at === 0 && arms.length > 1)
    throw invalid(`--arm ${wanted}: that is the baseline; name one of ${names.slice(1).join(', ')}`);
  return [at];
}

/** By point the difference to the baseline in each world, or the metric itself where the arm is alone. */
async function outcomesOf(folder: string, { study, metric, arm }: Question): Promise<Outcomes> {
  const { engine, worlds, points } = study;
  const armKeys = new Set(points.flatMap((point) => [point.armKeys[0], point.armKeys[arm]]));
  const read = await readOutcomes(folder, { engine, armKeys, worlds, metrics: [metric.name] });
  return points.map((point) => {
    const own = read.get(point.armKeys[arm])?.[0] ?? new Float64Array(worlds).fill(Number.NaN);
    const baseline = arm === 0 ? undefined : read.get(point.armKeys[0])?.[0];
    return baseline === undefined ? own : own.map((x, world) => x - baseline[world]);
  });
}

function found({ study }: Question, outcomes: Outcomes): Sensitivity {
  const { design, seed } = study;
  const answer = sensitivityOf({ design: design.name, points: coordinatesOf(study), outcomes, seed });
  if (answer !== null) return answer;
  throw invalid(
    `a ${design.name} design supports no indices of sensitivity; sweep again with --design saltelli (parts of the variance), morris (many inputs, few runs) or sobol (rank correlations)`,
  );
}

type Answer = Question & { readonly found: Sensitivity };

const entriesOf = ({ indices }: Sensitivity) => Object.entries(indices) as [IndexName, readonly Index[]][];

function json(folder: string, name: string, study: Study, metric: Metric, answers: readonly Answer[]) {
  return {
    schema: 'seedbed/sensitivity@1',
    version,
    store: folder,
    study: name,
    metric: metric.name,
    design: study.design,
    inputs: study.inputs.map(({ path }) => path),
    arms: answers.map(({ arm, found: { indices, variance, unit, count, worlds, floor, steps } }) => ({
      arm: study.arms[arm].name,
      baseline: arm === 0 ? null : study.arms[0].name,
      ...{ unit, count, worlds, variance, floor },
      indices: Object.fromEntries(
        Object.entries(indices).map(([index, values]) => [
          index,
          values.map(({ value, low, high, refusal }) => ({ value, low, high, refusal: refusal?.en ?? null })),
        ]),
      ),
      steps,
    })),
  };
}

function linesOf(answer: Answer, terminal: Terminal): string[] {
  const { study, metric, arm, found: sure } = answer;
  const say = (name: SensitivityPhrase, slots = {}) => sensitivityPhrase(name, terminal.locale, slots);
  const { count, unit, worlds, variance, floor } = sure;
  const [baseline] = study.arms;
  const slots = {
    metric: terminal.text(metric.label),
    arm: terminal.text(study.arms[arm].label),
    baseline: terminal.text(baseline.label),
    ...{ count, worlds, design: study.design.name, unit: units[unit][terminal.locale] },
  };
  const given = entriesOf(sure).filter(([, values]) => values.some(({ refusal }) => refusal === null));
  const lines = [terminal.bold(say(arm === 0 ? 'headingAlone' : 'heading', slots))];
  if (variance.luckShare !== null)
    lines.push(terminal.wrapped(say('luck', { luck: probability(variance.luckShare, terminal.locale) })));
  if (given.length > 0) lines.push('', ...tableOf(answer, given, terminal), '');
  for (const [index] of given) lines.push(terminal.wrapped(indexWords[index].about[terminal.locale]));
  if (floor !== null && sure.indices.pawn?.some(({ refusal }) => refusal === null))
    lines.push(terminal.wrapped(say('floor', { floor: floor.toFixed(2) })));
  lines.push(...refusalLines(answer, terminal), ...stepLines(answer, terminal), '');
  return lines;
}

/** Inputs, the strongest by the first index on top. */
function tableOf(
  { study, metric, found: sure }: Answer,
  given: readonly [IndexName, readonly Index[]][],
  terminal: Terminal,
): string[] {
  const inMoney = sure.unit === 'paths';
  const write = (x: number): string =>
    inMoney ? amount(x, metric.unit, study.scenario.currency, terminal.locale, inRanges) : x.toFixed(2);
  const cell = ({ value, low, high }: Index): string =>
    value === null ? '–' : `${write(value)} [${write(low)} .. ${write(high)}]`;
  // What is not given comes last.
  const size = (input: number): number => {
    const { value } = given[0][1][input];
    return value === null ? -1 : Math.abs(value);
  };
  const order = study.inputs.map((_, input) => input).sort((i, j) => size(j) - size(i) || i - j);
  return tableLines(
    [
      { title: sensitivityPhrase('input', terminal.locale), align: 'left' },
      ...given.map(([index]) => ({
        title: indexWords[index].label[terminal.locale],
        align: 'right' as const,
      })),
    ],
    order.map((input) => [study.inputs[input].path, ...given.map(([, values]) => cell(values[input]))]),
  );
}

/** What is not given and why, one line for each reason of an index. */
function refusalLines({ study, found: sure }: Answer, terminal: Terminal): string[] {
  return entriesOf(sure).flatMap(([index, values]) => {
    const reasons = new Map<string, string[]>();
    for (const [input, { refusal }] of values.entries()) {
      if (refusal === null) continue;
      const why = terminal.text(refusal);
      reasons.set(why, [...(reasons.get(why) ?? []), study.inputs[input].path]);
    }
    return [...reasons].map(([why, inputs]) =>
      terminal.wrapped(
        sensitivityPhrase('notGiven', terminal.locale, {
          index: indexWords[index].label[terminal.locale],
          inputs:
            inputs.length === values.length
              ? sensitivityPhrase('allInputs', terminal.locale)
              : inputs.join(', '),
          why,
        }),
      ),
    );
  });
}

/** Indices that half of the points would have put outside of their ranges of now. */
function stepLines({ study, found: sure }: Answer, terminal: Terminal): string[] {
  const { locale } = terminal;
  const counts = [...new Set(sure.steps.map(({ count }) => count))];
  const half = counts.at(-2);
  if (half === undefined) return [];
  const unit = units[sure.unit][locale];
  const moved = sure.steps.flatMap(({ count, index, input, value }) => {
    const now = sure.indices[index as IndexName]?.[input];
    if (count !== half || value === null || !now || now.value === null) return [];
    if (value >= now.low && value <= now.high) return [];
    const slots = {
      ...{ unit, index: indexWords[index as IndexName].label[locale], input: study.inputs[input].path },
      ...{ before: Number(value.toPrecision(2)), now: Number(now.value.toPrecision(2)) },
    };
    return [terminal.wrapped(sensitivityPhrase('moving', locale, slots))];
  });
  const isCompared = sure.steps.some(({ count, value }) => count === half && value !== null);
  if (moved.length > 0) return moved;
  return isCompared ? [terminal.wrapped(sensitivityPhrase('settled', locale, { unit }))] : [];
}
