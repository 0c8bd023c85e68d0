/** What people call the places of a scenario: `tactics.ads.load` is "Ads per hour of use". */
import type { Locale } from '../report/format.ts';
import type { Parameter } from './parameter.ts';
import type { Arm, OwnText, Scenario, Segment } from './scenario.ts';
import { findSection, findTactic, lookup, sections } from './table.ts';
import { filled } from './tell.ts';
import { segmentLabel } from './texts.ts';

/** Labels of what stands under a name that the file gives. */
const words = {
  share: { en: 'Share of “{name}”', 'zh-CN': '“{name}”的占比' },
  trait: { en: '{label} of “{name}”', 'zh-CN': '“{name}”的{label}' },
  setting: { en: '{label} in “{name}”', 'zh-CN': '“{name}”的{label}' },
  from: { en: 'Start of “{name}”', 'zh-CN': '“{name}”的开始时间' },
  starts: { en: 'Starting condition of “{name}”', 'zh-CN': '“{name}”的启动条件' },
  stops: { en: 'Stopping condition of “{name}”', 'zh-CN': '“{name}”的停止条件' },
  'to.segments': { en: 'Segments that “{name}” is for', 'zh-CN': '“{name}”面向的人群' },
  until: { en: 'End of “{name}”', 'zh-CN': '“{name}”的结束时间' },
} as const satisfies Record<string, OwnText>;

/** A place that a path leads to. */
type Place =
  | { readonly is: 'segment'; readonly segment: Segment; readonly rest: string }
  | { readonly is: 'tactic'; readonly tactic: Arm['tactics'][number]; readonly rest: string };

type Arms = Pick<Scenario, 'arms'>;

/** The segment or tactic that a path names; the longest name where one begins like another. */
function placeOf(path: string, { arms }: Arms): Place | null {
  const found: Place[] = [];
  for (const arm of arms) {
    for (const segment of arm.segments) {
      const rest = restOf(path, `community.segments.${segment.name}`);
      if (rest !== null) found.push({ is: 'segment', segment, rest });
    }
    for (const tactic of arm.tactics) {
      const rest = restOf(path, `tactics.${tactic.name}`);
      if (rest !== null) found.push({ is: 'tactic', tactic, rest });
    }
  }
  return found.sort((a, b) => a.rest.length - b.rest.length)[0] ?? null;
}

const restOf = (path: string, start: string): string | null =>
  path === start ? '' : path.startsWith(`${start}.`) ? path.slice(start.length + 1) : null;

/** The parameter at a path, be it in a segment or in a tactic of another name. */
export function parameterAt(path: string, scenario: Arms): Parameter | undefined {
  const place = placeOf(path, scenario);
  if (place === null) return lookup(path)?.parameter;
  if (place.is === 'tactic') return findTactic(place.tactic.tactic)?.parameters[place.rest];
  return findSection('people').parameters[place.rest.replace(/^people\./, '')];
}

/** What people call a path; the path itself where nothing is known of it. */
export function labelAt(path: string, scenario: Arms, locale: Locale): string {
  for (const arm of scenario.arms) {
    const rest = restOf(path, `arms.${arm.name}`);
    if (rest === null || rest === '') continue;
    const name = arm.label[locale] ?? arm.label.en;
    const label = labelAt(rest, { arms: [arm] }, locale);
    return label === rest ? path : filled(words.setting[locale], { name, label }, locale);
  }
  const place = placeOf(path, scenario);
  if (place === null) {
    const section = sections.find((each) => each.path === path);
    return lookup(path)?.parameter.label[locale] ?? section?.label[locale] ?? path;
  }
  const label = parameterAt(path, scenario)?.label[locale];
  if (place.is === 'segment') {
    const name = segmentLabel(place.segment, locale);
    if (place.rest === 'share') return filled(words.share[locale], { name }, locale);
    return label === undefined ? path : filled(words.trait[locale], { name, label }, locale);
  }
  return tacticLabel(place, label, locale) ?? path;
}

/** What a plan says beside its numbers. */
const besideNumbers = ['from', 'until', 'starts', 'stops', 'to.segments'] as const;
type BesideNumbers = (typeof besideNumbers)[number];
const isBesideNumbers = (rest: string): rest is BesideNumbers => besideNumbers.some((name) => name === rest);

function tacticLabel(
  { tactic: { name, tactic }, rest }: Extract<Place, { is: 'tactic' }>,
  label: string | undefined,
  locale: Locale,
): string | undefined {
  const own = name === tactic ? (findTactic(tactic)?.label[locale] ?? name) : name;
  if (rest === '') return own;
  if (isBesideNumbers(rest)) return filled(words[rest][locale], { name: own }, locale);
  if (label === undefined || name === tactic) return label;
  return filled(words.setting[locale], { name, label }, locale);
}

/** The label as it stands within a sentence. */
export function labelWithin(path: string, scenario: Arms, locale: Locale): string {
  const label = labelAt(path, scenario, locale);
  return label === path ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
