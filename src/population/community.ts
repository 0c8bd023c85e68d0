import type { Section, Values } from '../scenario/parameter.ts';

/** Who is there on day 0, and who could come. The shares of segments and the network stand beside these in a file. */
export const communityParameters = {
  members: {
    kind: 'count',
    unit: 'people',
    default: 1500,
    range: [200, 20_000],
    min: 0,
    max: 5_000_000,
    chosen: true,
    known: 'assumption',
    source: 'Chosen by the scenario; 1,500 is a large private group with its sister groups.',
    about: 'People inside on day 0: survivors of an earlier time, not fresh installs.',
  },
  prospects: {
    kind: 'count',
    unit: 'people',
    default: 1000,
    range: [200, 40_000],
    min: 0,
    max: 5_000_000,
    chosen: true,
    known: 'assumption',
    source:
      'Chosen by the scenario: it sets the ceiling of growth, so a run warns when most of them have joined.',
    about: 'People outside who could be reached and could join.',
  },
  outsiders: {
    kind: 'count',
    unit: 'people',
    default: 0,
    range: [0, 1000],
    min: 0,
    max: 5_000_000,
    chosen: true,
    known: 'assumption',
    source: 'Chosen by the scenario.',
    about:
      'People outside the reachable market: they know nobody here and never join, so their number changes no outcome.',
  },
  tenure: {
    kind: 'days',
    unit: 'days',
    default: 180,
    range: [60, 720],
    min: 0,
    max: 30_000,
    chosen: false,
    known: 'assumption',
    source:
      'Assumption: a community worth monetizing has run for months. Founders are survivors: exit ~ Beta(alpha, beta + tenure).',
    about: 'How long founding members have been inside on day 0.',
  },
  awake: {
    kind: 'chance',
    unit: 'chance',
    default: 0.4,
    range: [0.2, 0.65],
    chosen: false,
    known: 'assumption',
    source:
      'Assumption: no published share of possible ties that are live inside a brand community was found.',
    about: 'Chance that two founding members who could know each other have met before day 0.',
  },
} as const satisfies Section;
export type CommunityValues = Values<typeof communityParameters>;

/** The generator of ties, where no network file is given (`community.network`). */
export const networkParameters = {
  kind: {
    kind: 'choice',
    unit: 'generator',
    default: 3,
    range: [3, 3],
    chosen: true,
    known: 'assumption',
    options: ['random', 'small world', 'preferential', 'clustered', 'blocks', 'none'],
    source: 'Holme and Kim 2002 growth with closure: real networks are skewed and clustered (SNAP, KONECT).',
    about:
      'How ties are drawn: random, small world, preferential, clustered (preferential with closed triangles), blocks, none.',
  },
  ties: {
    kind: 'positive',
    unit: 'ties per person',
    default: 8,
    range: [4, 16],
    min: 0,
    max: 2000,
    chosen: false,
    known: 'assumption',
    source: 'Assumption; measured networks run from 5 (Youtube) to 44 (ego-Facebook) ties a person.',
    about: 'Mean number of people here whom a person could know.',
  },
  rewire: {
    kind: 'chance',
    unit: 'chance',
    default: 0.1,
    range: [0.02, 0.3],
    chosen: false,
    known: 'assumption',
    source: 'Watts and Strogatz 1998 show small worlds from .01 to .3.',
    about: 'Small world only: chance that a tie is rewired to anybody.',
  },
  closure: {
    kind: 'chance',
    unit: 'chance',
    default: 0.5,
    range: [0.25, 0.8],
    chosen: false,
    known: 'assumption',
    source: 'Assumption; gives clustering inside the measured band .06 to .6.',
    about: 'Clustered only: chance that a further tie of a newcomer closes a triangle.',
  },
  homophily: {
    kind: 'share',
    unit: 'share',
    default: 0.3,
    range: [0.1, 0.6],
    chosen: false,
    known: 'assumption',
    source: 'Assumption: the sign is settled (birds of a feather), the size differs by trait.',
    about: 'Share of ties kept within a segment beyond what chance gives.',
  },
} as const satisfies Section;
export type NetworkValues = Values<typeof networkParameters>;
