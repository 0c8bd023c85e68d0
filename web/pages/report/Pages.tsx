/** The pages of a report, from the parts of the comparison and its charts. Loaded when there is a result to show. */
import { useEffect, useState } from 'preact/hooks';
import { inLocale, plain } from '../../../src/report/charts/source.ts';
import { say } from '../../../src/report/charts/words.ts';
import { provenance } from '../../../src/report/html-foot.ts';
import { type ComparisonParts, comparisonParts, pageOf, sentencePart } from '../../../src/report/parts.ts';
import { linkNow, siteRoot } from '../../app/address.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import type { Shown } from '../../app/workspace.ts';
import { type DrawnChart, drawCharts } from './draw.ts';
import { MAX_QR, QrCode } from './QrCode.tsx';
import { reportWords } from './words.ts';

interface ResultProps {
  readonly result: Shown;
}

interface Made {
  readonly parts: ComparisonParts;
  readonly provenance: string;
  readonly charts: readonly DrawnChart[];
}

export function Pages({ result }: ResultProps) {
  const words = useWords(reportWords);
  const locale = useLocale();
  const made = useMade(result);
  const link = useLink(result);
  if (made === null) return null;
  const isShort = link !== '' && link.length <= MAX_QR;
  const { parts, charts } = made;
  return (
    <article class="report">
      <section class="report-summary">
        {isShort && (
          <a class="report-code" href={link}>
            <QrCode link={link} label={words.qr} />
          </a>
        )}
        <p class="title">{plain(inLocale(result.scenario.title, locale))}</p>
        <Markup html={sentencePart(result.scenario, locale)} />
        <Markup html={parts.verdict} />
        <Markup html={parts.keyFigures} />
        <Figures charts={charts.slice(0, 2)} />
        <Proof result={result} isShort={isShort} />
      </section>
      <section class="report-charts" aria-labelledby="report-charts">
        <h2 id="report-charts">{words.charts}</h2>
        <Figures charts={charts.slice(2)} />
      </section>
      <Markup html={parts.figures} />
      <Markup html={parts.guardrails} />
      <Markup html={parts.differing} />
      <Markup html={parts.limits} />
      <Markup html={made.provenance} />
      <Markup html={parts.assumptions} />
    </article>
  );
}

function useMade(result: Shown): Made | null {
  const locale = useLocale();
  const [made, setMade] = useState<Made | null>(null);
  useEffect(() => {
    let isWanted = true;
    const { comparison, results, scenario } = result;
    const input = { comparison, results, scenario, locale };
    void drawCharts(input).then((charts) => {
      if (isWanted)
        setMade({ parts: comparisonParts(input), provenance: provenance(pageOf(input)).markup, charts });
    });
    return () => {
      isWanted = false;
    };
  }, [result, locale]);
  return made;
}

/** Markup of the report: our own templates, which escape every name. */
const Markup = ({ html }: { readonly html: string }) => <div dangerouslySetInnerHTML={{ __html: html }} />;

const Figures = ({ charts }: { readonly charts: readonly DrawnChart[] }) => (
  <div class="grid">
    {charts.map(({ name, title, subtitle, markup }) => (
      <figure key={name} class={name}>
        <figcaption>
          <h3>{title}</h3>
          <p>{subtitle}</p>
        </figcaption>
        <div class="report-drawing" dangerouslySetInnerHTML={{ __html: markup }} />
      </figure>
    ))}
  </div>
);

/** The address of what is shown, with the digest that proves it; empty until it is known. */
function useLink(result: Shown): string {
  const [link, setLink] = useState('');
  useEffect(() => {
    let isWanted = true;
    void linkNow(true).then((fragment) => {
      if (isWanted && fragment !== null) setLink(`${new URL('compare/', siteRoot()).href}${fragment}`);
    });
    return () => {
      isWanted = false;
    };
  }, [result]);
  return link;
}

/** Where the numbers come from. */
function Proof({ result: { comparison }, isShort }: ResultProps & { readonly isShort: boolean }) {
  const words = useWords(reportWords);
  const locale = useLocale();
  const { version, seed, worlds, digest, uncertainty } = comparison;
  const counted = uncertainty.includes.includes('assumptions') ? words.assumptions : words.luck;
  const origin = { version, seed: plain(seed), worlds, counted, digest: digest.slice(0, 12) };
  return (
    <div class="report-proof">
      <p>{say(words.origin, origin, locale)}</p>
      <p>{words.model}</p>
      <p class="report-scan">{isShort ? words.scan : words.tooLong}</p>
    </div>
  );
}
