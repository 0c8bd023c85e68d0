import { describe, expect, it } from 'vitest';
import { NetworkFileError, readNetwork } from '../../src/population/edge-list.ts';
import { networkProblemIn } from '../../src/scenario/network-words.ts';

/** Files with each kind of mistake. */
const mistaken: readonly (readonly [file: string, text: string])[] = [
  ['a.txt', ''],
  ['a.txt', '# nobody\n'],
  ['a.txt', 'a b\nc\n'],
  ['a.txt', 'a\0 b\n'],
  ['a.txt', 'a\r b\n'],
  ['a.txt', 'a \ufffd\n'],
  ['a.txt', '"a"b c\n'],
  ['a.txt', '"a b\n'],
  ['a.txt', `${'x'.repeat(70_000)} b\n`],
  ['a.csv', 'a,b\na,c\n'],
  ['a.csv', '"source"x,target\na,b\n'],
  ['a.csv', `source,target\n${'a,'.repeat(400)}b\n`],
  ['a.tsv', '"source"x\ttarget\n'],
  ['a.csv', 'source\na\n'],
  ['a.graphml', '<html></html>'],
  ['a.graphml', '<graphml><node/></graphml>'],
  ['a.graphml', '<graphml><node id="1"/><node id="1"/></graphml>'],
  ['a.graphml', '<graphml><node id="1"/><edge target="1"/></graphml>'],
  ['a.graphml', '<graphml><node id="1"/><edge source="1"/></graphml>'],
  ['a.graphml', '<graphml><node id="1"/><edge source="1" target="2"/></graphml>'],
  ['a.graphml', '<graphml><node id="1"/><hyperedge/></graphml>'],
  ['a.graphml', '<graphml><node id="1"></graphml>'],
  ['a.graphml', '<graphml></graphml></graphml>'],
  ['a.graphml', '<graphml></graphml><graphml></graphml>'],
  ['a.graphml', '<graphml><node id="1"/>'],
  ['a.graphml', '<graphml/>text'],
  ['a.graphml', '<graphml><!-- never closed'],
  ['a.graphml', '<!DOCTYPE x><graphml/>'],
  ['a.graphml', '<graphml><node id="&bad;"/></graphml>'],
  ['a.graphml', '<graphml><node id="1" id="2"/></graphml>'],
  ['a.graphml', '<graphml><node id=1/></graphml>'],
  ['a.graphml', '<graphml>< node/></graphml>'],
  ['a.graphml', '<a>'.repeat(1000)],
  ['a.txt', 'a\n'.repeat(30)],
];

function messagesOf(file: string, text: string): string[] {
  try {
    readNetwork(text, file);
  } catch (error) {
    if (error instanceof NetworkFileError) return error.problems.map(({ message }) => message);
    throw error;
  }
  return [];
}

describe('networkProblemIn', () => {
  it('says in Chinese all that can be wrong with a network file', () => {
    for (const [file, text] of mistaken) {
      const messages = messagesOf(file, text);
      expect(messages.length, text.slice(0, 60)).toBeGreaterThan(0);
      for (const message of messages) {
        expect(networkProblemIn(message, 'zh-CN'), message).toMatch(/\p{Script=Han}/u);
        expect(networkProblemIn(message, 'en')).toBe(message);
      }
    }
  });

  it('repeats what stood in the file', () => {
    expect(networkProblemIn('a tie needs two people on a line; got "c; got d"', 'zh-CN')).toBe(
      '一条关系须在一行中写出两个人；现为 "c; got d"',
    );
  });

  it('leaves what it does not know as it is', () => {
    for (const text of ['', '; got ', 'something else', 'x'.repeat(1e6)])
      expect(networkProblemIn(text, 'zh-CN')).toBe(text);
  });
});
