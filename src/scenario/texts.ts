/** Texts that people read, as a file gives them and in the language of a reader. */
import type { Locale } from '../report/format.ts';
import { isMapping } from './read.ts';
import type { OwnText, Segment, Text } from './scenario.ts';

/** One text, or one for each language; null where there is none. */
export function readText(raw: unknown): Text | null {
  if (typeof raw === 'string') return { en: raw.trim() };
  if (!isMapping(raw) || typeof raw.en !== 'string') return null;
  const { en, 'zh-CN': chinese } = raw;
  return { en: en.trim(), ...(typeof chinese === 'string' ? { 'zh-CN': chinese.trim() } : {}) };
}

/** The one segment of a community that names none. */
export const WHOLE = 'everyone';

const whole: OwnText = { en: WHOLE, 'zh-CN': '全体成员' };

/** What people call a segment. */
export function segmentLabel({ name, label }: Pick<Segment, 'name' | 'label'>, locale: Locale): string {
  const text: Text | undefined = label ?? (name === WHOLE ? whole : undefined);
  return text?.[locale] ?? text?.en ?? name;
}
