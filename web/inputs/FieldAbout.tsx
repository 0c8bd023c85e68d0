/** What an input means and where its usual value comes from. */

import { say } from '../../src/report/charts/words.ts';
import type { Input } from '../../src/scenario/inputs.ts';
import { useLocale, useWords } from '../app/Shell.tsx';
import { inputWords } from './words.ts';

interface AboutProps {
  readonly input: Input;
  readonly label: string;
  /** Whether worlds draw it where the file is silent. */
  readonly isDrawn: boolean;
}

export function FieldAbout({ input, label, isDrawn }: AboutProps) {
  const locale = useLocale();
  const words = useWords(inputWords);
  const [low, high] = input.range;
  const usual = isDrawn ? input.print({ amount: { low, high } }, locale) : input.print(input.default, locale);
  return (
    <details class="inputs-about">
      <summary aria-label={say(words.about, { label }, locale)}>
        <span class="inputs-unit">{input.unit[locale]}</span>
        <span aria-hidden="true" class="inputs-why">
          ?
        </span>
      </summary>
      <p>{input.about[locale]}</p>
      <p>{say(isDrawn ? words.drawn : words.usual, { value: usual }, locale)}</p>
      <p>
        {words.source} ({words.known[input.known]}): {input.source[locale] ?? input.source.en}
      </p>
      <p>
        <code>{input.path}</code> · <a href={`../methods/#${input.path}`}>{words.more}</a>
      </p>
    </details>
  );
}
