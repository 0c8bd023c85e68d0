/** The arms that are wanted, as far as there are such; two different ones where there are two. */
export function armsToShow(count: number, wanted: readonly number[]): number[] {
  if (count < 2) return [0];
  const left = wanted[0] < count ? wanted[0] : 0;
  const right = wanted[1] < count && wanted[1] !== left ? wanted[1] : left === 0 ? 1 : 0;
  return [left, right];
}
