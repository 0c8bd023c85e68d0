/** What the sentence does with its arms as a whole: another one, and another baseline. */
import { say } from '../../../src/report/charts/words.ts';
import { change } from '../../app/edit.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { MOST_ARMS } from '../../inputs/scope.ts';
import { open } from './sentence-part.ts';
import { sentenceWords } from './sentence-words.ts';

interface ArmActionsProps {
  readonly arms: readonly { readonly label: string; readonly name: string }[];
}

export function ArmActions({ arms }: ArmActionsProps) {
  const locale = useLocale();
  const words = useWords(sentenceWords);
  const last = arms[arms.length - 1];
  const add = async () => {
    const { addArm } = await import('../../state/arms.ts');
    const name = say(words.copyName, { name: last.name }, locale);
    if (await change((text) => addArm(text, arms.length - 1, name))) open.value = arms.length;
  };
  const addLabel = say(words.addArm, { name: last.label }, locale);
  return (
    <>
      {arms.length < MOST_ARMS && (
        <button
          type="button"
          class="framed compare-act"
          aria-label={addLabel}
          title={addLabel}
          onClick={() => void add()}
        >
          + {words.arm}
        </button>
      )}
      {arms.length > 1 && <Swap name={arms[1].label} />}
    </>
  );
}

/** Makes the second arm the baseline; an editor that is open stays with its arm. */
function Swap({ name }: { readonly name: string }) {
  const locale = useLocale();
  const words = useWords(sentenceWords);
  const label = say(words.swap, { name }, locale);
  const swap = async () => {
    const { makeBaseline } = await import('../../state/arms.ts');
    const isDone = await change((text) => makeBaseline(text, 1));
    if (isDone && (open.value === 0 || open.value === 1)) open.value = 1 - open.value;
  };
  return (
    <button
      type="button"
      class="framed compare-act"
      aria-label={label}
      title={label}
      onClick={() => void swap()}
    >
      ⇄
    </button>
  );
}
