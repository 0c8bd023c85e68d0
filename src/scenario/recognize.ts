/** Finds the message again that an English sentence was made from: for sentences that are kept or passed on as text. */
import type { OwnText } from './scenario.ts';

export interface Recognized {
  readonly message: OwnText;
  readonly slots: Readonly<Record<string, string>>;
}

/** Longer texts are none of ours; patterns need not try. */
const MAX_LENGTH = 2000;

/** Recognizes sentences made from these messages, the first that fits; null for any other text. */
export function recognizer(messages: readonly OwnText[]): (text: string) => Recognized | null {
  let patterns: Pattern[] | null = null;
  return (text) => {
    if (text.length > MAX_LENGTH) return null;
    patterns ??= messages.map(patternOf);
    for (const { message, names, pattern } of patterns) {
      const match = pattern.exec(text);
      if (match !== null)
        return { message, slots: Object.fromEntries(names.map((name, i) => [name, match[i + 1]])) };
    }
    return null;
  };
}

interface Pattern {
  readonly message: OwnText;
  readonly names: readonly string[];
  readonly pattern: RegExp;
}

function patternOf(message: OwnText): Pattern {
  const plain = message.en.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return {
    message,
    names: [...message.en.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
    pattern: new RegExp(`^${plain.replace(/\{\w+\}/g, '(.+?)')}$`, 's'),
  };
}
