/** The lines of a text and what is wrong with each. */
import type { Problem } from '../../src/scenario/scenario.ts';

export interface NumberedLine {
  readonly number: number;
  readonly problems: number;
}

/** How many lines a text has: one more than it has line ends. */
export const lineCount = (text: string): number => text.split('\n').length;

/** Every line with the number of its problems. A problem beyond the text counts at its last line. */
export function numberedLines(text: string, problems: readonly Pick<Problem, 'line'>[]): NumberedLine[] {
  const count = lineCount(text);
  const counts = new Array<number>(count).fill(0);
  for (const { line } of problems) if (line >= 1) counts[Math.min(line, count) - 1]++;
  return counts.map((found, i) => ({ number: i + 1, problems: found }));
}

/** The letters of a text at which a line and column begin; the end of the line where it is shorter. */
export function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split('\n');
  const at = Math.min(Math.max(1, line), lines.length) - 1;
  const before = lines.slice(0, at).reduce((sum, each) => sum + each.length + 1, 0);
  return before + Math.min(Math.max(1, column) - 1, lines[at].length);
}
