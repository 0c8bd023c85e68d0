import { describe, expect, it } from 'vitest';
import { type LifeEvent, lifeKinds } from '../../src/engine/life-event.ts';
import { type LiveWorld, startWorld } from '../../src/engine/live.ts';
import { type Prepared, prepare, simulateWorld } from '../../src/engine/simulate.ts';
import { livesOf } from '../../src/engine/two-lives.ts';
import { metricIndex } from '../../src/metrics/definitions.ts';
import { Status } from '../../src/population/people.ts';
import { type Changes, merged, modelOf, quietScenario, scenarioOf } from './isolated.ts';
import { busy, lively } from './lively.ts';

const ready = (changes: Changes = {}): Prepared => prepare(scenarioOf(merged(lively, changes)));
const twoArms: Changes = { arms: [{ name: 'plain' }, { name: 'busy', tactics: busy }] };

function runThrough(living: LiveWorld): LifeEvent[] {
  const events: LifeEvent[] = [];
  while (living.day < living.days) events.push(...living.step());
  return events;
}

/** Outcomes of a record by metric. */
const outcomeOf = (living: LiveWorld, name: string): number => living.record().outcomes[metricIndex[name]];

describe('a live world', () => {
  it('comes to the very record of a world run at once, watched or not', () => {
    const prepared = ready(twoArms);
    for (const arm of [0, 1]) {
      const expected = simulateWorld(prepared, 2, arm);
      for (const events of [false, true]) {
        const living = startWorld(prepared, 2, arm, { events });
        runThrough(living);
        expect(living.record()).toEqual(expected);
      }
    }
  });

  it('tells nothing when it was not asked', () => {
    expect(runThrough(startWorld(ready({ tactics: busy }), 0, 0))).toEqual([]);
  });

  it('refuses to go on after its last day, and to be read before', () => {
    const living = startWorld(prepare(quietScenario({ horizon: '2 days' })), 0, 0);
    expect(() => living.record()).toThrow(/only 0 of 2 days/);
    runThrough(living);
    expect(living.day).toBe(2);
    expect(() => living.step()).toThrow(/all 2 days/);
  });

  it('gives pictures that later days leave alone, and awake ties that are everybody’s friends', () => {
    const living = startWorld(ready(), 1, 0);
    const eve = living.snapshot();
    const status = [...eve.status];
    runThrough(living);
    expect(eve.day).toBe(0);
    expect([...eve.status]).toEqual(status);
    const end = living.snapshot();
    expect(end.day).toBe(living.days);
    expect([...end.status]).toEqual([...living.model.people.status]);
    const friends = new Uint16Array(end.friends.length);
    const pairs = living.awakeTies();
    for (const p of pairs) friends[p]++;
    expect(friends).toEqual(end.friends);
    for (let i = 0; i < pairs.length; i += 2) expect(pairs[i]).toBeLessThan(pairs[i + 1]);
  });
});

describe('what happened', () => {
  const living = startWorld(
    ready({ tactics: merged(busy, { ads: { cap: 60 } }), horizon: '120 days' }),
    0,
    0,
    { events: true },
  );
  const events = runThrough(living);
  const kinds = (...names: string[]): LifeEvent[] => events.filter(({ kind }) => names.includes(kind));
  const total = (found: readonly LifeEvent[]): number =>
    found.reduce((sum, { amount = 0 }) => sum + amount, 0);

  it('has every kind of event in a lively community', () => {
    expect([...new Set(events.map(({ kind }) => kind))].sort()).toEqual([...lifeKinds].sort());
  });

  /** Ties are told of in the order of the person's row. */
  const rank = (kind: LifeEvent['kind']): number =>
    lifeKinds.indexOf(kind === 'driftedApart' || kind === 'friendLeft' ? 'befriended' : kind);

  it('is told day by day, by place, in each person’s order', () => {
    for (let i = 1; i < events.length; i++) {
      const [one, next] = [events[i - 1], events[i]];
      const later = next.day - one.day || next.person - one.person;
      const order = rank(next.kind) - rank(one.kind);
      expect(later > 0 || (later === 0 && order >= 0)).toBe(true);
      expect(next.key).toBe(living.model.people.key[next.person]);
    }
  });

  it('agrees with the counts of the run', () => {
    expect(kinds('joined').length).toBe(outcomeOf(living, 'organicJoins'));
    expect(kinds('joinedInvited').length).toBe(outcomeOf(living, 'invitedJoins'));
    expect(kinds('joinedBought').length).toBe(outcomeOf(living, 'paidJoins'));
    expect(kinds('returned').length).toBe(outcomeOf(living, 'returns'));
    expect(kinds('complained').length).toBe(outcomeOf(living, 'complaints'));
    expect(kinds('usedCoupon').length).toBe(outcomeOf(living, 'couponsRedeemed'));
    expect(kinds('gotCoupon').length).toBe(outcomeOf(living, 'couponsGiven'));
    expect(kinds('ordered').length).toBe(outcomeOf(living, 'orders'));
    expect(kinds('invited').length).toBe(outcomeOf(living, 'invitations'));
    expect(kinds('fellSilent', 'left').length).toBe(outcomeOf(living, 'silences'));
    expect(kinds('left', 'gaveUp').length).toBe(outcomeOf(living, 'leaves'));
    const firstPosts = kinds('firstPostAnswered', 'firstPostUnanswered').length;
    expect(firstPosts).toBe(outcomeOf(living, 'firstPosts'));
    expect(firstPosts + total(kinds('posted'))).toBe(outcomeOf(living, 'posts'));
    expect(total(kinds('ordered'))).toBeCloseTo(
      outcomeOf(living, 'sales') - outcomeOf(living, 'discountCost'),
      6,
    );
  });

  it('tells of a new friendship at both of its ends', () => {
    const made = kinds('befriended').map(({ day, person, other }) => `${day} ${person} ${other}`);
    const turned = kinds('befriended').map(({ day, person, other }) => `${day} ${other} ${person}`);
    expect(new Set(made)).toEqual(new Set(turned));
  });

  it('names as a lost friend only somebody who went that day', () => {
    const gone = new Set(kinds('fellSilent', 'left').map(({ day, person }) => `${day} ${person}`));
    const lost = kinds('friendLeft');
    expect(lost.length).toBeGreaterThan(10);
    for (const { day, other } of lost) expect(gone).toContain(`${day} ${other}`);
    for (const { amount } of kinds('driftedApart')) expect(amount).toBeGreaterThanOrEqual(20);
  });

  it('tells of the first ads of a person once', () => {
    const first = kinds('firstAds').map(({ person }) => person);
    expect(new Set(first).size).toBe(first.length);
    expect(total(kinds('firstAds'))).toBeLessThan(outcomeOf(living, 'adsShown'));
  });

  it('leaves everybody where the last event put them', () => {
    const { status } = living.model.people;
    const last = new Map<number, string>();
    for (const { person, kind } of events)
      if (
        ['joined', 'joinedInvited', 'joinedBought', 'returned', 'fellSilent', 'left', 'gaveUp'].includes(kind)
      )
        last.set(person, kind);
    for (const [person, kind] of last) {
      const expected =
        kind === 'fellSilent'
          ? Status.dormant
          : kind === 'left' || kind === 'gaveUp'
            ? Status.left
            : Status.member;
      expect(status[person]).toBe(expected);
    }
  });
});

describe('lives of one person', () => {
  it('are those events of the whole that are theirs, in every arm', () => {
    const prepared = ready(twoArms);
    const all = [0, 1].map((arm) => runThrough(startWorld(prepared, 0, arm, { events: true })));
    for (const person of [0, 7, 159, 200]) {
      const lives = livesOf(prepared, 0, [0, 1], person);
      expect(lives).toEqual(all.map((events) => events.filter((event) => event.person === person)));
    }
  });

  it('are the same where arms are alike, and empty for nobody', () => {
    const prepared = ready({ arms: [{ name: 'one' }, { name: 'other' }] });
    const [one, other] = livesOf(prepared, 1, [0, 1], 3);
    expect(one.length).toBeGreaterThan(5);
    expect(other).toEqual(one);
    expect(livesOf(prepared, 1, [0, 1], 100_000)).toEqual([[], []]);
    expect(livesOf(prepared, 1, [0, 1], -1)).toEqual([[], []]);
  });
});

describe('how somebody stood who fell silent', () => {
  /** Kinds of circumstance under which people go, with these settings. */
  const found = (changes: Changes): Map<string | undefined, number> => {
    const going: Changes = {
      horizon: '30 days',
      community: { members: 300, tenure: '1 day' },
      leave: { alpha: 50, beta: 1000, period: '1 day' },
    };
    const living = startWorld(prepare(quietScenario(merged(going, changes))), 0, 0, { events: true });
    const counts = new Map<string | undefined, number>();
    for (const { kind, circumstance } of runThrough(living)) {
      if (kind !== 'left' && kind !== 'fellSilent') continue;
      counts.set(circumstance?.kind, (counts.get(circumstance?.kind) ?? 0) + 1);
    }
    return counts;
  };

  it('is said only where the model weighs it', () => {
    expect([...found({}).keys()]).toEqual([undefined]);
    expect([...found({ leave: { perTie: 0.3 } }).keys()]).toEqual(['noFriends']);
    const visits = { people: { visits: '50%', visitsSpread: 0 } };
    const unhappy = found(merged(visits, { leave: { satisfaction: 5 }, engage: { settle: 2 } }));
    expect([...unhappy.keys()]).toContain('unhappy');
    const asking = { engage: { asks: '90%', answered: '0%', forgets: 10 }, leave: { unanswered: 2 } };
    expect([...found(merged(visits, asking)).keys()].sort()).toEqual(['unanswered', undefined]);
    const blunt = { tactics: { ads: { load: 60 } }, adResponse: { slope: 0.5 } };
    expect([...found(merged(visits, blunt)).keys()]).toContain('ads');
  });

  it('is nothing on a first day', () => {
    const model = modelOf();
    expect(model.people.joinedOn[0]).toBeLessThan(0);
    const living = startWorld(ready({ leave: { perTie: 3 } }), 0, 0, { events: true });
    const left = runThrough(living).filter(({ kind }) => kind === 'left' || kind === 'fellSilent');
    const joinedOn = (person: number): number => living.model.people.joinedOn[person];
    const sameDay = left.filter(({ day, person }) => joinedOn(person) === day);
    expect(sameDay.length).toBeGreaterThan(0);
    for (const event of sameDay) expect(event.circumstance).toBeUndefined();
    expect(left.some(({ circumstance }) => circumstance?.kind === 'fewFriends')).toBe(true);
  });
});
