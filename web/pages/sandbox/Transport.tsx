/** Play, pause, step, speed, scrub. */
import { say } from '../../../src/report/charts/words.ts';
import { PlayButtons } from '../../app/PlayButtons.tsx';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { day, horizon, isPlaying, known, pause, seek, speed, speeds, step, toggle } from './player.ts';
import { sandboxWords } from './words.ts';

export function Transport() {
  const words = useWords(sandboxWords);
  return (
    <div class="sandbox-transport">
      <div class="sandbox-buttons">
        <PlayButtons isPlaying={isPlaying.value} words={words} toggle={toggle} step={step} />
        <SpeedChoice />
      </div>
      <Scrub />
    </div>
  );
}

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
