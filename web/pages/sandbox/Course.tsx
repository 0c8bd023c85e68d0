/** The course of a metric in all shown arms: drawn once for the days that are there, and uncovered day by day. */

import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { MONTH_DAYS } from '../../../src/metrics/calendar.ts';
import { findMetric, type Metric } from '../../../src/metrics/definitions.ts';
import { armPlace } from '../../../src/report/charts/look.ts';
import { capital, say } from '../../../src/report/charts/words.ts';
import { amount, type Locale } from '../../../src/report/format.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { BOTTOM, type CourseProps, drawLines, HEIGHT, linesFor, shortened, TOP } from './course-lines.ts';
import { adds, courseOf } from './figures.ts';
import { monthMarks, roundTicks, spread } from './line-layout.ts';
import { day, known } from './player.ts';
import { ghost, others, run, staged } from './stage.ts';
import type { StageRun } from './stage-run.ts';
import { sandboxWords } from './words.ts';

export function Course({ name, arms }: CourseProps) {
  const locale = useLocale();
  const words = useWords(sandboxWords);
  const box = useRef<HTMLDivElement>(null);
  const width = useBoxWidth(box);
  const shown = run.value;
  const metric = findMetric(name);
  if (shown === null || metric === undefined) return null;
  const note = [adds(name) ? words.totalNote : '', say(words.lineNote, { count: otherCount(arms) }, locale)];
  return (
    <figure class="sandbox-course">
      <figcaption>
        <h2>{titleOf({ metric, shown, arms, locale })}</h2>
        <p>{note.join(locale === 'en' ? ' ' : '').trim()}</p>
      </figcaption>
      <div ref={box} class="sandbox-plot">
        {width > 0 && <Plot {...{ name, metric, arms, shown, width }} />}
      </div>
    </figure>
  );
}

const otherCount = (arms: CourseProps['arms']): number =>
  Math.min(...arms.map(({ arm }) => arm.others.length), others.value);

function useBoxWidth(box: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (box.current === null) return;
    const look = new ResizeObserver(([entry]) => setWidth(Math.floor(entry.contentRect.width)));
    look.observe(box.current);
    return () => look.disconnect();
  }, [box]);
  return width;
}

interface Titled {
  readonly metric: Metric;
  readonly shown: StageRun;
  readonly arms: CourseProps['arms'];
  readonly locale: Locale;
}

/** The answer of the day. */
function titleOf({ metric, shown, arms, locale }: Titled): string {
  const words = sandboxWords[locale];
  const name = metric.label[locale] ?? metric.label.en;
  const days = Math.min(day.value, known.value);
  if (days === 0) return capital(say(words.before, { metric: name }, locale));
  const values = arms.map(({ arm }) => courseOf(shown, arm, metric.name)[days - 1]);
  if (arms.length === 1) {
    const value = amount(values[0], metric.unit, staged.value?.currency ?? 'CNY', locale);
    return capital(say(words.alone, { metric: name, value }, locale));
  }
  const best = metric.better === 'less' ? Math.min(...values) : Math.max(...values);
  const leaders = arms.filter((_, i) => values[i] === best);
  return leaders.length === 1
    ? capital(say(words.leads, { metric: name, label: leaders[0].label }, locale))
    : capital(say(words.level, { metric: name }, locale));
}

interface PlotProps extends CourseProps {
  readonly metric: Metric;
  readonly shown: StageRun;
  readonly width: number;
}

function Plot({ name, metric, arms, shown, width }: PlotProps) {
  const id = useId();
  const locale = useLocale();
  const words = useWords(sandboxWords);
  const { days } = shown;
  const there = known.value;
  const count = others.value;
  const before = ghost.value;
  const lines = useMemo(() => linesFor(name, arms, shown, before), [name, arms, shown, before, there, count]);
  const currency = staged.value?.currency ?? 'CNY';
  const left = 58;
  const right = width < 460 ? 104 : 128;
  const drawn = useMemo(
    () => drawLines(lines, days, [left, width - right]),
    [lines, days, left, width, right],
  );
  const { x, y, low, high } = drawn;
  const at = Math.min(day.value, there);
  const ends = lines.own.map((line) => y(line[Math.max(0, at - 1)] ?? low));
  const labels = spread(ends, 15, [TOP + 4, HEIGHT - BOTTOM - 6]);
  return (
    <svg
      class="sandbox-svg"
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={altOf({ metric, shown, arms, locale })}
    >
      <clipPath id={id}>
        <rect x={0} y={0} width={x(at)} height={HEIGHT} />
      </clipPath>
      {roundTicks(low, high, 4).map((tick) => (
        <g key={tick}>
          <line
            class={tick === 0 ? 'sandbox-zero' : 'sandbox-rule'}
            x1={left}
            x2={width - right}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text class="sandbox-tick" x={left - 8} y={y(tick) + 4} text-anchor="end">
            {amount(tick, metric.unit, currency, locale)}
          </text>
        </g>
      ))}
      {monthMarks(days, MONTH_DAYS, Math.max(2, Math.floor((width - left - right) / 62))).map((month) => (
        <text key={month} class="sandbox-tick" x={x(month * MONTH_DAYS)} y={HEIGHT - 6} text-anchor="middle">
          {month === 0
            ? words.launch
            : days < 3 * MONTH_DAYS
              ? say(words.dayTick, { day: Math.round(month * MONTH_DAYS) }, locale)
              : say(words.month, { month }, locale)}
        </text>
      ))}
      <g clip-path={`url(#${id})`}>
        <Lines points={drawn.other} arms={arms} class="sandbox-other" />
      </g>
      {drawn.ghosts.map(({ points, arm }) => (
        <polyline key={arm} class="sandbox-ghost" stroke={`var(--arm${armPlace(arm)})`} points={points} />
      ))}
      <g clip-path={`url(#${id})`}>
        <Lines points={drawn.own} arms={arms} class="sandbox-line" />
      </g>
      <line class="sandbox-head" x1={x(at)} x2={x(at)} y1={TOP} y2={HEIGHT - BOTTOM} />
      {at > 0 &&
        arms.map(({ arm, label }, i) => (
          <text
            key={arm.cast.arm}
            class={`sandbox-end t${armPlace(arm.cast.arm)}`}
            x={Math.min(x(at), width - right) + 6}
            y={labels[i] + 4}
          >
            {shortened(label, Math.min(190, width - Math.min(x(at), width - right) - 8))}
          </text>
        ))}
    </svg>
  );
}

interface LinesProps {
  /** By arm. */
  readonly points: readonly (readonly string[])[];
  readonly arms: CourseProps['arms'];
  readonly class: string;
}

const Lines = ({ points, arms, class: style }: LinesProps) => (
  <>
    {points.map((own, i) =>
      own.map((each, n) => (
        <polyline
          key={`${arms[i].arm.cast.arm} ${n}`}
          class={`${style} l${armPlace(arms[i].arm.cast.arm)}`}
          points={each}
        />
      )),
    )}
  </>
);

/** What the lines say, in words. */
function altOf({ metric, shown, arms, locale }: Titled): string {
  const days = Math.min(day.value, known.value);
  const currency = staged.value?.currency ?? 'CNY';
  const parts = arms.map(({ arm, label }) => {
    const value = courseOf(shown, arm, metric.name)[days - 1];
    return `${label}: ${value === undefined ? '–' : amount(value, metric.unit, currency, locale)}`;
  });
  return `${titleOf({ metric, shown, arms, locale })}. ${parts.join('; ')}`;
}
