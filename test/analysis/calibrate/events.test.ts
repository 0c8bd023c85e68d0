import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { readEvents, targetsOfEvents } from '../../../src/analysis/calibrate/events.ts';
import { FitFileError, type FitProblem, readFields } from '../../../src/analysis/fit-rows.ts';
import { parquetRows } from '../../../src/analysis/parquet-rows.ts';

function read(text: string, days = 365) {
  const problems: FitProblem[] = [];
  return readEvents(readFields(text, problems), days, problems);
}

function problemsOf(text: string, days = 365): string[] {
  try {
    read(text, days);
  } catch (error) {
    if (!(error instanceof FitFileError)) throw error;
    return error.problems.map(({ line, column, path, rule }) => `${line}:${column} ${path} ${rule}`);
  }
  return [];
}

const log = `person,day,event,amount,other
ann,1,visit,,
bob,2,join,,
bob,3,visit,,
bob,3,post,,
bob,5,post,,
ann,6,post,,
ann,7,purchase,30,
bob,8,purchase,10,
ann,9,purchase,20,
ann,10,tie,,bob
bob,11,tie,,ann
ann,12,leave,,
cyd,15,join,,
cyd,29,visit,,
`;

const shown = (text: string) =>
  targetsOfEvents(read(text)).map(({ metric, day, days, value, error, heldOut }) => [
    `${metric.name} ${day}`,
    days,
    value,
    error === null ? null : Number(error.toFixed(1)),
    heldOut,
  ]);

describe('a log of events', () => {
  it('is counted by weeks, with the errors of counting, the last quarter of days held out', () => {
    const found = shown(log);
    expect(found.slice(0, 7)).toEqual([
      ['joins 7', 7, 1, 1, false],
      ['weeklyActives 7', 1, 2, 1.4, false],
      // Two of bob and one of ann: 2 squared and 1 squared.
      ['posts 7', 7, 3, 2.2, false],
      ['orders 7', 7, 1, 1, false],
      // One of 30; the usual one of 20 would be less.
      ['sales 7', 7, 30, 30, false],
      ['members 7', 1, 2, 1, false],
      ['tiesPerMember 7', 1, 0, 1, false],
    ]);
    const by = new Map(found.map((row) => [row[0], row]));
    // ann (there from the start) leaves on day 12; the tie is one, whoever names it first.
    expect(by.get('members 14')).toEqual(['members 14', 1, 1, 1.4, false]);
    expect(by.get('tiesPerMember 14')).toEqual(['tiesPerMember 14', 1, 2, 2, false]);
    expect(by.get('sales 14')).toEqual(['sales 14', 7, 30, 22.4, false]);
    expect(by.get('members 28')).toEqual(['members 28', 1, 2, 1.7, true]);
    expect(found.filter(([, , , , held]) => held).map(([name]) => name)).toEqual(
      ['joins', 'weeklyActives', 'posts', 'orders', 'sales', 'members', 'tiesPerMember'].map(
        (n) => `${n} 28`,
      ),
    );
    expect(targetsOfEvents(read(log), 0).some(({ heldOut }) => heldOut)).toBe(false);
  });

  it('is counted by months where it is long; what never happens makes no target', () => {
    const days = Array.from({ length: 200 }, (_, i) => `p${i % 9},${i + 1},visit`);
    const found = shown(`person,day,event\n${days.join('\n')}\n`);
    expect(found.map(([name]) => name)).toEqual(
      [30, 60, 90, 120, 150, 180].map((day) => `activeMembers ${day}`),
    );
    expect(found[0]).toEqual(['activeMembers 30', 1, 9, 3, false]);
  });

  it('may have dates, the first of which is day 1, and may be Parquet', async () => {
    const [head, ...rows] = log.trimEnd().split('\n');
    const dated = rows.map((row) => row.split(','));
    const dateOf = (day: string) => new Date(Date.UTC(2026, 1, Number(day)));
    const text = dated.map(([who, day, ...more]) =>
      [who, dateOf(day).toISOString().slice(0, 10), ...more].join(','),
    );
    const written = `${head.replace('day', 'date')}\n${text.reverse().join('\n')}\n`;
    const key = (events: ReturnType<typeof read>) => events.map((event) => JSON.stringify(event)).sort();
    expect(key(read(written))).toEqual(key(read(log)));
    const bytes = parquetWriteBuffer({
      columnData: [
        { name: 'member', data: dated.map(([who]) => who), type: 'STRING' },
        { name: 'date', data: dated.map(([, day]) => dateOf(day)), type: 'TIMESTAMP' },
        { name: 'event', data: dated.map(([, , event]) => event), type: 'STRING' },
        { name: 'amount', data: dated.map(([, , , x]) => (x === '' ? null : Number(x))), type: 'DOUBLE' },
        { name: 'other', data: dated.map(([, , , , other]) => other || null), type: 'STRING' },
      ],
    });
    expect(readEvents(await parquetRows(new Uint8Array(bytes)), 365)).toEqual(read(log));
  });

  it('answers with all that is wrong, each with its place', () => {
    const bad = `person,day,event,amount,other
,1,visit
ann,0,visit
ann,2,dance
ann,3,purchase,free
ann,4,purchase,
ann,5,tie
ann,400,visit
`;
    expect(problemsOf(bad)).toEqual([
      '2:1 person missing',
      '3:5 day day',
      '4:7 event event',
      '5:16 amount number',
      '6:16 amount missing',
      '7:10 other missing',
      '8:5 day horizon',
    ]);
    expect(problemsOf('person,event\nann,visit\n')).toEqual(['1:1  columns']);
    expect(problemsOf('person,date,event\nann,2026-02-30,visit\n')).toEqual(['2:5 date date']);
    expect(problemsOf('person,day,date,event\nann,1,2026-02-01,visit\n')).toEqual(['1:12 date oneTime']);
    expect(problemsOf('person,day,event\nann,27,visit\n')).toEqual(['2:1 day tooShort']);
  });

  it('may be long: a hundred thousand lines are read at once', () => {
    const lines = Array.from({ length: 100_000 }, (_, i) => `p${i % 500},${1 + (i % 180)},visit`);
    expect(targetsOfEvents(read(`person,day,event\n${lines.join('\n')}\n`))).toHaveLength(25);
  });
});
