import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { connectedComponents } from 'graphology-components';
import { density } from 'graphology-metrics/graph';
import modularity from 'graphology-metrics/graph/modularity';
import { describe, expect, test } from 'vitest';
import { describeNetwork, homophily, toGraph } from '../../src/population/describe.ts';
import { readNetwork } from '../../src/population/edge-list.ts';
import { distanceQuantile, measureDistances } from '../../src/population/networks-distances.ts';
import { fitTail, zeta } from '../../src/population/networks-tail.ts';
import { countTriangles } from '../../src/population/networks-triangles.ts';
import { type Ties, tiesFromPairs } from '../../src/population/ties.ts';

function tied(people: number, ...pairs: [number, number][]): Ties {
  return tiesFromPairs(
    people,
    Uint32Array.from(pairs, ([p]) => p),
    Uint32Array.from(pairs, ([, q]) => q),
  );
}

const anyTies = fc.integer({ min: 1, max: 14 }).chain((people) => {
  const person = fc.nat(people - 1);
  return fc.array(fc.tuple(person, person), { maxLength: 50 }).map((pairs) => tied(people, ...pairs));
});

describe('a triangle with a tail, and someone apart', () => {
  // 0, 1 and 2 know each other; 2 knows 3; 4 knows nobody.
  const network = tied(5, [0, 1], [1, 2], [0, 2], [2, 3]);
  const description = describeNetwork(network);

  test('has the degrees that can be counted', () => {
    expect(description).toMatchObject({ people: 5, ties: 4, meanDegree: 1.6, medianDegree: 2, maxDegree: 3 });
    expect(description.density).toBe(0.4);
    expect(description.degreeQuantiles['.25']).toBe(0.5);
    expect(description.shareOver4).toBe(0);
    // Ends of ties belong to people of 2, 2, 3 and 1 ties: (4 + 4 + 9 + 1) / 8.
    expect(description.friendDegree).toBe(18 / 8);
  });

  test('has the clustering worked by hand', () => {
    expect([...countTriangles(network)]).toEqual([1, 1, 1, 0, 0]);
    expect(description.meanLocalClustering).toBeCloseTo((1 + 1 + 1 / 3) / 5, 12);
    expect(description.transitivity).toBeCloseTo(3 / 5, 12);
  });

  test('has two components', () => {
    expect(description).toMatchObject({ components: 2, largestShare: 0.8 });
  });

  test('has the distances worked by hand', () => {
    // Ordered pairs: 8 at distance 1, 4 at distance 2. Nine tenths of 12 are 10.8: .7 of the way from 1 to 2.
    expect(measureDistances(network)).toEqual({ pairs: [0, 8, 4], sources: 5 });
    expect(description.distance90).toBeCloseTo(1.7, 12);
    expect(description.meanDistance).toBeCloseTo(4 / 3, 12);
  });

  test('has the homophily worked by hand', () => {
    // Segments {0, 1} and {2, 3, 4}: 2 of 4 ties within; 4 of 8 ends in each, so chance gives 1/2.
    expect(homophily(network, [0, 0, 1, 1, 1])).toBe(0);
    // {0, 1, 2} and {3, 4}: 3 of 4 within; chance (7/8)^2 + (1/8)^2 = 50/64.
    expect(homophily(network, [0, 0, 0, 1, 1])).toBeCloseTo((3 / 4 - 50 / 64) / (14 / 64), 12);
    expect(homophily(network, [0, 0, 0, 0, 1])).toBeNull();
  });
});

describe('describeNetwork', () => {
  test('has nothing to say of nobody, and of people without ties', () => {
    expect(describeNetwork(tied(0))).toMatchObject({
      people: 0,
      components: 0,
      largestShare: 0,
      distance90: null,
      tail: null,
    });
    expect(describeNetwork(tied(3), [0, 1, 1])).toMatchObject({
      components: 3,
      meanDegree: 0,
      friendDegree: null,
      distance90: null,
      meanDistance: null,
      degreeAssortativity: null,
      tail: null,
      homophily: null,
    });
  });

  test('knows no assortativity where all have as many ties', () => {
    expect(describeNetwork(tied(4, [0, 1], [1, 2], [2, 3], [3, 0])).degreeAssortativity).toBeNull();
  });

  test('counts the people with more than 4 and more than 6 ties', () => {
    const star = tied(8, ...Array.from({ length: 7 }, (_, p) => [7, p] as [number, number]));
    expect(describeNetwork(star)).toMatchObject({ shareOver4: 1 / 8, shareOver6: 1 / 8, maxDegree: 7 });
    const smaller = tied(8, ...Array.from({ length: 6 }, (_, p) => [7, p] as [number, number]));
    expect(describeNetwork(smaller)).toMatchObject({ shareOver4: 1 / 8, shareOver6: 0 });
    const four = tied(8, ...Array.from({ length: 4 }, (_, p) => [7, p] as [number, number]));
    expect(describeNetwork(four).shareOver4).toBe(0);
  });

  test('agrees with graphology on components, density and modularity', () => {
    fc.assert(
      fc.property(anyTies, (ties) => {
        const graph = toGraph(ties);
        const description = describeNetwork(
          ties,
          Array.from({ length: ties.people }, (_, p) => p % 2),
        );
        const components = connectedComponents(graph).map((component) => component.length);
        expect(description.components).toBe(components.length);
        expect(description.largestShare).toBeCloseTo(Math.max(...components) / ties.people, 12);
        expect(description.density).toBeCloseTo(ties.people > 1 ? density(graph) : 0, 12);
        if (description.homophily === null) return;
        graph.updateEachNodeAttributes((key) => ({ community: Number(key) % 2 }));
        let chance = 0;
        for (const kind of [0, 1]) {
          let ends = 0;
          for (let p = kind; p < ties.people; p += 2) ends += ties.offsets[p + 1] - ties.offsets[p];
          chance += (ends / ties.friends.length) ** 2;
        }
        expect(description.homophily * (1 - chance)).toBeCloseTo(modularity(graph), 10);
      }),
    );
  });
});

interface Reference {
  source: string;
  networks: {
    [name: string]: { [measure: string]: number } & {
      tail: { exponent: number; from: number; people: number };
    };
  };
}

describe('measures of networkx and scipy (test/fixtures/networks/reference.py)', () => {
  const { networks } = JSON.parse(readFileSync('test/fixtures/networks/reference.json', 'utf8')) as Reference;

  test.each(Object.keys(networks))('are met on the network called %s', (name) => {
    const { tail, triangles, ...wanted } = networks[name];
    const { ties, names } = readNetwork(
      readFileSync(`test/fixtures/networks/${name}.txt`, 'utf8'),
      `${name}.txt`,
    );
    const segments = names.map((person) => Number(person) % 3);
    const description = describeNetwork(ties, segments);
    for (const [measure, value] of Object.entries(wanted)) {
      expect(description[measure as 'people'], measure).toBeCloseTo(value, 10);
    }
    expect(countTriangles(ties).reduce((sum, count) => sum + count, 0)).toBe(3 * triangles);
    expect(description.tail).toMatchObject({ from: tail.from, people: tail.people });
    expect(description.tail?.exponent).toBeCloseTo(tail.exponent, 4);
  });

  test('are met by the zeta function', () => {
    // scipy.special.zeta, 1.10.1
    expect(zeta(2, 1)).toBeCloseTo(1.6449340668482266, 9);
    expect(zeta(1.05, 1)).toBeCloseTo(20.58084430203699, 9);
    expect(zeta(2.5, 3)).toBeCloseTo(0.1647105619542803, 9);
    expect(zeta(3, 47)).toBeCloseTo(0.00023121387695068657, 12);
    expect(zeta(12, 19)).toBeCloseTo(1.029889104791203e-15, 20);
  });
});

describe('the tail exponent', () => {
  test('is found again where degrees follow a power law from a known degree on', () => {
    // Expected counts of k^-2.5 from 5 on, beneath them as many people at 1 to 4 as break the law.
    const people = new Array(4001).fill(0);
    for (let k = 5; k <= 4000; k++) people[k] = Math.round(1e6 * k ** -2.5);
    for (let k = 1; k < 5; k++) people[k] = 2000;
    const tail = fitTail(people);
    expect(tail?.from).toBe(5);
    // Rounded counts cut the far tail off: allow .02.
    expect(Math.abs((tail?.exponent ?? 0) - 2.5)).toBeLessThan(0.02);
  });

  test('is not given for fewer than 50 people or a single degree', () => {
    expect(fitTail([0, 30, 19])).toBeNull();
    expect(fitTail([0, 31, 19])).not.toBeNull();
    expect(fitTail([0, 0, 500])).toBeNull();
  });
});

describe('distances', () => {
  const ring = tied(1000, ...Array.from({ length: 1000 }, (_, p) => [p, (p + 1) % 1000] as [number, number]));

  test('are taken from fewer people where the work would be too much, and say from how many', () => {
    const { pairs, sources } = measureDistances(ring, 30_000);
    expect(sources).toBe(10);
    expect(pairs.reduce((sum, count) => sum + count, 0)).toBe(9990);
    expect(distanceQuantile({ pairs, sources }, 0.5)).toBeCloseTo(249.75, 10);
    expect(measureDistances(ring).sources).toBe(1000);
  });
});

describe('toGraph', () => {
  test('has a node for each person, labeled by name, and each tie once', () => {
    const graph = toGraph(tied(3, [0, 2]), ['Ann', 'Bob', '__proto__']);
    expect(graph.nodes()).toEqual(['0', '1', '2']);
    expect(graph.mapNodes((_, { label }) => label)).toEqual(['Ann', 'Bob', '__proto__']);
    expect(graph.size).toBe(1);
    expect(graph.hasEdge(0, 2)).toBe(true);
    expect(toGraph(tied(2, [0, 1])).getNodeAttributes(0)).toEqual({});
  });
});

test('describes ../shared/data/ego-facebook.txt (needed) as SNAP and networkx do', (context) => {
  if (!existsSync('../shared')) return context.skip('there is no ../shared with the real data');
  const { ties } = readNetwork(readFileSync('../shared/data/ego-facebook.txt', 'utf8'), 'ego-facebook.txt');
  const description = describeNetwork(ties);
  expect(description).toMatchObject({
    people: 4039,
    ties: 88_234,
    medianDegree: 25,
    maxDegree: 1045,
    components: 1,
  });
  expect(description.meanDegree).toBeCloseTo(43.69, 2);
  expect(description.meanLocalClustering).toBeCloseTo(0.6055, 4);
  expect(description.transitivity).toBeCloseTo(0.519, 3);
  expect(description.degreeAssortativity).toBeCloseTo(0.064, 3);
  expect(description.friendDegree).toBeCloseTo(106.57, 2);
  expect(description.shareOver4).toBeCloseTo(0.91, 3);
  expect(description.shareOver6).toBeCloseTo(0.862, 3);
  // SNAP gives 4.7 from a sample of its own.
  expect(description.distance90).toBeCloseTo(4.7, 0);
  // reference.py's tail() on this file.
  expect(description.tail).toMatchObject({ from: 47, people: 1250 });
  expect(description.tail?.exponent).toBeCloseTo(2.51044, 4);
});
