/** An input as pages show it, by its path in a scenario. */
import { type Input, inputOf } from '../../../src/scenario/inputs.ts';
import { readPath } from '../../../src/scenario/path.ts';
import { parameterAt } from '../../../src/scenario/places.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';

/** Null where there is none. */
export function inputAt(path: string, scenario: Scenario): Input | null {
  const steps = readPath(path);
  const parameter = steps === null ? undefined : parameterAt(scenario, steps);
  return parameter === undefined ? null : inputOf({ path, parameter }, scenario.currency);
}
