import type { AdResponseValues } from '../behaviors/ad-response.parameters.ts';

/** Loss of usage by annoyance, as a logarithm, of somebody who faces `faced` and remembers `annoyed`. */
export function usageLoss({ slope, instant }: AdResponseValues, faced: number, annoyed: number): number {
  return slope * (instant * faced + (1 - instant) * annoyed);
}
