/** The uncertain inputs with their ranges and where these come from, and what the figures do not count. */
import { uncertainInputs } from '../scenario/assumptions.ts';
import { readFor } from '../scenario/input-words.ts';
import { labelAt, parameterAt } from '../scenario/labels.ts';
import type { Known, Parameter } from '../scenario/parameter.ts';
import type { Arm, OwnText, Range, Scenario, Text, Value } from '../scenario/scenario.ts';
import { lookup } from '../scenario/table.ts';
import { say } from './charts/words.ts';
import type { Locale } from './format.ts';
import { html, type Markup } from './html-markup.ts';
import { type Page, placeName, scrollBox } from './html-page.ts';

export interface AssumptionRow {
  readonly path: string;
  /** What people call it, be it in a segment or in a tactic of another name. */
  readonly label: string;
  readonly about: OwnText;
  readonly range: string;
  /** Null where the scenario file gives the range; `fitted`: its posterior. */
  readonly known: Known | 'fitted' | null;
  readonly source: Text;
}

/** What is drawn anew in each pair of worlds; one row per range where arms give different ones. */
export function assumptionRows(scenario: Scenario, locale: Locale = 'en'): AssumptionRow[] {
  return [...uncertainInputs(scenario)].flatMap(([path, input]) => {
    const parameter = parameterAt(path, scenario);
    if (parameter === undefined) return [];
    const label = labelAt(path, scenario, locale);
    if (input.isFitted) {
      const amount = shortRange(input.range, parameter);
      const range = readFor(parameter, { amount }, scenario.currency, locale);
      return [{ path, label, about: parameter.about, range, known: 'fitted' as const, source: { en: '' } }];
    }
    const rows = new Map<string, AssumptionRow>();
    for (const arm of scenario.arms) {
      const drawn = drawnIn(arm, path, parameter);
      if (drawn === null) continue;
      const range = readFor(parameter, drawn.value, scenario.currency, locale);
      const { known, source, about } = drawn.isStated
        ? { ...parameter, known: null, source: { en: '' } }
        : parameter;
      if (!rows.has(range)) rows.set(range, { path, label, about, range, known, source });
    }
    return [...rows.values()];
  });
}

/** Figures that people read of what was fitted. */
export const shortRange = ({ low, high }: Range, { kind }: Parameter): Range => {
  const short = (end: number) => (kind === 'count' ? Math.round(end) : Number(end.toPrecision(3)));
  return { low: short(low), high: short(high) };
};

/** What an arm draws a parameter from; null where it settles it, or does not have it. */
function drawnIn(arm: Arm, path: string, { range }: Parameter): { value: Value; isStated: boolean } | null {
  const found = find(arm, path);
  if (found === null || typeof found.value?.amount === 'number') return null;
  const [low, high] = range;
  if (found.value === undefined) return { value: { amount: { low, high } }, isStated: false };
  return { value: found.value, isStated: true };
}

/** What the arm says of a path of `uncertainPaths`; null where the arm has no such place. */
function find(arm: Arm, path: string): { readonly value: Value | undefined } | null {
  const last = path.slice(path.lastIndexOf('.') + 1);
  const segment = arm.segments.find(({ name }) => path === `community.segments.${name}.people.${last}`);
  if (segment) return { value: segment.people[last] };
  const tactic = arm.tactics.find(({ name }) => path === `tactics.${name}.${last}`);
  if (tactic) return { value: tactic.settings[last] };
  const entry = lookup(path);
  return entry && !path.startsWith('tactics.')
    ? { value: arm.sections[entry.section.name]?.[entry.name] }
    : null;
}

export function assumptionSection(page: Page): Markup {
  const { words, scenario, locale } = page;
  const rows = assumptionRows(scenario, locale);
  const count = new Set(rows.map(({ path }) => path)).size;
  return html`<section aria-labelledby="assumptions"><h2 id="assumptions">${words.assumptions}</h2>
<p>${rows.length === 0 ? words.assumptionsNone : say(words.assumptionsLead, { count }, locale)}</p>
${
  rows.length > 0 &&
  html`<details class="printed"><summary>${words.assumptionsShow}</summary>${scrollBox(
    page,
    words.assumptions,
    html`<table class="assumptions"><thead><tr><th scope="col">${words.input}</th><th scope="col">${words.range90}</th><th scope="col">${words.source}</th></tr></thead><tbody>${rows.map(
      ({ path, label, about, range, known, source }) =>
        html`<tr><th scope="row">${placeName(label, path)}<small>${about[locale]}</small></th><td>${range}</td><td>${
          known === null || known === 'fitted'
            ? known === 'fitted'
              ? words.known.fitted
              : words.stated
            : html`${words.known[known]}<small lang="${source[locale] ? locale : 'en'}">${source[locale] ?? source.en}</small>`
        }</td></tr>`,
    )}</tbody></table>`,
  )}</details>`
}</section>`;
}

export function limitsSection({ words, comparison }: Page): Markup {
  const [luck, ...rest] = words.limitsList;
  const first = comparison.uncertainty.includes.includes('assumptions') ? luck : words.limitsLuck;
  return html`<section aria-labelledby="limits"><h2 id="limits">${words.limits}</h2><ul class="limits">${[
    first,
    ...rest,
  ].map((line) => html`<li>${line}</li>`)}</ul></section>`;
}
