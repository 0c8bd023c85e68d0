/**
 * How much it matters that a message fits its reader, from an experiment in which people got one of several messages or none:
 *
 *   logit(share who respond) = base of the group + lift of the message + matters of the message x fit
 *
 * fit: share of the reader's interest that the message meets [0, 1]. It matters for one message and not for another, so each has a
 * number of its own. Relevance, as `adResponse.relevance` has it, is the response that a message causes where it fits against that
 * where it does not, in odds:  (exp(lift + matters) - 1) / (exp(lift) - 1);  over several messages, the sum of the first over the
 * sum of the second.
 */
import { fitLogistic, type LogisticFit, type Trial } from './logistic.ts';

/** People alike, and how many of them responded. */
export interface MessageTrial {
  readonly group: string;
  /** Empty: they got none. */
  readonly message: string;
  readonly fit: number;
  readonly people: number;
  readonly responses: number;
}

export interface MessageFit {
  readonly message: string;
  /** Log-odds that the message adds where it does not fit. */
  readonly lift: number;
  readonly liftError: number;
  /** Log-odds that come on top where it fits wholly. */
  readonly matters: number;
  readonly mattersError: number;
  /** Null where the message without fit adds nothing, so that there is nothing to compare with. */
  readonly relevance: number | null;
}

export interface RelevanceFit {
  readonly bases: readonly { readonly group: string; readonly base: number }[];
  readonly messages: readonly MessageFit[];
  /** Over all messages. */
  readonly relevance: number | null;
}

/** Which number of the model each feature is. */
export interface Layout {
  readonly groups: readonly string[];
  readonly messages: readonly string[];
}

export function layoutOf(trials: readonly MessageTrial[]): Layout {
  const groups = [...new Set(trials.map(({ group }) => group))];
  const messages = [...new Set(trials.map(({ message }) => message))].filter((message) => message !== '');
  return { groups, messages };
}

export function featuresOf({ groups, messages }: Layout, trial: Omit<MessageTrial, 'people' | 'responses'>) {
  return [
    ...groups.map((group) => (group === trial.group ? 1 : 0)),
    ...messages.map((message) => (message === trial.message ? 1 : 0)),
    ...messages.map((message) => (message === trial.message ? trial.fit : 0)),
  ];
}

/** Null where the trials cannot tell: the file door says why. */
export function fitRelevance(trials: readonly MessageTrial[]): RelevanceFit | null {
  const layout = layoutOf(trials);
  const rows: Trial[] = trials.map((trial) => ({ ...trial, features: featuresOf(layout, trial) }));
  const fitted = fitLogistic(rows);
  if (fitted === null) return null;
  const messages = layout.messages.map((_, m) => messageFit(layout, m, fitted));
  return {
    bases: layout.groups.map((group, g) => ({ group, base: fitted.coefficients[g] })),
    messages,
    relevance: relevanceOf(messages),
  };
}

function messageFit({ groups, messages }: Layout, m: number, { coefficients, covariance }: LogisticFit) {
  const [first, second] = [groups.length + m, groups.length + messages.length + m];
  const numbers = { lift: coefficients[first], matters: coefficients[second] };
  return {
    message: messages[m],
    lift: numbers.lift,
    liftError: Math.sqrt(covariance[first][first]),
    matters: numbers.matters,
    mattersError: Math.sqrt(covariance[second][second]),
    relevance: relevanceOf([numbers]),
  };
}

function relevanceOf(
  messages: readonly { readonly lift: number; readonly matters: number }[],
): number | null {
  const fitting = messages.reduce((sum, { lift, matters }) => sum + Math.expm1(lift + matters), 0);
  const other = messages.reduce((sum, { lift }) => sum + Math.expm1(lift), 0);
  return other > 0 && fitting > 0 ? fitting / other : null;
}
