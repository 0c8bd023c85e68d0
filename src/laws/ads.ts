/** What a steady ad load does to use: Goli, Huang, Reiley and Riabov 2025. */
import { law } from './law.ts';

export const adsUsage = law({
  label: { en: 'Change of use that ads bring', 'zh-CN': '广告带来的使用变化' },
  formula: 'e^(-slope weight (load - reference) g) - 1, g = instant + (1 - instant) (1 - e^(-time / memory))',
  source: 'Goli, Huang, Reiley and Riabov 2025, QME 23(3):347, doi 10.1007/s11129-025-09294-7',
  unit: 'share',
  arguments: {
    load: { kind: 'load', unit: 'ads per hour', about: 'Ads an hour.' },
    reference: {
      kind: 'load',
      unit: 'ads per hour',
      default: 0,
      about: 'Ads an hour of those compared with.',
    },
    slope: { kind: 'positive', unit: 'log usage per ad an hour', min: 0, about: 'Loss in the long run.' },
    weight: {
      kind: 'positive',
      unit: 'annoyance weight',
      min: 0,
      default: 1,
      about: 'How annoying an ad is.',
    },
    instant: { kind: 'share', unit: 'share', about: 'Part of the loss that is felt at once.' },
    memory: { kind: 'days', unit: 'days', about: 'Time in which the rest comes 63 % of its way.' },
    time: { kind: 'days', unit: 'days', about: 'Time since the load changed.' },
    from: {
      kind: 'days',
      unit: 'days',
      default: -1,
      min: 0,
      about: 'Where given: the mean of use over the days from here to `time`.',
    },
  },
  value: ({ load, reference, slope, weight, instant, memory, time, from }) => {
    const use = (ads: number, days: number): number =>
      Math.exp(-slope * weight * ads * (instant + (1 - instant) * -Math.expm1(-days / memory)));
    if (from < 0) return use(load, time) / use(reference, time) - 1;
    let [one, other] = [0, 0];
    for (let day = from; day < time; day++) {
      one += use(load, day + 0.5);
      other += use(reference, day + 0.5);
    }
    return one / other - 1;
  },
});
