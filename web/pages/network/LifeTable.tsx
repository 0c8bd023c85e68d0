/** What happened to somebody, day by day, in each arm; days on which the arms differ are marked. */
import { useState } from 'preact/hooks';
import type { LifeEvent } from '../../../src/engine/life-event.ts';
import { say } from '../../../src/report/charts/words.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { TableHead } from '../../app/TableHead.tsx';
import { armKeys } from './ArmKey.tsx';
import { lifeContext } from './life-context.ts';
import { alignLives, type LifeRow } from './lives.ts';
import { lifeWords } from './names.ts';
import { Scroll } from './Scroll.tsx';
import { evening, type Stage } from './state.ts';
import { networkWords } from './words.ts';

interface Props {
  readonly stage: Stage;
  readonly lives: readonly (readonly LifeEvent[])[];
  readonly name: string;
}

export function LifeTable({ stage, lives, name }: Props) {
  const words = useWords(networkWords);
  const locale = useLocale();
  const [isShort, setShort] = useState(true);
  const rows = alignLives(lives);
  if (rows.length === 0) return <p class="soft">{say(words.nothingHappened, { name }, locale)}</p>;
  const parted = rows.find(({ isSame }) => !isSame);
  const isTwo = lives.length > 1;
  const shown = isTwo && isShort && parted ? rows.filter(({ isSame }) => !isSame) : rows;
  return (
    <>
      <div class="row net-parting">
        {isTwo && <p>{parted ? say(words.partOn, { day: parted.day + 1 }, locale) : words.sameUntilEnd}</p>}
        {isTwo && parted && (
          <label>
            <input type="checkbox" checked={isShort} onChange={() => setShort(!isShort)} />{' '}
            {words.onlyDifferent}
          </label>
        )}
      </div>
      <Scroll class="net-days" label={say(words.twoLives, { name }, locale)}>
        <table>
          <TableHead columns={[words.dayHead, ...armKeys(stage, locale)]} />
          <tbody>
            {shown.map((row) => (
              <DayRow key={row.day} stage={stage} row={row} isTwo={isTwo} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

function DayRow({
  stage,
  row,
  isTwo,
}: {
  readonly stage: Stage;
  readonly row: LifeRow;
  readonly isTwo: boolean;
}) {
  const words = useWords(networkWords);
  const locale = useLocale();
  const said = lifeWords.value;
  const isMarked = isTwo && !row.isSame;
  return (
    <tr class={isMarked ? 'net-different' : undefined}>
      <th scope="row">
        <button
          type="button"
          onClick={() => {
            evening.value = row.day + 1;
          }}
        >
          {say(words.day, { day: row.day + 1 }, locale)}
        </button>
        {isMarked && (
          <span class="net-unlike" title={words.differentDay}>
            <span aria-hidden="true">≠</span>
            <span class="unseen">{words.differentDay}</span>
          </span>
        )}
      </th>
      {row.lives.map((events, side) => (
        <td key={stage.arms[side]}>
          {events.length === 0 ? (
            <span class="soft">{words.nothingThatDay}</span>
          ) : (
            events.map((event) => (
              <p key={`${event.kind} ${event.other ?? ''}`}>
                {said?.eventText(event, lifeContext(stage), locale) ?? event.kind}
              </p>
            ))
          )}
        </td>
      ))}
    </tr>
  );
}
