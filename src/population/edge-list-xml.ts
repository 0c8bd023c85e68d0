/**
 * GraphML and GEXF to ties: people are `<node id>`, ties are `<edge source target>`; all else is passed over.
 *
 * The elements are walked here rather than by graphology's parsers. Those stand on a document tree that mends broken
 * files and reports to the console, stop at valid files (`<key for="all">`), and write where a hostile file says
 * (`<key for="__proto__">`); and whoever reads a network before a simulation would load all of graphology.
 */
import type { NetworkDraft } from './edge-list-draft.ts';
import type { Problems } from './edge-list-problems.ts';
import { readTags, type Tag } from './edge-list-tags.ts';

/** The ties of a file, each with the place where it stands: people may come after them. */
interface FoundTies {
  readonly source: string[];
  readonly target: string[];
  readonly at: number[];
}

export function readXml(text: string, start: number, draft: NetworkDraft, problems: Problems): void {
  const places = new Places(text, start);
  const report = (at: number, rule: string, value?: string) => {
    const { line, column } = places.find(at);
    problems.add(line, column, rule, value);
  };
  const ties: FoundTies = { source: [], target: [], at: [] };
  let prefix = '';
  let first = true;
  const whole = readTags(text, start, report, (tag) => {
    if (first) {
      first = false;
      const [own, space = ''] = tag.name.split(':').reverse();
      prefix = space === '' ? '' : `${space}:`;
      if (own !== 'graphml' && own !== 'gexf') {
        report(
          tag.at,
          'a network file in XML is GraphML or GEXF and begins with that element',
          `<${tag.name}>`,
        );
        return false;
      }
    } else if (tag.name === `${prefix}node`) {
      readNode(tag, draft, report);
    } else if (tag.name === `${prefix}edge`) {
      readEdge(tag, ties, report);
    } else if (tag.name === `${prefix}hyperedge`) {
      report(tag.at, 'a tie has two people; a hyperedge cannot be read');
    }
    const tooMany = draft.excess(ties.at.length);
    if (tooMany !== null) report(tag.at, tooMany);
    return tooMany === null;
  });
  if (whole) addTies(ties, draft, report);
}

type Report = (at: number, rule: string, value?: string) => void;

function readNode({ attributes, at }: Tag, draft: NetworkDraft, report: Report): void {
  const id = attributes.get('id') ?? '';
  if (id === '') report(at, 'a node needs an id');
  else if (draft.has(id)) report(at, 'every node needs an id of its own', id);
  else draft.person(id);
}

function readEdge({ attributes, at }: Tag, ties: FoundTies, report: Report): void {
  const source = attributes.get('source') ?? '';
  const target = attributes.get('target') ?? '';
  if (source === '' || target === '') {
    report(at, `an edge needs a ${source === '' ? 'source' : 'target'}`);
    return;
  }
  ties.source.push(source);
  ties.target.push(target);
  ties.at.push(at);
}

function addTies({ source, target, at }: FoundTies, draft: NetworkDraft, report: Report): void {
  for (let t = 0; t < at.length; t++) {
    const unknown = [source[t], target[t]].find((id) => !draft.has(id));
    if (unknown === undefined) draft.tie(source[t], target[t]);
    else report(at[t], 'an edge must name the ids of two nodes', unknown);
  }
}

/** Line and column of places in a text. Asked for in any order, mostly forward. */
class Places {
  private readonly text: string;
  private readonly start: number;
  private line = 0;
  private lineStart = 0;
  private lineEnd = -1;

  constructor(text: string, start: number) {
    this.text = text;
    this.start = start;
  }

  find(at: number): { line: number; column: number } {
    if (this.line === 0 || at < this.lineStart) this.turnTo(1, this.start);
    while (this.lineEnd < at) this.turnTo(this.line + 1, this.lineEnd + 1);
    return { line: this.line, column: at - this.lineStart + 1 };
  }

  private turnTo(line: number, start: number): void {
    const end = this.text.indexOf('\n', start);
    this.line = line;
    this.lineStart = start;
    this.lineEnd = end < 0 ? this.text.length : end;
  }
}
