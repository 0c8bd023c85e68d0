import { describe, expect, it } from 'vitest';
import { arrive } from '../../src/behaviors/join.ts';
import type { Referral } from '../../src/behaviors/refer.ts';
import type { Model } from '../../src/engine/model.ts';
import { AccountIndex } from '../../src/metrics/ledger.ts';
import { INVITED } from '../../src/population/friendships.ts';
import { Channel, Fact, Status } from '../../src/population/people.ts';
import { findTie } from '../../src/population/ties.ts';
import {
  acting,
  befriend,
  type Changes,
  count,
  handmade,
  mean,
  merged,
  modelOf,
  played,
  shareError,
  standardError,
  sum,
} from '../engine/isolated.ts';

const outsiders = ({ people }: Model): number[] =>
  [...people.key.keys()].filter((p) => people.status[p] === Status.outside);

/** Uniforms that settle whether people join on a day. */
function luck({ stream, people }: Model, day: number): number[] {
  const today = stream('join').on(day);
  return Array.from(people.key, (key) => today.uniform(key));
}

/** Marks an invitation of yesterday, as share.ts leaves it. */
function invite({ friendships, today }: Model, p: number, q: number): void {
  friendships.metOn[findTie(friendships, p, q)] = INVITED;
  today.invitations.push(p, q);
}

describe('arrive', () => {
  it('lets nobody in when nothing draws them', () => {
    const model = played({ community: { members: 10, prospects: 200 } });
    expect(sum(model.record.daily.joins)).toBe(0);
    expect(model.everJoined).toBe(10);
  });

  it('lets everybody in at an enormous rate', () => {
    const model = modelOf({ community: { members: 0, prospects: 200 }, join: { innovation: 100 } });
    arrive(model, 0);
    expect(model.everJoined).toBe(200);
    expect(model.tally.organicJoins).toBe(200);
    expect(model.today.newcomers).toHaveLength(200);
    expect(count(model.people.joinedOn, (day) => day !== 0)).toBe(0);
    expect(outsiders(model)).toEqual([]);
  });

  it('never lets anybody in from beyond reach', () => {
    const model = modelOf({
      community: { members: 0, prospects: 5, outsiders: 50 },
      join: { innovation: 100 },
      tactics: { acquisition: { arrivals: 1000 } },
    });
    arrive(model, 0);
    expect(count(model.people.status, (s) => s === Status.beyond)).toBe(50);
  });

  it('draws at the hazard fit (innovation + imitation F) + views V / outside', () => {
    const model = modelOf({
      community: { members: 300, prospects: 700 },
      join: { innovation: 0.1, imitation: 0.2, fit: 1.5, views: 0.5 },
    });
    const everyone = outsiders(model);
    model.today.publicViews = 70;
    const chance = 1 - Math.exp(-(1.5 * (0.1 + 0.2 * 0.3) + (0.5 * 70) / 700));
    const first = luck(model, 0);
    arrive(model, 0);
    expect(model.today.newcomers).toEqual(everyone.filter((p) => first[p] < chance));
    expect(model.today.publicViews).toBe(0);

    const rest = outsiders(model);
    const inside = (1000 - rest.length) / 1000;
    const second = luck(model, 1);
    arrive(model, 1);
    const later = 1 - Math.exp(-1.5 * (0.1 + 0.2 * inside));
    expect(model.today.newcomers).toEqual(rest.filter((p) => second[p] < later));
  });

  it('lets in whoever has the stated share of acquaintances inside, one step a day', () => {
    // Outsiders 2, 3, 4, 5: 2 knows 0 and 3; 3 knows 2, 4 and 1; 4 knows 3 and 5; 5 knows 4; 6 knows nobody.
    const { model, place } = handmade(
      { members: 2, prospects: 5 },
      [
        [0, 2],
        [2, 3],
        [1, 3],
        [3, 4],
        [4, 5],
      ],
      { join: { threshold: 0.5 } },
    );
    const cameOn = (): number[][] =>
      [0, 1, 2, 3, 4].map((day) => {
        arrive(model, day);
        return model.today.newcomers.map((p) => place.indexOf(p));
      });
    expect(cameOn()).toEqual([[2], [3], [4], [5], []]);
    expect(model.tally.organicJoins).toBe(4);
  });

  it('lets in nobody by threshold whose share is just too small', () => {
    const { model } = handmade(
      { members: 1, prospects: 3 },
      [
        [0, 1],
        [1, 2],
        [1, 3],
      ],
      { join: { threshold: 0.34 } },
    );
    arrive(model, 0);
    expect(model.today.newcomers).toEqual([]);
  });

  it('adds what friends showed somebody to their own hazard, for one day', () => {
    const model = modelOf({ community: { members: 0, prospects: 400 }, join: { innovation: 0.01 } });
    for (let p = 0; p < 200; p++) model.people.pull[p] = 0.5;
    const uniforms = luck(model, 0);
    arrive(model, 0);
    const chance = (p: number): number => 1 - Math.exp(p < 200 ? -0.51 : -0.01);
    expect(model.today.newcomers).toEqual(uniforms.flatMap((u, p) => (u < chance(p) ? [p] : [])));
    expect(sum(model.people.pull)).toBe(0);
    expect(model.tally.organicJoins).toBe(model.today.newcomers.length);
  });
});

describe('an invitation', () => {
  /** Inviters 0 to 4 of whom 0 and 1 could know each other; 1,000 prospects whom all of them could know. */
  const crowd = (changes: Changes = {}) => {
    const pairs: [number, number][] = [[0, 1]];
    for (let q = 5; q < 1005; q++) for (let p = 0; p < 5; p++) pairs.push([p, q]);
    return handmade({ members: 5, prospects: 1000 }, pairs, { join: { invitation: 0.3 }, ...changes });
  };
  const weights = [1, 1.67, 2.2, 2.2, 2.2];

  it('weighs 1, 1.67, 2.2, 2.2 ... by how many others have invited the same person before', () => {
    const { model, place } = crowd();
    const guests = place.slice(5);
    for (let day = 0; day < 5; day++) {
      const asked = guests.filter((q) => model.people.status[q] === Status.outside);
      const uniforms = luck(model, day);
      for (const q of asked) invite(model, place[day], q);
      arrive(model, day);
      const chance = 1 - Math.exp(-0.3 * weights[day]);
      expect(asked.filter((q) => model.people.joinedOn[q] === day)).toEqual(
        asked.filter((q) => uniforms[q] < chance),
      );
      expect(model.tally.invitedJoins).toBe(model.everJoined - 5);
    }
    expect(model.tally.organicJoins).toBe(0);
  });

  it('adds up with others of the same day, multiplied by fit', () => {
    const { model, place } = crowd({ join: { invitation: 0.1, fit: 2 } });
    const guests = place.slice(5);
    const uniforms = luck(model, 0);
    for (const q of guests) for (const p of [3, 0, 4]) invite(model, place[p], q);
    arrive(model, 0);
    const chance = 1 - Math.exp(-2 * 0.1 * (1 + 1.67 + 2.2));
    expect([...model.today.newcomers].sort((a, b) => a - b)).toEqual(
      guests.filter((q) => uniforms[q] < chance).sort((a, b) => a - b),
    );
  });

  it('with a gift beside one without weighs by a draw of the pair, not by whose place comes first', () => {
    const { model, place } = crowd();
    const [plain, kind] = place;
    const guests = place.slice(5).sort((p, q) => p - q);
    const uniforms = luck(model, 0);
    const gift: Referral = {
      ...{ name: 'gift', ...acting(), inviting: 1, accepting: 2 },
      ...{ micro: 0, quota: 0, used: new Map() },
    };
    for (const q of guests) {
      invite(model, plain, q);
      model.today.carried.set(model.today.invitations.length, gift);
      invite(model, kind, q);
    }
    const { key } = model.people;
    const turn = (p: number, q: number): number => model.stream('join:turn').on(0).drawPair(key[p], key[q]);
    const kindFirst = new Set(guests.filter((q) => turn(kind, q) < turn(plain, q)));
    arrive(model, 0);
    expect(Math.abs(kindFirst.size / 1000 - 1 / 2)).toBeLessThan(4 * shareError(1 / 2, 1000));
    const hazard = (q: number): number => 0.3 * (kindFirst.has(q) ? 2 * 1 + 1 * 1.67 : 1 * 1 + 2 * 1.67);
    expect([...model.today.newcomers].sort((p, q) => p - q)).toEqual(
      guests.filter((q) => uniforms[q] < 1 - Math.exp(-hazard(q))),
    );
  });

  it('counts groups of inviters who do not know each other, where groups are on', () => {
    const { model, place } = crowd({ join: { invitation: 0.3, groups: true } });
    const guests = place.slice(5);
    // 0: a first group; 1 knows 0: nothing new; 2: a second group; 3: a third.
    for (const [day, weight] of [1, 0, 1.67, 2.2].entries()) {
      const asked = guests.filter((q) => model.people.status[q] === Status.outside);
      const uniforms = luck(model, day);
      for (const q of asked) invite(model, place[day], q);
      arrive(model, day);
      const chance = 1 - Math.exp(-0.3 * weight);
      expect(asked.filter((q) => model.people.joinedOn[q] === day)).toEqual(
        asked.filter((q) => uniforms[q] < chance),
      );
    }
  });

  it('works for one day only', () => {
    const { model, place } = crowd({ join: { invitation: 0.01 } });
    for (const q of place.slice(5)) invite(model, place[0], q);
    arrive(model, 0);
    const joined = model.everJoined;
    expect(model.today.invitations).toEqual([]);
    arrive(model, 1);
    expect(model.everJoined).toBe(joined);
  });

  it('makes friends of inviter and invited, and both stay longer', () => {
    const { model, place } = crowd({
      join: { invitation: 100 },
      leave: { referred: 0.82, referrer: 0.8 },
    });
    const { people, friendships } = model;
    const before = Float32Array.from(people.exitLogit);
    const [inviter, other] = place;
    const guests = place.slice(5, 8);
    for (const q of guests) invite(model, inviter, q);
    arrive(model, 0);
    for (const q of guests) {
      expect(people.channel[q]).toBe(Channel.invited);
      expect(people.exitLogit[q]).toBeCloseTo(before[q] + Math.log(0.82), 5);
      expect(friendships.metOn[findTie(friendships, inviter, q)]).toBe(0);
      expect(friendships.metOn[findTie(friendships, q, inviter)]).toBe(0);
    }
    expect(people.friends[inviter]).toBe(3);
    expect(people.facts[inviter] & Fact.referrer).toBe(Fact.referrer);
    // Once, however many came.
    expect(people.exitLogit[inviter]).toBeCloseTo(before[inviter] + Math.log(0.8), 5);
    expect(people.exitLogit[other]).toBe(before[other]);
  });

  it('makes no friends of somebody who has gone meanwhile', () => {
    const { model, place } = crowd({ join: { invitation: 100 } });
    invite(model, place[0], place[5]);
    model.people.status[place[0]] = Status.left;
    arrive(model, 0);
    expect(model.people.status[place[5]]).toBe(Status.member);
    expect([model.people.friends[place[0]], model.people.friends[place[5]]]).toEqual([0, 0]);
  });

  it('is credited in proportion to its part of the hazard', () => {
    const { model, place } = crowd({ join: { invitation: 1, innovation: 3, second: 1 } });
    for (const q of place.slice(5)) invite(model, place[0], q);
    arrive(model, 0);
    const { invitedJoins, organicJoins } = model.tally;
    const joined = invitedJoins + organicJoins;
    expect(joined).toBeGreaterThan(950);
    // 4 standard errors of a share of 1 / (1 + 3).
    expect(Math.abs(invitedJoins / joined - 0.25)).toBeLessThan(4 * shareError(0.25, joined));
  });

  it('does nothing to somebody inside', () => {
    const { model, place } = crowd({ join: { invitation: 100 } });
    befriend(model, place[0], place[1]);
    model.today.invitations.push(place[0], place[1]);
    arrive(model, 0);
    expect(model.everJoined).toBe(5);
    expect(model.people.facts[place[0]] & Fact.referrer).toBe(0);
  });
});

describe('bought newcomers', () => {
  const offer = (arrivals: number, fit = 0.4) => ({
    name: 'media',
    arrivals,
    fit,
    micro: 2_000_000_000,
    ...acting(),
  });

  it('are the outsiders with the lowest draws of the day, at a price and a fit of their own', () => {
    const model = modelOf({ community: { members: 0, prospects: 500 } });
    const before = Float32Array.from(model.people.exitLogit);
    model.offers.bought.push(offer(20));
    arrive(model, 3);
    const came = model.today.newcomers;
    const stream = model.stream('join:bought:media').on(3);
    const byDraw = outsiders(modelOf({ community: { members: 0, prospects: 500 } })).sort(
      (p, q) => stream.draw(model.people.key[p]) - stream.draw(model.people.key[q]),
    );
    expect(came.length).toBeGreaterThan(0);
    expect([...came].sort()).toEqual(byDraw.slice(0, came.length).sort());
    expect(model.tally.paidJoins).toBe(came.length);
    expect(model.ledger.open[AccountIndex.acquisitionCost]).toBe(came.length * 2_000_000_000);
    for (const p of came) {
      expect(model.people.channel[p]).toBe(Channel.paid);
      expect(model.people.exitLogit[p]).toBeCloseTo(before[p] + 0.4, 5);
    }
  });

  it('end when everybody is inside', () => {
    const model = modelOf({ community: { members: 0, prospects: 7 } });
    model.offers.bought.push(offer(1000));
    arrive(model, 0);
    expect(model.today.newcomers).toHaveLength(7);
    arrive(model, 1);
    expect(model.tally.paidJoins).toBe(7);
    expect(model.ledger.open[AccountIndex.acquisitionCost]).toBe(7 * 2_000_000_000);
  });

  it('never include somebody who comes anyway', () => {
    const model = modelOf({ community: { members: 0, prospects: 100 }, join: { innovation: 0.7 } });
    const coming = count(luck(model, 0), (u) => u < 1 - Math.exp(-0.7));
    model.offers.bought.push(offer(20));
    arrive(model, 0);
    expect(model.tally.organicJoins).toBe(coming);
    expect(new Set(model.today.newcomers).size).toBe(model.today.newcomers.length);
    expect(model.today.newcomers).toHaveLength(coming + model.tally.paidJoins);
  });

  it('arrive as a Poisson count of the stated mean', () => {
    const model = modelOf({ community: { members: 0, prospects: 4000 }, horizon: '400 days' });
    const counts: number[] = [];
    for (let day = 0; day < 400; day++) {
      model.offers.bought.length = 0;
      model.offers.bought.push(offer(5));
      arrive(model, day);
      counts.push(model.today.newcomers.length);
    }
    const average = sum(counts) / 400;
    const variance = sum(counts.map((n) => (n - average) ** 2)) / 399;
    // Poisson of mean 5 on 400 days: standard errors sqrt(5 / 400), and sqrt((2 x 5^2 + 5) / 400) for the variance.
    expect(Math.abs(average - 5)).toBeLessThan(4 * Math.sqrt(5 / 400));
    expect(Math.abs(variance - 5)).toBeLessThan(4 * Math.sqrt(55 / 400));
  });
});

describe('members who bring members', () => {
  const bringing = (brings: number, rate: number, arrivals: number, more: Changes = {}): Changes =>
    merged(
      {
        horizon: '120 days',
        community: { members: 300, prospects: 9000 },
        join: { brings },
        leave: { rate, atOnce: '100%' },
        tactics: { acquisition: { arrivals, fit: 0, cost: 0 } },
      },
      more,
    );
  const courses = (changes: Changes, worlds = 8) =>
    Array.from({ length: worlds }, (_, world) => played(changes, world).record.daily);

  // Rates: brought in, leaving, bought a day. Growth without bound in the third.
  it.each([
    [0.03, 0.05, 6],
    [0.01, 0.2, 57],
    [0.05, 0.04, 2],
  ])('are as many as %f, %f and %f a day say, on every day', (r, c, bought) => {
    const all = courses(bringing(r, c, bought));
    const stays = (1 - Math.exp(-c)) / c;
    let expected = 300;
    for (let day = 0; day < 120; day++) {
      expected = expected * Math.exp(-c) + (bought + r * expected) * stays;
      if (day % 10 !== 9) continue;
      const members = all.map((daily) => daily.members[day]);
      expect(Math.abs(mean(members) - expected), `day ${day}`).toBeLessThan(4.5 * standardError(members));
    }
    if (r < c) expect(Math.abs(expected / (bought / (c - r)) - 1)).toBeLessThan(0.02);
    else expect(expected).toBeGreaterThan(1000);
  });

  it('leave 1 / (1 - r / c) people in all for each at the start: r / c in a lifetime', () => {
    const joined = courses(bringing(0.05, 0.1, 0, { horizon: '200 days' })).map(({ joins, invitedJoins }) => {
      expect(sum(joins)).toBe(sum(invitedJoins));
      return sum(joins) / 300;
    });
    expect(Math.abs(mean(joined) - 1)).toBeLessThan(4 * standardError(joined));
  });

  it('bring nobody who is not there', () => {
    const { joins, members } = played(bringing(5, 0, 0, { community: { prospects: 40 } })).record.daily;
    expect([sum(joins), members[119]]).toEqual([40, 340]);
  });
});
