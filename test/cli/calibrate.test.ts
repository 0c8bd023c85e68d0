import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTargets } from '../../src/analysis/calibrate/targets.ts';
import { readFields } from '../../src/analysis/fit-rows.ts';
import { calibratePhrases } from '../../src/report/calibration/phrases.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { smallText } from '../analysis/calibrate/small.ts';
import { comparisonIn, finished, type Outcome, workplace } from './program.ts';

const { seedbed, start, file, folder } = workplace();

const scenario = file('small.yaml', smallText);
/** What a world of 80 members came to that visit on 35 % of days; 1 a year of those outside join unprompted. */
const targets = file(
  'observed.csv',
  `metric,day,value,error,days,holdOut,counted
joins,28,15,4,28,,yes
weekly actives,28,88,9,,,yes
visits,28,790,60,28,,yes
weekly actives,56,100,10,,yes,yes
`,
);
const few = [
  '--particles',
  '40',
  '--simulations',
  '160',
  '--vary',
  'people.visits',
  '--vary',
  'join.innovation',
];
const read = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8');

describe('calibrate', () => {
  let whole: Outcome;
  beforeAll(async () => {
    whole = await seedbed('calibrate', scenario, '--targets', targets, ...few, '-o', 'whole');
  });

  it('prints each input before and after, each target, and what was held out', () => {
    expect(whole.code).toBe(0);
    expect(whole.out).toMatch(/^plain: 160 worlds, 40 kept within [\d.]+ errors/);
    expect(whole.out).toMatch(
      /^people\.visits +[\d.]+% \[10% \.\. 60%\] +[\d.]+% \[[\d.]+% \.\. [\d.]+%\] +\d+%$/m,
    );
    expect(whole.out).toMatch(/^joins +1-28 +15 +/m);
    expect(whole.out).toMatch(/held out$/m);
    expect(whole.out).toMatch(/^Held out: [01] of 1 targets lie in their 90 % ranges\.$/m);
    expect(whole.err).toMatch(/plain: 2 inputs, 3 targets to fit, 1 held out, 56 days a world/);
    expect(whole.err).toMatch(/^Next {2}.* compare whole\/fitted\.yaml$/m);
  });

  it('writes targets as used, the posterior, a scenario with it and a report', async () => {
    expect(readTargets(readFields(read('whole', 'targets.csv'), []), 56)).toEqual(
      readTargets(readFields(read(targets), []), 56),
    );
    expect(read('whole', 'posterior.csv')).toMatch(/^weight,people\.visits,join\.innovation\n/);
    expect(read('whole', 'report.html')).toMatch(/^<!doctype html>\n<html lang="en">/);
    const text = read('whole', 'fitted.yaml');
    expect(text.startsWith(smallText)).toBe(true);
    const { posterior } = parseScenario(text, '').scenario ?? {};
    expect(posterior?.['people.visits']).toHaveLength(200);
    const compared = await seedbed('compare', 'whole/fitted.yaml', '--worlds', '4', '--json', '--quiet');
    expect(comparisonIn(compared).worlds).toBe(4);
  });

  it('is the same after Ctrl-C and the same command as without', async () => {
    const args = ['calibrate', scenario, '--targets', targets, ...few, '-o', 'cut', '--jobs', '1'];
    const child = start(args);
    const watching = setInterval(() => {
      const [lines] = existsSync(join(folder, 'cut'))
        ? readdirSync(join(folder, 'cut')).filter((name) => name.startsWith('simulations-'))
        : [];
      if (lines !== undefined && read('cut', lines).split('\n').length > 30) {
        clearInterval(watching);
        child.kill('SIGINT');
      }
    }, 5);
    const cut = await finished(child);
    clearInterval(watching);
    expect(cut.code).toBe(130);
    expect(cut.err).toMatch(/^Stopped\. \d+ simulations are kept in cut\.$/m);
    expect(cut.err).toMatch(/^Resume {2}.*calibrate small\.yaml --targets observed\.csv .*-o cut --jobs 1$/m);
    expect(existsSync(join(folder, 'cut', 'fitted.yaml'))).toBe(false);
    const again = await seedbed(...args);
    expect(again.err).toMatch(/\d\d+ simulations picked up from cut/);
    expect(again.out).toBe(whole.out);
    for (const name of ['posterior.csv', 'fitted.yaml', 'report.html', 'targets.csv'])
      expect(read('cut', name)).toBe(read('whole', name));
  });

  it('leaves out damaged lines and runs them again; other values of targets use the same simulations', async () => {
    const [lines] = readdirSync(join(folder, 'whole')).filter((name) => name.startsWith('simulations-'));
    const text = read('whole', lines);
    writeFileSync(join(folder, 'whole', lines), text.replace('"index":5,', '"index":6,').slice(0, -20));
    const again = await seedbed('calibrate', scenario, '--targets', targets, ...few, '-o', 'whole');
    expect(again.err).toMatch(/2 damaged lines are left out and run again/);
    expect(again.out).toBe(whole.out);
    const other = file('other.csv', read(targets).replace(',15,', ',12,'));
    const { err } = await seedbed('calibrate', scenario, '--targets', other, ...few, '-o', 'whole');
    expect(err).toMatch(/simulations picked up/);
  });

  it('speaks JSON and Chinese', async () => {
    const args = ['calibrate', scenario, '--targets', targets, ...few, '-o', 'whole'];
    const json = JSON.parse((await seedbed(...args, '--json', '--quiet')).out);
    expect(json).toMatchObject({
      schema: 'seedbed/calibrate@1',
      arm: 'plain',
      method: 'abc',
      worlds: 160,
      inputs: [{ path: 'people.visits' }, { path: 'join.innovation' }],
      heldOut: { count: 1 },
    });
    expect(json.targets).toHaveLength(4);
    const chinese = await seedbed(...args, '--lang', 'zh-CN');
    expect(chinese.out).toMatch(/模拟 160 个世界/);
    expect(read('whole', 'report.html')).toMatch(/<html lang="zh-CN">/);
    for (const text of Object.values(calibratePhrases))
      expect(text['zh-CN']).toMatch(/\p{Script=Han}|[：/]/u);
  });

  it('finds the best point, checks itself, and takes ranges that the scenario states', async () => {
    const best = await seedbed(
      ...['calibrate', scenario, '--targets', targets, '--method', 'cma-es', '--particles', '20'],
      ...['--simulations', '80', '--vary', 'people.visits', '--check', '2', '-o', 'best'],
    );
    expect(best.code).toBe(0);
    expect(best.out).toContain('The best point alone');
    expect(best.out).toMatch(/^Check: 2 worlds of known truth fitted the same way$/m);
    expect(read('best', 'posterior.csv').trimEnd().split('\n').at(-1)).toMatch(/^[\d.]+,0\.\d+$/);
    const stated = await seedbed(
      ...['calibrate', scenario, '--targets', targets, '--particles', '20', '--simulations', '20'],
      ...['-o', 'stated', '--json', '--quiet'],
    );
    expect(JSON.parse(stated.out).inputs.map(({ path }: { path: string }) => path)).toEqual([
      'people.visits',
      'join.innovation',
      'value.discount',
    ]);
  });

  it('makes targets of a log, and writes them', async () => {
    const log = file(
      'log.csv',
      `person,day,event\n${Array.from({ length: 300 }, (_, i) => `p${i % 70},${1 + (i % 56)},${i % 9 === 0 ? 'join' : 'visit'}`).join('\n')}\n`,
    );
    const out = await seedbed('calibrate', scenario, '--events', log, '--write-targets', 'made.csv');
    expect(out.err).toMatch(/^16 targets written to made\.csv$/m);
    expect(read('made.csv')).toMatch(/^metric,day,days,value,error,holdOut,counted\njoins,7,7,\d+,/);
    const few_ = ['--particles', '20', '--simulations', '20', '-o', 'log', '--json', '--quiet'];
    const fitted = await seedbed('calibrate', scenario, '--events', log, '--vary', 'people.visits', ...few_);
    expect(JSON.parse(fitted.out).heldOut.count).toBe(4);
    expect(read('log', 'targets.csv')).toBe(read('made.csv'));
  });
});

describe('calibrate that cannot be', () => {
  const bad = file('bad.csv', 'metric,day,value\nmembrs,3,4\nmembers,90,5\n');
  it.each([
    [
      ['--vary', 'people.visit'],
      'there is no input of that path that could be varied; seedbed parameters lists them. Did you mean people.visits?',
    ],
    [['--vary', 'people.visits=60%..10%'], 'the low end must be below the high end'],
    [['--vary', 'people.visits=0%..10%'], 'must be a range that stays off 0 % and 100 %'],
    [['--vary', 'tactics.coupons.depth'], 'no arm uses tactics.coupons'],
    [['--vary', 'tactics.ads.load=1..5'], 'changes nothing in the arm plain'],
    [['--vary', 'arms["ads"].people.visits'], 'must be a path without an arm; --arm says which is observed'],
    [['--vary', 'buy.quits'], 'is chosen among few, not a number that data could tell'],
    [['--vary', 'people.visits', '--vary', 'people.visits=1%..2%'], 'is given twice'],
    [['--vary', 'people.visits', '--arm', 'adds'], '--arm adds: no arm is named "adds"; did you mean "ads"?'],
  ])('%j: exit 3, nothing run', async (args, said) => {
    const { code, out, err } = await seedbed(
      'calibrate',
      scenario,
      '--targets',
      targets,
      ...args,
      '-o',
      'no',
    );
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain(said);
    expect(existsSync(join(folder, 'no'))).toBe(false);
  });

  it('is told all at once: flags and every line of the table', async () => {
    const args = ['--targets', bad, '--vary', 'people.visit', '--arm', 'adds'];
    const { code, err } = await seedbed('calibrate', scenario, ...args);
    expect(code).toBe(3);
    expect(err).toContain('bad.csv:2:1 metric must be a metric');
    expect(err).toContain('bad.csv:3:9 day must be at most 56, the days of the scenario; got "90"');
    expect(err).toContain('--vary people.visit:');
    expect(err).toContain('--arm adds:');
    const chinese = await seedbed('calibrate', scenario, ...args, '--lang', 'zh-CN');
    expect(chinese.err).toContain('不能超过情景的天数 56');
  });

  it.each([
    [[], 'calibrate takes one of --targets TABLE and --events LOG'],
    [['--targets', targets, '--events', targets], 'calibrate takes one of'],
    [
      ['--targets', targets, '--particles', '3'],
      '--particles must be a whole number from 20 to 10000; got "3"',
    ],
    [['--targets', targets, '--hold-out', '120%'], '--hold-out must be a share below 1, such as 25%'],
    [['--targets', targets, '--method', 'magic'], 'Allowed choices are abc, cma-es'],
  ])('%j is a wrong flag, exit 2', async (args, said) => {
    const { code, err } = await seedbed('calibrate', scenario, ...args);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });

  it('says which file cannot be read', async () => {
    const { code, err } = await seedbed('calibrate', scenario, '--targets', 'none.csv');
    expect(code).toBe(3);
    expect(err).toContain('none.csv:1:1 cannot be read');
  });
});
