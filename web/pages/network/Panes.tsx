/** The pictures of the arms side by side, with what moves them. Keys go from person to person. */
import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../../../src/report/charts/words.ts';
import type { Locale } from '../../../src/report/format.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { locale as chosenLocale, theme } from '../../app/settings.ts';
import { ArmKey } from './ArmKey.tsx';
import { countsAt } from './frames.ts';
import { readLook } from './look.ts';
import { MapButtons } from './MapButtons.tsx';
import { armName, fullNameOf, onDay } from './names.ts';
import { stepThroughPeople } from './people-keys.ts';
import type { Pictures, Scene } from './pictures.ts';
import { hovered, layer, noPicture, positions, type Stage, select, selected, shownEvening } from './state.ts';
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
      <MapButtons pictures={pictures} />
    </div>
  );
}

function pictureText(stage: Stage, arm: number, locale: Locale): string {
  const evening = shownEvening.value;
  const { ads, bought, shared, ...counts } = countsAt(stage.frames, arm, evening);
  const name = armName(stage, stage.arms[arm], locale);
  return say(networkWords[locale].picture, { arm: name, when: onDay(evening, locale), ...counts }, locale);
}

/** Opens the pictures of a stage, draws them whenever what they show changes, and ends them. */
function usePictures(root: { readonly current: HTMLElement | null }, stage: Stage) {
  const pictures = useRef<Pictures | null>(null);
  useEffect(() => {
    if (root.current === null) return;
    const page = root.current;
    let isGone = false;
    let stop = () => {};
    void (async () => {
      const { openPictures } = await import('./pictures.ts');
      if (isGone) return;
      if (!canDraw()) {
        noPicture.value = 'unsupported';
        return;
      }
      let look = readLook(page);
      const scene = (): Scene => ({
        evening: shownEvening.value,
        layer: layer.value,
        selected: selected.value,
        hovered: hovered.value,
        look,
      });
      const opened = openPictures({
        containers: [...page.querySelectorAll<HTMLElement>('.net-canvas')],
        opened: stage,
        frames: stage.frames,
        nameOf: (person) => fullNameOf(stage, person, chosenLocale.peek()),
        scene: scene(),
        onHover: (person) => {
          hovered.value = person;
        },
        onSelect: select,
        onLost: () => {
          // Ending a picture gives its surface back, which is no loss.
          if (!isGone) noPicture.value = 'lost';
        },
      });
      pictures.current = opened;
      const stopLook = onLookChange(() => {
        look = readLook(page);
        opened.draw(scene());
      });
      const stopPlaces = effect(() => {
        if (positions.value) opened.place(positions.value);
      });
      const stopDraw = effect(() => drawSoon(opened, scene()));
      stop = () => {
        for (const each of [stopLook, stopPlaces, stopDraw, opened.end]) each();
      };
    })();
    return () => {
      isGone = true;
      pictures.current = null;
      stop();
    };
  }, [stage]);
  return pictures;
}

let frame = 0;
/** One drawing a frame, however often things change. */
function drawSoon(pictures: Pictures, scene: Scene): void {
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => pictures.draw(scene));
}

/** Once the page wears its new look. */
function onLookChange(change: () => void): () => void {
  const act = () => void requestAnimationFrame(change);
  const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'].map((query) =>
    matchMedia(query),
  );
  for (const query of queries) query.addEventListener('change', act);
  const stopTheme = theme.subscribe(act);
  return () => {
    stopTheme();
    for (const query of queries) query.removeEventListener('change', act);
  };
}

function canDraw(): boolean {
  const canvas = document.createElement('canvas');
  return (canvas.getContext('webgl2') ?? canvas.getContext('webgl')) !== null;
}
