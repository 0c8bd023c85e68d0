/** Play, pause, step, speed, scrub; new luck, and keeping the inputs as an arm. */
import { say } from '../../../src/report/charts/words.ts';
import { change, edit } from '../../app/edit.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { scenario } from '../../app/workspace.ts';
import { nextSeed } from './figures.ts';
import { day, horizon, isPlaying, known, pause, seek, speed, speeds, step, toggle } from './player.ts';
import { shownArm } from './stage.ts';
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

/** What makes another scenario of what is on the stage. */
export function StageActions() {
  const locale = useLocale();
  const words = useWords(sandboxWords);
  const asked = scenario.value;
  if (asked === null) return null;
  const place = shownArm.value ?? asked.arms.length - 1;
  const arm = asked.arms[Math.min(place, asked.arms.length - 1)];
  const label = arm.label[locale] ?? arm.name;
  const pin = async () => {
    const { addArm } = await import('../../state/arms.ts');
    await change((text) =>
      addArm(text, asked.arms.indexOf(arm), say(words.pinned, { label: arm.name }, locale)),
    );
  };
  return (
    <>
      <button
        type="button"
        class="framed"
        title={words.newLuckAbout}
        onClick={() => void edit([{ path: ['seed'], value: nextSeed(asked.seed) }])}
      >
        <span aria-hidden="true">⚂</span> {words.newLuck}
      </button>
      <button
        type="button"
        class="framed"
        title={say(words.pinAbout, { label }, locale)}
        disabled={asked.arms.length >= 5}
        onClick={() => void pin()}
      >
        <span aria-hidden="true">⊕</span> {words.pin}
      </button>
      <a class="button framed" href="../compare/" title={words.compareAbout}>
        {words.compare}
      </a>
    </>
  );
}
