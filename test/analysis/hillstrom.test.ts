/**
 * How much fit matters, estimated on a random half of a real experiment, against the other half. Ten numbers for 27 cells:
 * visits by group, message and fit (7), orders by visit with and without a message (2), spend by order (1).
 */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { featuresOf, fitRelevance, type Layout, layoutOf } from '../../src/analysis/fit-relevance.ts';
import { fitLogistic, predicted } from '../../src/analysis/logistic.ts';
import { Stream, seedWords } from '../../src/random/keys.ts';
import { lookup } from '../../src/scenario/table.ts';
import { type Cell, cellsOf, hillstromFile, readBuyers } from './hillstrom.ts';

type Features = (layout: Layout, cell: Cell) => number[];

/** The whole model, and two that are wrong: fit does not matter; it matters as much for either message. */
const models: Readonly<Record<'whole' | 'without fit' | 'the same fit', Features>> = {
  whole: featuresOf,
  'without fit': (layout, cell) => featuresOf(layout, cell).slice(0, 5),
  'the same fit': (layout, cell) => {
    const features = featuresOf(layout, cell);
    return [...features.slice(0, 5), features[5] + features[6]];
  },
};

/** A figure of a cell, and the variance of its mean. */
interface Figure {
  readonly mean: number;
  readonly variance: number;
}

const outcomes = {
  visits: (cell: Cell): Figure => shareOf(cell.visits, cell.people),
  orders: (cell: Cell): Figure => shareOf(cell.orders, cell.people),
  spend: ({ spend, spendSquared, people }: Cell): Figure => ({
    mean: spend / people,
    variance: (spendSquared / people - (spend / people) ** 2) / people,
  }),
};

function shareOf(some: number, people: number): Figure {
  const mean = some / people;
  return { mean, variance: (mean * (1 - mean)) / people };
}

/** What the model, fitted to these cells, predicts for each of them. */
function predictions(cells: readonly Cell[], features: Features) {
  const layout = layoutOf(cells.map((cell) => ({ ...cell, responses: cell.visits })));
  const trials = cells.map((cell) => ({ ...cell, responses: cell.visits, features: features(layout, cell) }));
  const coefficients = fitLogistic(trials)?.coefficients ?? [];
  const ratio = (of: 'orders' | 'spend', to: 'visits' | 'orders', some: readonly Cell[]): number =>
    some.reduce((sum, cell) => sum + cell[of], 0) / some.reduce((sum, cell) => sum + cell[to], 0);
  const written = ratio(
    'orders',
    'visits',
    cells.filter(({ message }) => message !== ''),
  );
  const unwritten = ratio(
    'orders',
    'visits',
    cells.filter(({ message }) => message === ''),
  );
  const basket = ratio('spend', 'orders', cells);
  return trials.map((trial) => {
    const visits = predicted(trial.features, coefficients);
    const orders = visits * (trial.message === '' ? unwritten : written);
    return { visits, orders, spend: orders * basket };
  });
}

/** Predicted less seen in the other half, in standard errors of the difference of the two halves, by outcome and cell. */
function distances(known: readonly Cell[], other: readonly Cell[], features: Features) {
  const found = predictions(known, features);
  const of = (outcome: keyof typeof outcomes): number[] =>
    other.map((cell, i) => {
      const [seen, own] = [outcomes[outcome](cell), outcomes[outcome](known[i])];
      return (found[i][outcome] - seen.mean) / Math.sqrt(seen.variance + own.variance);
    });
  return { visits: of('visits'), orders: of('orders'), spend: of('spend') };
}

const farthest = (values: readonly number[]): number => Math.max(...values.map(Math.abs));
/** Of nine cells: chi-squared with 9 degrees of freedom at most, so 9 + 4 sqrt(18) is 4 standard errors above its mean. */
const together = (values: readonly number[]): number => values.reduce((sum, x) => sum + x * x, 0);
const MOST_TOGETHER = 9 + 4 * Math.sqrt(18);

describe.skipIf(!existsSync('../shared'))('relevance in ../shared/data/hillstrom-email.csv', () => {
  const buyers = existsSync(hillstromFile) ? readBuyers() : [];

  /** The two halves of a keyed split. */
  function halves(seed: string): [Cell[], Cell[]] {
    const on = new Stream(seedWords(seed), 0, 'half').on(0);
    const isFirst = buyers.map((_, i) => on.uniform(i) < 0.5);
    return [cellsOf(buyers.filter((_, i) => isFirst[i])), cellsOf(buyers.filter((_, i) => !isFirst[i]))];
  }

  it('is read as its notes say', () => {
    expect(buyers).toHaveLength(64_000);
    const cell = cellsOf(buyers).find(({ group, message }) => group === 'women' && message === 'women');
    expect((cell?.visits ?? 0) / (cell?.people ?? 1)).toBeCloseTo(0.1698, 4);
  });

  it.each(['hillstrom', 'hillstrom 2', 'hillstrom 3', 'hillstrom 4', 'hillstrom 5'])(
    'predicts visits, orders and spend by message and fit in the other half, within 4 standard errors (split %s)',
    (seed) => {
      for (const [known, other] of [halves(seed), halves(seed).reverse()]) {
        for (const [outcome, values] of Object.entries(distances(known, other, models.whole))) {
          expect(farthest(values), outcome).toBeLessThan(4);
          expect(together(values), outcome).toBeLessThan(MOST_TOGETHER);
        }
      }
    },
  );

  it('does not if fit is left out: the same check turns red', () => {
    const [known, other] = halves('hillstrom');
    const { visits } = distances(known, other, models['without fit']);
    expect(together(visits)).toBeGreaterThan(MOST_TOGETHER);
  });

  it('matters for one message and not for the other, and so has a number for each', () => {
    const cells = cellsOf(buyers).map((cell) => ({ ...cell, responses: cell.visits }));
    const fitted = fitRelevance(cells);
    const [men, women] = ['men', 'women'].map((name) =>
      fitted?.messages.find(({ message }) => message === name),
    );
    if (fitted === null || men === undefined || women === undefined) throw new Error('nothing was fitted');
    expect(Math.abs(men.matters)).toBeLessThan(2 * men.mattersError);
    const gap = women.matters - men.matters;
    expect(gap).toBeGreaterThan(4 * Math.hypot(men.mattersError, women.mattersError));
    expect(men.relevance).toBeCloseTo(0.94, 2);
    expect(women.relevance).toBeCloseTo(7.2, 1);
  });

  it('gives the default of adResponse.relevance, over both messages', () => {
    const cells = cellsOf(buyers).map((cell) => ({ ...cell, responses: cell.visits }));
    const parameter = lookup('adResponse.relevance')?.parameter;
    expect(fitRelevance(cells)?.relevance).toBeCloseTo(parameter?.default ?? 0, 1);
    expect(parameter?.known).toBe('measured');
  });

  it('ends at the visit: an order follows it as often, whether the message fitted or not', () => {
    const written = cellsOf(buyers).filter(({ message, group }) => message !== '' && group !== 'both');
    const [fitting, other] = [1, 0].map((fit) => {
      const some = written.filter((cell) => cell.fit === fit);
      const sum = (of: 'orders' | 'visits') => some.reduce((all, cell) => all + cell[of], 0);
      return shareOf(sum('orders'), sum('visits'));
    });
    const error = Math.sqrt(fitting.variance + other.variance);
    expect(Math.abs(fitting.mean - other.mean)).toBeLessThan(2 * error);
  });
});
