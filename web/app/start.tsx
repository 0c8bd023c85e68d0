/** Brings a pre-rendered page to life: the copy in the viewer's language is taken over, the other one goes. */
import { type ComponentType, hydrate } from 'preact';
import 'virtual:report.css';
import '../style/site.css';
import { keepStatics } from './page-data.ts';
import { readSettings } from './settings.ts';

export function start(Page: ComponentType): void {
  readSettings();
  const { lang } = document.documentElement;
  const copies = [...document.querySelectorAll<HTMLElement>('[data-page]')];
  for (const copy of copies) keepStatics(copy, copy.lang);
  for (const copy of copies) {
    if (copy.lang === lang) {
      copy.removeAttribute('lang');
      hydrate(<Page />, copy);
    } else copy.remove();
  }
  if ('serviceWorker' in navigator && location.protocol.startsWith('http')) setTimeout(keepAtHand, AFTER);
}

/** Milliseconds after which the whole site is fetched for later: not while the page itself still is. */
const AFTER = 3000;

const keepAtHand = (): void =>
  void navigator.serviceWorker
    .register(new URL(/* @vite-ignore */ '../sw.js', import.meta.url))
    .catch(() => {});
