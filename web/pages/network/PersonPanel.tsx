/** One person: where they stand in both arms tonight, their friends, and their two lives side by side. */
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../../../src/report/charts/words.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { ArmKey } from './ArmKey.tsx';
import { LifeTable } from './LifeTable.tsx';
import { friendsOf, summaryOf } from './lives.ts';
import { Mark } from './Mark.tsx';
import { armName, fullNameOf, nameOf, onDay, segmentName } from './names.ts';
import { known, lives, type Stage, select, shownEvening } from './state.ts';
import { networkWords } from './words.ts';

/** Friends named at once. */
const MOST_FRIENDS = 24;

export function PersonPanel({ stage, person }: { readonly stage: Stage; readonly person: number }) {
  const words = useWords(networkWords);
  const locale = useLocale();
  const heading = useRef<HTMLHeadingElement>(null);
  const isRun = known.value >= stage.days;
  useEffect(() => {
    if (isRun) void import('./session.ts').then(({ askLives }) => askLives(person));
  }, [stage, person, isRun]);
  const name = nameOf(stage, person, locale);
  const told = lives.value?.person === person ? lives.value.lives : null;
  const title = stage.arms.length > 1 ? words.twoLives : words.oneLife;
  return (
    <section class="card net-life" aria-live="polite">
      <div class="net-life-head">
        <h2 class="net-person" tabIndex={-1} ref={heading}>
          {say(title, { name: fullNameOf(stage, person, locale) }, locale)}
        </h2>
        <button type="button" class="framed" onClick={() => select(null)}>
          {words.closePerson}
        </button>
      </div>
      <div class="net-sides">
        {stage.arms.map((_, arm) => (
          <Side key={stage.arms[arm]} stage={stage} arm={arm} person={person} />
        ))}
      </div>
      {told === null ? (
        <p class="fine">{words.loadingLives}</p>
      ) : (
        <LifeTable stage={stage} lives={told} name={name} />
      )}
    </section>
  );
}

function Side({
  stage,
  arm,
  person,
}: {
  readonly stage: Stage;
  readonly arm: number;
  readonly person: number;
}) {
  const words = useWords(networkWords);
  const locale = useLocale();
  const evening = shownEvening.value;
  const { standing, daysInside, friends } = summaryOf(stage.frames, arm, evening, person);
  const segment = segmentName(stage, stage.drawn.segments[person], locale);
  const when = onDay(evening, locale);
  return (
    <div>
      <h3>
        <ArmKey arm={stage.arms[arm]} name={armName(stage, stage.arms[arm], locale)} />
      </h3>
      <p class="net-standing">
        <Mark standing={standing} />
        <span>
          {say(
            words.summary,
            { standing: words.standings[standing], when, days: daysInside, friends },
            locale,
          )}
          {stage.segments.length > 1 && <small>{segment}</small>}
        </span>
      </p>
      <h4>{say(words.friendsTonight, { when }, locale)}</h4>
      <Friends stage={stage} arm={arm} person={person} />
    </div>
  );
}

function Friends({
  stage,
  arm,
  person,
}: {
  readonly stage: Stage;
  readonly arm: number;
  readonly person: number;
}) {
  const words = useWords(networkWords);
  const locale = useLocale();
  const evening = shownEvening.value;
  const { drawn, frames } = stage;
  const friends = friendsOf(drawn, frames, arm, evening, person);
  const others = frames.arms.length > 1 ? friendsOf(drawn, frames, 1 - arm, evening, person) : friends;
  if (friends.length === 0) return <p class="soft">{words.noFriends}</p>;
  const shown = friends.slice(0, MOST_FRIENDS);
  return (
    <ul class="net-friends">
      {shown.map((friend) => (
        <li key={friend}>
          <button type="button" onClick={() => select(friend)}>
            {nameOf(stage, friend, locale)}
          </button>
          {!others.includes(friend) && <small>{words.onlyHere}</small>}
        </li>
      ))}
      {friends.length > shown.length && <li class="soft">+{friends.length - shown.length}</li>}
    </ul>
  );
}
