/** The days: play, step, scrub, go to one; above the slider how many members there are on each. */
import { useEffect, useMemo } from 'preact/hooks';
import { say } from '../../../src/report/charts/words.ts';
import { PlayButtons } from '../../app/PlayButtons.tsx';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { standingAt } from './frames.ts';
import { armName, dayName } from './names.ts';
import { evening, isPlaying, known, type Stage, shownEvening } from './state.ts';
import { isInside } from './tables.ts';
import { networkWords } from './words.ts';

/** Milliseconds a day while playing. */
const DAY = 110;

export function Transport({ stage }: { readonly stage: Stage }) {
  const words = useWords(networkWords);
  const locale = useLocale();
  usePlaying(stage.days);
  const now = shownEvening.value;
  const go = (to: number) => {
    isPlaying.value = false;
    if (Number.isFinite(to)) evening.value = Math.max(0, Math.min(stage.days, Math.round(to)));
  };
  const play = () => {
    if (!isPlaying.value && now >= stage.days) evening.value = 0;
    isPlaying.value = !isPlaying.value;
  };
  return (
    <section class="card net-transport">
      <div class="row">
        <PlayButtons
          isPlaying={isPlaying.value}
          words={words}
          toggle={play}
          step={(by) => go(now + by)}
          isAtStart={now <= 0}
          isAtEnd={now >= stage.days}
        />
      </div>
      <div class="net-scrub">
        <Members stage={stage} />
        <input
          type="range"
          min={0}
          max={stage.days}
          value={now}
          aria-label={words.slider}
          aria-valuetext={dayName(now, locale)}
          onInput={(event) => go(Number(event.currentTarget.value))}
        />
      </div>
      <label class="net-goto">
        <span>{words.goTo}</span>
        <input
          type="number"
          min={0}
          max={stage.days}
          value={now}
          onChange={(event) => go(Number(event.currentTarget.value))}
        />
      </label>
    </section>
  );
}

function usePlaying(days: number): void {
  useEffect(() => {
    if (!isPlaying.value) return;
    const timer = setInterval(() => {
      const next = shownEvening.peek() + 1;
      if (next > days) isPlaying.value = false;
      else if (next <= known.peek()) evening.value = next;
    }, DAY);
    return () => clearInterval(timer);
  }, [isPlaying.value, days]);
}

const WIDE = 600;
const HIGH = 44;

/** Members by day, a line for each arm. */
function Members({ stage }: { readonly stage: Stage }) {
  const words = useWords(networkWords);
  const locale = useLocale();
  const upTo = known.value;
  const lines = useMemo(() => membersByEvening(stage, upTo), [stage, upTo]);
  const most = Math.max(1, ...lines.flat());
  const least = Math.min(most, ...lines.flat());
  const x = (e: number) => (e / stage.days) * WIDE;
  const y = (value: number) => 3 + (1 - (value - least) / Math.max(1, most - least)) * (HIGH - 6);
  const text = stage.frames.arms.map((_, arm) => {
    const name = armName(stage, stage.arms[arm], locale);
    return `${name} ${lines[arm][shownEvening.value] ?? ''}`;
  });
  return (
    <svg
      class="net-members"
      viewBox={`0 0 ${WIDE} ${HIGH}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={say(words.membersByDay, { arms: text.join(locale === 'en' ? '; ' : '；') }, locale)}
    >
      {lines.map((line, arm) => (
        <polyline
          key={stage.arms[arm]}
          class={`l${stage.arms[arm] % 5}`}
          points={line.map((value, e) => `${x(e).toFixed(1)},${y(value).toFixed(1)}`).join(' ')}
        />
      ))}
      <line class="net-now" x1={x(shownEvening.value)} x2={x(shownEvening.value)} y1="0" y2={HIGH} />
    </svg>
  );
}

function membersByEvening({ frames }: Stage, upTo: number): number[][] {
  return frames.arms.map((_, arm) =>
    Array.from({ length: upTo + 1 }, (_, e) => {
      let members = 0;
      for (let i = 0; i < frames.people; i++) if (isInside(standingAt(frames, arm, e, i))) members++;
      return members;
    }),
  );
}
