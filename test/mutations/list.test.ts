/** The list of mutations is about the code as it is. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mutations } from './list.ts';
import { edited, testsBeside } from './run.ts';

describe('mutations', () => {
  it.each(mutations.map((mutation) => [mutation.name, mutation] as const))(
    '%s: its text is found once, and who is asked is there',
    (_, { edits, asked }) => {
      for (const { file } of edits) {
        const own = edits.filter((edit) => edit.file === file);
        const text = readFileSync(file, 'utf8');
        expect(edited(text, own)).not.toBe(text);
      }
      for (const file of asked) expect(existsSync(`scenarios/yardsticks/${file}.yaml`), file).toBe(true);
    },
  );

  it('are asked of something, and stand in the table', () => {
    const page = readFileSync('docs/mutations.md', 'utf8');
    for (const mutation of mutations) {
      expect([...testsBeside(mutation), ...mutation.asked], mutation.name).not.toEqual([]);
      expect(page).toContain(`\n| ${mutation.name} | `);
    }
  });

  it('are named once each', () => {
    const names = mutations.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
