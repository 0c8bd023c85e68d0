/** Two sliders for each input and for the result: what lies between them is chosen. Sliders work by keys and by touch. */

import { exp, log } from '../../../src/random/math.ts';
import { type Found, showJudged, type VariedInput } from '../../../src/report/charts/sweep/found.ts';
import { say } from '../../../src/report/charts/words.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { chosenNumbers, resultEnds } from './choose.ts';
import { type Span, spans } from './looking.ts';
import { sweepPageWords } from './words.ts';

export function Brush({ found }: { readonly found: Found }) {
  const words = useWords(sweepPageWords);
  const ends = resultEnds(found);
  const isNarrowed = chosenNumbers(found, spans.value) !== null;
  return (
    <section class="sweep-brush" aria-labelledby="sweep-brush">
      <div class="row">
        <h3 id="sweep-brush">{words.brush}</h3>
        <button type="button" class="framed" disabled={!isNarrowed} onClick={() => (spans.value = {})}>
          {words.clear}
        </button>
      </div>
      <p class="fine">{words.brushLead}</p>
      <div class="sweep-spans">
        {found.inputs.map((input) => (
          <SpanField
            key={input.path}
            path={input.path}
            label={input.label}
            steps={input.scale === 'choice' ? Math.max(1, input.among.length - 1) : 100}
            show={(place) => input.show(valueAt(input, place))}
          />
        ))}
        {ends !== null && (
          <SpanField
            path=""
            label={words.result}
            steps={100}
            show={(place) => showJudged(found, ends[0] + place * (ends[1] - ends[0]))}
          />
        )}
      </div>
    </section>
  );
}

/** The value at a place from 0 to 1. */
function valueAt({ scale, low, high, among }: VariedInput, place: number): number {
  if (scale === 'choice') return among[Math.round(place * (among.length - 1))];
  const value = scale === 'log' ? low * exp(place * log(high / low)) : low + place * (high - low);
  return scale === 'whole' ? Math.round(value) : value;
}

interface SpanFieldProps {
  readonly path: string;
  readonly label: string;
  readonly steps: number;
  readonly show: (place: number) => string;
}

function SpanField({ path, label, steps, show }: SpanFieldProps) {
  const words = useWords(sweepPageWords);
  const locale = useLocale();
  const [low, high] = spans.value[path] ?? [0, 1];
  const set = (next: Span) => {
    spans.value = { ...spans.value, [path]: next };
  };
  const slider = (value: number, text: string, take: (next: number) => void) => (
    <input
      type="range"
      min={0}
      max={steps}
      step={1}
      value={Math.round(value * steps)}
      aria-label={say(text, { label }, locale)}
      aria-valuetext={show(value)}
      onInput={(event) => take(Number(event.currentTarget.value) / steps)}
    />
  );
  return (
    <div class="sweep-span">
      <span class="sweep-span-name">{label}</span>
      <span class="sweep-span-value">{say(words.span, { low: show(low), high: show(high) }, locale)}</span>
      {slider(low, words.from, (next) => set([Math.min(next, high), high]))}
      {slider(high, words.to, (next) => set([low, Math.max(next, low)]))}
    </div>
  );
}
