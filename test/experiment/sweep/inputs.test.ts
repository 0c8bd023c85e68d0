import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInput, type SweepInput } from '../../../src/experiment/sweep/inputs.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { table } from '../../../src/scenario/table.ts';

const text = `
seedbed: 1
title: Some arms
currency: CNY
community: {members: 300, prospects: 50}
leave: {perTie: 0.2}
tactics: {spring: {tactic: coupons}}
arms:
  - name: plain
  - name: ads
    tactics: {ads: {load: 4}}
  - name: more ads
    leave: {perTie: 0.4}
    tactics: {ads: {load: 8}, spring: {depth: 20%}}
`;

const scenario = (() => {
  const parsed = parseScenario(text, 'x.yaml');
  if (parsed.scenario === null) throw new Error(parsed.problems[0].message);
  return parsed.scenario;
})();

function input(vary: string): SweepInput {
  const read = readInput(vary, scenario, { text });
  if ('problem' in read) throw new Error(read.problem);
  return read.input;
}

const problem = (vary: string): string => {
  const read = readInput(vary, scenario, { text });
  return 'problem' in read ? read.problem : 'none';
};

describe('--vary', () => {
  it.each([
    ['leave.perTie=0.1..0.5', 0.1, 0.5, 'linear', '0.1', '0.5'],
    ['leave.perTie=0.1 to 0.5', 0.1, 0.5, 'linear', '0.1', '0.5'],
    ['tactics.spring.depth=5%..40%', 0.05, 0.4, 'linear', '5%', '40%'],
    ['tactics.spring.depth=5..40%', 0.05, 0.4, 'linear', '5%', '40%'],
    ['tactics.ads.load=2..12 per hour', 2, 12, 'linear', '2 per hour', '12 per hour'],
    ['tactics.ads.load=1..3 per visit', 1, 3, 'linear', '1 per visit', '3 per visit'],
    ['horizon=2 weeks..10 weeks', 14, 70, 'whole', '14 days', '70 days'],
    ['community.members=10..1000', 10, 1000, 'log', '10', '1000'],
    ['community.members=10..1000:linear', 10, 1000, 'whole', '10', '1000'],
    ['buy.basket=50..200 CNY:log', 50, 200, 'log', '50 CNY', '200 CNY'],
  ])('%s', (vary, low, high, scale, first, last) => {
    const { low: from, high: to, scale: by, at, write } = input(vary);
    expect({ from, to, by }).toEqual({ from: low, to: high, by: scale });
    expect([at(0), at(1)]).toEqual([low, high]);
    expect([write(at(0)), write(at(1))]).toEqual([first, last]);
  });

  it('takes the range that an arm states where none is typed, with what it is counted by', () => {
    const ranged = text.replace('ads: {load: 8}', 'ads: {load: 2 to 5 per visit, price: 120 CNY to 240 CNY}');
    const { scenario: other } = parseScenario(ranged, 'x.yaml');
    if (other === null) throw new Error('not read');
    const ends = (vary: string) => {
      const read = readInput(vary, other, { text: ranged });
      if ('problem' in read) throw new Error(read.problem);
      return [read.input.low, read.input.high].map(read.input.write);
    };
    expect(ends('tactics.ads.price')).toEqual(['120 CNY', '240 CNY']);
    expect(ends('tactics.ads.load')).toEqual(['2 per visit', '5 per visit']);
    expect(ends('arms["more ads"].tactics.ads.price')).toEqual(['120 CNY', '240 CNY']);
    expect(ends('arms["ads"].tactics.ads.price')).not.toEqual(['120 CNY', '240 CNY']);
    expect(ends('tactics.ads.price=10..20 CNY')).toEqual(['10 CNY', '20 CNY']);
  });

  it('takes the plausible range of the table where none is typed', () => {
    const { low, high } = input('leave.perTie');
    const entry = table.find(({ path }) => path === 'leave.perTie');
    expect([low, high]).toEqual(entry?.parameter.range);
  });

  it('takes choices as words', () => {
    const choice = table.find(
      ({ parameter, section }) => parameter.kind === 'choice' && section.path === 'community.network',
    );
    if (choice?.parameter.options === undefined) throw new Error('no choice in the table');
    const { options } = choice.parameter;
    const { at, write, scale } = input(choice.path);
    expect(scale).toBe('choice');
    expect(options.map((_, i) => write(at((i + 0.5) / options.length)))).toEqual(options);
    const some = input(`${choice.path}=${options[1]},${options[0]}`);
    expect([some.write(some.at(0)), some.write(some.at(1))]).toEqual([options[1], options[0]]);
  });

  it('means every place where the scenario gives a value, or one arm', () => {
    expect(input('tactics.ads.load=2..8').places).toEqual([
      'arms.ads.tactics.ads.load',
      'arms.more ads.tactics.ads.load',
    ]);
    expect(input('leave.perTie').places).toEqual(['leave.perTie', 'arms.more ads.leave.perTie']);
    expect(input('tactics.spring.depth').places).toEqual([
      'tactics.spring.depth',
      'arms.more ads.tactics.spring.depth',
    ]);
    expect(input('arms["more ads"].tactics.ads.load=2..8').places).toEqual([
      'arms.more ads.tactics.ads.load',
    ]);
  });

  it.each([
    [
      'leave.perTies',
      '--vary leave.perTies: there is no input of that path that could be varied; seedbed parameters lists them. Did you mean leave.perTie?',
    ],
    ['tactics.recall.gift', '--vary tactics.recall.gift: no arm uses tactics.recall'],
    ['leave.perTie=0.5', '--vary leave.perTie: must be a range such as 2..8; got "0.5"'],
    ['leave.perTie=0.5..0.1', '--vary leave.perTie: the low end must be below the high end; got "0.5..0.1"'],
    ['leave.perTie=0..1:log', '--vary leave.perTie: a logarithmic scale must begin above 0; got "0..1:log"'],
    [
      'tactics.spring.depth=10..40',
      '--vary tactics.spring.depth: must be a share from 0 to 100 %; got "10" (10 % is written 10%)',
    ],
    ['tactics.spring.depth=a..b', '--vary tactics.spring.depth: must be a share from 0 to 100 %; got "a"'],
    ['', '--vary : there is no input of that path that could be varied; seedbed parameters lists them.'],
    [
      '__proto__.x',
      '--vary __proto__.x: there is no input of that path that could be varied; seedbed parameters lists them.',
    ],
  ])('%j is refused', (vary, message) => {
    expect(problem(vary)).toBe(message);
  });
});

describe('values', () => {
  it('are on a straight line, or equal factors on a logarithmic scale', () => {
    expect(input('leave.perTie=0.1..0.5').at(0.25)).toBe(0.2);
    // Half way between 10 and 1000 by factors is 100.
    expect(input('community.members=10..1000').at(0.5)).toBe(100);
  });

  it('of whole numbers are equally many for each', () => {
    const { at } = input('community.members=3..7');
    const counts = new Map<number, number>();
    for (let i = 0; i < 1000; i++)
      counts.set(at((i + 0.5) / 1000), (counts.get(at((i + 0.5) / 1000)) ?? 0) + 1);
    expect([...counts]).toEqual([3, 4, 5, 6, 7].map((value) => [value, 200]));
  });

  it('stay between the ends, rise with the coordinate, and are read back from what is written', () => {
    const inputs = [
      'leave.perTie',
      'tactics.ads.load=1..30',
      'buy.basket=0.01..10000 CNY',
      'tactics.spring.depth',
      'horizon=30..400',
      'join.innovation',
    ].map(input);
    fc.assert(
      fc.property(
        fc.nat(inputs.length - 1),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (i, u, v) => {
          const { at, low, high, write, path, places } = inputs[i];
          const [a, b] = [at(Math.min(u, v)), at(Math.max(u, v))];
          expect(a).toBeLessThanOrEqual(b);
          expect(a).toBeGreaterThanOrEqual(low);
          expect(b).toBeLessThanOrEqual(high);
          const again = parseScenario(text, 'x.yaml', { set: places.map((place) => `${place}=${write(a)}`) });
          expect(again.problems, `${path}=${write(a)}`).toEqual([]);
          if (path === 'leave.perTie') expect(again.scenario?.arms[0].sections.leave.perTie?.amount).toBe(a);
        },
      ),
      { numRuns: 150, seed: 6 },
    );
  });
});
