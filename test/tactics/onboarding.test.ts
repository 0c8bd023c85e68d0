import { describe, expect, it } from 'vitest';
import { type Changes, merged, outcome, played, standardError, sum } from '../engine/isolated.ts';

const base: Changes = {
  horizon: '60 days',
  community: { members: 0, prospects: 4000 },
  join: { innovation: 0.02 },
  onboard: { introduction: '35%', benefits: '30%', icebreaker: '20%', firstPost: '100%', reply: '61%' },
  leave: { alpha: 2, beta: 20, period: '30 days', atOnce: '100%' },
};
const programme = { introduction: '90%', benefits: '90%', icebreaker: '90%', replies: '80%', cost: 6.5 };
const run = (changes: Changes, world = 0) => played(merged(base, changes), world);

describe('onboarding', () => {
  it('costs its price for each newcomer of its days, whatever they do', () => {
    const model = run({ tactics: { onboarding: { ...programme, from: '10 days', until: '20 days' } } });
    const newcomers = sum(model.record.daily.joins.subarray(10, 20));
    expect(newcomers).toBeGreaterThan(100);
    expect(outcome(model, 'onboardingCost')).toBe((newcomers * 650) / 100);
  });

  it('costs nothing without newcomers', () => {
    const model = run({ join: { innovation: 0 }, tactics: { onboarding: programme } });
    expect(outcome(model, 'onboardingCost')).toBe(0);
  });

  it('has staff answer what members leave unanswered', () => {
    const model = run({ tactics: { onboarding: { ...programme, replies: '100%' } } });
    expect(outcome(model, 'firstReplies')).toBe(1);
  });

  const gains = (causal: string): number[] =>
    [0, 1, 2, 3].map((world) => {
      const settings = { onboard: { causal, lift: 0.7 } };
      const others = outcome(run(settings, world), 'members');
      return outcome(run({ ...settings, tactics: { onboarding: programme } }, world), 'members') - others;
    });

  it('keeps newcomers longer where the first day is a cause', () => {
    const more = gains('100%');
    expect(sum(more) / 4).toBeGreaterThan(4 * standardError(more));
  });

  it('keeps nobody longer where it is none', () => {
    expect(gains('0%')).toEqual([0, 0, 0, 0]);
  });
});
