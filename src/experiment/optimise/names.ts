/** What mixes are called: their tactics, and where these differ the arm that has them so and the settings. */
import { valueAt } from '../../scenario/path.ts';
import type { Mapping } from '../../scenario/read.ts';
import type { OwnText, Text } from '../../scenario/scenario.ts';
import { findTactic } from '../../scenario/table.ts';
import { readText } from '../../scenario/texts.ts';
import { type Setting, tacticIn } from './documents.ts';
import type { TacticSet } from './sets.ts';
import { armsOf, type Mixable, type Option } from './tactics.ts';

/** Names of arms have at most 60 characters; some are left for a number. */
const LONGEST = 52;

export interface MixName {
  readonly name: string;
  readonly label: OwnText;
}

/** Gives names, none of them twice. */
export function namesOf(
  { document, mixable }: { readonly document: Mapping; readonly mixable: Mixable },
  taken: readonly string[],
): (set: TacticSet, settings: readonly Setting[]) => MixName {
  const used = new Set(taken);
  const others = Object.keys(mixable.always).length > 0;
  const armNames = armsOf(document).map((arm, i) => {
    const name = valueAt(arm, ['name']);
    return typeof name === 'string' ? name : `arm ${i + 1}`;
  });
  const armLabels = armsOf(document).map(
    (arm, i) => readText(valueAt(arm, ['label'])) ?? { en: armNames[i] },
  );
  const isOneOfMany = ({ tactic }: Option) => (mixable.options.get(tactic)?.length ?? 0) > 1;
  const nameOf = (option: Option) =>
    option.arm !== null && isOneOfMany(option) ? `${option.tactic} (${armNames[option.arm]})` : option.tactic;
  const unique = (wanted: string): string => {
    const short = wanted.length > LONGEST ? 'mix' : wanted;
    let name = short;
    for (let n = 2; used.has(name); n++) name = `${short} #${n}`;
    used.add(name);
    return name;
  };
  return (set, settings) => {
    const name = unique(set.length === 0 ? 'none of them' : set.map(nameOf).join(' + '));
    const label = (locale: 'en' | 'zh-CN') => {
      const none = {
        en: others ? 'none of them' : 'no tactics',
        'zh-CN': others ? '都不用' : '不用任何策略',
      };
      const words = set.map((option) =>
        labelOf(option, nameOf(option), armLabels, isOneOfMany(option), locale),
      );
      const numbers = settings.map((setting) => settingText(setting, set, locale));
      const mix = words.length === 0 ? none[locale] : words.join(' + ');
      return numbers.length === 0 ? mix : `${mix} (${numbers.join(locale === 'en' ? ', ' : '，')})`;
    };
    return { name, label: { en: label('en'), 'zh-CN': label('zh-CN') } };
  };
}

function labelOf(
  { tactic, arm, entry }: Option,
  name: string,
  armLabels: readonly Text[],
  isOneOfMany: boolean,
  locale: 'en' | 'zh-CN',
): string {
  const known = valueAt(entry, ['tactic']) === undefined ? findTactic(tactic) : undefined;
  if (known === undefined) return name;
  const label = known.label[locale];
  if (!isOneOfMany || arm === null) return label;
  const whose = armLabels[arm][locale] ?? armLabels[arm].en;
  return locale === 'en' ? `${label} as in ${whose}` : `${label}（同${whose}）`;
}

/** `depth 20%`; with the tactic before it where the mix has several. */
function settingText({ input, value }: Setting, set: TacticSet, locale: 'en' | 'zh-CN'): string {
  const tactic = tacticIn(input);
  const whose = set.length > 1 && tactic !== null ? `${findTactic(tactic)?.label[locale] ?? tactic}: ` : '';
  return `${whose}${input.label[locale]} ${input.write(value)}`;
}
