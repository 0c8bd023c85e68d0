/** The tables and charts of the cohorts page. Loaded when there are results to show. */
import { useMemo, useState } from 'preact/hooks';
import { type CohortTable, cohortTable } from '../../../src/analysis/cohorts.ts';
import { armPlace } from '../../../src/report/charts/look.ts';
import { type ShownArm, shownArms } from '../../../src/report/charts/source.ts';
import { say } from '../../../src/report/charts/words.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { saveText } from '../../app/sharing.ts';
import { doc, type Shown } from '../../app/workspace.ts';
import { Charts } from '../compare/Charts.tsx';
import { csv } from '../data/csv.ts';
import { Funnel } from './Funnel.tsx';
import { cohortRows } from './grid.ts';
import { Triangle } from './Triangle.tsx';
import { cohortWords } from './words.ts';

/** An arm with its cohorts. */
export interface ArmCohorts {
  readonly arm: ShownArm;
  readonly table: CohortTable;
}

export function Tables({ result }: { readonly result: Shown }) {
  const words = useWords(cohortWords);
  const locale = useLocale();
  const { scenario, results } = result;
  const arms = useMemo(
    () => shownArms(scenario, locale).map((arm) => ({ arm, table: cohortTable(result, arm.place) })),
    [result, locale],
  );
  const [chosen, setChosen] = useState(Math.min(1, arms.length - 1));
  const current = arms[chosen] ?? arms[0];
  const save = () => {
    const rows = cohortRows(arms.map(({ arm, table }) => ({ name: arm.name, table })));
    saveText(`${doc.value?.preset ?? 'scenario'}-cohorts.csv`, csv(rows), 'text/csv;charset=utf-8');
  };
  const newcomers = arms.some(({ table }) => (table.funnel[0]?.people.p95 ?? 0) > 0);
  return (
    <>
      {newcomers && (
        <section class="cohorts-charts" aria-labelledby="cohort-charts">
          <h2 id="cohort-charts" class="unseen">
            {words.charts}
          </h2>
          <Charts names={['funnel', 'lifetime']} />
        </section>
      )}
      <section aria-labelledby="funnel">
        <h2 id="funnel">{words.funnel}</h2>
        {newcomers ? (
          <>
            <p>{words.funnelLead}</p>
            <Funnel arms={arms} />
          </>
        ) : (
          <p>{words.nobody}</p>
        )}
      </section>
      <section aria-labelledby="grid">
        <h2 id="grid">{words.grid}</h2>
        <fieldset class="cohorts-arms">
          <legend>{words.arm}</legend>
          {arms.map(({ arm }, i) => (
            <button
              key={arm.name}
              type="button"
              class={`t${armPlace(arm.place)}`}
              aria-pressed={i === chosen}
              onClick={() => setChosen(i)}
            >
              <Dash arm={arm} />
              <bdi>{arm.label}</bdi>
            </button>
          ))}
        </fieldset>
        {current && <Triangle current={current} all={arms} currency={scenario.currency} />}
        <div class="row cohorts-foot">
          <button type="button" class="framed" onClick={save}>
            {words.csv}
          </button>
          <span class="fine">
            {say(words.worlds, { worlds: results.length / scenario.arms.length }, locale)} · {words.small}
          </span>
        </div>
      </section>
    </>
  );
}

/** The line that stands for an arm in charts. */
export const Dash = ({ arm }: { readonly arm: ShownArm }) => (
  <svg class="dash" viewBox="0 0 18 8" aria-hidden="true">
    <line class={`l${armPlace(arm.place)}`} x1="0" x2="18" y1="4" y2="4" />
  </svg>
);
