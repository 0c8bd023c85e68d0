/** The strip of figures of the day, for every shown arm; and what the last change did. */

import { findMetric } from '../../../src/metrics/definitions.ts';
import { armPlace } from '../../../src/report/charts/look.ts';
import { capital, say } from '../../../src/report/charts/words.ts';
import { amount, asChange, change, percent } from '../../../src/report/format.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { changesSince, type Figure, figureAt, figuresFor } from './figures.ts';
import { day, known } from './player.ts';
import { drawnMetric, ghost, isThrough, run, staged } from './stage.ts';
import type { ArmRun, StageRun } from './stage-run.ts';
import { sandboxWords } from './words.ts';

interface ShownArms {
  readonly arms: readonly { readonly arm: ArmRun; readonly label: string }[];
}

export function Figures({ arms }: ShownArms) {
  const shown = run.value;
  const asked = staged.value;
  if (shown === null || asked === null) return null;
  const days = Math.min(day.value, known.value);
  return (
    <div class="sandbox-figures">
      {figuresFor(drawnMetric(asked)).map((figure) => (
        <OneFigure key={figure.name} {...{ figure, shown, arms, days }} />
      ))}
    </div>
  );
}

interface FigureProps extends ShownArms {
  readonly figure: Figure;
  readonly shown: StageRun;
  readonly days: number;
}

function OneFigure({ figure, shown, arms, days }: FigureProps) {
  const locale = useLocale();
  const words = useWords(sandboxWords);
  const { metric, over } = figure;
  const name = words.figures[figure.name] ?? metric.label[locale] ?? metric.label.en;
  const currency = staged.value?.currency ?? 'CNY';
  const write = (value: number) =>
    Number.isFinite(value) ? amount(value, metric.unit, currency, locale) : '–';
  return (
    <div class="sandbox-figure">
      <h2>{over === 'soFar' ? capital(say(words.total, { metric: name }, locale)) : capital(name)}</h2>
      <ul>
        {arms.map(({ arm, label }) => (
          <li key={arm.cast.arm} class={`t${armPlace(arm.cast.arm)}`}>
            <svg class="dash" viewBox="0 0 18 8" role="img" aria-label={label}>
              <line class={`l${armPlace(arm.cast.arm)}`} x1="0" x2="18" y1="4" y2="4" />
            </svg>
            <b>{write(figureAt(shown, arm, figure, days))}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the last change did by the end of this world, once it is through. */
export function LastChange() {
  const locale = useLocale();
  const words = useWords(sandboxWords);
  const shown = run.value;
  const asked = staged.value;
  const before = ghost.value;
  if (shown === null || asked === null || before === null || !isThrough.value) return null;
  const name = drawnMetric(asked);
  const metric = findMetric(name);
  const names = asked.arms.map((arm) => arm.name);
  const changes = changesSince(shown, before, names, name);
  if (changes === null || metric === undefined) return null;
  const parts = changes.map(({ arm, difference, relative }) =>
    say(
      words.changedOne,
      {
        label: asked.arms[arm].label[locale] ?? names[arm],
        metric: metric.label[locale] ?? metric.label.en,
        change:
          relative === null || Math.abs(relative) > 10 || metric.unit === 'share'
            ? change(difference, metric.unit, asked.currency, locale)
            : percent(relative, locale, asChange),
      },
      locale,
    ),
  );
  const list = new Intl.ListFormat(locale, { type: 'unit' }).format(parts);
  return (
    <p class="sandbox-change" role="status">
      <svg class="sandbox-dotted" viewBox="0 0 22 6" aria-hidden="true">
        <line x1="0" x2="22" y1="3" y2="3" />
      </svg>
      <span>
        <b>{words.changed}</b> {parts.length === 0 ? words.changedNone : list}{' '}
        <span class="soft">
          {words.ghostKey} · {words.changedNote}
        </span>
      </span>
      <button
        type="button"
        onClick={() => {
          ghost.value = null;
        }}
      >
        {words.forgetGhost}
      </button>
    </p>
  );
}
