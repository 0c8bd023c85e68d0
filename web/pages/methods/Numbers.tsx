/**
 * The table of numbers, in the viewer's language. It is long, so the page does not carry it in both: it is a file beside the
 * page, fetched once the page is there.
 */
import { useEffect, useState } from 'preact/hooks';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { methodsWords } from './words.ts';

export function Numbers({ onShown }: { readonly onShown: () => void }) {
  const locale = useLocale();
  const words = useWords(methodsWords);
  const [markup, setMarkup] = useState<string | null>('');
  useEffect(() => {
    let isWanted = true;
    void fetchNumbers(locale).then((text) => isWanted && setMarkup(text));
    return () => {
      isWanted = false;
    };
  }, [locale]);
  useEffect(() => {
    if (markup) onShown();
  }, [markup]);
  if (markup === null) return <p role="status">{words.notFetched}</p>;
  // Our own markup from our own build: names in it were escaped when it was drawn.
  return <div aria-busy={markup === ''} dangerouslySetInnerHTML={{ __html: markup }} />;
}

async function fetchNumbers(locale: string): Promise<string | null> {
  try {
    const answer = await fetch(`numbers.${locale}.json`);
    return answer.ok ? ((await answer.json()) as string) : null;
  } catch {
    return null;
  }
}
