/** The people of one arm as dots, and the same in words. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { armPlace } from '../../../src/report/charts/look.ts';
import { say } from '../../../src/report/charts/words.ts';
import { count } from '../../../src/report/format.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { theme } from '../../app/settings.ts';
import { personAt } from './dot-layout.ts';
import { countStates, dotStates } from './dot-states.ts';
import { type Drawn, drawDots } from './draw-dots.ts';
import { followed } from './log.ts';
import { day, isHidden } from './player.ts';
import { segmentNames } from './segment-names.ts';
import { type ArmRun, codesOn } from './stage-run.ts';
import { sandboxWords } from './words.ts';

interface DotsProps {
  readonly arm: ArmRun;
  readonly label: string;
  readonly height: number;
}

export function Dots({ arm, label, height }: DotsProps) {
  const locale = useLocale();
  const words = useWords(sandboxWords);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(canvas);
  const drawn = useRef<Drawn | null>(null);
  const codes = codesOn(arm, day.value - 1);
  const { cast } = arm;
  const place = followed.value === null ? -1 : cast.places.indexOf(followed.value);
  const look = theme.value;
  const hidden = isHidden.value;
  const segments = segmentNames(cast, locale);
  useEffect(() => {
    if (canvas.current && width > 0 && !hidden)
      drawn.current = drawDots(canvas.current, drawn.current, {
        arm,
        segments,
        codes,
        place,
        width,
        height,
        look,
      });
  }, [arm, codes, width, height, place, look, segments.join()]);
  const totals = dotStates.map((_, state) => codes.reduce((sum, code) => sum + (code === state ? 1 : 0), 0));
  const summary = dotStates
    .filter((state) => state !== 'outside')
    .map((state, i) =>
      say(words.stateCount, { state: words.states[state], count: count(totals[i], locale) }, locale),
    )
    .join(words.listComma);
  return (
    <figure class={`sandbox-dots t${armPlace(cast.arm)}`}>
      <figcaption>
        <svg class="dash" viewBox="0 0 18 8" aria-hidden="true">
          <line class={`l${armPlace(cast.arm)}`} x1="0" x2="18" y1="4" y2="4" />
        </svg>
        <b>{label}</b>
        <span class="sandbox-counts">{summary}</span>
      </figcaption>
      <canvas
        ref={canvas}
        role="img"
        aria-label={say(words.dotsAlt, { label, day: day.value, summary }, locale)}
        onClick={(event) => {
          const found = drawn.current ? personAt(drawn.current.layout, event.offsetX, event.offsetY) : -1;
          followed.value = found < 0 || found === place ? null : cast.places[found];
        }}
      />
    </figure>
  );
}

/** Width of an element, as it is now. */
function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const box = element.current?.parentElement;
    if (!box) return;
    const look = new ResizeObserver(() => setWidth(Math.floor(box.clientWidth)));
    look.observe(box);
    setWidth(Math.floor(box.clientWidth));
    return () => look.disconnect();
  }, [element]);
  return width;
}

/** Who is in which state, as a table: the same as the dots. */
export function DotTable({
  arms,
}: {
  readonly arms: readonly { readonly arm: ArmRun; readonly label: string }[];
}) {
  const locale = useLocale();
  const words = useWords(sandboxWords);
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.arm}</th>
            <th scope="col">{words.segment}</th>
            {dotStates.map((state) => (
              <th key={state} scope="col">
                {words.states[state]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {arms.map(({ arm, label }) =>
            countStates(codesOn(arm, day.value - 1), arm.cast.segment, arm.cast.segments.length).map(
              (row, i) => (
                <tr key={`${label} ${arm.cast.segments[i]}`}>
                  <th scope="row">{label}</th>
                  <td>
                    {arm.cast.segments.length > 1 ? segmentNames(arm.cast, locale)[i] : words.everybody}
                  </td>
                  {row.map((n, state) => (
                    <td key={dotStates[state]}>{count(n, locale)}</td>
                  ))}
                </tr>
              ),
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}
