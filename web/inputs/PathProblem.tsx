/** What the reader of scenarios says about one place of the file, right below its field, with a way back. */
import { say } from '../../src/report/charts/words.ts';
import type { Problem } from '../../src/scenario/scenario.ts';
import { useLocale, useWords } from '../app/Shell.tsx';
import { problems } from '../app/workspace.ts';
import { inputWords } from './words.ts';

/** Problems at a place of the file or within it: `judge.matters`, `judge.guardrails[0]`. */
export const problemsAt = (place: string): readonly Problem[] =>
  problems.value.filter(
    ({ path }) => path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`),
  );

interface PathProblemProps {
  readonly place: string;
  readonly label: string;
  readonly id: string;
  /** What the button goes back to; none where nothing is known to run. */
  readonly before: string | undefined;
  readonly goBack: () => void;
}

export function PathProblem({ place, label, id, before, goBack }: PathProblemProps) {
  const locale = useLocale();
  const words = useWords(inputWords);
  const found = problemsAt(place);
  if (found.length === 0) return null;
  return (
    <div id={id} class="inputs-problem" role="alert">
      {found.map(({ path, message, text }) => (
        <p key={`${path} ${message}`}>
          <span aria-hidden="true">⚠ </span>
          {say(words.wrong, { label, problem: text[locale] }, locale)}
        </p>
      ))}
      <p>{words.notRun}</p>
      {before !== undefined && (
        <button type="button" class="framed" onClick={goBack}>
          {say(words.goBack, { value: before }, locale)}
        </button>
      )}
    </div>
  );
}
