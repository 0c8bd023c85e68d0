import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/engine/model.ts';
import { findMetric } from '../../src/metrics/definitions.ts';
import { additiveMetrics, segmentMetrics, segmentsOf } from '../../src/metrics/segments.ts';
import { Status } from '../../src/population/people.ts';
import { type Changes, count, merged, modelOf, outcome, played, sum } from '../engine/isolated.ts';
import { busy, lively } from '../engine/lively.ts';

const whole: Changes = { horizon: '120 days', tactics: busy };
const model = (changes: Changes, world = 0): Model => played(merged(lively, merged(whole, changes)), world);

describe('segment metrics', () => {
  it('are metrics', () => {
    for (const name of segmentMetrics) expect(findMetric(name)?.name).toBe(name);
    expect(new Set(segmentMetrics).size).toBe(segmentMetrics.length);
  });

  it('of one segment for all are the outcomes', () => {
    const one = model({ community: { segments: { regulars: { share: '0%' }, others: { share: '100%' } } } });
    const segments = segmentsOf(one);
    for (const name of segmentMetrics) {
      expect(segments[name][1], name).toBeCloseTo(outcome(one, name), 9);
      expect(segments[name]).toHaveLength(2);
    }
    expect(segments.people[1]).toBe(one.everJoined);
    expect(segments.people[0]).toBe(0);
    for (const name of segmentMetrics)
      if (!additiveMetrics.includes(name)) expect(segments[name][0], name).toBeNaN();
  });

  it('that add up do so, money to the cent', () => {
    for (const world of [0, 1, 2]) {
      const two = model({}, world);
      const segments = segmentsOf(two);
      for (const name of additiveMetrics) {
        const cents = segments[name].map((part) => Math.round(part * 100));
        expect(sum(cents), name).toBe(Math.round(outcome(two, name) * 100));
        for (const part of segments[name])
          expect(Math.abs(part * 100 - Math.round(part * 100))).toBeLessThan(1e-6);
      }
      expect(segments.netRevenue[0]).not.toBe(0);
      expect(sum(segments.people)).toBe(two.everJoined);
    }
  });

  it('that are means lie around the whole’s', () => {
    const two = model({});
    const segments = segmentsOf(two);
    for (const name of segmentMetrics) {
      if (additiveMetrics.includes(name)) continue;
      const [low, high] = [...segments[name]].sort((a, b) => a - b);
      expect(low, name).toBeLessThanOrEqual(outcome(two, name));
      expect(high, name).toBeGreaterThanOrEqual(outcome(two, name));
      expect(low, name).toBeLessThan(high);
    }
  });

  it('are read off each one’s own people', () => {
    const three = modelOf({
      horizon: '10 days',
      community: { members: 60, segments: { few: { share: '20%' }, many: { share: '80%' } } },
    });
    const { people } = three;
    const inFew = (p: number): boolean => people.segment[p] === 0;
    people.orders.fill(2);
    for (let p = 0; p < 60; p++) if (inFew(p)) people.trust[p] = 0.25;
    people.status[0] = Status.dormant;
    const few = count(people.segment, (s) => s === 0);
    const { orders, trust, members, dormant, people: ever } = segmentsOf(three);
    expect([...ever]).toEqual([few, 60 - few]);
    expect([...orders]).toEqual([2 * few, 120 - 2 * few]);
    expect(trust[0]).toBe(0.25);
    expect(trust[1]).not.toBe(0.25);
    const gone = inFew(0) ? [1, 0] : [0, 1];
    expect([...dormant]).toEqual(gone);
    expect([...members]).toEqual([few - gone[0], 60 - few - gone[1]]);
  });

  it('count as active who came in the last 30 days, and is still a member', () => {
    const forty = modelOf({
      horizon: '40 days',
      community: { members: 4, segments: { all: { share: '100%' } } },
    });
    forty.people.lastVisitOn.set([9, 10, 39, 39]);
    forty.people.status[3] = Status.dormant;
    expect([...segmentsOf(forty).activeMembers]).toEqual([2]);
  });
});
