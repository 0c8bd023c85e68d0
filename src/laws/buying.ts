/**
 * BG/NBD (Fader, Hardie and Lee 2005): orders come at a gamma-distributed rate of each person's own (shape r, scale
 * alpha), and after every order a person quits with a beta-distributed chance of their own (a, b).
 */
import { law } from './law.ts';

const source = 'Fader, Hardie and Lee 2005, Marketing Science 24(2):275';
const needs = {
  shape: { kind: 'positive', unit: 'shape', about: 'r: shape of the gamma of order rates.' },
  scale: { kind: 'days', unit: 'days', about: 'alpha: the mean order rate is shape / scale.' },
  time: { kind: 'days', unit: 'days', about: 'Time since the start.' },
} as const;

/** Gauss's 2F1(a, b; c; z), 0 <= z < 1, by its series. */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < 1_000_000; n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (Math.abs(term) <= 1e-16 * Math.abs(sum) && n > 10) break;
  }
  return sum;
}

export const orders = law({
  label: { en: 'Orders per person', 'zh-CN': '人均订单数' },
  formula:
    '(a + b - 1) / (a - 1) (1 - (scale / (scale + time))^shape 2F1(shape, b; a + b - 1; time / (scale + time)))',
  source,
  unit: 'orders',
  arguments: {
    ...needs,
    a: { kind: 'positive', unit: 'shape', about: 'Chance of quitting after an order: Beta(a, b).' },
    b: { kind: 'positive', unit: 'shape', about: 'Chance of quitting after an order: Beta(a, b).' },
  },
  value: ({ shape, scale, time, a, b }) => {
    const at = (quit: number): number => {
      const none = (scale / (scale + time)) ** shape;
      const bought = 1 - none * hypergeometric(shape, b, quit + b - 1, time / (scale + time));
      return ((quit + b - 1) / (quit - 1)) * bought;
    };
    // The formula has a hole at a = 1 and where a + b is 1, not the law.
    const hole = Math.abs(a - 1) < 1e-5 || Math.abs(a + b - 1) < 1e-5;
    return hole ? (at(a - 1e-4) + at(a + 1e-4)) / 2 : at(a);
  },
});

export const noOrder = law({
  label: { en: 'Share that has bought nothing', 'zh-CN': '尚未购买者占比' },
  formula: '(scale / (scale + time))^shape',
  source,
  unit: 'share',
  arguments: needs,
  value: ({ shape, scale, time }) => (scale / (scale + time)) ** shape,
});

export const someOrder = law({
  label: { en: 'Share that has bought', 'zh-CN': '已购买者占比' },
  formula: '1 - (scale / (scale + time))^shape',
  source,
  unit: 'share',
  arguments: needs,
  value: ({ shape, scale, time }) => 1 - (scale / (scale + time)) ** shape,
});

export const priceResponse = law({
  label: { en: 'Change of units under another price list', 'zh-CN': '改变标价带来的销量变化' },
  formula: 'level^-elasticity - 1',
  source: 'Constant elasticity; Bijmolt, van Heerde and Pieters 2005, JMR 42(2):141',
  unit: 'share',
  arguments: {
    level: { kind: 'positive', unit: 'times', about: 'Prices in times the usual ones.' },
    elasticity: {
      kind: 'positive',
      unit: 'times',
      min: 0,
      about: 'Percent that units fall when prices rise by one.',
    },
  },
  value: ({ level, elasticity }) => level ** -elasticity - 1,
});
