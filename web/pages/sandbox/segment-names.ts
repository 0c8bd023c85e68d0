/** What people call the segments of an arm on the stage. */
import type { Locale } from '../../../src/report/format.ts';
import { segmentLabel } from '../../../src/scenario/texts.ts';
import { staged } from './stage.ts';
import type { Cast } from './stage-messages.ts';

export function segmentNames({ arm, segments }: Cast, locale: Locale): string[] {
  const own = staged.value?.arms[arm]?.segments ?? [];
  return segments.map((name) => segmentLabel(own.find((each) => each.name === name) ?? { name }, locale));
}
