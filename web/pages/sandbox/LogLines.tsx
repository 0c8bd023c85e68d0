/** The lines of the log. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { LifeEvent } from '../../../src/engine/life-event.ts';
import { say } from '../../../src/report/charts/words.ts';
import { eventText, personName } from '../../../src/report/life-words.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { followed, isHeld, linesOf, MOST_LINES, shownTopics } from './log.ts';
import { day, isPlaying } from './player.ts';
import { staged } from './stage.ts';
import type { ArmRun } from './stage-run.ts';
import { sandboxWords } from './words.ts';

/** Milliseconds between two looks at the log: faster than that nobody reads. */
const EVERY = 300;

/** Days of the log that are shown: those of the stage, but not many times a second, and none while it is held. */
function useCalmDay(): number {
  const [shown, setShown] = useState(day.peek());
  const last = useRef(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = day.subscribe((now) => {
      clearTimeout(timer);
      if (isHeld.peek()) return;
      const wait = isPlaying.peek() ? last.current + EVERY - performance.now() : 0;
      const take = () => {
        last.current = performance.now();
        setShown(now);
      };
      if (wait <= 0) take();
      else timer = setTimeout(take, wait);
    });
    const release = isHeld.subscribe((held) => {
      if (!held) setShown(day.peek());
    });
    return () => {
      clearTimeout(timer);
      end();
      release();
    };
  }, []);
  return shown;
}

export function LogLines({ arm }: { readonly arm: ArmRun }) {
  const locale = useLocale();
  const words = useWords(sandboxWords);
  const list = useRef<HTMLOListElement>(null);
  const calmDay = useCalmDay();
  const lines = linesOf(arm, calmDay, shownTopics.value, followed.value);
  const context = {
    keyOf: (place: number) => arm.cast.allKeys[place],
    currency: staged.value?.currency ?? 'CNY',
  };
  if (lines.length === 0) return <p class="sandbox-quiet">{calmDay === 0 ? words.notYet : words.quiet}</p>;
  return (
    <>
      <ol ref={list} class="sandbox-lines" onKeyDown={(event) => moveFocus(event, list.current)}>
        {lines.map((event, i) => (
          <li key={keyOf(event, lines, i)}>
            <span class="sandbox-line-day">{event.day + 1}</span>
            <button
              type="button"
              tabIndex={i === 0 ? 0 : -1}
              title={say(words.follow, { name: personName(event.key, locale) }, locale)}
              onClick={() => {
                followed.value = followed.value === event.person ? null : event.person;
              }}
            >
              {eventText(event, context, locale)}
            </button>
          </li>
        ))}
      </ol>
      {lines.length === MOST_LINES && (
        <p class="sandbox-quiet">{say(words.unknownLines, { count: MOST_LINES }, locale)}</p>
      )}
    </>
  );
}

/** A line keeps its element while it stays in the log. */
function keyOf({ day: on, person, kind, other }: LifeEvent, lines: readonly LifeEvent[], i: number): string {
  const before = lines[i - 1];
  const twin =
    before?.person === person && before.kind === kind && before.day === on && before.other === other;
  return `${on} ${person} ${kind} ${other ?? ''}${twin ? ` ${i}` : ''}`;
}

/** Up and down go from line to line: the log is one stop of the Tab key. */
function moveFocus(event: KeyboardEvent, list: HTMLOListElement | null): void {
  const way = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (way === 0 || list === null) return;
  const buttons = [...list.querySelectorAll('button')];
  const now = buttons.indexOf(document.activeElement as HTMLButtonElement);
  event.preventDefault();
  buttons[Math.min(buttons.length - 1, Math.max(0, now + way))]?.focus();
}
