/** Segments: their shares, brought to sum 1. */
import { printDecimal, readDecimal } from './decimal.ts';
import type { OwnText } from './scenario.ts';
import { got, tell } from './tell.ts';

/** A share in per cent, or a weight against the other segments. */
export type Share = { readonly weight: number; readonly percent: boolean };

/** Reads `20%` or a plain weight. */
export function readShare(raw: unknown): Share | { readonly problem: OwnText } {
  const text = typeof raw === 'string' ? raw.trim() : '';
  const percent = text.endsWith('%');
  const weight =
    typeof raw === 'number' ? raw : percent ? readDecimal(text.slice(0, -1).trim(), -2) : readDecimal(text);
  if (weight >= 0 && weight <= (percent ? 1 : 1e6)) return { weight, percent };
  return { problem: tell('aShareOrWeight', { got: got(raw) }) };
}

/** What is wrong with the shares of a community taken together; null if nothing is. */
export function sharesFault(shares: readonly Share[]): OwnText | null {
  const sum = shares.reduce((total, { weight }) => total + weight, 0);
  if (shares.length === 0) return null;
  if (shares.some(({ percent }) => percent !== shares[0].percent)) return tell('mixedShares');
  if (!(sum > 0)) return tell('noShares');
  if (shares[0].percent && Math.abs(sum - 1) > 0.005)
    return tell('wrongShares', { sum: printDecimal(Number(sum.toFixed(6)), 2) });
  return null;
}
