/** What is wrong with a link. Loaded only for links that cannot be opened. */
import { useLocale } from '../../app/Shell.tsx';
import type { BadLink } from '../../state/link.ts';
import { badLinks } from '../../state/words.ts';

export function Fault({ bad }: { readonly bad: BadLink }) {
  const words = badLinks[useLocale()];
  return (
    <p class="embed-state" role="alert">
      {bad === 'absent' ? '' : words[bad]}
    </p>
  );
}
