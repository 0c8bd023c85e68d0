/** Many small experiments, each of worlds of its own: blocks of one long run, since a world is the same in any run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { prepare, simulateWorld } from '../../src/engine/simulate.ts';
import type { WorldResult } from '../../src/experiment/results.ts';
import { metricIndex } from '../../src/metrics/definitions.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { result } from '../analysis/synthetic.ts';
import { type Changes, scenarioOf } from '../engine/isolated.ts';

/** Runs all arms of a world. */
export type Runner = (world: number) => readonly WorldResult[];

/** Outcomes only: days, segments and cohorts are not needed here. */
export function runnerOf(scenario: Scenario): Runner {
  const prepared = prepare(scenario);
  return (world) =>
    scenario.arms.map((_, arm) => ({
      ...result(world, arm, {}),
      outcomes: simulateWorld(prepared, world, arm).outcomes,
    }));
}

/** All arms in `count` worlds from `first` on. */
export function runMany(run: Runner, first: number, count: number): WorldResult[] {
  return Array.from({ length: count }, (_, k) => run(first + k)).flat();
}

/** What an arm came to. */
export function outcomeIn({ outcomes }: WorldResult, metric: string): number {
  return outcomes[metricIndex[metric]];
}

/** Forty people inside, twenty outside, a month; money and visits enough that hardly two worlds come to the same. */
export const small: Changes = {
  seedbed: 1,
  title: 'Small',
  horizon: '30 days',
  community: { members: 40, prospects: 20, network: { ties: 6 } },
  people: { visits: '30% to 50%', needs: '2 to 6' },
};

/** Ads that are pushed on everybody against ads and coupons, with ranges in the file beside those of the table. */
export const smallScenario = (changes: Changes): Scenario =>
  scenarioOf({
    ...small,
    arms: [
      { name: 'ads', tactics: { ads: { load: '4 to 8', intrusiveness: '50%' } } },
      {
        name: 'coupons',
        tactics: { ads: { load: 2, targeting: '60%' }, coupons: { rate: '20% per month to 60% per month' } },
      },
    ],
    judge: { metric: 'net revenue', matters: '2%' },
    ...changes,
  });

/** Leaves a table where a page of methods may find it. */
export function keep(name: string, table: unknown): void {
  mkdirSync('out/calibration', { recursive: true });
  writeFileSync(`out/calibration/${name}.json`, `${JSON.stringify(table, null, 2)}\n`);
}
