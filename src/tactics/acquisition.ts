import { micros } from '../metrics/ledger.ts';
import type { Section, Values } from '../scenario/parameter.ts';
import type { Tactic } from './tactic.ts';

export const acquisitionParameters = {
  arrivals: {
    kind: 'rate',
    unit: 'per day',
    default: 1,
    range: [0.2, 10],
    min: 0,
    max: 1e6,
    chosen: true,
    known: 'assumption',
    source: 'Chosen by the operator.',
    about: 'Newcomers bought a day, as long as there are prospects left.',
  },
  cost: {
    kind: 'money',
    unit: 'currency per newcomer',
    default: 20,
    range: [5, 80],
    min: 0,
    max: 1e7,
    chosen: true,
    known: 'assumption',
    source: 'Chosen by the scenario.',
    about: 'Price of one bought newcomer.',
  },
  fit: {
    kind: 'signed',
    unit: 'log-odds',
    default: 0.4,
    range: [0.1, 0.8],
    min: -20,
    max: 20,
    chosen: false,
    known: 'assumption',
    source:
      'Sign: people who come by friends stay longer than those who were bought (Schmitt et al. 2011); size assumed.',
    about: 'Log-odds of falling silent that bought newcomers have over others.',
  },
} as const satisfies Section;
export type AcquisitionValues = Values<typeof acquisitionParameters>;

/** Bought newcomers: media and partners bring people in at a price. How they come in: behaviors/join.ts. */
export const acquisition: Tactic<typeof acquisitionParameters> = {
  name: 'acquisition',
  about: 'Newcomers bought through media and partners, at a price each.',
  parameters: acquisitionParameters,
  acts: {
    arrive(model, { name, values }) {
      const { arrivals, fit, cost } = values;
      model.offers.bought.push({ name, arrivals, fit, micro: micros(cost) });
    },
  },
};
