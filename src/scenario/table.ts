/**
 * The one parameter table: every number that a scenario file can settle, gathered from the sections beside the code
 * that reads them. Defaults, validation, ranges, `seedbed parameters`, `explain` and the JSON Schema all come from here.
 */

import { adResponseParameters } from '../behaviors/ad-response.parameters.ts';
import { buyParameters } from '../behaviors/buy.parameters.ts';
import { couponResponseParameters } from '../behaviors/coupon-response.parameters.ts';
import { engageParameters } from '../behaviors/engage.parameters.ts';
import { joinParameters } from '../behaviors/join.parameters.ts';
import { leaveParameters } from '../behaviors/leave.parameters.ts';
import { tiesParameters } from '../behaviors/meet.parameters.ts';
import { onboardParameters } from '../behaviors/onboard.parameters.ts';
import { shareParameters } from '../behaviors/share.parameters.ts';
import { trustParameters } from '../behaviors/trust.parameters.ts';
import { visitParameters } from '../behaviors/visit.parameters.ts';
import { communityParameters, networkParameters } from '../population/community.ts';
import { peopleParameters } from '../population/traits.ts';
import { tactics as everyTactic } from '../tactics/index.ts';
import type { Parameter, Section } from './parameter.ts';

/** A group of parameters that stand together in a file. */
export interface Group {
  /** Key of an arm's `sections`, or the tactic's name. */
  readonly name: string;
  /** Where it stands in a file: `leave`, `community.network`, `tactics.ads`. */
  readonly path: string;
  readonly about: string;
  readonly parameters: Section;
  /** The source file that lists the parameters, beside the code that reads them. */
  readonly file: string;
}

const group = (name: string, about: string, parameters: Section, file: string, path = name): Group => ({
  name,
  path,
  about,
  parameters,
  file: `src/${file}.ts`,
});

/** What every arm has, in the order of a day. */
export const sections: readonly Group[] = [
  group(
    'community',
    'Who is there on day 0, and who could come.',
    communityParameters,
    'population/community',
  ),
  group(
    'network',
    'The generator of ties, where no network file is given.',
    networkParameters,
    'population/community',
    'community.network',
  ),
  group(
    'people',
    'What people are like; a segment may change any of it.',
    peopleParameters,
    'population/traits',
  ),
  group(
    'join',
    'Who joins, of their own accord or on an invitation.',
    joinParameters,
    'behaviors/join.parameters',
  ),
  group(
    'onboard',
    'What a newcomer lives through on the first day.',
    onboardParameters,
    'behaviors/onboard.parameters',
  ),
  group('visit', 'Who comes on a day, and for how long.', visitParameters, 'behaviors/visit.parameters'),
  group(
    'engage',
    'Posting, asking, answering, and what it does to satisfaction.',
    engageParameters,
    'behaviors/engage.parameters',
  ),
  group(
    'ties',
    'How ties wake among people who could know each other, and fall asleep.',
    tiesParameters,
    'behaviors/meet.parameters',
  ),
  group(
    'adResponse',
    'What ads do to those who see them.',
    adResponseParameters,
    'behaviors/ad-response.parameters',
  ),
  group(
    'couponResponse',
    'Who uses a coupon, and when.',
    couponResponseParameters,
    'behaviors/coupon-response.parameters',
  ),
  group('buy', 'Needs, orders and their prices.', buyParameters, 'behaviors/buy.parameters'),
  group(
    'share',
    'What is forwarded to the outside, and how far it goes.',
    shareParameters,
    'behaviors/share.parameters',
  ),
  group(
    'leave',
    'Who falls silent, leaves for good or comes back.',
    leaveParameters,
    'behaviors/leave.parameters',
  ),
  group('trust', 'How trust falls and recovers.', trustParameters, 'behaviors/trust.parameters'),
];

/** What an operator can do. */
export const tactics: readonly Group[] = everyTactic.map(({ name, about, parameters }) =>
  group(name, about, parameters, `tactics/${name}`, `tactics.${name}`),
);

export interface Entry {
  /** `leave.perTie`, `community.network.ties`, `tactics.ads.load`. */
  readonly path: string;
  readonly section: Group;
  readonly name: string;
  readonly parameter: Parameter;
}

/** Every parameter there is, in the order of files. */
export const table: readonly Entry[] = [...sections, ...tactics].flatMap((section) =>
  Object.entries(section.parameters).map(([name, parameter]) => ({
    path: `${section.path}.${name}`,
    section,
    name,
    parameter,
  })),
);

const byPath = new Map(table.map((entry) => [entry.path, entry]));
const tacticByName = new Map(tactics.map((tactic) => [tactic.name, tactic]));

/** The entry at a path of the table; undefined if there is none. */
export function lookup(path: string): Entry | undefined {
  return byPath.get(path);
}

/** A tactic of the list by its name. */
export function findTactic(name: string): Group | undefined {
  return tacticByName.get(name);
}

/** A section by its name, one of those above. */
export function findSection(name: string): Group {
  const section = sections.find((candidate) => candidate.name === name);
  if (section === undefined) throw new Error(`no section ${name}`);
  return section;
}
