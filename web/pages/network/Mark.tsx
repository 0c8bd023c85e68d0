import type { Standing } from './frames.ts';

/** The shape of a standing, as in the picture. */
export function Mark({ standing }: { readonly standing: Standing }) {
  return (
    <svg class={`net-mark net-${standing}`} viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">
      {shapes[standing]}
    </svg>
  );
}

const shapes = {
  active: <circle r="6" fill="currentColor" />,
  quiet: <circle r="4.8" fill="none" stroke="currentColor" stroke-width="2.6" />,
  dormant: <path d="M0-5.6 5.6 0 0 5.6-5.6 0Z" fill="none" stroke="currentColor" stroke-width="2.2" />,
  left: <path d="M-4.4-4.4 4.4 4.4M4.4-4.4-4.4 4.4" stroke="currentColor" stroke-width="2.6" />,
  outside: <circle r="2.6" fill="currentColor" />,
};
