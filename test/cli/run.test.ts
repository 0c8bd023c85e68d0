import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { metrics } from '../../src/metrics/definitions.ts';
import { comparisonIn, tiny, workplace } from './program.ts';

const { folder, seedbed, file } = workplace();
const yaml = file('tiny.yaml', tiny);

interface RunJson {
  readonly arm: string;
  readonly days: number;
  readonly digest: string;
  readonly metrics: Record<string, { unit: string; byWorld: (number | null)[][] }>;
  readonly outcomes: Record<string, { unit: string; byWorld: (number | null)[] }>;
}

describe('run --json', () => {
  it('gives every day of every world of one arm, and what each world comes to', async () => {
    const { code, out, err } = await seedbed('run', yaml, '--arm', 'with ads', '--json', '-q');
    expect(code).toBe(0);
    expect(err).toBe('');
    const result = JSON.parse(out) as RunJson;
    expect(result).toMatchObject({
      schema: 'seedbed/run@1',
      seed: 'seedbed',
      worlds: 8,
      arm: 'with ads',
      days: 35,
    });
    const daily = metrics.filter(({ summary }) => summary !== 'state');
    expect(Object.keys(result.metrics)).toEqual(daily.map(({ name }) => name));
    expect(Object.keys(result.outcomes)).toEqual(metrics.map(({ name }) => name));
    for (const { name, unit, summary } of daily) {
      const { byWorld, unit: given } = result.metrics[name];
      expect(given).toBe(unit);
      expect(byWorld.map((days) => days.length)).toEqual(new Array(8).fill(35));
      for (const [world, days] of byWorld.entries()) {
        const sum = days.reduce<number>((total, day) => total + (day ?? 0), 0);
        const expected = { sum, last: days[34], mean: sum / 35, state: null }[summary];
        if (expected !== null) expect(result.outcomes[name].byWorld[world], name).toBeCloseTo(expected, 6);
      }
    }
  });

  it('gives the arm that it has in a comparison, to the last bit', async () => {
    const [run, compared] = await Promise.all([
      seedbed('run', yaml, '--arm', 'coupons', '--json', '-q'),
      seedbed('compare', yaml, '-o', 'out/both', '--json', '-q'),
    ]);
    const { outcomes } = JSON.parse(run.out) as RunJson;
    const stored = readdirSync(join(folder, 'out/both')).find((name) => name.startsWith('worlds')) ?? '';
    const lines = readFileSync(join(folder, 'out/both', stored), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const worlds = lines.map((line) => JSON.parse(line) as { world: number; arms: { outcomes: number[] }[] });
    worlds.sort((a, b) => a.world - b.world);
    for (const [place, { name }] of metrics.entries()) {
      expect(outcomes[name].byWorld).toEqual(worlds.map(({ arms }) => arms[2].outcomes[place]));
    }
    expect(comparisonIn(compared).arms[2].name).toBe('coupons');
  });

  it('takes the first arm where none is named', async () => {
    expect((JSON.parse((await seedbed('run', yaml, '--json', '-q')).out) as RunJson).arm).toBe('quiet');
  });
});

describe('run for people', () => {
  it('prints medians by week or month, and the whole run', async () => {
    const { out } = await seedbed('run', yaml, '--arm', 'with ads', '-q');
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toBe('With ads: medians over 8 worlds');
    expect(lines[2]).toMatch(/^ +week +net revenue +members +active members +ad revenue /);
    expect(lines.slice(3).map((line) => line.trim().split(/ {2,}/)[0])).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      'whole run',
    ]);
    const months = await seedbed(
      'run',
      yaml,
      '-q',
      '--set',
      'horizon=4 months',
      '--worlds',
      '2',
      '--lang',
      'zh-CN',
    );
    expect(
      months.out
        .trimEnd()
        .split('\n')
        .slice(2)
        .map((line) => line.trim().split(/ {2,}/)[0]),
    ).toEqual(['月', '1', '2', '3', '4', '全期']);
  });

  it('shows the last day of what is counted, and the sum of what is earned', async () => {
    const flags = ['run', yaml, '--arm', 'with ads', '-q', '--worlds', '3'];
    const [text, json] = await Promise.all([seedbed(...flags), seedbed(...flags, '--json')]);
    const { metrics: daily } = JSON.parse(json.out) as RunJson;
    const middle = (values: number[]) => values.sort((a, b) => a - b)[1];
    const members = middle(daily.members.byWorld.map((days) => days[13] ?? 0));
    const visits = middle(
      daily.visits.byWorld.map((days) => days.slice(7, 14).reduce<number>((sum, day) => sum + (day ?? 0), 0)),
    );
    const cells = text.out.split('\n')[4].trim().split(/ {2,}/);
    expect(cells[0]).toBe('2');
    expect(cells[2]).toBe(String(members));
    expect(cells.at(-1)).toBe(String(visits));
  });

  it('keeps its results with -o, and picks them up again', async () => {
    await seedbed('run', yaml, '-q', '-o', 'out/run');
    const { err } = await seedbed('run', yaml, '-o', 'out/run', '--json');
    expect(err).toContain('8 finished worlds picked up');
    expect(JSON.parse(readFileSync(join(folder, 'out/run/run.json'), 'utf8'))).toMatchObject({
      schema: 'seedbed/run@1',
    });
  });
});

describe('run --by ties', () => {
  it('prints a line for each number of friends, in both languages', async () => {
    const { code, out } = await seedbed('run', yaml, '--by', 'ties', '-q');
    expect(code).toBe(0);
    expect(out).toMatch(/^friends +of member days +fall silent in 30 days/m);
    const [single, wide] = out.split('\n\n').slice(1);
    const shares = [...single.matchAll(/^ +\d+\+? +([\d.]+)%/gm)].map(([, share]) => Number(share));
    expect(shares.length).toBeGreaterThan(2);
    expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThan(2);
    expect(wide).toMatch(/^ +0–4 .*%.* ± .*%/m);
    const chinese = await seedbed('run', yaml, '--by', 'ties', '-q', '--lang', 'zh-CN');
    expect(chinese.out).toMatch(/好友数 +占成员日/);
  });

  it('gives one object, the same every time', async () => {
    const [one, again] = await Promise.all(
      [1, 2].map(() => seedbed('run', yaml, '--by', 'ties', '--json', '-q')),
    );
    expect(one.err).toBe('');
    expect(again.out).toBe(one.out);
    expect(JSON.parse(one.out)).toMatchObject({
      schema: 'seedbed/by-ties@1',
      worlds: 8,
      days: 35,
      period: 30,
      groups: expect.arrayContaining([expect.objectContaining({ ties: 0, upTo: 4 })]),
      lines: expect.arrayContaining([
        expect.objectContaining({ posts: { rate: expect.any(Number), error: expect.any(Number) } }),
      ]),
    });
  });

  it('goes with nothing that it could not keep', async () => {
    const { code, err, out } = await seedbed('run', yaml, '--by', 'ties', '-o', join(folder, 'ties'));
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('--by goes without -o and without --fail-if');
    expect((await seedbed('run', yaml, '--by', 'tie')).code).toBe(2);
  });
});
