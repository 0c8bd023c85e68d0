/** The pictures of the arms side by side, with what moves them. Keys go from person to person. */
import { useRef } from 'preact/hooks';
import { say } from '../../../src/report/charts/words.ts';
import type { Locale } from '../../../src/report/format.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { ArmKey } from './ArmKey.tsx';
import { Chosen } from './Chosen.tsx';
import { countsAt } from './frames.ts';
import { MapButtons } from './MapButtons.tsx';
import { armName, onDay } from './names.ts';
import { stepThroughPeople } from './people-keys.ts';
import { hovered, type Stage, selected, shownEvening } from './state.ts';
import { usePictures } from './use-pictures.ts';
import { networkWords } from './words.ts';

export function Panes({ stage }: { readonly stage: Stage }) {
  const words = useWords(networkWords);
  const locale = useLocale();
  const root = useRef<HTMLDivElement>(null);
  const pictures = usePictures(root, stage);
  return (
    <div class={`net-panes${hovered.value === null ? '' : ' net-pointing'}`} ref={root}>
      <div
        class="net-stage"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys move through the people of the picture
        tabIndex={0}
        aria-label={words.pictureKeys}
        onKeyDown={(event) => {
          if (!stepThroughPeople(stage, event)) return;
          event.preventDefault();
          if (selected.value !== null) pictures.current?.showPerson(selected.value);
        }}
      >
        {stage.frames.arms.map((_, arm) => (
          <section class="card net-pane" key={stage.arms[arm]}>
            <h2>
              <ArmKey arm={stage.arms[arm]} name={armName(stage, stage.arms[arm], locale)} />
            </h2>
            <div class="net-canvas" role="img" aria-label={pictureText(stage, arm, locale)} />
          </section>
        ))}
      </div>
      <div class="net-foot">
        {selected.value !== null && <Chosen stage={stage} person={selected.value} />}
        <MapButtons pictures={pictures} />
      </div>
    </div>
  );
}

function pictureText(stage: Stage, arm: number, locale: Locale): string {
  const evening = shownEvening.value;
  const { ads, bought, shared, ...counts } = countsAt(stage.frames, arm, evening);
  const name = armName(stage, stage.arms[arm], locale);
  return say(networkWords[locale].picture, { arm: name, when: onDay(evening, locale), ...counts }, locale);
}
