/** The frame of every page: bar, content, foot. */

import type { ComponentChildren } from 'preact';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { say } from '../../src/report/charts/words.ts';
import type { Locale } from '../../src/report/format.ts';
import { version } from '../../src/version.ts';
import { inBar, type RouteName, rootFrom, routes } from './routes.ts';
import { chooseLocale, chooseTheme, locale as chosenLocale, theme, themes } from './settings.ts';
import { frameWords } from './words.ts';

/** The language of what is being drawn. Pre-rendering draws a page once in each. */
export const LocaleContext = createContext<Locale | null>(null);

/** The language to speak here; follows the viewer's choice. */
export function useLocale(): Locale {
  return useContext(LocaleContext) ?? chosenLocale.value;
}

/** The words of the language to speak here. */
export const useWords = <W,>(words: Readonly<Record<Locale, W>>): W => words[useLocale()];

interface ShellProps {
  readonly route: RouteName;
  /** Buttons of the page in the bar: undo, share, export. */
  readonly tools?: ComponentChildren;
  /** What the foot says of the run: seed, worlds, uncertainty, progress. */
  readonly status?: ComponentChildren;
  /** Wide pages (sandbox, network) use the whole window. */
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

export function Shell({ route, tools, status, wide = false, children }: ShellProps) {
  const words = useWords(frameWords);
  const root = rootFrom(route);
  return (
    <>
      <a class="skip" href="#content">
        {words.skip}
      </a>
      <header class="bar">
        <a class="brand" href={root === './' ? './' : root}>
          <Sprout />
          <span class="brand-word">Seedbed</span>
        </a>
        <nav aria-label={words.pages}>
          {inBar.map((name) => (
            <a
              key={name}
              href={`${root}${routes[name]}` || './'}
              aria-current={name === route || (name === 'home' && route === 'story') ? 'page' : undefined}
            >
              {words[name]}
            </a>
          ))}
        </nav>
        <div class="tools">
          {tools}
          <LocaleButton />
          <ThemeChoice />
        </div>
      </header>
      <main id="content" class={wide ? 'wide' : undefined}>
        {children}
      </main>
      <footer class="foot">
        <span>{say(words.version, { version }, useLocale())}</span>
        {status}
        <span>
          {words.model} <a href={`${root}${routes.methods}#limits`}>{words.limits}</a>
        </span>
        <span class="local">{words.local}</span>
      </footer>
    </>
  );
}

const Sprout = () => (
  <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
    <path
      d="M12 21v-9m0 0c0-5 3-8 8-8 0 5-3 8-8 8Zm0 3c0-3.5-2.5-6-7-6 0 3.8 2.7 6 7 6Z"
      fill="none"
      stroke="currentColor"
      stroke-width="1.7"
      stroke-linejoin="round"
    />
  </svg>
);

/** Offers the other language in its own words. */
function LocaleButton() {
  const other: Locale = useLocale() === 'en' ? 'zh-CN' : 'en';
  return (
    <button type="button" lang={other} class="locale" onClick={() => chooseLocale(other)}>
      {other === 'en' ? 'English' : '中文'}
    </button>
  );
}

function ThemeChoice() {
  const words = useWords(frameWords);
  return (
    <label class="theme">
      <span class="unseen">{words.theme}</span>
      <span aria-hidden="true">◐</span>
      <select
        value={theme.value}
        onChange={(event) => {
          const chosen = themes.find((each) => each === event.currentTarget.value);
          if (chosen) chooseTheme(chosen);
        }}
      >
        {themes.map((each) => (
          <option key={each} value={each}>
            {words.themes[each]}
          </option>
        ))}
      </select>
    </label>
  );
}
