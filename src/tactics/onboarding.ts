import { AccountIndex, book, micros } from '../metrics/ledger.ts';
import type { Section, Values } from '../scenario/parameter.ts';
import type { Tactic } from './tactic.ts';

export const onboardingParameters = {
  introduction: {
    kind: 'chance',
    unit: 'chance',
    default: 0.8,
    range: [0.6, 0.95],
    chosen: true,
    known: 'assumption',
    source: 'Chosen by the operator.',
    about: 'Chance with the programme that a newcomer learns on the first day what is done here.',
  },
  benefits: {
    kind: 'chance',
    unit: 'chance',
    default: 0.7,
    range: [0.4, 0.9],
    chosen: true,
    known: 'assumption',
    source: 'Chosen by the operator.',
    about: 'Chance with the programme that a newcomer gets something of use on the first day.',
  },
  icebreaker: {
    kind: 'chance',
    unit: 'chance',
    default: 0.6,
    range: [0.3, 0.85],
    chosen: true,
    known: 'assumption',
    source: 'Chosen by the operator.',
    about: 'Chance with the programme that a newcomer meets somebody on the first day.',
  },
  replies: {
    kind: 'chance',
    unit: 'chance',
    default: 0.8,
    range: [0.4, 0.95],
    chosen: true,
    known: 'assumption',
    source: 'Chosen by the operator.',
    about: 'Chance that staff answer a first post which members left unanswered.',
  },
  cost: {
    kind: 'money',
    unit: 'currency per newcomer',
    default: 6,
    range: [2, 20],
    min: 0,
    max: 1e6,
    chosen: true,
    known: 'assumption',
    source: 'Chosen by the operator: some minutes of staff and a small gift.',
    about: 'Cost of taking one newcomer through the first day.',
  },
} as const satisfies Section;
export type OnboardingValues = Values<typeof onboardingParameters>;

/** An onboarding programme: newcomers are taken through their first day. What it changes: behaviors/onboard.ts. */
export const onboarding: Tactic<typeof onboardingParameters> = {
  name: 'onboarding',
  about:
    'A programme that takes newcomers through their first day: introduction, benefits, icebreaker, replies.',
  parameters: onboardingParameters,
  acts: {
    onboard(model, { values }) {
      const { introduction, benefits, icebreaker, replies, cost } = values;
      model.offers.programmes.push({ introduction, benefits, icebreaker, replies });
      for (const p of model.today.newcomers) {
        book(model.ledger, AccountIndex.onboardingCost, model.people.segment[p], micros(cost));
      }
    },
  },
};
