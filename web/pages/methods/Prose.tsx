/** The chapters of the methods page that are prose. Drawn when the site is built; none of it is in the page's script. */
import type { ComponentChildren } from 'preact';
import { phases } from '../../../src/engine/phases.ts';
import type { Locale } from '../../../src/report/format.ts';
import { fill } from '../../../src/report/format-message.ts';
import { version } from '../../../src/version.ts';
import { WorldsDiagram } from './Diagram.tsx';
import { Evidence } from './Evidence.tsx';
import { glossary } from './glossary.ts';
import { type Block, type ChapterId, chapterIds, type Prose, prose } from './prose.ts';
import { Metrics } from './Tables.tsx';

/** A text in which what stands between backquotes is code. */
export const Inline = ({ text }: { readonly text: string }) => (
  <>{text.split('`').map((part, i) => (i % 2 === 1 ? <code key={part}>{part}</code> : part))}</>
);

const Blocks = ({ blocks }: { readonly blocks: readonly Block[] }) => (
  <div class="methods-blocks">
    {blocks.map(({ title, text }) => (
      <div key={title}>
        <h3>{title}</h3>
        {text.map((part) => (
          <p key={part}>
            <Inline text={part} />
          </p>
        ))}
      </div>
    ))}
  </div>
);

const Terms = ({ blocks }: { readonly blocks: readonly Block[] }) => (
  <dl class="methods-terms">
    {blocks.map(({ title, text: [text] }) => (
      <div key={title}>
        <dt>{title}</dt>
        <dd>
          <Inline text={text} />
        </dd>
      </div>
    ))}
  </dl>
);

interface ChapterProps {
  readonly id: ChapterId;
  readonly words: Prose;
  readonly lead?: string;
  readonly children?: ComponentChildren;
}

export const Chapter = ({ id, words, lead, children }: ChapterProps) => (
  <section class="methods-chapter" aria-labelledby={`${id}-title`} id={id}>
    <h2 id={`${id}-title`}>{words.chapters[id]}</h2>
    {lead !== undefined && <p class="methods-lead">{lead}</p>}
    {children}
  </section>
);

export const Contents = ({ locale }: { readonly locale: Locale }) => (
  <nav class="methods-contents" aria-label={prose[locale].contents}>
    <p>{prose[locale].contents}</p>
    <ol>
      {chapterIds.map((id) => (
        <li key={id}>
          <a href={`#${id}`}>{prose[locale].chapters[id]}</a>
        </li>
      ))}
    </ol>
  </nav>
);

export const Intro = ({ locale }: { readonly locale: Locale }) => (
  <>
    <h1>{prose[locale].title}</h1>
    <p class="lead">{prose[locale].lead}</p>
  </>
);

/** What stands before the parameters. */
export function Model({ locale }: { readonly locale: Locale }) {
  const words = prose[locale];
  return (
    <>
      <Chapter id="overview" words={words}>
        <Blocks blocks={words.overview} />
      </Chapter>
      <Chapter id="day" words={words} lead={words.dayLead}>
        <ol class="methods-day">
          {phases.map(({ name }) => (
            <li key={name}>
              <h3>{words.phases[name].title}</h3>
              <p>{words.phases[name].text[0]}</p>
              <code>{name}</code>
            </li>
          ))}
        </ol>
      </Chapter>
      <Chapter id="worlds" words={words} lead={words.worldsLead}>
        <WorldsDiagram words={words.diagram} />
        <Blocks blocks={words.worlds} />
      </Chapter>
      <Chapter id="behaviors" words={words} lead={words.behaviorsLead}>
        <Blocks blocks={words.behaviors} />
      </Chapter>
      <Chapter id="verdict" words={words} lead={words.verdictLead}>
        <ol class="methods-rules">
          {words.rules.map(({ title, text: [text] }) => (
            <li key={text}>
              <b>{title}</b> <span>{text}</span>
            </li>
          ))}
        </ol>
        {words.verdictAfter.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Chapter>
      <Chapter id="parameters" words={words} lead={words.parametersLead} />
    </>
  );
}

/** What stands after the parameters. */
export function Standing({ locale }: { readonly locale: Locale }) {
  const words = prose[locale];
  return (
    <>
      <Chapter id="metrics" words={words} lead={words.metricsLead}>
        <Metrics locale={locale} />
      </Chapter>
      <Chapter id="evidence" words={words} lead={words.evidenceLead}>
        <Evidence locale={locale} />
      </Chapter>
      <Chapter id="tests" words={words} lead={words.testsLead}>
        <Terms blocks={words.tests} />
        <h3>{words.misfits}</h3>
        <ul class="limits">
          {words.misfitList.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Chapter>
      <Chapter id="limits" words={words} lead={words.limitsLead}>
        <ul class="limits">
          {words.limits.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Chapter>
      <Chapter id="cite" words={words} lead={words.citeLead}>
        <p class="methods-cite" lang="en">
          <cite>{fill(words.cite, { version }, locale)}</cite>
        </p>
      </Chapter>
      <Chapter id="glossary" words={words} lead={words.glossaryLead}>
        <dl class="methods-glossary">
          {glossary.map(([en, zh]) => (
            <div key={en}>
              <dt lang="en">{en}</dt>
              <dd lang="zh-CN">{zh}</dd>
            </div>
          ))}
        </dl>
      </Chapter>
    </>
  );
}
