/** An arm's name with its own color and dash. */
import type { Locale } from '../../../src/report/format.ts';
import { armName } from './names.ts';
import type { Stage } from './state.ts';

export function ArmKey({ arm, name }: { readonly arm: number; readonly name: string }) {
  return (
    <span class={`key t${arm % 5}`}>
      <svg class="dash" viewBox="0 0 18 8" aria-hidden="true">
        <line class={`l${arm % 5}`} x1="0" x2="18" y1="4" y2="4" />
      </svg>
      <span class="name">{name}</span>
    </span>
  );
}

/** Those of the two arms: heads of the columns of a table. */
export const armKeys = (stage: Stage, locale: Locale) =>
  stage.arms.map((arm) => <ArmKey key={arm} arm={arm} name={armName(stage, arm, locale)} />);
