/** Who is still there: one chance for all, chances that differ, arrivals against departures. */
import { logGamma } from '../random/special.ts';
import { law } from './law.ts';

const time = { kind: 'days', unit: 'days', about: 'Time since the start.' } as const;

export const geometricRetention = law({
  label: { en: 'Share that stays', 'zh-CN': '留存比例' },
  formula: '(1 - chance)^time',
  source: 'Closed form: independent chances of leaving',
  unit: 'share',
  arguments: { chance: { kind: 'chance', unit: 'chance', about: 'Chance of leaving in a day.' }, time },
  value: ({ chance, time: days }) => (1 - chance) ** days,
});

export const exponentialRetention = law({
  label: { en: 'Share that stays, at a rate', 'zh-CN': '按速率离开时的留存比例' },
  formula: 'e^(-rate time)',
  source: 'Closed form: a constant hazard of leaving',
  unit: 'share',
  arguments: { rate: { kind: 'rate', unit: 'per day', about: 'Rate of leaving.' }, time },
  value: ({ rate, time: days }) => Math.exp(-rate * days),
});

export const betaGeometric = law({
  label: { en: 'Share of people who differ that stays', 'zh-CN': '个体各异时的留存比例' },
  formula: 'B(alpha, beta + tenure + t) / B(alpha, beta + tenure), t = time / period',
  source: 'Fader and Hardie 2007, J. Interactive Marketing 21(1):76',
  unit: 'share',
  arguments: {
    alpha: { kind: 'positive', unit: 'shape', about: 'Chance of leaving in a period: Beta(alpha, beta).' },
    beta: { kind: 'positive', unit: 'shape', about: 'Chance of leaving in a period: Beta(alpha, beta).' },
    period: { kind: 'days', unit: 'days', default: 1, about: 'Length of a period.' },
    tenure: {
      kind: 'days',
      unit: 'days',
      default: 0,
      about: 'Time that those at the start have lived through.',
    },
    time,
  },
  value: ({ alpha, beta, period, tenure, time: days }) => {
    const lived = beta + tenure / period;
    const t = days / period;
    const left = logGamma(lived + t) - logGamma(alpha + lived + t);
    return Math.exp(left - logGamma(lived) + logGamma(alpha + lived));
  },
});

export const ceiling = law({
  label: { en: 'Members at which arrivals and departures agree', 'zh-CN': '进出平衡时的成员数' },
  formula: 'arrivals / (exit - referral), referral < exit',
  source: 'Closed form: dN/dt = arrivals + referral N - exit N',
  unit: 'people',
  arguments: {
    arrivals: { kind: 'rate', unit: 'people per day', about: 'Newcomers who come whoever is there.' },
    exit: { kind: 'rate', unit: 'per day', about: 'Rate at which a member leaves.' },
    referral: { kind: 'rate', unit: 'per day', default: 0, about: 'Rate at which a member brings one more.' },
  },
  value: ({ arrivals, exit, referral }) =>
    referral < exit ? arrivals / (exit - referral) : Number.POSITIVE_INFINITY,
});

export const approach = law({
  label: { en: 'Members on the way to that number', 'zh-CN': '趋向平衡途中的成员数' },
  formula: 'N* + (start - N*) e^(-(exit - referral) time), N* = arrivals / (exit - referral)',
  source: 'Closed form: dN/dt = arrivals + referral N - exit N',
  unit: 'people',
  arguments: {
    ...ceiling.arguments,
    start: { kind: 'count', unit: 'people', default: 0, about: 'Members at the start.' },
    time,
  },
  value: ({ arrivals, exit, referral, start, time: days }) => {
    const net = exit - referral;
    if (net === 0) return start + arrivals * days;
    const level = arrivals / net;
    return level + (start - level) * Math.exp(-net * days);
  },
});
