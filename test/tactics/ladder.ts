/** A community with levels, for the tests of both their sides. */
import type { Model } from '../../src/engine/model.ts';
import { setLevel } from '../../src/population/standing.ts';
import { type Changes, merged } from '../engine/isolated.ts';

/** Everybody comes every day; levels that do nothing but what a test says. */
export const days: Changes = { horizon: '20 days', community: { members: 10 }, people: { visits: '100%' } };
export const bare = { visit: 0, post: 0, order: 0, step: 10, levels: 3, helpers: 0, admins: 0, cost: 0 };

export const programme = (values: Changes, more: Changes = {}): Changes =>
  merged(merged(days, more), { tactics: { levels: { ...bare, ...values } } });

/** Fills in what people have earned, and the level that goes with it, as if before day 0. */
export function earned(model: Model, points: (p: number) => number): Model {
  const [standing] = model.standings;
  const { step, endowed, levels } = model.tactics.find(({ name }) => name === standing.name)?.values ?? {};
  for (let p = 0; p < model.people.count; p++) {
    standing.points[p] = points(p);
    setLevel(standing, p, Math.min(levels, Math.floor(points(p) / step + endowed)));
  }
  return model;
}
