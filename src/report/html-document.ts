/**
 * A page that opens from disk: styles and drawings inside, nothing asked from anywhere, no script. The policy in its head
 * allows its own style sheet, by hash, and nothing else.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import type { Locale } from './format.ts';
import { html, type Markup, trusted } from './html-markup.ts';
import { style } from './style.ts';

export interface StandalonePage {
  readonly locale: Locale;
  /** Of the program. */
  readonly version: string;
  /** In the title bar, before the name of the program. */
  readonly title: string;
  /** What it is a page of, beside the brand. */
  readonly kind: string;
  readonly main: Markup;
  readonly foot: Markup;
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** Everything is forbidden but the style sheet of the page itself. */
function policyFor(sheet: string): string {
  const hash = base64(sha256(new TextEncoder().encode(sheet)));
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

export function standalonePage({ locale, version, title, kind, main, foot }: StandalonePage): string {
  const page = html`<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policyFor(style))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Seedbed ${version}">
<title>${title} · Seedbed</title>
<style>${trusted(style)}</style>
</head>
<body>
<header class="bar"><p class="brand">${mark}Seedbed</p><p class="kind">${kind}</p></header>
<main>
${main}
</main>
${foot}
</body>
</html>`;
  return `<!doctype html>\n${page.markup}\n`;
}

/** The plant of the brand. */
const mark = trusted(
  '<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><path d="M12 21v-9m0 0c0-5 3-8 8-8 0 5-3 8-8 8Zm0 3c0-3.5-2.5-6-7-6 0 3.8 2.7 6 7 6Z" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linejoin="round"/></svg>',
);
