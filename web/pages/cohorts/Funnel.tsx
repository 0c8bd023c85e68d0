/** The steps of newcomers, all arms side by side: a bar for each share, its range as a line, the numbers beside it. */
import type { FunnelRow } from '../../../src/analysis/cohorts.ts';
import { armPlace } from '../../../src/report/charts/look.ts';
import type { ShownArm } from '../../../src/report/charts/source.ts';
import { say } from '../../../src/report/charts/words.ts';
import { count, percent } from '../../../src/report/format.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { type ArmCohorts, Dash } from './Tables.tsx';
import { cohortWords } from './words.ts';

export function Funnel({ arms }: { readonly arms: readonly ArmCohorts[] }) {
  const words = useWords(cohortWords);
  const steps = arms[0]?.table.funnel ?? [];
  return (
    <div class="card cohorts-funnel">
      <ol>
        {steps.map(({ step }, i) => (
          <li key={step}>
            <h3>{words.steps[step]}</h3>
            <ul>
              {arms.map(({ arm, table }) => (
                <Step key={arm.name} arm={arm} row={table.funnel[i]} isFirst={i === 0} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </div>
  );
}

interface StepProps {
  readonly arm: ShownArm;
  readonly row: FunnelRow | undefined;
  readonly isFirst: boolean;
}

function Step({ arm, row, isFirst }: StepProps) {
  const words = useWords(cohortWords);
  const locale = useLocale();
  if (row === undefined) return null;
  const { people, ofJoined, ofPrevious } = row;
  const share = ofJoined.median ?? 0;
  const range =
    ofJoined.p05 === null || ofJoined.p95 === null
      ? ''
      : say(words.range, { low: percent(ofJoined.p05, locale), high: percent(ofJoined.p95, locale) }, locale);
  const about = isFirst
    ? say(words.people, { people: count(people.median ?? 0, locale) }, locale)
    : say(words.ofPrevious, { share: percent(ofPrevious.median ?? 0, locale) }, locale);
  return (
    <li>
      <span class={`key t${armPlace(arm.place)}`}>
        <Dash arm={arm} />
        <bdi class="name">{arm.label}</bdi>
      </span>
      <svg class="cohorts-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="all" width="100" height="10" />
        <rect class={`part a${armPlace(arm.place)}`} width={share * 100} height="10" />
        {!isFirst && (
          <line
            class="range"
            x1={(ofJoined.p05 ?? share) * 100}
            x2={(ofJoined.p95 ?? share) * 100}
            y1="5"
            y2="5"
          />
        )}
      </svg>
      <b>{percent(share, locale)}</b>
      <small>{!isFirst && range}</small>
      <small>{about}</small>
    </li>
  );
}
