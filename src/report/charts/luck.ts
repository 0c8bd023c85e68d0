/**
 * C12, luck against assumptions: why are we unsure?
 *
 * One bar, cut by shares of the variance between worlds: twins have the same assumptions and differ in luck alone, so
 * what they differ by is luck and the rest is what we do not know. Luck shrinks with more worlds, ignorance with data.
 */
import { probability } from '../format.ts';
import { metricPhrase, voiceOf } from '../verdict/phrases.ts';
import { luckPicture } from './luck-picture.ts';
import { luckWords } from './luck-words.ts';
import { type Chart, type ChartSource, read } from './source.ts';
import { quoted, say } from './words.ts';

/** Beyond these shares one of the two is what there is to work on. */
const MOSTLY = 0.6;

export interface LuckPart {
  readonly name: string;
  readonly part: number;
  readonly value: string;
}

export function luck(source: ChartSource): Chart {
  const { locale, scenario, comparison } = source;
  const text = luckWords[locale];
  const { metric, arm, baseline } = read({ ...source, arm: comparison.decision.arm });
  const share = comparison.uncertainty.luckShare;
  const title = titleOf(source);
  const subtitle = say(
    text.subtitle,
    {
      metric: metricPhrase(voiceOf(scenario, locale), metric),
      arm: quoted(arm.label),
      baseline: quoted(baseline.label),
    },
    locale,
  );
  const show = (part: number) => probability(part, locale);
  const description =
    share === null
      ? title
      : say(text.description, { title, luck: show(share), assumptions: show(1 - share) }, locale);
  const part = (name: string, of: number): LuckPart => ({ name, part: of, value: show(of) });
  const parts =
    share === null ? null : ([part(text.assumptions, 1 - share), part(text.luck, share)] as const);
  const heading = { title, subtitle, description };
  return {
    name: 'luck',
    ...heading,
    table: {
      columns: [text.cause, text.share, text.helps],
      rows: (parts ?? []).map(({ name, value }, i) => [name, value, i === 0 ? text.data : text.worlds]),
    },
    data: () => (share === null ? [] : [{ metric: metric.name, luck: share, assumptions: 1 - share }]),
    draw: parts && ((look) => luckPicture(parts, locale, heading, look)),
  };
}

function titleOf({ comparison, locale }: ChartSource): string {
  const text = luckWords[locale];
  const { includes, luckShare } = comparison.uncertainty;
  if (!includes.includes('assumptions')) return text.onlyLuck;
  if (luckShare === null) return text.unknown;
  const show = (part: number) => probability(part, locale);
  if (luckShare >= MOSTLY) return say(text.mostlyLuck, { share: show(luckShare) }, locale);
  if (1 - luckShare >= MOSTLY) return say(text.mostlyAssumptions, { share: show(1 - luckShare) }, locale);
  return text.both;
}
