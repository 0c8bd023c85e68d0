/** The page that lists yardsticks: each file's law, what answers, what may be set. */
import { findMetric } from '../metrics/definitions.ts';
import type { Check, Scenario } from '../scenario/scenario.ts';

/** A yardstick by the name of its file. */
export interface YardstickFile {
  readonly file: string;
  readonly scenario: Scenario;
}

const head = `# Yardsticks

Each file is an ordinary scenario in which one mechanism is alone, and says what a law or a published table expects of it.
\`seedbed yardsticks\` runs them all; \`seedbed run FILE --json\` and \`--set PATH=VALUE\` work as with any other scenario, and
what is expected follows by the law. Days in brackets: where \`run --json\` has the metric under \`metrics\`, by world and day;
without brackets it stands under \`outcomes\`, by world. Tolerance: that of the file, but never less than 4 standard errors.

This page is generated: \`npx vitest run test/yardsticks.test.ts -u\`.
`;

/** The page in Markdown. */
export function yardstickIndex(files: readonly YardstickFile[]): string {
  return `${[head, ...files.map(section)].join('\n')}`;
}

function section({ file, scenario }: YardstickFile): string {
  const { yardstick } = scenario;
  if (yardstick === null) return '';
  const { statement, source, known, settable, checks } = yardstick;
  const paths = settable.map((path) => `\`${path}\``).join(', ');
  const lines = [
    `## ${file}`,
    '',
    statement.en,
    '',
    `- Source (${known}): ${source.en}`,
    `- Settable: ${paths === '' ? 'nothing' : paths}`,
    ...checks.map((check) => `- Answers: ${answer(check, scenario.arms.length > 1)}`),
    '',
  ];
  return lines.join('\n');
}

/** `members` [1826] / people: .3312, law bass. */
function answer(check: Check, arms: boolean): string {
  const { metric, arm, against, on, from, take, reaches, per, counts, expected, within, law } = check;
  const days = on === null ? '' : ` [${from === null ? '' : `${take} of ${from + 1} to `}${on}]`;
  const parts = [
    `\`${metric}\`${days}`,
    per === 1 ? '' : ` / ${per}`,
    arms ? ` of "${arm}"` : '',
    against === null ? '' : ` relative to "${against}"`,
    reaches === null ? '' : `, first day at ${reaches}`,
    counts === null ? '' : `, share of worlds ${bound[counts.kind]} ${counts.value}`,
    `: ${Number(expected.toPrecision(5))}`,
    within === null ? '' : ` ± ${within}`,
    law === null ? ' (no law: only at these settings)' : ` (law \`${law.name}\`)`,
  ];
  return `${parts.join('')}; ${findMetric(metric)?.about.en ?? ''}`;
}

const bound = { equals: 'with', atLeast: 'with at least', atMost: 'with at most' } as const;
