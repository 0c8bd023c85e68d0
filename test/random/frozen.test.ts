import { expect, test } from 'vitest';
import { digests } from './digests.ts';

/**
 * They prove sameness, not truth: any change here changes every result ever computed, and needs a new version of the
 * results. Equal on every machine and engine.
 */
test('every function gives the bits that it has always given', async () => {
  expect(await digests()).toEqual({
    beta: '35b20886',
    binomial: '75ea9577',
    categorical: '765c72c7',
    chanceFromLogit: '48df4553',
    chanceFromRate: '88a1019c',
    draw: '8782780e',
    drawEvent: '6dd5c3c0',
    drawPair: '7662da79',
    exp: '83b7eb92',
    expm1: '5e73320f',
    exponential: '20558d5b',
    gamma: '7a5a29ec',
    geometric: 'bba39014',
    log: '9b7ff547',
    log1p: 'ed9a38ea',
    logGamma: 'a89a794a',
    logistic: '3da2bdb1',
    logit: '3b415220',
    lognormal: 'e51e84ac',
    negativeBinomial: '0af357eb',
    normal: 'fc2a6b0d',
    poisson: '40accf0f',
    pow: '2945a95d',
    rateFromChance: 'dbd49ca6',
    threshold: 'd15dd135',
    uniform: 'f69f8875',
  });
});
