/** The work of a sweep: every arm of every point in every world, once, but for what is there already. */
import type { Plan } from '../plan.ts';
import type { ResultIndex } from '../shards/result-index.ts';
import type { Job } from '../threads.ts';
import type { SweepInput } from './inputs.ts';
import { type Point, planOf, type Source } from './points.ts';

/** What is needed, and what of it is still to be run. */
export interface Count {
  /** Results that the points ask for; a result that two points share counts once. */
  readonly needed: number;
  readonly missing: number;
}

/** Arms of a point in a world that no earlier point has, and that are not there. */
export interface Need {
  readonly point: Point;
  readonly world: number;
  readonly arms: readonly number[];
}

/** Every result that is needed, point after point, each once. */
export function* needs(
  points: readonly Point[],
  worlds: number,
  isThere: (armKey: string, world: number) => boolean,
): Generator<Need> {
  const seen = new Set<string>();
  for (const point of points) {
    const fresh = point.armKeys.flatMap((key, arm) =>
      seen.has(key) || point.armKeys.indexOf(key) < arm ? [] : [arm],
    );
    for (const arm of fresh) seen.add(point.armKeys[arm]);
    if (fresh.length === 0) continue;
    for (let world = 0; world < worlds; world++) {
      const arms = fresh.filter((arm) => !isThere(point.armKeys[arm], world));
      if (arms.length > 0) yield { point, world, arms };
    }
  }
}

/** How many results a sweep needs, and how many of them are missing. */
export function countOf(
  points: readonly Pick<Point, 'armKeys'>[],
  worlds: number,
  index: ResultIndex,
): Count {
  const arms = new Set(points.flatMap(({ armKeys }) => armKeys));
  let there = 0;
  for (const armKey of arms)
    for (let world = 0; world < worlds; world++) if (index.has(armKey, world)) there++;
  const needed = arms.size * worlds;
  return { needed, missing: needed - there };
}

/** A job of a sweep. Its plan has only the arms that are to be run. */
export interface SweepJob extends Job {
  readonly need: Need;
}

/** Needs as jobs. A plan is made when its first world comes up, and forgotten after its last. */
export function* jobsFrom(
  needed: Iterable<Need>,
  source: Source,
  inputs: readonly SweepInput[],
): Generator<SweepJob> {
  let last: { point: Point; arms: string; plan: Plan } | undefined;
  for (const need of needed) {
    const { point, world, arms } = need;
    if (last?.point !== point || last.arms !== arms.join())
      last = { point, arms: arms.join(), plan: planOf(source, inputs, point.values, arms) };
    yield { plan: last.plan, world, of: `point ${point.number}`, need };
  }
}
