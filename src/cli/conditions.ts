/** `--fail-if`: read before anything is simulated, settled when the results are there. */
import { CommandFailure, Exit } from './errors.ts';
import { parseCondition } from './fail-if.ts';
import { checkCondition, type Findings, type Scope, whatHolds } from './fail-if-check.ts';

export interface Conditions {
  /** Ends the command with 99 when a condition holds. */
  settle(findings: Findings): void;
}

export function conditionsFor(expressions: readonly string[] | undefined, scope: Scope): Conditions {
  const conditions = (expressions ?? []).map(parseCondition);
  for (const condition of conditions) checkCondition(condition, scope);
  return {
    settle(findings) {
      const held = conditions.flatMap((condition) => whatHolds(condition, scope, findings) ?? []);
      if (held.length === 0) return;
      throw new CommandFailure(
        Exit.failIf,
        held.map((sentence) => `--fail-if holds: ${sentence}`).join('\n'),
      );
    },
  };
}
