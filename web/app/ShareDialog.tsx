/** Everything that can leave the page, and only when somebody asks: link, QR code, embed, text, files. */
import { useEffect, useState } from 'preact/hooks';
import { encode } from 'uqr';
import { fill } from '../../src/report/format-message.ts';
import { asQuery, linkAdvice } from '../state/link.ts';
import { linkWords } from '../state/words.ts';
import { linkNow, siteRoot } from './address.ts';
import { Dialog } from './Dialog.tsx';
import { useLocale, useWords } from './Shell.tsx';
import { shareWords } from './share-words.ts';
import { copyText, figuresCsv, markdownOf, saveText, saveWorkingCopy, verdictOf } from './sharing.ts';
import { doc, shown } from './workspace.ts';

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
      <TextPart />
      <EmbedPart fragment={fragment} />
      <FilesPart fragment={fragment} />
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

/** Copies, and says so for a moment. */
function CopyButton({
  text,
  label,
}: {
  readonly text: () => string | Promise<string>;
  readonly label: string;
}) {
  const words = useWords(shareWords);
  const [isDone, setDone] = useState(false);
  const copy = async () => {
    setDone(await copyText(await text()));
    setTimeout(() => setDone(false), 2000);
  };
  return (
    <button type="button" class="framed" onClick={() => void copy()}>
      <span aria-live="polite">{isDone ? words.copied : label}</span>
    </button>
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

function TextPart() {
  const words = useWords(shareWords);
  const locale = useLocale();
  const result = shown.value;
  if (result === null) return null;
  return (
    <section class="share-part">
      <h3>{words.text}</h3>
      <div class="row">
        <CopyButton text={() => verdictOf(result, locale)} label={words.copyText} />
        <CopyButton text={() => markdownOf(result, locale)} label={words.copyMarkdown} />
      </div>
    </section>
  );
}

function EmbedPart({ fragment }: { readonly fragment: string }) {
  const words = useWords(shareWords);
  const address = new URL('embed/', siteRoot());
  const title = document.title.replaceAll('"', '&quot;');
  const query = fragment === '' ? '' : `${asQuery(fragment)}&`;
  const snippet = `<iframe src="${address.href}${query === '' ? '?' : query}chart=paired&theme=auto" title="${title}" width="640" height="480" loading="lazy"></iframe>`;
  return (
    <section class="share-part">
      <h3>{words.embed}</h3>
      <p class="fine">{words.embedLead}</p>
      <div class="row">
        <textarea class="share-link" readOnly rows={3} aria-label={words.embed} value={snippet} />
        <CopyButton text={() => snippet} label={words.copy} />
      </div>
    </section>
  );
}

function FilesPart({ fragment }: { readonly fragment: string }) {
  const words = useWords(shareWords);
  const locale = useLocale();
  const now = doc.value;
  const result = shown.value;
  if (now === null) return null;
  const base = now.file.replace(/\.\w+$/, '');
  return (
    <section class="share-part">
      <h3>{words.files}</h3>
      <div class="row">
        <button type="button" class="framed" onClick={() => saveText(now.file, now.text, 'application/yaml')}>
          {words.scenarioFile}
        </button>
        {result && (
          <>
            <button
              type="button"
              class="framed"
              onClick={() =>
                saveText(
                  `${base}.json`,
                  `${JSON.stringify(result.comparison, null, 2)}\n`,
                  'application/json',
                )
              }
            >
              {words.json}
            </button>
            <button
              type="button"
              class="framed"
              onClick={() => saveText(`${base}.csv`, figuresCsv(result, locale), 'text/csv')}
            >
              {words.csv}
            </button>
          </>
        )}
        <a class="button framed" href={new URL(`report/${fragment}`, siteRoot()).href}>
          {words.report}
        </a>
        <button type="button" class="framed" onClick={() => void saveWorkingCopy(now)}>
          {words.workingCopy}
        </button>
      </div>
      <p class="fine">{words.workingCopyLead}</p>
    </section>
  );
}
