/**
 * HTML by template: whatever is put into one is escaped, unless it is markup made by a template itself. So no name can
 * become a tag.
 */

/** Text that is HTML already. Only `html` makes it (and `trusted`, for drawings and styles of our own). */
export interface Markup {
  readonly markup: string;
}

type Content = Markup | string | number | null | false | readonly Content[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign]);

function contentOf(content: Content): string {
  if (content === null || content === false) return '';
  if (typeof content === 'string') return escapeHtml(content);
  if (typeof content === 'number') return String(content);
  return 'markup' in content ? content.markup : content.map(contentOf).join('');
}

export function html(strings: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return {
    markup: strings.map((text, i) => text + (i < contents.length ? contentOf(contents[i]) : '')).join(''),
  };
}

/** What this package made itself. */
export const trusted = (markup: string): Markup => ({ markup });
