/** A stop of the guided tour: a question, a prediction, what happened. */
import { signal } from '@preact/signals';
import { findMetric } from '../../../src/metrics/definitions.ts';
import { say } from '../../../src/report/charts/words.ts';
import { amount, type Locale, percent } from '../../../src/report/format.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { type Answer, answerOf, dayOf, type Stop, stops } from './guided-stops.ts';
import { guidedWords } from './guided-words.ts';
import { seek } from './player.ts';
import { drawnMetric, isThrough, others } from './stage.ts';
import type { StageRun } from './stage-run.ts';

/** Stop of the tour; null in free play. One beyond the last is its end. */
export const at = signal<number | null>(null);
/** Options that were chosen, by stop. */
export const chosen = signal<readonly number[]>([]);
export const rights = signal(0);

export function leave(): void {
  at.value = null;
}

interface StopProps {
  readonly place: number;
  readonly shown: StageRun;
  readonly asked: Scenario;
}

export function OneStop({ place, shown, asked }: StopProps) {
  const locale = useLocale();
  const words = useWords(guidedWords);
  const stop = stops[place];
  const judged = drawnMetric(asked);
  // Worlds come in place: their number is what to wait for.
  const isReady = isThrough.value && (stop !== 'luck' || others.value >= shown.arms.length);
  const answer = isReady ? answerOf(stop, shown, judged) : null;
  const choice = chosen.value[place];
  const options = optionsOf(stop, asked, locale);
  const choose = (option: number) => {
    chosen.value = [...chosen.value.slice(0, place), option];
    if (answer?.right === option) rights.value++;
    seek(dayOf(stop, shown.days));
  };
  return (
    <>
      <p class="sandbox-guided-step">
        <span>{say(words.title, { stop: place + 1, stops: stops.length }, locale)}</span>
        <button type="button" onClick={leave}>
          {words.leave}
        </button>
      </p>
      <h2>{questionOf(stop, { shown, asked, answer, locale })}</h2>
      <div class="row">
        {options.map((option, i) => (
          <button
            key={option}
            type="button"
            class="framed"
            aria-pressed={choice === i}
            disabled={choice !== undefined || answer === null}
            onClick={() => choose(i)}
          >
            {option}
          </button>
        ))}
      </div>
      {answer === null && <p class="sandbox-note">{words.waiting}</p>}
      {choice === undefined && answer !== null && <p class="sandbox-note">{words.first}</p>}
      {choice !== undefined && answer && <Reveal {...{ answer, choice, options, stop, asked }} />}
    </>
  );
}

function optionsOf(stop: Stop, { arms }: Scenario, locale: Locale): readonly string[] {
  const words = guidedWords[locale];
  if (stop === 'gone') return words.gone;
  return stop === 'luck' ? words.luck : arms.map(({ label, name }) => label[locale] ?? name);
}

interface Asked {
  readonly shown: StageRun;
  readonly asked: Scenario;
  readonly answer: Answer;
  readonly locale: Locale;
}

function questionOf(stop: Stop, { shown, asked, answer, locale }: Asked): string {
  const metric = findMetric(drawnMetric(asked))?.label;
  const [baseline] = asked.arms;
  const values = {
    metric: metric?.[locale] ?? metric?.en ?? '',
    day: dayOf(stop, shown.days),
    label: baseline.label[locale] ?? baseline.name,
    worlds: answer?.is === 'luck' ? answer.worlds : others.value,
  };
  return say(guidedWords[locale].questions[stop], values, locale);
}

interface RevealProps {
  readonly answer: NonNullable<Answer>;
  readonly choice: number;
  readonly options: readonly string[];
  readonly stop: Stop;
  readonly asked: Scenario;
}

function Reveal({ answer, choice, options, stop, asked }: RevealProps) {
  const locale = useLocale();
  const words = useWords(guidedWords);
  const slots = { chosen: options[choice], option: options[answer.right] };
  const isLast = stop === stops[stops.length - 1];
  return (
    <div role="status">
      <p>
        <b>{say(choice === answer.right ? words.right : words.wrong, slots, locale)}</b>
        {locale === 'en' && ' '}
        {factsOf(answer, stop, asked, locale)}
      </p>
      <button
        type="button"
        class="primary"
        onClick={() => {
          at.value = (at.value ?? 0) + 1;
        }}
      >
        {isLast ? words.end : words.next}
      </button>
    </div>
  );
}

/** What happened, in numbers. */
function factsOf(answer: NonNullable<Answer>, stop: Stop, asked: Scenario, locale: Locale): string {
  const words = guidedWords[locale];
  if (answer.is === 'gone') return say(words.goneAnswer, { share: percent(answer.share, locale) }, locale);
  if (answer.is === 'luck')
    return say(words.luckAnswer, { same: answer.same, worlds: answer.worlds }, locale);
  const metric = findMetric(stop === 'members' ? 'members' : drawnMetric(asked));
  const parts = asked.arms.map(({ label, name }, i) => {
    const value = metric ? amount(answer.values[i], metric.unit, asked.currency, locale) : '';
    return `${label[locale] ?? name} ${value}`;
  });
  return say(words.leader, { values: parts.join(locale === 'en' ? ', ' : '，') }, locale);
}
