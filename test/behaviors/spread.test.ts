import { describe, expect, it } from 'vitest';
import { dailyChance } from '../../src/behaviors/spread.ts';
import { compileModel, prepare } from '../../src/engine/compile.ts';
import type { Model } from '../../src/engine/model.ts';
import { Status } from '../../src/population/people.ts';
import {
  type Changes,
  count,
  handmade,
  mean,
  merged,
  modelOf,
  outcome,
  played,
  quietScenario,
  runDays,
  shareError,
} from '../engine/isolated.ts';

const everybody: Changes = { among: 'everybody' };

/** All ties awake. */
const network = (kind: string, ties: number, members: number): Changes => ({
  community: { members, awake: '100%', network: { kind, ties } },
});

/** Share reached at the end of each world. */
function over(worlds: number, changes: Changes): number[] {
  const prepared = prepare(quietScenario(changes));
  return Array.from({ length: worlds }, (_, world) =>
    outcome(runDays(compileModel(prepared, world, 0)), 'spreadReached'),
  );
}

/** The root of z = f(z) that is reached from z = 1. */
function fromAbove(f: (z: number) => number): number {
  let z = 1;
  for (let i = 0; i < 10_000; i++) z = f(z);
  return z;
}

/** Share of the others that is reached where a share s starts it. */
const finalSize = (R: number, s: number): number => fromAbove((z) => 1 - Math.exp(-R * (s + (1 - s) * z)));

describe('spread', () => {
  it('is nothing where nobody starts it', () => {
    const model = played({ spread: { contacts: 5, threshold: '10%' } });
    expect(model.spread).toBeNull();
    expect(outcome(model, 'spreadReached')).toBe(0);
    expect(outcome(model, 'spreading')).toBe(0);
  });

  it('goes one tie a day along friendships, and no further than it is spread', () => {
    const line = [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
    ] as const;
    const { model, place } = handmade({ members: 6 }, line, {
      community: { awake: '100%' },
      spread: { starters: 1, chance: '100%', period: '2 days' },
    });
    const at = place.indexOf(starterOf(model));
    runDays(model, 8);
    const { spreadReached, spreading } = model.record.daily;
    // Whoever starts it: every day it goes one further on each side, up to the ends; place 5 knows nobody.
    const away = (x: number): number => (at === 5 || x === 5 ? (x === at ? 0 : 100) : Math.abs(x - at));
    const six = [0, 1, 2, 3, 4, 5];
    for (let day = 0; day < 8; day++) {
      expect(spreadReached[day], `day ${day}`).toBe((count(six, (x) => away(x) <= day + 1) - 1) / 5);
      const busy = count(six, (x) => day >= away(x) && day < away(x) + 2);
      expect(spreading[day], `day ${day}`).toBe(busy);
    }
  });

  it('stops with whoever falls silent', () => {
    const model = modelOf({
      community: { members: 50 },
      spread: { ...everybody, starters: 1, contacts: 49 },
    });
    model.people.status[starterOf(model)] = Status.dormant;
    runDays(model, 10);
    // Another member has started it, since the one who would have is no member on day 0.
    expect(model.spread?.reached).toBeGreaterThan(1);
    const other = modelOf({
      community: { members: 50 },
      spread: { ...everybody, starters: 1, contacts: 0.1 },
    });
    runDays(other, 1);
    other.people.status[starterOf(other)] = Status.left;
    runDays(other, 3, 1);
    expect(other.record.daily.spreading[2]).toBe(0);
    expect(other.spread?.reached).toBe(1);
  });

  it('has a daily chance that makes up the whole one, whatever the law of the period', () => {
    const values = { starters: 1, among: 0, chance: 0, contacts: 0, threshold: 0, enough: 0 };
    for (const whole of [0.001, 0.3, 0.85, 1])
      for (const period of [1, 2, 7, 30]) {
        const fixed = dailyChance(whole, { ...values, period, length: 0 });
        expect(1 - (1 - fixed) ** period).toBeCloseTo(whole, 12);
        const daily = dailyChance(whole, { ...values, period, length: 1 });
        let sum = 0;
        for (let days = 1; days < 3000; days++)
          sum += ((1 - 1 / period) ** (days - 1) / period) * (1 - (1 - daily) ** days);
        expect(sum).toBeCloseTo(whole, 9);
      }
  });

  it('has spreaders for so many days: all equally many, or geometric with that mean', () => {
    const settings = { horizon: '60 days', community: { members: 4000 } };
    const spread = { starters: 4000, period: '5 days' };
    const fixed = played({ ...settings, spread }).record.daily.spreading;
    expect([...fixed.subarray(0, 6)]).toEqual([4000, 4000, 4000, 4000, 4000, 0]);
    const geometric = played({ ...settings, spread: { ...spread, length: 'geometric' } }).record.daily
      .spreading;
    for (const day of [1, 2, 4, 9]) {
      const share = 0.8 ** day;
      expect(Math.abs(geometric[day] / 4000 - share)).toBeLessThan(4 * shareError(share, 4000));
    }
  });
});

/** The one who starts it, found on a copy that is not run. */
function starterOf(model: Model): number {
  const draws = model.stream('spread:starters').on(-1);
  const byDraw = [...model.people.key.keys()]
    .filter((p) => model.people.status[p] === Status.member)
    .sort((p, q) => draws.draw(model.people.key[p]) - draws.draw(model.people.key[q]));
  return byDraw[0];
}

describe('a rumor among everybody', () => {
  // Reed and Frost: of 2 who lack it, 0, 1 or 2 more with chances (1 - p)^2, 2 p (1 - p)^2, the rest.
  it.each([
    [1, 1, 'fixed'],
    [1, 3, 'fixed'],
    [1.4, 2, 'fixed'],
  ])('is the chain of Reed and Frost: %f contacts, %i days', (contacts, period, length) => {
    const worlds = 800;
    const found = over(worlds, {
      horizon: `${3 * period} days`,
      community: { members: 3 },
      spread: { ...everybody, starters: 1, contacts, period, length },
    });
    const p = contacts / 2;
    const law = [(1 - p) ** 2, 2 * p * (1 - p) ** 2, 1 - (1 + 2 * p) * (1 - p) ** 2];
    law.forEach((chance, more) => {
      const share = count(found, (reached) => reached === more / 2) / worlds;
      expect(Math.abs(share - chance), `${more} more`).toBeLessThan(4 * shareError(chance, worlds));
    });
  });

  it('of a geometric period passes to each with the stated chance, but to both or to none more often', () => {
    // Two others, P = .5, mean 2 days: b = 1/3. Nobody more: sum over n of 2^-n (2/3)^(2n) = 2/7, not 1/4.
    const found = over(800, {
      horizon: '40 days',
      community: { members: 3 },
      spread: { ...everybody, starters: 1, contacts: 1, period: 2, length: 'geometric' },
    });
    const none = count(found, (reached) => reached === 0) / 800;
    expect(Math.abs(none - 2 / 7)).toBeLessThan(4 * shareError(2 / 7, 800));
  });

  // Variance of the final size: Scalia-Tomba 1985; cv is that of the period.
  it.each([
    [1.1, 1, 'fixed', 0],
    [1.5, 1, 'fixed', 0],
    [1.5, 4, 'geometric', 0.75],
    [3, 3, 'geometric', 2 / 3],
    [0.8, 2, 'geometric', 0.5],
  ])('reaches z = 1 - exp(-R (s + (1 - s) z)): R = %f, %i days, %s', (contacts, period, length, cv2) => {
    const [members, worlds, s] = [8000, 3, 0.02];
    const found = over(worlds, {
      horizon: `${Math.round(70 * Math.max(period, 2))} days`,
      community: { members },
      spread: { ...everybody, starters: members * s, contacts, period, length },
    });
    const z = finalSize(contacts, s);
    const variance = (z * (1 - z) * (1 + cv2 * contacts ** 2 * (1 - z))) / (1 - contacts * (1 - z)) ** 2;
    expect(Math.abs(mean(found) - z)).toBeLessThan(4 * Math.sqrt(variance / members / worlds));
  });
});

describe('a challenge among friends', () => {
  const settings = (chance: number, starters: number, more: Changes = {}): Changes => ({
    horizon: '80 days',
    spread: { starters, chance, period: '1 day', ...more },
  });

  it('reaches on day n those n + 1 ties away, where it is surely passed on', () => {
    const model = played({
      ...network('random', 3, 2000),
      ...settings(1, 1),
    });
    const { offsets, friends } = model.friendships;
    let edge = [starterOf(model)];
    const seen = new Set(edge);
    for (let day = 0; day < 20; day++) {
      edge = edge
        .flatMap((p) => [...friends.subarray(offsets[p], offsets[p + 1])])
        .filter((q) => !seen.has(q));
      for (const q of edge) seen.add(q);
      expect(model.record.daily.spreadReached[day]).toBe((seen.size - 1) / 1999);
    }
  });

  // Bond percolation: a random network of mean z is a mixed population of R = z T.
  it.each([
    [10, 0.15, 1, 'fixed'],
    [10, 0.15, 4, 'geometric'],
    [4, 0.5, 3, 'fixed'],
    [5, 0.15, 1, 'fixed'],
  ])('percolates on a random network: z = %f, T = %f, %i days, %s', (ties, chance, period, length) => {
    const [members, s, worlds] = [6000, 0.01, 3];
    const found = over(
      worlds,
      merged(network('random', ties, members), {
        ...settings(chance, members * s, { period, length }),
        horizon: `${60 * period} days`,
      }),
    );
    const z = finalSize(ties * chance, s);
    const slope = 1 - ties * chance * (1 - z);
    // As in a mixed population, and the network itself varies no less: twice the variance is enough.
    const error = Math.sqrt((2 * z * (1 - z)) / slope ** 2 / members / worlds);
    expect(Math.abs(mean(found) - z)).toBeLessThan(4 * error);
  });

  // Regular of k: u = (1 - s) (1 - T + T u)^(k - 1), z = 1 - (1 - T + T u)^k of the others; threshold 1 / (k - 1).
  it.each([
    [3, 0.4],
    [3, 0.6],
    [4, 0.25],
    [4, 0.45],
    [6, 0.3],
  ])('percolates on a regular network: k = %i, T = %f', (ties, chance) => {
    const [members, s, worlds] = [6000, 0.01, 3];
    const found = over(worlds, merged(network('regular', ties, members), settings(chance, members * s)));
    const kept = (u: number): number => 1 - chance + chance * u;
    const u = 1 - fromAbove((v) => 1 - (1 - s) * kept(1 - v) ** (ties - 1));
    const z = 1 - kept(u) ** ties;
    const slope = 1 - (ties - 1) * chance * (1 - s) * kept(u) ** (ties - 2);
    const error = Math.sqrt((2 * z * (1 - z)) / slope ** 2 / members / worlds);
    expect(Math.abs(mean(found) - z)).toBeLessThan(4 * error);
  });
});

describe('a custom that friends convince of', () => {
  const settings = (starters: number, more: Changes): Changes => ({
    horizon: '60 days',
    spread: { starters, chance: '0%', ...more },
  });

  /** Who takes it up, by adding whoever has enough friends who have it until nobody has. */
  function fixpoint(
    { people, friendships: { offsets, friends } }: Model,
    has: Set<number>,
    rule: Changes,
  ): Set<number> {
    const { threshold = 0, enough = 0 } = rule as { threshold?: number; enough?: number };
    for (let before = -1; before < has.size; ) {
      before = has.size;
      const next: number[] = [];
      for (let p = 0; p < people.count; p++) {
        const row = [...friends.subarray(offsets[p], offsets[p + 1])];
        const having = row.filter((q) => has.has(q)).length;
        if (having > 0 && having >= enough && having / row.length >= threshold) next.push(p);
      }
      for (const p of next) has.add(p);
    }
    return has;
  }

  it.each([{ threshold: 0.25 }, { threshold: 0.3 }, { enough: 2 }, { threshold: 0.2, enough: 2 }])(
    'is taken up by exactly those whom %o reaches',
    (rule) => {
      const changes = merged(network('random', 3.5, 1500), settings(150, rule));
      const start = new Set<number>();
      const model = played(changes);
      const draws = model.stream('spread:starters').on(-1);
      const byDraw = [...model.people.key.keys()].sort(
        (p, q) => draws.draw(model.people.key[p]) - draws.draw(model.people.key[q]),
      );
      for (const p of byDraw.slice(0, 150)) start.add(p);
      const expected = fixpoint(model, start, rule);
      expect(expected.size).toBeGreaterThan(155);
      expect(model.spread?.reached).toBe(expected.size);
      for (const p of expected) expect(model.spread?.has[p]).toBe(1);
    },
  );

  // Watts 2002: of share 1/4 and tiny starts, cascades for mean ties between 1.114 and 3.863. With a share s of starters:
  // Gleeson and Cahalane 2007, doi:10.1103/PhysRevE.75.056103.
  it.each([1, 2, 3, 3.6, 5])('cascades as predicted on a random network of mean %f', (ties) => {
    const [members, s, worlds] = [6000, 0.005, 3];
    const found = over(
      worlds,
      merged(network('random', ties, members), settings(members * s, { threshold: '25%' })),
    );
    const z = cascade(ties, 0.25, s);
    // 4 standard errors of worlds that differ; the sizes vary by a few percent where there is a cascade.
    expect(Math.abs(mean(found) - z)).toBeLessThan(z > 0.1 ? 0.05 : 0.02);
  });

  /** q = s + (1 - s) sum over k of k p_k / z P(Bin(k - 1, q) / k >= phi), and the same over p_k with Bin(k, q). */
  function cascade(z: number, phi: number, s: number): number {
    const poisson = (k: number): number => {
      let term = Math.exp(-z);
      for (let i = 1; i <= k; i++) term *= z / i;
      return term;
    };
    const atLeast = (n: number, q: number, least: number): number => {
      let sum = 0;
      let binomial = 1;
      for (let m = 0; m <= n; m++) {
        if (m >= least) sum += binomial * q ** m * (1 - q) ** (n - m);
        binomial *= (n - m) / (m + 1);
      }
      return sum;
    };
    const ks = Array.from({ length: 41 }, (_, k) => k);
    const least = (k: number): number => Math.max(1, Math.ceil(phi * k - 1e-12));
    let q = s;
    for (let i = 0; i < 2000; i++)
      q =
        s +
        (1 - s) *
          ks.slice(1).reduce((all, k) => all + ((k * poisson(k)) / z) * atLeast(k - 1, q, least(k)), 0);
    return ks.reduce((all, k) => all + poisson(k) * atLeast(k, q, least(k)), 0);
  }
});
