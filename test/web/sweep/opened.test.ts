import { describe, expect, it } from 'vitest';
import { localExecutor } from '../../../src/experiment/local.ts';
import { armKey } from '../../../src/experiment/plan.ts';
import type { ColumnValues } from '../../../src/experiment/shards/shard-bytes.ts';
import { parquetBytes, shardBytes } from '../../../src/experiment/shards/shard-bytes.ts';
import { studyOf, studyText } from '../../../src/experiment/sweep/study.ts';
import { metricIndex } from '../../../src/metrics/definitions.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { engineFingerprint, resultsVersion, version } from '../../../src/version.ts';
import { type Exported, readExported } from '../../../web/pages/sweep/exported.ts';
import { foundHere } from '../../../web/pages/sweep/found-here.ts';
import type { OpenedRuns } from '../../../web/pages/sweep/opened-runs.ts';
import { readTable } from '../../../web/pages/sweep/parquet-table.ts';
import { type Prepared, prepare } from '../../../web/pages/sweep/prepare.ts';
import { Rows } from '../../../web/pages/sweep/rows.ts';
import { runMissing } from '../../../web/pages/sweep/run-missing.ts';
import { textOfStudyPoint } from '../../../web/pages/sweep/send.ts';
import { usualSetup } from '../../../web/pages/sweep/setup.ts';

const text = `seedbed: 1
title: {en: Ads in a small place, zh-CN: 小社区里的广告}
horizon: 40 days
currency: EUR
community: {members: 40, prospects: 10}
arms:
  - {name: quiet, label: {en: Quiet, zh-CN: 安静}}
  - {name: with ads, label: {en: With ads, zh-CN: 投广告}, tactics: {ads: {}}}
judge: {metric: active members}
`;
const wanted = {
  ...usualSetup,
  vary: ['tactics.ads.load=1..6 per hour', 'leave.perTie'],
  points: 4,
  worlds: 3,
};
const never = new AbortController().signal;
const made = (await prepare(
  { preset: null, file: 'small.yaml', text },
  wanted,
  new Map(),
  never,
)) as Prepared;
const rows = new Rows();
for await (const some of runMissing(made, (key, world) => rows.has(key, world), localExecutor(), never))
  for (const row of some) rows.add(row);

const study = studyOf({ ...made, design: { name: 'latin-hypercube', points: 4, seed: made.scenario.seed } });
const keys = [...new Set(made.points.flatMap(({ armKeys }) => armKeys))];
const all = keys.flatMap((key) => [0, 1, 2].map((world) => rows.get(key, world) as never));
const origin = { seed: study.seed, resultsVersion, version, engine: engineFingerprint, host: 'x' };
const shard = shardBytes(all, origin);

const fileOf = (name: string, bytes: Uint8Array | string): File => new File([bytes as BlobPart], name);
const studyFile = fileOf('study.json', studyText(study));
const open = (...bytes: readonly Uint8Array[]): Promise<Exported> =>
  readExported(
    bytes.map((each, i) => fileOf(`${i}.parquet`, each)),
    [],
  );

function runsIn(found: Exported): OpenedRuns {
  if (found.kind !== 'runs') throw new Error(JSON.stringify(found));
  return found.runs;
}

/** A table of runs as the command line exports it, without what it says of its studies. */
function runsTable(changes: Readonly<Record<string, ColumnValues['values']>> = {}): Uint8Array {
  const runs = made.points.flatMap(({ number, values, armKeys }) =>
    armKeys.flatMap((armKey, arm) =>
      [0, 1, 2].map((world) => ({ number, values, armKey, arm, world, row: rows.get(armKey, world) })),
    ),
  );
  const column = (
    name: string,
    kind: ColumnValues['kind'],
    values: ColumnValues['values'],
  ): ColumnValues => ({
    name,
    kind,
    values: changes[name] ?? values,
  });
  return parquetBytes([
    column(
      'study',
      'text',
      runs.map(() => 'a'),
    ),
    column(
      'point',
      'whole number',
      runs.map(({ number }) => number),
    ),
    column(
      'arm',
      'text',
      runs.map(({ arm }) => study.arms[arm].name),
    ),
    column(
      'armKey',
      'text',
      runs.map(({ armKey }) => armKey),
    ),
    column(
      'engine',
      'text',
      runs.map(() => engineFingerprint),
    ),
    ...study.inputs.map(({ path }, i) =>
      column(
        path,
        'number',
        runs.map(({ values }) => values[i]),
      ),
    ),
    column(
      'world',
      'whole number',
      runs.map(({ world }) => world),
    ),
    column(
      'digest',
      'text',
      runs.map(({ row }) => row?.digest ?? ''),
    ),
    column(
      'activeMembers',
      'number',
      runs.map(({ row }) => row?.outcomes[metricIndex.activeMembers] ?? null),
    ),
  ]);
}

const look = { locale: 'zh-CN', arm: null, metric: null } as const;

describe('results of the command line', () => {
  it('are with their study what the page itself finds: points, numbers, words, currency and metric', async () => {
    const here = foundHere(made, rows, look);
    for (const bytes of [shard, runsTable()]) {
      const runs = runsIn(await readExported([fileOf('0.parquet', bytes)], [studyFile]));
      expect(runs).toMatchObject({ currency: 'EUR', judge: 'activeMembers', points: 4, worlds: 3 });
      const found = runs.found(look);
      expect(found.points).toEqual(here.points);
      expect({ ...found, points: 0, inputs: 0 }).toEqual({ ...here, points: 0, inputs: 0 });
      const words = ({ inputs, points }: typeof found) =>
        inputs.map((input, i) => [input.label, ...points.map(({ values }) => input.show(values[i]))]);
      expect(words(found)).toEqual(words(here));
    }
  });

  it('send a point to the compare page as the very scenario that was run, or not at all', () => {
    for (const { number, armKeys } of made.points) {
      const { scenario } = parseScenario(textOfStudyPoint(study, number) ?? '', 'point.yaml');
      expect(scenario?.arms.map((arm) => armKey(scenario, arm, new Map()))).toEqual(armKeys);
    }
    const set = ['community.members=41'];
    expect(textOfStudyPoint({ ...study, scenario: { ...study.scenario, set } }, 1)).toBeNull();
  });

  it('are without it the same numbers, and what is not known is not made up', async () => {
    const runs = runsIn(await open(runsTable()));
    expect(runs).toMatchObject({ currency: null, judge: null, title: null, points: 4, worlds: 3 });
    const found = runs.found({ ...look, metric: 'activeMembers' });
    expect(found.points).toEqual(foundHere(made, rows, look).points);
    expect(found.currency).toBe('XXX');
  });

  it('show the points that are whole, and leave out what is damaged', async () => {
    const part = shardBytes(all.slice(0, -1), origin);
    const damaged = fileOf('1.parquet', shard.slice(0, 900));
    const found = await readExported([fileOf('0.parquet', part), damaged], [studyFile]);
    expect(found).toMatchObject({ leftOut: 1 });
    const { points } = runsIn(found).found(look);
    expect(points.length).toBeLessThan(4);
    expect(points.flatMap(({ outcomes }) => outcomes.flatMap((own) => [...own]))).not.toContain(Number.NaN);
  });

  it('fill in the sweep of the page where there is no study', async () => {
    const found = await open(shard);
    expect(found).toMatchObject({ kind: 'results', others: 0 });
    if (found.kind === 'results') expect(found.rows).toHaveLength(all.length);
  });
});

describe('files that are none', () => {
  const none = parquetBytes([{ name: 'a', kind: 'number', values: [1] }]);
  it.each([
    ['text', new TextEncoder().encode('PAR1 is how it begins'), 'notParquet'],
    ['nothing', new Uint8Array(), 'notParquet'],
    ['other columns', none, 'notOurs'],
    ['no rows', shardBytes([], origin), 'noRows'],
    ['worlds below 0', runsTable({ world: new Int32Array(24).fill(-1) }), 'unreadable'],
    ['points without a number', runsTable({ point: new Int32Array(24).fill(-7) }), 'unreadable'],
    [
      'more arms than there may be',
      runsTable({ arm: Array.from({ length: 24 }, (_, i) => `arm ${i}`) }),
      'unreadable',
    ],
  ])('are named: %s', async (_, bytes, fault) => {
    const found = await open(bytes);
    if (fault === 'unreadable' && found.kind === 'runs') throw new Error('it was read');
    expect(found).toEqual({ kind: 'fault', fault });
  });

  it('are named wherever they are cut short', async () => {
    for (let at = 0; at < shard.length; at += 997)
      expect(await open(shard.slice(0, at))).toEqual({ kind: 'fault', fault: 'notParquet' });
  });

  it('are named whatever byte of them is another', async () => {
    const kinds = new Set<string>();
    for (let at = 5; at < shard.length; at += 1201) {
      const bytes = Uint8Array.from(shard);
      bytes[at] ^= 0x55;
      kinds.add((await open(bytes)).kind);
    }
    expect([...kinds].sort()).toEqual(['fault', 'results']);
    const bytes = Uint8Array.from(shard);
    bytes[200] ^= 0x55;
    const name = `${'0'.repeat(64)}.parquet`;
    expect(await readExported([fileOf(name, bytes)], [])).toEqual({ kind: 'fault', fault: 'changed' });
  });

  it('are refused before they are read where they are too large', async () => {
    await expect(readTable('a', Uint8Array.from(shard).buffer, 99)).rejects.toMatchObject({
      fault: 'tooLarge',
    });
  });

  it('contradict each other', async () => {
    const [first] = all as readonly { readonly digest: string }[];
    const other = shardBytes([{ ...(first as never as object), digest: 'f'.repeat(64) } as never], origin);
    expect(await open(shard, other)).toEqual({ kind: 'fault', fault: 'contradiction' });
  });
});
