/** What happens to people, in plain words: by topic, or everything of one person. */
import { armPlace } from '../../../src/report/charts/look.ts';
import { say } from '../../../src/report/charts/words.ts';
import { personName } from '../../../src/report/life-words.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { dotStates } from './dot-states.ts';
import { LogLines } from './LogLines.tsx';
import { followed, isHeld, logArm, shownTopics, toggled, topicNames } from './log.ts';
import { day } from './player.ts';
import { segmentNames } from './segment-names.ts';
import { run, shownArm, staged } from './stage.ts';
import { type ArmRun, codesOn } from './stage-run.ts';
import { sandboxWords } from './words.ts';

export function EventLog() {
  const words = useWords(sandboxWords);
  const shown = run.value;
  const place = shownArm.value ?? Math.min(logArm.value, (shown?.arms.length ?? 1) - 1);
  const arm = shown?.arms[place];
  return (
    <section class="sandbox-log" aria-label={words.log}>
      <LogHead />
      {shownArm.value === null && <ArmOfLog place={place} />}
      {arm && (followed.value === null ? <Topics /> : <Followed arm={arm} />)}
      {arm && <LogLines key={`${shown?.run} ${place}`} arm={arm} />}
    </section>
  );
}

function LogHead() {
  const words = useWords(sandboxWords);
  return (
    <div class="sandbox-log-head">
      <h2>{words.log}</h2>
      <button
        type="button"
        class="framed"
        aria-pressed={isHeld.value}
        onClick={() => {
          isHeld.value = !isHeld.value;
        }}
      >
        {isHeld.value ? words.goOn : words.hold}
      </button>
    </div>
  );
}

function ArmOfLog({ place }: { readonly place: number }) {
  const locale = useLocale();
  const words = useWords(sandboxWords);
  const arms = staged.value?.arms ?? [];
  if (arms.length < 2) return null;
  return (
    <label class="sandbox-log-arm">
      <span class="unseen">{words.logOf}</span>
      <svg class="dash" viewBox="0 0 18 8" aria-hidden="true">
        <line class={`l${armPlace(place)}`} x1="0" x2="18" y1="4" y2="4" />
      </svg>
      <select
        value={place}
        onChange={(event) => {
          logArm.value = Number(event.currentTarget.value);
        }}
      >
        {arms.map(({ name, label }, i) => (
          <option key={name} value={i}>
            {label[locale] ?? name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Topics() {
  const words = useWords(sandboxWords);
  return (
    <fieldset class="sandbox-topics" aria-label={words.filter}>
      {topicNames.map((topic) => (
        <button
          key={topic}
          type="button"
          class="framed"
          aria-pressed={shownTopics.value.has(topic)}
          onClick={() => {
            shownTopics.value = toggled(shownTopics.value, topic);
          }}
        >
          {words.topics[topic]}
        </button>
      ))}
    </fieldset>
  );
}

/** Whom the log follows, and where they stand. */
function Followed({ arm }: { readonly arm: ArmRun }) {
  const locale = useLocale();
  const words = useWords(sandboxWords);
  const place = arm.cast.places.indexOf(followed.value ?? -1);
  if (place < 0) return null;
  const state = dotStates[codesOn(arm, day.value - 1)[place]];
  return (
    <div class="sandbox-followed">
      <span>
        <b>{say(words.following, { name: personName(arm.cast.keys[place], locale) }, locale)}</b>
        <br />
        <span class="soft">
          {words.standing[state]}
          {arm.cast.segments.length > 1 && ` · ${segmentNames(arm.cast, locale)[arm.cast.segment[place]]}`}
        </span>
      </span>
      <button
        type="button"
        class="framed"
        onClick={() => {
          followed.value = null;
        }}
      >
        {words.stopFollowing}
      </button>
    </div>
  );
}
