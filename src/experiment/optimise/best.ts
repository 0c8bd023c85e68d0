/** What was found as a scenario file that anybody can run again: the baseline and another mix, in the same worlds. */
import { stringify } from 'yaml';
import { isMapping, type Mapping } from '../../scenario/read.ts';
import type { Candidate } from './candidates.ts';
import { documentWith } from './documents.ts';

export interface Best {
  readonly document: Mapping;
  readonly baseline: Candidate;
  /** The winner, or what came nearest to it where the baseline itself is the best. */
  readonly other: Candidate;
  readonly isWinner: boolean;
  readonly seed: string;
  readonly worlds: number;
  /** The command that found it. */
  readonly command: string;
  /** A network file as it is called from where the file will stand. */
  readonly network: (name: string) => string;
}

/** The text of the file. */
export function bestText(best: Best): string {
  const { document, baseline, other, isWinner, seed, worlds, command, network } = best;
  const arms = [baseline, other].map(({ entry }) => entry);
  const whole = inOrder(documentWith(document, arms));
  whole.seed = seed;
  whole.worlds = worlds;
  for (const place of [whole, ...arms]) moveNetwork(place, network);
  const what = isWinner
    ? 'The best of the mixes that were tried, against the baseline.'
    : 'No mix that was tried beats the baseline. Beside it stands the one that came nearest.';
  const comment = `# ${what} Found by:\n#   ${command.replace(/\s/g, ' ')}\n`;
  return comment + stringify(whole, { lineWidth: 120, aliasDuplicateObjects: false });
}

/** What a reader looks for first. */
const FIRST: readonly string[] = [
  'seedbed',
  'title',
  'question',
  'summary',
  'horizon',
  'currency',
  'seed',
  'worlds',
];

function inOrder(document: Mapping): Mapping {
  const names = Object.keys(document);
  const ordered = [...FIRST.filter((name) => names.includes(name)), ...names];
  return Object.fromEntries(ordered.map((name) => [name, document[name]]));
}

function moveNetwork(place: Mapping, network: Best['network']): void {
  const { community } = place;
  if (isMapping(community) && typeof community.network === 'string')
    place.community = { ...community, network: network(community.network) };
}
