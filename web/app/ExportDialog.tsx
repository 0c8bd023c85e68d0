/** What is shown as text and files. */
import { useEffect, useState } from 'preact/hooks';
import { linkNow, siteRoot } from './address.ts';
import { CopyButton } from './CopyButton.tsx';
import { Dialog } from './Dialog.tsx';
import { useLocale, useWords } from './Shell.tsx';
import { shareWords } from './share-words.ts';
import { figuresCsv, markdownOf, saveText, saveWorkingCopy, verdictOf } from './sharing.ts';
import { doc, shown } from './workspace.ts';

export function ExportDialog() {
  const words = useWords(shareWords);
  const [fragment, setFragment] = useState('');
  useEffect(() => void linkNow(true).then((link) => setFragment(link ?? '')), []);
  return (
    <Dialog title={words.export}>
      <TextPart />
      <FilesPart fragment={fragment} />
    </Dialog>
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
