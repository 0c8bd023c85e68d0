/** The tables that SQL asks of a store, made from its files: results, points, studies, metrics, and runs that joins them. */

import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { metrics } from '../../metrics/definitions.ts';
import { readIndex } from './results-store.ts';
import type { NamedStudy } from './studies.ts';

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const name = (value: string): string => `"${value.replaceAll('"', '""')}"`;

/** Fills an empty database. */
export async function makeTables(
  connection: DuckDBConnection,
  folder: string,
  shards: readonly string[],
  studies: readonly NamedStudy[],
): Promise<void> {
  await makeResults(connection, folder, shards);
  await makeMetrics(connection);
  await makeStudies(connection, studies);
  await makePoints(connection, studies);
  await connection.run(`CREATE VIEW runs AS
    SELECT p.*, r.* EXCLUDE (armKey, engine)
    FROM points p JOIN studies s USING (study) JOIN results r ON r.armKey = p.armKey AND r.engine = p.engine
    WHERE r.world < s.worlds`);
}

/** A row for each result, whatever the number of files that it stands in. Throws when two of them contradict each other. */
async function makeResults(connection: DuckDBConnection, folder: string, shards: readonly string[]) {
  if (shards.length === 0) {
    const numbers = metrics.map((metric) => `${name(metric.name)} DOUBLE`).join(', ');
    await connection.run(`CREATE TABLE results (key VARCHAR, armKey VARCHAR, world INTEGER, digest VARCHAR,
      seed VARCHAR, resultsVersion INTEGER, version VARCHAR, engine VARCHAR, host VARCHAR, ${numbers})`);
    return;
  }
  const files = shards.map((path) => text(join(folder, path))).join(', ');
  await connection.run(
    `CREATE TABLE results AS SELECT * FROM read_parquet([${files}], union_by_name = true)`,
  );
  const [twice] = await rowsOf(connection, 'SELECT count(*) > count(DISTINCT key || engine) FROM results');
  if (twice[0] !== true) return;
  const [contradiction] = await rowsOf(
    connection,
    'SELECT key FROM results GROUP BY key, engine HAVING count(DISTINCT digest) > 1 LIMIT 1',
  );
  // Reading all places again is slow, but it names both sides.
  if (contradiction !== undefined) await readIndex(folder, '');
  await connection.run(`CREATE OR REPLACE TABLE results AS SELECT * FROM results
    QUALIFY row_number() OVER (PARTITION BY key, engine ORDER BY host, version) = 1`);
}

const rowsOf = async (connection: DuckDBConnection, sql: string) =>
  (await connection.runAndReadAll(sql)).getRowsJS();

async function makeMetrics(connection: DuckDBConnection) {
  await connection.run(
    'CREATE TABLE metrics (name VARCHAR, label VARCHAR, labelZh VARCHAR, unit VARCHAR, better VARCHAR, ofDays VARCHAR, about VARCHAR)',
  );
  await insert(
    connection,
    'metrics',
    metrics.map((metric) => [
      metric.name,
      metric.label.en,
      metric.label['zh-CN'] ?? null,
      metric.unit,
      metric.better,
      metric.summary,
      metric.about.en,
    ]),
  );
}

async function makeStudies(connection: DuckDBConnection, studies: readonly NamedStudy[]) {
  await connection.run(`CREATE TABLE studies (study VARCHAR, file VARCHAR, title VARCHAR, design VARCHAR, points INTEGER,
    worlds INTEGER, arms INTEGER, seed VARCHAR, judge VARCHAR, horizonDays DOUBLE, currency VARCHAR, version VARCHAR, engine VARCHAR)`);
  await insert(
    connection,
    'studies',
    studies.map(({ name: own, study }) => [
      own,
      study.scenario.file,
      study.scenario.title.en,
      study.design.name,
      study.points.length,
      study.worlds,
      study.arms.length,
      study.seed,
      study.judge,
      study.scenario.horizonDays,
      study.scenario.currency,
      study.version,
      study.engine,
    ]),
  );
}

/** A row for each arm of each point; a column for every input that any study varies: a number, or the word of a choice. */
async function makePoints(connection: DuckDBConnection, studies: readonly NamedStudy[]) {
  const inputs = studies.flatMap(({ study }) => study.inputs);
  const paths = [...new Set(inputs.map(({ path }) => path))].sort();
  const isWord = new Set(inputs.filter(({ scale }) => scale === 'choice').map(({ path }) => path));
  const own = paths.map((path) => `${name(path)} ${isWord.has(path) ? 'VARCHAR' : 'DOUBLE'}`);
  const all = ['study VARCHAR', 'point INTEGER', 'arm VARCHAR', 'armKey VARCHAR', 'engine VARCHAR', ...own];
  await connection.run(`CREATE TABLE points (${all.join(', ')})`);
  const rows = function* () {
    for (const { name: of, study } of studies)
      for (const [place, { values, written, armKeys }] of study.points.entries()) {
        const given = new Map(
          study.inputs.map(({ path }, i) => [path, isWord.has(path) ? written[i] : values[i]]),
        );
        for (const [arm, armKey] of armKeys.entries())
          yield [
            of,
            place + 1,
            study.arms[arm].name,
            armKey,
            study.engine,
            ...paths.map((path) => given.get(path) ?? null),
          ];
      }
  };
  await insert(connection, 'points', rows());
}

/** Appends rows; numbers go into whole columns as well as into others. */
async function insert(
  connection: DuckDBConnection,
  table: string,
  rows: Iterable<readonly (string | number | null)[]>,
): Promise<void> {
  const types = (await connection.run(`SELECT * FROM ${table} LIMIT 0`)).columnTypes().map(String);
  const appender = await connection.createAppender(table);
  for (const row of rows) {
    for (const [i, value] of row.entries()) {
      if (value === null) appender.appendNull();
      else if (typeof value === 'string') appender.appendVarchar(value);
      else if (types[i] === 'INTEGER') appender.appendInteger(value);
      else appender.appendDouble(value);
    }
    appender.endRow();
  }
  appender.closeSync();
}
