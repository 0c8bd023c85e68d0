import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/analysis/comparison.ts';
import type { UntilReport } from '../../src/cli/until.ts';
import { openStored } from '../../src/report/stored.ts';
import { fileOf } from '../report/stored-results.ts';
import { comparisonIn, finished, type Outcome, tiny, workplace } from './program.ts';

const { seedbed, file, folder, start } = workplace();
file('tiny.yaml', tiny);
const coupons = '  - name: coupons\n    tactics: {coupons: {}}\n';
file('alike.yaml', tiny.replace('tactics: {ads: {}}', 'tactics: {}').replace(coupons, ''));

const until = ['compare', 'tiny.yaml', '--until', 'net revenue of "with ads" decided', '--max-worlds', '600'];
const reportIn = (outcome: Outcome) => (comparisonIn(outcome) as Comparison & { until: UntilReport }).until;
const withoutReport = (outcome: Outcome) => ({ ...comparisonIn(outcome), until: undefined });

describe('compare --until', () => {
  let first: Outcome;
  beforeAll(async () => {
    first = await seedbed(...until, '--json', '--quiet', '--jobs', '2', '-o', 'out/kept');
  });

  it('gives what the same number of --worlds gives, and what it decided', async () => {
    expect(first).toMatchObject({ code: 0, err: '' });
    const report = reportIn(first);
    expect(report).toMatchObject({ reason: 'decided', maxWorlds: 600, errorRate: 0.05 });
    expect(report.worlds).toBeGreaterThanOrEqual(80);
    expect(report.worlds).toBeLessThan(600);
    const [claim] = report.claims;
    expect(claim).toMatchObject({ metric: 'netRevenue', arm: 'with ads', decided: 'same', matters: 2000 });
    expect(claim.low).toBeGreaterThan(-2000);
    expect(claim.high).toBeLessThan(2000);
    const flags = ['--worlds', `${report.worlds}`, '--json', '--quiet', '--jobs', '1'];
    const fixed = await seedbed('compare', 'tiny.yaml', ...flags);
    expect(withoutReport(first)).toEqual({ ...comparisonIn(fixed), until: undefined });
  });

  it('keeps a whole result of as many worlds', async () => {
    const { worlds } = reportIn(first);
    const names = readdirSync(join(folder, 'out/kept'));
    expect(names).toEqual(expect.arrayContaining(['comparison.json', 'report.html']));
    const stored = names.filter((name) => name.endsWith('.ndjson'));
    expect(stored).toHaveLength(1);
    const lines = readFileSync(join(folder, 'out/kept', stored[0]), 'utf8');
    const opened = await openStored([fileOf(stored[0], lines)]);
    expect(opened.problems).toEqual([]);
    expect(opened.stored).toMatchObject({ comparison: { worlds, digest: comparisonIn(first).digest } });
  });

  it('goes on from what is kept, to the same end, in both languages', async () => {
    const again = await seedbed(...until, '-o', 'out/kept', '--jobs', '1');
    expect(again.err).toMatch(/finished worlds picked up/);
    expect(again.err).not.toMatch(/\d worlds in \d/);
    expect(readFileSync(join(folder, 'out/kept/comparison.json'), 'utf8')).toBe(first.out);
    expect(again.out).toMatch(
      /\nDecided, and stopped, after \d+ of at most 600 worlds\.\nnet revenue, With ads against Quiet: practically the same on average, .*\. Less than ¥2K does not matter\. A study of fixed size .* about [\d,]+ worlds an arm had it known this difference beforehand, and [\d,]+ to be sure of seeing the smallest that matters\.\nRanges in brackets hold at every look together; the chance of a wrong decision is at most 5%\.\n$/,
    );
    const chinese = await seedbed(...until, '--quiet', '--lang', 'zh-CN', '-o', 'out/kept');
    expect(chinese.out).toMatch(
      /已有定论，在 \d+ 个模拟世界后停止（上限 600 个）。\n净收入，投广告与安静相比：/,
    );
  });

  it('calls arms that are alike the same after 200 worlds', async () => {
    const alike = ['compare', 'alike.yaml', '--until', 'netRevenue decided', '--json', '--quiet'];
    const report = reportIn(await seedbed(...alike));
    expect(report).toMatchObject({ reason: 'decided', worlds: 200, claims: [{ decided: 'same', mean: 0 }] });
  });

  it('ends undecided at the most worlds, which --require-decision takes for a failure', async () => {
    const few = [...until.slice(0, -1), '84', '--until', 'members of coupons decided', '--require-decision'];
    const outcome = await seedbed(...few);
    expect(outcome.code).toBe(4);
    expect(outcome.out).toMatch(/\nNot decided after 84 worlds, the most that were allowed\.\n/);
    expect(outcome.out).toMatch(/members, coupons against Quiet: open, /);
  });

  const slow = file('slow.yaml', tiny.replace('35 days', '6 months').replace('members: 60', 'members: 300'));

  it('ends when the time is up, with the worlds that it has without a gap', async () => {
    const large = file(
      'large.yaml',
      tiny.replace('35 days', '12 months').replace('members: 60', 'members: 2000'),
    );
    const open = ['compare', large, '--until', 'net revenue decided', '--json', '--time-budget'];
    const outcome = await seedbed(...open, '5s');
    const report = reportIn(outcome);
    expect(report).toMatchObject({ reason: 'time budget', maxWorlds: 2000 });
    expect(report.worlds % 2).toBe(0);
    expect(report.worlds).toBe(comparisonIn(outcome).worlds);
    const none = await seedbed(...open, '0.001s');
    expect(none).toMatchObject({ code: 3, out: '' });
    expect(none.err).toContain('there is nothing to show');
  });

  it('keeps its worlds on Ctrl-C and says how to go on', async () => {
    const child = start(['compare', slow, '--until', 'net revenue decided', '-o', 'out/stopped']);
    const stopped = finished(child);
    const worlds = () =>
      existsSync(join(folder, 'out/stopped'))
        ? readdirSync(join(folder, 'out/stopped')).filter((name) => name.startsWith('worlds'))
        : [];
    const lines = () =>
      worlds().flatMap((name) => readFileSync(join(folder, 'out/stopped', name), 'utf8').split('\n'));
    while (lines().length < 4) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    const outcome = await stopped;
    expect(outcome.code).toBe(130);
    expect(outcome.err).toMatch(/Resume {2}.* --until 'net revenue decided' -o out\/stopped/);
  });
});

describe('mistakes in --until', () => {
  it('are all told, with their place and the nearest name', async () => {
    const outcome = await seedbed(
      'compare',
      'tiny.yaml',
      ...['net revenu decided', 'members of copons decided', 'members of quiet decided'].flatMap((text) => [
        '--until',
        text,
      ]),
    );
    expect(outcome.code).toBe(3);
    expect(outcome.err).toBe(
      [
        '--until: there is no metric net revenu; did you mean netRevenue?',
        '  net revenu decided',
        '  ^',
        '--until: there is no arm copons; did you mean coupons?',
        '  members of copons decided',
        '             ^',
        '--until: quiet is the baseline: it is what others are compared with',
        '  members of quiet decided',
        '             ^',
        '',
      ].join('\n'),
    );
  });

  it.each([
    [
      ['--until', 'net revenue'],
      '--until must be METRIC decided, such as \'net revenue decided\'; got "net revenue"',
    ],
    [['--until', 'members decided', '--worlds', '9'], 'give --max-worlds instead of --worlds'],
    [['--max-worlds', '9'], '--max-worlds goes with --until'],
    [['--time-budget', '9s'], '--time-budget goes with --until'],
    [['--until', 'members decided', '--time-budget', '9 days'], 'must be a time, such as 60s, 5min or 1h'],
    [['--until', 'members decided', '--time-budget', '-1s'], 'must be a time, such as 60s, 5min or 1h'],
    [['--until', 'members decided', '--time-budget', '999h'], 'must be a time, such as 60s, 5min or 1h'],
    [['--until', 'members decided', '--max-worlds', '0'], '--max-worlds must be a whole number from 1 to'],
  ])('are wrong usage where the form is wrong: %j', async (flags, message) => {
    const outcome = await seedbed('compare', 'tiny.yaml', ...flags);
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err).toContain(message);
  });

  it('leave metrics with "of" in their names alone', async () => {
    const outcome = await seedbed(
      'compare',
      'tiny.yaml',
      '--until',
      'share of prospects joined decided',
      '--max-worlds',
      '4',
      '--json',
    );
    expect(reportIn(outcome).claims).toHaveLength(2);
  });
});
