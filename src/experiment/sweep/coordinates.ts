/** Where the values of a study's points stand in the unit cube: 0 the low end of an input's range, 1 the high end. */
import { log } from '../../random/math.ts';
import type { Study } from './study.ts';

/** A row a point, a coordinate an input. Values that cannot be read stand at NaN. */
export function coordinatesOf({ inputs, points }: Study): number[][] {
  return points.map(({ values, written }) =>
    inputs.map(({ scale, low, high, options }, i) => {
      if (scale === 'choice') return options.indexOf(written[i]) / Math.max(1, options.length - 1);
      const part =
        scale === 'log' ? log(values[i] / low) / log(high / low) : (values[i] - low) / (high - low);
      return Math.min(1, Math.max(0, part));
    }),
  );
}
