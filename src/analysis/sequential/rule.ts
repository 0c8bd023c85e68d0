/**
 * When the mean paired difference of an arm is decided.
 *
 *   more   the always-valid range lies above the smallest difference that matters
 *   less   it lies below minus that
 *   same   it lies between the two
 *
 * One number a twin (the mean of its two worlds, which share their assumptions), since twins are independent. It speaks of
 * the mean over worlds, not of the share of worlds that are better. Where a smallest difference is a part of the baseline
 * it is that part of the median so far, whose own luck is taken for none: it is small beside that of the difference.
 *
 * No luck at all, every twin with exactly the same difference, decides after 100 twins: then with 95 % chance fewer than 3 %
 * of twins are otherwise (1 - .05^(1/100)).
 */
import { normalQuantile } from '../../random/normal.ts';
import { type AlwaysRange, alwaysRange, FIRST_LOOK } from './always.ts';

export type Direction = 'more' | 'less' | 'same';

export interface Look extends AlwaysRange {
  readonly matters: number;
  readonly decided: Direction | null;
}

const TWINS_WITHOUT_LUCK = 100;

/** What the twins so far say; null where they are too few. */
export function look(differences: readonly number[], matters: number, error: number): Look | null {
  const n = differences.length;
  if (n < FIRST_LOOK) return null;
  const range = alwaysRange(differences, error);
  const settled = range.low < range.high || n >= TWINS_WITHOUT_LUCK;
  return { ...range, matters, decided: settled ? directionOf(range, matters) : null };
}

function directionOf({ low, high, mean }: AlwaysRange, matters: number): Direction | null {
  if (low > matters) return 'more';
  if (high < -matters) return 'less';
  const isNothing = low === high && mean === 0;
  return (low > -matters && high < matters) || isNothing ? 'same' : null;
}

/** The next number of twins to look at: every one up to 100, then every hundredth part more. */
export const nextLook = (twins: number): number => Math.max(twins + 1, Math.ceil(twins * 1.01));

/** Worlds an arm; null where no number would do. */
export interface FixedSize {
  /** Had it been known beforehand that the difference is what was seen. */
  readonly asSeen: number | null;
  /** To see the smallest difference that matters, as a study is planned that knows nothing beforehand. */
  readonly forSmallest: number | null;
}

/**
 * What a study of fixed size would need, were each arm simulated in worlds of its own: the usual size of a two-sample test of
 * this error with a power of 90 %.
 *
 *   (z(1 - error / 2) + z(.9))^2 (variance of the arm + variance of the baseline) / distance^2
 *   to show that it is the same: (z(1 - error) + z(.95))^2 (...) / distance^2
 *   distance: as seen, from |mean| to the smallest that matters; planned, that smallest itself
 *
 * A mean at which one stopped early is on the large side, and so `asSeen` on the small side. Chow, Shao and Wang 2008, Sample
 * size calculations in clinical research, 3.2.
 */
export function fixedSize(
  { mean, matters, decided }: Pick<Look, 'mean' | 'matters' | 'decided'>,
  variances: number,
  error: number,
): FixedSize {
  if (decided === null) return { asSeen: null, forSmallest: null };
  const z =
    decided === 'same'
      ? normalQuantile(1 - error) + normalQuantile(0.95)
      : normalQuantile(1 - error / 2) + normalQuantile(0.9);
  const worlds = (distance: number) => {
    const size = (z * z * variances) / (distance * distance);
    return Number.isFinite(size) ? Math.max(2, Math.ceil(size)) : null;
  };
  return { asSeen: worlds(Math.abs(mean) - matters), forSmallest: worlds(matters) };
}
