/**
 * Coverage of 90 % ranges: 1,000 truths from the scenario's own ranges, each against an experiment of 40 worlds of its own.
 * Leaves out/calibration/coverage.json.
 */
import { expect, it } from 'vitest';
import { coverage, covers } from './coverage.ts';
import { keep, smallScenario } from './experiments.ts';

/** Hardly two worlds have the same number of these; members tie. */
const continuous = ['netRevenue', 'hours', 'satisfaction'];

it('holds the truth nine times in ten; 20 % narrower it does not', () => {
  const { printed, narrow } = coverage(
    {
      scenario: smallScenario({}),
      truth: smallScenario({ seed: 'truth' }),
      metrics: [...continuous, 'members'],
      truths: 1000,
      worlds: 40,
    },
    0.8,
  );
  keep('coverage', { worlds: 40, chance: 0.9, printed, narrowedBy20Percent: narrow });
  console.log(
    printed
      .map(({ of, metric, inside, upToEnds }, q) => {
        const shares = [inside, upToEnds, narrow[q].upToEnds].map((share) => `${(100 * share).toFixed(1)} %`);
        return `${metric}, ${of}: inside ${shares[0]}, up to the ends ${shares[1]}; 20 % narrower ${shares[2]}`;
      })
      .join('\n'),
  );
  for (const found of printed) expect(covers(found), JSON.stringify(found)).toBe(true);
  // Where tails are long a narrower range loses little, so not every line tells; most do.
  const red = narrow.filter((found) => continuous.includes(found.metric) && !covers(found));
  expect(red.length).toBeGreaterThan((3 * continuous.length) / 2);
});
