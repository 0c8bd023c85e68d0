import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/engine/model.ts';
import { metrics } from '../../src/metrics/definitions.ts';
import { AccountIndex, accounts, book, earns } from '../../src/metrics/ledger.ts';
import { outcomesOf, recordDay } from '../../src/metrics/record.ts';
import { Fact, Status } from '../../src/population/people.ts';
import {
  type Changes,
  constantExit,
  count,
  handmade,
  mean,
  modelOf,
  outcome,
  played,
  runDays,
  shareError,
  sum,
} from '../engine/isolated.ts';

/** Comings and goings of every kind. */
const lively: Changes = {
  horizon: '130 days',
  community: { members: 300, prospects: 2000, tenure: '30 days' },
  people: { visits: '30%', visitsSpread: 1 },
  join: { innovation: 0.004 },
  leave: { ...constantExit(0.02), atOnce: '40%', forGood: 0.01, back: 0.05 },
};

/** What happened, watched from outside day by day. */
function watch(changes: Changes) {
  const model = modelOf(changes);
  const members: Set<number>[] = [];
  const visitors: Set<number>[] = [];
  const joinedOn = new Map<number, number>();
  for (let day = 0; day < model.days; day++) {
    runDays(model, day + 1, day);
    const { status } = model.people;
    members.push(new Set([...status.keys()].filter((p) => status[p] === Status.member)));
    visitors.push(new Set(model.today.visitors.subarray(0, model.today.visitorCount)));
    for (const p of model.today.newcomers) joinedOn.set(p, day);
  }
  return { model, members, visitors, joinedOn };
}

describe('the record of a day', () => {
  const seen = watch(lively);
  const { daily } = seen.model.record;
  const days = [...seen.members.keys()];

  it('counts members, visits and joins', () => {
    for (const day of days) {
      expect(daily.members[day]).toBe(seen.members[day].size);
      expect(daily.visits[day]).toBe(seen.visitors[day].size);
      expect(daily.joins[day]).toBe(count([...seen.joinedOn.values()], (on) => on === day));
      expect(daily.joins[day]).toBe(daily.organicJoins[day] + daily.invitedJoins[day] + daily.paidJoins[day]);
    }
    expect(sum(daily.returns)).toBeGreaterThan(100); // lively indeed
  });

  it('balances: members and dormant change by joins, silences, returns and leaves', () => {
    for (const day of days.slice(1)) {
      const gone = daily.silences[day] - daily.returns[day];
      expect(daily.members[day]).toBe(daily.members[day - 1] + daily.joins[day] - gone);
      expect(daily.members[day] + daily.dormant[day]).toBe(
        daily.members[day - 1] + daily.dormant[day - 1] + daily.joins[day] - daily.leaves[day],
      );
    }
  });

  it('counts members who came in the last 7 and 30 days', () => {
    // Who fell silent begins anew: only visits since their return count.
    const since = new Map<number, number>();
    for (const day of days) {
      for (const p of since.keys()) if (!seen.members[day].has(p)) since.delete(p);
      for (const p of seen.visitors[day]) if (seen.members[day].has(p)) since.set(p, day);
      const last = [...since.values()];
      expect(daily.weeklyActives[day]).toBe(count(last, (on) => on > day - 7));
      expect(daily.activeMembers[day]).toBe(count(last, (on) => on > day - 30));
    }
  });

  it('reads retention off those who were there long enough', () => {
    for (const after of [30, 90]) {
      let followed = 0;
      let kept = 0;
      const start = new Map(
        [...seen.joinedOn].concat([...Array(seen.model.people.founders)].map((_, p) => [p, 0])),
      );
      for (const [p, on] of start) {
        const day = on + after - 1; // its evening is the end of the N-th day
        if (day >= seen.members.length) continue;
        followed++;
        if (seen.members[day].has(p)) kept++;
      }
      expect(outcome(seen.model, `retention${after}`)).toBe(kept / followed);
    }
  });

  it('reads return off newcomers, those too who left on the day on which they came', () => {
    for (const after of [1, 7, 30, 90]) {
      let followed = 0;
      let came = 0;
      for (const [p, on] of seen.joinedOn) {
        if (on + after >= seen.visitors.length) continue;
        followed++;
        if (seen.visitors[on + after].has(p)) came++;
      }
      expect(outcome(seen.model, `day${after}Return`)).toBe(came / followed);
    }
  });

  it('knows how many founders are members at the end, and how many prospects ever joined', () => {
    const { model, members, joinedOn } = seen;
    const last = members[members.length - 1];
    expect(outcome(model, 'retentionEnd')).toBe(count([...last], (p) => p < 300) / 300);
    expect(outcome(model, 'reached')).toBe(joinedOn.size / 2000);
  });
});

describe('means over members', () => {
  it('are those of the evening, members only', () => {
    const model = modelOf({ community: { members: 4 }, adResponse: { slope: 0.02, instant: 0.25 } });
    const { people } = model;
    people.status[3] = Status.dormant;
    people.satisfaction.set([0.1, 0.2, 0.6, 1]);
    people.trust.set([0.5, 0.5, 0.8, 0]);
    people.friends.set([4, 5, 9, 0]);
    people.annoyed.set([10, 0, 20, 999]);
    model.today.adsSeen = true;
    recordDay(model, 0);
    const { daily } = model.record;
    expect([daily.members[0], daily.dormant[0]]).toEqual([3, 1]);
    expect(daily.satisfaction[0]).toBeCloseTo(0.3, 6);
    expect(daily.trust[0]).toBeCloseTo(0.6, 6);
    expect(daily.tiesPerMember[0]).toBe(6);
    expect([daily.moreThan4[0], daily.moreThan6[0]]).toEqual([2 / 3, 1 / 3]);
    expect(daily.annoyance[0]).toBeCloseTo(1 - Math.exp(-0.02 * 0.75 * 10), 9);
  });

  it('count exactly so many friends, and friends of friends who are friends, where asked', () => {
    // A triangle 0 1 2 with a tail 2 3, and 4 alone: clustering 1, 1, 1/3, 0, 0.
    const settings = {
      community: { awake: '100%' },
      ties: { counted: 2, measured: true },
      horizon: '2 days',
    };
    const pairs = [
      [0, 1],
      [1, 2],
      [0, 2],
      [2, 3],
    ] as const;
    const { model } = handmade({ members: 5 }, pairs, settings);
    const { daily } = runDays(model).record;
    expect(daily.thatManyFriends[0]).toBe(2 / 5);
    expect(daily.clustering[1]).toBeCloseTo((1 + 1 + 1 / 3) / 5, 12);
    const unasked = handmade({ members: 5 }, pairs, { community: { awake: '100%' } }).model;
    expect(runDays(unasked, 1).record.daily.clustering[0]).toBeNaN();
  });

  it('have no number where there is nobody', () => {
    const model = played({ horizon: '3 days', community: { members: 0, prospects: 5 } });
    const none = ['satisfaction', 'trust', 'tiesPerMember', 'moreThan4', 'moreThan6', 'annoyance'];
    for (const name of none) expect(outcome(model, name), name).toBeNaN();
    const outcomes = outcomesOf(model);
    const silent = metrics.filter((_, i) => Number.isNaN(outcomes[i])).map(({ name }) => name);
    expect(silent.sort()).toEqual(
      [
        ...none,
        ...['retention30', 'retention90', 'retentionEnd', 'posters', 'buyers', 'topPosters', 'nextPosters'],
        ...['day1Return', 'day7Return', 'day30Return', 'day90Return', 'reproduction', 'adsPerMemberWeek'],
        ...['chainsEnded', 'chainLength', 'chainVariance', 'chainsThisLong', 'chainsThisDeep'],
        ...['firstReplies', 'repostReplied', 'repostUnreplied', 'deskWaited', 'deskWait', 'deskTime', 'stay'],
        ...[
          'thatManyFriends',
          'clustering',
          'netPerMember',
          'payback',
          'posterK',
          'postersEnded',
          'priceOfPaid',
          'returnOnSpending',
        ],
        ...[
          'worthInvited',
          'worthOrganic',
          'worthPaid',
          'recallReturns',
          'recallControl',
          'payingShare',
          'postsPerMemberWeek',
        ],
      ].sort(),
    );
  });
});

describe('money', () => {
  it('adds up to the cent over the days, in whole units', () => {
    const model = modelOf({ horizon: '60 days', community: { members: 1 } });
    for (let day = 0; day < 60; day++) {
      book(model, AccountIndex.sales, 0, 10_000_000 + day * 333_333);
      book(model, AccountIndex.goodsCost, 0, 7_770_000);
      recordDay(model, day);
    }
    const sales = Math.floor((60 * 10_000_000 + 1770 * 333_333) / 1e6);
    const goods = Math.floor((60 * 7_770_000) / 1e6);
    expect(outcome(model, 'sales')).toBe(sales / 100);
    expect(outcome(model, 'goodsCost')).toBe(goods / 100);
    expect(outcome(model, 'netRevenue')).toBe((sales - goods) / 100);
    expect(model.record.daily.sales[0]).toBe(0.1);
  });

  it('of every account comes into net revenue once', () => {
    const model = modelOf({ horizon: '1 day', community: { members: 1 } });
    for (const [i, name] of accounts.entries()) book(model, AccountIndex[name], 0, 100_000_000 * 2 ** i);
    recordDay(model, 0);
    const expected = accounts.reduce((net, _, i) => net + (earns[i] ? 1 : -1) * 2 ** i, 0);
    expect(outcome(model, 'netRevenue')).toBe(expected);
  });
});

describe('what is read off people at the end', () => {
  const hundred = (): Model => {
    const model = modelOf({ horizon: '1 day', community: { members: 100, prospects: 100 } });
    recordDay(model, 0);
    return model;
  };

  it('shares of posts of the top 1 %, and of the next 9 %, of all who were ever inside', () => {
    const model = hundred();
    model.people.posts.set([0, 50, 3, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1]);
    model.people.posts[150] = 1000; // never inside
    expect(outcome(model, 'topPosters')).toBe(50 / 72);
    expect(outcome(model, 'nextPosters')).toBe((3 + 8 * 2) / 72);
    expect(outcome(model, 'posters')).toBe(0.13);
  });

  it('shares of buyers', () => {
    const model = hundred();
    model.people.orders.set([2, 1, 0, 5]);
    model.people.orders[150] = 4; // never inside
    expect(outcome(model, 'buyers')).toBe(0.03);
  });

  it('what became of first posts', () => {
    const model = modelOf({ horizon: '3 days', community: { members: 100 } });
    const { firstPosted, firstReplied, postedAgain } = Fact;
    const all = firstPosted | firstReplied | postedAgain;
    model.people.facts.set([all, all, firstPosted | firstReplied, firstPosted | postedAgain, firstPosted, 0]);
    model.today.newcomers.push(0, 3, 5);
    recordDay(model, 0);
    model.today.newcomers.splice(0, 3, 1, 2, 4);
    for (let day = 1; day < model.days; day++) {
      recordDay(model, day);
      model.today.newcomers.length = 0;
    }
    const { firstReplies, repostReplied, repostUnreplied } = model.record.daily;
    expect([firstReplies[0], repostReplied[0], repostUnreplied[0]]).toEqual([1 / 2, 1, 1]);
    expect(outcome(model, 'firstReplies')).toBe(3 / 5);
    expect(outcome(model, 'repostReplied')).toBe(2 / 3);
    expect(outcome(model, 'repostUnreplied')).toBe(1 / 2);
  });

  it('ads per member and week, and the reproduction number', () => {
    const model = modelOf({ horizon: '14 days', community: { members: 50 } });
    for (let day = 0; day < 14; day++) {
      model.tally.adsShown = 100;
      model.tally.invitedJoins = day === 3 ? 5 : 0;
      recordDay(model, day);
    }
    expect(outcome(model, 'adsPerMemberWeek')).toBe(14);
    expect(outcome(model, 'reproduction')).toBe(0.1);
    expect(outcome(model, 'adsShown')).toBe(1400);
  });
});

it('each page begins clean', () => {
  const model = modelOf({ horizon: '2 days' });
  model.tally.posts = 7;
  recordDay(model, 0);
  recordDay(model, 1);
  expect([...model.record.daily.posts]).toEqual([7, 0]);
  expect(outcome(model, 'posts')).toBe(7);
});

it("keeps Little's law for members over any first days: people ever inside, times days inside", () => {
  const { model } = watch(lively);
  const { members, joins, stay } = model.record.daily;
  let evenings = 0;
  let ever = model.people.founders;
  for (let day = 0; day < model.days; day++) {
    evenings += members[day];
    ever += joins[day];
    expect(Math.abs(evenings - ever * stay[day])).toBeLessThan(1e-9 * evenings);
  }
});

it('retention of founders is geometric where everybody leaves at one rate', () => {
  // evidence: S = (1 - c)^t, c = .02 a day: .54548 after 30 days; c a chance, so the rate is -ln(1 - .02).
  const model = played({
    horizon: '90 days',
    community: { members: 20_000 },
    leave: constantExit(-Math.log(0.98)),
  });
  for (const [name, share] of [
    ['retention30', 0.54548],
    ['retention90', 0.98 ** 90],
  ] as const)
    expect(Math.abs(outcome(model, name) - share), name).toBeLessThan(4 * shareError(share, 20_000));
  expect(mean([outcome(model, 'retentionEnd')])).toBe(outcome(model, 'retention90'));
});
