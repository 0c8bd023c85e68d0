/** The scenario in a sentence, and the verdict as the page's headline. */

import { remarkIn } from '../scenario/remarks.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { lookup } from '../scenario/table.ts';
import { armPlace } from './charts/look.ts';
import { railMarks } from './charts/rail-words.ts';
import { inLocale, metricNamed, plain } from './charts/source.ts';
import { capital, say } from './charts/words.ts';
import { horizon, type Locale, probability } from './format.ts';
import { html, type Markup } from './html-markup.ts';
import { armName, type Page, unbroken } from './html-page.ts';
import { verdict } from './verdict/verdict.ts';

/** "A community of 2,000 members, over 12 months. Compare ...; judge by ..., without hurting ...". */
export function scenarioSentence(page: Pick<Page, 'words' | 'arms' | 'scenario' | 'locale'>): Markup {
  const { words, arms, scenario, locale } = page;
  const label = (name: string) => inLocale(metricNamed(name).label, locale);
  const rails = [...new Set(scenario.judge.guardrails.map(({ metric }) => label(metric)))];
  const first = say(
    words.community,
    { members: membersOf(scenario, locale), horizon: horizon(scenario, locale).alone },
    locale,
  );
  const space = locale === 'en' ? ' ' : '';
  return html`<p class="sentence">${first}${space}${words.compare}${space}${list(arms.map(armName), words.between, words.and)}${words.judgeBy}<b>${label(scenario.judge.metric)}</b>${
    rails.length > 0 &&
    html`${words.without}${list(
      rails.map((rail) => html`<b>${rail}</b>`),
      words.between,
      words.or,
    )}`
  }${rails.length === 0 && locale === 'zh-CN' && '判断'}${words.end}</p>`;
}

function membersOf({ arms }: Scenario, locale: Locale): string {
  const entry = lookup('community.members');
  const amount = arms[0].sections.community?.members?.amount ?? entry?.parameter.default ?? 0;
  const show = (value: number) => Math.round(value).toLocaleString(locale);
  return typeof amount === 'number' ? show(amount) : `${show(amount.low)}–${show(amount.high)}`;
}

function list(items: readonly Markup[], between: string, last: string): Markup {
  return html`${items.map((item, i) => [i === 0 ? '' : i === items.length - 1 ? last : between, item])}`;
}

const statusMarks = {
  recommend: railMarks.held,
  'talk-it-over': railMarks['at-risk'],
  dont: railMarks.broken,
  'practically-the-same': '=',
  early: '…',
} as const;

/**
 * Stand-ins for the arms' names while the verdict's text is cut into sentences: a name may hold anything, full stops
 * and brackets too.
 */
const standIn = (place: number): string => String.fromCharCode(0xe000 + place);

/** Status, headline, and every line of the verdict; the text in the other language folded away below. */
export function verdictSection(page: Page): Markup {
  const { comparison, scenario, locale, words, arm } = page;
  const { status } = comparison.decision;
  const nameless: Scenario = {
    ...scenario,
    arms: scenario.arms.map((each, place) => ({
      ...each,
      label: { en: standIn(place), 'zh-CN': standIn(place) },
    })),
  };
  const text = verdict(comparison, nameless, locale);
  const [first, ...rest] = sentences(text.sentence);
  const { headline, aside } = withoutAside(first ?? '');
  const named = (line: string) => withNames(page, line);
  const main = [text.blocks, text.ifWrong, text.guardrails, text.weakest].filter((line) => line !== null);
  const fine = [text.choice, text.field, text.counted].filter((line) => line !== null);
  const lede = [...(aside === null ? [] : [aside]), ...rest].join(locale === 'en' ? ' ' : '');
  const place = status === 'recommend' ? armPlace(arm.place) : null;
  return html`<section class="verdict" aria-labelledby="verdict">
<p class="kicker${place === null ? '' : ` t${place}`}"><span class="mark" aria-hidden="true">${statusMarks[status]}</span>${text.status}</p>
<h1 id="verdict">${withChance(page, headline)}</h1>
${lede !== '' && html`<p class="lede">${strengthened(page, lede)}</p>`}
${main.length > 0 && html`<ul class="lines">${main.map((line) => html`<li>${withPath(page, line)}</li>`)}</ul>`}
<p class="fine">${named(fine.join(locale === 'en' ? ' ' : ''))}</p>
<details class="other"><summary lang="${words.otherLang}">${words.otherLanguage}</summary><p lang="${words.otherLang}">${plain(
    comparison.verdict.text[words.otherLang].replaceAll('\n', ' '),
  )}</p></details>
${comparison.warnings.length > 0 && html`<div class="mind"><p>${words.mind}</p><ul>${comparison.warnings.map((warning) => warningItem(page, warning))}</ul></div>`}
</section>`;
}

/** A warning in the reader's language; what is none of ours as it is. */
function warningItem({ locale, arms }: Page, warning: string): Markup {
  const labelBy = (name: string) => arms.find((arm) => arm.name === name)?.label ?? name;
  const text = remarkIn(warning, locale, labelBy);
  return html`<li lang="${text === warning ? 'en' : locale}">${plain(text)}</li>`;
}

const sentences = (text: string): string[] =>
  text.match(/.+?(?:[.](?=\s|$)|。|$)/gu)?.map((each) => each.trim()) ?? [];

/** What stands in the brackets before the full stop becomes a sentence of its own. */
function withoutAside(sentence: string): { headline: string; aside: string | null } {
  const found = /^(.*?)\s*[(（]([^()（）]*)[)）]([.。])$/u.exec(sentence);
  if (!found) return { headline: sentence, aside: null };
  const [, head, inside, stop] = found;
  return { headline: head + stop, aside: capital(inside) + stop };
}

/** Text with the arms' names in their places. */
function withNames({ arms }: Page, text: string): Markup {
  return html`${text.split(/([\ue000-\uf8ff])/u).map((part) => {
    const arm = arms.find(({ place }) => standIn(place) === part);
    return arm ? html`<bdi>${arm.label}</bdi>` : part;
  })}`;
}

/** The headline, its probability in the arm's color. */
function withChance(page: Page, headline: string): Markup {
  const { chanceBetter } = page.comparison.decision;
  if (chanceBetter === null) return withNames(page, headline);
  const chance = probability(Math.max(chanceBetter, 1 - chanceBetter), page.locale);
  const at = headline.indexOf(chance);
  if (at < 0) return withNames(page, headline);
  const favored = chanceBetter >= 0.5 ? armPlace(page.arm.place) : 0;
  return html`${withNames(page, headline.slice(0, at))}<em class="t${favored}">${chance}</em>${withNames(page, headline.slice(at + chance.length))}`;
}

/** A line in which the path of the weakest assumption is small. */
function withPath(page: Page, line: string): Markup {
  const path = page.comparison.decision.weakestAssumption?.path;
  const at = path === undefined ? -1 : line.indexOf(path);
  if (path === undefined || at < 0) return strengthened(page, line);
  return html`${strengthened(page, line.slice(0, at))}<code class="path">${plain(path)}</code>${strengthened(page, line.slice(at + path.length))}`;
}

const bracketed = /([[［][^\]］]*[\]］])/u;
/** A sign and what belongs to it; a comma only within a number. */
const signed = /([+−](?:[^\s，。；：［］[\](),;]|,(?=\d))*\d(?:[^\s，。；：［］[\](),;]|,(?=\d))*)/u;

/** Signed figures stand out, save in brackets, and never break from their sign. */
function strengthened(page: Page, text: string): Markup {
  return html`${text.split(bracketed).map((part, i) => {
    if (i % 2 === 1) return unbroken(part);
    return part.split(signed).map((piece, k) => {
      if (k % 2 === 0) return withNames(page, piece);
      const figure = piece.replace(/[.]$/, '');
      return html`<b>${figure}</b>${piece.slice(figure.length)}`;
    });
  })}`;
}
