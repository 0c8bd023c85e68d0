/** Segments: their shares, brought to sum 1. */
import { printDecimal, readDecimal } from './decimal.ts';
import { show } from './path.ts';

/** A share in per cent, or a weight against the other segments. */
export type Share = { readonly weight: number; readonly percent: boolean };

/** Reads `20%` or a plain weight. */
export function readShare(raw: unknown): Share | { readonly problem: string } {
  const text = typeof raw === 'string' ? raw.trim() : '';
  const percent = text.endsWith('%');
  const weight =
    typeof raw === 'number' ? raw : percent ? readDecimal(text.slice(0, -1).trim(), -2) : readDecimal(text);
  if (weight >= 0 && weight <= (percent ? 1 : 1e6)) return { weight, percent };
  return { problem: `must be a share such as \`20%\`, or a weight, at least 0; got ${show(raw)}` };
}

/** What is wrong with the shares of a community taken together; null if nothing is. */
export function sharesFault(shares: readonly Share[]): string | null {
  const sum = shares.reduce((total, { weight }) => total + weight, 0);
  if (shares.length === 0) return null;
  if (shares.some(({ percent }) => percent !== shares[0].percent))
    return 'must have shares that are all in %, or all plain weights';
  if (!(sum > 0)) return 'must have shares that sum to more than 0';
  if (shares[0].percent && Math.abs(sum - 1) > 0.005)
    return `must have shares that sum to 100%; got ${printDecimal(Number(sum.toFixed(6)), 2)}%`;
  return null;
}
