/** Numbers of a file that are no parameters of the model, read by the same rules. */
import type { Parameter } from './parameter.ts';

type Rule = Pick<Parameter, 'kind' | 'unit' | 'default' | 'about'> & Pick<Partial<Parameter>, 'min' | 'max'>;

const field = (rule: Rule): Parameter => ({
  ...rule,
  range: [rule.default, rule.default],
  chosen: true,
  known: 'assumption',
  source: 'Chosen by the scenario.',
});

/** Ten years with a leap day to spare. */
export const MAX_DAYS = 3653;
export const MAX_WORLDS = 1_000_000;
export const MAX_PEOPLE = 5_000_000;
export const MAX_ARMS = 20;
export const MAX_SEGMENTS = 100;

export const fields = {
  horizon: field({
    kind: 'days',
    unit: 'days',
    default: 365,
    min: 1,
    max: MAX_DAYS,
    about: 'How long every world runs.',
  }),
  worlds: field({
    kind: 'count',
    unit: 'worlds',
    default: 200,
    min: 1,
    max: MAX_WORLDS,
    about: 'Worlds to run: draws of assumptions and luck that all arms share.',
  }),
  from: field({
    kind: 'days',
    unit: 'days',
    default: 0,
    min: 0,
    max: MAX_DAYS,
    about: 'Days after the start at which the tactic begins.',
  }),
  until: field({
    kind: 'days',
    unit: 'days',
    default: 365,
    min: 0,
    max: MAX_DAYS,
    about: 'Days after the start at which the tactic ends; the whole horizon where it is left out.',
  }),
} as const;
