/** The network of a world as a file: GEXF, GraphML or comma-separated values. */
import { type Cell, csv } from './csv.ts';

export const networkFormats = ['gexf', 'graphml', 'edges', 'nodes'] as const;
export type NetworkFormat = (typeof networkFormats)[number];

export interface NetworkPerson {
  readonly id: number;
  readonly segment: string;
  readonly status: string;
}

export interface NetworkTie {
  readonly source: number;
  readonly target: number;
  /** Both are members and have met. */
  readonly awake: boolean;
}

export interface NetworkDrawn {
  readonly title: string;
  readonly people: readonly NetworkPerson[];
  readonly ties: readonly NetworkTie[];
}

export const endings: Readonly<Record<NetworkFormat, string>> = {
  gexf: '.gexf',
  graphml: '.graphml',
  edges: '-ties.csv',
  nodes: '-people.csv',
};

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML: signs that XML forbids are left out. */
const xml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be left out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replace(/[&<>"]/g, (sign) => entities[sign]);

export function networkFile(network: NetworkDrawn, format: NetworkFormat): string {
  const { people, ties } = network;
  if (format === 'gexf') return gexf(network);
  if (format === 'graphml') return graphml(network);
  const rows: readonly (readonly Cell[])[] =
    format === 'nodes'
      ? [['id', 'segment', 'status'], ...people.map(({ id, segment, status }) => [id, segment, status])]
      : [
          ['source', 'target', 'awake'],
          ...ties.map(({ source, target, awake }) => [source, target, awake ? 1 : 0]),
        ];
  return csv(rows);
}

function gexf({ title, people, ties }: NetworkDrawn): string {
  const nodes = people.map(
    ({ id, segment, status }) =>
      `<node id="${id}" label="${id}"><attvalues><attvalue for="0" value="${xml(segment)}"/><attvalue for="1" value="${xml(status)}"/></attvalues></node>`,
  );
  const edges = ties.map(
    ({ source, target, awake }, i) =>
      `<edge id="${i}" source="${source}" target="${target}"><attvalues><attvalue for="0" value="${awake}"/></attvalues></edge>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>Seedbed</creator><description>${xml(title)}</description></meta>
<graph defaultedgetype="undirected">
<attributes class="node"><attribute id="0" title="segment" type="string"/><attribute id="1" title="status" type="string"/></attributes>
<attributes class="edge"><attribute id="0" title="awake" type="boolean"/></attributes>
<nodes>
${nodes.join('\n')}
</nodes>
<edges>
${edges.join('\n')}
</edges>
</graph>
</gexf>
`;
}

function graphml({ title, people, ties }: NetworkDrawn): string {
  const nodes = people.map(
    ({ id, segment, status }) =>
      `<node id="n${id}"><data key="segment">${xml(segment)}</data><data key="status">${xml(status)}</data></node>`,
  );
  const edges = ties.map(
    ({ source, target, awake }) =>
      `<edge source="n${source}" target="n${target}"><data key="awake">${awake}</data></edge>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<desc>${xml(title)}</desc>
<key id="segment" for="node" attr.name="segment" attr.type="string"/>
<key id="status" for="node" attr.name="status" attr.type="string"/>
<key id="awake" for="edge" attr.name="awake" attr.type="boolean"/>
<graph edgedefault="undirected">
${nodes.join('\n')}
${edges.join('\n')}
</graph>
</graphml>
`;
}
