import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type CalibrationRecord,
  calibrationRecord,
  keptYardsticks,
  recordText,
  type YardstickRecord,
} from '../../src/report/evidence.ts';
import { files, yardstickIn } from '../yardstick-files.ts';

const read = (name: string): string => readFileSync(`docs/${name}.json`, 'utf8');

describe('docs/yardsticks.json', () => {
  const record: YardstickRecord = JSON.parse(read('yardsticks'));

  it('names the files and checks that there are, with what they expect; npm run yardsticks writes it anew', () => {
    expect(record.yardsticks.map(({ file }) => file)).toEqual(files);
    for (const { file, seed, checks } of record.yardsticks) {
      const scenario = yardstickIn(file);
      expect(seed, file).toBe(scenario.seed);
      const known = scenario.yardstick?.checks.map(({ metric, arm, against, from, on, expected }) => {
        return { metric, arm, against, from, on, expected: Number(expected.toPrecision(9)) };
      });
      expect(
        checks.map(({ metric, arm, against, from, on, expected }) => {
          return { metric, arm, against, from, on, expected };
        }),
        file,
      ).toEqual(known);
    }
  });

  it('is written as the command writes it', () => {
    expect(recordText(record)).toBe(read('yardsticks'));
  });
});

describe('docs/calibration.json', () => {
  const record: CalibrationRecord = JSON.parse(read('calibration'));

  it('has ten bins along the diagonal, and ranges that hold 90 % up to luck', () => {
    expect(record.chance.bins).toHaveLength(10);
    expect(recordText(record)).toBe(read('calibration'));
    for (const { truths, inside, upToEnds } of record.coverage.ranges) {
      const luck = 4 * Math.sqrt((0.9 * 0.1) / truths);
      expect(inside).toBeLessThanOrEqual(0.9 + luck);
      expect(upToEnds).toBeGreaterThanOrEqual(0.9 - luck);
    }
  });

  it('keeps tenths of a percent of what the long tests leave', () => {
    const range = { metric: 'hours', of: 'ads', truths: 3, inside: 2 / 3, upToEnds: 1 };
    const bin = { pairs: 7, meanPrinted: 0.12345, shareBetter: 1 / 7 };
    expect(calibrationRecord('1', { worlds: 4, printed: [range] }, { worlds: 6, bins: [bin] })).toEqual({
      version: '1',
      coverage: { worlds: 4, ranges: [{ ...range, inside: 0.667 }] },
      chance: { worlds: 6, bins: [{ pairs: 7, printed: 0.123, better: 0.143 }] },
    });
  });
});

it('keeps checks by file, in nine figures, without where the files lay', () => {
  const line = {
    file: 'scenarios/yardsticks/one.yaml',
    seed: 's',
    metric: 'members',
    arm: 'a',
    against: null,
    from: null,
    on: 3,
    expected: 1 / 3,
    observed: null,
    standardError: null,
    tolerance: 0.01,
    pass: false,
    worlds: 2,
    source: 'not kept',
  };
  const { file, seed, source, ...check } = line;
  expect(keptYardsticks([line, { ...line, file: 'two.yaml' }])).toEqual([
    { file: 'one.yaml', seed, checks: [{ ...check, expected: 0.333333333 }] },
    { file: 'two.yaml', seed, checks: [{ ...check, expected: 0.333333333 }] },
  ]);
});
