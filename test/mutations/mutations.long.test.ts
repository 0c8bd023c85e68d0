/** Breaks every mechanism of the list and writes down what noticed: docs/mutations.md. After a change: `npm run mutations`. */
import { describe, expect, it } from 'vitest';
import { mutations } from './list.ts';
import { mutationsPage, type Outcome } from './page.ts';
import { failuresWith } from './run.ts';

/** Part of the names, to try a few: `MUTATIONS=inviter npx vitest run test/mutations --mode long`. */
const wanted = process.env.MUTATIONS ?? '';
const chosen = mutations.filter(({ name }) => name.includes(wanted));

describe('mechanisms broken by a tenth', () => {
  it('are noticed by nothing when nothing is broken', async () => {
    const asked = [...new Set(chosen.flatMap((mutation) => mutation.asked))].sort();
    expect(await failuresWith('none', [], asked)).toEqual([]);
  });

  const outcomes: Outcome[] = [];
  it.each(
    chosen.filter(({ asked }) => asked.length > 0).map((mutation) => [mutation.name, mutation] as const),
  )('%s: noticed', async (name, mutation) => {
    const failures = await failuresWith(name, mutation.edits, mutation.asked);
    outcomes.push({ mutation, failures });
    expect(failures).not.toEqual([]);
  });

  it.runIf(wanted === '')('docs/mutations.md', () =>
    expect(mutationsPage(mutations, outcomes)).toMatchFileSnapshot('../../docs/mutations.md'),
  );
});
