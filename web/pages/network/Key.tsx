/** The key of the pictures, with how many there are of each in each arm; and the layers that can be marked. */
import { say } from '../../../src/report/charts/words.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { TableHead } from '../../app/TableHead.tsx';
import { armKeys } from './ArmKey.tsx';
import { countsAt, layers, standings } from './frames.ts';
import { Mark } from './Mark.tsx';
import { dayName } from './names.ts';
import { layer, type Stage, shownEvening } from './state.ts';
import { networkWords } from './words.ts';

export function Key({ stage }: { readonly stage: Stage }) {
  const words = useWords(networkWords);
  const locale = useLocale();
  const evening = shownEvening.value;
  const counts = stage.frames.arms.map((_, arm) => countsAt(stage.frames, arm, evening));
  return (
    <section class="card net-key">
      <div class="scroll">
        <table>
          <caption>{dayName(evening, locale)}</caption>
          <TableHead columns={[words.key, ...armKeys(stage, locale)]} />
          <tbody>
            {standings.map((standing) => (
              <tr key={standing}>
                <th scope="row">
                  <span class="net-standing">
                    <Mark standing={standing} />
                    <span>
                      {words.standings[standing]}
                      <small>{words.standingAbout[standing]}</small>
                    </span>
                  </span>
                </th>
                {counts.map((count, arm) => (
                  <td key={stage.arms[arm]}>{say('{count}', { count: count[standing] }, locale)}</td>
                ))}
              </tr>
            ))}
          </tbody>
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={1 + counts.length} class="net-layers">
                {words.layersLabel}
              </th>
            </tr>
            {layers.map((each) => (
              <tr key={each}>
                <th scope="row">
                  <button
                    type="button"
                    class="net-layer"
                    aria-pressed={layer.value === each}
                    onClick={() => {
                      layer.value = layer.value === each ? null : each;
                    }}
                  >
                    <Halo isOn={layer.value === each} />
                    {words.layers[each]}
                  </button>
                </th>
                {counts.map((count, arm) => (
                  <td key={stage.arms[arm]}>{say('{count}', { count: count[each] }, locale)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const Halo = ({ isOn }: { readonly isOn: boolean }) => (
  <svg viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">
    <circle r="3.4" fill="currentColor" />
    {isOn && <circle r="6.6" fill="none" stroke="currentColor" stroke-width="1.8" />}
  </svg>
);
