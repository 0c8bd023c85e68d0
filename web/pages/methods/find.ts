/** Search over the rows of the parameter table as they stand in the page. */

/** Empty texts want everything. */
export interface Wanted {
  readonly words: string;
  readonly group: string;
  readonly known: string;
}

export interface RowText {
  readonly text: string;
  readonly group: string;
  readonly known: string;
}

/** Whether a row has all words that are looked for, wherever they stand in it. */
export function matches(row: RowText, { words, group, known }: Wanted): boolean {
  if (group !== '' && row.group !== group) return false;
  if (known !== '' && row.known !== known) return false;
  const text = row.text.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Hides what does not fit; gives the number of rows that do. */
export function showMatches(table: HTMLElement, wanted: Wanted): number {
  let found = 0;
  for (const section of table.querySelectorAll<HTMLElement>('[data-group]')) {
    const group = section.dataset.group ?? '';
    let here = 0;
    for (const row of section.querySelectorAll<HTMLElement>('[data-known]')) {
      const isWanted = matches(
        { text: row.textContent ?? '', group, known: row.dataset.known ?? '' },
        wanted,
      );
      row.hidden = !isWanted;
      if (isWanted) here++;
    }
    section.hidden = here === 0;
    found += here;
  }
  return found;
}

/** The groups of the table, named as the page names them. */
export const groupsIn = (table: HTMLElement): { readonly path: string; readonly label: string }[] =>
  [...table.querySelectorAll<HTMLElement>('[data-group]')].map((section) => ({
    path: section.dataset.group ?? '',
    label: section.querySelector('h3')?.textContent ?? '',
  }));
