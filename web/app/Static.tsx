import { useStatic } from './page-data.ts';
import { useLocale } from './Shell.tsx';

/** A part of the page that was drawn beforehand, in the language of the page; nothing where there is none. */
export function Static({ name, class: style }: { readonly name: string; readonly class?: string }) {
  const markup = useStatic(name, useLocale());
  if (markup === '') return null;
  // Our own markup from our own build: names in it were escaped when it was drawn.
  return <div class={style} data-static={name} dangerouslySetInnerHTML={{ __html: markup }} />;
}
