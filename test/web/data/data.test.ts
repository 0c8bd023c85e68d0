import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readNetwork } from '../../../src/population/edge-list.ts';
import { table } from '../../../src/scenario/table.ts';
import { csv } from '../../../web/pages/data/csv.ts';
import { drawNetwork, readScenario } from '../../../web/pages/data/draw-network.ts';
import { allFiles, dataFiles, listed } from '../../../web/pages/data/files.ts';
import { worldOf } from '../../../web/pages/data/NetworkMaker.tsx';
import { networkFile } from '../../../web/pages/data/network-file.ts';
import { fileSize } from '../../../web/pages/data/size.ts';
import { snippets } from '../../../web/pages/data/snippets.ts';

const file = 'a-a.yaml';
const text = readFileSync(`scenarios/${file}`, 'utf8');
const scenario = readScenario(text, file);
const story = { name: 'a-a', file, text, scenario, stored: null };

describe('comma-separated values', () => {
  it('quote what needs it and leave missing values empty', () => {
    expect(csv([['a,b', 'say "x"', null, Number.NaN, 1.5]])).toBe('"a,b","say ""x""",,,1.5\n');
  });

  it('are never read as a formula by a spreadsheet', () => {
    for (const start of ['=', '+', '-', '@', '\t'])
      expect(csv([[`${start}1+1`]]).replace(/^"/, '')).toMatch(/^'/);
    expect(csv([[-3]])).toBe('-3\n');
  });
});

describe('the files of the data page', () => {
  it('hold every parameter and are listed with their own size and sum', () => {
    const files = allFiles([story]);
    const parameters = files.find(({ path }) => path === 'data/parameters.csv');
    expect(parameters?.content.split('\n').length).toBeGreaterThanOrEqual(table.length + 2);
    for (const each of files) {
      const bytes = Buffer.from(each.content);
      expect(listed(each)).toMatchObject({
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      });
    }
  });

  it('leave scenario files to the site, which has them already', () => {
    expect(dataFiles([story]).map(({ path }) => path)).toEqual([
      'data/scenario.schema.json',
      'data/parameters.csv',
      'data/parameters.json',
      'data/metrics.csv',
    ]);
  });

  it('are written with their size in few digits', () => {
    expect([312, 4210, 999_600, 1_300_000].map((bytes) => fileSize(bytes, 'en'))).toEqual([
      '312 B',
      '4.2 KB',
      '1 MB',
      '1.3 MB',
    ]);
  });
});

describe('the network of a world', () => {
  const network = drawNetwork(scenario, 0, 0);

  it('has founders and prospects, each tie once, and only some awake', () => {
    expect(network.people.length).toBe(1000);
    expect(network.people.filter(({ status }) => status === 'member').length).toBe(600);
    const keys = network.ties.map(({ source, target }) => `${source} ${target}`);
    expect(new Set(keys).size).toBe(keys.length);
    const awake = network.ties.filter((tie) => tie.awake).length;
    expect(awake).toBeGreaterThan(0);
    expect(awake).toBeLessThan(network.ties.length);
  });

  it.each(['gexf', 'graphml', 'edges'] as const)('is read back whole from %s', (format) => {
    const ending = { gexf: 'gexf', graphml: 'graphml', edges: 'csv' }[format];
    const { ties } = readNetwork(networkFile(network, format), `network.${ending}`);
    expect(ties.friends.length).toBe(2 * network.ties.length);
  });

  it('writes names as text, whatever they are', () => {
    const odd = {
      ...network,
      title: '<script>&\u0000"',
      people: [{ id: 0, segment: ']]>"<', status: '\ud800' }],
    };
    for (const format of ['gexf', 'graphml'] as const) {
      const written = networkFile(odd, format);
      expect(written).toContain('&lt;script&gt;&amp;&quot;');
      expect(written).toContain(']]&gt;&quot;&lt;');
      expect(written).not.toMatch(/\p{Surrogate}|\0/u);
    }
  });

  it('is of a world with a number', () => {
    expect(['0', ' 12 ', '99999'].map(worldOf)).toEqual([0, 12, 99_999]);
    expect(['', '-1', '1.5', 'x', '1e9'].map(worldOf)).toEqual([null, null, null, null, null]);
  });

  it('is refused in words where the scenario is none', () => {
    expect(() => readScenario('seedbed: 1\nwho: knows', 'bad.yaml')).toThrow(/bad\.yaml:2/);
  });
});

/** Debian has it; where it is missing the snippet is only read. */
const hasPython = spawnSync('python3', ['--version']).status === 0;

describe('the snippets', () => {
  const asked = { file, seed: 'odd seed', worlds: 4, baseline: 'first', arm: 'second', metric: 'netRevenue' };
  const made = snippets(asked);
  const folder = mkdtempSync(join(tmpdir(), 'snippets-'));
  const dist = resolve('dist');

  it('give the same digest in the shell and in TypeScript', () => {
    writeFileSync(join(folder, file), text.replace('6 months', '4 months'));
    const inShell = made.Shell.replace('seedbed', `node ${dist}/cli.js`);
    const shell = execFileSync('sh', ['-c', inShell], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    const program = made.TypeScript.replace("'seedbed'", JSON.stringify(`${dist}/index.js`));
    writeFileSync(join(folder, 'program.mjs'), program);
    const lines = execFileSync('node', ['program.mjs'], { cwd: folder, encoding: 'utf8' }).trim().split('\n');
    expect(lines.at(-1)).toBe(shell.trim());
    expect(lines.at(-1)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.runIf(hasPython)('give in Python what the worlds themselves give', () => {
    const rows = [
      ['0', 'first', 'netRevenue', 10],
      ['0', 'second', 'netRevenue', 12.5],
      ['1', 'second', 'netRevenue', 4],
      ['1', 'first', 'netRevenue', 5],
      ['2', 'first', 'netRevenue', 1],
      ['2', 'second', 'netRevenue', 8],
      ['2', 'second', 'trust', 99],
      ['3', 'other', 'netRevenue', 7],
    ];
    writeFileSync(join(folder, 'results-a-a.csv'), csv([['world', 'arm', 'metric', 'value'], ...rows]));
    const said = execFileSync('python3', ['-c', made.Python], { cwd: folder, encoding: 'utf8' });
    expect(said.trim().split(/\r?\n/)).toEqual(['median difference 2.5', 'better in 2 of 3 worlds']);
  });

  it('name baseline and arm in every language that reads results', () => {
    for (const name of ['Python', 'R'] as const) {
      expect(made[name]).toContain('"first"');
      expect(made[name]).toContain('"second"');
    }
  });
});
