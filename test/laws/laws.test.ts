/** Laws against printed tables, and against other ways to the same number. */
import { describe, expect, it } from 'vitest';
import { hypergeometric } from '../../src/laws/buying.ts';
import { findLaw, lawNames, laws } from '../../src/laws/index.ts';

const one = { trials: 0, dispersion: 0, seeds: 1 } as const;

/** Equal to as many decimals as the table prints. */
const printed = (value: number, table: number): void => {
  const decimals = String(table).split('.')[1]?.length ?? 0;
  expect(Math.abs(value - table)).toBeLessThanOrEqual(0.5000001 * 10 ** -decimals);
};

describe('chains', () => {
  it.each([
    [1.1, 0.82387],
    [1.5, 0.41719],
    [3, 0.05952],
  ])('of Poisson mean %d die out as printed', (mean, table) => {
    printed(laws.extinction.value({ ...one, offspring: 'poisson', mean }), table);
  });

  it('of the other laws die out as printed, and several seeds one by one', () => {
    for (const mean of [1.25, 2, 7])
      expect(laws.extinction.value({ ...one, offspring: 'geometric', mean })).toBeCloseTo(1 / mean, 12);
    const binomial = { ...one, offspring: 'binomial', mean: 1.5, trials: 5 } as const;
    printed(laws.extinction.value(binomial), 0.31892);
    expect(laws.extinction.value({ ...binomial, seeds: 3 })).toBeCloseTo(0.31892 ** 3, 5);
  });

  it('of a negative binomial law lie between its ends: geometric at dispersion 1, Poisson far out', () => {
    const at = (dispersion: number) =>
      laws.extinction.value({ ...one, offspring: 'negative binomial', mean: 1.5, dispersion });
    expect(at(1)).toBeCloseTo(1 / 1.5, 10);
    expect(at(1e9)).toBeCloseTo(0.41719, 5);
    // q = (1 + m (1 - q) / k)^-k, by iteration from 0.
    let q = 0;
    for (let i = 0; i < 5000; i++) q = (1 + (1.5 * (1 - q)) / 0.2) ** -0.2;
    expect(at(0.2)).toBeCloseTo(q, 10);
  });

  it('of a mean up to one die out for sure, and have no law where it is not complete', () => {
    for (const mean of [0, 0.3, 1])
      expect(laws.extinction.value({ ...one, offspring: 'poisson', mean })).toBe(1);
    expect(laws.extinction.value({ ...one, offspring: 'binomial', mean: 1.5 })).toBeNaN();
    expect(laws.extinction.value({ ...one, offspring: 'negative binomial', mean: 1.5 })).toBeNaN();
    expect(laws.extinction.value({ ...one, offspring: 'poisson', mean: 1.0001 })).toBeCloseTo(0.9998, 4);
  });

  it('have sizes as printed: mean, variance, Borel', () => {
    printed(laws.progenyMean.value({ mean: 0.35, seeds: 1 }), 1.5385);
    expect(laws.progenyMean.value({ mean: 0.5, seeds: 3 })).toBe(6);
    expect(laws.progenyMean.value({ mean: 1, seeds: 1 })).toBe(Number.POSITIVE_INFINITY);
    expect(laws.progenyVariance.value({ ...one, offspring: 'poisson', mean: 0.5 })).toBe(4);
    const borel = (mean: number, size: number) =>
      laws.progenySize.value({ ...one, offspring: 'poisson', mean, size });
    [0.6065, 0.1839, 0.0837, 0.0451, 0.0267].forEach((table, i) => {
      printed(borel(0.5, i + 1), table);
    });
    [0.7047, 0.1738, 0.0643].forEach((table, i) => {
      printed(borel(0.35, i + 1), table);
    });
  });

  it.each(['poisson', 'geometric', 'binomial', 'negative binomial'] as const)(
    'of the %s law have sizes whose sum, mean and variance are those of the closed forms',
    (offspring) => {
      const given = { offspring, mean: 0.4, trials: 3, dispersion: 0.7, seeds: 2 };
      let [sum, mean, squares] = [0, 0, 0];
      for (let size = 1; size < 400; size++) {
        const chance = laws.progenySize.value({ ...given, size });
        sum += chance;
        mean += size * chance;
        squares += size * size * chance;
      }
      expect(sum).toBeCloseTo(1, 9);
      expect(mean).toBeCloseTo(laws.progenyMean.value(given), 9);
      expect(squares - mean ** 2).toBeCloseTo(laws.progenyVariance.value(given), 7);
    },
  );
});

describe('contagion', () => {
  it.each([
    [1.1, 0.17613],
    [1.5, 0.58281],
    [3, 0.94048],
  ])('of reproduction %d reaches what is printed: all but the chance that a chain dies out', (r, table) => {
    const z = laws.finalSize.value({ reproduction: r, seeded: 0 });
    printed(z, table);
    expect(z).toBeCloseTo(1 - laws.extinction.value({ ...one, offspring: 'poisson', mean: r }), 10);
  });

  it('reaches nobody below one, and by seeds what its equation says', () => {
    expect(laws.finalSize.value({ reproduction: 0.9, seeded: 0 })).toBe(0);
    const z = laws.finalSize.value({ reproduction: 0.9, seeded: 0.1 });
    expect(z).toBeCloseTo(1 - Math.exp(-0.9 * (0.1 + 0.9 * z)), 12);
    expect(z).toBeGreaterThan(0.1);
  });

  it('in a chain binomial is that of Reed and Frost', () => {
    const given = { susceptible: 2, infected: 1, chance: 0.5 };
    const chances = [0, 1, 2].map((more) => laws.reedFrost.value({ ...given, more }));
    expect(chances).toEqual([0.25, 0.25, 0.5]);
    expect(laws.reedFrostMean.value(given)).toBe(1.25);
    const many = { susceptible: 25, infected: 3, chance: 0.05 };
    const all = Array.from({ length: 26 }, (_, more) => laws.reedFrost.value({ ...many, more }));
    expect(all.reduce((sum, p) => sum + p)).toBeCloseTo(1, 12);
  });
});

describe('adoption', () => {
  const pq = { innovation: 0.03, imitation: 0.38 };

  it('is Bass: shares, time and height of the peak', () => {
    printed(laws.bass.value({ ...pq, time: 1 }), 0.0358);
    printed(laws.bass.value({ ...pq, time: 5 }), 0.3312);
    printed(laws.bass.value({ ...pq, time: 10 }), 0.8128);
    printed(laws.bassPeak.value(pq), 6.1926);
    printed(laws.bassReaches.value({ ...pq, share: 0.5 - 0.03 / 0.76 }), 6.1926);
    printed(laws.bass.value({ ...pq, time: laws.bassPeak.value(pq) }), 0.46053);
  });

  it.each([
    [0.0026167, 0.21566, 20.21],
    [0.018119, 0.1711, 11.87],
    [0.024796, 0.6541, 4.82],
  ])('peaks where Bass 1969 has it: p %d, q %d', (innovation, imitation, table) => {
    printed(laws.bassPeak.value({ innovation, imitation }), table);
  });

  it('of those invited: nobody comes whom no inviter convinces, each at his place', () => {
    const multipliers = { second: 1.67, third: 2.2 };
    const share = (inviters: number, hazard = 0.1) =>
      laws.invited.value({ hazard, inviters, ...multipliers });
    expect(share(0)).toBe(0);
    expect(share(1, 0)).toBe(0);
    let unmoved = 1;
    [1, 1.67, 2.2, 2.2, 2.2].forEach((multiplier, i) => {
      unmoved *= Math.exp(-0.1 * multiplier);
      expect(share(i + 1)).toBeCloseTo(1 - unmoved, 12);
    });
    // 1 - e^-.487, from a table of exponentials.
    expect(share(3)).toBeCloseTo(0.38553, 4);
  });

  it('of two independent chances, at least one', () => {
    expect(laws.either.value({ first: 0.61, second: 0.8 })).toBeCloseTo(0.922, 12);
    expect(laws.either.value({ first: 0.44, second: 0 })).toBeCloseTo(0.44, 12);
    expect(laws.either.value({ first: 1, second: 0.3 })).toBe(1);
  });

  it('without imitation is exponential', () => {
    expect(laws.bass.value({ innovation: 0.1, imitation: 0, time: 3 })).toBeCloseTo(1 - Math.exp(-0.3), 12);
  });
});

describe('staying', () => {
  it('at one chance is geometric', () => {
    printed(laws.geometricRetention.value({ chance: 0.02, time: 30 }), 0.54548);
    printed(laws.geometricRetention.value({ chance: 0.05, time: 30 }), 0.21464);
    printed(laws.geometricRetention.value({ chance: 0.02, time: 34.31 }), 0.5);
    expect(laws.exponentialRetention.value({ rate: 0.05, time: 20 })).toBeCloseTo(Math.exp(-1), 12);
  });

  it('of people who differ is the table of Fader and Hardie', () => {
    const high = [85.07, 74.69, 66.98, 60.99, 56.18, 52.22, 48.89, 46.04, 43.58, 41.42, 39.51, 37.8];
    const given = { alpha: 0.6681, beta: 3.8061, period: 10, tenure: 0 };
    high.forEach((table, year) => {
      // The parameters are printed to four decimals: the last one of a share may differ by one.
      const percent = 100 * laws.betaGeometric.value({ ...given, time: 10 * (year + 1) });
      expect(Math.abs(percent - table)).toBeLessThan(0.01);
    });
    const later = laws.betaGeometric.value({ ...given, tenure: 60, time: 20 });
    expect(later).toBeCloseTo(46.04 / 52.22, 4);
  });

  it('of apps is their table', () => {
    const given = { alpha: 0.395, beta: 0.134, period: 1, tenure: 0 };
    const days = [1, 7, 14, 30, 90];
    [0.254, 0.112, 0.085, 0.063, 0.041].forEach((table, i) => {
      expect(Math.abs(laws.betaGeometric.value({ ...given, time: days[i] }) - table)).toBeLessThan(0.001);
    });
  });

  it('against arrivals has a ceiling, and a way to it', () => {
    const given = { arrivals: 100, exit: 0.05, referral: 0 };
    expect(laws.ceiling.value(given)).toBe(2000);
    expect(laws.ceiling.value({ ...given, referral: 0.03 })).toBeCloseTo(5000, 9);
    expect(laws.ceiling.value({ ...given, referral: 0.05 })).toBe(Number.POSITIVE_INFINITY);
    let members = 500;
    for (let i = 0; i < 300_000; i++) members += 1e-4 * (100 + 0.03 * members - 0.05 * members);
    expect(laws.approach.value({ ...given, referral: 0.03, start: 500, time: 30 })).toBeCloseTo(members, 1);
    expect(laws.approach.value({ ...given, referral: 0.05, start: 5, time: 30 })).toBe(3005);
  });
});

describe('waiting', () => {
  it.each([
    [1, 0.8, 0.8, 3.2],
    [3, 2, 0.44444, 0.88889],
  ])('with %d helpers and load %d is Erlang C', (servers, load, wait, line) => {
    printed(laws.waitChance.value({ servers, load }), wait);
    printed(laws.waitingLine.value({ servers, load }), line);
    // Little: those who wait = arrivals x wait.
    const arrivals = load / 0.25;
    const waited = laws.meanWait.value({ servers, load, service: 0.25 });
    expect(laws.little.value({ arrivals, wait: waited })).toBeCloseTo(line, 5);
  });

  it('is the stationary state of its birth and death, summed', () => {
    const [servers, load] = [7, 5.5];
    const weights = [1];
    for (let n = 1; n < 3000; n++) weights.push((weights[n - 1] * load) / Math.min(n, servers));
    const all = weights.reduce((sum, w) => sum + w);
    const waits = weights.slice(servers).reduce((sum, w) => sum + w) / all;
    const line = weights.reduce((sum, w, n) => sum + w * Math.max(0, n - servers), 0) / all;
    expect(laws.waitChance.value({ servers, load })).toBeCloseTo(waits, 9);
    expect(laws.waitingLine.value({ servers, load })).toBeCloseTo(line, 9);
    expect(laws.waitChance.value({ servers, load: 7 })).toBeNaN();
  });
});

describe('networks', () => {
  it('hang together from their onset on', () => {
    const random = { network: 'random', degree: 10, chance: 0.15 } as const;
    printed(laws.giantComponent.value(random), 0.58281);
    expect(laws.giantComponent.value({ ...random, chance: 0.1 })).toBe(0);
    for (const [degree, onset] of [
      [3, 0.5],
      [4, 1 / 3],
    ])
      expect(laws.percolationOnset.value({ network: 'regular', degree })).toBeCloseTo(onset, 12);
    expect(laws.percolationOnset.value({ network: 'random', degree: 4 })).toBe(0.25);
    // 3-regular, chance T: u = 1 - T + T u^2 has the root (1 - T) / T.
    const u = 0.3 / 0.7;
    expect(laws.giantComponent.value({ network: 'regular', degree: 3, chance: 0.7 })).toBeCloseTo(
      1 - u ** 3,
      9,
    );
    expect(laws.giantComponent.value({ network: 'regular', degree: 3, chance: 0.4 })).toBe(0);
    expect(laws.giantComponent.value({ network: 'regular', degree: 2.5, chance: 0.9 })).toBeNaN();
  });

  it('that grow have the degrees printed, which sum to one', () => {
    for (const [ties, ...shares] of [
      [1, 0.6667, 0.1667, 0.0667],
      [2, 0.5, 0.2, 0.1, 0.0571],
      [3, 0.4, 0.2, 0.1143, 0.0714],
    ])
      shares.forEach((table, i) => {
        printed(laws.preferentialDegree.value({ ties, degree: ties + i }), table);
      });
    let sum = 0;
    for (let degree = 2; degree < 100_000; degree++)
      sum += laws.preferentialDegree.value({ ties: 2, degree });
    expect(sum).toBeCloseTo(1, 8);
    expect(laws.preferentialDegree.value({ ties: 3, degree: 2 })).toBe(0);
  });

  it('that are small worlds cluster as printed', () => {
    printed(laws.smallWorldClustering.value({ neighbors: 6, rewire: 0 }), 0.6);
    printed(laws.smallWorldClustering.value({ neighbors: 6, rewire: 0.1 }), 0.4374);
  });

  it('have the window of cascades printed', () => {
    const possible = (degree: number) => laws.cascadePossible.value({ degree, threshold: 0.25 });
    expect([1.113, 1.115, 3.862, 3.864].map(possible)).toEqual([0, 1, 1, 0]);
    // The sum itself: k (k - 1) p(k) up to 1 / threshold, over the mean.
    let [sum, p] = [0, Math.exp(-2)];
    for (let k = 0; k <= 4; k++) {
      sum += k * (k - 1) * p;
      p *= 2 / (k + 1);
    }
    expect(laws.cascadeReach.value({ degree: 2, threshold: 0.25 })).toBeCloseTo(sum / 2, 12);
    expect(laws.cascadeReach.value({ degree: 2, threshold: 0.1 })).toBeCloseTo(
      laws.cascadeReach.value({ degree: 2, threshold: 0.0999 }),
      12,
    );
  });

  it('have cores from the onset on, at once of the size printed', () => {
    printed(laws.coreOnset.value({ k: 3 }), 3.3509);
    expect(laws.coreOnset.value({ k: 2 })).toBe(1);
    // Pittel, Spencer and Wormald print 5.14 and 6.80 for k = 4 and 5.
    expect(laws.coreOnset.value({ k: 4 })).toBeCloseTo(5.149, 2);
    expect(laws.coreOnset.value({ k: 5 })).toBeCloseTo(6.799, 2);
    expect(laws.coreSize.value({ degree: 3.35, k: 3 })).toBe(0);
    expect(Math.abs(laws.coreSize.value({ degree: 3.35095, k: 3 }) - 0.2676)).toBeLessThan(0.005);
    // By iteration from above.
    let lambda = 4;
    for (let i = 0; i < 2000; i++) lambda = 4 * (1 - Math.exp(-lambda) * (1 + lambda));
    const size = 1 - Math.exp(-lambda) * (1 + lambda + lambda ** 2 / 2);
    expect(laws.coreSize.value({ degree: 4, k: 3 })).toBeCloseTo(size, 9);
  });
});

describe('buying', () => {
  const cdnow = { shape: 0.243, scale: 7 * 4.414, a: 0.793, b: 2.426 };

  it('is that of Fader, Hardie and Lee at their parameters', () => {
    printed(laws.orders.value({ ...cdnow, time: 7 * 13 }), 0.5344);
    printed(laws.orders.value({ ...cdnow, time: 7 * 26 }), 0.9026);
    expect(laws.noOrder.value({ ...cdnow, time: 91 })).toBeCloseTo((4.414 / 17.414) ** 0.243, 12);
    expect(laws.someOrder.value({ ...cdnow, time: 91 })).toBeCloseTo(1 - (4.414 / 17.414) ** 0.243, 12);
  });

  it('is the sum over the times of orders, whatever a', () => {
    // Orders so far: rate x chance of being active, E over gamma rates; by steps of the mean-field of Beta(a, b) survivors.
    for (const a of [0.3, 1, 2.5]) {
      const near = laws.orders.value({ ...cdnow, a, time: 91 });
      const below = laws.orders.value({ ...cdnow, a: a - 0.01, time: 91 });
      const above = laws.orders.value({ ...cdnow, a: a + 0.01, time: 91 });
      expect(near).toBeCloseTo((below + above) / 2, 4);
      expect(below).toBeGreaterThan(above);
    }
    // Nobody quits: r t / alpha.
    expect(laws.orders.value({ ...cdnow, a: 1e-7, b: 5, time: 91 })).toBeCloseTo((0.243 * 13) / 4.414, 4);
  });

  it('rests on a series that is right where it is known', () => {
    expect(hypergeometric(1, 1, 2, 0.5)).toBeCloseTo(2 * Math.LN2, 12);
    expect(hypergeometric(0.5, 2, 2, 0.9)).toBeCloseTo(0.1 ** -0.5, 9);
  });
});

describe('posting', () => {
  it('of Poisson numbers with lognormal rates is as computed for van Mierlo', () => {
    const rates = { median: Math.exp(-2.75), spread: 3 };
    expect(Math.abs(laws.topPosts.value({ ...rates, top: 0.01, below: 0 }) - 0.75)).toBeLessThan(0.0015);
    expect(Math.abs(laws.posters.value(rates) - 0.25)).toBeLessThan(0.005);
  });

  it('of people who all post a lot is lognormal: top 1 % 75.0 %, top 10 % 95.7 %', () => {
    // Normal distribution function at spread less the quantiles 2.32635 and 1.28155.
    const rates = { median: 1e5, spread: 3 };
    expect(laws.topPosts.value({ ...rates, top: 0.01, below: 0 })).toBeCloseTo(0.74974, 3);
    expect(laws.topPosts.value({ ...rates, top: 0.09, below: 0.01 })).toBeCloseTo(0.95714 - 0.74974, 3);
  });

  it('without spread is Poisson, in full', () => {
    expect(laws.posters.value({ median: 2, spread: 0 })).toBeCloseTo(1 - Math.exp(-2), 9);
    // The upper half of a Poisson of mean 1: those with 2 and more, and the rest from those with 1.
    const some = 1 - 2 * Math.exp(-1);
    const half = (1 - Math.exp(-1) + (0.5 - some)) / 1;
    expect(laws.topPosts.value({ median: 1, spread: 0, top: 0.5, below: 0 })).toBeCloseTo(half, 6);
    expect(laws.topPosts.value({ median: 1, spread: 2, top: 1, below: 0 })).toBeCloseTo(1, 6);
  });
});

describe('ads', () => {
  const goli = { slope: 0.02075 / 0.976, weight: 1, instant: 0.21, memory: 182.6, time: 639, from: -1 };

  it('cost use what the published slope says, at the published loads after 21 months', () => {
    const against = (load: number) => laws.adsUsage.value({ ...goli, load, reference: 3.622 });
    printed(100 * against(2.732), 1.86);
    printed(100 * against(5.009), -2.84);
    expect(against(3.622)).toBe(0);
    printed(100 * laws.adsUsage.value({ ...goli, load: 3.622, reference: 0 }), -7.2);
    // A month shows a third of what 21 months do, within a tenth of it.
    const month = laws.adsUsage.value({ ...goli, load: 4.622, reference: 3.622, time: 30, from: 0 });
    const end = laws.adsUsage.value({ ...goli, load: 4.622, reference: 3.622 });
    expect(month / end).toBeGreaterThan(0.25);
    expect(month / end).toBeLessThan(0.4);
  });
});

describe('the list', () => {
  it('describes every law and every argument of it', () => {
    expect(lawNames.length).toBeGreaterThan(25);
    for (const name of lawNames) {
      const law = findLaw(name);
      expect(law?.label['zh-CN'], name).toMatch(/\p{Script=Han}/u);
      expect(law?.formula.length, name).toBeGreaterThan(5);
      expect(law?.source, name).toMatch(/\d{4}|Closed form/);
      for (const { about, kind, options } of Object.values(law?.arguments ?? {})) {
        expect(about, name).toMatch(/^[A-Z].*\.$|^[a-z]+: .*\.$/);
        expect(kind === 'choice', name).toBe(options !== undefined);
      }
    }
    expect(findLaw('toString')).toBeUndefined();
  });
});
