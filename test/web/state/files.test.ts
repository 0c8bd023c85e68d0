import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_BYTES } from '../../../src/scenario/guard.ts';
import { type DropEntry, filesOfDrop } from '../../../web/state/drop.ts';
import {
  MAX_FILES,
  MAX_SCENARIO_BYTES,
  MAX_TOTAL_BYTES,
  type PickedFile,
  scenarioFileName,
  sortFiles,
} from '../../../web/state/files.ts';
import { badLinks, editFaults, fileFaultText, linkWords } from '../../../web/state/words.ts';
import { names, textOf } from './gallery.ts';

const file = (name: string, text: string): File => new File([text], name);
const worlds = file('worlds-1.ndjson', '{"schema":"seedbed/worlds@1","version":"0.1.0"}\n');
const summary = file('comparison.json', '{\n  "schema": "seedbed/compare@1"\n}');
const folder = file('folder.json', '{"schema":"seedbed/folder@1"}');
const scenario = file('mine.yaml', textOf('a-a'));

describe('files are told apart', () => {
  it.each(names)('a scenario of the gallery by its content, whatever its name: %s', async (name) => {
    for (const called of ['x.yaml', 'x.json', 'x', 'x.txt'])
      expect(await sortFiles([file(called, textOf(name))])).toMatchObject({
        kind: 'scenario',
        name: called,
        text: textOf(name),
      });
  });

  it('results by their label, whatever their name', async () => {
    for (const each of [worlds, summary, file('a.txt', '\ufeff {"schema" : "seedbed/run@1"}')])
      expect(await sortFiles([each])).toEqual({ kind: 'result', files: [each] });
  });

  it('a folder of results, with the scenario in it and what systems leave there', async () => {
    const all = [
      folder,
      scenario,
      summary,
      worlds,
      file('.lock', '1'),
      file('.DS_Store', 'x'),
      file('report.html', '<p>'),
    ];
    expect(await sortFiles(all)).toEqual({ kind: 'result', files: [folder, summary, worlds] });
  });

  it('a scenario and the network beside it', async () => {
    const ties = file('ties.csv', 'source,target\na,b\n');
    expect(await sortFiles([ties, scenario])).toMatchObject({
      kind: 'scenario',
      name: 'mine.yaml',
      beside: [ties],
    });
  });

  it('broken scenarios are still scenarios, so that the validator can say what is wrong', async () => {
    expect(await sortFiles([file('broken.yaml', '{{{')])).toMatchObject({ kind: 'scenario', text: '{{{' });
    expect(await sortFiles([file('x', 'title: [')])).toMatchObject({ kind: 'scenario' });
  });

  it.each<[string, PickedFile[], string]>([
    ['nothing', [], 'none'],
    ['only what systems leave', [file('.DS_Store', 'x'), file('Thumbs.db', 'x')], 'none'],
    ['an empty file', [file('x.yaml', ' \n')], 'empty'],
    ['a picture', [file('x.png', '\u0089PNG\r\n\u001a\n')], 'unknown'],
    ['a page', [file('x.html', '<script>alert(1)</script>')], 'unknown'],
    ['a folder file alone', [folder], 'unknown'],
    ['two scenarios', [scenario, file('b.yaml', 'title: b')], 'several scenarios'],
    ['two results', [summary, file('other.json', '{"schema":"seedbed/compare@1"}')], 'several results'],
    [
      'a scenario that is too large',
      [file('x.yaml', `title: ${'x'.repeat(MAX_SCENARIO_BYTES)}`)],
      'scenario too large',
    ],
    [
      'more than memory holds',
      [{ name: 'x', size: MAX_TOTAL_BYTES + 1, text: () => Promise.reject() }],
      'too large',
    ],
    ['too many files', Array.from({ length: MAX_FILES + 1 }, () => scenario), 'too many'],
    ['a file that went away', [{ name: 'x', text: () => Promise.reject(new Error('gone')) }], 'unreadable'],
  ])('%s has a clear message in both languages', async (_, files, fault) => {
    const got = await sortFiles(files);
    expect(got).toMatchObject({ kind: 'fault', fault });
    if (got.kind !== 'fault') return;
    expect(fileFaultText(got.fault, got.names, 'en')).toMatch(/\.$|\?$/);
    expect(fileFaultText(got.fault, got.names, 'zh-CN')).toMatch(/[。？]$/);
  });

  it('without ever throwing, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.string(), fc.oneof(fc.string({ unit: 'binary' }), fc.json()))),
        async (all) => {
          const got = await sortFiles(
            all.map(([name, text]) => ({ name, text: () => Promise.resolve(text) })),
          );
          expect(['scenario', 'result', 'fault']).toContain(got.kind);
        },
      ),
    );
  });

  it('by a limit that is the reader of scenarios’ own', () => expect(MAX_SCENARIO_BYTES).toBe(MAX_BYTES));
});

describe('a drop', () => {
  const leaf = (each: File): DropEntry => ({
    isFile: true,
    fullPath: `/${each.name}`,
    file: (found) => found(each),
  });
  const tree = (...batches: DropEntry[][]): DropEntry => ({
    isFile: false,
    fullPath: '/d',
    createReader: () => ({ readEntries: (found) => found(batches.shift() ?? []) }),
  });
  const item = (entry: DropEntry | null, own: File | null = null) => ({
    kind: 'file',
    getAsFile: () => own,
    webkitGetAsEntry: () => entry,
  });

  it('gives the files of whole folders, a hundred at a time as browsers do, and those of folders within', async () => {
    const items = [
      item(tree([leaf(worlds), tree([leaf(summary)])], [leaf(folder)])),
      item(null, scenario),
      { kind: 'string', getAsFile: () => null },
    ];
    expect(await filesOfDrop({ items })).toEqual([worlds, summary, folder, scenario]);
  });

  it('leaves out what cannot be read, and ends on folders without end', async () => {
    const gone: DropEntry = { isFile: true, fullPath: '/x', file: (_, failed) => failed(new Error('gone')) };
    const endless = (): DropEntry => ({
      isFile: false,
      fullPath: '/d',
      createReader: () => ({ readEntries: (found) => found([endless(), leaf(worlds)]) }),
    });
    expect(await filesOfDrop({ items: [item(gone), item(leaf(summary))] })).toEqual([summary]);
    expect((await filesOfDrop({ items: [item(endless())] })).length).toBe(MAX_FILES + 1);
  });
});

describe('words', () => {
  it('show file names as text of one line, at most three of them', () => {
    const text = fileFaultText('several scenarios', ['a\n\u202eb{x}', 'c'.repeat(100), 'd', 'e'], 'en');
    expect(text).toBe(`These are several scenarios: a b{x}, ${'c'.repeat(60)}…, d, …. Open one at a time.`);
  });

  it('are whole sentences in both languages, with full-width punctuation in Chinese', () => {
    for (const each of [badLinks, linkWords, editFaults]) {
      for (const text of Object.values(each.en)) expect(text).toMatch(/\.$/);
      for (const text of Object.values(each['zh-CN'])) expect(text).toMatch(/^[^,;:?!()]*。$/);
    }
  });
});

describe('the name of a scenario file', () => {
  it.each([
    [
      'Do tailored ads earn more than blunt ones, and whom do they cost?',
      'do-tailored-ads-earn-more-than-blunt-ones-and-whom-do-they.yaml',
    ],
    ['定向广告比硬广更赚钱吗？', '定向广告比硬广更赚钱吗.yaml'],
    ['../../etc/passwd', 'etc-passwd.yaml'],
    ['<script>', 'script.yaml'],
    ['', 'scenario.yaml'],
    ['???', 'scenario.yaml'],
    ['CON', 'scenario-con.yaml'],
    ['.hidden', 'hidden.yaml'],
  ])('of %j is %s', (title, name) => expect(scenarioFileName(title)).toBe(name));

  it('is one that every system allows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        expect(scenarioFileName(title, 'json')).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}-]{0,70}\.json$/u);
      }),
    );
  });
});
