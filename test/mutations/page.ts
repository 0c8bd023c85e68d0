/** docs/mutations.md. */
import type { Mutation } from './list.ts';
import type { Failure } from './run.ts';

/** What noticed one mutation. */
export interface Outcome {
  readonly mutation: Mutation;
  readonly failures: readonly Failure[];
  /** Tests that failed, by file. */
  readonly tests: ReadonlyMap<string, readonly string[]>;
}

const head = `# Broken on purpose

Each line breaks one mechanism in the code by a tenth, all else as it is, and says what then fails; unbroken, everything holds.

- **Yardsticks** ([scenarios/yardsticks](../scenarios/yardsticks/README.md)): laws and published tables, in full. Only those
  nearest to a mechanism are asked, so others may notice too; a dash where none speaks of it.
- **Tests beside the code** (\`test/behaviors/join.test.ts\` of \`src/behaviors/join.ts\`): examples worked by hand. The number is how
  many of them fail.

This page is generated: \`npm run mutations\`. The list: \`test/mutations/list.ts\`.

| Mechanism | Change | Yardsticks that fail | Tests that fail |
| --- | --- | --- | --- |
`;

const code = (text: string): string => `\`${text.trim().replaceAll('|', '\\|')}\``;

const changesOf = ({ edits }: Mutation): string =>
  edits
    .map(({ file, text, becomes }) => `${file.replace('src/', '')}: ${code(text)} becomes ${code(becomes)}`)
    .join('<br>');

/** Each yardstick that failed, with what failed in it. */
function noticedBy(failures: readonly Failure[]): string {
  const byFile = new Map<string, Set<string>>();
  for (const { file, metric } of failures) {
    byFile.set(file, (byFile.get(file) ?? new Set()).add(metric));
  }
  return [...byFile].map(([name, metrics]) => `${name} (${[...metrics].join(', ')})`).join('<br>');
}

/** Each test file with a failure, and in how many tests. */
const testsBy = (tests: Outcome['tests']): string =>
  [...tests]
    .filter(([, failed]) => failed.length > 0)
    .map(([file, failed]) => `${file.replace('test/', '').replace('.test.ts', '')}: ${failed.length}`)
    .join('<br>');

/** A line of the table for each. */
export const mutationsPage = (outcomes: readonly Outcome[]): string =>
  head +
  outcomes
    .map(({ mutation, failures, tests }) => {
      const yardsticks = mutation.asked.length === 0 ? '-' : noticedBy(failures) || 'none';
      const cells = [mutation.name, changesOf(mutation), yardsticks, testsBy(tests) || 'none'];
      return `| ${cells.join(' | ')} |\n`;
    })
    .join('');
