import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seatsFor, seatsInFile } from '../../src/population/draw-people.ts';
import {
  BEYOND_KEYS,
  Channel,
  Fact,
  NEVER,
  type People,
  PROSPECT_KEYS,
  Status,
} from '../../src/population/people.ts';
import { normalQuantile } from '../../src/random/distributions.ts';
import { Stream, seedWords } from '../../src/random/keys.ts';
import { type Changes, count, mean, merged, modelOf, shareError } from '../engine/isolated.ts';

const peopleOf = (changes: Changes = {}, world = 0): People => modelOf(changes, world).people;
const logit = (p: number): number => Math.log(p / (1 - p));
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** The uniforms that a trait of people is drawn by. */
function uniforms({ key }: People, trait: string, world = 0): number[] {
  const stream = new Stream(seedWords('seedbed'), world, `trait:${trait}`).on(-1);
  return Array.from(key, (k) => stream.uniform(k));
}

/** Whether the values fall below the bounds as often as the shares say: 4 standard errors of independent people. */
function expectShares(values: ArrayLike<number>, bounds: readonly (readonly [number, number])[]): void {
  for (const [bound, share] of bounds) {
    const below = count(values, (value) => value < bound) / values.length;
    expect(Math.abs(below - share), `below ${bound}`).toBeLessThan(4 * shareError(share, values.length));
  }
}

describe('seatsFor', () => {
  it('seats founders inside, prospects outside, and others beyond reach', () => {
    const { keys, status, founders, prospects } = seatsFor(2, 1, 2);
    expect([...keys]).toEqual([0, 1, PROSPECT_KEYS, BEYOND_KEYS, BEYOND_KEYS + 1]);
    expect([...status]).toEqual([Status.member, Status.member, Status.outside, Status.beyond, Status.beyond]);
    expect([founders, prospects]).toEqual([2, 1]);
  });

  it('gives everybody a key of their own, the same whoever else there is', () => {
    const size = fc.nat(40);
    fc.assert(
      fc.property(size, size, size, size, (founders, prospects, beyond, more) => {
        const few = seatsFor(founders, prospects, beyond);
        const many = new Set(seatsFor(founders + more, prospects + more, beyond + more).keys);
        expect(new Set(few.keys).size).toBe(founders + prospects + beyond);
        expect([...few.keys].filter((key) => !many.has(key))).toEqual([]);
      }),
      { seed: 3, numRuns: 100 },
    );
  });
});

describe('seatsInFile', () => {
  const stream = new Stream(seedWords('seats'), 0, 'founders');

  it('keeps the proportion of members and prospects, and makes nobody else', () => {
    const { keys, status, founders, prospects } = seatsInFile(10, 300, 100, stream);
    expect([...keys]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([founders, prospects]).toEqual([8, 2]); // 7.5, rounded
    expect(count(status, (s) => s === Status.member)).toBe(8);
    expect(count(status, (s) => s === Status.outside)).toBe(2);
  });

  it('takes everybody in where there are no prospects, nobody where there are no members', () => {
    expect(seatsInFile(5, 9, 0, stream).founders).toBe(5);
    expect(seatsInFile(5, 0, 9, stream).founders).toBe(0);
  });

  it('only adds founders when their part grows: the draws of people settle the order', () => {
    const few = seatsInFile(1000, 1, 3, stream).status;
    const many = seatsInFile(1000, 1, 1, stream).status;
    expect(count(few, (s) => s === Status.member)).toBe(250);
    expect(count(few, (s, p) => s === Status.member && many[p] !== Status.member)).toBe(0);
  });
});

describe('drawPeople', () => {
  it('lets nothing have happened on the eve of day 0', () => {
    const people = peopleOf({ community: { members: 5, prospects: 5, tenure: '180 days' } });
    expect([...people.channel]).toEqual(
      Array.from(people.status, (s) => (s === Status.member ? Channel.founder : Channel.organic)),
    );
    expect([...people.joinedOn.subarray(0, 5)]).toEqual([-180, -180, -180, -180, -180]);
    expect([...people.joinedOn.subarray(5)]).toEqual(Array(5).fill(NEVER));
    for (const days of ['lastVisitOn', 'lastPostOn', 'lastOrderOn', 'unansweredOn', 'couponUntil'] as const)
      expect([...people[days]]).toEqual(Array(10).fill(NEVER));
    for (const zero of ['orders', 'posts', 'friends', 'faced', 'annoyed', 'inviters', 'learned'] as const)
      expect([...people[zero]]).toEqual(Array(10).fill(0));
    expect([...people.satisfaction]).toEqual(Array(10).fill(0.5));
    expect([...people.usedTo]).toEqual(Array(10).fill(1));
    expect([...people.trust]).toEqual(Array(10).fill(Math.fround(0.6)));
  });

  it('takes founders however old for older than everybody who joins', () => {
    const { joinedOn } = peopleOf({ community: { members: 2, tenure: '30000 days' } });
    expect([...joinedOn]).toEqual([-30_000, -30_000]);
  });

  it('works out traits as the formulas say', () => {
    const people = peopleOf({
      community: { members: 50 },
      people: { visits: '22%', visitsSpread: 1.2, posts: 0.0639, postsSpread: 3, tolerance: 0.5 },
      visit: { habit: 1.2 },
      engage: { window: 73 },
    });
    const visits = uniforms(people, 'visits');
    const posts = uniforms(people, 'posts');
    const tolerance = uniforms(people, 'tolerance');
    for (let p = 0; p < people.count; p++) {
      const base = logit(0.22) + 1.2 * normalQuantile(visits[p]);
      expect(people.habit[p]).toBeCloseTo(logistic(base), 6);
      expect(people.visitLogit[p]).toBeCloseTo(base - 1.2 * logistic(base), 5);
      const rate = (0.0639 / 73) * Math.exp(3 * normalQuantile(posts[p]));
      expect(people.postRate[p] / rate).toBeCloseTo(1, 6);
      const weight = Math.exp(0.5 * normalQuantile(tolerance[p]) - 0.125);
      expect(people.tolerance[p]).toBeCloseTo(weight, 6);
    }
  });

  it('turns an exit chance a period into log-odds a day', () => {
    // Beta(1, 1) is uniform: the chance of a period is the person's own uniform, and of a day 1 - (1 - u)^(1 / period).
    const people = peopleOf({
      community: { members: 50, prospects: 50 },
      leave: { alpha: 1, beta: 1, period: '30 days' },
    });
    const exits = uniforms(people, 'exit');
    for (let p = 0; p < people.count; p++)
      expect(people.exitLogit[p]).toBeCloseTo(logit(1 - (1 - exits[p]) ** (1 / 30)), 4);
  });

  it('gives finite log-odds to those who hardly ever leave, so that other reasons can still make them', () => {
    const { exitLogit } = peopleOf({ community: { members: 500 }, leave: { alpha: 0.001, beta: 1e6 } });
    expect(count(exitLogit, (x) => !Number.isFinite(x))).toBe(0);
    expect(count(exitLogit, (x) => x < -100)).toBeGreaterThan(400);
  });

  it('keeps a limit to what anybody writes on a visit', () => {
    const { postRate } = peopleOf({ community: { members: 100 }, people: { posts: 1000, postsSpread: 6 } });
    expect(Math.max(...postRate)).toBe(10_000);
  });

  it('moves every trait the way its parameter moves', () => {
    const more: readonly [string, Changes, keyof People, 1 | -1][] = [
      ['visits', { people: { visits: '30%' } }, 'visitLogit', 1],
      ['posts', { people: { posts: 0.1 } }, 'postRate', 1],
      ['shares', { people: { shares: 0.03 } }, 'shareRate', 1],
      ['needs', { people: { needs: 2 } }, 'needRate', 1],
      ['buy.shape', { buy: { shape: 0.5 } }, 'needRate', 1],
      ['buy.scale', { buy: { scale: '60 days' } }, 'needRate', -1],
      ['leave.alpha', { leave: { alpha: 0.6 } }, 'exitLogit', 1],
      ['leave.beta', { leave: { beta: 20 } }, 'exitLogit', -1],
    ];
    const base: Changes = {
      community: { members: 300 },
      people: { visits: '20%', visitsSpread: 1, posts: 0.06, postsSpread: 2, shares: 0.02 },
      leave: { alpha: 0.4, beta: 9.6, period: '30 days' },
    };
    const before = peopleOf(base);
    for (const [name, change, trait, way] of more) {
      const after = peopleOf(merged(base, change));
      const [x, y] = [before[trait] as Float32Array, after[trait] as Float32Array];
      expect(
        count(x, (value, p) => Math.sign(y[p] - value) !== way),
        name,
      ).toBe(0);
    }
  });

  it('gives segments their shares, and people the traits of their own segment only', () => {
    const people = peopleOf({
      community: {
        members: 20_000,
        segments: {
          nobody: { share: 0 },
          many: { share: 3, people: { visits: '40%' } },
          few: { share: 1 },
        },
      },
      people: { visits: '10%' },
    });
    expect(count(people.segment, (s) => s === 0)).toBe(0);
    const share = count(people.segment, (s) => s === 2) / 20_000;
    expect(Math.abs(share - 0.25)).toBeLessThan(4 * shareError(0.25, 20_000));
    const expected = [Number.NaN, Math.fround(0.4), Math.fround(0.1)];
    expect(count(people.habit, (h, p) => Math.abs(h - expected[people.segment[p]]) > 1e-6)).toBe(0);
  });

  describe('spreads traits as their distributions say', () => {
    const people = peopleOf({
      community: { members: 20_000, prospects: 20_000, tenure: '12 years' },
      people: {
        visits: '22%',
        visitsSpread: 1.2,
        shares: 0.02,
        sharesShape: 0.3,
        tolerance: 0.5,
        dealProne: '20.1%',
      },
      leave: { alpha: 0.668, beta: 3.806, period: '365.25 days' },
    });

    it('visit log-odds: normal', () => {
      // Quartiles of the standard normal: +-.67449.
      const standard = uniforms(people, 'visits').map((u) => normalQuantile(u));
      const drawn = Array.from(people.habit, (h) => (logit(h) - logit(0.22)) / 1.2);
      expect(Math.max(...drawn.map((z, p) => Math.abs(z - standard[p])))).toBeLessThan(1e-4);
      expectShares(drawn, [
        [-0.674489750196, 0.25],
        [0, 0.5],
        [0.674489750196, 0.75],
      ]);
    });

    it('favorites: each of four alike', () => {
      for (let c = 0; c < 4; c++) {
        const share = count(people.favorite, (favorite) => favorite === c) / people.count;
        expect(Math.abs(share - 0.25)).toBeLessThan(4 * shareError(0.25, people.count));
      }
    });

    it('ad tolerance: mean 1', () => {
      // Variance of a lognormal with mean 1: exp(spread^2) - 1.
      const error = Math.sqrt((Math.exp(0.25) - 1) / people.count);
      expect(Math.abs(mean(people.tolerance) - 1)).toBeLessThan(4 * error);
    });

    it('deal-prone people: their share', () => {
      const share = count(people.facts, (facts) => (facts & Fact.dealProne) !== 0) / people.count;
      expect(Math.abs(share - 0.201)).toBeLessThan(4 * shareError(0.201, people.count));
    });

    it('sharing: gamma, mean as stated', () => {
      // Variance of a gamma: mean^2 / shape.
      const error = 0.02 / Math.sqrt(0.3 * people.count);
      expect(Math.abs(mean(people.shareRate) - 0.02)).toBeLessThan(4 * error);
    });

    it('needs: gamma, and the first need an exponential time away', () => {
      // scipy.stats.gamma.cdf(x, .243, scale=1/30.898)
      expectShares(people.needRate, [
        [1e-4, 0.27024991],
        [1e-3, 0.47034759],
        [5e-3, 0.67938715],
        [0.03, 0.92662637],
      ]);
      const waited = Array.from(people.needOn, (on, p) => 1 - Math.exp(-people.needRate[p] * on));
      expectShares(waited, [
        [0.1, 0.1],
        [0.5, 0.5],
        [0.9, 0.9],
      ]);
      expect(count(people.needs, (needs) => needs !== 1)).toBe(0);
    });

    it('exit chances: beta, of founders those of survivors', () => {
      const yearly = Array.from(people.exitLogit, (x) => 1 - (1 - logistic(x)) ** 365.25);
      // scipy.stats.beta.cdf(x, .668, 3.806)
      expectShares(yearly.slice(20_000), [
        [0.01, 0.11988497],
        [0.1, 0.50455342],
        [0.2, 0.7171675],
        [0.4, 0.91762753],
      ]);
      // scipy.stats.beta.cdf(x, .668, 3.806 + 12)
      expectShares(yearly.slice(0, 20_000), [
        [0.01, 0.30248524],
        [0.05, 0.71292687],
        [0.1, 0.89447927],
        [0.2, 0.98618776],
      ]);
    });

    it('no two traits in step', () => {
      // Correlation of independent uniforms: standard error 1 / sqrt(n).
      const names = [
        'visits',
        'posts',
        'shares',
        'tolerance',
        'deals',
        'needs',
        'exit',
        'segment',
        'favorite',
      ];
      const ranks = names.map((name) => uniforms(people, name).map((u) => (u - 0.5) * Math.sqrt(12)));
      for (let i = 0; i < names.length; i++)
        for (let j = 0; j < i; j++) {
          const products = ranks[i].map((x, p) => x * ranks[j][p]);
          expect(Math.abs(mean(products)), `${names[i]}, ${names[j]}`).toBeLessThan(
            4.5 / Math.sqrt(people.count), // 4.5: the largest of 36 comparisons
          );
        }
    });
  });
});
