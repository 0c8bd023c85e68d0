/** A small real scenario, worlds of it with planted values, and the fit of what they show. */
import { checkQuestion } from '../../../src/analysis/calibrate/check.ts';
import { type FitRequest, fitQuestion } from '../../../src/analysis/calibrate/fit-question.ts';
import { planAt, type Question, questionOf, summariesOf } from '../../../src/analysis/calibrate/question.ts';
import type { CalibrationTarget } from '../../../src/analysis/calibrate/targets.ts';
import { simulator } from '../../../src/experiment/simulator.ts';
import { metricIndex, metrics } from '../../../src/metrics/definitions.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';

export const smallText = `seedbed: 1
title: A small place
horizon: 56 days
worlds: 20
assumptions: stated
community: {members: 80, prospects: 200}
people: {visits: 10% to 60%}
join: {innovation: 0.1 to 3 per year}
value: {discount: 0.05 to 0.15 per year}
arms:
  - {name: plain}
  - {name: ads, tactics: {ads: {}}}
`;

export const smallPaths = ['people.visits', 'join.innovation'];

export function smallScenario(text = smallText): Scenario {
  const { scenario, problems } = parseScenario(text, 'small.yaml');
  if (scenario === null) throw new Error(problems[0].message);
  return scenario;
}

/** Where targets look: joins and visits of every second week, and weekly actives; the last week is held out. */
export const looks: readonly CalibrationTarget[] = [
  ...[14, 28, 42, 56].flatMap((day) => [
    target('joins', day, 14, day === 56),
    target('weeklyActives', day, 1, day === 56),
    target('visits', day, 14, day === 56),
  ]),
];

function target(name: string, day: number, days: number, heldOut: boolean): CalibrationTarget {
  return { metric: metrics[metricIndex[name]], day, days, value: 0, error: 1, heldOut, counted: true };
}

/** One world with these values, in this thread. */
export function worldOf(question: Question, values: readonly number[], index: number): number[] {
  const plan = planAt(question, values);
  return summariesOf(question, simulator(plan)(index, 0).daily);
}

/** The question of a world in which the inputs have these values. */
export function planted(values: readonly number[], world: number, paths = smallPaths): Question {
  const blank = questionOf(smallScenario(), new Map(), 0, paths, looks);
  const seen = worldOf({ ...blank, scenario: { ...blank.scenario, seed: 'nature' } }, values, world);
  const targets = blank.targets.map((each, s) => ({
    ...each,
    value: seen[s],
    error: Math.sqrt(Math.max(1, seen[s])) * (each.metric.name === 'visits' ? 2 : 1),
  }));
  return { ...blank, targets };
}

export const requestOf = (question: Question, more: Partial<FitRequest> = {}): FitRequest => ({
  question,
  method: 'abc',
  particles: 60,
  simulations: 500,
  tolerance: 1,
  seed: 'test',
  simulate: (values, index) => Promise.resolve(worldOf(question, values, index)),
  ...more,
});

export const fitOf = (question: Question, more: Partial<FitRequest> = {}) =>
  fitQuestion(requestOf(question, more));

export const checkOf = (question: Question, studies: number, more: Partial<FitRequest> = {}) =>
  checkQuestion(requestOf(question, more), studies);
