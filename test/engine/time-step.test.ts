/**
 * What the daily step costs: laws of continuous time against what one day a step makes of them.
 *
 * Bass 1969, F' = (1 - F) (p + q F), by steps in which F stands still: F <- F + (1 - F) (1 - exp(-(p + q F) step)). With
 * H = -ln(1 - F) that is Euler's rule on H' = p + q F, whose error after a fixed time is (step / 2) H' ln(H' / H'(0)) to first
 * order. So the stepped curve is the exact one, late by (step / 2) ln(1 + (q / p) F), whatever the speed.
 */
import { describe, expect, it } from 'vitest';
import { constantExit, mean, played, shareError } from './isolated.ts';

const p = 0.03;
const q = 0.38;

/** Bass's F after `years`. */
function exact(years: number): number {
  const left = Math.exp(-(p + q) * years);
  return (1 - left) / (1 + (q / p) * left);
}

/** F after five years in so many steps. */
function stepped(steps: number, chance: (hazard: number) => number): number {
  let share = 0;
  for (let i = 0; i < steps; i++) share += (1 - share) * chance(((p + q * share) * 5) / steps);
  return share;
}

const asHazard = (hazard: number): number => -Math.expm1(-hazard);
const asChance = (hazard: number): number => hazard;

describe('adoption by steps', () => {
  // Steps of a year, a quarter, a twentieth of a year; and of a year with the rate taken for the chance.
  it('is what is known of coarse steps', () => {
    expect(exact(5)).toBeCloseTo(0.3312, 4);
    expect(stepped(5, asHazard)).toBeCloseTo(0.2611, 4);
    expect(stepped(20, asHazard)).toBeCloseTo(0.3108, 4);
    expect(stepped(100, asHazard)).toBeCloseTo(0.3269, 4);
    expect(stepped(5, asChance)).toBeCloseTo(0.2729, 4);
  });

  it('is late by half a step times ln(1 + (q / p) F), and the table in docs/model.md says what that comes to', () => {
    const late = (steps: number): number => 5 - (5 / steps / 2) * Math.log1p((q / p) * exact(5));
    for (const [steps, printed] of [
      [1826, 0.331],
      [183, 0.3289],
      [18, 0.3087],
      [5, 0.2611],
    ]) {
      expect(stepped(steps, asHazard)).toBeCloseTo(printed, 4);
      expect(Math.abs(stepped(steps, asHazard) - exact(late(steps)))).toBeLessThan((0.6 / steps) ** 2 * 2);
    }
  });

  // Rates of a year in a day: five steps. Standard deviation of F of 50,000 people .00337 (4,000 chain-binomial runs in numpy).
  // The exact law is .070 away and the rate taken for the chance .012; .0078 is allowed.
  it('is what the engine does, with rates applied as 1 - exp(-rate)', () => {
    const found = [0, 1, 2].map((world) => {
      const { members } = played(
        {
          horizon: '5 days',
          community: { members: 0, prospects: 50_000 },
          join: { innovation: p, imitation: q, fit: 1 },
        },
        world,
      ).record.daily;
      return members[4] / 50_000;
    });
    expect(Math.abs(mean(found) - stepped(5, asHazard))).toBeLessThan((4 * 0.00337) / Math.sqrt(3));
  });
});

describe('laws that the daily step keeps exactly', () => {
  it('retention at a constant rate: (1 - .05)^30 = .21464', () => {
    const leave = constantExit(-Math.log1p(-0.05));
    const { members } = played({ horizon: '30 days', community: { members: 10_000 }, leave }).record.daily;
    expect(Math.abs(members[29] / 10_000 - 0.21464)).toBeLessThan(4 * shareError(0.21464, 10_000));
  });

  // At a rate of 1 a day a whole first day would leave 58 members, and none 158. Poisson of mean 100, read once a day:
  // variance of a mean over 150 days 100 (1 + 2 / (e - 1)) / 150 = 1.44.
  it('arrivals of 100 a day against a rate of 1 a day: 100 members', () => {
    const { members } = played({
      horizon: '160 days',
      community: { members: 100, prospects: 18_000 },
      leave: constantExit(1),
      tactics: { acquisition: { arrivals: '100 per day', fit: 0 } },
    }).record.daily;
    expect(Math.abs(mean(members.subarray(10)) - 100)).toBeLessThan(4 * Math.sqrt(1.44));
  });
});
