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
    expect(withPosterior(text, table)).toBe(text);
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

describe('what cannot be met', () => {
  it('is said: targets that no prior draw comes near, and inputs at an end of their range', async () => {
    const question = planted([0.9, truth[1]], 3);
    const far = {
      ...question,
      targets: question.targets.map((each) =>
        each.metric.name === 'joins' && each.day === 14 ? { ...each, value: 500, error: 1 } : each,
      ),
    };
    const fit = await fitOf(far, { particles: 30, simulations: 60 });
    const { warnings } = findingsOf(far, fit, 1, 'test');
    expect(warnings).toContainEqual({ kind: 'unreached', metric: 'joins', day: 14 });
    expect(warnings).toContainEqual(expect.objectContaining({ kind: 'tolerance', asked: 1 }));
    const ends = findingsOf(question, await fitOf(question, { particles: 40, simulations: 240 }), 1, 'test');
    expect(ends.warnings).toContainEqual({ kind: 'atEnd', path: 'people.visits', end: 'high' });
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
