/** Elements of a page, whose texts are never markup. */

export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  text?: string,
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

/** Terms with what they stand for. */
export function listOf(rows: readonly (readonly [term: string, value: string])[]): HTMLElement {
  const list = element('dl', { class: 'notebook-list' });
  for (const [term, value] of rows) {
    const row = element('div', {});
    const shown = element('dd', {});
    shown.append(element('code', {}, value));
    row.append(element('dt', {}, term), shown);
    list.append(row);
  }
  return list;
}

/** A table whose first cells name the rows. */
export function tableOf(
  columns: readonly string[],
  rows: readonly (readonly [name: string, ...cells: (string | HTMLElement)[]])[],
): HTMLElement {
  const head = element('tr', {});
  for (const column of columns) head.append(element('th', { scope: 'col' }, column));
  const body = element('tbody', {});
  for (const [name, ...cells] of rows) {
    const row = element('tr', {});
    row.append(element('th', { scope: 'row' }, name));
    for (const cell of cells) {
      const shown = element('td', {});
      shown.append(cell);
      row.append(shown);
    }
    body.append(row);
  }
  const top = element('thead', {});
  top.append(head);
  const table = element('table', {});
  table.append(top, body);
  const frame = element('div', { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': columns[0] });
  frame.append(table);
  return frame;
}
