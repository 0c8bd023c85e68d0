/**
 * What is compared, as a sentence. Each of its underlined parts opens an editor below it; the sentence, the inputs of the
 * sandbox and the file say the same thing and change together.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { armPlace } from '../../../src/report/charts/look.ts';
import { inLocale, metricNamed, shownArms } from '../../../src/report/charts/source.ts';
import type { Locale } from '../../../src/report/format.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { lazily } from '../../app/lazily.tsx';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { Static } from '../../app/Static.tsx';
import { live, scenario } from '../../app/workspace.ts';
import { ArmActions } from './ArmActions.tsx';
import { open, type Part } from './sentence-part.ts';
import { sentenceWords } from './sentence-words.ts';
import { compareWords } from './words.ts';

const Editor = lazily(() => import('./SentenceEditor.tsx').then(({ SentenceEditor }) => SentenceEditor));

export function Sentence() {
  const asked = scenario.value;
  if (asked === null) return <Static name="sentence" class="compare-sentence-static" />;
  return (
    <section class="compare-ask" aria-label={useWords(sentenceWords).label}>
      <Words asked={asked} />
      {open.value !== null && <Panel part={open.value} />}
    </section>
  );
}

function Words({ asked }: { readonly asked: Scenario }) {
  const locale = useLocale();
  const words = useWords(sentenceWords);
  const arms = shownArms(asked, locale);
  const rails = [...new Set(asked.judge.guardrails.map(({ metric }) => metricText(metric, locale)))];
  const last = arms.length - 1;
  const afterArm = (i: number) => (i === last ? '' : i === last - 1 ? words.and : words.between);
  return (
    <p class="sentence">
      {words.community}
      <Kept after={words.over}>
        <Slot part="members">{membersText(asked, locale, words.members)}</Slot>
      </Kept>
      <Kept after={words.compare}>
        <Slot part="horizon">{horizonText(asked, locale)}</Slot>
      </Kept>
      {arms.map(({ label, name, place }, i) => (
        <Kept key={name} after={afterArm(i)}>
          <Slot part={place} color={armPlace(place)}>
            {label}
          </Slot>
        </Kept>
      ))}{' '}
      <Kept after={words.judgeBy}>
        <ArmActions arms={arms} />
      </Kept>
      <Kept after={rails.length > 0 ? words.without : words.bare}>
        <Slot part="metric">{metricText(asked.judge.metric, locale)}</Slot>
      </Kept>
      <Kept after={words.end}>
        <Slot part="rails">{rails.length > 0 ? anyOf(rails, words) : words.noRails}</Slot>
      </Kept>
    </p>
  );
}

/** "a, b or c". */
const anyOf = (
  names: readonly string[],
  { between, or }: { readonly between: string; readonly or: string },
) => names.map((name, i) => (i === 0 ? '' : i === names.length - 1 ? or : between) + name).join('');

interface KeptProps {
  /** What the sentence says next: the signs that it begins with stay on the line of what they follow. */
  readonly after: string;
  readonly children: ComponentChildren;
}

function Kept({ after, children }: KeptProps) {
  const signs = /^\p{P}*/u.exec(after)?.[0] ?? '';
  return (
    <>
      <span class="compare-kept">
        {children}
        {signs}
      </span>
      {after.slice(signs.length)}
    </>
  );
}

interface SlotProps {
  readonly part: Part;
  readonly color?: number;
  readonly children: ComponentChildren;
}

function Slot({ part, color, children }: SlotProps) {
  const isOpen = open.value === part;
  return (
    <button
      type="button"
      class={`compare-slot${color === undefined ? '' : ` t${color}`}`}
      aria-expanded={isOpen}
      aria-controls="compare-editor"
      onPointerEnter={() => void live()}
      onClick={() => {
        open.value = isOpen ? null : part;
      }}
    >
      {children}
    </button>
  );
}

/** The editor below the sentence; Escape closes it and gives the focus back. */
function Panel({ part }: { readonly part: Part }) {
  const words = useWords(compareWords);
  const panel = useRef<HTMLDivElement>(null);
  const close = () => {
    open.value = null;
    document.querySelector<HTMLElement>('.compare-slot[aria-expanded="true"]')?.focus();
  };
  useEffect(() => {
    panel.current?.focus();
  }, [part]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what has the focus, wherever in it
    <div
      id="compare-editor"
      class="card compare-editor"
      ref={panel}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // It is answered: the page's own meaning of the key, stopping the run, is not meant.
        event.preventDefault();
        close();
      }}
    >
      <Editor part={part} />
      <p class="compare-close">
        <button type="button" class="framed" onClick={close}>
          {words.close}
        </button>
      </p>
    </div>
  );
}

const metricText = (name: string, locale: Locale): string => inLocale(metricNamed(name).label, locale);

function membersText({ arms }: Scenario, locale: Locale, usual: string): string {
  const amount = arms[0]?.sections.community?.members?.amount;
  if (amount === undefined) return usual;
  const show = (value: number) => Math.round(value).toLocaleString(locale);
  return typeof amount === 'number' ? show(amount) : `${show(amount.low)}–${show(amount.high)}`;
}

function horizonText({ horizonDays, horizonMonths }: Scenario, locale: Locale): string {
  const [count, unit] = horizonMonths === null ? [horizonDays, 'day'] : [horizonMonths, 'month'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
