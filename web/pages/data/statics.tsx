/** The lists of the data page, drawn when the site is built. */
import { renderToString } from 'preact-render-to-string';
import { inLocale } from '../../../src/report/charts/source.ts';
import type { Locale } from '../../../src/report/format.ts';
import { TableHead } from '../../app/TableHead.tsx';
import type { StoryInput } from '../../prerender.tsx';
import { allFiles, type FileGroup, type ListedFile, listed } from './files.ts';
import { fileSize } from './size.ts';
import { type Asked, snippetNames, snippets } from './snippets.ts';
import { dataWords } from './words.ts';

/** What scrolls must be reached by the keyboard. */
const scrolled = (name: string) => ({ role: 'region', tabIndex: 0, 'aria-label': name }) as const;

const groups: readonly FileGroup[] = ['model', 'scenarios', 'results'];

export function dataStatics(stories: readonly StoryInput[], front: StoryInput | undefined) {
  const files = allFiles(stories).map(listed);
  return (locale: Locale): Record<string, string> => ({
    files: renderToString(<Files files={files} locale={locale} />),
    code: front ? renderToString(<Code story={front} />) : '',
  });
}

function Files({ files, locale }: { readonly files: readonly ListedFile[]; readonly locale: Locale }) {
  const words = dataWords[locale];
  return (
    <>
      {groups.map((group) => {
        const here = files.filter((file) => file.group === group);
        return (
          <section key={group} aria-labelledby={`files-${group}`}>
            <h2 id={`files-${group}`}>{words.groups[group]}</h2>
            {here.length === 0 ? <p>{words.noResults}</p> : <Table files={here} locale={locale} />}
          </section>
        );
      })}
    </>
  );
}

function Table({ files, locale }: { readonly files: readonly ListedFile[]; readonly locale: Locale }) {
  const words = dataWords[locale];
  return (
    <table class="data-files">
      <TableHead columns={words.columns} />
      <tbody>
        {files.map(({ path, about, bytes, sha256 }) => (
          <tr key={path}>
            <th scope="row">
              <a href={`../${path}`} download>
                {path.slice(path.lastIndexOf('/') + 1)}
              </a>
              <small>{inLocale(about, locale)}</small>
            </th>
            <td>{fileSize(bytes, locale)}</td>
            <td>
              <code>{sha256}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Code({ story: { file, scenario } }: { readonly story: StoryInput }) {
  const [baseline, arm] = scenario.arms;
  const asked: Asked = {
    file,
    seed: scenario.seed,
    worlds: scenario.worlds,
    baseline: baseline.name,
    arm: (arm ?? baseline).name,
    metric: scenario.judge.metric,
  };
  const made = snippets(asked);
  return (
    <>
      {snippetNames.map((name) => (
        <section key={name} class="data-snippet">
          <h3>{name}</h3>
          <div class="scroll" {...scrolled(name)}>
            <pre>
              <code>{made[name]}</code>
            </pre>
          </div>
        </section>
      ))}
    </>
  );
}
