import { describe, expect, it } from 'vitest';
import { shapeOf } from '../../src/experiment/world-lines.ts';
import { partsOf, readCohorts, readSegments } from '../../src/experiment/world-parts.ts';
import { fakeRecord, planFrom } from './fake.ts';

const plan = planFrom();
const { days } = shapeOf(plan);
const record = fakeRecord(plan, 0, 0);

/** As they come out of a line. */
const stored = (): Record<'segments' | 'cohorts', Record<string, unknown>> =>
  JSON.parse(JSON.stringify(partsOf(record)));

describe('segments and cohorts in a line', () => {
  it('come back bit for bit, NaN included', () => {
    const { segments, cohorts } = stored();
    expect(readSegments(segments)).toEqual(record.segments);
    expect(readCohorts(cohorts, days)).toEqual(record.cohorts);
  });

  it('are empty where an earlier version wrote none', () => {
    expect(readSegments(undefined)).toEqual({});
    expect(readCohorts(undefined, days)).toBeNull();
    expect(readCohorts(null, days)).toBeNull();
    expect(partsOf({ segments: {}, cohorts: null })).toEqual({ segments: {}, cohorts: null });
  });

  it('keep only what we know', () => {
    const { segments } = stored();
    const known = readSegments({ ...segments, glory: [1, 2], constructor: [1, 2] });
    expect(known).toEqual(record.segments);
  });

  it('are not believed when a part is missing, too long, or no number', () => {
    for (const wrong of [null, 3, 'x', { orders: 1 }, { orders: [1], people: [1, 2] }, { orders: ['1'] }])
      expect(readSegments(wrong), JSON.stringify(wrong)).toBeUndefined();
    expect(readSegments({ orders: new Array(256).fill(0) })).toBeUndefined();
    const { cohorts } = stored();
    expect(readCohorts('x', days)).toBeUndefined();
    expect(readCohorts(cohorts, days + 400)).toBeUndefined();
    for (const name of Object.keys(cohorts)) {
      const { [name]: _, ...rest } = cohorts;
      expect(readCohorts(rest, days), name).toBeUndefined();
      expect(readCohorts({ ...cohorts, [name]: 'x' }, days), name).toBeUndefined();
      expect(readCohorts({ ...cohorts, [name]: [1, 2, 3, 4] }, days), name).toBeUndefined();
    }
  });
});
