/**
 * What a viewer chose for this device: language and look. Neither is part of a link, so that one link serves everybody.
 * `public/boot.js` applies both before the first paint, from the same two keys.
 */
import { signal } from '@preact/signals';
import type { Locale } from '../../src/report/format.ts';

export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

export const locale = signal<Locale>('en');
export const theme = signal<Theme>('system');

const LANGUAGE_KEY = 'seedbed.language';
const THEME_KEY = 'seedbed.theme';

/** Takes up what `boot.js` found. */
export function readSettings(): void {
  const { lang, dataset } = document.documentElement;
  locale.value = lang === 'zh-CN' ? 'zh-CN' : 'en';
  const found = themes.find((each) => each === dataset.theme);
  theme.value = found ?? 'system';
}

export function chooseLocale(chosen: Locale): void {
  locale.value = chosen;
  document.documentElement.lang = chosen;
  keep(LANGUAGE_KEY, chosen);
}

export function chooseTheme(chosen: Theme): void {
  theme.value = chosen;
  document.documentElement.dataset.theme = chosen;
  keep(THEME_KEY, chosen);
}

/** Keeps a setting on this device; null forgets it. Private windows and full disks refuse: then it holds for this page alone. */
export function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // As said above.
  }
}

/** What is kept under a name; null where nothing is or can be. */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
