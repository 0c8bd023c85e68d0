/** Breaks every mechanism of the list and writes down what noticed: docs/mutations.md. After a change: `npm run mutations`. */
import { describe, expect, it } from 'vitest';
import { mutations } from './list.ts';
import { mutationsPage, type Outcome } from './page.ts';
import { failedTests, failuresWith, testsBeside } from './run.ts';

/** Part of the names, to try a few: `MUTATIONS=inviter npx vitest run test/mutations --mode long`. */
const wanted = process.env.MUTATIONS ?? '';
const chosen = mutations.filter(({ name }) => name.includes(wanted));

describe('mechanisms broken by a tenth', () => {
  it('are noticed by nothing when nothing is broken', async () => {
    const asked = [...new Set(chosen.flatMap((mutation) => mutation.asked))].sort();
    expect(await failuresWith('none', [], asked)).toEqual([]);
    const files = [...new Set(chosen.flatMap(testsBeside))].sort();
    expect([...failedTests(null, files).values()].flat()).toEqual([]);
  });

  const outcomes: Outcome[] = [];
  it.each(chosen.map((mutation) => [mutation.name, mutation] as const))(
    '%s: noticed',
    async (name, mutation) => {
      const failures = await failuresWith(name, mutation.edits, mutation.asked);
      const tests = failedTests(mutation, testsBeside(mutation));
      outcomes.push({ mutation, failures, tests });
      expect(failures.length + [...tests.values()].flat().length).toBeGreaterThan(0);
    },
  );

  it.runIf(wanted === '')('docs/mutations.md', () =>
    expect(mutationsPage(outcomes)).toMatchFileSnapshot('../../docs/mutations.md'),
  );
});
