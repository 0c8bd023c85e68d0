import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileDots, stack } from '../../../src/report/charts/dotplot.ts';
import { axisFor, niceStep, ticksWithin } from '../../../src/report/charts/scale.ts';
import { cut, spread, textWidth, wrap } from '../../../src/report/charts/text.ts';
import { outOf, quoted } from '../../../src/report/charts/words.ts';

describe('labels beside line ends', () => {
  const labels = (...wanted: number[]) => wanted.map((at) => ({ wanted: at, height: 10 }));

  it('stay where they are when they do not meet', () => {
    expect(spread(labels(20, 50), 0, 100)).toEqual([20, 50]);
  });

  it('share the way when they meet', () => {
    expect(spread(labels(50, 50), 0, 100)).toEqual([45, 55]);
    expect(spread(labels(52, 50, 10), 0, 100)).toEqual([56, 46, 10]);
  });

  it('stay inside', () => {
    expect(spread(labels(0, 99), 0, 100)).toEqual([5, 95]);
  });

  it('never overlap and keep their order', () => {
    const label = fc.record({
      wanted: fc.integer({ min: -50, max: 150 }),
      height: fc.integer({ min: 5, max: 18 }),
    });
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 5 }), (list) => {
        const centers = spread(list, 0, 100);
        const order = list.map((_, i) => i).sort((a, b) => centers[a] - centers[b]);
        for (let k = 1; k < order.length; k++) {
          const [above, below] = [order[k - 1], order[k]];
          expect(centers[below] - centers[above]).toBeGreaterThanOrEqual(
            (list[above].height + list[below].height) / 2 - 1e-9,
          );
          expect(list[above].wanted).toBeLessThanOrEqual(list[below].wanted);
        }
      }),
    );
  });
});

describe('dots', () => {
  it('stand for equal parts of the worlds, or for worlds where there are few', () => {
    const hundred = Float64Array.from({ length: 99 }, (_, i) => i + 1);
    expect(quantileDots(hundred, 4)).toEqual([12.5, 37.5, 62.5, 87.5]);
    expect(quantileDots(Float64Array.of(3, 5), 4)).toEqual([3, 5]);
  });

  it('never share a column across 0', () => {
    const { dots } = stack([-0.4, -0.1, 0.1, 0.2, 3], 10, 100, 20);
    expect(dots.map(({ x, level }) => [x, level])).toEqual([
      [-1, 0],
      [-1, 1],
      [1, 0],
      [1, 1],
      [3, 0],
    ]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 1, maxLength: 50 }), (values) => {
        for (const { value, x } of stack(values, 5, 200, 24).dots)
          expect(Math.sign(x)).toBe(Math.sign(value));
      }),
    );
  });

  it('shrink until the highest column fits', () => {
    const { width, height, dots } = stack(
      Array.from({ length: 30 }, () => 1),
      10,
      150,
      24,
    );
    expect(width).toBeLessThanOrEqual(6);
    expect(height * 30).toBeLessThanOrEqual(150);
    expect(Math.max(...dots.map(({ level }) => level))).toBe(29);
  });
});

describe('axes', () => {
  it('step in 1, 2, 2.5 and 5', () => {
    expect([niceStep(4, 4), niceStep(7, 4), niceStep(10, 4), niceStep(17, 4), niceStep(0.036, 4)]).toEqual([
      1, 2, 2.5, 5, 0.01,
    ]);
    expect(ticksWithin(-0.25, 0.5, 0.1)).toEqual([-0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.4, 0.5]);
  });

  it('hold what is drawn, from tick to tick, even where it is one value or huge', () => {
    expect(axisFor(0, 187, 4)).toEqual({ low: 0, high: 200, ticks: [0, 50, 100, 150, 200] });
    expect(axisFor(0, 0, 4)).toMatchObject({ low: -1, high: 1 });
    fc.assert(
      fc.property(
        fc.double({ min: -1e12, max: 1e12, noNaN: true }),
        fc.double({ min: 1e-6, max: 1e12, noNaN: true }),
        (low, span) => {
          fc.pre(low + span > low + Math.abs(low) * 1e-6);
          const axis = axisFor(low, low + span, 4);
          expect(axis.low).toBeLessThanOrEqual(low + span * 1e-6);
          expect(axis.high).toBeGreaterThanOrEqual(low + span - span * 1e-6);
          expect(axis.ticks.length).toBeLessThan(9);
        },
      ),
    );
  });
});

describe('texts', () => {
  it('break between words, and between Chinese signs but not before their punctuation', () => {
    expect(wrap('one two three', 10, textWidth('one two', 10), 3)).toEqual(['one two', 'three']);
    expect(wrap('定向广告，无广告', 10, 41, 3)).toEqual(['定向广', '告，无广', '告']);
    expect(wrap('定向广（告）', 10, 41, 3)).toEqual(['定向广', '（告）']);
  });

  it('end in an ellipsis where there is no room', () => {
    expect(wrap('one two three four', 10, textWidth('one two', 10), 2)).toEqual(['one two', 'three…']);
    expect(cut('Donaudampfschifffahrt', 10, 60)).toMatch(/^Dona\w+…$/);
    expect(textWidth(cut('Donaudampfschifffahrt', 10, 60), 10)).toBeLessThanOrEqual(60);
  });

  it('count worlds as they are up to 100 and never call some none or all', () => {
    expect(outOf(38, 40)).toEqual({ part: 38, total: 40 });
    expect(outOf(485, 500)).toEqual({ part: 97, total: 100 });
    expect(outOf(499, 500)).toEqual({ part: 499, total: 500 });
    expect(outOf(1, 500)).toEqual({ part: 1, total: 500 });
    expect(outOf(500, 500)).toEqual({ part: 500, total: 500 });
  });

  it('quote names and cut very long ones', () => {
    expect(quoted('A')).toBe('“A”');
    expect(quoted('word '.repeat(30))).toBe('“word word word word word word word word word…”');
  });
});
