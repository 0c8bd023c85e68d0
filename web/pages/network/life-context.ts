import type { LifeContext } from '../../../src/report/life-words.ts';
import type { Stage } from './state.ts';

/** What sentences about lives have to know of their world. */
export const lifeContext = ({ keys, scenario }: Pick<Stage, 'keys' | 'scenario'>): LifeContext => ({
  keyOf: (place) => keys[place],
  currency: scenario.currency,
});
