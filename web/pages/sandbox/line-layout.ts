/** Where the lines of the stage stand: scales, ticks, labels that do not lie over each other. No page needed. */

/** Round numbers from low to high, about so many. */
export function roundTicks(low: number, high: number, about: number): number[] {
  const span = high - low;
  if (!(span > 0)) return [low];
  const rough = span / Math.max(1, about);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((n) => n * power).find((each) => each >= rough) ?? 10 * power;
  const ticks: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) ticks.push(i * step + 0);
  return ticks;
}

/** The span of all numbers; with zero where that costs little, so that lines do not look steeper than they are. */
export function spanOf(lines: readonly ArrayLike<number>[]): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const line of lines) {
    for (let i = 0; i < line.length; i++) {
      if (line[i] < low) low = line[i];
      if (line[i] > high) high = line[i];
    }
  }
  if (!(low <= high)) return [0, 1];
  if (low > 0 && low < high * 0.6) low = 0;
  if (high < 0 && high > low * 0.6) high = 0;
  return low === high ? [Math.min(0, low), Math.max(1, high * 1.1)] : [low, high];
}

/** The line as the `points` of a polyline: one point a day, fewer where there are more days than pixels. */
export function pointsOf(
  line: ArrayLike<number>,
  days: number,
  x: (day: number) => number,
  y: (value: number) => number,
): string {
  const every = Math.max(1, Math.floor(days / 400));
  let points = '';
  for (let day = 0; day < days; day++) {
    if (day % every !== 0 && day !== days - 1) continue;
    if (Number.isFinite(line[day])) points += `${x(day + 1).toFixed(1)},${y(line[day]).toFixed(1)} `;
  }
  return points.trimEnd();
}

/** Heights of labels at least `apart` from each other and within bounds, as near to where they belong as may be. */
export function spread(
  wanted: readonly number[],
  apart: number,
  [top, bottom]: readonly [number, number],
): number[] {
  const order = [...wanted.keys()].sort((a, b) => wanted[a] - wanted[b]);
  const placed = new Array<number>(wanted.length);
  let least = top;
  for (const i of order) {
    placed[i] = Math.max(least, wanted[i]);
    least = placed[i] + apart;
  }
  let most = bottom;
  for (const i of order.toReversed()) {
    placed[i] = Math.min(most, placed[i]);
    most = placed[i] - apart;
  }
  return placed;
}

/** Months at which the axis is marked: at most so many and the start. */
export function monthMarks(days: number, daysPerMonth: number, most = 6): number[] {
  const months = days / daysPerMonth;
  const every = [0.25, 0.5, 1, 2, 3, 6, 12, 24, 60].find((each) => months / each <= most) ?? 120;
  const marks: number[] = [];
  for (let month = 0; month <= months + 0.05; month += every) marks.push(month);
  return marks;
}
