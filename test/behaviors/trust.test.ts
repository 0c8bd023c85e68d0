import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regard } from '../../src/behaviors/trust.ts';
import { come, modelOf, runDays } from '../engine/isolated.ts';

const settings = {
  community: { members: 3 },
  trust: { usual: '60%', drift: 30, complaint: '3%', departure: '1%', annoyance: 0.5 },
  adResponse: { slope: 0.02, instant: 0.25 },
};

describe('regard', () => {
  it('leaves trust at its usual level while nothing happens', () => {
    const model = modelOf({ ...settings, people: { visits: '100%' }, horizon: '50 days' });
    runDays(model);
    for (const trust of model.people.trust) expect(trust).toBeCloseTo(0.6, 6);
  });

  it('touches only those who come; what the others saw waits for them', () => {
    const model = modelOf(settings);
    model.people.trust.fill(0.2);
    model.people.complaintsSeen.fill(2);
    come(model, 0, [1]);
    regard(model);
    expect(model.people.trust[0]).toBeCloseTo(0.2, 6);
    expect(model.people.trust[1]).not.toBeCloseTo(0.2, 6);
    expect([...model.people.complaintsSeen]).toEqual([2, 0, 2]);
  });

  it('drifts toward usual less annoyance, and each complaint and departure takes its part', () => {
    const model = modelOf(settings);
    const { people } = model;
    people.trust[0] = 0.9;
    people.faced[0] = 8;
    people.annoyed[0] = 4;
    people.complaintsSeen[0] = 2;
    people.departuresSeen[0] = 3;
    come(model, 0, [0]);
    regard(model);
    const loss = 0.02 * (0.25 * 8 + 0.75 * 4);
    const drifted = 0.9 + (0.6 - 0.5 * loss - 0.9) / 30;
    expect(people.trust[0]).toBeCloseTo(drifted * 0.97 ** 2 * 0.99 ** 3, 6);
    expect([people.complaintsSeen[0], people.departuresSeen[0]]).toEqual([0, 0]);
  });

  it('comes back all the way after a shock', () => {
    const model = modelOf(settings);
    model.people.trust[0] = 0.1;
    for (let day = 0; day < 600; day++) {
      come(model, day, [0]);
      regard(model);
    }
    expect(model.people.trust[0]).toBeCloseTo(0.6, 5);
  });

  it('stays within [0, 1], and never gains by annoyance, complaints or departures', () => {
    const model = modelOf(settings);
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const events = fc.nat(255);
    const regarded = (trust: number, annoyed: number, complaints: number, departures: number): number => {
      const { people } = model;
      people.trust[0] = trust;
      people.annoyed[0] = annoyed;
      people.complaintsSeen[0] = complaints;
      people.departuresSeen[0] = departures;
      come(model, 0, [0]);
      regard(model);
      return people.trust[0];
    };
    fc.assert(
      fc.property(
        share,
        fc.double({ min: 0, max: 200, noNaN: true }),
        events,
        events,
        (trust, annoyed, c, d) => {
          const calm = regarded(trust, 0, 0, 0);
          const shaken = regarded(trust, annoyed, c, d);
          expect(shaken).toBeGreaterThanOrEqual(0);
          expect(calm).toBeLessThanOrEqual(1);
          expect(shaken).toBeLessThanOrEqual(calm);
        },
      ),
      { seed: 7, numRuns: 200 },
    );
  });
});
