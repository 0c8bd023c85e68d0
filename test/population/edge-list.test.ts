import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import { parse as parseGexf, write as writeGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import { describe, expect, test } from 'vitest';
import { toGraph } from '../../src/population/describe.ts';
import { NetworkFileError, readNetwork } from '../../src/population/edge-list.ts';
import { generateNetwork } from '../../src/population/networks.ts';
import type { Ties } from '../../src/population/ties.ts';
import { seedWords } from '../../src/random/keys.ts';

const fixture = (name: string) => readFileSync(`test/fixtures/networks/${name}`, 'utf8');

/** Ties by name, each once. */
function pairsOf({ ties, names }: { ties: Ties; names: readonly string[] }): string[] {
  const pairs: string[] = [];
  for (let p = 0; p < ties.people; p++) {
    for (let t = ties.offsets[p]; t < ties.offsets[p + 1]; t++) {
      if (ties.friends[t] > p) pairs.push(`${names[p]}-${names[ties.friends[t]]}`);
    }
  }
  return pairs;
}

const read = (text: string, fileName = 'friends.txt') => readNetwork(text, fileName);
const readPairs = (text: string, fileName?: string) => pairsOf(read(text, fileName));

/** What is wrong with a file, one line each. */
function wrongs(text: string, fileName = 'friends.txt'): string[] {
  try {
    readNetwork(text, fileName);
  } catch (error) {
    if (error instanceof NetworkFileError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('a plain list', () => {
  test('has two people on a line', () => {
    const { ties, names, notes } = read('a b\nb c\n');
    expect(names).toEqual(['a', 'b', 'c']);
    expect([...ties.offsets]).toEqual([0, 1, 3, 4]);
    expect([...ties.friends]).toEqual([1, 0, 2, 1]);
    expect(notes).toEqual([]);
  });

  test('numbers people in order of first appearance, whatever their names', () => {
    expect(read('30 7\n7 100\n2 30\n').names).toEqual(['30', '7', '100', '2']);
  });

  test('passes over comments, empty lines, spaces, tabs and whatever follows the second name', () => {
    const text = '# friends\n% of 2024\n\n  a\t b \n\t\na   c 0.5 close\nb c # met at work\n';
    expect(readPairs(text)).toEqual(['a-b', 'a-c', 'b-c']);
  });

  test('begins with a byte order mark, ends lines with CRLF, or ends without a line end', () => {
    expect(readPairs('\uFEFFa b\r\nb c\r\n')).toEqual(['a-b', 'b-c']);
    expect(readPairs('\uFEFFa b\r\nb c')).toEqual(['a-b', 'b-c']);
    expect(read('\uFEFFa b').names).toEqual(['a', 'b']);
    expect(readPairs('source,target\r\n"a","b"\r\n', 'f.csv')).toEqual(['a-b']);
  });

  test('may put names in quotes', () => {
    expect(read('"Ann Lee" Bob\nBob "a ""nick"" name"').names).toEqual(['Ann Lee', 'Bob', 'a "nick" name']);
  });

  test('may begin with a line that names the columns', () => {
    expect(readPairs('source target\na b\n')).toEqual(['a-b']);
    expect(readPairs('From\tTo\tSince\na\tb\t2020\n')).toEqual(['a-b']);
  });

  test('is read whatever its name ends with, and keeps commas within a name', () => {
    expect(readPairs('a b', 'friends')).toEqual(['a-b']);
    expect(readPairs('a b', 'friends.edges')).toEqual(['a-b']);
    expect(readPairs("1 2 {'weight': 3, 'since': 4}", 'friends.edgelist')).toEqual(['1-2']);
  });

  test('leaves out ties with oneself and repeated ties, and says how many', () => {
    const { ties, names, notes } = read('a a\na b\nb a\na b\nc c\nb c\nb c');
    expect(names).toEqual(['a', 'b', 'c']);
    expect(ties.friends).toHaveLength(4);
    expect(notes).toEqual([
      '2 ties of a person with themselves left out',
      '3 ties left out that repeat another',
    ]);
    expect(read('a b\na b\na a').notes).toEqual([
      '1 tie of a person with themselves left out',
      '1 tie left out that repeats another',
    ]);
  });

  test('keeps a person whose only tie is with themselves', () => {
    expect(read('a a').ties.people).toBe(1);
  });

  test('takes names of built-in properties for names', () => {
    const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length'];
    const text = names.map((name, i) => `${name} ${names[(i + 1) % names.length]}`).join('\n');
    expect(read(text).names).toEqual(names);
    expect(read(text).ties.friends).toHaveLength(12);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('CSV', () => {
  test('takes the first two columns when none is called source and target, or from and to', () => {
    expect(readPairs('person,friend,since\na,b,2020\nb,c,2021\n', 'friends.csv')).toEqual(['a-b', 'b-c']);
  });

  test('takes the columns of these names wherever they stand', () => {
    expect(readPairs('id,Source,weight,TARGET\n1,a,3,b\n2,b,1,c\n', 'friends.csv')).toEqual(['a-b', 'b-c']);
    expect(readPairs('since,to,from\n2020,a,b\n', 'friends.csv')).toEqual(['b-a']);
  });

  test('is told by its first line where the file is not called .csv', () => {
    expect(readPairs('source,target\nAnn Lee,Bob\n', 'friends.txt')).toEqual(['Ann Lee-Bob']);
    expect(readPairs('source;target\na;b\n', 'friends.txt')).toEqual(['a-b']);
    expect(readPairs('source;target\na 1;b\n', 'friends.csv')).toEqual(['a 1-b']);
  });

  test('keeps commas, spaces and quotes within quotes, and no spaces around fields', () => {
    expect(read('source,target\n" Lee, Ann " , Bob \nBob,"say ""hi"""\n', 'f.csv').names).toEqual([
      ' Lee, Ann ',
      'Bob',
      'say "hi"',
    ]);
  });

  test('may be separated by tabs', () => {
    expect(readPairs('source\ttarget\nAnn Lee\tBob\n', 'friends.tsv')).toEqual(['Ann Lee-Bob']);
    expect(readPairs('source\ttarget\nAnn Lee\tBob\n', 'friends.csv')).toEqual(['Ann Lee-Bob']);
  });

  test('needs a first line that names the columns', () => {
    const rule = 'the first line must name the columns, as in source,target';
    expect(wrongs('1,2\n2,3\n', 'f.csv')).toEqual([`f.csv:1:1 ${rule}; got "1,2"`]);
    expect(wrongs('Ann,Bob\nBob,Cid\n', 'f.csv')).toEqual([
      `f.csv:1:1 ${rule}, and no person of the file; got "Bob"`,
    ]);
    expect(wrongs('people\na\n', 'f.csv')[0]).toBe(`f.csv:1:1 ${rule}; got "people"`);
  });

  test('may call its columns like people who are not in the file, or people like known columns', () => {
    expect(readPairs('source,target\nsource,target\n', 'f.csv')).toEqual(['source-target']);
  });
});

describe('a malformed line', () => {
  test('is named with its place, the rule and what stands there', () => {
    expect(wrongs('a b\n17\nb c\n')).toEqual(['friends.txt:2:1 a tie needs two people on a line; got "17"']);
    expect(wrongs('a b\n   17  \n')).toEqual(['friends.txt:2:4 a tie needs two people on a line; got "17"']);
    expect(wrongs('source,target\na,\n,b\n"",c\n', 'f.csv')).toEqual([
      'f.csv:2:3 a tie needs two people on a line; got "a,"',
      'f.csv:3:1 a tie needs two people on a line; got ",b"',
      'f.csv:4:1 a tie needs two people on a line; got "\\"\\",c"',
    ]);
  });

  test('tells a tie from a comment', () => {
    expect(wrongs('a #b')).toEqual(['friends.txt:1:1 a tie needs two people on a line; got "a #b"']);
  });

  test('does not hide the next one: every one is named', () => {
    const [error] = [1].map(() => {
      try {
        return readNetwork('a b\nc\n"d e\nf "g"h\n', 'x.txt');
      } catch (thrown) {
        return thrown as NetworkFileError;
      }
    });
    expect(error).toBeInstanceOf(NetworkFileError);
    expect((error as NetworkFileError).problems).toEqual([
      { line: 2, column: 1, path: '', message: 'a tie needs two people on a line; got "c"', value: 'c' },
      {
        line: 3,
        column: 1,
        path: '',
        message: 'a quote must end on the line where it begins; got "\\"d e"',
        value: '"d e',
      },
      { line: 4, column: 6, path: '', message: 'a space must follow a quoted field; got "h"', value: 'h' },
    ]);
    expect((error as NetworkFileError).fileName).toBe('x.txt');
  });

  test('is named up to twenty times, then counted', () => {
    const lines = wrongs('17\n'.repeat(20));
    expect(lines).toHaveLength(20);
    const more = wrongs('17\n'.repeat(23));
    expect(more).toHaveLength(21);
    expect(more[20]).toBe('friends.txt:21:1 and 3 more problems');
    expect(wrongs('17\n'.repeat(21))[20]).toBe('friends.txt:21:1 and 1 more problem');
  });

  test('may have a quote too few or something behind it', () => {
    expect(wrongs('source,target\n"a"x,b\n', 'f.csv')).toEqual([
      'f.csv:2:4 a comma must follow a quoted field; got "x,b"',
    ]);
    expect(wrongs('source;target\n"a"x;b\n', 'f.csv')).toEqual([
      'f.csv:2:4 a semicolon must follow a quoted field; got "x;b"',
    ]);
    expect(wrongs('source\ttarget\n"a"x\tb\n', 'f.tsv')).toEqual([
      'f.tsv:2:4 a tab must follow a quoted field; got "x\\tb"',
    ]);
  });

  test('may be too long or have too many fields', () => {
    expect(wrongs(`a b\na ${'b'.repeat(4095)}\n`)).toEqual([
      'friends.txt:2:4097 a line may hold 4096 characters; got 4097',
    ]);
    expect(readPairs(`a ${'b'.repeat(4094)}\n`)).toHaveLength(1);
    expect(wrongs('1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17')).toEqual([
      'friends.txt:1:40 a line may hold 16 fields',
    ]);
    expect(readPairs('1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16')).toEqual(['1-2']);
    expect(wrongs(`source,target\n${','.repeat(16)}\n`, 'f.csv')).toEqual([
      'f.csv:2:17 a line may hold 16 fields',
    ]);
  });

  test('may hold what is no text', () => {
    expect(wrongs('a b\nc\0 d\n')).toEqual([
      'friends.txt:2:2 a NUL character stands in the line; is this a text file?',
    ]);
    expect(wrongs('J\uFFFDrg b\n')).toEqual([
      'friends.txt:1:2 a character is not UTF-8; save the file as UTF-8',
    ]);
    expect(wrongs('a b\rc d\r')).toEqual([
      'friends.txt:1:4 a carriage return stands in the line; end lines with LF or CRLF',
    ]);
  });

  test('shows a long value cut', () => {
    expect(wrongs('x'.repeat(100))).toEqual([
      `friends.txt:1:1 a tie needs two people on a line; got "${'x'.repeat(40)}..."`,
    ]);
  });
});

describe('a file', () => {
  test('in UTF-16 is named so, with and without a byte order mark', () => {
    const utf16 = Buffer.from('a b\nb c\n', 'utf16le');
    const message = 'friends.txt:1:1 the file is in UTF-16; save it as UTF-8';
    expect(wrongs(utf16.toString('utf8'))).toEqual([message]);
    for (const text of ['a b\nb c\n', '张伟 李娜\n']) {
      expect(wrongs(Buffer.from(`\uFEFF${text}`, 'utf16le').toString('utf8'))).toEqual([message]);
    }
  });

  test('without content, or without people, is said to be empty', () => {
    for (const text of ['', '\uFEFF', ' \n\t\r\n']) {
      expect(wrongs(text)).toEqual(['friends.txt:1:1 the file is empty']);
    }
    for (const text of ['# nobody\n', '<graphml><graph/></graphml>']) {
      expect(wrongs(text)).toEqual(['friends.txt:1:1 there are no people in the file']);
    }
    expect(wrongs('source,target\n', 'f.csv')).toEqual(['f.csv:1:1 there are no people in the file']);
  });

  test('may hold so many ties and people and no more', () => {
    const message = (text: string, limits: { ties: number; people: number }) => {
      try {
        readNetwork(text, 'f.txt', limits);
        return 'read';
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(message('a b\nb c\nc a\n', { ties: 3, people: 3 })).toBe('read');
    expect(message('a b\nb c\nc a\nc b\n', { ties: 3, people: 3 })).toBe(
      'f.txt:4:1 a file may hold 3 ties, and this has more',
    );
    expect(message('a b\nb c\nc d\nd e\n', { ties: 9, people: 3 })).toBe(
      'f.txt:3:1 a file may hold 3 people, and this has more',
    );
    const xml = '<graphml><graph><node id="a"/><node id="b"/><edge source="a" target="b"/></graph></graphml>';
    expect(message(xml, { ties: 1, people: 2 })).toBe('read');
    expect(message(xml, { ties: 0, people: 2 })).toBe('f.txt:1:45 a file may hold 0 ties, and this has more');
    expect(message(xml, { ties: 1_000_000, people: 1 })).toBe(
      'f.txt:1:31 a file may hold 1 people, and this has more',
    );
  });
});

describe('GraphML and GEXF', () => {
  test.each(['blocks.graphml', 'blocks.gexf'])(
    'as networkx writes them (%s) hold the ties of the plain list',
    (name) => {
      const sorted = (pairs: string[]) => pairs.map((pair) => pair.split('-').sort().join('-')).sort();
      const xml = read(fixture(name), name);
      expect(xml.ties.people).toBe(90);
      expect(sorted(pairsOf(xml))).toEqual(sorted(readPairs(fixture('blocks.txt'))));
    },
  );

  test('give what graphology reads from them', () => {
    const graphml = parseGraphml(UndirectedGraph, fixture('blocks.graphml'));
    const gexf = parseGexf(UndirectedGraph, fixture('blocks.gexf'));
    for (const [name, graph] of [['blocks.graphml', graphml] as const, ['blocks.gexf', gexf] as const]) {
      const { ties, names } = read(fixture(name), name);
      expect(names).toEqual(graph.nodes());
      expect(ties.friends).toHaveLength(2 * graph.size);
      for (const pair of pairsOf({ ties, names })) {
        const [p, q] = pair.split('-');
        expect(graph.hasUndirectedEdge(p, q)).toBe(true);
      }
    }
  });

  test('come back from what graphology writes', () => {
    const people = {
      count: 60,
      keys: Uint32Array.from({ length: 60 }, (_, p) => p),
      segment: new Uint8Array(60),
      segments: 1,
    };
    const spec = { kind: 'clustered', ties: 4, rewire: 0, closure: 0.5, homophily: 0 } as const;
    const ties = generateNetwork(spec, people, seedWords('gexf'), 0);
    const names = Array.from({ length: 60 }, (_, p) => `<"${p}" & 'co'>`);
    const back = read(writeGexf(toGraph(ties, names)), 'friends.gexf');
    expect(back.names).toEqual(names.map((_, p) => String(p)));
    expect(back.ties).toEqual(ties);
  });

  test('may have prefixes, other elements, either quotes, comments, raw text and references', () => {
    const text = `\uFEFF<?xml version="1.0"?>
      <!-- <node id="not me"/> -->
      <g:graphml xmlns:g="http://graphml.graphdrawing.org/xmlns" xmlns:y="other">
        <g:key for="all" id="d0"/><g:key for='__proto__' id='polluted' attr.name='x'/>
        <g:graph edgedefault='directed'>
          <g:node id='a&amp;b'><g:data key="d0"><![CDATA[<node id="nor me"/>]]></g:data><y:node id="nor me"/></g:node>
          <g:edge source="a&amp;b" target="&#x42;&#67;" />
          <g:node id = "BC"/>
        </g:graph>
      </g:graphml>`;
    const network = read(text, 'friends');
    expect(network.names).toEqual(['a&b', 'BC']);
    expect(network.ties.friends).toHaveLength(2);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('count a tie once in whichever direction it stands', () => {
    const { ties, notes } = read(
      '<gexf><graph><nodes><node id="a"/><node id="b"/></nodes><edges><edge source="a" target="b"/><edge source="b" target="a"/><edge source="a" target="a"/></edges></graph></gexf>',
    );
    expect(ties.friends).toHaveLength(2);
    expect(notes).toHaveLength(2);
  });

  test('are told from a plain list by the name of the file as well', () => {
    expect(wrongs('a b', 'f.graphml')).toEqual(['f.graphml:1:1 there is no element in the file']);
  });

  test('have problems named with their place, all at once', () => {
    const text = `<graphml><graph>
<node id="a"/><node/>
<node id="a"/>
<edge source="a" target="z"/>
<edge source="a"/><edge target="a"/>
<hyperedge/>
</graph></graphml>`;
    expect(wrongs(text, 'f.graphml')).toEqual([
      'f.graphml:2:15 a node needs an id',
      'f.graphml:3:1 every node needs an id of its own; got "a"',
      'f.graphml:4:1 an edge must name the ids of two nodes; got "z"',
      'f.graphml:5:1 an edge needs a target',
      'f.graphml:5:19 an edge needs a source',
      'f.graphml:6:1 a tie has two people; a hyperedge cannot be read',
    ]);
  });

  test.each([
    ['<graphml><edge source="a" target="b"/>', '1:39 <graphml> is not closed'],
    ['<graphml><graph>', '1:17 <graph> is not closed'],
    ['<graphml><graph></graphml>', '1:17 </graph> must stand here; got "</graphml"'],
    ['<graphml/></graphml>', '1:11 there is nothing to close here; got "</graphml"'],
    ['<graphml/><graphml/>', '1:11 only one element may stand on its own'],
    ['<graphml/> and more', '1:11 text must not stand outside of the first element; got "and more"'],
    [
      '<graphml><node id=1/></graphml>',
      '1:15 <node> must go on with name="value" or end with >; got " id=1/></graphml>"',
    ],
    ['<graphml><node id="1" id="2"/></graphml>', '1:23 <node> must have an attribute only once; got "id"'],
    [
      '<graphml><node id="1></graphml>',
      '1:15 <node> must go on with name="value" or end with >; got " id=\\"1></graphml>"',
    ],
    ['<graphml>< node/></graphml>', '1:10 a name must follow <; got "< node/></"'],
    ['<graphml><!-- -></graphml>', '1:10 <!-- must end with -->'],
    [
      '<html><body/></html>',
      '1:1 a network file in XML is GraphML or GEXF and begins with that element; got "<html>"',
    ],
  ])('that are broken are refused: %s', (text, message) => {
    expect(wrongs(text, 'f.xml')).toEqual([`f.xml:${message}`]);
  });

  test('that define entities or point elsewhere are refused before anything grows', () => {
    const laughs = `<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
<graphml><graph><node id="&b;"/></graph></graphml>`;
    expect(wrongs(laughs, 'f.graphml')).toEqual([
      'f.graphml:2:1 a network file must not declare anything (<!DOCTYPE, <!ENTITY); got "<!DOCTYPE lolz [<!ENTITY a \\"ha\\"><!ENTITY..."',
    ]);
    expect(wrongs('<graphml><node id="&b;"/></graphml>', 'f.graphml')[0]).toContain(
      'f.graphml:1:16 only &amp; &lt; &gt; &quot; &apos; and numbered characters may follow &',
    );
    expect(wrongs('<graphml><node id="&#0;"/></graphml>', 'f.graphml')).toHaveLength(1);
    expect(wrongs('<graphml><node id="&#1114112;"/></graphml>', 'f.graphml')).toHaveLength(1);
  });

  test('that nest without end, or put all on one line, take no time', () => {
    const start = performance.now();
    expect(wrongs(`<graphml>${'<a>'.repeat(1_000_000)}`, 'f.graphml')).toEqual([
      'f.graphml:1:307 elements may stand 100 deep in each other',
    ]);
    expect(
      wrongs(`<graphml>${'<edge source="a" target="b"/>'.repeat(100_000)}</graphml>`, 'f.graphml'),
    ).toHaveLength(21);
    expect(wrongs(`<graphml a${' '.repeat(1_000_000)}`, 'f.graphml')).toHaveLength(1);
    expect(wrongs(`<graphml ${'a="b" '.repeat(10)}a`, 'f.graphml')).toHaveLength(1);
    // A second is many times what it takes; a search that turns back on itself would take hours.
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('any text', () => {
  const survives = (text: string, name: string) => {
    try {
      const { ties, names } = readNetwork(text, name);
      return names.length === ties.people && new Set(names).size === names.length;
    } catch (error) {
      return error instanceof NetworkFileError && error.problems.length > 0 && error.problems.length <= 21;
    }
  };
  const anyName = fc.constantFrom('f.txt', 'f.csv', 'f.tsv', 'f.graphml', 'f.gexf', 'f');

  test('is a network or a list of problems', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), anyName, survives), {
      numRuns: 3000,
    });
  });

  test('made of the pieces that matter is so too', () => {
    const pieces = [
      'a',
      'b',
      ' ',
      '\t',
      ',',
      ';',
      '"',
      '""',
      '\n',
      '\r\n',
      '\r',
      '#',
      '%',
      '\0',
      '\uFEFF',
      'source',
      'target',
      '1',
    ];
    const tags = [
      '<graphml>',
      '</graphml>',
      '<node id="a"/>',
      '<node id="b">',
      '</node>',
      '<edge source="a" target="b"/>',
    ];
    const more = [
      '<',
      '>',
      '/',
      '=',
      '&',
      '&amp;',
      '<!--',
      '-->',
      '<!',
      '<?',
      '?>',
      '<![CDATA[',
      ']]>',
      'id="',
      "'",
    ];
    const anyText = fc
      .array(fc.constantFrom(...pieces, ...tags, ...more), { maxLength: 40 })
      .map((all) => all.join(''));
    fc.assert(fc.property(anyText, anyName, survives), { numRuns: 5000 });
  });

  test('of names without blanks and commas comes back from any way of writing it', () => {
    const name = fc
      .stringMatching(/^[a-z_][\w.@-]{0,8}$/)
      .filter((word) => !/^(source|target|from|to)$/.test(word));
    const pairs = fc.array(fc.tuple(name, name), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(pairs, (list) => {
        const lines = (separator: string) => list.map((pair) => pair.join(separator)).join('\n');
        const plain = read(lines(' '));
        expect(read(`source,target\n${lines(',')}`, 'f.csv')).toEqual(plain);
        expect(read(`Source;Target\r\n${lines(' ; ').replaceAll('\n', '\r\n')}`)).toEqual(plain);
        expect(read(lines('\t  '))).toEqual(plain);
        expect(plain.names).toEqual([...new Set(list.flat())]);
      }),
    );
  });
});

test('reads ../shared/data/ego-facebook.txt (needed): 4,039 people and 88,234 ties in under 300 ms', (context) => {
  if (!existsSync('../shared')) return context.skip('there is no ../shared with the real data');
  const text = readFileSync('../shared/data/ego-facebook.txt', 'utf8');
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    const { ties, notes } = readNetwork(text, 'ego-facebook.txt');
    expect(ties.people).toBe(4039);
    expect(ties.friends).toHaveLength(2 * 88_234);
    expect(notes).toEqual([]);
    return performance.now() - start;
  });
  expect(Math.min(...times)).toBeLessThan(300);
});
