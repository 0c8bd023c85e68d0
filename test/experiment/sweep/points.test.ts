import { describe, expect, it } from 'vitest';
import { designs } from '../../../src/experiment/designs/index.ts';
import { planExperiment, resultKey } from '../../../src/experiment/plan.ts';
import { ResultIndex } from '../../../src/experiment/shards/result-index.ts';
import { pilotNeeds } from '../../../src/experiment/sweep/forecast.ts';
import { readInput, type SweepInput } from '../../../src/experiment/sweep/inputs.ts';
import { countOf, jobsFrom, needs } from '../../../src/experiment/sweep/jobs.ts';
import { layOut, problemsOf, type Source, setsOf } from '../../../src/experiment/sweep/points.ts';
import { readStudy, setsOfPoint, studyOf, studyText } from '../../../src/experiment/sweep/study.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';

const text = `
seedbed: 1
title: Some arms
horizon: 6 days
worlds: 4
community: {members: 30, prospects: 10}
arms:
  - name: plain
  - name: ads
    tactics: {ads: {load: 4}}
`;
const source: Source = { file: 'x.yaml', text, options: {}, networks: new Map() };

function scenarioWith(set: readonly string[] = []) {
  const { scenario, problems } = parseScenario(text, 'x.yaml', { set });
  if (scenario === null) throw new Error(problems[0].message);
  return scenario;
}

const inputs = (...vary: string[]): SweepInput[] =>
  vary.map((one) => {
    const read = readInput(one, scenarioWith(), source);
    if ('problem' in read) throw new Error(read.problem);
    return read.input;
  });

function pointsOf(
  own: readonly SweepInput[],
  design = designs.grid.points({ dimensions: own.length, points: 9, seed: 's' }),
) {
  const found = layOut(source, own, design);
  if ('problems' in found) throw new Error(found.problems.join('\n'));
  return found.points;
}

const nothing = () => false;

describe('points', () => {
  it('have the keys of the scenario that --set would make', () => {
    const own = inputs('tactics.ads.load=2..8', 'leave.perTie=0.1..0.5');
    for (const { values, armKeys } of pointsOf(own)) {
      const plan = planExperiment(scenarioWith(setsOf(own, values)), new Map());
      expect(armKeys).toEqual(plan.armKeys);
    }
  });

  it('share the arm that no input touches: its results are run once', () => {
    const points = pointsOf(inputs('tactics.ads.load=2..8'));
    expect(points).toHaveLength(9);
    expect(new Set(points.map(({ armKeys }) => armKeys[0])).size).toBe(1);
    expect(new Set(points.map(({ armKeys }) => armKeys[1])).size).toBe(9);
    const all = [...needs(points, 4, nothing)];
    expect(all.flatMap(({ arms }) => arms).filter((arm) => arm === 0)).toHaveLength(4);
    expect(all.flatMap(({ arms }) => arms)).toHaveLength(40);
    expect(countOf(points, 4, new ResultIndex())).toEqual({ needed: 40, missing: 40 });
  });

  it('run in the same worlds and with the same seed', () => {
    const own = inputs('leave.perTie=0.1..0.5');
    const points = pointsOf(own);
    const jobs = [...jobsFrom(needs(points, 4, nothing), source, own)];
    for (const point of points)
      expect(jobs.filter(({ need }) => need.point === point).map(({ world }) => world)).toEqual([0, 1, 2, 3]);
    expect(new Set(jobs.map(({ plan }) => plan.scenario.seed)).size).toBe(1);
  });

  it('ask for nothing that is there, and once for what is not', () => {
    const own = inputs('tactics.ads.load=2..8');
    const points = pointsOf(own);
    const index = new ResultIndex();
    const has = (armKey: string, world: number) => index.has(armKey, world);
    index.add(points[0].armKeys[0], 2, '0'.repeat(64));
    index.add(points[3].armKeys[1], 0, '0'.repeat(64));
    const asked = [...jobsFrom(needs(points, 4, has), source, own)].flatMap(({ plan, world }) =>
      plan.armKeys.map((_, arm) => resultKey(plan, world, arm)),
    );
    expect(asked).toHaveLength(38);
    expect(new Set(asked).size).toBe(38);
    expect(countOf(points, 4, index)).toEqual({ needed: 40, missing: 38 });
  });

  it('that cannot be are named, with their values', () => {
    const own = inputs('community.members=0..30', 'community.prospects=0..10');
    expect(problemsOf(source, own)).toEqual([]);
    const laidOut = layOut(source, own, designs.grid.points({ dimensions: 2, points: 4, seed: 's' }));
    const problems = 'problems' in laidOut ? laidOut.problems : [];
    // Both arms have nobody.
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems)
      expect(problem).toMatch(/^point 1 \(community\.members = 0, community\.prospects = 0\): /);
  });
});

describe('inputs that cannot be varied so', () => {
  it('are all named at once: twice the same, one within another, none that matters', () => {
    const twice = inputs(
      'leave.perTie',
      'leave.perTie=0.1..0.2',
      'tactics.ads.load=2..8',
      'arms["ads"].tactics.ads.load=2..8',
    );
    expect(problemsOf(source, twice)).toEqual([
      '--vary leave.perTie: is given twice',
      '--vary arms.ads.tactics.ads.load: tactics.ads.load sets arms.ads.tactics.ads.load too',
    ]);
    expect(problemsOf(source, inputs('leave.perTie', 'tactics.ads.load=2..8', 'people.visits'))).toEqual([]);
    const segments =
      'community: {members: 30, prospects: 10, segments: {all: {share: 1, people: {visits: 20%}}}}';
    const own = { ...source, text: text.replace('community: {members: 30, prospects: 10}', segments) };
    expect(problemsOf(own, inputs('people.visits', 'people.shares'))).toEqual([
      '--vary people.visits: changes nothing, since no arm or segment takes its value from there',
    ]);
  });

  it('say which end cannot be', () => {
    expect(problemsOf(source, inputs('community.members=10..4999999'))).toEqual([
      expect.stringMatching(/^--vary community\.members: at 4999999: .*at most/),
    ]);
  });
});

describe('a pilot', () => {
  it('looks at points from the first to the last, and at no result twice', () => {
    const points = pointsOf(inputs('tactics.ads.load=2..8'));
    const sweep = { source, inputs: [], points, worlds: 4 };
    const few = pilotNeeds(sweep, nothing, 4);
    expect(few.map(({ point }) => point.number)).toEqual([1, 4, 6, 9]);
    const many = pilotNeeds(sweep, nothing, 100).flatMap(({ point, world, arms }) =>
      arms.map((arm) => `${point.armKeys[arm]} ${world}`),
    );
    expect(new Set(many).size).toBe(many.length);
    expect(many).toHaveLength(40);
  });
});

describe('a study', () => {
  const own = inputs('tactics.ads.load=2..8', 'leave.perTie=0.1..0.5');
  const points = pointsOf(own);
  const study = studyOf({
    source,
    scenario: scenarioWith(),
    inputs: own,
    design: { name: 'grid', points: 9, seed: 's' },
    points,
  });

  it('is read back from its text', () => {
    expect(readStudy(studyText(study))).toEqual(study);
  });

  it('says how each of its points is made again', () => {
    for (const { number, armKeys } of points) {
      const again = planExperiment(scenarioWith(setsOfPoint(study, number)), new Map());
      expect(again.armKeys).toEqual(armKeys);
    }
  });

  it.each([
    ['no JSON', 'x'],
    ['another kind', '{"schema":"seedbed/compare@1"}'],
    ['a point without a value', studyText({ ...study, points: [{ ...study.points[0], values: [1] }] })],
    ['a key that is none', studyText({ ...study, points: [{ ...study.points[0], armKeys: ['x', 'y'] }] })],
  ])('is told from %s', (_, other) => {
    expect(readStudy(other)).toBeNull();
  });
});
