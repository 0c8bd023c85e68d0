/** Every problem of the scenario at the place where it is, in the words of the inputs; its path in the file beside it. */
import { say } from '../../../src/report/charts/words.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { problems } from '../../app/workspace.ts';
import { placeWords } from '../../inputs/place-words.ts';
import { inputWords } from '../../inputs/words.ts';

export function ProblemList() {
  const locale = useLocale();
  const words = useWords(inputWords);
  return (
    <ul>
      {problems.value.map(({ line, path, message, text }) => {
        const label = placeWords(path, locale);
        return (
          <li key={`${line} ${path} ${message}`}>
            {label === null ? text[locale] : say(words.wrong, { label, problem: text[locale] }, locale)}{' '}
            {path !== '' && <code>{path}</code>}
          </li>
        );
      })}
    </ul>
  );
}
