import type { Section, Values } from '../scenario/parameter.ts';

export const tiesParameters = {
  chat: {
    kind: 'chance',
    unit: 'chance per visit',
    default: 0.5,
    range: [0.3, 0.75],
    chosen: false,
    known: 'assumption',
    source: 'Assumption.',
    about: 'Chance that a visitor looks up one of the people they could know.',
  },
  wake: {
    kind: 'chance',
    unit: 'chance',
    default: 0.15,
    range: [0.05, 0.35],
    chosen: false,
    known: 'assumption',
    source: 'Assumption.',
    about: 'Chance that two visitors who could know each other, and look each other up, become friends here.',
  },
  closure: {
    kind: 'chance',
    unit: 'chance',
    default: 0.1,
    range: [0.03, 0.3],
    chosen: false,
    known: 'assumption',
    source: 'Assumption; triad closure as such is the best-established rule of tie growth.',
    about: "Chance that a chat with a friend wakes a tie with one of that friend's friends.",
  },
  sleep: {
    kind: 'days',
    unit: 'days',
    default: 90,
    range: [45, 180],
    min: 1,
    max: 3650,
    chosen: false,
    known: 'assumption',
    source: 'Assumption: ties decay without contact.',
    about: 'Days without contact after which a tie has fallen asleep.',
  },
} as const satisfies Section;
export type TiesValues = Values<typeof tiesParameters>;
