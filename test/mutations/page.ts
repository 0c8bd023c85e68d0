/** docs/mutations.md. */
import type { Mutation } from './list.ts';
import type { Failure } from './run.ts';

/** What noticed one mutation. */
export interface Outcome {
  readonly mutation: Mutation;
  readonly failures: readonly Failure[];
}

const head = `# Broken on purpose

Each line breaks one mechanism in the code by a tenth, all else as it is, and says which yardsticks
([scenarios/yardsticks](../scenarios/yardsticks/README.md)) then fail; unbroken, all of them hold. Only the yardsticks nearest
to a mechanism are asked, so others may notice too. Tests of directions and of the single behaviors (\`test/directions\`,
\`test/behaviors\`) are not counted here.

This page is generated: \`npm run mutations\`. The list: \`test/mutations/list.ts\`.

| Mechanism | Change | Noticed by |
| --- | --- | --- |
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

export function mutationsPage(mutations: readonly Mutation[], outcomes: readonly Outcome[]): string {
  const failuresOf = new Map(outcomes.map(({ mutation, failures }) => [mutation.name, failures]));
  const row = (mutation: Mutation): string => {
    const failures = failuresOf.get(mutation.name) ?? [];
    return `| ${mutation.name} | ${changesOf(mutation)} | ${failures.length > 0 ? noticedBy(failures) : 'no yardstick'} |\n`;
  };
  return head + mutations.map(row).join('');
}
