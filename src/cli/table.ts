/** Text in columns, with Chinese and other wide characters counted as two. */

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** Lines of a table, title line first. Columns that are empty throughout are left out. */
export function tableLines(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const used = columns.map((_, c) => c).filter((c) => rows.some((row) => row[c] !== ''));
  const widths = used.map((c) =>
    Math.max(displayWidth(columns[c].title), ...rows.map((row) => displayWidth(row[c]))),
  );
  const line = (cells: readonly string[]) =>
    used
      .map((c, i) => pad(cells[c], widths[i], columns[c].align))
      .join('  ')
      .trimEnd();
  return [line(columns.map(({ title }) => title)), ...rows.map(line)];
}

function pad(text: string, width: number, align: Column['align']): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + space : space + text;
}

const wide: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];
const narrowest = /\p{Mn}|\p{Me}|\p{Cf}/u;

/** Cells that a terminal takes for a text. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (narrowest.test(character)) continue;
    width += wide.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
  }
  return width;
}
