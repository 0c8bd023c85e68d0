import { describe, expect, it } from 'vitest';
import { runExperiment } from '../../../src/experiment/experiment.ts';
import { localExecutor } from '../../../src/experiment/local.ts';
import { armKey } from '../../../src/experiment/plan.ts';
import { planOf } from '../../../src/experiment/sweep/points.ts';
import { metricIndex } from '../../../src/metrics/definitions.ts';
import { type Found, judged } from '../../../src/report/charts/sweep/found.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { chosenNumbers, fileRows, pointRows, sortedRows } from '../../../web/pages/sweep/choose.ts';
import { foundHere } from '../../../web/pages/sweep/found-here.ts';
import { type Prepared, prepare } from '../../../web/pages/sweep/prepare.ts';
import { countRows, Rows } from '../../../web/pages/sweep/rows.ts';
import { runMissing } from '../../../web/pages/sweep/run-missing.ts';
import { textOfPoint } from '../../../web/pages/sweep/send.ts';
import { setupOf, usualSetup } from '../../../web/pages/sweep/setup.ts';

const text = `seedbed: 1
title: Ads in a small place
horizon: 40 days
worlds: 8
community: {members: 40, prospects: 10}
arms:
  - name: quiet
  - name: with ads
    tactics: {ads: {}}
judge: {metric: net revenue}
`;
const doc = { preset: null, file: 'small.yaml', text };
const never = new AbortController().signal;

async function made(vary: readonly string[], points = 4, worlds = 4): Promise<Prepared> {
  const found = await prepare(doc, { ...usualSetup, vary, points, worlds }, new Map(), never);
  if (found === null || 'problems' in found) throw new Error(JSON.stringify(found));
  return found;
}

const asked = await made(['tactics.ads.load=1..6 per hour', 'leave.perTie']);

async function run(sweep: Prepared, rows: Rows, signal = never): Promise<number> {
  let count = 0;
  const isThere = (key: string, world: number) => rows.has(key, world);
  for await (const found of runMissing(sweep, isThere, localExecutor(), signal))
    for (const row of found) {
      expect(rows.add(row)).toBe(true);
      count++;
    }
  return count;
}

const rows = new Rows();
const ran = await run(asked, rows);

describe('a sweep of the page', () => {
  it('comes to the numbers that every point has by itself', async () => {
    for (const point of asked.points) {
      const plan = planOf(asked.source, asked.inputs, point.values);
      const { results } = await runExperiment(plan, { executor: localExecutor() });
      expect(results).toHaveLength(8);
      for (const { arm, world, digest, outcomes } of results) {
        const row = rows.get(point.armKeys[arm], world);
        expect(row?.digest).toBe(digest);
        expect([...(row?.outcomes ?? [])]).toEqual([...outcomes]);
      }
    }
  });

  it('runs nothing twice, and goes on with what is missing', async () => {
    const { needed, there } = countRows(asked.points, asked.worlds, rows);
    expect(ran).toBe(needed);
    expect(there).toBe(needed);
    const some = new Rows();
    const half = new AbortController();
    const isThere = (key: string, world: number) => some.has(key, world);
    for await (const found of runMissing(asked, isThere, localExecutor(), half.signal)) {
      for (const row of found) some.add(row);
      if (countRows(asked.points, asked.worlds, some).there >= 5) half.abort();
    }
    const before = countRows(asked.points, asked.worlds, some).there;
    expect(before).toBeLessThan(needed);
    expect(await run(asked, some)).toBe(needed - before);
  });

  it('runs an arm that no point changes once for all of them', async () => {
    const ads = await made(['tactics.ads.load=1..6 per hour'], 3, 2);
    expect(countRows(ads.points, ads.worlds, new Rows()).needed).toBe((3 + 1) * 2);
  });

  it('names the input that is wrong, and why', async () => {
    const vary = ['tactics.ads.load=9..1 per hour', 'leave.perTie'];
    const found = await prepare(doc, { ...usualSetup, vary }, new Map(), never);
    expect(found).toMatchObject({
      problems: [
        {
          path: 'tactics.ads.load',
          why: {
            en: 'the low end must be below the high end; got "9..1 per hour"',
            'zh-CN': '低端须小于高端；现为 "9..1 per hour"',
          },
        },
      ],
    });
  });

  it('reads ranges in Chinese as those in English', async () => {
    const [one, other] = [
      await made(['tactics.ads.load=1至5 per hour'], 2),
      await made(['tactics.ads.load=1 to 5 per hour'], 2),
    ];
    expect(one.id).toBe(other.id);
  });
});

describe('what is asked', () => {
  it('is as usual where a link says nonsense', () => {
    expect(setupOf({ vary: 7, design: 'x', points: -1, worlds: 1e9 })).toEqual(usualSetup);
    expect(setupOf(null)).toEqual(usualSetup);
    expect(setupOf({ vary: ['a', 3, 'b'], points: 9 })).toMatchObject({ vary: ['a', 'b'], points: 9 });
  });
});

describe('inputs', () => {
  it('are called by the name of their arm where they are of one arm', async () => {
    const own = await made(['arms["with ads"].tactics.ads.load=1..6 per hour'], 2, 2);
    const labels = (locale: 'en' | 'zh-CN') =>
      foundHere(own, new Rows(), { locale, arm: null, metric: null }).inputs.map(({ label }) => label);
    expect(labels('en')).toEqual([expect.stringMatching(/^\S.* in “with ads”$/)]);
    expect(labels('zh-CN')).toEqual([expect.stringMatching(/^“with ads”的/)]);
  });

  it('are six at most, and a link that names more is told so', async () => {
    const paths = ['leave.perTie', 'buy.margin', 'people.visits', 'people.shares', 'a', 'b', 'c'];
    const { vary } = setupOf({ vary: paths });
    expect(vary).toEqual(paths);
    const found = await prepare(doc, { ...usualSetup, vary }, new Map(), never);
    expect(found).toMatchObject({
      problems: [{ path: null, why: { en: expect.stringMatching(/^Six inputs are the most; 7 are/) } }],
    });
  });
});

describe('a point that is sent to the compare page', () => {
  it('is the very scenario that the sweep ran', () => {
    for (const { values, armKeys } of asked.points) {
      const edited = textOfPoint(text, asked, values);
      if (!('text' in edited)) throw new Error(edited.fault);
      const { scenario } = parseScenario(edited.text, 'point.yaml');
      expect(scenario?.arms.map((arm) => armKey(scenario, arm, new Map()))).toEqual(armKeys);
    }
  });
});

const found: Found = foundHere(asked, rows, { locale: 'en', arm: null, metric: null });

describe('points', () => {
  it('show the differences of whole points alone', () => {
    expect(found.points.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    const [first] = asked.points;
    const money = (arm: number) =>
      rows.get(first.armKeys[arm], 2)?.outcomes[metricIndex.netRevenue] ?? Number.NaN;
    expect(judged(found, found.points[0])[2]).toBe(money(1) - money(0));
    const part = new Rows();
    for (const key of first.armKeys)
      for (let world = 0; world < 4; world++) {
        const row = rows.get(key, world);
        if (row) part.add(row);
      }
    const look = { locale: 'en', arm: null, metric: null } as const;
    expect(foundHere(asked, part, look).points.map(({ number }) => number)).toEqual([1]);
  });

  it('are chosen by parts of ranges, and sorted with what is missing last', () => {
    expect(chosenNumbers(found, {})).toBeNull();
    expect(chosenNumbers(found, { 'tactics.ads.load': [0, 1] })).toBeNull();
    const low = chosenNumbers(found, { 'tactics.ads.load': [0, 0.5] });
    const loads = found.points.filter(({ values }) => values[0] <= 3.5).map(({ number }) => number);
    expect([...(low ?? [])]).toEqual(loads);
    const sorted = sortedRows(pointRows(found, low), 0, false).map(({ point }) => point.values[0]);
    expect(sorted).toEqual([...sorted].sort((a, b) => b - a));
    expect(fileRows(found, pointRows(found, low))[0]).toMatchObject({
      metric: 'netRevenue',
      arm: 'with ads',
    });
  });
});
