/** The uncertain inputs with their ranges and where these come from, and what the figures do not count. */
import { uncertainPaths } from '../scenario/assumptions.ts';
import type { Known, Parameter } from '../scenario/parameter.ts';
import { printRange } from '../scenario/print.ts';
import type { Arm, OwnText, Scenario, Text, Value } from '../scenario/scenario.ts';
import { findTactic, lookup } from '../scenario/table.ts';
import { plain } from './charts/source.ts';
import { say } from './charts/words.ts';
import { html, type Markup } from './html-markup.ts';
import type { Page } from './html-page.ts';

export interface AssumptionRow {
  readonly path: string;
  readonly label: OwnText;
  readonly about: OwnText;
  readonly range: string;
  /** Null where the scenario file gives the range. */
  readonly known: Known | null;
  readonly source: Text;
}

/** What is drawn anew in each pair of worlds; one row per range where arms give different ones. */
export function assumptionRows(scenario: Scenario): AssumptionRow[] {
  return uncertainPaths(scenario).flatMap((path) => {
    const rows = new Map<string, AssumptionRow>();
    for (const arm of scenario.arms) {
      const row = rowIn(arm, path, scenario.currency);
      if (row && !rows.has(row.range)) rows.set(row.range, row);
    }
    return [...rows.values()];
  });
}

function rowIn(arm: Arm, path: string, currency: string): AssumptionRow | null {
  const found = find(arm, path);
  if (!found) return null;
  const { parameter, value } = found;
  const { label, about, known, source, range } = parameter;
  if (value !== undefined)
    return typeof value.amount === 'number'
      ? null
      : {
          path,
          label,
          about,
          range: printRange(parameter, value.amount, currency, value.per),
          known: null,
          source: { en: '' },
        };
  const [low, high] = range;
  return { path, label, about, range: printRange(parameter, { low, high }, currency), known, source };
}

/** The parameter at a path of `uncertainPaths`, and what the arm says of it. */
function find(arm: Arm, path: string): { parameter: Parameter; value: Value | undefined } | null {
  const segment = arm.segments.find(({ name }) => path.startsWith(`community.segments.${name}.people.`));
  if (segment) {
    const trait = path.slice(path.lastIndexOf('.') + 1);
    const parameter = lookup(`people.${trait}`)?.parameter;
    return parameter ? { parameter, value: segment.people[trait] } : null;
  }
  const tactic = arm.tactics.find(({ name }) => path.startsWith(`tactics.${name}.`));
  if (path.startsWith('tactics.')) {
    const setting = path.slice(path.lastIndexOf('.') + 1);
    const parameter = tactic && findTactic(tactic.tactic)?.parameters[setting];
    return parameter && tactic ? { parameter, value: tactic.settings[setting] } : null;
  }
  const entry = lookup(path);
  return entry ? { parameter: entry.parameter, value: arm.sections[entry.section.name]?.[entry.name] } : null;
}

export function assumptionSection(page: Page): Markup {
  const { words, scenario, locale } = page;
  const rows = assumptionRows(scenario);
  const count = new Set(rows.map(({ path }) => path)).size;
  return html`<section aria-labelledby="assumptions"><h2 id="assumptions">${words.assumptions}</h2>
<p>${rows.length === 0 ? words.assumptionsNone : say(words.assumptionsLead, { count }, locale)}</p>
${
  rows.length > 0 &&
  html`<details class="printed"><summary>${words.assumptionsShow}</summary><div class="scroll" tabindex="0" role="group" aria-labelledby="assumptions"><table class="assumptions"><thead><tr><th scope="col">${words.input}</th><th scope="col">${words.range90}</th><th scope="col">${words.source}</th></tr></thead><tbody>${rows.map(
    ({ path, about, range, known, source }) =>
      html`<tr><th scope="row"><code>${plain(path)}</code><small>${about[locale]}</small></th><td>${range}</td><td>${
        known === null
          ? words.stated
          : html`${words.known[known]}<small lang="${source[locale] ? locale : 'en'}">${source[locale] ?? source.en}</small>`
      }</td></tr>`,
  )}</tbody></table></div></details>`
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
