/** The lines of a course and their points. */
import { courseOf, courseOfLine } from './figures.ts';
import { pointsOf, spanOf } from './line-layout.ts';
import { type ghost, staged } from './stage.ts';
import type { ArmRun, StageRun } from './stage-run.ts';

export const HEIGHT = 206;
export const TOP = 10;
export const BOTTOM = 26;

export interface CourseProps {
  readonly name: string;
  readonly arms: readonly { readonly arm: ArmRun; readonly label: string }[];
}

/** Scales and points: made anew when days, worlds or the width change, not when the playhead moves. */
export function drawLines(
  { own, other, ghosts }: ReturnType<typeof linesFor>,
  days: number,
  [left, right]: readonly [number, number],
) {
  const [low, high] = spanOf([...own, ...other.flat(), ...ghosts.map(({ line }) => line)]);
  const x = (at: number) => left + (at / days) * (right - left);
  const y = (value: number) => TOP + ((high - value) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const points = (line: Float64Array) => pointsOf(line, line.length, x, y);
  return {
    low,
    high,
    x,
    y,
    own: own.map((line) => [points(line)]),
    other: other.map((lines) => lines.map(points)),
    ghosts: ghosts.map(({ line, arm }) => ({ arm, points: points(line) })),
  };
}

export function linesFor(
  name: string,
  arms: CourseProps['arms'],
  shown: StageRun,
  before: typeof ghost.value,
) {
  const place = shown.metrics.indexOf(name);
  const old = before?.metrics.indexOf(name) ?? -1;
  const named = staged.value?.arms ?? [];
  const ghosts = arms.flatMap(({ arm }) => {
    const found = before?.arms.find((each) => each.name === named[arm.cast.arm]?.name);
    if (before === null || old < 0 || found === undefined || before.days !== shown.days) return [];
    return [{ arm: arm.cast.arm, line: courseOfLine(found.series[old], name) }];
  });
  return {
    own: arms.map(({ arm }) => courseOf(shown, arm, name)),
    other: arms.map(({ arm }) => arm.others.map((series) => courseOfLine(series[place], name))),
    ghosts,
  };
}

/** About as many letters as fit; wide ones count double. */
export function shortened(label: string, room: number): string {
  let used = 0;
  let text = '';
  for (const letter of label) {
    used += /[\u2e80-\uffff]/.test(letter) ? 13 : 7.2;
    if (used > room - 8) return `${text.trimEnd()}…`;
    text += letter;
  }
  return text;
}
