/** Between the text that a page edits and the link that it shares. Needs the YAML reader: load it when it is used. */
import { type Edited, plainOf } from './change.ts';
import { hasOwnRemarks, textWith } from './document.ts';
import type { LinkState } from './link.ts';

export interface Shared extends Pick<LinkState, 'preset' | 'view' | 'version' | 'hash' | 'digest'> {
  readonly text: string;
  /** Text of the preset as the gallery has it; null if there is none. */
  readonly presetText: string | null;
}

/** What to put into a link: changes from the preset where they say all, else the whole text. */
export function linkStateOf({ text, presetText, ...rest }: Shared): LinkState {
  const read = plainOf(text);
  const whole = presetText === null || 'problems' in read || hasOwnRemarks(text, presetText);
  return { ...rest, text, plain: whole ? null : read.plain };
}

/** The text that a link stands for: its own, or that of its preset with the changes made in it. */
export function textOfLink({ text, plain }: LinkState, presetText: string | null): Edited {
  if (text !== null || plain === null) return { text: text ?? '' };
  return textWith(presetText ?? JSON.stringify(plain, null, 2), plain);
}
