/** The long form: a hundred worlds of a real scenario with planted values fitted; the likelihoods of purchases and retention. */
import { expect, it } from 'vitest';
import { signTest, uniformity } from '../../../src/analysis/calibrate/ranks.ts';
import { MOST, purchaseRanks, retentionRanks } from './likelihood-ranks.ts';
import { checkOf, planted } from './small.ts';

// 90 % of 100 with standard error 3; the tolerance only widens.
it('90 % ranges hold the planted values of at least 80 of 100 worlds, without bias', async () => {
  const question = planted([0.35, 1 / 365.25], 7);
  const { inputs } = await checkOf(question, 100, { particles: 60, simulations: 400 });
  for (const { path, held, ranks, signTest: chance } of inputs) {
    console.log(`${path}: held ${held}, sign test ${chance.toFixed(3)}, ranks ${ranks.join(' ')}`);
    expect(held).toBeGreaterThanOrEqual(80);
    expect(chance).toBeGreaterThan(0.01);
  }
});

it.each(['buying', 'leaving'] as const)('the likelihood of purchases ranks truths of %s evenly', (which) => {
  for (const ranks of purchaseRanks(100, 'purchases', which)) {
    expect(uniformity(ranks, MOST, 10)).toBeGreaterThan(0.005);
    expect(signTest(ranks, MOST)).toBeGreaterThan(0.01);
  }
});

it('the likelihood of retention ranks a thousand truths evenly', () => {
  for (const ranks of retentionRanks(1000, 'many')) {
    expect(uniformity(ranks, MOST, 20)).toBeGreaterThan(0.005);
    expect(signTest(ranks, MOST)).toBeGreaterThan(0.01);
  }
});
