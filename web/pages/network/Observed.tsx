/** A world that is open: pictures or tables, the days, the key, people. */
import { capital, say } from '../../../src/report/charts/words.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { DifferingList } from './Differing.tsx';
import { Finder } from './Finder.tsx';
import { countsAt } from './frames.ts';
import { Key } from './Key.tsx';
import { armName, fullNameOf, onDay } from './names.ts';
import { Panes } from './Panes.tsx';
import { PersonPanel } from './PersonPanel.tsx';
import { isTable, known, networks, noPicture, type Stage, selected, settled, shownEvening } from './state.ts';
import { Tables } from './Tables.tsx';
import { Transport } from './Transport.tsx';
import { networkWords } from './words.ts';

export function Observed({ stage }: { readonly stage: Stage }) {
  const words = useWords(networkWords);
  const isTabled = isTable.value || noPicture.value !== null;
  return (
    <>
      {noPicture.value && (
        <p class="notice" role="status">
          {noPicture.value === 'lost' ? words.lost : words.unsupported}
        </p>
      )}
      <Answer stage={stage} />
      {isTabled ? <Tables stage={stage} /> : <Panes stage={stage} />}
      <Transport stage={stage} />
      <div class="net-below">
        <Key stage={stage} />
        <div class="net-people">
          <Finder stage={stage} />
          {selected.value === null ? (
            <DifferingList stage={stage} />
          ) : (
            <PersonPanel stage={stage} person={selected.value} />
          )}
        </div>
      </div>
      <Drawn stage={stage} />
    </>
  );
}

/** The two pictures in one sentence. */
function Answer({ stage }: { readonly stage: Stage }) {
  const words = useWords(networkWords);
  const locale = useLocale();
  if (known.value < 0) return <p class="net-answer">{words.loading}</p>;
  const evening = shownEvening.value;
  const [a, b] = stage.frames.arms.map((_, arm) => countsAt(stage.frames, arm, evening).active);
  const [left, right] = stage.arms.map((arm) => armName(stage, arm, locale));
  const sentence = b === undefined ? words.answerOne : a === b ? words.answerSame : words.answer;
  const slots = { when: capital(onDay(evening, locale)), left, right: right ?? '', a, b: b ?? 0 };
  return <p class="net-answer">{say(sentence, slots, locale)}</p>;
}

/** Who is drawn, and how far the work is. */
function Drawn({ stage }: { readonly stage: Stage }) {
  const words = useWords(networkWords);
  const locale = useLocale();
  const { drawn, isSameStart, scenario } = stage;
  const { done, of } = settled.value;
  const center = drawn.center;
  return (
    <div class="net-notes fine">
      <p>
        {center === null
          ? say(words.drawnAll, { people: drawn.count }, locale)
          : say(
              words.drawnPart,
              { people: drawn.count, all: drawn.reachable, name: fullNameOf(stage, center, locale) },
              locale,
            )}
      </p>
      <p>{words.size}</p>
      {stage.networks.size > 0 && (
        <button
          type="button"
          class="framed"
          onClick={() => {
            networks.value = new Map();
          }}
        >
          {words.otherFile}
        </button>
      )}
      {!isSameStart && <p>{words.differentStart}</p>}
      {scenario.arms.length < 2 && <p>{words.onlyArm}</p>}
      <p role="status">
        {known.value < stage.days
          ? say(words.running, { day: Math.max(0, known.value), days: stage.days }, locale)
          : done < of
            ? say(words.settling, { percent: Math.round((100 * done) / of) }, locale)
            : ''}
      </p>
    </div>
  );
}
