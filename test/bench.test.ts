import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { engineSpeed } from '../bench/engine.ts';
import { pairingGain } from '../bench/pairing.ts';
import { parseScenario } from '../src/scenario/parse.ts';

describe('the benchmark', () => {
  it('finds the memory that is promised, and runs the mix that it speaks of', () => {
    const { bytesPerPerson, bytesPerTieEnd, members, visitors } = engineSpeed(1, 3);
    expect(bytesPerPerson).toBeLessThanOrEqual(128);
    expect(bytesPerTieEnd).toBeLessThanOrEqual(8);
    expect(members).toBeGreaterThanOrEqual(0.7);
    expect(visitors).toBeGreaterThanOrEqual(0.15);
    expect(visitors).toBeLessThanOrEqual(0.25);
  });

  // The promise is 5; this small form (60 worlds of 500 people) finds about 10 to 20, and a ratio of two variances of 60
  // numbers scatters by a factor of 1.7 either way at most in 95 of 100 seeds, so 5 leaves room.
  it('finds paired differences at least five times less variable than unpaired ones', () => {
    const file = 'scenarios/blunt-vs-tailored-ads.yaml';
    const set = ['assumptions=fixed', 'community.members=350', 'community.prospects=150'];
    const { scenario } = parseScenario(readFileSync(file, 'utf8'), file, { set });
    if (scenario === null) throw new Error(`${file} is not valid`);
    const gains = pairingGain(scenario, ['netRevenue', 'retention90'], 30);
    for (const { ratio } of gains) expect(ratio).toBeGreaterThan(5);
    expect(pairingGain(scenario, ['netRevenue'], 3)[0].worlds).toBe(3);
  });
});
