import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openStored } from '../../src/report/stored.ts';
import { verdict } from '../../src/report/verdict/verdict.ts';
import { comparisonIn, type Outcome, tiny, workplace } from './program.ts';

const { folder, seedbed, file } = workplace();
const at = (...path: string[]) => join(folder, ...path);
const read = (...path: string[]) => readFileSync(at(...path), 'utf8');
const filesIn = (name: string) => readdirSync(at(name), { recursive: true, encoding: 'utf8' }).sort();

interface Story {
  readonly name: string;
  readonly result: { readonly path: string; readonly worlds: number; readonly status: string } | null;
}
const storiesIn = (site: string) => JSON.parse(read(site, 'stories.json')) as Story[];

let compared: Outcome;
let published: Outcome;

beforeAll(async () => {
  mkdirSync(at('questions'));
  file('questions/tiny.yaml', tiny);
  file(
    'questions/other.yaml',
    tiny.replace('Ads in a small place', 'Another <script>alert(1)</script> question'),
  );
  compared = await seedbed('compare', at('questions/tiny.yaml'), '-o', 'questions/out/tiny', '--json', '-q');
  await seedbed('compare', 'questions/tiny.yaml', '--seed', 'else', '-o', 'questions/out/other luck', '-q');
  await seedbed('run', 'questions/tiny.yaml', '-o', 'questions/out/days', '-q');
  file('questions/alone.json', compared.out);
  published = await seedbed('publish', 'questions', '-o', 'www');
});

describe('a published site', () => {
  it('has a story for every comparison and every other scenario', () => {
    expect(published.code).toBe(0);
    expect(published.out).toBe('www/index.html\n');
    expect(storiesIn('www').map(({ name, result }) => [name, result?.worlds])).toEqual([
      ['other', undefined],
      ['other-luck', 8],
      ['tiny', 8],
    ]);
    for (const name of ['other', 'other-luck', 'tiny']) {
      expect(existsSync(at('www/s', name, 'index.html')), name).toBe(true);
      expect(existsSync(at('www/scenarios', `${name}.yaml`)), name).toBe(true);
    }
    expect(existsSync(at('www/s/a-a'))).toBe(false);
  });

  it('shows the verdict of the command line before any script runs, in both languages', async () => {
    const { comparison, scenario } = await stored();
    const page = read('www/s/tiny/index.html');
    for (const locale of ['en', 'zh-CN'] as const) {
      const { status } = verdict(comparison, scenario, locale);
      expect(page).toContain(status);
    }
    expect(page).toMatch(/<svg class="phone"/);
    expect(page).not.toContain('alert(1)</script>');
  });

  it('has the numbers of the command line', async () => {
    const { scenario, ...numbers } = comparisonIn(compared);
    const { comparison, verified, remarks } = await stored();
    expect(comparison).toEqual({ ...numbers, scenario: { ...scenario, file: 'tiny.yaml' } });
    expect({ verified, remarks }).toEqual({ verified: true, remarks: [] });
    expect(JSON.parse(read('www/results/tiny/comparison.json'))).toEqual(comparison);
  });

  it('lists every result with the day on which it was made', () => {
    const { results, bad } = JSON.parse(read('www/results.json')) as {
      results: { kind: string; path: string }[];
      bad: unknown[];
    };
    expect(results.map(({ kind }) => kind).sort()).toEqual(['compare', 'compare', 'run']);
    for (const { path } of results) expect(existsSync(at('www', path)), path).toBe(true);
    expect(bad).toEqual([]);
  });

  it('asks for nothing from the root of its host or from another one', () => {
    for (const name of filesIn('www').filter((each) => each.endsWith('.html'))) {
      const page = read('www', name).replace(/<meta http-equiv[^>]*>/g, '');
      expect(page, name).not.toMatch(/(?:src|href)="(?:\/|https?:)/);
    }
  });

  it('leaves out what has no worlds, and says so', () => {
    expect(published.err).toContain('questions/alone.json: a result without its worlds; it is not published');
  });

  it('stands for itself: nothing in it names a folder of this machine', () => {
    for (const name of filesIn('www').filter((each) => /\.(?:html|json|yaml)$/.test(each)))
      expect(read('www', name), name).not.toContain(folder);
  });

  async function stored() {
    const path = storiesIn('www').find(({ name }) => name === 'tiny')?.result?.path ?? '';
    const opened = await openStored([{ name: path, text: async () => read('www', path) }]);
    if (opened.stored?.kind !== 'compare') throw new Error(opened.problems[0]?.en);
    return opened.stored;
  }
});

describe('publishing again', () => {
  it('replaces what it wrote, and leaves what others put there', async () => {
    file('www/CNAME', 'community.example');
    const { code } = await seedbed('publish', 'questions/out/tiny', '-o', 'www', '-q');
    expect(code).toBe(0);
    expect(storiesIn('www').map(({ name }) => name)).toEqual(['tiny']);
    expect(readdirSync(at('www/s'))).toEqual(['tiny']);
    expect(read('www/CNAME')).toBe('community.example');
  });

  it('is not led astray by a site in the same folder', async () => {
    cpSync(at('questions/out/tiny'), at('again/tiny'), { recursive: true });
    expect((await seedbed('publish', 'again', '-o', 'again/site', '-q')).code).toBe(0);
    expect((await seedbed('publish', 'again', '-o', 'again/site', '-q')).code).toBe(0);
    expect((await seedbed('publish', 'again', '-o', 'again/second', '-q')).code).toBe(0);
    expect(storiesIn('again/second').map(({ name }) => name)).toEqual(['tiny']);
  });

  it('touches no folder that is not its own', async () => {
    mkdirSync(at('mine'));
    file('mine/index.html', 'mine');
    for (const out of ['mine', 'mine/index.html']) {
      const { code, err } = await seedbed('publish', 'questions', '-o', out);
      expect(code).toBe(3);
      expect(err).toContain('it is not touched. Give another folder with -o.');
    }
    file('mine/seedbed-site.json', '{"schema":"seedbed/site@1","files":["../../x"');
    expect((await seedbed('publish', 'questions', '-o', 'mine')).code).toBe(3);
    expect(read('mine/index.html')).toBe('mine');
  });

  it('takes nothing away outside its folder, whatever its list says', async () => {
    mkdirSync(at('led'));
    file('precious.txt', 'precious');
    file(
      'led/seedbed-site.json',
      '{"schema":"seedbed/site@1","files":["../precious.txt", "/tmp/x", "a/../../precious.txt"]}',
    );
    expect((await seedbed('publish', 'questions/out/tiny', '-o', 'led', '-q')).code).toBe(0);
    expect(read('precious.txt')).toBe('precious');
  });
});

describe('a folder that cannot be published', () => {
  it('names all bad files at once, and writes nothing', async () => {
    cpSync(at('questions'), at('bad'), { recursive: true });
    file('bad/broken.yaml', 'seedbed: 1\ntitle: [');
    file('bad/wrong.yaml', tiny.replace('worlds: 8', 'worlds: many'));
    const worlds = readdirSync(at('bad/out/tiny')).find((name) => name.startsWith('worlds')) ?? '';
    const lines = read('bad/out/tiny', worlds).split('\n');
    writeFileSync(at('bad/out/tiny', worlds), lines.toSpliced(3, 1, lines[3].replace('1', '2')).join('\n'));
    const { code, out, err } = await seedbed('publish', 'bad', '-o', 'bad-site');
    expect({ code, out }).toEqual({ code: 3, out: '' });
    for (const name of ['bad/broken.yaml:2:', 'bad/wrong.yaml:6:', `bad/out/tiny/${worlds}: `])
      expect(err).toContain(name);
    expect(existsSync(at('bad-site'))).toBe(false);
  });

  it('says when there is nothing to publish', async () => {
    rmSync(at('nothing'), { recursive: true, force: true });
    mkdirSync(at('nothing'));
    expect(await seedbed('publish', 'nothing', '-o', 'x')).toMatchObject({
      code: 3,
      err: 'nothing has neither scenario files nor results of compare\n',
    });
    expect(await seedbed('publish', 'nowhere')).toMatchObject({
      code: 3,
      err: 'nowhere: there is no such folder\n',
    });
  });
});
