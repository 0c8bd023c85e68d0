import { prepare, simulateWorld } from '../engine/simulate.ts';
import type { Simulator } from './executor.ts';

/** The engine itself. */
export const simulator: Simulator = ({ scenario, networks }) => {
  const prepared = prepare(scenario, networks);
  return (world, arm) => simulateWorld(prepared, world, arm);
};
