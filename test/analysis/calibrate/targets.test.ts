import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { holdOutLast, readTargets, summaryOf, targetsCsv } from '../../../src/analysis/calibrate/targets.ts';
import { FitFileError, type FitProblem, readFields } from '../../../src/analysis/fit-rows.ts';
import { isParquet, parquetRows } from '../../../src/analysis/parquet-rows.ts';
import { metricIndex, metrics } from '../../../src/metrics/definitions.ts';

function read(text: string, days = 365) {
  const problems: FitProblem[] = [];
  return readTargets(readFields(text, problems), days, problems);
}

function problemsOf(text: string, days = 365): readonly FitProblem[] {
  try {
    read(text, days);
  } catch (error) {
    if (error instanceof FitFileError) return error.problems;
    throw error;
  }
  return [];
}

const table = `metric,day,value,error,days,holdOut,counted
members,30,120,4,,,
90-day retention,40,1,1,,,
active members,60,88,,,yes,
trust,60,62%,3%,,no,
joins,28,14,3.7,7,,yes
`;

describe('a table of targets', () => {
  it('has metrics by any of their names, shares as parts or percent, errors or none', () => {
    const targets = read(table.replace(/^90-day.*\n/m, ''));
    expect(targets.map(({ metric, ...rest }) => ({ metric: metric.name, ...rest }))).toEqual([
      { metric: 'members', day: 30, days: 1, value: 120, error: 4, heldOut: false, counted: false },
      { metric: 'activeMembers', day: 60, days: 1, value: 88, error: null, heldOut: true, counted: false },
      { metric: 'trust', day: 60, days: 1, value: 0.62, error: 0.03, heldOut: false, counted: false },
      { metric: 'joins', day: 28, days: 7, value: 14, error: 3.7, heldOut: false, counted: true },
    ]);
    expect(read(targetsCsv(targets))).toEqual(targets);
    expect(read('metric day value\nmembers 3 7\n')[0]).toMatchObject({ day: 3, value: 7, error: null });
  });

  it('is read from Parquet alike', async () => {
    const bytes = new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: 'metric', data: ['members', 'trust', 'joins'], type: 'STRING' },
          { name: 'day', data: [30, 60, 28], type: 'INT32' },
          { name: 'value', data: [120, 0.62, 14], type: 'DOUBLE' },
          { name: 'error', data: [4, null, 3.7], type: 'DOUBLE' },
        ],
      }),
    );
    expect(isParquet(bytes)).toBe(true);
    const text = 'metric,day,value,error\nmembers,30,120,4\ntrust,60,0.62,\njoins,28,14,3.7\n';
    expect(readTargets(await parquetRows(bytes), 365)).toEqual(read(text));
    await expect(parquetRows(bytes.slice(0, 40))).rejects.toThrow(FitFileError);
  });

  it('answers with all that is wrong, each with line, column, rule and value', () => {
    expect(problemsOf(table)).toEqual([
      {
        line: 3,
        column: 1,
        path: 'metric',
        rule: 'daily',
        value: '90-day retention',
        detail: '90-day retention',
      },
    ]);
    const bad = `metric,day,value,error,days,holdOut
membrs,30,120,4
members,0,much,-1
members,400,10%,0
trust,3,1.4,,9,perhaps
members,5
members,7,1
members,7,2
`;
    expect(
      problemsOf(bad).map(({ line, column, path, rule }) => `${line}:${column} ${path} ${rule}`),
    ).toEqual([
      '2:1 metric metric',
      '3:9 day day',
      '3:11 value value',
      '3:16 error error',
      '4:9 day horizon',
      '4:13 value value',
      '4:17 error error',
      '5:9 value share',
      '5:14 days window',
      '5:16 holdOut yesNo',
      '6:10 value missing',
      '8:1 metric again',
    ]);
    expect(problemsOf(bad)[0].detail).toBe('; did you mean members?');
  });

  it.each([
    ['', 'empty'],
    ['metric,day\nmembers,3\n', 'columns'],
    ['metric,day,value\n', 'missing'],
    ['metric,day,value,holdOut\nmembers,3,4,yes\n', 'noneToFit'],
    ['metric,day,value\n"members,3,4\n', 'split'],
  ])('%j breaks the rule %s', (text, rule) => {
    expect(problemsOf(text).map((problem) => problem.rule)).toEqual([rule]);
  });

  it('holds out the last share of days, beside those that are already', () => {
    const targets = [10, 20, 30, 40].map((day) => `members,${day},5,1,${day === 10 ? 'yes' : ''}`).join('\n');
    const held = holdOutLast(read(`metric,day,value,error,holdOut\n${targets}\n`), 0.25);
    expect(held.map(({ heldOut }) => heldOut)).toEqual([true, false, false, true]);
  });
});

describe('what a world came to', () => {
  it('is the sum of the days of a count and the mean of evenings of anything else', () => {
    const daily = { joins: [1, 2, 4, 8], members: [10, 20, 30, 40] };
    const at = (name: string, day: number, days: number) =>
      summaryOf({ metric: metrics[metricIndex[name]], day, days }, daily);
    expect([at('joins', 4, 1), at('joins', 4, 3), at('joins', 1, 1)]).toEqual([8, 14, 1]);
    expect([at('members', 4, 1), at('members', 4, 2)]).toEqual([40, 35]);
  });
});
