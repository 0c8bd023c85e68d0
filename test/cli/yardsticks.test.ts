/** `seedbed yardsticks`, called as a user does. */
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { finished, tiny, workplace } from './program.ts';

const { file, seedbed, start } = workplace();

const small = (expected: number, more = ''): string => `seedbed: 1
title: Half stay outside
assumptions: fixed
horizon: 20 days
worlds: 6
community: {members: 50, prospects: 100}
join: {innovation: 0.03, imitation: 0, invitation: 0, views: 0}
share: {open: off}
yardstick:
  statement: Who joins of their own accord joins at a rate.
  source: Closed form.
  known: computed
  checks:
    - metric: joins
      from: 0 days
      on: 20 days
      take: total
      per: community.prospects
      expected: ${expected}
${more}`;
const law = '      law: {bass: {innovation: join.innovation, imitation: 0, time: on}}\n';

interface Answer {
  readonly schema: string;
  readonly passed: number;
  readonly failed: number;
  readonly notJudged: number;
  readonly checks: readonly Readonly<Record<string, unknown>>[];
}

async function answer(...args: string[]): Promise<Answer & { code: number | null; err: string }> {
  const { out, code, err } = await seedbed('yardsticks', ...args, '--json', '--quiet');
  return { ...(JSON.parse(out) as Answer), code, err };
}

describe('yardsticks', () => {
  const joins = file('joins.yaml', small(0.4512, law));

  it('prints what is expected and observed, and passes', async () => {
    const { out, code, err } = await seedbed('yardsticks', joins);
    expect(out).toMatch(/^yardstick +metric +day +expected +observed +standard error +tolerance +outcome$/m);
    expect(out).toMatch(/^joins\.yaml +joins +Σ 0–20 +0\.45119 .* pass$/m);
    expect(out).toMatch(/^1 check passes, 0 fail, 0 not judged\.$/m);
    expect(err).toMatch(/^joins {2}6 worlds in/m);
    expect(code).toBe(0);
    expect((await seedbed('yardsticks', joins, '--lang', 'zh-CN', '-q')).out).toContain('1 项通过');
  });

  it('is one object for scripts, the same for any number of threads', async () => {
    const one = await answer(joins, '--jobs', '1');
    expect(one).toMatchObject({
      schema: 'seedbed/yardsticks@1',
      passed: 1,
      failed: 0,
      notJudged: 0,
      code: 0,
    });
    expect(one.err).toBe('');
    expect(Object.keys(one.checks[0])).toEqual(
      expect.arrayContaining([
        ...['file', 'statement', 'metric', 'on', 'expected', 'observed', 'standardError'],
        ...['tolerance', 'pass', 'source', 'known', 'law'],
      ]),
    );
    expect((await answer(joins, '--jobs', '2')).checks).toEqual(one.checks);
    expect((await answer(joins, '--seed', 'other')).checks[0].observed).not.toBe(one.checks[0].observed);
  });

  it('recomputes what is expected where numbers are set, and does not judge without a law', async () => {
    const { checks, code } = await answer(joins, '--set', 'join.innovation=0.05');
    expect(checks[0].expected).toBeCloseTo(1 - Math.exp(-1), 12);
    expect(code).toBe(0);
    const plain = file('plain.yaml', small(0.4512));
    const told = await seedbed('yardsticks', plain, '--set', 'join.innovation=0.5');
    expect(told.out).toContain("no closed form, expected value of the file's own settings");
    expect(told.out).toContain('0 checks pass, 0 fail, 1 not judged.');
    expect(told.code).toBe(0);
  });

  it('ends with 5 when a check fails', async () => {
    expect(await answer(file('wrong.yaml', small(0.9)), joins)).toMatchObject({
      passed: 1,
      failed: 1,
      code: 5,
    });
  });

  it('says at once what is wrong with files and flags', async () => {
    const wrong = await seedbed('yardsticks', file('tiny.yaml', tiny), 'nothing.yaml', 'k-cor');
    expect(wrong.code).toBe(3);
    expect(wrong.err).toContain('tiny.yaml:1:1 has no yardstick');
    expect(wrong.err).toContain('nothing.yaml:1:1 there is no such file');
    expect(wrong.err).toMatch(/k-cor:1:1 there is no such file; did you mean .*k-core\.yaml\?/);
    const two = await seedbed('yardsticks', joins, joins, '--set', 'horizon=9 days');
    expect(two).toMatchObject({ code: 2, out: '' });
  });

  it('ends with 130 after Ctrl-C', async () => {
    const child = start(['yardsticks', joins, resolve('scenarios/yardsticks/k-core.yaml'), '--jobs', '1']);
    const end = finished(child);
    child.stderr?.on('data', (text: string) => {
      if (text.includes('joins  6 worlds')) child.kill('SIGINT');
    });
    const { code, out, err } = await end;
    expect(code).toBe(130);
    expect(out).toBe('');
    expect(err).toContain('Stopped after 1 of 2 yardsticks.');
  });
});

describe('elsewhere', () => {
  it('they are ordinary scenarios, and no questions of the gallery', async () => {
    expect((await seedbed('validate', resolve('scenarios/yardsticks/bass.yaml'))).code).toBe(0);
    expect((await seedbed('list')).out).not.toMatch(/scenarios.yardsticks/);
    expect((await seedbed('list', '--yardsticks')).out).toMatch(/yardsticks.bass\.yaml {2}Adoption alone/);
    const run = await seedbed('run', 'joins.yaml', '--json', '-q');
    expect(JSON.parse(run.out)).toMatchObject({ schema: 'seedbed/run@1', worlds: 6 });
  });
});
