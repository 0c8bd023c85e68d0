/** Where a problem is, in the words of the inputs: whose arm, which tactic, which input. */
import type { Locale } from '../../src/report/format.ts';
import { scenario } from '../app/workspace.ts';
import { compareWords } from '../pages/compare/words.ts';
import { groups, inputAt, names, plain, tacticsOf } from './catalog.ts';
import { inputWords } from './words.ts';

/** The words for a place such as `arms[1].tactics.ads.load`; null where no input stands for it. */
export function placeWords(path: string, locale: Locale): string | null {
  const inArm = /^arms\[(\d+)\]\.?/.exec(path);
  const arm = inArm === null ? null : Number(inArm[1]);
  const rest = inArm === null ? path : path.slice(inArm[0].length);
  const parts = [armWords(arm, locale), ...whatWords(rest, arm, locale)].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(inputWords[locale].within);
}

function armWords(arm: number | null, locale: Locale): string | null {
  if (arm === null) return null;
  const name = names.value[arm] ?? null;
  const known = scenario.value?.arms.find((each) => each.name === name);
  return known?.label[locale] ?? known?.label.en ?? name;
}

function whatWords(path: string, arm: number | null, locale: Locale): readonly string[] {
  const input = inputAt(path, arm);
  if (!path.startsWith('tactics.')) return [input?.label[locale] ?? ownWords(path, locale)].filter(isSaid);
  const name = path.split('.')[1];
  const kind = tacticsOf(plain.value, arm).find((each) => each.name === name)?.kind ?? name;
  const tactic = groups.value.find((group) => group.tactic === kind)?.label[locale];
  return [tactic, input?.label[locale]].filter(isSaid);
}

const isSaid = (text: string | null | undefined): text is string => text !== null && text !== undefined;

/** Places that are no numbers of the table. */
function ownWords(path: string, locale: Locale): string | null {
  const words = compareWords[locale];
  const [first, second = ''] = path.split(/[.[]/);
  if (first === 'seed') return inputWords[locale].seed;
  if (first === 'assumptions') return words.uncertainty;
  if (first !== 'judge') return null;
  return second === 'matters' ? words.matters : second === 'guardrails' ? words.rails : words.judge;
}
