import { beforeAll, describe, expect, it } from 'vitest';
import { type Findings, findingsOf } from '../../../src/analysis/calibrate/findings.ts';
import type { Fit } from '../../../src/analysis/calibrate/fit-question.ts';
import { posteriorCsv, posteriorTable } from '../../../src/analysis/calibrate/posterior-table.ts';
import { type Question, questionOf } from '../../../src/analysis/calibrate/question.ts';
import { binomialBelow } from '../../../src/analysis/calibrate/ranks.ts';
import { planExperiment } from '../../../src/experiment/plan.ts';
import { simulator } from '../../../src/experiment/simulator.ts';
import { wholeText, withPosterior } from '../../../src/experiment/whole-text.ts';
import { calibrationReport } from '../../../src/report/calibration/report.ts';
import { resolveArm } from '../../../src/scenario/assumptions.ts';
import { checkOf, fitOf, looks, planted, smallPaths, smallScenario, smallText, worldOf } from './small.ts';

const truth = [0.35, 1 / 365.25];
/** An input that moves nothing that targets look at: how money of different days is compared. */
const idle = 'value.discount';

describe('a planted truth', () => {
  let question: Question;
  let fit: Fit;
  let findings: Findings;
  beforeAll(async () => {
    question = planted([...truth, 0.0003], 7, [...smallPaths, idle]);
    fit = await fitOf(question, { simulations: 400 });
    findings = findingsOf(question, fit, 1, 'test');
  });

  it('is found back: in the 90 % ranges, which are narrower than before', () => {
    for (const [d, value] of truth.entries()) {
      const { before, after, learned } = findings.inputs[d];
      expect(after.low).toBeLessThan(value);
      expect(after.high).toBeGreaterThan(value);
      expect(learned).toBeGreaterThan(0.4);
      expect(before.low).toBeLessThan(after.low);
      expect(before.high).toBeGreaterThan(after.high);
    }
    expect(fit.simulations).toBeLessThanOrEqual(400);
    expect(fit.tolerance).toBeLessThan(2.5);
  });

  it('is foretold where it was held out', () => {
    expect(findings.heldOut?.count).toBe(3);
    expect(findings.heldOut?.covered).toBeGreaterThanOrEqual(2);
    expect(findings.targets.slice(question.fitted).every(({ heldOut, day }) => heldOut && day === 56)).toBe(
      true,
    );
  });

  it('has a warning for the input that does nothing, and for no other', () => {
    const unlearned = findings.warnings.flatMap((each) => (each.kind === 'unlearned' ? [each.path] : []));
    expect(unlearned).toEqual([idle]);
  });

  it('makes a posterior that a scenario uses: its numbers are rows of it', () => {
    const table = posteriorTable(question, fit, 200, 'test');
    const text = withPosterior(wholeText(smallText, {}), table);
    const scenario = smallScenario(text);
    expect(scenario.posterior).toEqual(table);
    expect(text.startsWith(smallText)).toBe(true);
    const other = { 'people.visits': [0.1, 0.2] };
    expect(smallScenario(withPosterior(text, other)).posterior).toEqual(other);
    const inJson = JSON.stringify({ seedbed: 1, title: 'T', people: { visits: 0.2 } });
    expect(smallScenario(withPosterior(inJson, other)).posterior).toEqual(other);
    const rows = new Set(table['people.visits'].map((x, i) => `${x} ${table['join.innovation'][i]}`));
    for (const arm of scenario.arms)
      for (let world = 0; world < 30; world++) {
        const { sections } = resolveArm(scenario, arm, world);
        expect(rows).toContain(`${sections.people.visits} ${sections.join.innovation}`);
      }
    const csv = posteriorCsv(question, fit).trimEnd().split('\n');
    expect(csv[0]).toBe('weight,people.visits,join.innovation,value.discount');
    expect(csv).toHaveLength(1 + fit.posterior.length);
  });

  it('is shown on one page, in both languages, with its charts', async () => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const page = await calibrationReport({
        ...{ question, fit, findings, check: null, locale },
        ...{ title: { en: '<b>Small</b>' }, file: 'small.yaml', version: '0' },
      });
      // Two drawings for each of three inputs and three metrics, and the mark.
      expect(page.match(/<svg/g)).toHaveLength(13);
      expect(page).toContain('&lt;b&gt;Small');
      expect(page).not.toMatch(/NaN|undefined|<script|https?:/);
    }
  });
});

describe('what the data do not settle', () => {
  const question = questionOf(smallScenario(), new Map(), 0, smallPaths, looks);
  /** Particles at these places, each world of which came to the same at every target. */
  const fitAt = (places: readonly (readonly number[])[], came: number): Fit => {
    const particle = (z: readonly number[]) => ({
      z,
      parameters: question.inputs.map(({ prior }, d) => prior.at(z[d])),
      summaries: question.targets.map(() => came),
      distance: 0.5,
      weight: 1 / places.length,
    });
    return {
      ...{ method: 'abc', ended: 'tolerance', simulations: 100, tolerance: 0.5, generations: [] },
      prior: places.map(particle),
      posterior: places.map(particle),
      scales: question.targets.slice(0, question.fitted).map(() => 1),
    };
  };
  const kindsAt = (places: readonly (readonly number[])[], came = 0) =>
    findingsOf(question, fitAt(places, came), 1, 'test').warnings.map((each) =>
      'path' in each ? `${each.kind} ${each.path}` : each.kind,
    );
  const line = Array.from({ length: 41 }, (_, i) => (i - 20) / 10);

  const three = [
    [0.1, 0.2],
    [0.2, 0.1],
    [0, 0],
  ];

  it('is nothing where both inputs are known apart and in the middle', () => {
    expect(kindsAt(line.map((x, i) => [x / 10, ((i * 7) % 41) / 100]))).toEqual([]);
  });

  it('is an input that is as wide as before', () => {
    expect(kindsAt(line.map((x, i) => [x, ((i * 7) % 41) / 100]))).toEqual(['unlearned people.visits']);
  });

  it('is two inputs of which only the sum is known', () => {
    expect(kindsAt(line.map((x) => [x / 4, -x / 4 + 0.01]))).toEqual(['tied people.visits']);
  });

  it('is an input at an end of its range', () => {
    expect(kindsAt(line.map((x, i) => [1.8 + x / 20, ((i * 7) % 41) / 100]))).toEqual([
      'atEnd people.visits',
    ]);
    expect(kindsAt(line.map((x, i) => [-1.8 + x / 20, ((i * 7) % 41) / 100]))).toEqual([
      'atEnd people.visits',
    ]);
  });

  it('is a target that no prior draw comes near, and a tolerance that was not reached', () => {
    expect(kindsAt(three, 2.9)).toEqual([]);
    const far = kindsAt(three, 3.1);
    expect(far).toEqual(new Array(question.fitted).fill('unreached'));
    const at = (tolerance: number, counted: boolean) => {
      const targets = question.targets.map((each) => ({ ...each, counted }));
      const fit = { ...fitAt(three, 0), tolerance };
      return findingsOf({ ...question, targets }, fit, 1, 'test').warnings;
    };
    expect(at(1.5, true)).toEqual([{ kind: 'tolerance', asked: 1, reached: 1.5 }]);
    expect(at(1.2, false)).toEqual([{ kind: 'tolerance', asked: 1, reached: 1.2 }]);
    // Luck alone keeps worlds of one truth sqrt 2 errors of counting apart.
    expect(at(1.4, true)).toEqual([]);
  });

  it('leaves room for errors of measuring, not for those of counting', () => {
    const target = { ...looks[0], error: 5 };
    const measured = { ...question, targets: [{ ...target, counted: false }, target], fitted: 2 };
    const [wide, narrow] = findingsOf(
      measured,
      fitAt(
        line.map((x) => [x, 0]),
        7,
      ),
      1,
      'test',
    ).targets;
    expect(narrow.foretold).toEqual({ median: 7, low: 7, high: 7 });
    // 41 normal numbers: their 5th and 95th percentile, 1.645 deviations away, within half a deviation.
    expect(Math.abs(wide.foretold.high - (7 + 1.645 * 5))).toBeLessThan(2.5);
    expect(Math.abs(wide.foretold.low - (7 - 1.645 * 5))).toBeLessThan(2.5);
  });
});

describe('the question', () => {
  it('is answered alike by a run that goes on beyond the last target', () => {
    const scenario = smallScenario();
    const longer = { ...scenario, horizonDays: 70 };
    const [short, long] = [scenario, longer].map((each) =>
      simulator(planExperiment({ ...each, arms: each.arms.slice(1) }, new Map(), ['visits', 'members']))(
        2,
        0,
      ),
    );
    for (const name of ['visits', 'members'])
      expect(long.daily[name].slice(0, 56)).toEqual(short.daily[name]);
    const question = questionOf(longer, new Map(), 1, smallPaths, looks);
    expect(question.scenario).toMatchObject({ horizonDays: 56, arms: [{ name: 'ads' }] });
  });

  it('has the values that it is given, also where assumptions are fixed, and luck by number', () => {
    const fixed = smallScenario(smallText.replace('stated', 'fixed'));
    const question = questionOf(fixed, new Map(), 0, smallPaths, looks);
    expect(question.inputs.map(({ path }) => path)).toEqual(smallPaths);
    const world = worldOf(question, truth, 4);
    expect(worldOf(question, truth, 4)).toEqual(world);
    expect(worldOf(question, truth, 5)).not.toEqual(world);
    expect(worldOf(question, [0.1, truth[1]], 4)).not.toEqual(world);
  });

  it('has priors of the families of ranges', () => {
    const [visits] = questionOf(smallScenario(), new Map(), 0, smallPaths, looks).inputs;
    expect(visits.prior.at(1.6448536269514722)).toBeCloseTo(0.6, 10);
    expect(visits.prior.at(-1.6448536269514722)).toBeCloseTo(0.1, 10);
  });
});

describe('the best point', () => {
  it('is near the truth, has one row, and says nothing of how sure it is', async () => {
    const question = planted(truth, 7);
    const fit = await fitOf(question, { method: 'cma-es', simulations: 160, particles: 20 });
    const [visits] = fit.posterior[0].parameters;
    // Half an hour of worlds would bring luck down; here within a quarter of the truth.
    expect(Math.abs(visits / truth[0] - 1)).toBeLessThan(0.25);
    expect(posteriorTable(question, fit, 200, 'test')['people.visits']).toHaveLength(1);
    expect(findingsOf(question, fit, 1, 'test').warnings.map(({ kind }) => kind)).not.toContain('unlearned');
    expect(fit.simulations).toBeLessThanOrEqual(160);
  });
});

describe('the check', () => {
  it('ranks known truths among draws of their posteriors', async () => {
    const question = planted(truth, 7);
    const found = await checkOf(question, 6, { particles: 20, simulations: 60 });
    expect(found).toMatchObject({ studies: 6, most: 19 });
    for (const { ranks, held } of found.inputs) {
      expect(ranks).toHaveLength(6);
      expect(ranks.every((rank) => rank >= 0 && rank <= 19)).toBe(true);
      // 90 % of 6, wider by the tolerance: fewer than 3 has a chance of .0013.
      expect(held).toBeGreaterThanOrEqual(3);
    }
    const fit = await fitOf(question, { particles: 20, simulations: 20 });
    const findings = findingsOf(question, fit, 1, 'test');
    const page = await calibrationReport({
      ...{ question, fit, findings, check: found, locale: 'en' },
      ...{ title: { en: 'T' }, file: 'f', version: '0' },
    });
    expect(page).toContain('truth held in');
  });

  // scipy.stats.binom.cdf(6, 10, .9) and (0, 3, .9).
  it('tells coverage that is too low from chance', () => {
    expect(binomialBelow(6, 10, 0.9)).toBeCloseTo(0.0127951984, 12);
    expect(binomialBelow(0, 3, 0.9)).toBeCloseTo(0.001, 12);
  });
});
