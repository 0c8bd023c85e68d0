/**
 * C11, response curve: how much is too much?
 *
 * What is judged against one input: the median over all points in each fifth of its range and all of their worlds, with
 * the bands that hold 50 % and 90 % of them. The other inputs vary meanwhile, so bands hold what they do, too.
 */
import type { Chart } from '../source.ts';
import { capital, say } from '../words.ts';
import {
  type Bin,
  binsOf,
  direction,
  type Found,
  type FoundPoint,
  hasBaseline,
  judged,
  judgedIn,
  placeIn,
  type Summary,
  showJudged,
  summary,
} from './found.ts';
import { armName, judgedWords, metricName, within } from './layout.ts';
import { responsePicture } from './response-picture.ts';
import { sweepWords } from './words.ts';

export interface Step extends Bin, Summary {}

export interface Response {
  readonly found: Found;
  readonly input: number;
  readonly steps: readonly Step[];
  readonly dots: readonly { readonly point: FoundPoint; readonly place: number; readonly median: number }[];
}

export function response(found: Found, input: number): Chart {
  const { locale, inputs, points } = found;
  const steps = binsOf(found, input).flatMap((bin) => {
    const all = judgedIn(found, bin);
    return all === null ? [] : [{ ...bin, ...all }];
  });
  const dots = points.flatMap((point) => {
    const all = summary(judged(found, point));
    return all === null
      ? []
      : [{ point, place: placeIn(inputs[input], point.values[input]), median: all.median }];
  });
  const read: Response = { found, input, steps, dots };
  const text = sweepWords[locale];
  const title = steps.length === 0 ? text.nothing : titleOf(read);
  const subtitle = say(text.response.subtitle, { what: judgedWords(found) }, locale);
  const ends = [steps[0], steps[steps.length - 1]];
  const description =
    steps.length === 0
      ? title
      : say(
          text.response.description,
          { title, low: showJudged(found, ends[0].median), high: showJudged(found, ends[1].median) },
          locale,
        );
  const heading = { title, subtitle, description };
  const { path } = inputs[input];
  return {
    name: 'sweep-response',
    ...heading,
    table: tableOf(read),
    data: () =>
      steps.map(({ low, high, points: own, mean, median, p05, p25, p75, p95 }) => ({
        metric: found.metric.name,
        arm: found.arm.name,
        input: path,
        from: low,
        to: high,
        points: own.length,
        ...{ mean, median, p05, p25, p75, p95 },
      })),
    draw: steps.length > 1 ? (look) => responsePicture(read, heading, look) : null,
  };
}

function titleOf({ found, input, steps }: Response): string {
  const { locale, inputs } = found;
  const text = sweepWords[locale].response;
  const own = inputs[input];
  const [first, last] = [steps[0], steps[steps.length - 1]];
  const slots = { arm: armName(found.arm), input: within(own) };
  if (!hasBaseline(found)) {
    const ends = { low: showJudged(found, first.median), high: showJudged(found, last.median) };
    const isLevel = ends.low === ends.high;
    const word = isLevel ? text.level : last.median > first.median ? text.rises : text.falls;
    return say(word, { ...slots, ...ends, metric: capital(metricName(found)) }, locale);
  }
  const signs = steps.map(({ median }) => (median * direction(found) > 0 ? 1 : -1));
  const turns = signs.flatMap((sign, i) => (i > 0 && sign !== signs[i - 1] ? [i] : []));
  if (turns.length === 0) return say(signs[0] > 0 ? text.ahead : text.behind, slots, locale);
  if (turns.length > 1 || own.scale === 'choice') return say(text.turns, slots, locale);
  const [at] = turns;
  const value = own.show(crossing(steps[at - 1], steps[at]));
  return say(signs[0] > 0 ? text.aheadBelow : text.aheadAbove, { ...slots, value }, locale);
}

/** Where a straight line between two steps goes through 0, to two figures. */
function crossing(a: Step, b: Step): number {
  const [from, to] = [(a.low + a.high) / 2, (b.low + b.high) / 2];
  const part = a.median === b.median ? 0.5 : a.median / (a.median - b.median);
  return Number((from + part * (to - from)).toPrecision(2));
}

export function spanWords({ found, input }: Pick<Response, 'found' | 'input'>, { low, high }: Bin): string {
  const { show } = found.inputs[input];
  if (low === high) return show(low);
  return say(sweepWords[found.locale].range, { low: show(low), high: show(high) }, found.locale);
}

function tableOf(read: Response): Chart['table'] {
  const { found, input, steps } = read;
  const text = sweepWords[found.locale];
  return {
    columns: [found.inputs[input].label, text.median, text.ninety, text.points],
    rows: steps.map((step) => [
      spanWords(read, step),
      showJudged(found, step.median),
      say(text.range, { low: showJudged(found, step.p05), high: showJudged(found, step.p95) }, found.locale),
      String(step.points.length),
    ]),
  };
}
