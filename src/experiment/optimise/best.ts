/** What was found as a scenario file that anybody can run again: the baseline and the winner, in the same worlds. */
import { stringify } from 'yaml';
import { isMapping, type Mapping } from '../../scenario/read.ts';
import type { Candidate } from './candidates.ts';
import { documentWith } from './documents.ts';

export interface Best {
  readonly document: Mapping;
  readonly baseline: Candidate;
  /** Null where the baseline itself is the best. */
  readonly winner: Candidate | null;
  readonly seed: string;
  readonly worlds: number;
  /** The command that found it. */
  readonly command: string;
  /** A network file as it is called from where the file will stand. */
  readonly network: (name: string) => string;
}

/** The text of the file. */
export function bestText({ document, baseline, winner, seed, worlds, command, network }: Best): string {
  const arms = [baseline, ...(winner === null ? [] : [winner])].map(({ entry }) => entry);
  const whole = inOrder(documentWith(document, arms));
  whole.seed = seed;
  whole.worlds = worlds;
  for (const place of [whole, ...arms]) moveNetwork(place, network);
  const comment = `# The best of the mixes that were tried, against the baseline. Found by:\n#   ${command.replace(/\s/g, ' ')}\n`;
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
