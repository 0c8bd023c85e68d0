/** What is wrong with what somebody typed, what is allowed, and a button that mends it. */

import { say } from '../../src/report/charts/words.ts';
import type { Input } from '../../src/scenario/inputs.ts';
import type { Value } from '../../src/scenario/scenario.ts';
import { useLocale, useWords } from '../app/Shell.tsx';
import { type FieldState, mended } from './field-value.ts';
import { inputWords } from './words.ts';

interface ProblemProps {
  readonly input: Input;
  readonly wrong: NonNullable<FieldState['wrong']>;
  readonly id: string;
  readonly use: (value: Value) => void;
  /** What stood there when the scenario could last be run. */
  readonly before: Value | null;
  readonly goBack: () => void;
}

export function FieldProblem({ input, wrong, id, use, before, goBack }: ProblemProps) {
  const locale = useLocale();
  const words = useWords(inputWords);
  const label = input.label[locale];
  const nearest = mended(input, wrong.typed);
  const isSame = before !== null && nearest !== null && input.write(before) === input.write(nearest);
  const fix = isSame ? null : nearest;
  return (
    <div id={id} class="inputs-problem" role="alert">
      <p>
        <span aria-hidden="true">⚠ </span>
        {say(words.wrong, { label, problem: wrong.problem[locale] }, locale)}
      </p>
      <p>
        {allowed(input, words, locale)} {words.notRun}
      </p>
      <p class="row">
        {before && (
          <button type="button" class="framed" onClick={goBack}>
            {say(words.goBack, { value: input.print(before, locale) }, locale)}
          </button>
        )}
        {fix && (
          <button type="button" class="framed" onClick={() => use(fix)}>
            {say(words.fix, { value: input.print(fix, locale) }, locale)}
          </button>
        )}
      </p>
    </div>
  );
}

type Words = ReturnType<typeof useWords<(typeof inputWords)['en']>>;

function allowed(input: Input, words: Words, locale: 'en' | 'zh-CN'): string {
  const [min, max] = input.bounds;
  const low = Number.isFinite(min) ? input.print(min, locale) : '';
  const high = Number.isFinite(max) ? input.print(max, locale) : '';
  if (low !== '' && high !== '') return say(words.limits, { low, high }, locale);
  if (low !== '') return say(words.atLeast, { low }, locale);
  return high === '' ? '' : say(words.atMost, { high }, locale);
}
