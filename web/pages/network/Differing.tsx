/** The people whose two lives differ: one after the other, or the first few as a list. */
import { useMemo } from 'preact/hooks';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { TableHead } from '../../app/TableHead.tsx';
import { armKeys } from './ArmKey.tsx';
import { standingAt } from './frames.ts';
import { mostDifferent } from './lives.ts';
import { Mark } from './Mark.tsx';
import { fullNameOf } from './names.ts';
import { known, type Stage, select, selected } from './state.ts';
import { networkWords } from './words.ts';

const LISTED = 8;

/** Those whose lives differ over the whole run, most first; nobody before it is over. */
function useDiffering(stage: Stage): readonly number[] {
  const isRun = known.value >= stage.days;
  return useMemo(() => (isRun ? mostDifferent(stage.frames, stage.days) : []), [stage, isRun]);
}

/** Goes to whoever's life differs most, and from there on down the list. */
export function DiffersMost({ stage }: { readonly stage: Stage }) {
  const words = useWords(networkWords);
  const order = useDiffering(stage);
  const isRun = known.value >= stage.days;
  const at = selected.value === null ? -1 : order.indexOf(selected.value);
  return (
    <div class="net-differs">
      {isRun && order.length === 0 ? (
        <p class="net-none">{words.noneDiffers}</p>
      ) : (
        <button
          type="button"
          class="framed"
          disabled={!isRun}
          onClick={() => select(order[(at + 1) % order.length])}
        >
          {at >= 0 ? words.differsNext : words.differs}
        </button>
      )}
    </div>
  );
}

/** Where those whose lives differ most end up. */
export function DifferingList({ stage }: { readonly stage: Stage }) {
  const words = useWords(networkWords);
  const locale = useLocale();
  const order = useDiffering(stage).slice(0, LISTED);
  return (
    <section class="card net-differing">
      <p class="net-hint">{words.hint}</p>
      {order.length > 0 && (
        <div class="scroll">
          <table>
            <caption>{words.differing}</caption>
            <TableHead columns={[words.name, ...armKeys(stage, locale)]} />
            <tbody>
              {order.map((person) => (
                <tr key={person}>
                  <th scope="row">
                    <button type="button" class="net-link" onClick={() => select(person)}>
                      {fullNameOf(stage, person, locale)}
                    </button>
                  </th>
                  {stage.arms.map((arm, side) => (
                    <td key={arm}>
                      <End stage={stage} side={side} person={person} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

interface EndProps {
  readonly stage: Stage;
  readonly side: number;
  readonly person: number;
}

function End({ stage, side, person }: EndProps) {
  const words = useWords(networkWords);
  const standing = standingAt(stage.frames, side, stage.days, person);
  return (
    <span class="net-standing">
      <Mark standing={standing} />
      {words.standings[standing]}
    </span>
  );
}
