/** One measure by cohort and month of being inside, as a table whose cells are shaded by fifths. */
import { useState } from 'preact/hooks';
import type { CohortRow } from '../../../src/analysis/cohorts.ts';
import { say } from '../../../src/report/charts/words.ts';
import { count } from '../../../src/report/format.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { type Measure, measures, SHADES, shadeBounds, shadeOf, shownValue, spanOf } from './grid.ts';
import type { ArmCohorts } from './Tables.tsx';
import { cohortWords } from './words.ts';

interface TriangleProps {
  readonly current: ArmCohorts;
  /** Shades are the same for all arms, so that they can be told apart. */
  readonly all: readonly ArmCohorts[];
  readonly currency: string;
}

export function Triangle({ current, all, currency }: TriangleProps) {
  const words = useWords(cohortWords);
  const [measure, setMeasure] = useState<Measure>('retention');
  const [withRanges, setRanges] = useState(false);
  const bounds = shadeBounds(
    all.map(({ table }) => table),
    measure,
  );
  const rows = current.table.cohorts.filter(({ ages, worlds }) => ages.length > 0 && worlds > 0);
  const longest = Math.max(0, ...rows.map(({ ages }) => ages.length));
  return (
    <>
      <div class="row">
        <fieldset class="cohorts-arms">
          <legend>{words.measure}</legend>
          {measures.map((each) => (
            <button key={each} type="button" aria-pressed={each === measure} onClick={() => setMeasure(each)}>
              {words.measures[each]}
            </button>
          ))}
        </fieldset>
        <label class="cohorts-check">
          <input
            type="checkbox"
            checked={withRanges}
            onChange={(event) => setRanges(event.currentTarget.checked)}
          />{' '}
          {words.ranges}
        </label>
      </div>
      <p class="cohorts-lead">{words.measureLeads[measure]}</p>
      <div class="scroll" {...{ role: 'group', tabIndex: 0, 'aria-label': words.grid }}>
        <table class="cohorts-grid">
          <thead>
            <tr>
              <th scope="col">{words.cohort}</th>
              <th scope="col">{words.size}</th>
              {Array.from({ length: longest }, (_, age) => (
                <th key={age} scope="col">
                  {age === 0 && <span class="unseen">{words.age} </span>}
                  {age + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line key={row.cohort} {...{ row, measure, bounds, currency, withRanges }} />
            ))}
          </tbody>
        </table>
      </div>
      <p class="fine cohorts-scale">
        <span aria-hidden="true">
          {Array.from({ length: SHADES }, (_, i) => (
            <i key={i} class={`s${i}`} />
          ))}
        </span>
        {words.scale}
      </p>
    </>
  );
}

interface LineProps {
  readonly row: CohortRow;
  readonly measure: Measure;
  readonly bounds: readonly number[];
  readonly currency: string;
  readonly withRanges: boolean;
}

function Line({ row, measure, bounds, currency, withRanges }: LineProps) {
  const words = useWords(cohortWords);
  const locale = useLocale();
  const show = (value: number) => shownValue(value, measure, { currency, locale });
  return (
    <tr>
      <th scope="row">
        {row.cohort === 0 ? words.founders : say(words.month, { number: row.cohort }, locale)}
      </th>
      <td>{row.size.median === null ? '' : count(row.size.median, locale)}</td>
      {row.ages.map((age) => {
        const { median, p05, p95 } = spanOf(age, measure);
        if (median === null) return <td key={age.age} />;
        const range =
          p05 === null || p95 === null ? '' : say(words.range, { low: show(p05), high: show(p95) }, locale);
        return (
          <td key={age.age} class={`s${shadeOf(median, bounds)}`} title={range}>
            {show(median)}
            {withRanges && range !== '' && <small>{range}</small>}
          </td>
        );
      })}
    </tr>
  );
}
