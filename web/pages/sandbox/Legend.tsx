/** What dots mean, by the shapes that the painter draws. */
import { useWords } from '../../app/Shell.tsx';
import { dotStates } from './dot-states.ts';
import { sandboxWords } from './words.ts';

export function Legend() {
  const words = useWords(sandboxWords);
  return (
    <ul class="sandbox-legend" aria-label={words.legend}>
      {dotStates.map((state) => (
        <li key={state}>
          <svg viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">
            {shapes[state]}
          </svg>
          {words.states[state]}
        </li>
      ))}
    </ul>
  );
}

const shapes = {
  here: <circle r="5.5" fill="currentColor" />,
  member: <circle r="4" fill="none" stroke="currentColor" stroke-width="1.6" />,
  dormant: <path d="M-5 0H5" stroke="var(--soft)" stroke-width="1.8" />,
  left: <path d="M-4-4 4 4M4-4-4 4" stroke="currentColor" stroke-width="1.6" opacity="0.7" />,
  outside: <circle r="1.4" fill="var(--soft)" />,
} as const;
