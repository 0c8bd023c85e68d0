/** A slider over the plausible range, with one handle or two; on a logarithmic scale where the range is wide. */

import type { Input } from '../../src/scenario/inputs.ts';
import { useLocale, useWords } from '../app/Shell.tsx';
import { isBeyond, SLIDER_PLACES, sliderPlace, sliderStep } from './field-value.ts';
import type { Drag } from './use-drag.ts';
import { inputWords } from './words.ts';

interface SliderProps {
  readonly input: Input;
  readonly label: string;
  readonly disabled: boolean;
  readonly drag: Drag;
  /** One value, or the two ends of a range. */
  readonly ends: readonly number[];
  /** Whether what stands there is no value: then no knob shows one. */
  readonly isUnknown: boolean;
  readonly onMove: (ends: number[]) => void;
}

export function Slider({ input, label, disabled, drag, ends, isUnknown, onMove }: SliderProps) {
  const locale = useLocale();
  const words = useWords(inputWords);
  const isRange = ends.length === 2;
  const places = ends.map((end) => sliderPlace(input, end));
  const beyond = ends.map((end) => isUnknown || isBeyond(input, end));
  const move = (end: number, place: number) => {
    const at = input.at(Math.min(1, Math.max(0, place / SLIDER_PLACES)));
    const next = ends.map((old, i) => (i === end ? at : old));
    if (isRange && next[0] >= next[1]) return;
    onMove(next);
  };
  const named = (end: number) => (isRange ? `${label}: ${end === 0 ? words.from : words.to}` : label);
  return (
    <div class={`inputs-slider${isRange || beyond[0] ? ' inputs-drawn' : ''}${isRange ? ' inputs-two' : ''}`}>
      {isRange && (
        <svg class="inputs-span" viewBox="0 0 1000 4" preserveAspectRatio="none" aria-hidden="true">
          <rect x={places[0]} width={Math.max(0, places[1] - places[0])} height="4" />
        </svg>
      )}
      {ends.map((end, i) => (
        <input
          key={i}
          type="range"
          class={beyond[i] ? 'inputs-knobless' : undefined}
          min={0}
          max={SLIDER_PLACES}
          step={1}
          disabled={disabled}
          value={places[i]}
          aria-label={named(i)}
          aria-valuetext={isUnknown ? '?' : input.print(end, locale)}
          onPointerDown={drag.begin}
          onPointerUp={drag.end}
          onBlur={drag.end}
          onKeyDown={(event) => {
            const way = keyWays[event.key];
            if (way === undefined) return;
            event.preventDefault();
            move(i, keyed(input, end, way));
          }}
          onInput={(event) => move(i, Number(event.currentTarget.value))}
        />
      ))}
    </div>
  );
}

/** Steps that a key goes; halves of infinity are the ends. */
const keyWays: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** The place to which a key moves a handle: at least as far as the next value. */
function keyed(input: Input, from: number, way: number): number {
  let place = input.place(from) * SLIDER_PLACES + way * sliderStep(input);
  const toward = Math.sign(way) * Math.max(1, sliderStep(input) / 4);
  for (let i = 0; i < 400 && place > 0 && place < SLIDER_PLACES; i++) {
    if (input.at(place / SLIDER_PLACES) !== from) break;
    place += toward;
  }
  return place;
}
