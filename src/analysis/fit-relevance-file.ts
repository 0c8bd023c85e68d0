import { fitRelevance, type MessageTrial, type RelevanceFit } from './fit-relevance.ts';
import {
  columnsOf,
  FitFileError,
  type FitProblem,
  fault,
  numberIn,
  type Row,
  readFields,
} from './fit-rows.ts';

const COLUMNS = [
  ['message', 'arm'],
  ['fit'],
  ['people', 'sent', 'n'],
  ['responses', 'visits', 'clicks', 'orders'],
];
const NONE = new Set(['', 'none', 'no', '-', '0']);

/** An experiment with messages, from a table `group,message,fit,people,responses`; the group may be left out. */
export function readMessages(text: string): MessageTrial[] {
  const problems: FitProblem[] = [];
  const rows = readFields(text, problems);
  const columns = rows.length > 0 ? columnsOf(rows[0], COLUMNS) : null;
  const trials: MessageTrial[] = [];
  if (columns !== null) {
    const group = columnsOf(rows[0], [['group', 'segment']])?.[0];
    for (const row of rows.slice(1)) readTrial(row, columns, group, trials, problems);
    if (problems.length === 0) checkWhole(trials, rows[rows.length - 1].line, problems);
  } else if (problems.length === 0) {
    const detail = 'group,message,fit,people,responses';
    problems.push({ line: rows[0].line, column: 1, path: '', rule: 'columns', detail });
  }
  if (problems.length > 0) throw new FitFileError(problems);
  return trials;
}

/** The numbers of a file; says which message cannot be told apart where there are none. */
export function fitMessages(trials: readonly MessageTrial[]): RelevanceFit {
  const fitted = fitRelevance(trials);
  if (fitted !== null) return fitted;
  throw new FitFileError([{ line: 1, column: 1, path: 'responses', rule: 'allOrNone' }]);
}

function readTrial(
  row: Row,
  [message, fit, people, responses]: readonly number[],
  group: number | undefined,
  trials: MessageTrial[],
  problems: FitProblem[],
): void {
  const name = row.fields[message]?.text ?? '';
  const sent = NONE.has(name.toLowerCase()) ? '' : name;
  const fits = sent === '' ? 0 : numberIn(row, fit, 'fit', problems);
  const all = numberIn(row, people, 'people', problems);
  const some = numberIn(row, responses, 'responses', problems);
  if (fits === null || all === null || some === null) return;
  const share = row.fields[fit]?.text.endsWith('%') === true ? fits / 100 : fits;
  if (share > 1) problems.push(fault(row, fit, 'fit', 'within'));
  if (!(all > 0 && Number.isInteger(all))) problems.push(fault(row, people, 'people', 'positive'));
  else if (some > all) problems.push(fault(row, responses, 'responses', 'within'));
  else if (!Number.isInteger(some)) problems.push(fault(row, responses, 'responses', 'whole'));
  const own = group === undefined ? '' : (row.fields[group]?.text ?? '');
  trials.push({ group: own, message: sent, fit: share, people: all, responses: some });
}

/** What only the table as a whole can show. */
function checkWhole(trials: readonly MessageTrial[], line: number, problems: FitProblem[]): void {
  const whole = { line, column: 1 } as const;
  const without = new Set(trials.filter(({ message }) => message === '').map(({ group }) => group));
  const messages = new Set(trials.map(({ message }) => message));
  messages.delete('');
  if (messages.size === 0) problems.push({ ...whole, path: 'message', rule: 'messages' });
  for (const group of new Set(trials.map(({ group: own }) => own))) {
    if (!without.has(group)) {
      problems.push({ ...whole, path: 'message', rule: 'messages', ...(group !== '' && { value: group }) });
    }
  }
  for (const message of messages) {
    const fits = new Set(trials.filter((trial) => trial.message === message).map(({ fit }) => fit));
    if (fits.size < 2) problems.push({ ...whole, path: 'fit', rule: 'bothFits', value: message });
  }
}
