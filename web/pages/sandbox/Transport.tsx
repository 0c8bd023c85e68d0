/** Play, pause, step, speed, scrub. */
import { say } from '../../../src/report/charts/words.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { day, horizon, isPlaying, known, pause, seek, speed, speeds, step, toggle } from './player.ts';
import { sandboxWords } from './words.ts';

export function Transport() {
  const words = useWords(sandboxWords);
  return (
    <div class="sandbox-transport">
      <div class="sandbox-buttons">
        <button type="button" class="primary sandbox-play" onClick={toggle}>
          <Icon is={isPlaying.value ? 'pause' : 'play'} />
          {isPlaying.value ? words.pause : words.play}
        </button>
        <button
          type="button"
          class="framed"
          aria-label={words.back}
          title={words.back}
          onClick={() => step(-1)}
        >
          <Icon is="back" />
        </button>
        <button
          type="button"
          class="framed"
          aria-label={words.step}
          title={words.step}
          onClick={() => step(1)}
        >
          <Icon is="step" />
        </button>
        <SpeedChoice />
      </div>
      <Scrub />
    </div>
  );
}

const icons = {
  play: 'M5 3v10l8-5z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  step: 'M3 3v10l6-5zM10 3h2.5v10H10z',
  back: 'M13 3v10L7 8zM6 3H3.5v10H6z',
} as const;

const Icon = ({ is }: { readonly is: keyof typeof icons }) => (
  <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
    <path d={icons[is]} fill="currentColor" />
  </svg>
);

function SpeedChoice() {
  const words = useWords(sandboxWords);
  return (
    <fieldset class="sandbox-speeds" aria-label={words.speed}>
      {speeds.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={speed.value === each}
          onClick={() => {
            speed.value = each;
          }}
        >
          {words.speeds[each]}
        </button>
      ))}
    </fieldset>
  );
}

/** The days as a slider: up to the last one that is simulated. */
function Scrub() {
  const locale = useLocale();
  const words = useWords(sandboxWords);
  const days = horizon.value;
  const text = day.value === 0 ? words.eve : say(words.day, { day: day.value, days }, locale);
  return (
    <div class="sandbox-scrub">
      <input
        type="range"
        min={0}
        max={days}
        value={day.value}
        aria-label={words.dayLabel}
        aria-valuetext={text}
        disabled={days === 0}
        onInput={(event) => {
          pause();
          seek(Number(event.currentTarget.value));
        }}
      />
      <span class="sandbox-day">{text}</span>
      {known.value < days && (
        <progress
          max={days}
          value={known.value}
          aria-label={say(words.ahead, { known: known.value }, locale)}
        />
      )}
    </div>
  );
}
