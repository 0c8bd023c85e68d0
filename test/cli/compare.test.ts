import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { metrics } from '../../src/metrics/definitions.ts';
import { comparisonIn, finished, type Outcome, script, tiny, workplace } from './program.ts';

const { folder, seedbed, start, file } = workplace();
const yaml = file('tiny.yaml', tiny);

describe('compare --json', () => {
  let outcome: Outcome;
  beforeAll(async () => {
    outcome = await seedbed('compare', yaml, '--json', '--quiet');
  });

  it('puts one object on stdout and nothing anywhere else', () => {
    expect(outcome.code).toBe(0);
    expect(outcome.err).toBe('');
    expect(comparisonIn(outcome).schema).toBe('seedbed/compare@1');
  });

  it('has what the contract names', () => {
    const result = comparisonIn(outcome);
    expect(result).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      seed: 'seedbed',
      worlds: 8,
      scenario: {
        file: 'tiny.yaml',
        title: 'Ads in a small place',
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      verdict: { status: expect.any(String), text: { en: expect.any(String), 'zh-CN': expect.any(String) } },
      uncertainty: { includes: ['luck', 'assumptions'] },
      warnings: expect.any(Array),
    });
    expect(result.arms.map(({ name }) => name)).toEqual(['quiet', 'with ads', 'coupons']);
    expect(Object.keys(result.arms[0].metrics)).toEqual(metrics.map(({ name }) => name));
    for (const key of ['median', 'mean', 'p05', 'p25', 'p75', 'p95']) {
      expect(result.arms[1].metrics.netRevenue).toHaveProperty(key, expect.any(Number));
    }
    expect(result.differences).toHaveLength(2 * metrics.length);
    expect(Object.keys(result.differences[0])).toEqual(
      expect.arrayContaining(['arm', 'baseline', 'metric', 'mean', 'median', 'p05', 'p95', 'relativeMedian']),
    );
    expect(result.guardrails).toHaveLength(6);
  });

  it('has the same digest for any number of jobs, another one for another seed', async () => {
    const [one, three, other] = await Promise.all(
      [
        ['--jobs', '1'],
        ['--jobs', '3'],
        ['--seed', 'another'],
      ].map((flags) => seedbed('compare', yaml, '--json', '--quiet', ...flags)),
    );
    const { digest } = comparisonIn(outcome);
    expect(comparisonIn(one)).toEqual(comparisonIn(outcome));
    expect(comparisonIn(three).digest).toBe(digest);
    expect(comparisonIn(other).digest).not.toBe(digest);
    expect(comparisonIn(other).seed).toBe('another');
  });

  it('takes --worlds and --set, and gives the same world whatever their number', async () => {
    const [fewer, set] = await Promise.all([
      seedbed('compare', yaml, '--json', '--worlds', '4'),
      seedbed('compare', yaml, '--json', '--set', 'community.members=80'),
    ]);
    expect(comparisonIn(fewer).worlds).toBe(4);
    expect(comparisonIn(fewer).scenario.hash).toBe(comparisonIn(outcome).scenario.hash);
    expect(comparisonIn(set).digest).not.toBe(comparisonIn(outcome).digest);
  });
});

describe('identical arms', () => {
  it('differ by exactly zero in every metric', async () => {
    const { differences } = comparisonIn(await seedbed('compare', 'a-a', '--worlds', '6', '--json', '-q'));
    expect(differences).toHaveLength(2 * metrics.length);
    for (const { mean, median, p05, p95, standardError } of differences) {
      for (const figure of [mean, median, p05, p95, standardError])
        expect(figure === null || figure === 0).toBe(true);
    }
  });
});

describe('compare for people', () => {
  it('prints the verdict, a table and the guardrails on stdout, progress and the next step on stderr', async () => {
    const { code, out, err } = await seedbed('compare', yaml);
    expect(code).toBe(0);
    expect(out).toMatch(/^(Early estimate|Practically the same)\. /);
    expect(out).toMatch(/^metric +arm +median +\[5% \.\. 95%\] +against Quiet +/m);
    expect(out).toMatch(/^net revenue +Quiet /m);
    expect(out).toMatch(/^ +With ads /m);
    expect(out).toMatch(
      /^Guardrail: 30-day retention may fall by 2 points at most\. With ads .*; coupons .*\.$/m,
    );
    expect(out).toMatch(/^Guardrail: active members may fall by 5% of the baseline at most\. /m);
    expect(out).toMatch(/^Guardrail: trust at least 10%\. /m);
    expect(err).toMatch(/^compare {2}8 worlds in /m);
    expect(err).toMatch(/^Next {2}node .*cli\.js compare tiny\.yaml -o out\/tiny/m);
    expect(out).not.toContain('\u001b');
  });

  it('speaks Chinese, in columns that line up', async () => {
    const { out, err } = await seedbed('compare', yaml, '--lang', 'zh-CN');
    const width = (text: string) =>
      [...text].reduce((sum, c) => sum + (/[\u2e80-\u9fff\uff00-\uff60]/.test(c) ? 2 : 1), 0);
    const lines = out.split('\n');
    const title = lines.find((line) => line.startsWith('指标 '));
    const row = lines.find((line) => line.startsWith('净收入 '));
    expect(width((title ?? '').split('方案')[0])).toBe(width((row ?? '').split('安静')[0]));
    expect(out).toContain('护栏指标：30 日留存最多下降 2 个百分点。');
    expect(err).toContain('下一步');
  });

  it('is silent on stderr with --quiet', async () => {
    expect((await seedbed('compare', yaml, '-q')).err).toBe('');
  });

  it('ends quietly when nobody reads on', () => {
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['-c', `"${process.execPath}" "${script}" schema | true; exit \${PIPESTATUS[0]}`],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(stdout).toBe('');
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});

describe('compare -o', () => {
  it('keeps worlds, the comparison and a report, and picks the worlds up again', async () => {
    const first = await seedbed('compare', yaml, '-o', 'out/a', '--json', '-q');
    expect(readdirSync(join(folder, 'out/a')).sort()).toEqual([
      'comparison.json',
      'folder.json',
      'report.html',
      expect.stringMatching(/^worlds-[0-9a-f]{12}\.ndjson$/),
    ]);
    expect(JSON.parse(readFileSync(join(folder, 'out/a/comparison.json'), 'utf8'))).toEqual(
      comparisonIn(first),
    );
    expect(readFileSync(join(folder, 'out/a/report.html'), 'utf8')).toMatch(/^<!doctype html>/i);
    const again = await seedbed('compare', yaml, '-o', 'out/a', '--json');
    expect(again.err).toContain('8 finished worlds picked up from out/a');
    expect(comparisonIn(again)).toEqual(comparisonIn(first));
    const more = await seedbed('compare', yaml, '-o', 'out/a', '--json', '--worlds', '12');
    const whole = await seedbed('compare', yaml, '--json', '--worlds', '12');
    expect(comparisonIn(more).digest).toBe(comparisonIn(whole).digest);
  });

  it('starts afresh when the file has changed, and says so', async () => {
    const name = file('changing.yaml', tiny);
    await seedbed('compare', name, '-o', 'out/b', '-q');
    file('changing.yaml', tiny.replace('members: 60', 'members: 70'));
    const { code, err, out } = await seedbed('compare', name, '-o', 'out/b', '--json');
    expect(code).toBe(0);
    expect(err).toContain('starting afresh');
    const plain = await seedbed('compare', name, '--json', '-q');
    expect(out).toBe(plain.out);
  });

  it('refuses the folder of another scenario, and touches nothing there', async () => {
    await seedbed('compare', yaml, '-o', 'out/c', '-q');
    const before = readFileSync(join(folder, 'out/c/comparison.json'), 'utf8');
    file('other.yaml', tiny);
    const { code, err } = await seedbed('compare', 'other.yaml', '-o', 'out/c');
    expect(code).toBe(3);
    expect(err).toContain('out/c keeps the results of tiny.yaml; they are not touched.');
    expect(readFileSync(join(folder, 'out/c/comparison.json'), 'utf8')).toBe(before);
  });

  it('drops a damaged line, says so, and comes to the same', async () => {
    const first = await seedbed('compare', yaml, '-o', 'out/d', '--json', '-q');
    const path = join(
      folder,
      'out/d',
      readdirSync(join(folder, 'out/d')).find((name) => name.startsWith('worlds')) ?? '',
    );
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, -1000));
    const again = await seedbed('compare', yaml, '-o', 'out/d', '--json');
    expect(again.err).toContain('cut short or damaged');
    expect(comparisonIn(again)).toEqual(comparisonIn(first));
  });

  it('says in one sentence that the disk is full', () => {
    const { status, stdout, stderr } = spawnSync(
      'bash',
      [
        '-c',
        `trap '' XFSZ; ulimit -f 8; exec "${process.execPath}" "${script}" compare tiny.yaml -o out/full -q`,
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(stderr).toMatch(/^out\/full cannot be used: .*\. Worlds that were finished before are kept.*\n$/);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(existsSync(join(folder, 'out/full/.lock'))).toBe(false);
  });
});

describe('--fail-if and --require-decision', () => {
  it('exit 99 when it holds, and say which one and by how much', async () => {
    const { code, out, err } = await seedbed(
      'compare',
      yaml,
      '-q',
      '--fail-if',
      'members.median > 10',
      '--fail-if',
      'visits.mean < 0',
    );
    expect(code).toBe(99);
    expect(err).toMatch(
      /^--fail-if holds: members\.median > 10: members\.median of .* is [\d.]+ > 10, by [\d.]+\n$/,
    );
    expect(out).toContain('net revenue');
  });

  it('exit 0 when it does not', async () => {
    const condition =
      'adRevenue.median of "with ads" <= 0 or members.delta.p05 of coupons < -90% or verdict == recommend';
    expect((await seedbed('compare', yaml, '-q', '--fail-if', condition)).code).toBe(0);
  });

  it('speak of one arm with run', async () => {
    expect((await seedbed('run', yaml, '-q', '--fail-if', 'members.p95 >= 1')).code).toBe(99);
  });

  it('exit 4 when there is no decision yet', async () => {
    const { code, err } = await seedbed(
      'compare',
      yaml,
      '-q',
      '--require-decision',
      '--set',
      'judge.matters=1 CNY',
    );
    expect(code).toBe(4);
    expect(err).toContain('--require-decision: the verdict is early.');
  });
});

describe('networks', () => {
  it('are found beside the scenario, or from where the user is with --set', async () => {
    mkdirSync(join(folder, 'deep'));
    const ring = Array.from({ length: 90 }, (_, p) => `p${p} p${(p + 1) % 90}`).join('\n');
    file('deep/ring.txt', ring);
    file('ring-here.txt', ring);
    file('deep/net.yaml', tiny.replace('{members: 60, prospects: 20}', '{members: 60, network: ring.txt}'));
    file('deep/none.yaml', tiny.replace('{members: 60, prospects: 20}', '{members: 60}'));
    const [beside, here, none] = await Promise.all([
      seedbed('compare', 'deep/net.yaml', '--json', '-q'),
      seedbed('compare', 'deep/none.yaml', '--json', '-q', '--set', 'community.network=ring-here.txt'),
      seedbed('compare', 'deep/none.yaml', '--json', '-q'),
    ]);
    expect(beside.err + here.err).toBe('');
    expect(comparisonIn(here).digest).toBe(comparisonIn(beside).digest);
    expect(comparisonIn(none).digest).not.toBe(comparisonIn(beside).digest);
  });

  it('can be turned back into a generator with --set', async () => {
    file('deep/back.yaml', tiny.replace('{members: 60, prospects: 20}', '{members: 60, network: none.txt}'));
    const set = ['--set', 'community.network={kind: random}', '--worlds', '2'];
    const { code, err } = await seedbed('compare', 'deep/back.yaml', '-q', ...set);
    expect(err).toBe('');
    expect(code).toBe(0);
  });

  it.skipIf(!existsSync('../shared'))('can be the real one of ../shared/data/ego-facebook.txt', async () => {
    const real = resolve('../shared/data/ego-facebook.txt');
    const flags = ['--set', `community.network=${real}`, '--set', 'community.members=2000', '--worlds', '2'];
    const { code, err, out } = await seedbed('compare', yaml, '--json', '-q', ...flags);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(JSON.parse(out).worlds).toBe(2);
  });
});

describe('Ctrl-C', () => {
  const slow = file(
    'slow.yaml',
    tiny
      .replace('35 days', '4 months')
      .replace('members: 60', 'members: 200')
      .replace('worlds: 8', 'worlds: 20'),
  );
  const kept = (name: string) => {
    const place = join(folder, name);
    const [worlds] = existsSync(place)
      ? readdirSync(place).filter((entry) => /^worlds.*json$/.test(entry)) // whole ones only
      : [];
    return worlds === undefined ? 0 : readFileSync(join(place, worlds), 'utf8').split('\n').length - 2;
  };
  const until = async (condition: () => boolean) => {
    while (!condition()) await new Promise((resolve_) => setTimeout(resolve_, 10));
  };

  it('keeps finished worlds, shows them, and the resume command completes to the same digest', async () => {
    const child = start(['compare', slow, '-o', 'out/slow']);
    const stopped = finished(child);
    await until(() => kept('out/slow') >= 3);
    child.kill('SIGINT');
    const { code, out, err } = await stopped;
    expect(code).toBe(130);
    expect(err).toMatch(/^Stopped at \d+ of 20; shown as is\.$/m);
    expect(err).toMatch(/^\d+ finished worlds are kept in out\/slow\.$/m);
    expect(out).toContain('net revenue');
    const worlds = kept('out/slow');
    expect(worlds).toBeLessThan(20);
    expect(existsSync(join(folder, 'out/slow/.lock'))).toBe(false);
    expect(existsSync(join(folder, 'out/slow/comparison.json'))).toBe(false);
    const resume = /^Resume {2}node \S+ (.*)$/m.exec(err)?.[1] ?? '';
    expect(resume).toBe('compare slow.yaml -o out/slow');
    const resumed = await seedbed(...resume.split(' '), '--json');
    expect(resumed.err).toContain(`${worlds} finished worlds picked up`);
    const whole = await seedbed('compare', slow, '--json', '-q');
    expect(comparisonIn(resumed)).toEqual(comparisonIn(whole));
    expect(kept('out/slow')).toBe(20);
  });

  it('leaves stdout empty with --json, however many worlds are finished', async () => {
    const child = start(['compare', slow, '-o', 'out/json', '--json', '--seed', 'third']);
    const stopped = finished(child);
    await until(() => kept('out/json') >= 5);
    child.kill('SIGINT');
    const { code, out, err } = await stopped;
    expect(code).toBe(130);
    expect(out).toBe('');
    expect(err).toMatch(/^Stopped at \d+ of 20\.$/m);
  });

  it('keeps them without -o too', async () => {
    const child = start(['compare', slow, '--json', '--seed', 'other', '--jobs', '1', '--worlds', '5000']);
    const stopped = finished(child);
    await new Promise((resolve_) => setTimeout(resolve_, 7000));
    child.kill('SIGINT');
    const { code, out, err } = await stopped;
    expect(code).toBe(130);
    expect(out).toBe('');
    expect(err).toContain('Resume  node');
    expect(err).toContain('compare slow.yaml --json --seed other --jobs 1 --worlds 5000 -o out/slow');
    expect(kept('out/slow')).toBeGreaterThan(0);
  });

  it('ends at once when it is pressed twice', async () => {
    const child = start(['run', slow, '-o', 'out/twice']);
    const stopped = finished(child);
    await until(() => existsSync(join(folder, 'out/twice/.lock')));
    await new Promise((resolve_) => setTimeout(resolve_, 300));
    child.kill('SIGINT');
    setTimeout(() => child.kill('SIGINT'), 200);
    expect((await stopped).code).toBe(130);
    expect(existsSync(join(folder, 'out/twice/.lock'))).toBe(false);
  });
});
