import { describe, expect, it } from 'vitest';
import { followChain, share } from '../../src/behaviors/share.ts';
import type { Model } from '../../src/engine/model.ts';
import { TAKEN_OFF } from '../../src/metrics/chains.ts';
import { INVITED } from '../../src/population/friendships.ts';
import { Status } from '../../src/population/people.ts';
import { findTie } from '../../src/population/ties.ts';
import {
  type Changes,
  come,
  count,
  everybody,
  handmade,
  mean,
  modelOf,
  outcome,
  played,
  shareError,
  sum,
} from '../engine/isolated.ts';

/** Everybody shares alike: a very large gamma shape. */
const alike: Changes = { people: { shares: 1, sharesShape: 1000, invites: 1 } };

/** Makes it certain that whoever comes shares, and invites if they invite at all. */
function surely(model: Model): Model {
  model.people.shareRate.fill(100);
  return model;
}

const invitationsOf = ({ today }: Model): [number, number][] => {
  const pairs: [number, number][] = [];
  for (let i = 0; i < today.invitations.length; i += 2)
    pairs.push([today.invitations[i], today.invitations[i + 1]]);
  return pairs;
};

describe('share', () => {
  it('is done by nobody who has no wish to, and by nobody who is not here', () => {
    const silent = modelOf({ community: { members: 100 } });
    come(silent, 0, everybody(silent));
    share(silent, 0);
    expect([silent.tally.shares, silent.tally.invitations]).toEqual([0, 0]);
    const away = modelOf({ community: { members: 100 }, ...alike });
    share(away, 0);
    expect(away.tally.shares).toBe(0);
  });

  it('happens with chance 1 - exp(-rate), by one uniform a visitor', () => {
    const model = modelOf({ community: { members: 1000 }, people: { shares: 0.3, sharesShape: 0.3 } });
    const { people } = model;
    const sharing = model.stream('share').on(2);
    const expected = count(people.key, (key, p) => sharing.uniform(key) < 1 - Math.exp(-people.shareRate[p]));
    come(model, 2, everybody(model));
    share(model, 2);
    expect(model.tally.shares).toBe(expected);
  });

  it('is as frequent as stated on average, and invitations in their own proportion', () => {
    const n = 20_000;
    const model = modelOf({
      community: { members: n },
      people: { shares: 0.02, sharesShape: 1000, invites: 0.004 },
    });
    come(model, 0, everybody(model));
    share(model, 0);
    const chance = 1 - Math.exp(-0.02);
    expect(Math.abs(model.tally.shares / n - chance)).toBeLessThan(4 * shareError(chance, n));
  });

  describe('views', () => {
    it('are the public, where sharers know nobody outside; none of them count where it is closed', () => {
      for (const open of [true, false]) {
        const model = modelOf({ community: { members: 200 }, ...alike, share: { views: 12, open } });
        come(model, 0, everybody(model));
        share(model, 0);
        expect(model.tally.views).toBeGreaterThan(500);
        expect(model.today.publicViews).toBe(open ? model.tally.views : 0);
      }
    });

    it('fall on prospects in the stated part', () => {
      const model = modelOf({
        community: { members: 200 },
        ...alike,
        share: { views: 12, onProspects: '25%' },
      });
      come(model, 0, everybody(model));
      share(model, 0);
      expect(model.today.publicViews).toBeCloseTo(model.tally.views / 4, 9);
    });

    it('reach outside friends first, each with chance one half', () => {
      const pairs: [number, number][] = [];
      for (let i = 0; i < 200; i++) for (let j = 0; j < 3; j++) pairs.push([i, 200 + 3 * i + j]);
      const { model, place } = handmade({ members: 200, prospects: 600 }, pairs, {
        people: { shares: 1 },
        share: { views: 50 },
        join: { views: 0.25 },
      });
      come(surely(model), 0, place.slice(0, 200));
      share(model, 0);
      const reached = count(model.people.pull, (pull) => pull === 0.25);
      expect(count(model.people.pull, (pull) => pull !== 0)).toBe(reached);
      expect(model.tally.views - model.today.publicViews).toBe(reached);
      expect(Math.abs(reached / 600 - 0.5)).toBeLessThan(4 * shareError(0.5, 600));
    });

    it('are never more than there are: one view reaches one friend', () => {
      const pairs = Array.from({ length: 50 }, (_, j) => [0, j + 1] as const);
      const { model, place } = handmade({ members: 1, prospects: 50 }, pairs, {
        people: { shares: 1 },
        share: { views: 3, reach: 0 },
        join: { views: 1 },
      });
      come(surely(model), 0, [place[0]]);
      share(model, 0);
      expect(model.tally.views).toBeGreaterThan(0);
      expect(sum(model.people.pull)).toBe(model.tally.views);
      expect(model.today.publicViews).toBe(0);
    });

    it('reach whom a draw says, not who stands first in the list', () => {
      const pairs: [number, number][] = [];
      for (let i = 0; i < 2000; i++) for (let j = 0; j < 4; j++) pairs.push([i, 2000 + 4 * i + j]);
      const { model, place } = handmade({ members: 2000, prospects: 8000 }, pairs, {
        people: { shares: 1 },
        share: { views: 1, reach: 0 },
        join: { views: 1 },
      });
      come(surely(model), 0, place.slice(0, 2000));
      share(model, 0);
      // Of the four friends of each, the first two by their place in the list against the last two.
      let [first, all] = [0, 0];
      for (let i = 0; i < 2000; i++) {
        const four = place.slice(2000 + 4 * i, 2004 + 4 * i).sort((p, q) => p - q);
        const seen = four.map((p) => model.people.pull[p]);
        first += seen[0] + seen[1];
        all += sum(seen);
      }
      expect(all).toBeGreaterThan(1000);
      expect(Math.abs(first / all - 1 / 2)).toBeLessThan(4 * shareError(1 / 2, all));
    });

    it('are as many a share as stated', () => {
      const model = modelOf({
        community: { members: 5000 },
        people: { shares: 1 },
        share: { views: 4, reach: 0 },
      });
      come(surely(model), 0, everybody(model));
      share(model, 0);
      expect(model.tally.shares).toBe(5000);
      // Poisson of mean 4: variance 4.
      expect(Math.abs(model.tally.views / 5000 - 4)).toBeLessThan(4 * Math.sqrt(4 / 5000));
    });
  });

  // Goel, Watts and Goldstein 2012: 95 % of shares go nowhere; negative binomial R = .30, k = .018 (mean 1 / (1 - R)).
  describe('chains', () => {
    const lengths = (settings: Changes, days: number): number[] => {
      const model = modelOf({ community: { members: 2000 }, share: settings });
      const found: number[] = [];
      for (let day = 0; day < days; day++)
        for (let p = 0; p < 2000; p++) found.push(followChain(model, p, day));
      return found;
    };

    it('have length one where nobody passes anything on', () => {
      expect(Math.max(...lengths({ reach: 0 }, 1))).toBe(1);
    });

    it('go nowhere in 95 of 100 cases', () => {
      const found = lengths({}, 10);
      const alone = count(found, (n) => n === 1) / found.length;
      // (k / (k + R))^k = .9505
      const chance = (0.018 / 0.318) ** 0.018;
      expect(chance).toBeCloseTo(0.95, 2);
      expect(Math.abs(alone - chance)).toBeLessThan(4 * shareError(chance, found.length));
    });

    it('have the mean and the variance of total progeny', () => {
      // Offspring of mean R = .2 and variance R + R^2 / k: mean length 1 / (1 - R), variance sigma^2 / (1 - R)^3.
      const found = lengths({ reach: 0.2, dispersion: 0.5 }, 10);
      const variance = (0.2 + 0.04 / 0.5) / 0.8 ** 3;
      expect(Math.abs(mean(found) - 1.25)).toBeLessThan(4 * Math.sqrt(variance / found.length));
    });

    it('follow the Borel law where sharing is all but Poisson', () => {
      // P(n) = exp(-K n) (K n)^(n - 1) / n!, K = .5: .6065 .1839 .0837.
      const found = lengths({ reach: 0.5, dispersion: 10_000 }, 10);
      for (const [n, chance] of [
        [1, 0.60653],
        [2, 0.18394],
        [3, 0.08367],
      ])
        expect(Math.abs(count(found, (length) => length === n) / found.length - chance)).toBeLessThan(
          4 * shareError(chance, found.length),
        );
    });

    it('take off as often as a branching process does, and are followed to a thousand', () => {
      // Mean 1.5, all but Poisson: extinct with chance q = exp(-1.5 (1 - q)) = .41719.
      const found = lengths({ reach: 1.5, dispersion: 10_000 }, 1);
      const off = count(found, (n) => n === TAKEN_OFF) / found.length;
      expect(Math.max(...found)).toBe(TAKEN_OFF);
      expect(Math.abs(off - 0.58281)).toBeLessThan(4 * shareError(0.58281, found.length));
    });
  });

  // Dwass 1969: a chain of S seeds has n shares with chance S / n P(X_1 + ... + X_n = n - S); sums of the four laws are
  // negative binomial, Poisson or binomial again, and binomial coefficients of broken numbers are products.
  describe('chains by the scenario alone', () => {
    const N = 5000;
    const WORLDS = 4;
    /** Everybody comes and shares exactly once, on day 0. */
    const once = (settings: Changes, worlds = WORLDS, members = N): Model[] =>
      Array.from({ length: worlds }, (_, world) =>
        played(
          {
            horizon: '1 day',
            community: { members },
            people: { visits: '100%', shares: 1000, sharesShape: 1000 },
            share: settings,
          },
          world,
        ),
      );
    const over = (models: Model[], metric: string): number => mean(models.map((m) => outcome(m, metric)));

    /** P(X_1 + ... + X_n = j) and G(s) of each law. */
    interface Law {
      readonly settings: Changes;
      readonly sumIs: (n: number, j: number) => number;
      readonly g: (s: number) => number;
    }
    const product = (j: number, factor: (i: number) => number): number =>
      Array.from({ length: j }, (_, i) => factor(i)).reduce((all, one) => all * one, 1);
    const negativeBinomial = (m: number, k: number): Pick<Law, 'sumIs' | 'g'> => ({
      sumIs: (n, j) => product(j, (i) => (((n * k + i) / (i + 1)) * m) / (m + k)) * (k / (m + k)) ** (n * k),
      g: (s) => (1 + (m * (1 - s)) / k) ** -k,
    });
    const laws: Record<string, Law> = {
      'negative binomial': { settings: { reach: 0.3, dispersion: 0.018 }, ...negativeBinomial(0.3, 0.018) },
      geometric: { settings: { law: 'geometric', reach: 0.8 }, ...negativeBinomial(0.8, 1) },
      poisson: {
        settings: { law: 'poisson', reach: 0.5 },
        sumIs: (n, j) => product(j, (i) => (n * 0.5) / (i + 1)) * Math.exp(-n * 0.5),
        g: (s) => Math.exp(-0.5 * (1 - s)),
      },
      binomial: {
        settings: { law: 'binomial', reach: 0.6, trials: 4 },
        sumIs: (n, j) => product(j, (i) => (((4 * n - i) / (i + 1)) * 0.15) / 0.85) * 0.85 ** (4 * n),
        g: (s) => (0.85 + 0.15 * s) ** 4,
      },
    };

    it('begin once a member, where everybody surely comes and shares', () => {
      expect(once({}, 1)[0].tally.shares).toBe(0);
      expect(outcome(once({}, 1)[0], 'shares')).toBe(N);
    });

    it.each(Object.entries(laws))(
      'have the lengths and depths of the %s law',
      (_, { settings, sumIs, g }) => {
        for (const [seeds, length, depth] of [
          [1, 1, 0],
          [1, 2, 1],
          [1, 3, 2],
          [3, 4, 1],
          [3, 6, 2],
        ]) {
          const models = once({ ...settings, seeds, length, depth });
          const chance = (seeds / length) * sumIs(length, length - seeds);
          const within = 4 * shareError(chance, N * WORLDS);
          expect(Math.abs(over(models, 'chainsThisLong') - chance), `${seeds}: ${length}`).toBeLessThan(
            within,
          );
          let [before, upTo] = [0, g(0)];
          for (let d = 0; d < depth; d++) [before, upTo] = [upTo, g(upTo)];
          const stops = upTo ** seeds - before ** seeds;
          const error = shareError(stops, N * WORLDS);
          expect(Math.abs(over(models, 'chainsThisDeep') - stops), `${seeds}, ${depth}`).toBeLessThan(
            4 * error,
          );
        }
      },
    );

    it('have the published shape by default: 95 % go nowhere, 3.9 % one step, 1.1 % deeper', () => {
      const none = over(once({ depth: 0 }), 'chainsThisDeep');
      const one = over(once({ depth: 1 }), 'chainsThisDeep');
      expect(Math.abs(none - 0.9504)).toBeLessThan(4 * shareError(0.9504, N * WORLDS));
      expect(Math.abs(one - 0.0388)).toBeLessThan(4 * shareError(0.0388, N * WORLDS));
    });

    it.each([
      [{ law: 'poisson', reach: 1.5 }, 0.41719],
      [{ law: 'poisson', reach: 1.5, seeds: 3 }, 0.41719 ** 3],
      [{ law: 'poisson', reach: 3 }, 0.05952],
      [{ law: 'geometric', reach: 1.5 }, 2 / 3],
      [{ law: 'geometric', reach: 1.25, seeds: 2 }, 0.64],
      [{ law: 'binomial', reach: 1.5, trials: 5 }, 0.31892],
      [{ law: 'binomial', reach: 5, trials: 5 }, 0],
    ])('end with chance q to the power of seeds: %o', (settings, q) => {
      const models = once(settings, 1, 2000);
      expect(Math.abs(over(models, 'chainsEnded') - q)).toBeLessThan(4 * shareError(q, 2000) + 1e-9);
    });

    it('that end have mean 1 / (1 - K) and variance K / (1 - K)^3, with seeds as many times both', () => {
      for (const [reach, seeds] of [
        [0.5, 1],
        [0.35, 1],
        [0.4, 3],
      ]) {
        const models = once({ law: 'poisson', reach, seeds });
        const variance = (seeds * reach) / (1 - reach) ** 3;
        const error = Math.sqrt(variance / N / WORLDS);
        expect(Math.abs(over(models, 'chainLength') - seeds / (1 - reach))).toBeLessThan(4 * error);
        // A sample variance of so long a tail has a relative error of a few percent.
        expect(Math.abs(over(models, 'chainVariance') / variance - 1)).toBeLessThan(0.15);
      }
    });

    it('that end have the mean of a process below the threshold even where others take off', () => {
      // Poisson of mean 1.5 that ends is Poisson of mean 1.5 q = .62579: 1 / (1 - .62579).
      const models = once({ law: 'poisson', reach: 1.5 }, 1, 4000);
      const error = Math.sqrt(0.62579 / (1 - 0.62579) ** 3 / (0.417 * 4000));
      expect(Math.abs(over(models, 'chainLength') - 2.6723)).toBeLessThan(4 * error);
    });

    it('have no number where nobody shares', () => {
      expect(outcome(played({ horizon: '2 days' }), 'chainsEnded')).toBeNaN();
      expect(outcome(played({ horizon: '2 days' }), 'chainLength')).toBeNaN();
    });
  });

  describe('invitations', () => {
    const eager: Changes = { people: { shares: 1, invites: 10 } };

    it('go to one outside friend at a time, to nobody twice, and mark the inviter’s end', () => {
      const { model, place } = handmade(
        { members: 2, prospects: 4 },
        [
          [0, 2],
          [0, 3],
          [0, 4],
          [1, 4],
          [0, 1],
        ],
        eager,
      );
      const asked = new Set<string>();
      for (let day = 0; day < 5; day++) {
        model.today.invitations.length = 0;
        come(surely(model), day, place.slice(0, 2));
        share(model, day);
        for (const [p, q] of invitationsOf(model)) {
          expect(asked.has(`${p}-${q}`)).toBe(false);
          asked.add(`${p}-${q}`);
          expect(model.friendships.metOn[findTie(model.friendships, p, q)]).toBe(INVITED);
          expect(model.friendships.metOn[findTie(model.friendships, q, p)]).not.toBe(INVITED);
        }
        expect(invitationsOf(model).length).toBe(day === 0 ? 2 : day < 3 ? 1 : 0);
      }
      expect(asked.size).toBe(4);
      expect(model.tally.invitations).toBe(4);
    });

    it('go to nobody inside, gone or beyond reach', () => {
      const { model, place } = handmade(
        { members: 2, prospects: 2 },
        [
          [0, 1],
          [0, 2],
          [0, 3],
        ],
        eager,
      );
      model.people.status[place[2]] = Status.left;
      model.people.status[place[3]] = Status.dormant;
      come(surely(model), 0, [place[0]]);
      share(model, 0);
      expect(model.today.invitations).toEqual([]);
    });

    it('are as frequent as stated on average', () => {
      const n = 4000;
      const pairs = Array.from({ length: n }, (_, i) => [i, n + i] as const);
      const { model, place } = handmade({ members: n, prospects: n }, pairs, {
        people: { shares: 0.02, sharesShape: 1000, invites: 0.1 },
      });
      come(model, 0, place.slice(0, n));
      share(model, 0);
      const chance = 1 - Math.exp(-0.1);
      expect(Math.abs(model.tally.invitations / n - chance)).toBeLessThan(4 * shareError(chance, n));
    });
  });
});
