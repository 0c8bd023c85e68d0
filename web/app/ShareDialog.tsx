/** What is asked and shown as a link, for somebody else: address, QR code, a chart to embed. Nothing is sent by the page. */
import { useEffect, useState } from 'preact/hooks';
import { encode } from 'uqr';
import { inLocale } from '../../src/report/charts/source.ts';
import { fill } from '../../src/report/format-message.ts';
import { asQuery, linkAdvice } from '../state/link.ts';
import { linkWords } from '../state/words.ts';
import { linkNow, siteRoot } from './address.ts';
import { CopyButton } from './CopyButton.tsx';
import { Dialog } from './Dialog.tsx';
import { useLocale, useWords } from './Shell.tsx';
import { shareWords } from './share-words.ts';
import { dialog, doc, scenario, shown } from './workspace.ts';

/** Letters that a QR code of the common kind still holds so that a phone reads it. */
const MAX_QR = 1200;

export function ShareDialog() {
  const words = useWords(shareWords);
  const [fragment, setFragment] = useState('');
  const [asked, setAsked] = useState(false);
  useEffect(() => void linkNow(true).then((link) => setFragment(link ?? '')), [doc.value, shown.value]);
  const page = `${location.origin}${location.pathname}`;
  const link = fragment === '' ? page : `${page}${asked ? asQuery(fragment) : fragment}`;
  return (
    <Dialog title={words.share}>
      <section class="share-part">
        <h3>{words.link}</h3>
        <p class="fine">{words.linkLead}</p>
        <div class="row">
          <input
            class="share-link"
            readOnly
            value={link}
            aria-label={words.link}
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton text={() => link} label={words.copy} />
          <SendButton link={link} />
        </div>
        <Advice link={link} asked={asked} />
        <label class="share-check">
          <input
            type="checkbox"
            checked={asked}
            onChange={(event) => setAsked(event.currentTarget.checked)}
          />{' '}
          {words.query}
        </label>
        <QrCode link={link} />
      </section>
      <EmbedPart fragment={fragment} />
      <p class="row">
        <button type="button" class="framed" onClick={() => (dialog.value = 'export')}>
          {words.export}
        </button>
      </p>
      <p class="fine">{words.private}</p>
    </Dialog>
  );
}

function Advice({ link, asked }: { readonly link: string; readonly asked: boolean }) {
  const words = useWords(linkWords);
  const locale = useLocale();
  const advice = linkAdvice(link.length);
  return (
    <>
      {advice !== 'fine' && <p class="problem">{fill(words[advice], { length: link.length }, locale)}</p>}
      {asked && <p class="fine">{words.query}</p>}
    </>
  );
}

function QrCode({ link }: { readonly link: string }) {
  const words = useWords(shareWords);
  if (link.length > MAX_QR) return <p class="fine">{words.qrTooLong}</p>;
  const { data, size } = encode(link, { border: 2 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg
      class="share-qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={words.qr}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** The device's own way to send, where it has one. */
function SendButton({ link }: { readonly link: string }) {
  const words = useWords(shareWords);
  if (typeof navigator.share !== 'function') return null;
  return (
    <button
      type="button"
      class="framed"
      onClick={() => void navigator.share({ url: link, title: document.title }).catch(() => {})}
    >
      {words.send}
    </button>
  );
}

const charts = ['paired', 'fan', 'guardrails', 'money', 'segments', 'luck', 'tornado'] as const;

/** Text of an attribute. */
const quoted = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

function EmbedPart({ fragment }: { readonly fragment: string }) {
  const words = useWords(shareWords);
  const locale = useLocale();
  const [chart, setChart] = useState<string>(charts[0]);
  const asked = scenario.value;
  const title = asked === null ? document.title : inLocale(asked.title, locale);
  const query = fragment === '' ? '?' : `${asQuery(fragment)}&`;
  const address = `${new URL('embed/', siteRoot()).href}${query}chart=${chart}&theme=auto`;
  const snippet = `<iframe src="${quoted(address)}" title="${quoted(title)}" width="640" height="480" loading="lazy"></iframe>`;
  return (
    <section class="share-part">
      <h3>{words.embed}</h3>
      <p class="fine">{words.embedLead}</p>
      <label class="row">
        <span>{words.chart}</span>
        <select value={chart} onChange={(event) => setChart(event.currentTarget.value)}>
          {charts.map((each) => (
            <option key={each} value={each}>
              {words.charts[each]}
            </option>
          ))}
        </select>
      </label>
      <div class="row">
        <textarea class="share-link" readOnly rows={3} aria-label={words.embed} value={snippet} />
        <CopyButton text={() => snippet} label={words.copy} />
      </div>
    </section>
  );
}
