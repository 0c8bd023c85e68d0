import { say } from '../../../src/report/charts/words.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { standingAt } from './frames.ts';
import { Mark } from './Mark.tsx';
import { armName, fullNameOf } from './names.ts';
import { type Stage, shownEvening } from './state.ts';
import { networkWords } from './words.ts';

/** Who is looked at, with a way to their lives further down. */
export function Chosen({ stage, person }: { readonly stage: Stage; readonly person: number }) {
  const words = useWords(networkWords);
  const locale = useLocale();
  return (
    <p class="net-chosen">
      <b>{fullNameOf(stage, person, locale)}</b>
      {stage.arms.map((arm, side) => {
        const standing = standingAt(stage.frames, side, shownEvening.value, person);
        return (
          <span key={arm} class="net-chip">
            <Mark standing={standing} />
            {say(
              words.standsIn,
              { standing: words.standings[standing], arm: armName(stage, arm, locale) },
              locale,
            )}
          </span>
        );
      })}
      <button type="button" class="framed" onClick={goToLives}>
        {words.readLives}
      </button>
    </p>
  );
}

function goToLives(): void {
  const heading = document.querySelector<HTMLElement>('.net-person');
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}
