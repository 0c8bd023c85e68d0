/** The last text of the page that could be run, for the way back from one that cannot. */
import { effect, signal } from '@preact/signals';
import { doc, problems, scenario } from '../app/workspace.ts';
import { plainOf } from '../state/document.ts';
import { type Path, type Plain, partAt } from '../state/plain.ts';
import { preset } from './first.ts';

const good = signal<Plain | null>(null);

// A scenario is only taken from a text without problems, and at once: the text is that of the page.
effect(() => {
  if (scenario.value === null || problems.peek().length > 0) return;
  const read = plainOf(doc.peek()?.text ?? '');
  if ('plain' in read) good.value = read.plain;
});

/** What stood at a path when the page could last be run, else at first; undefined where nothing did. */
export const lastGood = (path: Path): Plain | undefined => partAt(good.value ?? preset.value ?? {}, path);
