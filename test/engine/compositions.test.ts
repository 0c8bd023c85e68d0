import { it } from 'vitest';
import { holdCompositions } from './compositions.ts';

it('any composition of tactics conserves money and people, gives numbers, and differs from itself by nothing', () =>
  holdCompositions(60, 1));
