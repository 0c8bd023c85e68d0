/** What charts show of a sweep that this page runs: the points of which every arm has all of its worlds. */
import type { SweepInput } from '../../../src/experiment/sweep/inputs.ts';
import { metricIndex } from '../../../src/metrics/definitions.ts';
import { metricNamed, plain, type ShownArm, shownArms } from '../../../src/report/charts/source.ts';
import type { Found, FoundPoint, VariedInput } from '../../../src/report/charts/sweep/found.ts';
import type { Locale } from '../../../src/report/format.ts';
import { labelAt } from '../../../src/scenario/labels.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { inputAt } from './input-at.ts';
import type { Prepared } from './prepare.ts';
import type { Rows } from './rows.ts';

/** How a sweep is looked at. */
export interface Look {
  readonly locale: Locale;
  /** Of an arm; the first that the inputs change where there is none of that name. */
  readonly arm: string | null;
  /** Null: the judged one. */
  readonly metric: string | null;
}

export function foundHere({ scenario, inputs, points, worlds }: Prepared, rows: Rows, look: Look): Found {
  const { locale } = look;
  const arms = shownArms(scenario, locale);
  const name = look.metric ?? scenario.judge.metric;
  const column = metricIndex[name];
  const found = points.flatMap(({ number, values, armKeys }): FoundPoint[] => {
    const outcomes = armKeys.map((key) => rows.outcomes(key, worlds, column));
    const isWhole = (all: readonly (Float64Array | null)[]): all is Float64Array[] => !all.includes(null);
    return isWhole(outcomes) ? [{ number, values, outcomes }] : [];
  });
  return {
    locale,
    currency: scenario.currency,
    inputs: inputs.map((input) => variedInput(input, scenario, locale)),
    arms,
    arm: arms.find((arm) => arm.name === look.arm && arm.place > 0) ?? firstMoved(arms, points),
    metric: metricNamed(name),
    points: found,
  };
}

/** The first arm beside the baseline that the inputs change. */
export function firstMoved(
  arms: readonly ShownArm[],
  points: readonly { readonly armKeys: readonly string[] }[],
): ShownArm {
  const isMoved = ({ place }: ShownArm) => new Set(points.map(({ armKeys }) => armKeys[place])).size > 1;
  const [baseline, ...others] = arms;
  return others.find(isMoved) ?? others[0] ?? baseline;
}

function variedInput(input: SweepInput, scenario: Scenario, locale: Locale): VariedInput {
  const { path, scale, low, high, options } = input;
  const among = scale === 'choice' ? options.map((_, i) => input.at((i + 0.5) / options.length)) : [];
  return {
    path,
    label: plain(labelAt(path, scenario, locale)),
    scale,
    low,
    high,
    among,
    show: shower(input, scenario, locale),
  };
}

/** Values as people read them in their language. */
function shower(input: SweepInput, scenario: Scenario, locale: Locale): (value: number) => string {
  const own = inputAt(input.path, scenario);
  if (own === null) return (value) => input.write(value);
  return (value) => {
    const short = input.scale === 'choice' ? value : Number(value.toPrecision(3));
    const written = input.write(short);
    const read = own.parse(written);
    return 'value' in read ? own.print(read.value, locale) : written;
  };
}
