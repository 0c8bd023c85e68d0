/** What candidates came to, in memory: some metrics of every arm, a number a world. */
import { type Metric, metricIndex } from '../../metrics/definitions.ts';
import { ratio } from '../../metrics/value.ts';
import type { Row } from '../shards/row.ts';

export class Outcomes {
  private readonly metrics: readonly string[];
  private readonly worlds: number;
  private readonly arms = new Map<string, readonly Float64Array[]>();

  /** Of these metrics in the worlds 0 .. worlds - 1; `there`: what is known already, in their order. */
  constructor(
    metrics: readonly string[],
    worlds: number,
    there: ReadonlyMap<string, readonly Float64Array[]> = new Map(),
  ) {
    this.metrics = metrics;
    this.worlds = worlds;
    for (const [armKey, columns] of there) this.arms.set(armKey, columns);
  }

  take({ armKey, world, outcomes }: Row): void {
    const columns = this.columnsOf(armKey);
    for (const [m, name] of this.metrics.entries()) columns[m][world] = outcomes[metricIndex[name]];
  }

  /** A metric of an arm in some worlds; `baseline`: of metrics that only a pair of arms has. */
  numbers(metric: Metric['name'], armKey: string, baseline: string, worlds: readonly number[]): Float64Array {
    const of = (name: string, key: string) => this.columnsOf(key)[this.metrics.indexOf(name)];
    if (metric !== 'returnOnSpending') {
      const column = of(metric, armKey);
      return Float64Array.from(worlds, (world) => column[world]);
    }
    const more = (name: string, world: number) => of(name, armKey)[world] - of(name, baseline)[world];
    return Float64Array.from(worlds, (world) => ratio(more('netRevenue', world), more('spending', world)));
  }

  private columnsOf(armKey: string): readonly Float64Array[] {
    const known = this.arms.get(armKey);
    if (known !== undefined) return known;
    const columns = this.metrics.map(() => new Float64Array(this.worlds).fill(Number.NaN));
    this.arms.set(armKey, columns);
    return columns;
  }
}
