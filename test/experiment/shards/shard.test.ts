import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOfResult } from '../../../src/experiment/plan.ts';
import { columns, originColumns } from '../../../src/experiment/shards/columns.ts';
import { dictionaryText } from '../../../src/experiment/shards/dictionary.ts';
import { shardBytes } from '../../../src/experiment/shards/shard-bytes.ts';
import { NotAShard, openShard, placesIn } from '../../../src/experiment/shards/shard-read.ts';
import { metrics } from '../../../src/metrics/definitions.ts';
import { rowOf, rowsOf } from './rows.ts';

const origin = { seed: 'seed', resultsVersion: 1, version: '1.2.3', engine: 'engine', host: 'here' };

describe('a file of results', () => {
  it('has a column for where a row comes from and one for every metric, none of the same name', () => {
    const names = columns.map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    expect(openShard(shardBytes([rowOf(0, 0)], origin)).names).toEqual(columns.map(({ name }) => name));
    expect(columns.length).toBe(originColumns.length + metrics.length);
  });

  it('gives back key, digest and origin of every row', async () => {
    const rows = rowsOf(3, 5);
    const shard = openShard(shardBytes(rows, origin));
    const places = await placesIn(shard);
    const inOrder = [...rows].sort((a, b) =>
      a.armKey < b.armKey ? -1 : a.armKey > b.armKey ? 1 : a.world - b.world,
    );
    expect(places).toEqual(
      inOrder.map(({ armKey, world, digest }) => ({ armKey, world, digest, engine: 'engine', host: 'here' })),
    );
    const { key, seed, version } = await shard.read(['key', 'seed', 'version']);
    expect(key).toEqual(inOrder.map(({ armKey, world }) => keyOfResult(armKey, world)));
    expect(new Set([...seed, ...version])).toEqual(new Set(['seed', '1.2.3']));
  });

  it('gives back every double to the last bit, and nothing where there is no number', async () => {
    const values = fc.double({ noDefaultInfinity: true });
    const row = fc.array(values, { minLength: metrics.length, maxLength: metrics.length });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 4 }), async (numbers) => {
        const rows = numbers.map((outcomes, world) =>
          rowOf(0, world, { outcomes: Float64Array.from(outcomes) }),
        );
        const shard = openShard(shardBytes(rows, origin));
        const read = await shard.read(metrics.map(({ name }) => name));
        for (const [m, { name }] of metrics.entries())
          for (const [world, outcomes] of numbers.entries()) {
            const expected = Number.isNaN(outcomes[m]) ? null : outcomes[m];
            expect(Object.is(read[name][world], expected), `${name} ${expected} ${read[name][world]}`).toBe(
              true,
            );
          }
      }),
      { numRuns: 30, seed: 6 },
    );
  });

  it('is read from the midst of other bytes', async () => {
    const bytes = shardBytes(rowsOf(1, 3), origin);
    const among = Buffer.concat([Buffer.from('before'), bytes, Buffer.from('behind')]).subarray(
      6,
      6 + bytes.length,
    );
    expect(await placesIn(openShard(among))).toEqual(await placesIn(openShard(bytes)));
  });

  it('is the same bytes in whatever order rows come', () => {
    const rows = rowsOf(4, 6);
    expect(shardBytes([...rows].reverse(), origin)).toEqual(shardBytes(rows, origin));
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a text', new TextEncoder().encode('PAR1 but no more than that PAR1')],
    ['the first half of one', shardBytes(rowsOf(2, 8), origin).slice(0, 5000)],
  ])('is told from %s', (_, bytes) => {
    expect(() => openShard(bytes)).toThrow(NotAShard);
  });
});

describe('the dictionary', () => {
  it('explains every column, in the order of the files', () => {
    const { columns: told } = JSON.parse(dictionaryText()) as { columns: { name: string; about: unknown }[] };
    expect(told.map(({ name }) => name)).toEqual(columns.map(({ name }) => name));
    for (const { about } of told) expect(about).toBeTruthy();
  });
});
