/**
 * The e-mail experiment of Kevin Hillstrom (MineThatData, 2008): 64,000 past buyers got an e-mail with men's goods, one with
 * women's, or none; two weeks of visits, orders and spend. An e-mail fits wholly who had bought its goods only, by half who had
 * bought both, and not at all who had bought the other only.
 */
import { readFileSync } from 'node:fs';
import type { MessageTrial } from '../../src/analysis/fit-relevance.ts';
import { type Fields, splitRow } from '../../src/population/edge-list-split.ts';

export const hillstromFile = '../shared/data/hillstrom-email.csv';

/** One buyer: the cell of the experiment (group x message), and what they did. */
export interface Buyer {
  readonly group: string;
  readonly message: string;
  readonly fit: number;
  readonly visit: number;
  readonly order: number;
  readonly spend: number;
}

/** What the buyers of one cell did. */
export interface Cell extends Omit<MessageTrial, 'responses'> {
  readonly visits: number;
  readonly orders: number;
  readonly spend: number;
  readonly spendSquared: number;
}

export function readBuyers(): Buyer[] {
  const fields: Fields = { count: 0, text: [], column: [] };
  const [head, ...lines] = readFileSync(hillstromFile, 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  const at = (name: string): string => fields.text[names.indexOf(name)];
  return lines.map((line) => {
    splitRow(line, ',', fields);
    const group = groupOf(at('mens') === '1', at('womens') === '1');
    const message = at('segment') === 'No E-Mail' ? '' : at('segment').replace('s E-Mail', '').toLowerCase();
    const fit = message === '' ? 0 : fitOf(group, message);
    return { group, message, fit, visit: +at('visit'), order: +at('conversion'), spend: +at('spend') };
  });
}

const groupOf = (mens: boolean, womens: boolean): string =>
  mens && womens ? 'both' : mens ? 'men' : 'women';

function fitOf(group: string, message: string): number {
  if (group === 'both') return 0.5;
  return group === message ? 1 : 0;
}

/** The nine cells, always in the same order. */
export function cellsOf(buyers: readonly Buyer[]): Cell[] {
  const cells = ['men', 'women', 'both'].flatMap((group) =>
    ['', 'men', 'women'].map((message) => ({
      group,
      message,
      fit: message === '' ? 0 : fitOf(group, message),
      people: 0,
      visits: 0,
      orders: 0,
      spend: 0,
      spendSquared: 0,
    })),
  );
  const byName = new Map(cells.map((cell) => [cell.group + cell.message, cell]));
  for (const { group, message, visit, order, spend } of buyers) {
    const cell = byName.get(group + message);
    if (cell === undefined) throw new Error(`no cell ${group} ${message}`);
    cell.people++;
    cell.visits += visit;
    cell.orders += order;
    cell.spend += spend;
    cell.spendSquared += spend * spend;
  }
  return cells;
}
