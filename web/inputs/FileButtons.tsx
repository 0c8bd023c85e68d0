/** Scenario files in and out: picked, dropped, downloaded. */
import { useRef } from 'preact/hooks';
import { openFiles } from '../app/opening.ts';
import { useLocale, useWords } from '../app/Shell.tsx';
import { saveFile } from '../app/save-file.ts';
import { doc, scenario } from '../app/workspace.ts';
import { scenarioFileName } from '../state/files.ts';
import { inputWords } from './words.ts';

export function FileButtons() {
  const locale = useLocale();
  const words = useWords(inputWords);
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div class="row inputs-files">
      <button type="button" class="framed" onClick={() => picker.current?.click()}>
        {words.open}
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept=".yaml,.yml,.json"
        onChange={(event) => {
          void openFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <button type="button" class="framed" onClick={() => download(locale)}>
        {words.download}
      </button>
      <span class="inputs-note">{words.drop}</span>
    </div>
  );
}

function download(locale: 'en' | 'zh-CN'): void {
  const now = doc.value;
  if (now === null) return;
  const title = scenario.value?.title;
  const name = title ? scenarioFileName(title[locale] ?? title.en, 'scenario.yaml') : now.file;
  saveFile(name, new Blob([now.text], { type: 'application/yaml' }));
}
