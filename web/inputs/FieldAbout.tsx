/** What an input means and where its usual value comes from. */

import { say } from '../../src/report/charts/words.ts';
import type { Input } from '../../src/scenario/inputs.ts';
import { siteRoot } from '../app/address.ts';
import { useLocale, useWords } from '../app/Shell.tsx';
import { inputWords } from './words.ts';

interface AboutProps {
  readonly input: Input;
  /** Whether worlds draw it where the file is silent. */
  readonly isDrawn: boolean;
}

export function FieldAbout({ input, isDrawn }: AboutProps) {
  const locale = useLocale();
  const words = useWords(inputWords);
  // What every tactic has is told once, under the name of none.
  const anchor = input.isOfPlan ? input.path.replace(/^tactics\.[^.]+/, 'tactics.NAME') : input.path;
  const [low, high] = input.range;
  const usual = isDrawn ? input.print({ amount: { low, high } }, locale) : input.print(input.default, locale);
  return (
    <div class="inputs-about">
      <p>{input.about[locale]}</p>
      <p>
        {say(words.unit, { unit: input.unit[locale] }, locale)}{' '}
        {say(isDrawn ? words.drawn : words.usual, { value: usual }, locale)}
      </p>
      <p>
        {say(
          words.source,
          { known: words.known[input.known], source: input.source[locale] ?? input.source.en },
          locale,
        )}
      </p>
      <p>
        <code>{input.path}</code> · <a href={`${siteRoot()}methods/#${anchor}`}>{words.more}</a>
      </p>
    </div>
  );
}
