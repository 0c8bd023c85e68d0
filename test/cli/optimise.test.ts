import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Optimization } from '../../src/analysis/optimise/findings.ts';
import { prepare, simulateWorld } from '../../src/engine/simulate.ts';
import { metricIndex } from '../../src/metrics/definitions.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { finished, type Outcome, workplace } from './program.ts';

const { folder, seedbed, start, file } = workplace();

/** In a month ads earn money and lose some members; bought newcomers cost money. */
const yaml = file(
  'small.yaml',
  `seedbed: 1
title: {en: Ads in a small place, zh-CN: 小社区里的广告}
horizon: 35 days
community: {members: 60, prospects: 20}
arms:
  - name: quiet
    label: {en: Quiet, zh-CN: 安静}
  - name: with ads
    tactics: {ads: {load: 4 per hour}}
  - name: bought
    tactics: {acquisition: {arrivals: 0.3 per day, cost: 50 CNY}}
judge:
  metric: net revenue
  matters: 1 CNY
`,
);

const args = ['--worlds', '48'];
const optimise = (...more: string[]) => seedbed('optimise', yaml, ...args, ...more);
const json = ({ out }: Outcome) => JSON.parse(out) as Optimization;
const mix = (found: Optimization, name: string) => found.candidates.find((one) => one.name === name);
const read = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8');

/** Each test starts the program several times; a busy machine takes its time. */
const patience = { timeout: 600_000 };

describe('optimise', patience, () => {
  it('chooses the tactic that plainly wins, in half of the worlds, and reports it in the other half', async () => {
    const { code, out, err } = await optimise('-o', 'plain', '--json');
    expect(code).toBe(0);
    expect(err).toMatch(
      /^optimise {2}3 mixes and the baseline · at most 48 worlds each, 24 to choose in and 24 to report on\n/,
    );
    const found = JSON.parse(out) as Optimization;
    expect(found).toMatchObject({
      schema: 'seedbed/optimise@1',
      winner: 'ads',
      status: 'better',
      baseline: 'quiet',
    });
    expect(found.candidates.map(({ name }) => name)).toEqual([
      'quiet',
      'ads',
      'acquisition',
      'ads + acquisition',
    ]);
    expect(mix(found, 'acquisition')?.dropped).toEqual({ why: 'worse', by: 'ads' });
    expect(found.report.worlds).toBe(24);
    expect(found.results.used).toBeLessThan(found.results.full);
  });

  it('prints the answer in plain words in both languages, and says where to go on; nothing is run again', async () => {
    const english = await optimise('-o', 'plain');
    expect(english.out).toMatch(
      /^“Ads” does better than “Quiet”: net revenue \+¥\d+ on average \[\+¥[\d.]+ \.\. \+¥\d+\]/,
    );
    expect(english.out).toMatch(/\nThese figures are from 24 worlds in which nothing was chosen\./);
    expect(english.out).toMatch(/\nmix +in the race +mean +\[95% range\]/);
    expect(english.out).toMatch(/\ndigest {2}[0-9a-f]{64}\n$/);
    expect(english.err).toMatch(/\nNext {2}.* compare plain\/best\.yaml --seed 'seedbed again'\n/);
    expect(english.err).not.toMatch(/results in/);
    const chinese = await optimise('-o', 'plain', '--lang', 'zh-CN', '-q');
    expect(chinese.out).toMatch(/^“广告”优于“安静”：净收入平均 \+\d+/);
    expect(chinese.err).toBe('');
  });

  it('writes baseline and winner as a scenario whose numbers are those that were reported', async () => {
    const found = json(await optimise('-o', 'plain', '--json', '-q'));
    const { scenario, problems } = parseScenario(read('plain', 'best.yaml'), 'best.yaml');
    expect(problems).toEqual([]);
    if (scenario === null) return;
    const ready = prepare(scenario, new Map());
    const odd = Array.from({ length: 48 }, (_, world) => world).filter((world) => (world >> 1) % 2 === 1);
    const revenue = (world: number, arm: number) =>
      simulateWorld(ready, world, arm).outcomes[metricIndex.netRevenue];
    const mean = odd.reduce((sum, world) => sum + revenue(world, 1) - revenue(world, 0), 0) / odd.length;
    expect(mix(found, 'ads')?.reported?.gains[0].mean).toBeCloseTo(mean, 9);
  });

  it('writes every mix as a row, and a page that needs nothing from anywhere', async () => {
    const lines = read('plain', 'results.csv').trim().split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^mix,tactics,raceWorlds,dropped,by,chosen,reportWorlds,mean,low,high,/);
    await optimise('-o', 'plain', '-q', '--against', 'active members');
    const page = read('plain', 'report.html');
    expect(page).toMatch(/<h1>“Ads” does better than “Quiet”/);
    expect(page.match(/<svg class="wide"/g)).toHaveLength(2);
    expect(page).not.toMatch(/https?:\/\/(?!www\.w3\.org)|<script/);
    expect(page).not.toContain(folder);
  });

  it('keeps with a second metric what is not surely beaten in both', async () => {
    const found = json(await optimise('-o', 'plain', '--json', '-q', '--against', 'active members'));
    expect(found.against).toBe('activeMembers');
    expect(found.front).toContain('ads');
    expect(found.front.length).toBeGreaterThan(1);
    expect(mix(found, 'ads')?.reported?.gains.map(({ metric }) => metric)).toEqual([
      'netRevenue',
      'activeMembers',
    ]);
  });

  it('keeps budget and guardrails: who surely breaks one is out, however good', async () => {
    const free = json(await optimise('-o', 'plain', '--json', '-q', '--metric', 'members'));
    expect(free.winner).toBe('acquisition');
    const bound = json(
      await optimise('-o', 'plain', '--json', '-q', '--metric', 'members', '--budget', '20 CNY'),
    );
    expect(mix(bound, 'acquisition')?.dropped).toEqual({ why: 'broken', by: 'spending' });
    expect(bound).toMatchObject({ winner: 'quiet', budget: 20 });
    // There is something to compare the baseline with all the same: of those that keep the limits the nearest.
    expect(read('plain', 'best.yaml')).toMatch(/^# No mix that was tried beats the baseline\./);
    const { scenario } = parseScenario(read('plain', 'best.yaml'), 'best.yaml');
    expect(scenario?.arms.map(({ name }) => name)).toEqual(['quiet', 'ads']);
    const rail = 'judge.guardrails=[{metric: ads per member and week, at most: 0.1}]';
    const railed = json(await optimise('-o', 'plain', '--json', '-q', '--set', rail));
    expect(mix(railed, 'ads')?.dropped).toEqual({ why: 'broken', by: 'adsPerMemberWeek' });
    expect(railed.winner).not.toMatch(/ads/);
  });

  it('comes to the same for any number of jobs, and after Ctrl-C', async () => {
    // Enough worlds that it is still at work when the signal comes.
    const many = ['--worlds', '400'];
    const expected = json(await seedbed('optimise', yaml, ...many, '-o', 'whole', '--json', '-q'));
    const child = start(['optimise', yaml, ...many, '-o', 'stopped', '--jobs', '1']);
    const ended = finished(child);
    while (!existsSync(join(folder, 'stopped', 'shards')))
      await new Promise((resolve) => setTimeout(resolve, 10));
    child.kill('SIGINT');
    const { code, err, out } = await ended;
    expect(code).toBe(130);
    expect(out).toBe('');
    expect(err).toMatch(
      /Stopped with [\d,]+ results\. They are kept in stopped\.\nResume {2}.* optimise small\.yaml --worlds 400 -o stopped --jobs 1\n/,
    );
    const again = await seedbed('optimise', yaml, ...many, '-o', 'stopped', '--json', '-q', '--jobs', '1');
    expect(json(again)).toEqual(expected);
  });

  it('finds no difference between mixes that do nothing', async () => {
    const idle =
      'arms=[{name: a}, {name: b, tactics: {ads: {load: 0 per hour}}}, {name: c, tactics: {coupons: {rate: 0% per month}}}]';
    const { out } = await optimise('-o', 'idle', '-q', '--set', idle);
    expect(out).toMatch(
      /^No difference that matters: no mix that was left differs from the baseline “a”\.\n/,
    );
    expect(out).toMatch(/\nThe race used its 24 worlds up; 4 mixes were left\.\n/);
  });

  it('stops at its time, and says so when that is too short for anything', async () => {
    const { code, err } = await optimise('-o', 'short', '--time-budget', '0.01s');
    expect(code).toBe(3);
    expect(err).toMatch(/--time-budget was over before the race could be looked at/);
  });

  it('shows what it found by then where the time is enough for a look', async () => {
    const found = json(await optimise('-o', 'plain', '--json', '-q', '--time-budget', '10 min'));
    expect(found).toMatchObject({ winner: 'ads', status: 'better', report: { worlds: 24 } });
  });

  it('names all that is wrong at once, and runs nothing', async () => {
    const { code, out, err } = await optimise(
      ...['--mix', 'cupons', '--vary', 'leave.perTie', '--metric', 'net revnue', '--against', 'nothing'],
      ...['--budget', 'much', '-o', 'bad'],
    );
    expect(code).toBe(3);
    expect(out).toBe('');
    expect(err.trim().split('\n')).toEqual([
      expect.stringMatching(/^--metric .*net revenue/),
      expect.stringMatching(/^--against /),
      expect.stringMatching(
        /^--budget must be an amount of money of at least 0, such as 20000 CNY; got "much"/,
      ),
      expect.stringMatching(
        /^--mix cupons: no arm has a tactic of that name, nor is there one; did you mean coupons/,
      ),
      expect.stringMatching(
        /^--vary leave\.perTie: it is nothing that the operator settles; give tactics\.NAME/,
      ),
    ]);
    expect(existsSync(join(folder, 'bad'))).toBe(false);
    const flags = await optimise('--candidates', '0', '--time-budget', 'soon');
    expect(flags.code).toBe(2);
    expect(flags.err).toMatch(/--candidates must be .*\n--time-budget must be /);
  });
});
