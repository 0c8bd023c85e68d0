/** What the page says when there is no world to draw: nothing open, mistakes, a file that is missing, a failure. */
import { computed, signal } from '@preact/signals';
import { say } from '../../../src/report/charts/words.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { problems, scenario } from '../../app/workspace.ts';
import { attempts, failure, fileNames, networks } from './state.ts';
import { networkWords } from './words.ts';

export function EmptyState() {
  const words = useWords(networkWords);
  return (
    <section class="card net-state">
      <p>{words.empty}</p>
      <p class="row">
        <a class="button primary" href="../">
          {words.toGallery}
        </a>
        <a class="button framed" href="../sandbox/">
          {words.toSandbox}
        </a>
      </p>
    </section>
  );
}

export function InvalidState() {
  const words = useWords(networkWords);
  const locale = useLocale();
  return (
    <section class="card net-state">
      <p>{words.invalid}</p>
      <ul class="net-problems">
        {problems.value.slice(0, 8).map((problem) => (
          <li key={`${problem.line}:${problem.column}:${problem.message}`} class="problem">
            {problem.line}:{problem.column} {problem.text[locale]}
          </li>
        ))}
      </ul>
      <a class="button primary" href="../sandbox/">
        {words.toSandbox}
      </a>
    </section>
  );
}

export function FailedState() {
  const words = useWords(networkWords);
  const locale = useLocale();
  return (
    <section class="card net-state" role="alert">
      <p>{say(words.failed, { why: failure.value ?? '' }, locale)}</p>
      <button
        type="button"
        class="primary"
        onClick={() => {
          failure.value = null;
          attempts.value++;
        }}
      >
        {words.again}
      </button>
    </section>
  );
}

/** Network files that the scenario names and nobody has given yet. */
export const missingFiles = computed<readonly string[]>(() => {
  const named = (scenario.value?.arms ?? []).map(({ networkFile }) => networkFile);
  return [...new Set(named)].filter((file) => file !== null).filter((file) => !networks.value.has(file));
});

const refused = signal<{ readonly file: string; readonly why: string } | null>(null);

export function FilesState({ files }: { readonly files: readonly string[] }) {
  const words = useWords(networkWords);
  const locale = useLocale();
  return (
    <section class="card net-state">
      <h2>{words.needsFile}</h2>
      <p>{words.needsFileAbout}</p>
      {files.map((file) => (
        <label class="field" key={file}>
          <span>{say(words.chooseFile, { file }, locale)}</span>
          <input
            type="file"
            accept=".csv,.tsv,.txt,.edges,.json,.graphml,.gexf,.xml"
            onChange={(event) => void give(file, event.currentTarget.files?.[0])}
          />
        </label>
      ))}
      {refused.value && (
        <p class="problem net-refused" role="alert">
          {say(words.badFile, refused.value, locale)}
        </p>
      )}
    </section>
  );
}

/** Takes a file for one that the scenario names. Nothing of it is run; what is wrong with it is said. */
async function give(file: string, chosen: File | undefined): Promise<void> {
  if (chosen === undefined) return;
  const { readNetwork } = await import('../../../src/population/edge-list.ts');
  try {
    const { ties, names } = readNetwork(await chosen.text(), chosen.name);
    refused.value = null;
    fileNames.value = new Map(fileNames.value).set(file, names);
    networks.value = new Map(networks.value).set(file, ties);
  } catch (error) {
    refused.value = { file: chosen.name, why: error instanceof Error ? error.message : String(error) };
  }
}
