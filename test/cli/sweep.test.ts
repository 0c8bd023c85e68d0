import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../../src/experiment/shards/folder-files.ts';
import { metrics } from '../../src/metrics/definitions.ts';
import { finished, tiny, workplace } from './program.ts';

const { folder, seedbed, start, file } = workplace();
const yaml = file('tiny.yaml', tiny);
const vary = ['--vary', 'tactics.ads.load=2..12', '--design', 'sobol'] as const;
const sweep = (...more: string[]) => seedbed('sweep', yaml, ...vary, ...more);
const shards = (store: string) => filesOf(join(folder, store), 'shards');
const said = ({ err }: { err: string }) => err.split('\n').filter((line) => line.startsWith('sweep  '));

interface SweepJson {
  readonly schema: string;
  readonly digest: string;
  readonly study: string;
  readonly worlds: number;
  readonly results: { readonly needed: number; readonly reused: number };
  readonly points: readonly {
    readonly point: number;
    readonly values: readonly number[];
    readonly arms: readonly {
      readonly name: string;
      readonly median: number;
      readonly difference: { median: number; p05: number; p95: number } | null;
    }[];
  }[];
}

const json = ({ out }: { out: string }) => JSON.parse(out) as SweepJson;

/** Each test starts the program several times; a busy machine takes its time. */
const patience = { timeout: 600_000 };

describe('sweep', patience, () => {
  it('runs every point, says what it takes, shows the best points and where to go on', async () => {
    const { code, out, err } = await sweep('--points', '4', '--worlds', '4', '-o', 'first');
    expect(code).toBe(0);
    expect(err).toMatch(/^sweep {2}4 points x 4 worlds x 3 arms = 48 results, 24 of them different\n/);
    expect(err).toMatch(/sweep {2}about \d+ seconds? and [\d.]+ kB of disk \(first\)|24 results in/);
    expect(err).toMatch(/sweep {2}24 results in [\d.]+ s/);
    expect(out).toMatch(
      /^net revenue: against Quiet, in the same worlds\npoint +tactics\.ads\.load +arm +median +\[5% \.\. 95%\] +better in\n/,
    );
    expect(out).toMatch(/\nThe best 5 of 8\. /);
    expect(out).toMatch(/\ndigest {2}[0-9a-f]{64}\n$/);
    expect(err).toMatch(/\nResults {2}\S.* results first\n/);
    expect(err).toMatch(/\nNext {2}\S.* compare tiny\.yaml --set /);
  });

  it('gives the differences that compare gives at that point', async () => {
    const { points, worlds } = json(
      await sweep('--points', '2', '--worlds', '4', '-o', 'first', '--json', '-q'),
    );
    const [load] = points[1].values;
    const compared = await seedbed(
      'compare',
      yaml,
      '--set',
      `arms.with ads.tactics.ads.load=${load}`,
      '--worlds',
      String(worlds),
      '--json',
      '-q',
    );
    const { differences } = JSON.parse(compared.out) as {
      differences: { arm: string; metric: string; median: number; p05: number; p95: number }[];
    };
    const expected = differences.find(({ arm, metric }) => arm === 'with ads' && metric === 'netRevenue');
    const found = points[1].arms.find(({ name }) => name === 'with ads')?.difference;
    expect(found).toMatchObject({ median: expected?.median, p05: expected?.p05, p95: expected?.p95 });
  });

  it(
    'takes a network that the command line names from where its user is, and keeps no folder of it',
    patience,
    async () => {
      mkdirSync(join(folder, 'nets'), { recursive: true });
      // A ring, so that everybody has ties.
      const ring = Array.from({ length: 60 }, (_, p) => `${p} ${(p + 1) % 60}`).join('\n');
      const friends = file('nets/friends.txt', `${ring}\n`);
      const few = [
        '--set',
        `community.network=${friends}`,
        '--set',
        'community.prospects=0',
        '--points',
        '2',
        '--worlds',
        '2',
      ];
      const swept = await sweep(...few, '-o', 'ring', '--json', '-q');
      expect(swept.err).toBe('');
      expect(json(swept).points).toHaveLength(2);
      const study = readdirSync(join(folder, 'ring', 'studies')).map((name) =>
        readFileSync(join(folder, 'ring', 'studies', name), 'utf8'),
      );
      expect(study.join()).toContain('community.network=friends.txt');
      expect(study.join()).not.toContain(folder);
    },
  );

  it('runs nothing again, and only what is missing when points and worlds are added', async () => {
    const again = await sweep('--points', '4', '--worlds', '4', '-o', 'first');
    expect(said(again)[0]).toMatch(/All results are there already\.$/);
    expect(said(again)).toHaveLength(1);
    const wider = await sweep('--points', '8', '--worlds', '6', '-o', 'first');
    // 10 different arms x 6 worlds, of which 6 arms x 4 worlds are there.
    expect(said(wider)[0]).toMatch(/60 of them different · 24 are there already · 36 to run$/);
    const fresh = await sweep('--points', '8', '--worlds', '6', '-o', 'fresh', '--json', '-q');
    const { digest, results } = json(fresh);
    expect(results).toEqual({ needed: 60, reused: 0 });
    expect(wider.out).toContain(`digest  ${digest}`);
  });

  it('says what it would take, and keeps nothing, with --dry-run', async () => {
    const { code, out } = await sweep('--points', '16', '-o', 'dry', '--dry-run', '--json');
    expect(code).toBe(0);
    const forecast = JSON.parse(out) as { results: object; seconds: number; bytes: number };
    expect(forecast).toMatchObject({
      schema: 'seedbed/sweep-forecast@1',
      points: 16,
      worlds: 16,
      arms: 3,
      results: { needed: 288, missing: 288 },
    });
    expect(forecast.seconds).toBeGreaterThan(0);
    expect(forecast.bytes).toBeGreaterThan(288 * 100);
    expect(existsSync(join(folder, 'dry'))).toBe(false);
    const text = await sweep('--points', '16', '-o', 'dry', '--dry-run', '--lang', 'zh-CN');
    expect(text.out).toMatch(
      /^sweep {2}16 个设计点 × 16 个模拟世界 × 3 个方案 = 768 个结果，其中不同的 288 个\nsweep {2}约需 \d+ 秒、磁盘 /,
    );
  });

  it('keeps what is finished after Ctrl-C, says how to go on, and goes on', async () => {
    const args = ['sweep', yaml, ...vary, '--points', '64', '--worlds', '16', '-o', 'stopped', '--jobs', '1'];
    const child = start(args);
    const ended = finished(child);
    while (!existsSync(join(folder, 'stopped', 'shards')) || shards('stopped').length === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    const { code, err } = await ended;
    expect(code).toBe(130);
    const [, done] = /Stopped with ([\d,]+) of 1,056 results\. They are kept in stopped\.\n/.exec(err) ?? [];
    expect(Number(done?.replace(',', ''))).toBeGreaterThan(0);
    expect(err).toContain(`Resume  node `);
    expect(err).toContain(
      `sweep tiny.yaml --vary tactics.ads.load=2..12 --design sobol --points 64 --worlds 16 -o stopped --jobs 1`,
    );
    const on = await sweep('--points', '64', '--worlds', '1', '-o', 'stopped');
    expect(on.code).toBe(0);
    expect(said(on)[0]).toMatch(/there already/);
  });

  it('names all that is wrong at once, and runs nothing', async () => {
    const { code, err, out } = await seedbed(
      'sweep',
      yaml,
      '--vary',
      'leave.perTi',
      '--vary',
      'tactics.ads.load=12..2',
      '--design',
      'sobl',
      '-o',
      'bad',
    );
    expect(code).toBe(3);
    expect(out).toBe('');
    expect(err).toBe(
      [
        '--vary leave.perTi: there is no input of that path that could be varied; seedbed parameters lists them. Did you mean leave.perTie?',
        '--vary tactics.ads.load: the low end must be below the high end; got "12..2"',
        '--design must be one of grid, one-at-a-time, random, latin-hypercube, sobol, morris, saltelli; got "sobl"; did you mean sobol?',
        '',
      ].join('\n'),
    );
    expect(existsSync(join(folder, 'bad'))).toBe(false);
    expect((await seedbed('sweep', yaml)).err).toBe(
      '--vary is missing: which input is to be varied? For example --vary leave.perTie\n',
    );
    const flags = await seedbed('sweep', yaml, '--points', '0', '--worlds', 'x');
    expect(flags.code).toBe(2);
    expect(flags.err).toContain('--points must be a whole number from 1 to 1000000; got "0"');
    const few = await seedbed(
      'sweep',
      yaml,
      '--vary',
      'leave.perTie',
      '--vary',
      'tactics.ads.load=2..12',
      '--design',
      'grid',
      '--points',
      '3',
    );
    expect(few.err).toBe('--design grid: points must be a whole number of at least 4 for 2 inputs; got 3\n');
  });

  it('leaves a folder of something else alone', async () => {
    mkdirSync(join(folder, 'mine'));
    writeFileSync(join(folder, 'mine', 'diary.txt'), 'dear');
    const { code, err } = await sweep('-o', 'mine', '--points', '2', '--worlds', '2', '-q');
    expect(code).toBe(3);
    expect(err).toBe(
      'mine is no store of results (it has diary.txt); it is not touched. Give another folder with -o.\n',
    );
    expect(readdirSync(join(folder, 'mine'))).toEqual(['diary.txt']);
  });

  it('runs again what a damaged file held, and says so', async () => {
    cpSync(join(folder, 'first'), join(folder, 'hurt'), { recursive: true });
    const [path] = shards('hurt');
    const bytes = readFileSync(join(folder, 'hurt', path));
    bytes[bytes.length >> 1] ^= 4;
    writeFileSync(join(folder, 'hurt', path), bytes);
    const again = await sweep('--points', '8', '--worlds', '6', '-o', 'hurt');
    expect(again.err).toContain(
      `hurt/${path}: it is not what was written. It is put into quarantine; its results run again.\n`,
    );
    expect(said(again)[0]).toMatch(/there already · \d+ to run$/);
    expect(again.out).toContain(
      (await sweep('--points', '8', '--worlds', '6', '-o', 'fresh')).out.slice(-70),
    );
    expect((await seedbed('export', 'hurt', '-q')).out).toBe((await seedbed('export', 'fresh', '-q')).out);
  });
});

describe('a store', patience, () => {
  it('tells its studies, the best points of the latest, and the digest', async () => {
    const { code, out } = await seedbed('results', 'first', '-q');
    expect(code).toBe(0);
    const lines = out.split('\n');
    expect(lines[0]).toMatch(/^study +scenario +design +points +worlds +done +inputs$/);
    expect(lines.slice(1, 4).map((line) => line.trim().split(/ {2,}/).slice(3, 6))).toContainEqual([
      '8',
      '6',
      '60/60',
    ]);
    expect(out).toMatch(/\ndigest {2}[0-9a-f]{64}\n$/);
    const { studies } = JSON.parse((await seedbed('results', 'first', '--json', '-q')).out) as {
      studies: { digest: string; points: number }[];
    };
    expect(studies.map(({ points }) => points).sort()).toEqual([2, 4, 8]);
  });

  it('answers SQL: points with their inputs, results, what metrics mean', async () => {
    const sql =
      'SELECT point, "tactics.ads.load" AS load, arm, world, netRevenue FROM runs JOIN studies USING (study) WHERE points = 4 ORDER BY ALL';
    const { rows, columns } = JSON.parse((await seedbed('query', 'first', sql, '--json')).out) as {
      rows: unknown[][];
      columns: { name: string }[];
    };
    expect(columns.map(({ name }) => name)).toEqual(['point', 'load', 'arm', 'world', 'netRevenue']);
    expect(rows).toHaveLength(4 * 3 * 4);
    const run = await seedbed(
      'run',
      yaml,
      '--arm',
      'with ads',
      '--set',
      `arms.with ads.tactics.ads.load=${rows[0][1]}`,
      '--worlds',
      '4',
      '--json',
      '-q',
    );
    const { outcomes } = JSON.parse(run.out) as { outcomes: { netRevenue: { byWorld: number[] } } };
    expect(rows.filter(([point, , arm]) => point === 1 && arm === 'with ads').map((row) => row[4])).toEqual(
      outcomes.netRevenue.byWorld,
    );
    const count = JSON.parse(
      (await seedbed('query', 'first', 'SELECT count(*) FROM metrics', '--json')).out,
    ) as { rows: unknown[][] };
    expect(count.rows).toEqual([[metrics.length]]);
    const table = await seedbed('query', 'first', 'SELECT count(*) AS n FROM results');
    expect(table.out).toBe(' n\n60\n');
    const csv = await seedbed(
      'query',
      'first',
      `SELECT 1 AS a, 'x,"y"' AS b, '=1+1' AS c, NULL AS d, -3.5::DOUBLE AS e`,
      '--csv',
    );
    expect(csv.out).toBe(`a,b,c,d,e\n1,"x,""y""",'=1+1,,-3.5\n`);
  });

  it('refuses what is no SQL, and what would change it, in the words of the database, without a stack', async () => {
    const [wrong, drop] = await Promise.all([
      seedbed('query', 'first', 'SELECT netRevnue FROM results'),
      seedbed('query', 'first', 'DROP TABLE results'),
    ]);
    expect([wrong.code, drop.code, wrong.out, drop.out]).toEqual([3, 3, '', '']);
    expect(wrong.err).toMatch(/^Binder Error: Referenced column "netRevnue" not found[\s\S]*netRevenue/);
    expect(drop.err).toMatch(/^Invalid Input Error: .* read-only mode!\n$/);
    expect(wrong.err + drop.err).not.toMatch(/\n +at /);
  });

  it('is verified file by file; what is damaged is put away', async () => {
    expect((await seedbed('verify', 'first')).out).toMatch(
      /^\d+ files of results with \d+ rows, 60 of them different, and 3 studies: all as written\n$/,
    );
    cpSync(join(folder, 'first'), join(folder, 'cut'), { recursive: true });
    const [path] = shards('cut');
    writeFileSync(join(folder, 'cut', path), readFileSync(join(folder, 'cut', path)).subarray(0, 999));
    const { code, out, err } = await seedbed('verify', 'cut');
    expect(code).toBe(3);
    expect(out).toMatch(/1 damaged\n$/);
    expect(err).toBe(
      `cut/${path}: it is not what was written\nDamaged files are put into cut/quarantine. Their results run again at the next sweep.\n`,
    );
    expect(shards('cut')).not.toContain(path);
    expect((await seedbed('verify', 'cut')).code).toBe(0);
  });

  it('is compacted without changing what it exports', async () => {
    cpSync(join(folder, 'first'), join(folder, 'many'), { recursive: true });
    const before = (await seedbed('export', 'many', '-q')).out;
    const { out } = await seedbed('compact', 'many');
    expect(out).toMatch(/^\d+ files of results are now 1\n$/);
    expect((await seedbed('export', 'many', '-q')).out).toBe(before);
  });

  it('is merged by copying files', async () => {
    for (const [points, store] of [
      ['3', 'half a'],
      ['8', 'half b'],
    ] as const)
      await sweep('--points', points, '--worlds', points === '3' ? '6' : '2', '-o', store, '-q');
    cpSync(join(folder, 'half a', 'shards'), join(folder, 'half b', 'shards'), { recursive: true });
    const done = json(await sweep('--points', '8', '--worlds', '6', '-o', 'half b', '--json', '-q'));
    expect(done.results.reused).toBeGreaterThan(30);
    expect((await seedbed('export', 'half b', '-q')).out).toBe((await seedbed('export', 'fresh', '-q')).out);
  });

  it('is exported as CSV, NDJSON and Parquet', async () => {
    const done = await Promise.all(
      ['csv', 'ndjson', 'parquet'].map((format) =>
        seedbed('export', 'fresh', '--format', format, '-o', `all.${format}`),
      ),
    );
    expect(done.map(({ code }) => code)).toEqual([0, 0, 0]);
    const [head, first] = readFileSync(join(folder, 'all.csv'), 'utf8')
      .split('\n')
      .map((line) => line.split(','));
    const row = JSON.parse(readFileSync(join(folder, 'all.ndjson'), 'utf8').split('\n')[0]) as Record<
      string,
      unknown
    >;
    expect(Object.keys(row)).toEqual(head);
    expect(head.map((name) => (row[name] === null ? '' : String(row[name])))).toEqual(first);
    expect(readFileSync(join(folder, 'all.parquet')).subarray(0, 4).toString()).toBe('PAR1');
  });

  it.each([
    [
      ['export', 'fresh', '--table', 'result'],
      '--table must be one of results, runs, points, studies, metrics; got "result"; did you mean results?',
    ],
    [
      ['export', 'fresh', '-o', 'no/such/folder/x.csv'],
      'no/such/folder/x.csv cannot be written: there is no such file or folder.',
    ],
    [['results', 'nowhere'], 'nowhere: there is no such folder'],
    [
      ['query', 'mine', 'SELECT 1'],
      'mine: it is no store of results (it has no dictionary.json of Seedbed); seedbed sweep makes one',
    ],
    [['verify', 'tiny.yaml'], 'tiny.yaml: it is a file, not a folder'],
    [
      ['compact', 'mine'],
      'mine: it is no store of results (it has no dictionary.json of Seedbed); seedbed sweep makes one',
    ],
  ])('%j is refused', async (args, message) => {
    const { code, out, err } = await seedbed(...args);
    expect({ code, out, err }).toEqual({ code: 3, out: '', err: `${message}\n` });
  });
});
