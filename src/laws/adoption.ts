/** Bass 1969: hazard p + q F of joining, F the share that has joined. */
import { law } from './law.ts';

const pq = {
  innovation: { kind: 'rate', unit: 'per day', about: "p: rate of joining of one's own accord." },
  imitation: {
    kind: 'rate',
    unit: 'per day',
    about: 'q: rate that those who joined add, times their share.',
  },
} as const;
const source = 'Bass 1969, Management Science 15(5):215';

export const bass = law({
  label: { en: 'Share that has joined', 'zh-CN': '已加入比例' },
  formula: '(1 - e^(-(p+q) time)) / (1 + q / p e^(-(p+q) time))',
  source,
  unit: 'share',
  arguments: { ...pq, time: { kind: 'days', unit: 'days', about: 'Time since the start.' } },
  value: ({ innovation: p, imitation: q, time }) => {
    const left = Math.exp(-(p + q) * time);
    return p > 0 ? (1 - left) / (1 + (q / p) * left) : 0;
  },
});

export const bassReaches = law({
  label: { en: 'Time until a share has joined', 'zh-CN': '达到某一加入比例的时间' },
  formula: 'ln((1 + share q / p) / (1 - share)) / (p + q)',
  source,
  unit: 'days',
  arguments: { ...pq, share: { kind: 'share', unit: 'share', about: 'Share of everybody.' } },
  value: ({ innovation: p, imitation: q, share }) => Math.log((1 + (share * q) / p) / (1 - share)) / (p + q),
});

export const bassPeak = law({
  label: { en: 'Time of most joins', 'zh-CN': '加入高峰的时间' },
  formula: 'ln(q / p) / (p + q), q > p',
  source,
  unit: 'days',
  arguments: pq,
  value: ({ innovation: p, imitation: q }) => (q > p ? Math.log(q / p) / (p + q) : 0),
});

export const invited = law({
  label: { en: 'Share of those invited who come', 'zh-CN': '受邀者的加入比例' },
  formula: '1 - e^(-hazard (1 + second + third + third ...)), a term an inviter',
  source: 'Closed form; multipliers: Centola 2010, Science 329:1194',
  unit: 'share',
  arguments: {
    hazard: { kind: 'positive', unit: 'hazard', min: 0, about: "Hazard of the first inviter's invitation." },
    inviters: { kind: 'count', unit: 'people', min: 0, about: 'Members who invite the same person.' },
    second: { kind: 'positive', unit: 'times the first', min: 0, about: "Hazard of the second's." },
    third: {
      kind: 'positive',
      unit: 'times the first',
      min: 0,
      about: "Hazard of the third's and further ones.",
    },
  },
  value: ({ hazard, inviters, second, third }) => {
    const weight = Math.min(inviters, 1) + (inviters > 1 ? second : 0) + Math.max(0, inviters - 2) * third;
    return -Math.expm1(-hazard * weight);
  },
});

export const either = law({
  label: { en: 'Share that at least one of two reaches', 'zh-CN': '两者至少其一触及的比例' },
  formula: '1 - (1 - first) (1 - second)',
  source: 'Closed form: two independent chances',
  unit: 'share',
  arguments: {
    first: { kind: 'share', unit: 'share', about: 'Chance of the first.' },
    second: { kind: 'share', unit: 'share', default: 0, about: 'Chance of the second.' },
  },
  value: ({ first, second }) => 1 - (1 - first) * (1 - second),
});
