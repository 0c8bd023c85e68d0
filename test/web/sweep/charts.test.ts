import { describe, expect, it } from 'vitest';
import { metricNamed } from '../../../src/report/charts/source.ts';
import { binsOf, type Found, placeIn, type VariedInput } from '../../../src/report/charts/sweep/found.ts';
import { parallel, pointLines } from '../../../src/report/charts/sweep/lines.ts';
import { decisionMap, mapOf } from '../../../src/report/charts/sweep/map.ts';
import { response } from '../../../src/report/charts/sweep/response.ts';
import { inputBars, sweepTornado } from '../../../src/report/charts/sweep/tornado.ts';
import { sceneOf } from '../../../web/charts/scene.ts';

const input = (path: string, more: Partial<VariedInput> = {}): VariedInput => ({
  path,
  label: path,
  scale: 'linear',
  low: 0,
  high: 1,
  among: [],
  show: (value) => String(Number(value.toFixed(2))),
  ...more,
});

/** By hand: the arm earns 100 (x - 0.4) more than the baseline; y does nothing; four worlds differ by -3 .. 3. */
function hill(locale: Found['locale'] = 'en', slope = 100): Found {
  const arms = ['base', 'other'].map((name, place) => ({ place, name, label: name }));
  const luck = [-3, -1, 1, 3];
  const points = Array.from({ length: 100 }, (_, i) => {
    const values = [((i % 10) + 0.5) / 10, (Math.floor(i / 10) + 0.5) / 10];
    const lead = slope * (values[0] - 0.4);
    return {
      number: i + 1,
      values,
      outcomes: [Float64Array.from(luck, () => 1000), Float64Array.from(luck, (d) => 1000 + lead + d)],
    };
  });
  const inputs = [input('x'), input('y')];
  return { locale, currency: 'CNY', inputs, arms, arm: arms[1], metric: metricNamed('netRevenue'), points };
}

describe('the response curve', () => {
  it('says where the arm turns from behind to ahead', () => {
    const chart = response(hill(), 0);
    expect(chart.title).toBe('“other” is ahead where x is above 0.4');
    expect(chart.table.rows).toHaveLength(5);
    expect(response(hill(), 1).title).toBe('“other” is ahead over the whole range of y');
    expect(response(hill('zh-CN'), 0).title).toBe('x 高于 0.4 时“other”领先');
  });

  it('has the median and the 90 % range of all worlds of a fifth of the points', () => {
    const [first] = response(hill(), 0).data();
    // Leads of -35 and -25, each with luck of -3, -1, 1, 3: the middle is -30.
    expect(first).toMatchObject({ from: 0.05, to: 0.15, points: 20, median: -30 });
  });
});

describe('the tornado', () => {
  it('names the input that moves it, and none where it is chance', () => {
    const [most, other] = inputBars(hill());
    expect([most.path, other.path]).toEqual(['x', 'y']);
    expect(most.low).toBeCloseTo(-30);
    expect(most.high).toBeCloseTo(50);
    expect(most.rank).toBeCloseTo(1);
    expect(other.rank).toBeCloseTo(0);
    expect(sweepTornado(hill()).title).toMatch(/^X moves it most: from −¥30 to \+¥50$/);
    expect(sweepTornado(hill('en', 0)).title).toMatch(/^No input stands out/);
  });
});

describe('the decision map', () => {
  it('gives each part the arm with the best mean, and how often it is ahead', () => {
    const { cells } = mapOf(hill(), 0, 1);
    expect(cells).toHaveLength(25);
    for (const { column, best, chance } of cells) {
      expect(best.name).toBe(column < 2 ? 'base' : 'other');
      expect(chance).toBe(1);
    }
    expect(decisionMap(hill(), 0, 1).title).toBe(
      '“other” does best in 15 of 25 parts of the map, “base” in 10',
    );
  });
});

describe('a part of the map', () => {
  it('is undecided where the best arm is not ahead of the next best, whatever it is of the baseline', () => {
    const found = hill();
    const third = { place: 2, name: 'third', label: 'third' };
    const points = found.points.map((point) => ({
      ...point,
      // Ahead of the other by 5 in one world, by 1 behind it in the three others.
      outcomes: [...point.outcomes, point.outcomes[1].map((value, world) => value + (world === 0 ? 5 : -1))],
    }));
    const all = { ...found, arms: [...found.arms, third], points };
    const { cells } = mapOf(all, 0, 1);
    expect(cells.filter(({ best }) => best === third)).toHaveLength(15);
    for (const { best, chance } of cells) expect(chance).toBe(best === third ? 0.25 : 1);
    expect(decisionMap(all, 0, 1).title).toBe(
      '“third” does best in 15 of 25 parts of the map, “base” in 10; 15 parts are undecided',
    );
  });
});

describe('parallel coordinates', () => {
  it('draw the six of many inputs that move the result most', () => {
    const found = hill();
    const more = Array.from({ length: 7 }, (_, i) => input(`z${i}`));
    const points = found.points.map((point) => ({
      ...point,
      values: [...point.values, ...more.map(() => 0.5)],
    }));
    const chart = parallel(
      {
        ...found,
        inputs: [...more, ...found.inputs],
        points: points.map((point) => ({
          ...point,
          values: [...point.values.slice(2), ...point.values.slice(0, 2)],
        })),
      },
      null,
    );
    expect(chart.subtitle).toContain('the 2 of 9 inputs that move it most');
    expect(chart.table.columns).toHaveLength(11);
    expect(chart.draw?.({ theme: 'light', size: 'wide', titled: false })).toBeDefined();
  });

  it('colour the best tenth until somebody chooses', () => {
    const best = pointLines(hill(), null).filter(({ isChosen }) => isChosen);
    expect(best.map(({ point }) => point.values[0])).toEqual(Array.from({ length: 10 }, () => 0.95));
    expect(parallel(hill(), null).title).toBe('The best tenth of points has x high');
    expect(parallel(hill(), new Set([1])).title).toBe('The chosen points have x low, y low');
    expect(parallel(hill(), new Set()).title).toBe('No point lies in what is chosen');
  });
});

describe('charts of a sweep', () => {
  it('are drawn in both sizes and languages with what the board has', () => {
    for (const locale of ['en', 'zh-CN'] as const)
      for (const size of ['wide', 'phone'] as const) {
        const found = hill(locale);
        for (const chart of [
          response(found, 0),
          sweepTornado(found),
          decisionMap(found, 0, 1),
          parallel(found, null),
        ]) {
          const spec = chart.draw?.({ theme: 'light', size, titled: false });
          if (!spec) throw new Error(`${chart.name} is not drawn`);
          const scene = sceneOf(spec);
          expect(scene.marks).toBeGreaterThan(10);
          const marks = Object.values(scene.slots).flat() as unknown as Record<string, unknown>[];
          const places = marks.flatMap(({ x, y }) => [x, y]);
          expect(places.filter((place) => place !== undefined && !Number.isFinite(place))).toEqual([]);
        }
      }
  });

  it('say so where there is nothing', () => {
    const none = { ...hill(), points: [] };
    for (const chart of [
      response(none, 0),
      sweepTornado(none),
      decisionMap(none, 0, 1),
      parallel(none, null),
    ])
      expect(chart.draw).toBeNull();
  });
});

describe('inputs', () => {
  it('stand where their scale has them', () => {
    expect(placeIn(input('x', { scale: 'log', low: 1, high: 100 }), 10)).toBeCloseTo(0.5);
    expect(placeIn(input('x', { scale: 'choice', among: [0, 1] }), 1)).toBe(1);
    expect(binsOf(hill(), 0)).toHaveLength(5);
  });
});
