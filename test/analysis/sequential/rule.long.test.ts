/** The long form: 2,000 studies of up to 1,000 twins; prints how often they are wrong, decided, and after how many worlds. */
import { expect, it } from 'vitest';
import { type Kind, kinds, tally } from './studies.ts';

const NOMINAL = 0.05 + 4 * Math.sqrt((0.05 * 0.95) / 2000);

it.each(Object.keys(kinds) as Kind[])(
  '%s differences are decided wrongly at most as often as said',
  (kind) => {
    for (const [mean, matters] of [
      [0, 0],
      [0.2, 0.2],
      [-0.2, 0.2],
      [0.2, 0],
      [-0.2, 0],
      [0.5, 0.2],
      [-0.5, 0.2],
      [0, 0.4],
    ]) {
      const { wrong, decided, meanTwins } = tally({ kind, mean, matters, studies: 2000, most: 1000 });
      console.log(
        `${kind}, mean ${mean}, matters ${matters}: wrong ${wrong.toFixed(4)}, decided ${decided.toFixed(3)}, worlds ${Math.round(2 * meanTwins)}`,
      );
      expect(wrong).toBeLessThan(NOMINAL);
    }
  },
);
