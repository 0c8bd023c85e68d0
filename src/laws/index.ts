/** Every law that a yardstick can name. A new one: a line here, a test of its printed values. */

import { bass, bassPeak, bassReaches, either, invited } from './adoption.ts';
import { adsUsage } from './ads.ts';
import { extinction, progenyMean, progenySize, progenyVariance } from './branching.ts';
import { noOrder, orders, priceResponse, someOrder } from './buying.ts';
import { finalSize, reedFrost, reedFrostMean } from './contagion.ts';
import type { Law } from './law.ts';
import {
  cascadePossible,
  cascadeReach,
  coreOnset,
  coreSize,
  giantComponent,
  percolationOnset,
  preferentialDegree,
  smallWorldClustering,
} from './networks.ts';
import { posters, topPosts } from './posting.ts';
import { little, meanWait, waitChance, waitingLine } from './queues.ts';
import { approach, betaGeometric, ceiling, exponentialRetention, geometricRetention } from './retention.ts';

export type { Argument, Law } from './law.ts';

export const laws = {
  extinction,
  progenyMean,
  progenyVariance,
  progenySize,
  finalSize,
  reedFrost,
  reedFrostMean,
  bass,
  bassReaches,
  bassPeak,
  invited,
  either,
  geometricRetention,
  exponentialRetention,
  betaGeometric,
  ceiling,
  approach,
  little,
  waitChance,
  waitingLine,
  meanWait,
  giantComponent,
  percolationOnset,
  preferentialDegree,
  smallWorldClustering,
  cascadeReach,
  cascadePossible,
  coreOnset,
  coreSize,
  orders,
  noOrder,
  someOrder,
  priceResponse,
  topPosts,
  posters,
  adsUsage,
} as const;

const byName: Readonly<Record<string, Law>> = laws;

export const lawNames: readonly string[] = Object.keys(laws);

/** A law by its name; undefined if there is none. */
export const findLaw = (name: string): Law | undefined =>
  Object.hasOwn(byName, name) ? byName[name] : undefined;
