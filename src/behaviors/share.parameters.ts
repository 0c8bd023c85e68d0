import type { Section, Values } from '../scenario/parameter.ts';

export const shareParameters = {
  reach: {
    kind: 'positive',
    unit: 'further shares',
    default: 0.3,
    range: [0.2, 0.4],
    min: 0,
    max: 100,
    chosen: false,
    known: 'second-hand',
    source:
      'Goel, Watts and Goldstein 2012 and Goel et al. 2016: 95 % of shares go nowhere; negative binomial R = .30 fits all published shares at once.',
    about: 'Mean number of people outside who see and pass on one share.',
  },
  dispersion: {
    kind: 'positive',
    unit: 'shape',
    default: 0.018,
    range: [0.012, 0.03],
    min: 0.001,
    max: 10_000,
    chosen: false,
    known: 'second-hand',
    source: 'As share.reach: k = .018; Poisson sharing (k large) is ruled out.',
    about: 'Dispersion k of the offspring law: small is a heavy tail.',
  },
  views: {
    kind: 'positive',
    unit: 'views',
    default: 12,
    range: [5, 30],
    min: 0,
    max: 10_000,
    chosen: false,
    known: 'assumption',
    source: 'Assumption.',
    about: 'People outside who see one share without passing it on.',
  },
  open: {
    kind: 'switch',
    unit: 'on or off',
    default: 1,
    range: [1, 1],
    chosen: true,
    known: 'assumption',
    source: 'Chosen by the scenario.',
    about: "Whether the public audience beyond people's own ties can join when content reaches it.",
  },
} as const satisfies Section;
export type ShareValues = Values<typeof shareParameters>;
