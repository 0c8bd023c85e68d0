/**
 * When a race is looked at, and how sure a look must be.
 *
 *   looks   after 10 twins, then after half as many again (10, 15, 23, 35 ...), and at the end
 *   error   of one candidate, one rival and one look: total / (rivals x looks), Bonferroni, rivals at least 5
 *
 * So a candidate that is as good as any is dropped with a chance of at most `total`, over all its rivals and all looks
 * together. The number of looks is known before the race, since the most worlds are; where it is not, ranges that are
 * valid always (`analysis/sequential`) would be needed, which say nothing before 40 twins. Racing: Maron and Moore 1994
 * (NIPS 6:59); Birattari et al. 2002 (GECCO, F-Race); Lopez-Ibanez et al. 2016, doi:10.1016/j.orp.2016.09.002 (irace).
 * Looks a half further each time: as elimination in rounds, Jennison, Johnstone and Turnbull 1982.
 */

/** Fewer twins tell nothing firm of a standard deviation. */
export const FIRST_TWINS = 10;
const FURTHER = 1.5;

/** Chance that a candidate as good as any other is dropped, over the whole race. */
export const DROP_ERROR = 0.05;

/** Numbers of twins after which to look, rising; the last is `most`. */
export function looksUpTo(most: number): number[] {
  const looks: number[] = [];
  for (let twins = FIRST_TWINS; twins < most; twins = Math.ceil(twins * FURTHER)) looks.push(twins);
  return [...looks, most];
}

/** With fewer rivals, skewed differences of few twins would be dropped more often than that (measured by the tests). */
const FEWEST_RIVALS = 5;

/** Chance of error of one candidate, one rival and one look. */
export const errorOfPair = (candidates: number, looks: number, total = DROP_ERROR): number =>
  total / (Math.max(FEWEST_RIVALS, candidates - 1) * looks);
