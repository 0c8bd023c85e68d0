/**
 * The scenario as text: what the inputs write, and what can be written by hand. What is wrong with it stands at its
 * line. The Tab key moves on, as everywhere on the page.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../src/report/charts/words.ts';
import type { Problem } from '../../src/scenario/scenario.ts';
import { setText } from '../app/edit.ts';
import { useLocale, useWords } from '../app/Shell.tsx';
import { doc, problems, scenario } from '../app/workspace.ts';
import { FileButtons } from './FileButtons.tsx';
import { numberedLines, offsetOf } from './text-lines.ts';
import { inputWords } from './words.ts';
import './inputs.css';

/** Milliseconds of rest before what is typed counts. */
const REST = 250;

export function ScenarioText() {
  const words = useWords(inputWords);
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLOListElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? doc.value?.text ?? '';
  useDebounced(draft, () => setDraft(null));
  const goTo = ({ line, column }: Problem) => {
    const at = offsetOf(text, line, column);
    area.current?.focus();
    area.current?.setSelectionRange(at, offsetOf(text, line, Number.POSITIVE_INFINITY));
    if (area.current) area.current.scrollTop = Math.max(0, (line - 4) * 20);
  };
  return (
    <div class="inputs-text">
      <FileButtons />
      <div class="inputs-paper">
        <ol class="inputs-gutter" ref={gutter} aria-hidden="true">
          {numberedLines(text, problems.value).map(({ number, problems: found }) => (
            <li key={number} class={found > 0 ? 'inputs-bad' : undefined}>
              {found > 0 && '● '}
              {number}
            </li>
          ))}
        </ol>
        <textarea
          ref={area}
          wrap="off"
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          aria-label={words.textLabel}
          aria-invalid={problems.value.length > 0 ? 'true' : undefined}
          value={text}
          onInput={(event) => setDraft(event.currentTarget.value)}
          onScroll={(event) => {
            if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
          }}
        />
      </div>
      <ProblemList onGo={goTo} />
      <p class="inputs-note">{words.textHelp}</p>
    </div>
  );
}

/** Hands the draft on after a rest. */
function useDebounced(draft: string | null, done: () => void): void {
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => {
      setText(draft, 'text');
      done();
    }, REST);
    return () => clearTimeout(timer);
  }, [draft]);
}

function ProblemList({ onGo }: { readonly onGo: (problem: Problem) => void }) {
  const locale = useLocale();
  const words = useWords(inputWords);
  const all = problems.value;
  if (all.length === 0)
    return <p class="inputs-sound">{scenario.value === null ? '' : `✓ ${words.sound}`}</p>;
  return (
    <div class="inputs-problem" role="status">
      <p>{say(words.problems, { count: all.length }, locale)}</p>
      <ul>
        {all.map((problem) => (
          <li key={`${problem.line} ${problem.column} ${problem.message}`}>
            <button type="button" onClick={() => onGo(problem)}>
              <b>{say(words.problemAt, { line: problem.line }, locale)}</b>{' '}
              <span>
                {problem.path !== '' && <code>{problem.path}</code>} {problem.text[locale]}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
