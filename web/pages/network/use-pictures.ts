/** The pictures of a page: opened with a stage, drawn whenever what they show changes, and ended with it. */
import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { locale as chosenLocale, theme } from '../../app/settings.ts';
import { readLook } from './look.ts';
import { nameOf } from './names.ts';
import type { Pictures } from './pictures.ts';
import type { Scene } from './scene.ts';
import {
  hovered,
  known,
  layer,
  noPicture,
  positions,
  type Stage,
  select,
  selected,
  shownEvening,
} from './state.ts';

export function usePictures(root: { readonly current: HTMLElement | null }, stage: Stage) {
  const pictures = useRef<Pictures | null>(null);
  // Evenings that nobody knows yet cannot be drawn.
  const isKnown = known.value >= 0;
  useEffect(() => {
    if (root.current === null || !isKnown) return;
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
        nameOf: (person) => nameOf(stage, person, chosenLocale.peek()),
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
      const stopDraw = effect(() => {
        // Names are in the language of the page.
        chosenLocale.value;
        drawSoon(opened, scene());
      });
      stop = () => {
        for (const each of [stopLook, stopPlaces, stopDraw, opened.end]) each();
      };
    })();
    return () => {
      isGone = true;
      pictures.current = null;
      stop();
    };
  }, [stage, isKnown]);
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
