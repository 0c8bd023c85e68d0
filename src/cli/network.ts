import { describeNetwork, type NetworkDescription } from '../population/describe.ts';
import { readNetwork } from '../population/edge-list.ts';
import type { Locale } from '../report/format.ts';
import { CommandFailure, Exit } from './errors.ts';
import { languageOf, NETWORK_MIB, networkProblems } from './load.ts';
import type { CommonOptions } from './options.ts';
import { readText } from './read.ts';
import { tableLines } from './table.ts';
import { Terminal } from './terminal.ts';

/** What a network file holds, in figures. */
export async function network(file: string, options: CommonOptions): Promise<void> {
  const terminal = new Terminal(options);
  const { ties, notes } = read(file, languageOf(options));
  const description = describeNetwork(ties);
  if (terminal.json) {
    await terminal.printJson({ schema: 'seedbed/network@1', file, ...description, notes });
    return;
  }
  await terminal.print(`${textOf(description).join('\n')}\n`);
  for (const note of notes) terminal.say(note);
}

function read(file: string, locale: Locale) {
  try {
    return readNetwork(readText(file, NETWORK_MIB), file);
  } catch (error) {
    throw new CommandFailure(Exit.invalid, networkProblems(file, error, locale).join('\n'), {
      cause: error,
    });
  }
}

function textOf(description: NetworkDescription): string[] {
  const { degreeQuantiles: degrees, tail } = description;
  const rows = [
    ['people', whole(description.people)],
    ['ties', whole(description.ties)],
    ['density', figure(description.density)],
    ['ties of a person, mean', figure(description.meanDegree)],
    ['  5% .. median .. 95%', `${degrees['.05']} .. ${description.medianDegree} .. ${degrees['.95']}`],
    ['  most', whole(description.maxDegree)],
    ['  of a friend, mean', figure(description.friendDegree)],
    ['  people with more than 4', share(description.shareOver4)],
    ['  people with more than 6', share(description.shareOver6)],
    ['clustering, mean local', figure(description.meanLocalClustering)],
    ['clustering, of all triples', figure(description.transitivity)],
    ['assortativity by degree', figure(description.degreeAssortativity)],
    ['components', whole(description.components)],
    ['people in the largest', share(description.largestShare)],
    ['distance, mean', figure(description.meanDistance)],
    ['distance of 9 in 10 pairs', figure(description.distance90)],
    ['distances measured from', `${whole(description.distanceSources)} people`],
    ['tail of degrees, exponent', tail === null ? '–' : `${figure(tail.exponent)} from ${tail.from} ties on`],
  ];
  const columns = [
    { title: '', align: 'left' },
    { title: '', align: 'left' },
  ] as const;
  return tableLines(columns, rows).slice(1);
}

const whole = (value: number) => value.toLocaleString('en');
const figure = (value: number | null) => (value === null ? '–' : String(Number(value.toPrecision(4))));
const share = (value: number) => `${figure(value * 100)}%`;
