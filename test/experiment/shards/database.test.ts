import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textDigest } from '../../../src/experiment/digest.ts';
import { Database, type SqlValue } from '../../../src/experiment/shards/database.ts';
import { headOf, rowLine } from '../../../src/experiment/shards/delimited.ts';
import { filesOf } from '../../../src/experiment/shards/folder-files.ts';
import { openShard, placesIn } from '../../../src/experiment/shards/shard-read.ts';
import { exportable, parquetStatement } from '../../../src/experiment/shards/tables.ts';
import { metrics } from '../../../src/metrics/definitions.ts';
import { rowsOf, storePlace } from './rows.ts';

const { root, folder, write } = storePlace();

/** Asks a store; what was said on the way is in `said`. */
async function ask(
  where: string,
  sql: string,
  said: string[] = [],
  mayUseFiles = false,
): Promise<SqlValue[][]> {
  const database = await Database.open({ folder: where, mayUseFiles, say: (notice) => said.push(notice) });
  try {
    const { rows } = await database.run(sql);
    const all: SqlValue[][] = [];
    for await (const some of rows) all.push(...some);
    return all;
  } finally {
    database.close();
  }
}

const count = 'SELECT count(*) FROM results';

describe('SQL over a store', () => {
  it('finds every number, and null where there is none', async () => {
    const rows = rowsOf(2, 30);
    const where = await write(folder(), rows, 7);
    const names = metrics.map(({ name }) => `"${name}"`).join(', ');
    for (const arm of [rows[0], rows[30]]) {
      const found = await ask(
        where,
        `SELECT ${names} FROM results WHERE armKey = '${arm.armKey}' ORDER BY world`,
      );
      const own = rows.filter(({ armKey }) => armKey === arm.armKey);
      expect(found).toEqual(
        own.map(({ outcomes }) => [...outcomes].map((x) => (Number.isNaN(x) ? null : x))),
      );
    }
    const [[average]] = await ask(where, `SELECT avg("${metrics[0].name}") FROM results`);
    expect(average).toBeCloseTo(rows.reduce((sum, { outcomes }) => sum + outcomes[0], 0) / rows.length, 12);
  });

  it('counts a result once, in however many files it stands', async () => {
    const one = await write(folder(), rowsOf(2, 10), 4, { host: 'oak' });
    const other = await write(folder(), rowsOf(2, 15), 6, { host: 'elm' });
    cpSync(join(other, 'shards'), join(one, 'shards'), { recursive: true });
    expect(await ask(one, count)).toEqual([[30]]);
    expect(await ask(one, 'SELECT DISTINCT host FROM results')).toEqual([['elm']]);
  });

  it('answers for a store that has nothing yet', async () => {
    const where = folder();
    await write(where, []);
    expect(await ask(where, count)).toEqual([[0]]);
    expect(await ask(where, 'SELECT count(*) FROM runs')).toEqual([[0]]);
    expect(await ask(where, 'SELECT count(*) FROM metrics')).toEqual([[metrics.length]]);
  });

  it('stops where two results contradict each other, naming both machines', async () => {
    const rows = rowsOf(1, 4);
    const one = await write(folder(), rows, 10, { host: 'oak' });
    const changed = rows.map((row) => (row.world === 2 ? { ...row, digest: textDigest('elsewhere') } : row));
    const other = await write(folder(), changed, 10, { host: 'elm' });
    cpSync(join(other, 'shards'), join(one, 'shards'), { recursive: true });
    await expect(ask(one, count)).rejects.toThrow(
      /^Same inputs, two results: world 2 .*(oak .*elm |elm .*oak )/,
    );
    expect(existsSync(join(one, 'results.duckdb'))).toBe(false);
  });

  it.each([
    ['SELEC 1', /^Parser Error: syntax error at or near "SELEC"/],
    ['SELECT 1; SELEC 2', /^Parser Error/],
    ['DROP TABLE results', /read-only/],
    ["INSERT INTO metrics VALUES ('a','b','c','d','e','f','g')", /read-only/],
    ["COPY results TO 'x.csv'", /file system operations are disabled/],
    ["SELECT * FROM read_csv('/etc/passwd')", /file system operations are disabled/],
    ["SELECT * FROM '/etc/passwd'", /disabled|does not exist/],
    ["ATTACH 'other.db'", /disabled/],
    ["SET memory_limit = '8GB'", /locked/],
    ['SET enable_external_access = true', /locked|Cannot/],
    ['INSTALL httpfs', /disabled|locked|Permission/i],
  ])('refuses %s', async (sql, message) => {
    const where = join(root, 'refusals');
    if (!existsSync(where)) await write(where, rowsOf(1, 3));
    await expect(ask(where, sql)).rejects.toThrow(message);
    expect(await ask(where, count)).toEqual([[3]]);
  });
});

describe('the index', () => {
  it('is made once, again when there are more files, and whenever it is missing or damaged', async () => {
    const where = await write(folder(), rowsOf(2, 10));
    const index = join(where, 'results.duckdb');
    expect(await ask(where, count)).toEqual([[20]]);
    const made = statSync(index).ino;
    expect(await ask(where, count)).toEqual([[20]]);
    expect(statSync(index).ino).toBe(made);
    await write(where, rowsOf(2, 12));
    expect(await ask(where, count)).toEqual([[24]]);
    expect(statSync(index).ino).not.toBe(made);
    const whole = readFileSync(index);
    const said: string[] = [];
    for (const bytes of [whole.subarray(0, 5000), Buffer.alloc(9000, 'x'), Buffer.alloc(0)]) {
      writeFileSync(index, bytes);
      expect(await ask(where, count, said)).toEqual([[24]]);
      expect(said.splice(0)).toEqual([`${index} was damaged: it is built again from the files of results.`]);
    }
    rmSync(index);
    expect(await ask(where, count, said)).toEqual([[24]]);
    expect(said).toEqual([]);
    expect(readdirSync(where).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  it('leaves damaged files out, and says so every time', async () => {
    const where = await write(folder(), rowsOf(2, 10));
    const [path] = filesOf(where, 'shards');
    const bytes = readFileSync(join(where, path));
    bytes[bytes.length >> 1] ^= 1;
    writeFileSync(join(where, path), bytes);
    for (let i = 0; i < 2; i++) {
      const said: string[] = [];
      expect(await ask(where, count, said)).toEqual([[10]]);
      expect(said).toEqual([`${where}: 1 damaged file is left out; seedbed verify ${where} names them.`]);
    }
  });
});

describe('an export', () => {
  const csvOf = async (where: string) => {
    const names = (await ask(where, `DESCRIBE ${exportable.results}`)).map(([name]) => String(name));
    const rows = await ask(where, exportable.results);
    return headOf(names, 'csv') + rows.map((row) => rowLine(names, row, 'csv')).join('');
  };

  it('is the same bytes whatever the order, the files and the machines', async () => {
    const rows = rowsOf(3, 20);
    const one = await write(folder(), rows, 60, { host: 'oak' });
    const other = await write(folder(), [...rows].reverse(), 7, { host: 'elm' });
    expect(await csvOf(other)).toBe(await csvOf(one));
    expect((await csvOf(one)).split('\n')).toHaveLength(62);
  });

  it('as Parquet is read as a file of results is, in browsers too', async () => {
    const rows = rowsOf(2, 10);
    const where = await write(folder(), rows, 6);
    const file = join(root, 'one.parquet');
    await ask(where, parquetStatement('results', file), [], true);
    const shard = openShard(readFileSync(file));
    const places = await placesIn(shard);
    expect(places.map(({ armKey, world, digest }) => ({ armKey, world, digest }))).toEqual(
      [...rows]
        .sort((a, b) => (a.armKey < b.armKey ? -1 : a.armKey > b.armKey ? 1 : a.world - b.world))
        .map(({ armKey, world, digest }) => ({ armKey, world, digest })),
    );
    const { [metrics[0].name]: values } = await shard.read([metrics[0].name]);
    expect(new Set(values)).toEqual(new Set(rows.map(({ outcomes }) => outcomes[0])));
  });

  it('as Parquet is read by pandas, where that is there', async (context) => {
    const python = process.env.PYTHON ?? 'python3';
    if (spawnSync(python, ['-c', 'import pandas, pyarrow']).status !== 0) return context.skip();
    const rows = rowsOf(2, 10);
    const where = await write(folder(), rows);
    const file = join(root, 'all.parquet');
    await ask(where, parquetStatement('results', file), [], true);
    const script = `
import glob, pandas, sys
whole = pandas.read_parquet(sys.argv[1])
parts = pandas.concat(pandas.read_parquet(path) for path in glob.glob(sys.argv[2] + '/shards/*/*.parquet'))
for table in (whole, parts):
    print(len(table), repr(table[sys.argv[3]].sum()), table[sys.argv[4]].isna().all())`;
    const { stdout, stderr } = spawnSync(
      python,
      ['-c', script, file, where, metrics[0].name, metrics[6].name],
      {
        encoding: 'utf8',
      },
    );
    expect(stderr).toBe('');
    const told = stdout.trim().split('\n');
    expect(told).toHaveLength(2);
    for (const line of told) {
      const [n, sum, missing] = line.replace(/np\.float64\((.*)\)/, '$1').split(' ');
      expect([n, missing]).toEqual(['20', 'True']);
      expect(Number(sum)).toBeCloseTo(
        rows.reduce((total, { outcomes }) => total + outcomes[0], 0),
        10,
      );
    }
  });
});

describe('a cell of CSV', () => {
  it.each([
    [1e21, '1e+21'],
    [-3.5, '-3.5'],
    [null, ''],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['=1+1', "'=1+1"],
    ['-x', "'-x"],
    ['@x', "'@x"],
    ['two\nlines', '"two\nlines"'],
    [true, 'true'],
    [[1, null], '"[1,null]"'],
  ] as const)('%j is %s', (value, text) => {
    expect(rowLine(['a'], [value as SqlValue], 'csv')).toBe(`${text}\n`);
  });
});
