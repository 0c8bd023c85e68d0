/** What pays more: a tenth more arrivals, or a tenth longer stays? Paired worlds; both arms cost nothing. */
import { describe, expect, it } from 'vitest';
import { compileModel, prepare } from '../../src/engine/compile.ts';
import { inErrors, mean, quietScenario, runDays, standardError } from './isolated.ts';

const RATE = 0.2;

/** Members from day 30 on, of an arm with more arrivals and of one with longer stays, each less the plain one, by world. */
function gains(arrivals: number, brings: number) {
  const bought = (times: number) => ({ acquisition: { arrivals: arrivals * times, fit: 0, cost: 0 } });
  const prepared = prepare(
    quietScenario({
      horizon: '80 days',
      community: { members: arrivals / (RATE - brings), prospects: 4200 },
      join: { brings },
      leave: { rate: RATE, atOnce: '100%', referred: 1 },
      tactics: bought(1),
      arms: [
        { name: 'Plain' },
        { name: 'More arrivals', tactics: bought(1.1) },
        { name: 'Longer stays', leave: { rate: RATE / 1.1 } },
      ],
    }),
  );
  const worlds = Array.from({ length: 12 }, (_, world) =>
    [0, 1, 2].map((arm) =>
      mean(runDays(compileModel(prepared, world, arm)).record.daily.members.subarray(30)),
    ),
  );
  const against = (arm: number): number[] => worlds.map((row) => row[arm] - row[0]);
  return { more: against(1), longer: against(2), ahead: worlds.map((row) => row[2] - row[1]) };
}

describe('a tenth more arrivals against a tenth longer stays', () => {
  // N* = arrivals / exit: both raise it by a tenth, 20 of 200.
  it('is all one where nobody brings anybody', () => {
    const { more, longer, ahead } = gains(40, 0);
    for (const gain of [more, longer]) {
      expect(inErrors(gain)).toBeGreaterThan(4);
      expect(Math.abs(mean(gain) - 20)).toBeLessThan(4 * standardError(gain));
    }
    expect(Math.abs(inErrors(ahead))).toBeLessThan(4);
    expect(standardError(ahead)).toBeLessThan(2.5); // or the line above would say nothing
  });

  // N* = arrivals / (exit - brings): 200 become 220 with more arrivals, 20 / (.1818 - .1) = 244 with longer stays.
  it('is won by longer stays where members bring members', () => {
    const { more, ahead } = gains(20, 0.1);
    expect(inErrors(more)).toBeGreaterThan(4);
    expect(inErrors(ahead)).toBeGreaterThan(4);
  });
});
