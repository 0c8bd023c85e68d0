/**
 * Trust: slow regard for the place, felt by those who come.
 *
 *   level = usual - annoyance X
 *   trust <- trust + (level - trust) / drift, then x (1 - complaint) for each friend's complaint seen since the last
 *            visit and x (1 - departure) for each friend who left
 *
 * X: usage loss by annoyance (ad-response.ts). An order well delivered adds to it (buy.ts). All sizes are assumptions.
 */
import type { Model } from '../engine/model.ts';
import { usageLoss } from '../population/annoyance.ts';

export function regard({ people, today, parameters }: Model): void {
  const { trust, faced, annoyed, complaintsSeen, departuresSeen } = people;
  const { usual, drift, complaint, departure, annoyance } = parameters.trust;
  for (let i = 0; i < today.visitorCount; i++) {
    const p = today.visitors[i];
    const level = Math.max(0, usual - annoyance * usageLoss(parameters.adResponse, faced[p], annoyed[p]));
    let regard = trust[p] + (level - trust[p]) / drift;
    for (let seen = complaintsSeen[p]; seen > 0; seen--) regard *= 1 - complaint;
    for (let seen = departuresSeen[p]; seen > 0; seen--) regard *= 1 - departure;
    trust[p] = regard;
    complaintsSeen[p] = 0;
    departuresSeen[p] = 0;
  }
}
