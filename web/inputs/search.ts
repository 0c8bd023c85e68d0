/** Which inputs a search finds. */
import type { Locale } from '../../src/report/format.ts';
import type { Input, InputGroup } from '../../src/scenario/inputs.ts';

const plainText = (text: string): string => text.normalize('NFKC').toLocaleLowerCase('en').trim();

/** Every word of the search must stand in the label, the path, the sentence about it, or the name of its group. */
export function matches(
  search: string,
  input: Input,
  group: Pick<InputGroup, 'label'>,
  locale: Locale,
): boolean {
  const words = plainText(search).split(/\s+/).filter(Boolean);
  const text = plainText(
    [input.label[locale], input.path, input.about[locale], group.label[locale], input.unit[locale]].join(' '),
  );
  return words.every((word) => text.includes(word));
}
