import { it } from 'vitest';
import { holdCompositions } from './compositions.ts';

it('500 random compositions of all tactics conserve money and people, give numbers, and differ from themselves by nothing', () =>
  holdCompositions(500, 2));
