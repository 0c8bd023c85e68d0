/** What charts of a sweep share: names, ticks of an input, and what is judged in words. */
import { inLocale, plain, type ShownArm } from '../source.ts';
import { capital, quoted, say } from '../words.ts';
import { type Found, hasBaseline, placeIn, type VariedInput } from './found.ts';
import { sweepWords } from './words.ts';

export const metricName = ({ metric, locale }: Found): string => inLocale(metric.label, locale);
/** A label within a sentence. */
export const within = ({ label }: { readonly label: string }): string =>
  label.charAt(0).toLowerCase() + label.slice(1);

export const armName = (arm: ShownArm): string => quoted(arm.label);

/** What is judged: a metric of an arm, against the baseline where there is one. */
export function judgedWords(found: Found): string {
  const { arms, arm, locale } = found;
  const text = sweepWords[locale];
  const slots = { metric: capital(metricName(found)), arm: armName(arm), baseline: armName(arms[0]) };
  return say(hasBaseline(found) ? text.of : text.ofOne, slots, locale);
}

export interface Tick {
  /** From 0 to 1. */
  readonly place: number;
  readonly label: string;
}

/** Ends and middle of an input, or all of its choices. */
export function ticksOf(input: VariedInput): Tick[] {
  const { scale, low, high, among, show } = input;
  if (scale === 'choice')
    return among.map((value) => ({ place: placeIn(input, value), label: plain(show(value)) }));
  const middle = scale === 'log' ? Math.sqrt(low * high) : (low + high) / 2;
  const short = scale === 'whole' ? Math.round(middle) : Number(middle.toPrecision(2));
  return [low, short, high].map((value) => ({ place: placeIn(input, value), label: plain(show(value)) }));
}
