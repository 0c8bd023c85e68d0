/** Random compositions of everything that an operator can do, made from the parameter table: a new tactic is among them at once. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { compileModel, prepare } from '../../src/engine/compile.ts';
import { runDay } from '../../src/engine/phases.ts';
import { simulateWorld } from '../../src/engine/simulate.ts';
import { metrics } from '../../src/metrics/definitions.ts';
import { MICROS_PER_CENT } from '../../src/metrics/ledger.ts';
import { outcomesOf } from '../../src/metrics/record.ts';
import type { Parameter } from '../../src/scenario/parameter.ts';
import { planGroup, tactics } from '../../src/scenario/table.ts';
import { columnFaults, lifeFaults, moneyFaults, statusFaults, tieFaults } from './invariants.ts';
import { type Changes, merged, scenarioOf } from './isolated.ts';
import { lively } from './lively.ts';

const DAYS = 40;
/** Hours of staff a day. */
const STAFF = 8;

/** A number of the parameter's plausible range, or what it usually is. */
function numberOf({ kind, range, options = [], default: usual }: Parameter): fc.Arbitrary<unknown> {
  if (kind === 'switch') return fc.boolean();
  if (kind === 'choice') return fc.constantFrom(...options);
  const [low, high] = range;
  const within = fc.double({ min: low, max: high, noNaN: true });
  const drawn =
    kind === 'count' ? within.map(Math.round) : kind === 'days' ? within.map((x) => Math.ceil(x)) : within;
  return fc.oneof({ weight: 3, arbitrary: drawn }, { weight: 1, arbitrary: fc.constant(usual) });
}

/** Said one time in so many. */
const oneIn = <T>(times: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const rarely = <T>(arbitrary: fc.Arbitrary<T>) => oneIn(4, arbitrary);

const planned = fc.record({
  from: rarely(fc.nat(DAYS / 2 - 1)),
  until: rarely(fc.integer({ min: DAYS / 2, max: DAYS })),
  every: rarely(fc.integer({ min: 1, max: 10 })),
  lasts: rarely(fc.integer({ min: 1, max: 5 })),
  ramp: rarely(fc.integer({ min: 1, max: 30 })),
  budget: rarely(fc.double({ min: 0.01, max: 60, noNaN: true })),
  staffHours: rarely(fc.double({ min: 0.25, max: STAFF, noNaN: true })),
  starts: rarely(fc.constant({ metric: 'weeklyActives', 'at least': 60, over: 3 })),
  stops: rarely(fc.constant({ metric: 'netRevenue', 'at most': 0, over: 5 })),
  to: rarely(
    fc.record({
      share: rarely(fc.double({ min: 0, max: 1, noNaN: true })),
      holdOut: rarely(fc.double({ min: 0, max: 1, noNaN: true })),
      segments: rarely(fc.constantFrom('regulars', 'others')),
      minAway: rarely(fc.nat(30)),
      maxTenure: rarely(fc.nat(60)),
      maxFriends: rarely(fc.nat(6)),
      minOrders: rarely(fc.nat(3)),
    }),
  ),
});

/** Whom, when and for how much: mostly nothing is said. What lasts is part of a round. */
const plan: fc.Arbitrary<Changes> = planned.map(({ lasts, ...rest }) =>
  rest.every === undefined ? rest : { ...rest, lasts },
);

/** Some of the tactics there are, some of them twice. */
const composition: fc.Arbitrary<Changes> = fc
  .tuple(
    ...tactics.flatMap((tactic) =>
      ['', ' too'].map((suffix) => {
        const own = Object.entries(tactic.parameters).filter(([name]) => !(name in planGroup.parameters));
        const numbers = fc.record(
          Object.fromEntries(own.map(([name, parameter]) => [name, numberOf(parameter)])),
        );
        const entry = fc
          .tuple(numbers, plan)
          .map(
            ([given, planned]) =>
              [tactic.name + suffix, { tactic: tactic.name, ...given, ...planned }] as const,
          );
        return oneIn(suffix === '' ? 2 : 6, entry);
      }),
    ),
  )
  .map((entries) => Object.fromEntries(entries.filter((entry) => entry !== undefined)));

/** JSON has no undefined: what is not said is left out. */
const said = (changes: Changes): Changes => JSON.parse(JSON.stringify(changes));

/** Metrics that have no number where nobody did what they are about. */
const mayLack =
  /Return$|^retention|^repost|^firstReplies$|Posters$|^posters$|^buyers$|^desk|^clustering$|^payback$|^worth|^priceOf|^returnOnSpending$|^chain|^recall|^poster(K|sEnded)$/;

/** Whose discounts are honored beyond their budgets: promised is promised. */
const honors: ReadonlySet<string> = new Set(['coupons', 'sale', 'membership']);

/** What must hold of any composition, on every evening and at the end. */
export function holdCompositions(runs: number, seed: number): void {
  fc.assert(
    fc.property(composition, fc.nat(1000), (tacticsOf, world) => {
      const arm = said({ tactics: tacticsOf });
      const turned = { tactics: Object.fromEntries(Object.entries(arm.tactics as Changes).reverse()) };
      const document = merged(lively, {
        horizon: `${DAYS} days`,
        community: { members: 60, prospects: 50 },
        staff: { hours: STAFF, wage: 1 },
        arms: [
          { name: 'one', ...arm },
          { name: 'other', ...turned },
        ],
      });
      const prepared = prepare(scenarioOf(document));
      const model = compileModel(prepared, world, 0);
      const faults: string[] = [];
      for (let day = 0; day < DAYS && faults.length === 0; day++) {
        const before = model.people.status.slice();
        runDay(model, day);
        const all = [
          ...tieFaults(model),
          ...lifeFaults(model, day),
          ...statusFaults(before, model),
          ...moneyFaults(model, day),
          ...columnFaults(model, day),
        ];
        faults.push(...all.map((fault) => `day ${day}: ${fault}`));
      }
      expect(faults).toEqual([]);
      for (const { name, tactic, schedule } of model.tactics.filter((each) => !honors.has(each.tactic.name)))
        expect(schedule.spent, `${name} ${tactic.name}`).toBeLessThanOrEqual(
          Math.ceil(schedule.budget / MICROS_PER_CENT) * MICROS_PER_CENT,
        );
      const outcomes = outcomesOf(model);
      // The same arm by way of a branch: a past of its own plan goes on as if nothing had been copied.
      const branched = prepare(scenarioOf(merged(document, { branch: `${DAYS / 2} days` })));
      expect(simulateWorld(branched, world, 1).outcomes).toEqual(outcomes);
      const lacking = metrics.filter(({ name }, i) => Number.isNaN(outcomes[i]) && !mayLack.test(name));
      expect(lacking.map(({ name }) => name)).toEqual([]);
      const other = compileModel(prepared, world, 1);
      for (let day = 0; day < DAYS; day++) runDay(other, day);
      expect(outcomesOf(other)).toEqual(outcomes);
    }),
    { seed, numRuns: runs },
  );
}
